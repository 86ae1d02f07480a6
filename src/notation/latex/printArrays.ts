/** Layout of what is done with whole vectors and matrices: transposes, norms, a ⊙ b, ⟨a, b⟩, differentials, I and 𝟏. */
import type { Call, Expr } from '../../core/index.js';
import { argumentList, postfix } from './printLists.js';
import { atLeast, fenced, glue, type PrintedPiece, piece, Rank, script } from './printPieces.js';
import { ownSpelling, type Printing } from './printing.js';

/** The piece of a function of vectors or matrices that is more than a name; null for any other. */
export function arrayPiece(e: Call, p: Printing): PrintedPiece | null {
  return LAYOUTS.get(e.fn)?.(e, p) ?? null;
}

type Layout = (e: Call, p: Printing) => PrintedPiece | null;

const transposed = (p: Printing): string => ownSpelling(p.style, 'transpose') ?? '^\\top';
/** A^{-\\top} of the transpose of an inverse, by the author's own sign. */
function transpose({ args: [a] }: Call, p: Printing): PrintedPiece | null {
  if (!a) return null;
  const sign = transposed(p);
  const inner = a.kind === 'call' && a.fn === 'inverse' ? a.args[0] : undefined;
  if (!inner || sign === "'") return postfix(sign, a, p);
  return postfix(`^{-${sign.replace(/^\^\{?|\}$/g, '')}}`, inner, p);
}

/** a ⊙ b ⊙ c: what holds together less firmly than a power stands in brackets. */
function hadamard({ args }: Call, p: Printing): PrintedPiece | null {
  if (args.length < 2) return null;
  const parts = args.map((a) => atLeast(p.piece(a), Rank.Application));
  return piece(parts.map((a) => a.tex).join(' \\odot '), Rank.Entrywise, {
    head: parts[0]?.head ?? 'plain',
    tall: parts.some((a) => a.tall),
  });
}

function inner({ args }: Call, p: Printing): PrintedPiece | null {
  const list = argumentList(args, p);
  return piece(fenced({ ...list, tall: true }, '\\langle ', '\\rangle'), Rank.Atom, {
    head: 'bracket',
    tail: 'bracket',
    tall: list.tall,
  });
}

function cross({ args: [a, b] }: Call, p: Printing): PrintedPiece | null {
  if (!a || !b) return null;
  const [left, right] = [a, b].map((x) => atLeast(p.piece(x), Rank.Power)) as [PrintedPiece, PrintedPiece];
  return piece(`${left.tex} \\times ${right.tex}`, Rank.Entrywise, {
    head: left.head,
    tall: left.tall || right.tall,
  });
}

/** dX, and d(…) of what is more than a name. */
function differential({ args: [a] }: Call, p: Printing): PrintedPiece | null {
  if (!a) return null;
  const of = p.piece(a);
  const tex = of.rank >= Rank.Atom && of.head !== 'bracket' ? glue('d', of.tex) : 'd' + fenced(of);
  return piece(tex, Rank.Power, { head: 'differential', tail: 'differential', tall: of.tall });
}

/** (dx)_i. */
function entry({ args: [a, ...indices] }: Call, p: Printing): PrintedPiece | null {
  if (!a) return null;
  const of = p.piece(a);
  const below = script('_', indices.map((i) => p.inScript(i).tex).join(', '));
  return piece(fenced(of) + below, Rank.Atom, { head: 'bracket', tail: 'bracket', tall: of.tall });
}

/** ∇·F, ∇×F and Δf: of what is more than a name in brackets. */
const operated =
  (sign: string): Layout =>
  ({ args: [a] }, p) => {
    if (!a) return null;
    const of = p.piece(a);
    const isWhole = a.kind === 'sym' || a.kind === 'tuple' || a.kind === 'matrix';
    return piece(glue(sign, isWhole ? of.tex : fenced(of)), Rank.Application, OPERATED);
  };
const OPERATED = { head: 'derivative', tail: 'derivative', tall: true } as const;
/** a · b. */
function dot({ args: [a, b] }: Call, p: Printing): PrintedPiece | null {
  if (!a || !b) return null;
  const [left, right] = [a, b].map((x) => atLeast(p.piece(x), Rank.Application)) as [
    PrintedPiece,
    PrintedPiece,
  ];
  const tall = left.tall || right.tall;
  return piece(`${left.tex} \\cdot ${right.tex}`, Rank.Entrywise, { head: left.head, tall });
}

/** ‖x‖, with its degree below. */
const norm =
  (below: (degree: Expr | undefined, p: Printing) => string): Layout =>
  ({ args: [a, degree] }, p) => {
    if (!a) return null;
    const of = p.piece(a);
    const tex = of.tall ? `${glue('\\left\\|', of.tex)}\\right\\|` : `${glue('\\|', of.tex)}\\|`;
    return piece(tex + below(degree, p), Rank.Atom, { head: 'bars', tail: 'bars', tall: of.tall });
  };
const NORM = norm((degree, p) =>
  degree ? script('_', p.inScript(degree).tex) : (ownSpelling(p.style, 'norm') ?? ''),
);
const FROBENIUS = norm(() => '_F');

/** Of a matrix's length nothing is said. */
const constant =
  (fn: string, tex: string): Layout =>
  (_, p) =>
    piece(ownSpelling(p.style, fn) ?? tex, Rank.Atom, { head: 'name' });

const LAYOUTS: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ['transpose', transpose],
  ['inverse', ({ args: [a] }, p) => (a ? postfix('^{-1}', a, p) : null)],
  ['hadamard', hadamard],
  ['inner', inner],
  ['cross', cross],
  ['differential', differential],
  ['entry', entry],
  ['norm', NORM],
  ['frobenius', FROBENIUS],
  ['divergence', operated('\\nabla \\cdot ')],
  ['curl', operated('\\nabla \\times ')],
  ['laplacian', operated('\\Delta ')],
  ['dot', dot],
  ['identity', constant('identity', 'I')],
  ['ones', constant('ones', '\\mathbf{1}')],
]);
