/** Pieces of printed LaTeX: the text, how firmly it holds together, and what a neighbour sees of it. */

import { readAsWords } from './letterRuns.js';

/** How firmly a piece holds together; a place that asks for a higher rank puts brackets around it. */
export const Rank = {
  /** Relations, conditions and cases. */
  Statement: 0,
  Sum: 1,
  /** A leading minus. */
  Negative: 2,
  /** a ⊙ b, a × b: brackets among factors, none in a sum. */
  Entrywise: 2.5,
  Product: 3,
  /** Functions with a bare argument, ∑, ∫ and d/dx: no brackets in a product, but under a power. */
  Application: 4,
  /** Powers, roots and fractions: no brackets but under a power. */
  Power: 5,
  Atom: 6,
} as const;
export type Rank = number;

/** What stands at an end of a piece, as far as juxtaposition cares. */
export type Edge =
  | 'digits'
  /** The number 0 or 1, which never stands as a coefficient without a dot. */
  | 'unit'
  | 'name'
  /** A name of several upright letters. */
  | 'word'
  /** A letter that would read as a function in front of a bracket. */
  | 'callable'
  /** The letter d, which would read as a differential in front of a name. */
  | 'differential'
  /** Before: the name of a function that ends a bare argument, such as \sin. */
  | 'function'
  /** After: a bare argument, which would swallow what follows. */
  | 'open'
  /** After: a body that reaches as far as the product does, as after ∑. */
  | 'body'
  | 'bracket'
  /** A bracket that opens with a minus. */
  | 'negative'
  | 'fraction'
  /** A fraction of numbers, which after a number would read as a mixed number. */
  | 'ratio'
  /** d/dx with its bracket. */
  | 'derivative'
  | 'bars'
  | 'plain';

export interface PrintedPiece {
  readonly tex: string;
  readonly rank: Rank;
  /** Taller than a line, so that brackets around it must grow. */
  readonly tall: boolean;
  readonly head: Edge;
  readonly tail: Edge;
  /** The same as a stacked fraction, of a fraction written with a slash. */
  readonly stacked?: PrintedPiece;
}

/** A piece, and whether a minus belongs in front of it. */
export interface Signed {
  readonly negative: boolean;
  readonly body: PrintedPiece;
}

export function piece(
  tex: string,
  rank: Rank,
  edges: { head?: Edge; tail?: Edge; tall?: boolean } = {},
): PrintedPiece {
  return { tex, rank, tall: edges.tall ?? false, head: edges.head ?? 'plain', tail: edges.tail ?? 'plain' };
}
export const positive = (body: PrintedPiece): Signed => ({ negative: false, body });

/** The piece with its minus in front, and in front of its stacked form. */
export function whole({ negative, body }: Signed): PrintedPiece {
  if (!negative) return body;
  const tex = glue('-', body.tex);
  const signed: PrintedPiece = { ...body, tex, rank: Math.min(body.rank, Rank.Negative), head: 'negative' };
  return body.stacked ? { ...signed, stacked: whole({ negative, body: body.stacked }) } : signed;
}

/** Two texts side by side, with a space where a control word would run on into a letter. */
export function glue(a: string, b: string): string {
  return endsInControlWord(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b;
}
/** Factors side by side: x^2 y, so that the eye does not take y for the exponent's; ra te, so that it is no rate. */
export function beside(a: string, b: string): string {
  const letters =
    (/(?<![\\A-Za-z])[A-Za-z]+$/.exec(a.slice(-LONGEST_RUN))?.[0] ?? '') + (/^[A-Za-z]+/.exec(b)?.[0] ?? '');
  if (letters.length > 1 && /^[A-Za-z]/.test(b) && readAsWords(letters)) return `${a} ${b}`;
  return /[\^_][0-9A-Za-z]$/.test(a.slice(-2)) && /^[0-9A-Za-z]/.test(b) ? `${a} ${b}` : glue(a, b);
}
const LONGEST_RUN = 40;
function endsInControlWord(a: string): boolean {
  let i = a.length;
  while (i > 0 && isLetter(a.charCodeAt(i - 1))) i--;
  return i < a.length && i > 0 && a[i - 1] === '\\';
}
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** Brackets that grow only where the content is tall. */
export function fenced(content: PrintedPiece, open = '(', close = ')'): string {
  return content.tall ? `\\left${open}${content.tex}\\right${close}` : `${open}${content.tex}${close}`;
}
export function bracketed(p: PrintedPiece): PrintedPiece {
  const head = p.head === 'negative' ? 'negative' : 'bracket';
  return { tex: fenced(p), rank: Rank.Atom, tall: p.tall, head, tail: 'bracket' };
}
/** The piece, in brackets where it holds together less firmly than `rank`. */
export const atLeast = (p: PrintedPiece, rank: Rank): PrintedPiece => (p.rank < rank ? bracketed(p) : p);

/** A sub- or superscript: x^2, but x^{10}. */
export const script = (mark: '^' | '_', tex: string): string =>
  /^[0-9A-Za-z]$/.test(tex) ? mark + tex : `${mark}{${tex}}`;

/** Whether juxtaposition would misread, so that a dot must stand between. */
export function needsDot(a: Edge, b: Edge): boolean {
  if (ALWAYS_AFTER.has(a) || ALWAYS_BEFORE.has(b)) return true;
  switch (a) {
    case 'open':
      return b !== 'function';
    case 'callable':
      return b === 'bracket';
    case 'differential':
      return NAMES.has(b);
    case 'word':
      return b !== 'function';
    case 'fraction':
    case 'ratio':
      return b === 'fraction';
    case 'bars':
      return b === 'bars';
    default:
      return (b === 'derivative' && a !== 'digits') || (b === 'word' && a !== 'digits');
  }
}
const ALWAYS_AFTER: ReadonlySet<Edge> = new Set<Edge>(['unit', 'derivative', 'body']);
const ALWAYS_BEFORE: ReadonlySet<Edge> = new Set<Edge>(['digits', 'unit', 'ratio', 'negative']);
const NAMES: ReadonlySet<Edge> = new Set<Edge>(['name', 'word', 'callable', 'differential']);
