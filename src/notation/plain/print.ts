/** Expressions as plain notation: what mathjs evaluates to the same numbers. */
import {
  component,
  isSquareName,
  pow,
  rootOfSquare,
  TWO,
  children,
  plainName,
  substitute,
  type Add,
  type Call,
  type Component,
  type ConstantName,
  type Div,
  type Expr,
  type Mul,
  type Names,
  type Num,
  type Piecewise,
  type Relation,
  type RelationOp,
  type Root,
} from '../../core/index.js';
import { expansion } from './expansions.js';
import { SPELLINGS } from './spellings.js';

/** The longest text that is printed, in UTF-16 units. */
export const LENGTH_LIMIT = 200_000;

/**
 * mathjs's syntax, which mathjs itself evaluates to the same numbers (NaN where no branch of a case holds); null where
 * mathjs has no such function or object (∑, a pending derivative, ψ), where two names would be spelled alike, and
 * beyond `limit`. Linear in the distinct nodes; no depth is too deep.
 */
export function printPlain(e: Expr, limit: number = LENGTH_LIMIT): string | null {
  if (!areDistinct(e)) return null;
  return e.kind === 'relation' ? definition(e, limit) : printTree(e, limit);
}

/** y = …, f(x) = … where mathjs would take it as a definition, left == right otherwise. */
function definition(e: Relation, limit: number): string | null {
  const [left, right, ...more] = e.sides;
  const defines =
    left && right && more.length === 0 && (e.ops[0] === '=' || e.ops[0] === ':=') && isDefinable(left);
  if (!defines) return printTree(e, limit);
  const [name, value] = [printTree(left, limit), printTree(right, limit)];
  return name !== null && value !== null ? `${name} = ${value}` : null;
}
function isDefinable(e: Expr): boolean {
  return (
    e.kind === 'sym' || (e.kind === 'apply' && e.args.length > 0 && e.args.every((a) => a.kind === 'sym'))
  );
}

/** Whether names that differ (**w** and w) also differ in plain letters. */
function areDistinct(e: Expr): boolean {
  const names = new Set(
    [...e.free].map((id) =>
      id.replace(/(?:bold|roman|calligraphic|blackboard|fraktur|script|sans|mono|word):/g, ''),
    ),
  );
  return names.size === e.free.size;
}

/** mathjs's precedence, from loose to tight. */
const Level = {
  Conditional: 0,
  Or: 1,
  And: 2,
  Relation: 3,
  Sum: 4,
  Product: 5,
  Sign: 6,
  Power: 7,
  Atom: 8,
} as const;
type Level = number;
interface Text {
  readonly text: string;
  readonly level: Level;
}
type Known = (e: Expr) => Text;

function printTree(root: Expr, limit: number): string | null {
  const texts = new Map<Expr, Text>();
  const rewritten = new Map<Expr, Expr>();
  const stack: Expr[] = [root];
  for (let e = stack.at(-1); e; e = stack.at(-1)) {
    const spelled = rewritten.get(e) ?? rewrite(e);
    if (!spelled) return null;
    rewritten.set(e, spelled);
    const missing = texts.has(e) ? [] : operandsOf(spelled, e).filter((c) => !texts.has(c));
    if (missing.length > 0) {
      stack.push(...missing);
      continue;
    }
    stack.pop();
    if (texts.has(e)) continue;
    const text = spelled === e ? write(e, (c) => texts.get(c) ?? UNKNOWN, root.free) : texts.get(spelled);
    if (!text || text.text.length > limit) return null;
    texts.set(e, text);
  }
  return texts.get(root)?.text ?? null;
}
const UNKNOWN: Text = { text: 'NaN', level: Level.Atom };

/** What must be written first: the other form of a node that is written by another, else its parts. */
function operandsOf(spelled: Expr, e: Expr): readonly Expr[] {
  if (spelled !== e) return [spelled];
  return e.kind === 'component' ? [] : children(e);
}

/** The node itself where mathjs can say it, another node for it, or null for what it cannot say. */
function rewrite(e: Expr): Expr | null {
  switch (e.kind) {
    case 'call':
      return Object.hasOwn(SPELLINGS, e.fn) ? normalCall(e) : expansion(e);
    case 'at':
      return substitute(e.body, new Map([[e.variable.id, e.value]]));
    case 'apply':
      return e.orders.every((o) => o === 0) ? e : null;
    case 'const':
      return e.name === 'i' ? null : e;
    case 'sym':
      if (isSquareName(e)) return pow(rootOfSquare(e), TWO);
      return isSpellable(plainName(e)) ? e : null;
    case 'component':
      if (e.base.kind === 'sym' && isSquareName(e.base))
        return pow(component(rootOfSquare(e.base), e.indices), TWO);
      return componentName(e) === null ? null : e;
    case 'relation':
      return e.ops.every((op) => op in COMPARISONS) ? e : null;
    case 'diff':
    case 'bound':
    case 'binder':
    case 'plusminus':
      return null;
    case 'num':
    case 'add':
    case 'mul':
    case 'div':
    case 'pow':
    case 'root':
    case 'piecewise':
    case 'logic':
    case 'delta':
    case 'tuple':
    case 'matrix':
    case 'matmul':
      return e;
  }
}
/** mathjs's hypot and mod as they are; a call with a wrong number of arguments is none. */
const normalCall = (e: Call): Expr | null => (e.args.length > 0 ? e : null);

const NAME = /^[A-Za-z_\u00c0-\u02af\u0370-\u03ff][A-Za-z_0-9\u00c0-\u02af\u0370-\u03ff]*$/;
const RESERVED: ReadonlySet<string> = new Set([
  'mod',
  'to',
  'in',
  'and',
  'xor',
  'or',
  'not',
  'end',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
]);
const isSpellable = (name: string): boolean => NAME.test(name) && !RESERVED.has(name);

/** z_k, J_ij, x_1; null where an index is more than a name or a number. */
function componentName(e: Component): string | null {
  if (e.base.kind !== 'sym') return null;
  const indices = e.indices.map((i) =>
    i.kind === 'sym' ? plainName(i) : i.kind === 'num' && i.value.isInteger ? String(i.value) : '-',
  );
  const name = plainName(e.base) + '_' + indices.join(indices.every((i) => i.length === 1) ? '' : '_');
  return isSpellable(name) ? name : null;
}

function write(e: Expr, known: Known, names: Names): Text {
  const at = (c: Expr, level: Level): string => bracket(known(c), level);
  switch (e.kind) {
    case 'num':
      return numberText(e);
    case 'const':
      return atom(constantText(e.name, names));
    case 'sym':
      return atom(plainName(e));
    case 'component':
      return atom(componentName(e) ?? 'NaN');
    case 'add':
      return sumText(e, known);
    case 'mul':
      return productText(e, known);
    case 'div':
      return quotientText(e, known);
    case 'pow':
      // A sign takes the whole power: −x^2 is −(x^2). To the right ^ nests by itself.
      return { text: `${at(e.base, Level.Atom)}^${at(e.exponent, Level.Power)}`, level: Level.Power };
    case 'root':
      return atom(rootText(e, known));
    case 'call':
      return atom(`${SPELLINGS[e.fn] ?? e.fn}(${list(e.args, known)})`);
    case 'apply':
      return atom(e.args.length > 0 ? `${plainName(e.fn)}(${list(e.args, known)})` : plainName(e.fn));
    case 'piecewise':
      return atom(conditionalText(e, known));
    case 'relation':
      return {
        text: e.sides.map((s, i) => comparison(e.ops[i - 1], i) + at(s, Level.Sum)).join(''),
        level: Level.Relation,
      };
    case 'logic':
      if (e.op === 'not')
        return { text: e.args.map((a) => `not ${at(a, Level.Atom)}`).join(''), level: Level.Sign };
      return logicText(e.args, e.op, at);
    case 'matmul':
      return orderedText(e.factors, known);
    case 'delta':
      return atom(`(${at(e.left, Level.Sum)} == ${at(e.right, Level.Sum)} ? 1 : 0)`);
    case 'tuple':
      return atom(`[${list(e.items, known)}]`);
    case 'matrix':
      return atom(`[${e.rows.map((row) => `[${list(row, known)}]`).join(', ')}]`);
    case 'at':
    case 'diff':
    case 'bound':
    case 'binder':
    case 'plusminus':
      return UNKNOWN;
  }
}
/** A constant by its name, or by a function where the author's own e or pi would be taken for it. */
function constantText(name: ConstantName, names: Names): string {
  if (name === 'infinity') return 'Infinity';
  if (!names.has(name)) return name;
  return name === 'e' ? 'exp(1)' : name === 'pi' ? 'acos(-1)' : name;
}
const atom = (text: string): Text => ({ text, level: Level.Atom });
const bracket = (t: Text, level: Level): string => (t.level < level ? `(${t.text})` : t.text);
const list = (args: readonly Expr[], known: Known): string => args.map((a) => known(a).text).join(', ');

function logicText(args: readonly Expr[], op: 'and' | 'or', at: (c: Expr, level: Level) => string): Text {
  const level = op === 'and' ? Level.And : Level.Or;
  return { text: args.map((a) => at(a, level + 1)).join(` ${op} `), level };
}

const COMPARISONS: Readonly<Partial<Record<RelationOp, string>>> = {
  '=': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const comparison = (op: RelationOp | undefined, i: number): string =>
  i === 0 ? '' : ` ${COMPARISONS[op ?? '='] ?? '=='} `;

/** Whole numbers and decimals as they are; other rationals as a quotient; both signed. */
function numberText(e: Num): Text {
  const { value, written } = e;
  if (written !== null)
    return signed(written.startsWith('.') ? '0' + written : written.replace(/^-\./, '-0.'), Level.Atom);
  if (value.isInteger) return signed(digits(value.n), Level.Atom);
  const [n, d] = [Number(value.n), Number(value.d)];
  if (!Number.isFinite(n) || !Number.isFinite(d)) return signed(String(value.toNumber()), Level.Atom);
  return signed(`${digits(value.n)}/${digits(value.d)}`, Level.Product);
}
/** More digits than a double has say nothing to mathjs; beyond its range it says Infinity. */
function digits(n: number | bigint): string {
  const text = String(n);
  return text.length <= 400 ? text : n > 0 ? 'Infinity' : '-Infinity';
}
const signed = (text: string, level: Level): Text => ({
  text,
  level: text.startsWith('-') ? Math.min(level, Level.Sign) : level,
});

/** Terms with their own signs; a coefficient below zero is a subtraction. */
function sumText(e: Add, known: Known): Text {
  const text = e.terms.map((term, i) => {
    const own = bracket(known(term), Level.Product);
    if (i === 0) return own;
    return own.startsWith('-') ? ` - ${own.slice(1)}` : ` + ${own}`;
  });
  return { text: text.join(''), level: Level.Sum };
}

/** a*b*c from left to right; −1 as a sign. */
function productText(e: Mul, known: Known): Text {
  const isMinus = isMinusOne(e.factors[0]) && e.factors.length > 1;
  const shown = isMinus ? e.factors.slice(1) : e.factors;
  const [first = '', ...others] = shown.map((f, i) =>
    bracket(known(f), i === 0 ? Level.Product : Level.Sign + 1),
  );
  const lead = !isMinus ? first : first.startsWith('-') ? `-(${first})` : `-${first}`;
  return { text: [lead, ...others].join('*'), level: Level.Product };
}
/** A*B*x: mathjs multiplies matrices so, in order. */
const orderedText = (factors: readonly Expr[], known: Known): Text => ({
  text: factors.map((f, i) => bracket(known(f), i === 0 ? Level.Product : Level.Sign + 1)).join('*'),
  level: Level.Product,
});
const isMinusOne = (e: Expr | undefined): boolean =>
  e?.kind === 'num' && e.written === null && String(e.value) === '-1';

function quotientText(e: Div, known: Known): Text {
  return {
    text: `${bracket(known(e.numer), Level.Product)}/${bracket(known(e.denom), Level.Sign + 1)}`,
    level: Level.Product,
  };
}

function rootText(e: Root, known: Known): string {
  const index = e.index.kind === 'num' ? String(e.index.value) : '';
  const body = known(e.body).text;
  if (index === '2') return `sqrt(${body})`;
  return index === '3' ? `cbrt(${body})` : `nthRoot(${body}, ${known(e.index).text})`;
}

/** Nested conditionals, always in brackets. Where no branch holds there is no value. */
function conditionalText(e: Piecewise, known: Known): string {
  const heads = e.branches.map(
    (b) => `(${bracket(known(b.condition), Level.Or)} ? ${known(b.value).text} : `,
  );
  return heads.join('') + (e.otherwise ? known(e.otherwise).text : 'NaN') + ')'.repeat(heads.length);
}
