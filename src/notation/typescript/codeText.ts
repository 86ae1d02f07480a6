/** Trees of code as text: the one place where a name, a key or a string becomes part of a program. */
import type { BinaryOperator, CodeBody, CodeField, CodeStatement, CodeTree } from '../programs/codeTree.js';
import { isIdentifier, isIdentifierName } from './identifiers.js';

export interface LayoutStyle {
  readonly semicolon: ';' | '';
  readonly indent: string;
  readonly quote: "'" | '"';
}
const PLAIN: LayoutStyle = { semicolon: ';', indent: '  ', quote: "'" };

/** JavaScript's precedence, from loose to tight. */
const Level = {
  Conditional: 0,
  Or: 1,
  And: 2,
  Relation: 3,
  Sum: 4,
  Product: 5,
  Unary: 6,
  Power: 7,
  Postfix: 8,
} as const;
type Level = (typeof Level)[keyof typeof Level];

/** The level of an operation, and what its operands have to be at least. */
const OPERATIONS: Readonly<
  Record<BinaryOperator, { readonly own: Level; readonly left: Level; readonly right: Level }>
> = {
  '??': { own: Level.Conditional, left: Level.Relation, right: Level.Relation },
  '||': { own: Level.Or, left: Level.Or, right: Level.And },
  '&&': { own: Level.And, left: Level.And, right: Level.Relation },
  '<': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '<=': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '>': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '>=': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '===': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '!==': { own: Level.Relation, left: Level.Sum, right: Level.Sum },
  '+': { own: Level.Sum, left: Level.Sum, right: Level.Product },
  '-': { own: Level.Sum, left: Level.Sum, right: Level.Product },
  '*': { own: Level.Product, left: Level.Product, right: Level.Unary },
  '/': { own: Level.Product, left: Level.Product, right: Level.Unary },
  '%': { own: Level.Product, left: Level.Product, right: Level.Unary },
  '**': { own: Level.Power, left: Level.Postfix, right: Level.Unary },
};

/** The expression as text. */
export function codeText(tree: CodeTree, quote: LayoutStyle['quote'] = "'"): string {
  const known = new Map<CodeTree, string>();
  const text = (t: CodeTree): string => {
    const done = known.get(t);
    if (done !== undefined) return done;
    const made = written(t);
    known.set(t, made);
    return made;
  };
  const at = (t: CodeTree, least: Level): string => (levelOf(t) >= least ? text(t) : `(${text(t)})`);
  const list = (items: readonly CodeTree[]): string => items.map((i) => at(i, Level.Conditional)).join(', ');
  const written = (t: CodeTree): string => {
    switch (t.kind) {
      case 'name':
        return t.name;
      case 'number':
        return t.digits;
      case 'member':
        return at(t.object, Level.Postfix) + memberText(t.key, quote);
      case 'entry':
        return `${at(t.object, Level.Postfix)}[${text(t.index)}]`;
      case 'call':
        return `${at(t.callee, Level.Postfix)}(${list(t.args)})`;
      case 'unary':
        return t.op + at(t.operand, Level.Postfix);
      case 'binary':
        return operation(t);
      case 'conditional':
        return `${at(t.test, Level.Or)} ? ${at(t.yes, Level.Or)} : ${at(t.no, Level.Conditional)}`;
      case 'list':
        return `[${list(t.items)}]`;
      case 'record':
        return record(t.fields);
      case 'lambda':
        return `(${t.params.join(', ')}) => ${t.body.kind === 'record' ? `(${text(t.body)})` : text(t.body)}`;
    }
  };
  // Long sums lean to the left: they are gone through, not descended into.
  const operation = (whole: Operation): string => {
    const parts: string[] = [];
    for (let t = whole; ;) {
      const { left, right } = OPERATIONS[t.op];
      parts.push(` ${t.op} ${at(t.right, right)}`);
      if (t.left.kind === 'binary' && levelOf(t.left) >= left) t = t.left;
      else return at(t.left, left) + parts.reverse().join('');
    }
  };
  const record = (fields: readonly CodeField[]): string => {
    const parts = fields.map(({ key, value }) => {
      const [name, own] = [keyText(key, quote), at(value, Level.Conditional)];
      return name === own && isIdentifier(name) ? name : `${name}: ${own}`;
    });
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  };
  return text(tree);
}
type Operation = Extract<CodeTree, { kind: 'binary' }>;

function levelOf(t: CodeTree): Level {
  switch (t.kind) {
    case 'unary':
      return Level.Unary;
    case 'binary':
      return OPERATIONS[t.op].own;
    case 'conditional':
    case 'lambda':
      return Level.Conditional;
    default:
      return Level.Postfix;
  }
}

/** The statements as lines, without a margin. */
export function statementLines(list: readonly CodeStatement[], style: LayoutStyle = PLAIN): string[] {
  return list.flatMap((s) => linesOfOne(s, style));
}

function linesOfOne(s: CodeStatement, style: LayoutStyle): string[] {
  const { semicolon, indent, quote } = style;
  const text = (t: CodeTree): string => codeText(t, quote);
  switch (s.kind) {
    case 'const':
    case 'let':
      return [`${s.kind} ${text(s.name)} = ${text(s.value)}${semicolon}`];
    case 'update':
      return [`${text(s.name)} ${s.op} ${text(s.value)}${semicolon}`];
    case 'return':
      return [`return ${text(s.value)}${semicolon}`];
    case 'for': {
      const i = text(s.index);
      return [
        `for (let ${i} = ${text(s.from)}; ${i} ${s.op} ${text(s.until)}; ${i}++) {`,
        ...statementLines(s.body, style).map((l) => indent + l),
        '}',
      ];
    }
  }
}

/** An arrow function's bare value: an object stands in parentheses. */
export const bareText = (value: CodeTree, quote: LayoutStyle['quote']): string =>
  value.kind === 'record' ? `(${codeText(value, quote)})` : codeText(value, quote);

/** The body as it stands after its head; `margin` is what the closing brace begins with. */
export function bodyText(
  body: CodeBody,
  style: LayoutStyle & { readonly margin: string; readonly newline: string },
  isShort = false,
): string {
  if (body.kind === 'expression') return bareText(body.value, style.quote);
  const lines = statementLines(body.statements, style);
  if (isShort && lines.length === 1) return `{ ${lines.join(' ')} }`;
  return ['{', ...lines.map((l) => style.margin + style.indent + l), `${style.margin}}`].join(style.newline);
}

/** `.key`, `.#private` or `['any key']`. */
export function memberText(key: string, quote: LayoutStyle['quote'] = "'"): string {
  return isIdentifierName(key) || (key.startsWith('#') && isIdentifierName(key.slice(1)))
    ? `.${key}`
    : `[${stringText(key, quote)}]`;
}

const keyText = (key: string, quote: LayoutStyle['quote']): string =>
  isIdentifierName(key) ? key : stringText(key, quote);

/**
 * A string literal. What ends lines or strings, or is not seen (controls, marks of direction, halves of surrogate
 * pairs), is escaped.
 */
export function stringText(value: string, quote: LayoutStyle['quote'] = "'"): string {
  const inner = Array.from(value, (c) => {
    if (c === '\\' || c === quote) return `\\${c}`;
    if (!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(c)) return c;
    return ESCAPES[c] ?? Array.from({ length: c.length }, (_, i) => unit(c.charCodeAt(i))).join('');
  });
  return quote + inner.join('') + quote;
}
const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
