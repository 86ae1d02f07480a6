/** Why a construct is not read, in words that name it. */
import type * as t from '@babel/types';

/** A sentence for a node that no derivative can be taken through; null where there is nothing special to say. */
export function whyNot(node: t.Node): string | null {
  switch (node.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
    case 'TaggedTemplateExpression':
      return 'A string is no number.';
    case 'BigIntLiteral':
      return 'A bigint is not differentiated: bigints have no fractions.';
    case 'RegExpLiteral':
      return 'A regular expression is no number.';
    case 'NullLiteral':
      return '`null` is no number.';
    case 'AwaitExpression':
      return 'Asynchronous code is not differentiated: it awaits a value.';
    case 'YieldExpression':
      return 'A generator is not differentiated: it yields values one by one.';
    case 'AssignmentExpression':
      return 'An assignment inside an expression is a mutation, which is not differentiated.';
    case 'UpdateExpression':
      return `A mutation is not differentiated: ${node.operator} changes a variable.`;
    case 'NewExpression':
      return 'A newly made object is no number.';
    case 'SequenceExpression':
      return 'A comma expression runs code for its side effects, which is not differentiated.';
    case 'ObjectExpression':
      return 'An object is no number.';
    case 'ArrayExpression':
      return 'An array is no number.';
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return 'A function is no number here.';
    case 'ClassExpression':
      return 'A class is no number.';
    case 'ImportExpression':
      return 'A dynamic import is asynchronous, which is not differentiated.';
    case 'MetaProperty':
      return 'A meta property is no number.';
    case 'ThisExpression':
      return 'The object `this` is no number.';
    case 'Super':
      return 'The call of a parent class is not looked into.';
    case 'OptionalMemberExpression':
    case 'OptionalCallExpression':
      return 'Optional chaining (`?.`) may give undefined, which is no number.';
    case 'SpreadElement':
      return 'Spread arguments are not read: how many there are is not known.';
    case 'JSXElement':
    case 'JSXFragment':
      return 'JSX is no number.';
    default:
      return null;
  }
}

const BITWISE: Readonly<Record<string, string>> = {
  '^': '`^` is the bitwise XOR in code, not a power: write `**` or `Math.pow` for a power.',
  '&': '`&` is the bitwise AND, which has no derivative.',
  '|': '`|` is the bitwise OR, which has no derivative.',
  '<<': '`<<` shifts bits, which has no derivative.',
  '>>': '`>>` shifts bits, which has no derivative.',
  '>>>': '`>>>` shifts bits, which has no derivative.',
};

export function whyNotOperator(operator: string): string {
  const bitwise = Object.hasOwn(BITWISE, operator) ? BITWISE[operator] : undefined;
  return bitwise ?? `The operator \`${operator}\` gives no number.`;
}

export function whyNotUnary(operator: string): string {
  switch (operator) {
    case '~':
      return '`~` is the bitwise NOT, which has no derivative.';
    case '!':
      return '`!` gives a truth value, which is no number.';
    case 'typeof':
      return '`typeof` gives a string, which is no number.';
    case 'void':
      return '`void` gives undefined, which is no number.';
    case 'delete':
      return '`delete` is a mutation, which is not differentiated.';
    default:
      return `The operator \`${operator}\` gives no number.`;
  }
}

/** Statements that end a reading. */
export function whyNotStatement(node: t.Node): string {
  switch (node.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
      return 'A while loop is not differentiated: how often it runs is not fixed.';
    case 'ForInStatement':
      return 'A for…in loop is not differentiated.';
    case 'ForStatement':
    case 'ForOfStatement':
      return 'This loop is no sum or product over an index with constant bounds.';
    case 'TryStatement':
      return 'A try statement is not differentiated: which part runs is not fixed.';
    case 'SwitchStatement':
      return 'A switch statement is not read: write it with if and else.';
    case 'BreakStatement':
    case 'ContinueStatement':
      return `\`${node.type === 'BreakStatement' ? 'break' : 'continue'}\` changes how often a loop runs, which is not differentiated.`;
    case 'LabeledStatement':
      return 'A labelled statement is not read.';
    case 'WithStatement':
      return 'A with statement hides what names mean.';
    case 'ClassDeclaration':
      return 'A class inside a function is not read.';
    case 'DebuggerStatement':
      return 'A debugger statement is a side effect.';
    default:
      return 'This statement is not differentiated.';
  }
}

const GLOBALS: Readonly<Record<string, string>> = {
  NaN: 'NaN is no number to differentiate.',
  undefined: '`undefined` is no number.',
  eval: '`eval` runs a text as code, which is not looked into.',
  Function: '`Function` makes code from a text, which is not looked into.',
  Date: '`Date` reads the clock, so its value changes from call to call.',
  performance: '`performance` reads the clock, so its value changes from call to call.',
  crypto: '`crypto` gives random values, which have no derivative.',
  BigInt: 'A bigint is not differentiated: bigints have no fractions.',
  Symbol: 'A symbol is no number.',
  String: '`String()` gives a string, which is no number.',
  Boolean: '`Boolean()` gives a truth value, which is no number.',
  Number: '`Number()` converts a value, which is not differentiated.',
  parseFloat: '`parseFloat()` reads a string, which is not differentiated.',
  parseInt: '`parseInt()` reads a string, which is not differentiated.',
  isNaN: '`isNaN()` asks for NaN, which no derivative is taken through.',
  isFinite: '`isFinite()` asks for NaN and Infinity, which no derivative is taken through.',
  console: '`console` writes output: a side effect, which is not differentiated.',
  fetch: '`fetch` is asynchronous, which is not differentiated.',
  process: '`process` belongs to the surroundings of the program and may change.',
  globalThis: '`globalThis` belongs to the surroundings of the program and may change.',
  window: '`window` belongs to the surroundings of the program and may change.',
  document: '`document` belongs to the surroundings of the program and may change.',
  arguments: '`arguments` is not read: name the parameters.',
};

export function whyNotGlobal(name: string): string {
  return Object.hasOwn(GLOBALS, name)
    ? (GLOBALS[name] ?? '')
    : `Nothing in this file says what \`${name}\` is.`;
}
