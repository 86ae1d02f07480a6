/** Switch statements over numbers, as the chains of conditions that they are. */
import type * as t from '@babel/types';
import { relation, type Expr, decided, truthValue } from '../../core/index.js';
import { either } from './conditions.js';
import { forked, goOn, leavesOf } from './fork.js';
import { ON, type Outcome, type Reads, type Run } from './reads.js';
import { scopeOf } from './scope.js';
import { refuse } from './unreadable.js';
import type { Environment } from './value.js';

/** Cases that share their statements; `test` is null for those that `default` is among. */
interface Group {
  readonly test: Expr | null;
  readonly node: t.SwitchCase;
  readonly isLast: boolean;
}

export function choice(r: Reads, s: t.SwitchStatement, at: Environment, run: Run): Outcome {
  const inside: Environment = { ...at, scope: scopeOf(s, at.scope) };
  const groups = groupsOf(r, s, inside);
  const ordered = [...groups.filter((g) => g.test), ...groups.filter((g) => !g.test)];
  const from = (i: number): Outcome => {
    const group = ordered[i];
    if (!group) return ON;
    const own = (): Outcome => ended(r, group, inside, run);
    const certain = group.test ? decided(group.test) : true;
    if (certain === true || !group.test) return own();
    return certain === false ? from(i + 1) : forked(r, group.test, inside, s, own, () => from(i + 1));
  };
  return from(0);
}

function groupsOf(r: Reads, s: t.SwitchStatement, at: Environment): Group[] {
  const testOf = testerOf(r, s.discriminant, at);
  const groups: Group[] = [];
  let test: Expr | null = truthValue(false);
  s.cases.forEach((node, i) => {
    if (!node.test) test = null;
    else if (test) test = either(test, testOf(node.test));
    const isLast = i === s.cases.length - 1;
    if (node.consequent.length === 0 && !isLast) return;
    groups.push({ test, node, isLast });
    test = truthValue(false);
  });
  return groups;
}

/** What a case asks: whether the subject is its value; in `switch (true)` its own condition. */
function testerOf(r: Reads, discriminant: t.Expression, at: Environment): (label: t.Expression) => Expr {
  const given = r.value(discriminant, at);
  if (given.kind === 'truth' && decided(given.e) === true) return (label) => r.truth(label, at);
  const subject = r.asNumber(given, discriminant);
  const value = r.constantOf(subject);
  return (node) => {
    const label = r.number(node, at);
    const known = r.constantOf(label);
    return value !== null && known !== null ? truthValue(value === known) : relation(['='], [subject, label]);
  };
}

/** A case that ends with a break, a return or a throw. */
function ended(r: Reads, { node, isLast }: Group, at: Environment, run: Run): Outcome {
  const outcome = run(r, node.consequent, at);
  if (outcome.falls && !isLast)
    refuse(node, 'A case without `break` or `return` at its end runs on into the next, which is not read.');
  const falls = goOn(r, at.frame, leavesOf('break', outcome.leaves), outcome.falls, node);
  return { returns: outcome.returns, leaves: leavesOf('continue', outcome.leaves), falls };
}
