/** A derivation as equations set in aligned lines, told at a level: what one pastes into a paper. */
import { done, type Steps } from '../steps.js';
import {
  at,
  diff,
  num,
  same,
  someNode,
  type Derivation,
  type Expr,
  type Stage,
  type Step,
  type Sym,
} from '../core/index.js';
import type { Level } from '../protocol.js';
import { inLines } from './joined.js';
import { phaseOf } from './outline.js';
import { pluggedIn, replacePending, withoutUnits } from './plug.js';
import { isAtSight } from './sight.js';
import { spelledOne, type Spell } from './spell.js';

/** Levels of pending derivatives that get a line each; what is deeper is answered at once. */
const MOST_LEVELS = 5;

/** A line: the left side where an equation begins, and one right side of it. */
interface Row<T> {
  readonly left: T | null;
  readonly right: T;
}

/** A place at which the derivative was asked for, and its value there. */
type Point = { readonly variable: Sym; readonly at: Expr; readonly value: Expr } | null;

/** `\begin{aligned} d/dx … &= … \\ &= … \end{aligned}`: each derivative of an order n question from the one before. */
export function alignedLatex(d: Derivation, tex: Spell, level: Level = 2, point: Point = null): string {
  return done(alignedLatexInSteps(d, tex, level, point));
}

/** The same in steps: a line at a time. */
export function* alignedLatexInSteps(d: Derivation, tex: Spell, level: Level, point: Point): Steps<string> {
  const rows: Row<Expr>[] = [];
  for (const [i, s] of d.stages.entries())
    rows.push(...stageRows(d, { ...s, tidying: yield* toldTidying(s.tidying, tex, level) }, i, level));
  const all = [
    ...rows,
    ...(point
      ? equalities(at(askedOf(d, d.stages.length), point.variable, point.at), [
          at(d.result, point.variable, point.at),
          point.value,
        ])
      : []),
  ];
  const spelled: Row<string>[] = [];
  for (const { left, right } of all) {
    const row = { left: left && (yield* spelledOne(left, tex)), right: yield* spelledOne(right, tex) };
    const last = spelled.at(-1);
    const isSame = row.right === (row.left === null ? last?.right : row.left);
    const isAgain = row.left !== null && row.left === last?.left && row.right === last.right;
    if (!isSame && !isAgain) spelled.push(row);
  }
  return spelled.length === 0 ? tex(askedOf(d, d.stages.length)) : alignedLines(spelled);
}

/** The tidying that has a line at the level: what is joined to one is for beginners alone. */
function* toldTidying(tidying: readonly Step[], tex: Spell, level: Level): Steps<readonly Step[]> {
  if (level === 3) return tidying;
  const seen = tidying.filter((t) => t.rule !== 'rearrange');
  const sides = new Map<Step, { readonly before: string; readonly after: string }>();
  for (const t of seen)
    sides.set(t, { before: yield* spelledOne(t.before, tex), after: yield* spelledOne(t.after, tex) });
  const [laws, names] = [
    seen.filter((t) => phaseOf(t.rule) === 'tidy'),
    seen.filter((t) => phaseOf(t.rule) !== 'tidy'),
  ];
  const lines = inLines(laws, (t) => sides.get(t) ?? NO_SIDES).flatMap((line) => line.slice(-1));
  return [...lines, ...names];
}
const NO_SIDES = { before: '', after: '' };

/** Equations one below the other, their signs aligned. */
export function alignedLines(rows: readonly Row<string>[]): string {
  const lines = rows.map(({ left, right }) => `${left === null ? '' : left + ' '}&= ${right}`);
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`;
}

function equalities(left: Expr, rights: readonly Expr[]): readonly Row<Expr>[] {
  return rights.map((right, i) => ({ left: i === 0 ? left : null, right }));
}

/** The derivative of the k-th order that the question asks for on the way to its own. */
function askedOf({ question: { body, target, order, partial }, stages }: Derivation, k: number): Expr {
  return diff(body, target, stages.length > 1 ? num(k) : order, partial);
}

/** One derivative of several goes on from the one before. */
function stageRows(d: Derivation, stage: Stage, index: number, level: Level): readonly Row<Expr>[] {
  const { root, result } = stage;
  const rights = level === 1 ? [root.result, result] : chainOf(stage, level);
  const from = index === 0 ? [] : [root.before];
  return [
    ...(level === 1 ? [] : equationRows(root, level)),
    ...equalities(askedOf(d, index + 1), [...from, ...rights]),
  ];
}

/** Equations on the way to a derivative, where both sides are differentiated: the equation, then its derivative. */
function equationRows(root: Step, level: Level): readonly Row<Expr>[] {
  return root.substeps.flatMap((s) => {
    const { before, result } = s;
    if (result.kind !== 'relation') return [];
    const given = before.kind === 'diff' ? [before.body] : [];
    const all = [...given, ...layers(s, level), result].map(withoutUnits);
    return all
      .filter((e, i) => !all.slice(0, i).some((b) => same(b, e)))
      .flatMap((e) => {
        const [left, right] = e.kind === 'relation' ? e.sides : [];
        return left && right ? [{ left, right }] : [];
      });
  });
}

/** The rule's line, then a line for each level of derivatives in it, what that comes to, and its tidying. */
export function chainOf({ root, tidying, result }: Stage, level: Level): readonly Expr[] {
  if (root.result.kind === 'relation') return [...tidying.map((t) => t.after), result];
  const taken = layers(root, level);
  const isOpen = taken.length > 2 || taken.slice(-1).some((line) => someNode(line, (e) => e.kind === 'diff'));
  const lines = [...taken, ...(isOpen ? [pluggedIn(root)] : []), root.result];
  return [...lines.map(withoutUnits), ...tidying.map((t) => t.after), result];
}

/** Lines with the derivatives that are still to be taken; those taken at sight are answered with the others of their line. */
function layers(root: Step, level: Level): readonly Expr[] {
  const answered = (s: Step): boolean => isUnit(s) || (level < 3 && isAtSight(s));
  let line = answeredIn(root.after, root.substeps.filter(isUnit));
  const lines: Expr[] = [line];
  let open: readonly Step[] = root.substeps;
  for (let k = 0; k < MOST_LEVELS && open.some((s) => !answered(s)); k++) {
    line = replacePending(line, open, (s) =>
      answered(s) ? s.result : answeredIn(s.after, s.substeps.filter(isUnit)),
    );
    lines.push(line);
    open = open.filter((s) => !answered(s)).flatMap((s) => s.substeps);
  }
  return lines;
}

const answeredIn = (e: Expr, steps: readonly Step[]): Expr => replacePending(e, steps, (s) => s.result);

/** dx/dx, dc/dx and d(5x)/dx, which no one writes down, and df/dx, which is f′. */
function isUnit({ rule, substeps }: Step): boolean {
  if (rule === 'constant-multiple') return substeps.every((s) => s.rule === 'identity');
  return rule === 'constant' || rule === 'identity' || rule === 'unknown';
}
