/** Expressions as LaTeX, the way a textbook sets them. */
import {
  byKind,
  children,
  freshSymbol,
  openBody,
  sym,
  type Binder,
  type ByKind,
  type Expr,
  type Names,
  type Sym,
} from '../../core/index.js';
import { INDEX_NAMES } from '../../customs/usually.js';
import { DEFAULT_STYLE, type Style } from '../notation.js';
import {
  fractionPiece,
  numberPiece,
  orderedPiece,
  powerPiece,
  productPiece,
  rootPiece,
  sumPiece,
} from './printArithmetic.js';
import { applyPiece, callPiece } from './printCalls.js';
import { piece, positive, Rank, type Signed, whole } from './printPieces.js';
import { type Opened, ownSpelling, type Printing } from './printing.js';
import {
  atPiece,
  binderPiece,
  casesPiece,
  componentPiece,
  deltaPiece,
  derivativePiece,
  logicPiece,
  matrixPiece,
  plusMinusPiece,
  relationPiece,
  tuplePiece,
} from './printStructures.js';
import { constantPiece, symbolPiece } from './printSymbols.js';
import { FUNCTION_LETTERS } from './spellings.js';

/** The longest text that is printed, in UTF-16 units: shared subtrees can make a small tree a text without end. */
export const LENGTH_LIMIT = 200_000;
/** What `printLatex` gives instead of a text beyond its limit. */
export const TOO_LONG = '\\text{(too long to print)}';

/**
 * The expression in LaTeX. Terms and factors keep the tree's order; brackets are the fewest that keep the meaning.
 * Beyond `limit` UTF-16 units it is `TOO_LONG`. Time is linear in the distinct nodes, and no depth is too deep.
 */
export function printLatex(e: Expr, style: Style = DEFAULT_STYLE, limit: number = LENGTH_LIMIT): string {
  return latexWithin(e, style, limit) ?? TOO_LONG;
}

/** The same, or null beyond the limit. */
export function latexWithin(
  e: Expr,
  style: Style = DEFAULT_STYLE,
  limit: number = LENGTH_LIMIT,
): string | null {
  const taken = LETTERS.filter((letter) => e.free.has(letter));
  if (!last?.isFor(style, limit, taken)) last = new LatexPrinter(style, limit, new Set(taken));
  const printer = last;
  const text = printer.print(e);
  if (printer.size > MOST_KEPT) last = null;
  return text;
}

/** The printer that was used last: the steps of a derivation share most of their parts. */
let last: LatexPrinter | null = null;
/** Parts that are kept for the next expression. */
const MOST_KEPT = 4_000;
/** Letters that change how functions are spelled where the expression has them as names. */
const LETTERS: readonly string[] = ['e', ...FUNCTION_LETTERS];

/** A node in one of the two sizes: on the line, or in a sub- or superscript. */
interface Task {
  readonly node: Expr;
  readonly small: boolean;
  /** What it needs was put before it. */
  isReady?: boolean;
}

class LatexPrinter {
  private readonly onLine = new Map<Expr, Signed>();
  private readonly inScripts = new Map<Expr, Signed>();
  private readonly openings = new Map<Binder, Opened>();

  constructor(
    private readonly style: Style,
    private readonly limit: number,
    private readonly taken: Names,
  ) {}

  /** How many parts are known. */
  get size(): number {
    return this.onLine.size + this.inScripts.size;
  }

  /** Whether it prints as one for this style would, for names with these letters among them. */
  isFor(style: Style, limit: number, taken: readonly string[]): boolean {
    return (
      style === this.style &&
      limit === this.limit &&
      taken.length === this.taken.size &&
      taken.every((letter) => this.taken.has(letter))
    );
  }

  /** Children first, by a stack of our own: a node is laid out once its children's pieces are known. */
  print(root: Expr): string | null {
    const stack: Task[] = [{ node: root, small: false }];
    for (let task = stack.at(-1); task; task = stack.at(-1)) {
      const known = this.known(task.small);
      if (known.has(task.node)) {
        stack.pop();
        continue;
      }
      if (task.isReady !== true) {
        task.isReady = true;
        for (const t of this.needs(task)) if (!this.known(t.small).has(t.node)) stack.push(t);
        continue;
      }
      stack.pop();
      const laid = byKind(PIECES, task.node, this.printing(task.small));
      if (laid.body.tex.length > this.limit) return null;
      known.set(task.node, laid);
    }
    return whole(this.lookUp(root, false)).tex;
  }

  private known(small: boolean): Map<Expr, Signed> {
    return small ? this.inScripts : this.onLine;
  }
  private lookUp(e: Expr, small: boolean): Signed {
    return this.known(small).get(e) ?? positive(piece('?', Rank.Atom));
  }

  private printing(small: boolean): Printing {
    return {
      style: this.style,
      small,
      taken: this.taken,
      signed: (e) => this.lookUp(e, small),
      piece: (e) => whole(this.lookUp(e, small)),
      inScript: (e) => whole(this.lookUp(e, true)),
      opened: (b) => this.open(b),
    };
  }

  /** The nodes whose pieces the layout of this one asks for. */
  private needs({ node, small }: Task): Task[] {
    const same = (...nodes: readonly Expr[]): Task[] => nodes.map((n) => ({ node: n, small }));
    const scripts = (...nodes: readonly (Expr | null)[]): Task[] =>
      nodes.flatMap((n) => (n ? [{ node: n, small: true }] : []));
    switch (node.kind) {
      case 'pow':
        return [...same(node.base), ...scripts(node.exponent)];
      case 'root':
        return [...same(node.body), ...scripts(node.index)];
      case 'call':
        return [...same(...node.args), ...scripts(...(SCRIPT_ARGUMENTS.has(node.fn) ? node.args : []))];
      case 'apply':
        return [
          ...same(...node.args),
          ...scripts(...node.orders.map((o) => (typeof o === 'number' ? null : o))),
        ];
      case 'diff':
        return [...same(...children(node)), ...scripts(node.order), ...mixedParts(node, small)];
      case 'component':
        return [...same(node.base), ...scripts(...node.indices)];
      case 'delta':
        return scripts(node.left, node.right);
      case 'at':
        return [...same(node.body), ...scripts(node.value)];
      case 'binder': {
        const { body, condition } = this.open(node);
        return [...same(body), ...scripts(node.lower, node.upper, condition)];
      }
      case 'num':
      case 'const':
      case 'sym':
      case 'add':
      case 'mul':
      case 'div':
      case 'piecewise':
      case 'relation':
      case 'logic':
      case 'bound':
      case 'plusminus':
      case 'tuple':
      case 'matrix':
      case 'matmul':
        return same(...children(node));
    }
  }

  private open(b: Binder): Opened {
    const known = this.openings.get(b);
    if (known) return known;
    const name = visibleName(b);
    const opened = { name, ...openBody(b, name) };
    this.openings.set(b, opened);
    return opened;
  }
}
/** Functions that set an argument as an exponent or a subscript. */
const SCRIPT_ARGUMENTS: ReadonlySet<string> = new Set(['exp', 'expm1', 'log', 'norm']);

/** The targets of the derivatives inside, which a mixed partial sets in one fraction. */
function mixedParts(e: Expr, small: boolean): Task[] {
  const parts: Task[] = [];
  for (let inner = e; inner.kind === 'diff' && parts.length < 30; inner = inner.body) {
    parts.push({ node: inner.body, small }, { node: inner.target, small });
  }
  return parts;
}

/** The bound name's own spelling, or another letter of its sort where that one is taken. */
function visibleName(b: Binder): Sym {
  const names = INDEX_NAMES.includes(b.hint.id) ? INDEX_NAMES : [];
  if (!b.free.has(b.hint.id)) return b.hint;
  const other = names.find((n) => !b.free.has(n));
  return other === undefined ? freshSymbol(b.hint, [b]) : sym(other);
}

const PIECES: ByKind<Signed, [Printing]> = {
  num: numberPiece,
  const: (e) => positive(constantPiece(e.name)),
  sym: (e, p) => positive(symbolPiece(e, ownSpelling(p.style, e.id))),
  add: (e, p) => positive(sumPiece(e, p)),
  mul: productPiece,
  matmul: (e, p) => positive(orderedPiece(e, p)),
  div: fractionPiece,
  pow: (e, p) => positive(powerPiece(e, p)),
  root: (e, p) => positive(rootPiece(e, p)),
  call: callPiece,
  apply: (e, p) => positive(applyPiece(e, p)),
  diff: (e, p) => positive(derivativePiece(e, p)),
  piecewise: (e, p) => positive(casesPiece(e, p)),
  relation: (e, p) => positive(relationPiece(e, p)),
  logic: (e, p) => positive(logicPiece(e, p)),
  at: (e, p) => positive(atPiece(e.body, e, p)),
  // Only a part cut out of its binder shows one.
  bound: (e) => positive(piece(`\\square_{${String(e.level)}}`, Rank.Atom, { head: 'name' })),
  binder: (e, p) => positive(binderPiece(e, p)),
  plusminus: (e, p) => positive(plusMinusPiece(e, p)),
  component: (e, p) => positive(componentPiece(e, p)),
  delta: (e, p) => positive(deltaPiece(e, p)),
  tuple: (e, p) => positive(tuplePiece(e, p)),
  matrix: (e, p) => positive(matrixPiece(e, p)),
};
