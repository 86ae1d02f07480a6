/** Loops: sums and products over an index, and turns that are read one after the other. */
import { decided } from '../../core/index.js';
import type * as t from '@babel/types';
import type { Expr } from '../../core/index.js';
import type { Problem } from '../notation.js';
import { both } from './conditions.js';
import { declare, namesOf } from './declarations.js';
import { effect } from './effects.js';
import { goOn, leavesOf, noneOf } from './fork.js';
import { partOf } from './patterns.js';
import { ON, type Leaving, type Outcome, type Reads, type Returned, type Run } from './reads.js';
import { whyNotStatement } from './refusals.js';
import { scopeOf } from './scope.js';
import { asTotals, type Loop } from './totals.js';
import { isProblem, refuse, unreadable } from './unreadable.js';
import type { Environment } from './value.js';

/** Turns that are read one after the other. */
const MOST_TURNS = 64;

/** Reads a loop as sums and products; where its turns depend on each other, one turn after the other. */
export function loop(r: Reads, s: Loop, at: Environment, run: Run): Outcome {
  const inside: Environment = { ...at, scope: scopeOf(s, at.scope) };
  const totals = r.tentatively(inside, () => asTotals(r, s, inside));
  if (!isProblem(totals)) return ON;
  if (totals.code === 'limit') throw unreadable(totals);
  const turns = new Turns(r, s, inside, run);
  return s.type === 'ForStatement'
    ? counted(r, s, inside, run, turns, totals)
    : each(r, s, inside, turns, totals);
}

/** Reads a `while` or `do … while` whose turns are counted: each test is decided by constants. */
export function whileLoop(
  r: Reads,
  s: t.WhileStatement | t.DoWhileStatement,
  at: Environment,
  run: Run,
): Outcome {
  const inside: Environment = { ...at, scope: scopeOf(s, at.scope) };
  const turns = new Turns(r, s, inside, run);
  for (let n = 0; ; n++) {
    const goes = (n === 0 && s.type === 'DoWhileStatement') || decided(r.truth(s.test, inside));
    if (goes === null) refuse(s, whyNotStatement(s));
    if (!goes || !turns.run(n)) return turns.end(!goes);
  }
}

/** `for (init; test; update)` where each test is decided by constants. */
function counted(
  r: Reads,
  s: t.ForStatement,
  at: Environment,
  run: Run,
  turns: Turns,
  why: Problem,
): Outcome {
  const { init, test, update } = s;
  if (init?.type === 'VariableDeclaration') declare(r, init, at);
  else if (init) effect(r, init, at, run);
  for (let n = 0; ; n++) {
    const goes = test ? decided(r.truth(test, at)) : true;
    if (goes === null) throw unreadable(why);
    if (!goes || !turns.run(n)) return turns.end(!goes);
    if (update) effect(r, update, at, run);
  }
}

/** `for (const x of list)` over a list that is written out. */
function each(r: Reads, s: t.ForOfStatement, at: Environment, turns: Turns, why: Problem): Outcome {
  const array = r.value(s.right, at);
  if (array.kind !== 'list' || s.left.type !== 'VariableDeclaration') throw unreadable(why);
  const names = s.left.declarations.flatMap((d) => namesOf(d.id, at));
  for (const [n, item] of array.items.entries()) {
    for (const d of names) at.frame.set(d, partOf(r, item, d, at));
    if (!turns.run(n)) return turns.end(false);
  }
  return turns.end(true);
}

/** The turns of a loop so far. */
class Turns {
  private readonly returns: Returned[] = [];
  private readonly broken: Leaving[] = [];
  /** The condition under which no turn has left the loop. */
  private stays: Expr | null = null;

  constructor(
    private readonly r: Reads,
    private readonly s: Loop | t.WhileStatement | t.DoWhileStatement,
    private readonly at: Environment,
    private readonly body: Run,
  ) {}

  /** Reads the next turn; whether anything goes on to the one after. */
  run(n: number): boolean {
    const { r, s, at } = this;
    if (n >= MOST_TURNS)
      refuse(s, `The loop takes more than ${String(MOST_TURNS)} turns that depend on each other.`, 'limit');
    const outcome = this.body(r, [s.body], at);
    this.returns.push(...outcome.returns.map((x) => ({ ...x, condition: both(this.stays, x.condition) })));
    const breaks = leavesOf('break', outcome.leaves);
    this.broken.push(...breaks);
    this.stays = both(this.stays, noneOf(breaks));
    return goOn(r, at.frame, leavesOf('continue', outcome.leaves), outcome.falls, s);
  }

  end(goes: boolean): Outcome {
    const falls = goOn(this.r, this.at.frame, this.broken, goes, this.s);
    return { returns: this.returns, leaves: [], falls };
  }
}
