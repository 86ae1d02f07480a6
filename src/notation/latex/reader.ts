/** What one reading collects, and the grammar's entry points, by which its parts reach each other. */
import { children, sym, type Expr, type Sym } from '../../core/index.js';
import type { Assumption, Context, Problem, Seen, Span } from '../notation.js';
import { isUsualIndex } from '../../customs/usually.js';
import { indexLettersIn } from './indexLetters.js';
import type { Cursor, FencePiece, Piece } from './piece.js';
import { StyleNotes } from './style.js';
import { fail, Unreadable } from './unreadable.js';
import { countBelow } from '../../text/ascending.js';

/**
 * Stands where the author left the variable to the reader: the target of (…)′, the argument of a bare sec², the
 * operand of a d/dx with nothing behind it. Whoever knows the variable in question puts it in.
 */
export const IMPLIED: Sym = sym('·');
/** A fresh node for the implied name. */
export const implied = (): Sym => sym('·');

export interface Grammar {
  /** A sum, up to what cannot belong to one. */
  sum(r: Reader, c: Cursor): Expr;
  /** A product: the run of factors up to + − and relations. */
  term(r: Reader, c: Cursor): Expr;
  factor(r: Reader, c: Cursor): Expr;
  /** The whole list as one expression, conditions and relations included. */
  condition(r: Reader, pieces: readonly Piece[], span: Span): Expr;
  /** The body with the variables set that stand below an evaluation bar. */
  evaluated(r: Reader, body: Expr, bar: Piece): Expr;
}

// A bracket inside a bracket is three levels: sum, term, factor.
const MAX_DEPTH = 450;

export class Reader {
  readonly problems: Problem[] = [];
  readonly assumptions: Assumption[] = [];
  readonly seen: Seen[] = [];
  readonly spans = new Map<Expr, Span>();
  readonly style = new StyleNotes();
  /** Ids of names that this text itself writes as name(…) = …. */
  readonly localFunctions = new Set<string>();
  /** Ids of names that this text writes before brackets only. */
  likelyFunctions: ReadonlySet<string> = new Set();
  /** Ids of names that this text writes without a bracket somewhere. */
  bareNames: ReadonlySet<string> = new Set();
  /** Whether the letter i is the imaginary unit in this text. */
  imaginary = false;
  private depth = 0;
  /** Letters that this text itself counts with. */
  private readonly indexLetters: ReadonlySet<string>;

  constructor(
    readonly text: string,
    readonly context: Context,
    readonly grammar: Grammar,
  ) {
    this.indexLetters = indexLettersIn(text);
  }

  private braces: readonly number[] | null = null;

  /** Notes where the node stands, unless that is known already. */
  place<T extends Expr>(e: T, span: Span): T {
    if (!this.spans.has(e))
      this.spans.set(e, e.size === 1 ? { from: span.from, to: span.to } : this.balanced(span));
    return e;
  }
  /** The place, widened over wrappers that it cuts: of \\boxed{a + b} + c the sum begins at \\boxed. */
  balanced(span: Span): Span {
    return balancedPlace(this.text, (this.braces ??= bracesOf(this.text)), span);
  }
  /** Gives the nodes of a rebuilt tree the places of the tree that it was made from. */
  movePlaces(old: Expr, made: Expr): void {
    if (old === made) return;
    const span = this.spans.get(old);
    if (span) this.place(made, span);
    const parts = children(made);
    children(old).forEach((o, i) => {
      const m = parts[i];
      if (m) this.movePlaces(o, m);
    });
  }

  /** Says a chosen reading, once a kind and wording. */
  assume(kind: Assumption['kind'], span: Span, message: string): void {
    if (this.assumptions.some((a) => a.kind === kind && a.message === message)) return;
    this.assumptions.push({ kind, message, from: span.from, to: span.to });
  }

  /** Runs a part of the grammar one level deeper; ends in a problem past the limit. */
  deeper<T>(span: Span, read: () => T): T {
    if (this.depth >= MAX_DEPTH) fail(span, 'The formula is nested too deeply to read.', 'limit');
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  /** What `read` gives, or null with its problem noted. */
  attempt<T>(read: () => T): T | null {
    const found = this.tried(read);
    if (!(found instanceof Unreadable)) return found.value;
    this.problems.push(found.problem);
    return null;
  }

  /** What `read` gives; what `instead` gives where that meets with something foreign. */
  orInstead<T>(read: () => T, instead: () => T): T {
    const found = this.tried(read);
    if (!(found instanceof Unreadable)) return found.value;
    if (!found.isForeign) throw found;
    return instead();
  }

  /** What `read` gives, or why it cannot be read. */
  private tried<T>(read: () => T): { readonly value: T } | Unreadable {
    const depth = this.depth;
    try {
      return { value: read() };
    } catch (error) {
      this.depth = depth;
      if (!(error instanceof Unreadable)) throw error;
      return error;
    }
  }

  /** The source of a place. */
  source(span: Span): string {
    return this.text.slice(span.from, span.to);
  }
  knowsFunction(id: string): boolean {
    return this.localFunctions.has(id) || this.context.functions.has(id);
  }
  defines(id: string): boolean {
    return this.localFunctions.has(id) || this.context.defined.has(id) || this.context.functions.has(id);
  }
  /** Whether the document gives the name a value, and not arguments alone. */
  isQuantity(id: string): boolean {
    return this.context.defined.has(id) && !this.context.functions.has(id);
  }
  /** Whether the letter below another one is an index: by custom, or by how this text or the document writes it. */
  isIndex(letter: string): boolean {
    return (
      isUsualIndex(letter) || this.indexLetters.has(letter) || (this.context.indices?.has(letter) ?? false)
    );
  }
  isVariable(s: Sym): boolean {
    return this.context.variable?.id === s.id;
  }
}

/** Where braces stand that are no signs, \{, in order. */
function bracesOf(text: string): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{' || text[i] === '}') found.push(i);
  }
  return found;
}

function balancedPlace(text: string, braces: readonly number[], { from, to }: Span): Span {
  let [left, right] = [from, to];
  let open = 0;
  for (let k = countBelow(braces, from); k < braces.length; k++) {
    const at = braces[k] as number;
    if (at >= to) break;
    if (text[at] === '{') open++;
    else if (open > 0) open--;
    else left = openingBrace(text, left);
  }
  for (; open > 0 && right < text.length; right++) {
    if (text[right] === '{' && text[right - 1] !== '\\') open++;
    if (text[right] === '}' && text[right - 1] !== '\\') open--;
  }
  return { from: left, to: right };
}
/** Where the brace around a place opens, with the command before it. */
function openingBrace(text: string, from: number): number {
  let closed = 0;
  for (let i = from - 1; i >= 0; i--) {
    if (text[i - 1] === '\\') continue;
    if (text[i] === '}') closed++;
    else if (text[i] === '{' && closed-- === 0)
      return i - (/\\[a-zA-Z]+\s*$/.exec(text.slice(Math.max(0, i - 20), i))?.[0].length ?? 0);
  }
  return from;
}

/** The list between separators of one kind. */
export function splitAt(pieces: readonly Piece[], isSeparator: (p: Piece) => boolean): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const p of pieces) {
    if (isSeparator(p)) parts.push([]);
    else parts.at(-1)?.push(p);
  }
  return parts;
}
export const isComma = (p: Piece): boolean => p.kind === 'separator' && (p.text === ',' || p.text === ';');
export const isGap = (p: Piece): boolean => p.kind === 'separator' && p.text === 'gap';
export const isRound = (p: Piece | undefined): p is FencePiece =>
  p?.kind === 'fence' && p.left === '(' && p.right === ')';
