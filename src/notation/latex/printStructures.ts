/** Layout of derivatives still to be taken, ∑ ∏ ∫ lim, cases, relations, components and arrays. */
import {
  isSquareName,
  isOne,
  type At,
  type Binder,
  type Component,
  type Delta,
  type Diff,
  type Expr,
  type Logic,
  type Matrix,
  type Piecewise,
  type PlusMinus,
  type Relation,
  type RelationOp,
  type Tuple,
} from '../../core/index.js';
import { argumentList } from './printLists.js';
import { atLeast, beside, fenced, glue, type PrintedPiece, piece, Rank, script } from './printPieces.js';
import type { Printing } from './printing.js';
import { symbolParts, symbolPiece } from './printSymbols.js';

/** dz/dg of a plain name, d/dx[…] of anything else. */
export function derivativePiece(e: Diff, p: Printing): PrintedPiece {
  if (e.target.kind === 'tuple') return severalPiece(e, e.target, p);
  if (isImplied(e.target)) return primedPiece(e, p);
  const chain = mixedPartial(e) ?? { body: e.body, targets: [{ target: e.target, order: e.order }] };
  const d = e.partial ? '\\partial' : 'd';
  const total =
    chain.targets.length === 1 ? exponentOf(e.order, p) : script('^', String(chain.targets.length));
  const below = chain.targets
    .map(({ target, order }) => glue(d, targetPiece(target, p).tex) + exponentOf(order, p))
    .reduce((a, b) => `${a} \\, ${b}`);
  const body = p.piece(chain.body);
  if (isNamed(chain.body)) {
    return piece(`\\frac{${beside(d + total, body.tex)}}{${below}}`, Rank.Power, {
      head: 'fraction',
      tail: 'fraction',
      tall: true,
    });
  }
  const tex = `\\frac{${d}${total}}{${below}}\\left[${body.tex}\\right]`;
  return piece(tex, Rank.Application, { head: 'derivative', tail: 'derivative', tall: true });
}
/** ∇[…] and ∇²[…] of one function; of several the matrix ∂[…]/∂(x, y). */
/** ∂σ² by a name that is a square: only an order above it would need a bracket. */
const targetPiece = (target: Expr, p: Printing): PrintedPiece =>
  isSquare(target) ? p.piece(target) : atLeast(p.piece(target), Rank.Atom);
const isSquare = (e: Expr): boolean =>
  e.kind === 'component' ? isSquare(e.base) : e.kind === 'sym' && isSquareName(e);

function severalPiece(e: Diff, targets: Tuple, p: Printing): PrintedPiece {
  const body = p.piece(e.body);
  const edges = { head: 'derivative', tail: 'derivative', tall: true } as const;
  if (e.body.kind === 'tuple') {
    const below = fenced(argumentList(targets.items, p));
    return piece(`\\frac{\\partial ${body.tex}}{\\partial ${below}}`, Rank.Application, edges);
  }
  return piece(`\\nabla${exponentOf(e.order, p)}\\left[${body.tex}\\right]`, Rank.Application, edges);
}

/** The name that stands for a variable which is left to the reader: (…)′. */
const isImplied = (e: Expr): boolean => e.kind === 'sym' && e.base === '·';

function primedPiece(e: Diff, p: Printing): PrintedPiece {
  const { body, order } = e;
  const count = order.kind === 'num' ? Number(order.value.n) : 0;
  const marks = count >= 1 && count <= 3 ? "'".repeat(count) : `^{(${p.inScript(order).tex})}`;
  const inner = p.piece(body);
  const base = body.kind === 'sym' ? inner : { ...inner, tex: fenced(inner) };
  return piece(base.tex + marks, Rank.Power, {
    head: body.kind === 'sym' ? inner.head : 'bracket',
    tail: 'callable',
    tall: inner.tall,
  });
}
const isNamed = (e: Expr): boolean =>
  e.kind === 'sym' ||
  (e.kind === 'component' && e.base.kind === 'sym') ||
  (e.kind === 'apply' && e.args.length === 0);
const exponentOf = (order: Expr, p: Printing): string =>
  isOne(order) ? '' : script('^', p.inScript(order).tex);

interface Mixed {
  readonly body: Expr;
  readonly targets: readonly { target: Expr; order: Expr }[];
}
/** ∂/∂x of ∂f/∂y as one fraction, where each is taken once and f is a name. */
function mixedPartial(e: Diff): Mixed | null {
  const targets: { target: Expr; order: Expr }[] = [];
  let body: Expr = e;
  while (body.kind === 'diff' && body.partial && isOne(body.order)) {
    targets.push({ target: body.target, order: body.order });
    body = body.body;
  }
  return targets.length > 1 && targets.length <= 9 && isNamed(body) ? { body, targets } : null;
}

export function binderPiece(e: Binder, p: Printing): PrintedPiece {
  const { name, body, condition } = p.opened(e);
  const index = symbolPiece(name).tex;
  const inner = p.piece(body);
  const upper = e.upper ? script('^', p.inScript(e.upper).tex) : '';
  if (e.op === 'integral') return integral(e, upper, inner, index, p);
  const under = [range(e, index, p), condition && side(e) === '' ? p.inScript(condition).tex : null].filter(
    (t) => t !== null,
  );
  const sub = under.length > 0 ? under.join(', ') : index;
  const sign = { sum: '\\sum', product: '\\prod', limit: '\\lim' }[e.op];
  const tex = `${sign}${script('_', sub)}${e.op === 'limit' ? '' : upper} ${atLeast(inner.stacked ?? inner, Rank.Product).tex}`;
  return piece(tex, Rank.Application, { head: 'plain', tail: 'body', tall: true });
}
function range(e: Binder, index: string, p: Printing): string | null {
  if (!e.lower) return null;
  return `${index}${e.op === 'limit' ? ' \\to ' : '='}${p.inScript(e.lower).tex}${side(e)}`;
}
/** The sign of a limit from one side, which its condition says: h > 0 as h → 0. */
function side(e: Binder): string {
  if (e.op !== 'limit' || e.condition?.kind !== 'relation') return '';
  return e.condition.ops[0] === '>' ? '^+' : e.condition.ops[0] === '<' ? '^-' : '';
}
function integral(e: Binder, upper: string, inner: PrintedPiece, index: string, p: Printing): PrintedPiece {
  const lower = e.lower ? script('_', p.inScript(e.lower).tex) : '';
  const tex = `\\int${lower}${upper} ${atLeast(inner, Rank.Product).tex} \\, ${glue('d', index)}`;
  return piece(tex, Rank.Application, { tail: 'body', tall: true });
}

export function casesPiece(e: Piecewise, p: Printing): PrintedPiece {
  const rows = e.branches.map((b) => `${p.piece(b.value).tex} & \\text{if } ${p.piece(b.condition).tex}`);
  if (e.otherwise) rows.push(`${p.piece(e.otherwise).tex} & \\text{otherwise}`);
  return piece(`\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`, Rank.Statement, { tall: true });
}

const RELATIONS: Readonly<Record<RelationOp, string>> = {
  '=': '=',
  '!=': '\\neq',
  '<': '<',
  '<=': '\\leq',
  '>': '>',
  '>=': '\\geq',
  ':=': ':=',
  '~': '\\sim',
  '->': '\\to',
  in: '\\in',
  implies: '\\implies',
  iff: '\\iff',
};
export const relationSign = (op: RelationOp): string => RELATIONS[op];

export function relationPiece(e: Relation, p: Printing): PrintedPiece {
  const sides = e.sides.map((s) => sidePiece(s, e, p));
  const tex = sides.map((s, i) => (i === 0 ? s.tex : `${RELATIONS[e.ops[i - 1] ?? '=']} ${s.tex}`)).join(' ');
  return piece(tex, Rank.Statement, { tall: sides.some((s) => s.tall) });
}
function sidePiece(side: Expr, e: Relation, p: Printing): PrintedPiece {
  const joinsStatements = e.ops.every((op) => op === 'implies' || op === 'iff');
  if (side.kind === 'relation' ? joinsStatements && !hasImplication(side) : side.kind !== 'logic')
    return p.piece(side);
  return atLeast(p.piece(side), Rank.Sum);
}
const hasImplication = (e: Relation): boolean => e.ops.some((op) => op === 'implies' || op === 'iff');

export function logicPiece(e: Logic, p: Printing): PrintedPiece {
  const parts = e.args.map((a) => (a.kind === 'logic' ? atLeast(p.piece(a), Rank.Sum) : p.piece(a)));
  const tall = parts.some((a) => a.tall);
  if (e.op === 'not')
    return piece(`\\lnot ${parts.map((a) => fenced(a)).join(', ')}`, Rank.Statement, { tall });
  return piece(
    parts.map((a) => a.tex).join(e.op === 'and' ? ' \\text{ and } ' : ' \\text{ or } '),
    Rank.Statement,
    { tall },
  );
}

export function atPiece(body: Expr, e: At, p: Printing): PrintedPiece {
  const inner = atLeast(p.piece(body), Rank.Product);
  const place = `${symbolPiece(e.variable).tex}=${p.inScript(e.value).tex}`;
  return piece(`\\left.${inner.tex}\\right|_{${place}}`, Rank.Power, {
    head: 'bracket',
    tail: 'bars',
    tall: true,
  });
}

export function plusMinusPiece(e: PlusMinus, p: Printing): PrintedPiece {
  const parts = e.args.map((a) => atLeast(p.piece(a), Rank.Product));
  const tall = parts.some((a) => a.tall);
  const tex =
    parts.length === 1 ? glue('\\pm', ' ' + (parts[0]?.tex ?? '')) : parts.map((a) => a.tex).join(' \\pm ');
  return piece(tex, Rank.Sum, { head: 'negative', tall });
}

/** z_k, J_{ij}, a_{1,2}, w_{k-1}: indices run together where each is one letter. */
export function componentPiece(e: Component, p: Printing): PrintedPiece {
  const indices = indexList(e.indices, p);
  if (e.base.kind === 'sym') {
    const { stem, sub } = symbolParts(e.base);
    const hasSquare = isSquareName(e.base);
    const name = stem + script('_', sub === null ? indices : `${sub},${indices}`);
    return piece(name + (hasSquare ? '^2' : ''), hasSquare ? Rank.Power : Rank.Atom, {
      head: 'name',
      tail: 'plain',
    });
  }
  const base = e.base.kind === 'component' ? bracket(p.piece(e.base)) : atLeast(p.piece(e.base), Rank.Atom);
  return piece(base.tex + script('_', indices), Rank.Atom, { head: base.head, tall: base.tall });
}
const bracket = (c: PrintedPiece): PrintedPiece => ({ ...c, tex: fenced(c), head: 'bracket' });

function indexList(indices: readonly Expr[], p: Printing): string {
  const texts = indices.map((i) => p.inScript(i).tex);
  return indices.every((i) => i.kind === 'sym') ? texts.reduce(glue, '') : texts.join(',');
}
export function deltaPiece(e: Delta, p: Printing): PrintedPiece {
  return piece('\\delta' + script('_', indexList([e.left, e.right], p)), Rank.Atom, { head: 'name' });
}

export function tuplePiece(e: Tuple, p: Printing): PrintedPiece {
  const list = argumentList(e.items, p);
  return piece(fenced(list, '[', ']'), Rank.Atom, { head: 'bracket', tail: 'bracket', tall: list.tall });
}
export function matrixPiece(e: Matrix, p: Printing): PrintedPiece {
  const rows = e.rows.map((row) => row.map((c) => p.piece(c).tex).join(' & '));
  return piece(`\\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`, Rank.Atom, {
    head: 'bracket',
    tail: 'bracket',
    tall: true,
  });
}
