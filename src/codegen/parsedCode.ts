/** Parsed code as the trees that are written; null for anything that is never written. */
import type * as t from '@babel/types';
import {
  BINARY_OPERATORS,
  binaryTree,
  callTree,
  conditionalTree,
  entryTree,
  lambdaTree,
  listTree,
  memberTree,
  nameTree,
  numberTree,
  recordTree,
  unaryTree,
  type BinaryOperator,
  type CodeBody,
  type CodeField,
  type CodeStatement,
  type CodeTree,
} from '../notation/programs/codeTree.js';

/** The expression as it would have been written. */
export function parsedTree(node: t.Node): CodeTree | null {
  switch (node.type) {
    case 'Identifier':
      return nameTree(node.name);
    case 'ThisExpression':
      return nameTree('this');
    case 'NullLiteral':
      return nameTree('null');
    case 'BooleanLiteral':
      return nameTree(String(node.value));
    case 'NumericLiteral':
      return numberTree(rawOf(node));
    case 'MemberExpression':
      return member(node);
    case 'CallExpression':
      return called(node);
    case 'UnaryExpression': {
      const operand = parsedTree(node.argument);
      return operand && (node.operator === '-' || node.operator === '!')
        ? unaryTree(node.operator, operand)
        : null;
    }
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const [left, right] = [parsedTree(node.left), parsedTree(node.right)];
      const op = BINARY_OPERATORS.find((o) => o === node.operator);
      return op && left && right ? binaryTree(op satisfies BinaryOperator, left, right) : null;
    }
    case 'ConditionalExpression': {
      const [test, yes, no] = [
        parsedTree(node.test),
        parsedTree(node.consequent),
        parsedTree(node.alternate),
      ];
      return test && yes && no && conditionalTree(test, yes, no);
    }
    case 'ArrayExpression': {
      const items = allOf(node.elements);
      return items && listTree(items);
    }
    case 'ObjectExpression':
      return record(node);
    case 'ArrowFunctionExpression':
      return lambda(node);
    default:
      return null;
  }
}

const rawOf = ({ extra, value }: t.NumericLiteral): string =>
  typeof extra?.['raw'] === 'string' ? extra['raw'] : String(value);

function allOf(nodes: readonly (t.Node | null)[]): readonly CodeTree[] | null {
  const made = nodes.flatMap((n) => (n && parsedTree(n)) ?? []);
  return made.length === nodes.length ? made : null;
}

function member({ object, property, computed }: t.MemberExpression): CodeTree | null {
  const base = parsedTree(object);
  if (!base) return null;
  if (property.type === 'PrivateName') return memberTree(base, `#${property.id.name}`);
  if (!computed) return property.type === 'Identifier' ? memberTree(base, property.name) : null;
  if (property.type === 'StringLiteral') return memberTree(base, property.value);
  const index = parsedTree(property);
  return index && entryTree(base, index);
}

function called(node: t.CallExpression): CodeTree | null {
  const [callee, args] = [parsedTree(node.callee), allOf(node.arguments)];
  return callee && args && callTree(callee, args);
}

function record({ properties }: t.ObjectExpression): CodeTree | null {
  const fields = properties.flatMap((p): CodeField[] => {
    if (p.type !== 'ObjectProperty' || p.computed) return [];
    const key =
      p.key.type === 'Identifier' ? p.key.name : p.key.type === 'StringLiteral' ? p.key.value : null;
    const value = parsedTree(p.value);
    // `__proto__: v` is no field.
    return key !== null && key !== '__proto__' && value ? [{ key, value }] : [];
  });
  return fields.length === properties.length ? recordTree(fields) : null;
}

function lambda({ params, body, async }: t.ArrowFunctionExpression): CodeTree | null {
  const names = params.flatMap((p) => (p.type === 'Identifier' && !p.typeAnnotation ? [p.name] : []));
  const value = body.type === 'BlockStatement' ? null : parsedTree(body);
  return value && !async && names.length === params.length ? lambdaTree(names, value) : null;
}

/** A function's body. */
export function parsedBody(node: t.Node): CodeBody | null {
  if (node.type === 'BlockStatement') {
    const statements = node.directives.length === 0 ? statementsOf(node.body) : null;
    return statements && { kind: 'block', statements };
  }
  const value = parsedTree(node);
  return value && { kind: 'expression', value };
}

function statementsOf(nodes: readonly t.Statement[]): readonly CodeStatement[] | null {
  const made = nodes.flatMap((s) => statement(s) ?? []);
  return made.length === nodes.length ? made : null;
}

function statement(node: t.Statement): CodeStatement | null {
  switch (node.type) {
    case 'VariableDeclaration':
      return declaration(node);
    case 'ReturnStatement': {
      const value = node.argument ? parsedTree(node.argument) : null;
      return value && { kind: 'return', value };
    }
    case 'ExpressionStatement':
      return update(node.expression);
    case 'ForStatement':
      return loop(node);
    default:
      return null;
  }
}

function declaration(node: t.VariableDeclaration): Extract<CodeStatement, { kind: 'const' | 'let' }> | null {
  const { kind, declarations } = node;
  const [only] = declarations;
  if ((kind !== 'const' && kind !== 'let') || !only || declarations.length !== 1) return null;
  if (only.id.type !== 'Identifier' || only.id.typeAnnotation) return null;
  const value = only.init ? parsedTree(only.init) : null;
  return value && { kind, name: nameTree(only.id.name), value };
}

function update(node: t.Expression): CodeStatement | null {
  if (node.type !== 'AssignmentExpression') return null;
  const { operator: op, left, right } = node;
  const value = parsedTree(right);
  if (left.type !== 'Identifier' || !value || (op !== '+=' && op !== '*=')) return null;
  return { kind: 'update', name: nameTree(left.name), op, value };
}

function loop({ init, test, update: step, body }: t.ForStatement): CodeStatement | null {
  const first = init?.type === 'VariableDeclaration' ? declaration(init) : null;
  const inside = body.type === 'BlockStatement' ? statementsOf(body.body) : null;
  if (first?.kind !== 'let' || !inside || test?.type !== 'BinaryExpression') return null;
  const { operator: op, left, right } = test;
  const until = parsedTree(right);
  const isCounting =
    first.name.kind === 'name' &&
    left.type === 'Identifier' &&
    left.name === first.name.name &&
    step?.type === 'UpdateExpression' &&
    step.operator === '++' &&
    step.argument.type === 'Identifier' &&
    step.argument.name === left.name;
  if (!until || !isCounting || (op !== '<' && op !== '<=')) return null;
  return { kind: 'for', index: first.name, from: first.value, op, until, body: inside };
}
