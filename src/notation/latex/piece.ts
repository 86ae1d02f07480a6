/**
 * Pieces: a formula's layout reduced to what matters for its meaning. Wrappers that only change the looks are gone,
 * digits are numbers, brackets are paired, and each piece carries its own primes, exponent and subscript.
 */
import type { Mark, RelationOp } from '../../core/index.js';
import type { Span } from '../notation.js';

export interface Scripts {
  readonly primes: number;
  readonly sup: readonly Piece[] | null;
  readonly sub: readonly Piece[] | null;
  /** Where the piece ends without its scripts. */
  readonly headTo: number;
}
interface Placed extends Span, Scripts {}

export interface NumberPiece extends Placed {
  readonly kind: 'number';
  /** A decimal literal: digits with at most one point. */
  readonly text: string;
}
/** A letter with its accents and fonts: x, ŷ, **w**, α (base 'alpha'). */
export interface NamePiece extends Placed {
  readonly kind: 'name';
  readonly base: string;
  readonly marks: readonly Mark[];
}
/** A name of several letters that is set upright: \sin, \operatorname{ReLU}, \text{loss}. */
export interface WordPiece extends Placed {
  readonly kind: 'word';
  readonly text: string;
}
/** ∑, ∏, ∫, lim; any other big operator by its command. */
export interface BigPiece extends Placed {
  readonly kind: 'big';
  readonly op: 'sum' | 'product' | 'integral' | 'limit' | 'other';
  readonly text: string;
}
export interface SignPiece extends Placed {
  readonly kind: 'sign';
  readonly op: '+' | '-' | '±' | '∓';
}
export interface TimesPiece extends Placed {
  readonly kind: 'times';
  readonly op: '·' | '×' | '*';
}
export interface SlashPiece extends Placed {
  readonly kind: 'slash';
}
export interface RelationPiece extends Placed {
  readonly kind: 'relation';
  /** Null for a relation that has no meaning here. */
  readonly op: RelationOp | null;
  readonly text: string;
}
export interface LogicPiece extends Placed {
  readonly kind: 'logic';
  readonly op: 'and' | 'or' | 'not';
}
/** A comma, semicolon, colon or full stop; a wide gap; a line break. */
export interface SeparatorPiece extends Placed {
  readonly kind: 'separator';
  readonly text: ',' | ';' | ':' | '.' | 'gap' | 'line';
}
/** Words between formulas: "where", "if", "for all". */
export interface ProsePiece extends Placed {
  readonly kind: 'prose';
  readonly text: string;
}
/** A bracket or bar not yet paired. */
export interface DelimiterPiece extends Placed {
  readonly kind: 'delimiter';
  readonly side: 'open' | 'close' | 'either';
  readonly text: string;
}
/** A bar with a subscript x = a, after what it evaluates. */
export interface EvaluationPiece extends Placed {
  readonly kind: 'evaluation';
}
export interface FencePiece extends Placed {
  readonly kind: 'fence';
  readonly left: string;
  readonly right: string;
  readonly body: readonly Piece[];
}
/** What braces hold together where they carry a script of their own. */
export interface GroupPiece extends Placed {
  readonly kind: 'group';
  readonly body: readonly Piece[];
}
export interface FractionPiece extends Placed {
  readonly kind: 'fraction';
  readonly numer: readonly Piece[];
  readonly denom: readonly Piece[];
}
export interface RootPiece extends Placed {
  readonly kind: 'root';
  readonly body: readonly Piece[];
  readonly index: readonly Piece[] | null;
}
/** \dot x, \ddot x. */
export interface DottedPiece extends Placed {
  readonly kind: 'dotted';
  readonly dots: number;
  readonly body: readonly Piece[];
}
/** An array: lines of a derivation, cases with their brace, or a matrix. Cells of lines hold unpaired brackets. */
export interface RowsPiece extends Placed {
  readonly kind: 'rows';
  readonly layout: 'lines' | 'array' | 'cases';
  readonly rows: readonly (readonly (readonly Piece[])[])[];
}
/** ∂, ∇, ∞, an ellipsis, a question mark. */
export interface SymbolPiece extends Placed {
  readonly kind: 'symbol';
  readonly name: 'partial' | 'nabla' | 'infinity' | 'dots' | 'question' | 'factorial' | 'mod';
}
/** What no reading is known for; a problem when the reading gets there. */
export interface UnknownPiece extends Placed {
  readonly kind: 'unknown';
  readonly what: string;
}
export type Piece =
  | NumberPiece
  | NamePiece
  | WordPiece
  | BigPiece
  | SignPiece
  | TimesPiece
  | SlashPiece
  | RelationPiece
  | LogicPiece
  | SeparatorPiece
  | ProsePiece
  | DelimiterPiece
  | EvaluationPiece
  | FencePiece
  | GroupPiece
  | FractionPiece
  | RootPiece
  | DottedPiece
  | RowsPiece
  | SymbolPiece
  | UnknownPiece;

/** The fields of a piece without scripts. */
export const bare = (from: number, to: number): Span & Scripts => ({
  from,
  to,
  headTo: to,
  primes: 0,
  sup: null,
  sub: null,
});

/** The same at a place. */
export const place = (span: Span): Span & Scripts => bare(span.from, span.to);

export const hasScripts = (p: Scripts): boolean => p.primes > 0 || p.sup !== null || p.sub !== null;

/** The place of a list that is not empty. */
export function spanOf(pieces: readonly Piece[], fallback: Span): Span {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first && last ? { from: first.from, to: Math.max(first.to, last.to) } : fallback;
}

/** A position in a list of pieces. */
export class Cursor {
  at = 0;
  constructor(
    readonly pieces: readonly Piece[],
    readonly span: Span,
  ) {}
  peek(ahead = 0): Piece | undefined {
    return this.pieces[this.at + ahead];
  }
  next(): Piece | undefined {
    return this.pieces[this.at++];
  }
  get done(): boolean {
    return this.at >= this.pieces.length;
  }
  get rest(): readonly Piece[] {
    return this.pieces.slice(this.at);
  }
  /** The place of what was read since `start`, an index of this list. */
  since(start: number): Span {
    const first = this.pieces[start];
    const last = this.pieces[this.at - 1];
    return first && last && this.at > start
      ? { from: first.from, to: Math.max(first.to, last.to) }
      : this.here;
  }
  /** The place of the next piece, or of the end. */
  get here(): Span {
    const p = this.peek();
    return p ?? { from: this.span.to, to: this.span.to };
  }
}

/** The sign of a differential: d, an upright d, or ∂. */
export const isDifferential = (p: Piece | undefined): boolean =>
  p !== undefined &&
  p.sub === null &&
  p.primes === 0 &&
  (isPartial(p) || (p.kind === 'name' && p.base === 'd' && isPlainName(p)));
export const isPartial = (p: Piece | undefined): boolean => p?.kind === 'symbol' && p.name === 'partial';
/** A letter without accent and font. */
export const isPlainName = (p: NamePiece): boolean => p.marks.length === 0 || p.marks.join() === 'roman';

/** Whether the fraction is written as a derivative: numerator and denominator begin with the same d. */
export function isDerivative(p: Piece | undefined): p is FractionPiece {
  if (p?.kind !== 'fraction') return false;
  const [top, below] = [p.numer[0], p.denom[0]];
  if (!isDifferential(top) || !isDifferential(below) || isPartial(top) !== isPartial(below)) return false;
  return (
    p.denom.length > 1 &&
    [...p.numer.slice(1), ...p.denom].every((q) => q.kind !== 'sign' && q.kind !== 'slash')
  );
}

/** The lists of pieces that stand in a piece: in brackets, below a root, in its scripts. */
export function listsIn(p: Piece): (readonly Piece[])[] {
  const lists: (readonly Piece[])[] = [];
  if (p.kind === 'fence' || p.kind === 'group' || p.kind === 'root' || p.kind === 'dotted')
    lists.push(p.body);
  if (p.kind === 'fraction') lists.push(p.numer, p.denom);
  if (p.kind === 'rows') lists.push(...p.rows.flat());
  if (p.sup) lists.push(p.sup);
  if (p.sub) lists.push(p.sub);
  return lists;
}
