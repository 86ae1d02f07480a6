/** Two ways on, of which a condition chooses: the locals that they leave different are chosen by it. */
import { negated } from '../../core/index.js';
import type * as t from '@babel/types';
import type { Expr } from '../../core/index.js';
import { both, chosen, chosenTruth } from './conditions.js';
import type { Leaving, Outcome, Reads } from './reads.js';
import type { Declaration } from './scope.js';
import type { Placed } from './unreadable.js';
import { type Frame, type Environment, type State, type Value } from './value.js';

/** Reads both ways from the same state; afterwards the locals are what the condition makes of the two. */
export function fork<T>(
  r: Reads,
  test: Expr,
  { frame }: Environment,
  node: Placed,
  yes: () => T,
  no: () => T,
): [T, T] {
  const before = frame.state;
  const first = yes();
  const after = frame.state;
  frame.restore(before);
  const second = no();
  merge(r, test, after, frame, node);
  return [first, second];
}

/** The locals of a frame where the condition does not hold, those of the state where it does. */
export function merge(r: Reads, test: Expr, yes: State, frame: Frame, node: Placed): void {
  for (const [d, other] of [...frame.variables]) {
    const mine = yes.get(d);
    if (!mine) continue;
    if (mine.value === other.value) other.read ||= mine.read;
    else frame.set(d, joint(r, d, test, mine.value, other.value, node));
  }
}

function joint(
  r: Reads,
  d: Declaration,
  test: Expr,
  yes: Value | null,
  no: Value | null,
  node: Placed,
): Value | null {
  if (!yes || !no) return null;
  if (yes.kind === 'given' && no.kind === 'given' && yes.given === no.given) return yes;
  if (yes.kind === 'truth' && no.kind === 'truth')
    return { kind: 'truth', e: chosenTruth(test, yes.e, no.e) };
  if (yes.kind === 'list' && no.kind === 'list' && yes.items.length === no.items.length)
    return {
      kind: 'list',
      items: yes.items.map((a, i) => joint(r, d, test, a, no.items[i] as Value, node) as Value),
    };
  return r.bind(d, { kind: 'number', e: chosen(test, r.asNumber(yes, node), r.asNumber(no, node)) });
}

/** What two ways on come to, of which a condition chooses. */
export function forked(
  r: Reads,
  test: Expr,
  at: Environment,
  node: t.Node,
  first: () => Outcome,
  second: () => Outcome,
): Outcome {
  const before = at.frame.state;
  const yes = first();
  const afterYes = at.frame.state;
  at.frame.restore(before);
  const no = second();
  if (yes.falls && no.falls) merge(r, test, afterYes, at.frame, node);
  else if (yes.falls) at.frame.restore(afterYes);
  return together(test, yes, no);
}

function together(test: Expr, yes: Outcome, no: Outcome): Outcome {
  const goesOn = yes.falls || yes.leaves.length > 0;
  const not = negated(test);
  const returns = [
    ...yes.returns.map((x) => ({ ...x, condition: both(test, x.condition) })),
    ...no.returns.map((x) => ({ ...x, condition: goesOn ? both(not, x.condition) : x.condition })),
  ];
  const leaves = [
    ...yes.leaves.map((x) => ({ ...x, condition: both(test, x.condition) })),
    ...no.leaves.map((x) => ({ ...x, condition: both(not, x.condition) })),
  ];
  return { returns, leaves, falls: yes.falls || no.falls };
}

/**
 * Lets those that left go on here: the locals are theirs where their conditions hold, the first before the others.
 * Whether anything goes on from here.
 */
export function goOn(
  r: Reads,
  frame: Frame,
  leaves: readonly Leaving[],
  falls: boolean,
  node: Placed,
): boolean {
  let goes = falls;
  for (const { condition, state } of [...leaves].reverse()) {
    if (!goes || condition === null) frame.restore(state);
    else merge(r, condition, state, frame, node);
    goes = true;
  }
  return goes;
}

/** The leaves of one kind, each where none of the other kind before it holds. */
export function leavesOf(kind: Leaving['kind'], leaves: readonly Leaving[]): Leaving[] {
  const found: Leaving[] = [];
  let others: Expr | null = null;
  for (const l of leaves) {
    if (l.kind === kind) found.push({ ...l, condition: both(others, l.condition) });
    else if (l.condition) others = both(others, negated(l.condition));
  }
  return found;
}

/** The condition under which none of them has left. */
export const noneOf = (leaves: readonly Leaving[]): Expr | null =>
  leaves.reduce<Expr | null>((all, l) => (l.condition ? both(all, negated(l.condition)) : all), null);
