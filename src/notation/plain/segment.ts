/**
 * One flat stretch of plain notation, its brackets already read: handed to mathjs's parser with every operand as
 * a place holder, so that precedence is mathjs's own, places are ours, and no nesting is too deep for its stack.
 */
import {
  call,
  div,
  exp,
  logic,
  neg,
  num,
  ONE,
  piecewise,
  pow,
  product,
  Rational,
  relation,
  sum,
  type Branch,
  type Expr,
  type RelationOp,
} from '../../core/index.js';
import type { Span } from '../notation.js';
import { isFailure, parseTree, type ParseFailure, type Tree } from './mathjs.js';
import type { Read, ReadingNotes } from './notes.js';
import type { Token } from './tokens.js';

/** What a segment is made of: operators, and operands that are read. `NaN` stands for no value at all. */
export type Part =
  | { readonly kind: 'operator'; readonly token: Token }
  | { readonly kind: 'number'; readonly token: Token }
  | { readonly kind: 'operand'; readonly read: Read; readonly isGroup: boolean }
  | { readonly kind: 'raised'; readonly read: Read }
  | { readonly kind: 'undefined'; readonly token: Token };

/** How long a chain of ^, of signs or of ?: may be: mathjs's parser calls itself for each. */
const LONGEST_CHAIN = 100;

/** The expression of the parts, or null with a Problem noted. `where` is the place to name when there are none. */
export function readSegment(parts: readonly Part[], where: Span, notes: ReadingNotes): Read | null {
  if (parts.length === 0) return notes.refuse('syntax', where, 'an expression is missing here');
  if (isTooLong(parts)) return notes.refuse('limit', hull(parts), TOO_DEEP);
  const { text, starts } = spelled(parts);
  const tree = parseTree(text);
  if (isFailure(tree)) return refuseAt(tree, starts, parts, notes);
  return new Converter(parts, notes).convert(tree);
}

function isTooLong(parts: readonly Part[]): boolean {
  let [tower, signs, conditionals, longest, afterOperand] = [0, 0, 0, 0, false];
  for (const part of parts) {
    const text = part.kind === 'operator' ? part.token.text : part.kind === 'raised' ? '^' : null;
    if (text === null) [tower, signs] = [afterOperand ? 0 : tower, 0];
    else if (text === '!') signs++;
    else if (text === '^') tower++;
    else if (SIGNS.has(text) && !afterOperand) signs++;
    else tower = 0;
    if (text === '?') conditionals++;
    afterOperand = part.kind !== 'operator' || text === '!';
    longest = Math.max(longest, tower, signs, conditionals);
  }
  return longest > LONGEST_CHAIN;
}
export const TOO_DEEP = 'this is nested too deeply to be read';
const SIGNS: ReadonlySet<string> = new Set(['+', '-', 'not']);

/** The text for mathjs: numbers and names by their place in `parts`, which says where each begins. */
function spelled(parts: readonly Part[]): { text: string; starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  parts.forEach((part, i) => {
    starts.push(text.length);
    text += spelling(part, i, parts[i + 1]) + ' ';
  });
  return { text, starts };
}
function spelling(part: Part, i: number, next: Part | undefined): string {
  switch (part.kind) {
    case 'operator':
      return part.token.text;
    case 'number':
      return String(i);
    case 'raised':
      return `^(_${String(i)})`;
    case 'undefined':
      return `_${String(i)}`;
    case 'operand':
      // A name in front of a bracket would be a call: in brackets of its own it is a factor.
      return part.isGroup || next?.kind === 'operand' ? `(_${String(i)})` : `_${String(i)}`;
  }
}

function refuseAt(
  { at, kind }: ParseFailure,
  starts: readonly number[],
  parts: readonly Part[],
  notes: ReadingNotes,
): null {
  if (kind === 'limit') return notes.refuse('limit', hull(parts), TOO_DEEP);
  let i = starts.length - 1;
  while (i > 0 && (starts[i] ?? 0) > at) i--;
  const part = parts[i];
  const last = at >= (starts.at(-1) ?? 0) && part?.kind === 'operator';
  const span = part ? spanOf(part) : hull(parts);
  if (last) return notes.refuse('syntax', span, `something is missing after "${notes.text(span)}"`);
  return notes.refuse('syntax', span, `"${notes.text(span)}" does not fit here`);
}
const spanOf = (part: Part): Span =>
  part.kind === 'operand' || part.kind === 'raised' ? part.read : part.token;
function hull(parts: readonly Part[]): Span {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { from: spanOf(first).from, to: spanOf(last).to } : { from: 0, to: 0 };
}

type Operator = Extract<Tree, { type: 'OperatorNode' }>;

/** A place that has no value: the last resort of a conditional, and nowhere else. */
const NO_VALUE = 'no value';

class Converter {
  /** Where the sign in front of an operand begins, by where the operand begins. */
  private readonly signs = new Map<number, number>();

  constructor(
    private readonly parts: readonly Part[],
    private readonly notes: ReadingNotes,
  ) {
    parts.forEach((part, i) => {
      const next = parts[i + 1];
      if (part.kind === 'operator' && next) this.signs.set(spanOf(next).from, part.token.from);
    });
  }

  convert(tree: Tree): Read | null {
    const read = this.operand(tree);
    return read === NO_VALUE
      ? this.notes.refuse('unsupported', hull(this.parts), 'NaN has no derivative')
      : read;
  }

  private operand(tree: Tree): Read | null | typeof NO_VALUE {
    switch (tree.type) {
      case 'ConstantNode':
        return this.leaf(Number(tree.value));
      case 'SymbolNode':
        return this.leaf(Number(tree.name.slice(1)));
      case 'ParenthesisNode':
        return this.operand(tree.content);
      case 'OperatorNode':
        return this.operation(tree);
      case 'RelationalNode':
        return this.combine(tree.params, (sides) => relation(tree.conditionals.map(relationOp), sides));
      case 'ConditionalNode':
        return this.conditional(tree);
      default:
        return this.unsupported();
    }
  }

  private leaf(i: number): Read | null | typeof NO_VALUE {
    const part = this.parts[i];
    switch (part?.kind) {
      case 'number':
        return this.number(part.token);
      case 'operand':
      case 'raised':
        return part.read;
      case 'undefined':
        return NO_VALUE;
      default:
        return this.unsupported();
    }
  }

  private number(token: Token): Read | null {
    const value = token.text.length > MAX_DIGITS ? null : Rational.parse(token.text);
    if (!value) return this.notes.refuse('limit', token, 'this number is too long');
    return this.made(num(value, /^\d+$/.test(token.text) ? null : token.text), token);
  }

  private operation(tree: Operator): Read | null {
    switch (tree.fn) {
      case 'add':
      case 'subtract':
        return this.sum(tree);
      case 'multiply':
      case 'divide':
        return this.product(tree);
      case 'pow':
        return this.combine(tree.args, ([base, exponent]) => power(base as Expr, exponent as Expr));
      case 'unaryMinus':
        return this.combine(tree.args, ([u]) => neg(u as Expr), true);
      case 'unaryPlus':
        return this.combine(tree.args, ([u]) => u as Expr);
      case 'and':
      case 'or':
      case 'not':
        return this.combine(tree.args, (args) => logic(tree.fn as 'and' | 'or' | 'not', ...args));
      case 'mod':
      case 'factorial':
        return this.combine(tree.args, (args) => call(tree.fn, ...args));
      case 'equal':
      case 'unequal':
      case 'smaller':
      case 'smallerEq':
      case 'larger':
      case 'largerEq':
        return this.combine(tree.args, (sides) => relation([relationOp(tree.fn)], sides));
      default:
        return this.unsupported();
    }
  }

  /** a + b − c as one sum; brackets keep a sum within a sum. */
  private sum(tree: Operator): Read | null {
    const spine = leftSpine(tree, ['add', 'subtract']);
    return this.combine(spine.operands, (terms) =>
      sum(terms.map((t, i) => (spine.fns[i] === 'subtract' ? neg(t) : t))),
    );
  }

  /** a·b·c as one product; each / divides all that stands before it. A leading minus belongs to the whole. */
  private product(tree: Operator): Read | null {
    const spine = leftSpine(tree, ['multiply', 'divide']);
    if (spine.mixesSlash) this.notes.assume('fraction-slash', hull(this.parts), SLASH);
    if (this.hasShortExponent(tree)) this.notes.assume('other', hull(this.parts), SHORT_EXPONENT);
    const [first, ...others] = spine.operands;
    const isMinus = first?.type === 'OperatorNode' && first.fn === 'unaryMinus';
    const operands = first && isMinus ? [first.args[0] as Tree, ...others] : spine.operands;
    const make = (factors: readonly Expr[]): Expr => {
      const unsigned = quotient(factors, spine.fns, operands);
      return isMinus ? neg(unsigned) : unsigned;
    };
    return this.combine(operands, make, isMinus);
  }

  /** e^2x, 2^3x and x^1/2, where more may be meant as the exponent than the number after ^. */
  private hasShortExponent(tree: Operator): boolean {
    const [left, right] = tree.args;
    if (left?.type !== 'OperatorNode' || left.fn !== 'pow') return false;
    const [base, exponent] = left.args.map((t) => this.parts[placeOf(t)]);
    if (exponent?.kind !== 'number') return false;
    if (tree.fn === 'divide') return exponent.token.text === '1' && right?.type === 'ConstantNode';
    const next = right && this.parts[placeOf(right)];
    if (!tree.implicit || next?.kind !== 'operand') return false;
    const isRepeated = base?.kind === 'operand' && isSameSymbol(base.read.expr, next.read.expr);
    return (
      base?.kind === 'number' || (base?.kind === 'operand' && base.read.expr.kind === 'const') || isRepeated
    );
  }

  /** The place of the sign that stands before an operand. */
  private signBefore(from: number): number {
    return this.signs.get(from) ?? from;
  }

  private conditional(tree: Extract<Tree, { type: 'ConditionalNode' }>): Read | null {
    const [condition, value] = [this.convert(tree.condition), this.convert(tree.trueExpr)];
    const last = this.operand(tree.falseExpr);
    if (!condition || !value || !last) return null;
    const branch = { value: value.expr, condition: condition.expr };
    const to = last === NO_VALUE ? hull(this.parts).to : last.to;
    return this.made(cases(branch, last === NO_VALUE ? null : last.expr), { from: condition.from, to });
  }

  private combine(
    trees: readonly Tree[],
    make: (parts: readonly Expr[]) => Expr,
    isSigned = false,
  ): Read | null {
    const reads: Read[] = [];
    for (const tree of trees) {
      const read = this.convert(tree);
      if (!read) return null;
      reads.push(read);
    }
    const [first, last] = [reads[0], reads.at(-1)];
    if (!first || !last) return null;
    const from = isSigned ? this.signBefore(first.from) : first.from;
    return this.made(make(reads.map((r) => r.expr)), { from, to: last.to });
  }

  private made(expr: Expr, { from, to }: Span): Read {
    this.notes.place(expr, { from, to });
    return { expr, from, to };
  }

  private unsupported(): null {
    return this.notes.refuse('unsupported', hull(this.parts), 'this is no formula that can be read');
  }
}
const MAX_DIGITS = 1000;
const SLASH =
  'a slash beside an unwritten product is read as mathjs reads it: 1/2 x is (1/2)·x, a/b c is a/(b·c)';

const SHORT_EXPONENT =
  'only the number after ^ is read as the exponent: e^2x is e^2·x, x^1/2 is (x^1)/2; brackets say otherwise';
const isSameSymbol = (a: Expr, b: Expr): boolean => a.kind === 'sym' && b.kind === 'sym' && a.id === b.id;
/** Which part a leaf of mathjs's tree stands for; −1 for no leaf. */
function placeOf(t: Tree): number {
  if (t.type === 'ConstantNode') return Number(t.value);
  return t.type === 'SymbolNode' ? Number(t.name.slice(1)) : -1;
}

interface Spine {
  readonly operands: readonly Tree[];
  /** The operator before each operand; of the first, null. */
  readonly fns: readonly (string | null)[];
  readonly mixesSlash: boolean;
}
/** The operands of a run of operators of one precedence, which mathjs nests to the left. */
function leftSpine(tree: Operator, fns: readonly string[]): Spine {
  const [operands, ops]: [Tree[], (string | null)[]] = [[], []];
  let node: Tree = tree;
  let mixesSlash = false;
  while (node.type === 'OperatorNode' && fns.includes(node.fn) && node.args.length === 2) {
    const [left, right] = node.args as readonly [Tree, Tree];
    mixesSlash ||= isSlashed(node, left, right);
    operands.push(right);
    ops.push(node.fn);
    node = left;
  }
  return { operands: [...operands, node].reverse(), fns: [...ops, null].reverse(), mixesSlash };
}
/** 1/2 x, a/b c: where an unwritten product meets a slash. */
function isSlashed(node: Operator, left: Tree, right: Tree): boolean {
  const isDivision = (t: Tree): boolean => t.type === 'OperatorNode' && t.fn === 'divide';
  const isImplicit = (t: Tree): boolean => t.type === 'OperatorNode' && t.fn === 'multiply' && t.implicit;
  return (isImplicit(node) && isDivision(left)) || (isDivision(node) && isImplicit(right));
}

/** A slash divides the factors back to the fraction before it: a*b/c is (a·b)/c, a/b*c/d is (a/b)·(c/d). */
function quotient(factors: readonly Expr[], fns: readonly (string | null)[], trees: readonly Tree[]): Expr {
  const fractions: Expr[] = [];
  let above: Expr[] = [];
  factors.forEach((f, i) => {
    if (fns[i] === 'divide') {
      const numer = above.length > 0 ? product(above) : fractions.pop();
      fractions.push(div(numer ?? ONE, f));
      above = [];
    } else above.push(...(f.kind === 'mul' && isOperation(trees[i]) ? f.factors : [f]));
  });
  return product([...fractions, ...above]);
}
/** An operand without brackets of its own: the unwritten product in 3·2x, which joins the factors around it. */
const isOperation = (t: Tree | undefined): boolean => t?.type === 'OperatorNode' && t.fn === 'multiply';

const power = (base: Expr, exponent: Expr): Expr =>
  base.kind === 'const' && base.name === 'e' ? exp(exponent) : pow(base, exponent);

/** A conditional in the last place of another is its next branch. */
function cases(branch: Branch, otherwise: Expr | null): Expr {
  if (otherwise?.kind !== 'piecewise') return piecewise([branch], otherwise);
  return piecewise([branch, ...otherwise.branches], otherwise.otherwise);
}

const RELATIONS: ReadonlyMap<string, RelationOp> = new Map([
  ['equal', '='],
  ['unequal', '!='],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
]);
const relationOp = (fn: string): RelationOp => RELATIONS.get(fn) ?? '=';
