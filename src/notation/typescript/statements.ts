/** Statements of a body: locals, assignments, returns, branches and loops. */
import { decided } from '../../core/index.js';
import type * as t from '@babel/types';
import type { Expr } from '../../core/index.js';
import { orElse } from './absence.js';
import { declare } from './declarations.js';
import { effect } from './effects.js';
import { both } from './conditions.js';
import { forked, noneOf } from './fork.js';
import { loop, whileLoop } from './loops.js';
import { ON, type Leaving, type Outcome, type Reads, type Returned } from './reads.js';
import { whyNotStatement } from './refusals.js';
import { scopeOf } from './scope.js';
import { choice } from './switches.js';
import { endsWithoutValue, isNoValue, unwrapped } from './syntax.js';
import { isProblem, refuse, unreadable } from './unreadable.js';
import { numeric, type Environment, type Value } from './value.js';

/** Runs statements in order; the locals they leave are in the frame. */
export function run(r: Reads, statements: readonly t.Statement[], at: Environment): Outcome {
  const returns: Returned[] = [];
  const leaves: Leaving[] = [];
  let stays: Expr | null = null;
  for (const s of statements) {
    const outcome = one(r, s, at);
    const before = stays;
    returns.push(...outcome.returns.map((x) => ({ ...x, condition: both(before, x.condition) })));
    leaves.push(...outcome.leaves);
    // What stands after a return is never run.
    if (!outcome.falls) return { returns, leaves, falls: false };
    stays = both(stays, noneOf(outcome.leaves));
  }
  return { returns, leaves, falls: true };
}

function one(r: Reads, s: t.Statement, at: Environment): Outcome {
  switch (s.type) {
    case 'EmptyStatement':
    case 'FunctionDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
      return ON;
    case 'BlockStatement':
      return run(r, s.body, { ...at, scope: scopeOf(s, at.scope) });
    case 'VariableDeclaration':
      declare(r, s, at);
      return ON;
    case 'ExpressionStatement':
      effect(r, s.expression, at, run);
      return ON;
    case 'ReturnStatement':
      return { returns: [returned(r, s, at)], leaves: [], falls: false };
    case 'ThrowStatement':
      return { returns: [{ condition: null, value: null }], leaves: [], falls: false };
    case 'IfStatement':
      return branch(r, s, at);
    case 'SwitchStatement':
      return choice(r, s, at, run);
    case 'ForStatement':
    case 'ForOfStatement':
      return loop(r, s, at, run);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return whileLoop(r, s, at, run);
    case 'BreakStatement':
    case 'ContinueStatement':
      return left(s, at);
    default:
      return refuse(s, whyNotStatement(s));
  }
}

function left(s: t.BreakStatement | t.ContinueStatement, { frame }: Environment): Outcome {
  if (s.label) refuse(s, 'A labelled statement is not read.');
  const kind = s.type === 'BreakStatement' ? 'break' : 'continue';
  return { returns: [], leaves: [{ kind, condition: null, state: frame.state }], falls: false };
}

/** `return NaN` says that there is no value. */
function returned(r: Reads, s: t.ReturnStatement, at: Environment): Returned {
  if (!s.argument || isNoValue(s.argument, at.scope)) return { condition: null, value: null };
  const value = r.value(s.argument, at);
  // The function asked about gives a number: what else it gives is refused here, where it stands.
  return { condition: null, value: r.isInAsked ? numeric(r.asNumber(value, s.argument)) : value };
}

/** Both branches are read; a local that they leave different is chosen by the condition. */
function branch(r: Reads, s: t.IfStatement, at: Environment): Outcome {
  const test = testOf(r, s, at);
  if (test === null) return ON;
  const certain = decided(test);
  if (certain === true) return one(r, s.consequent, at);
  if (certain === false) return s.alternate ? one(r, s.alternate, at) : ON;
  return forked(r, test, at, s, () => one(r, s.consequent, at), () => (s.alternate ? one(r, s.alternate, at) : ON)); // prettier-ignore
}

/** The condition of a branch; null where what it guards ends without a value, and it asks what cannot be read. */
function testOf(r: Reads, s: t.IfStatement, at: Environment): Expr | null {
  const asked = r.tentatively(at, () => r.value(s.test, at));
  if (isProblem(asked)) {
    // Where the function throws it has no derivative: elsewhere the guard says nothing.
    if (!s.alternate && endsWithoutValue(s.consequent, at.scope)) return null;
    throw unreadable(asked);
  }
  if (asked.kind === 'truth' && asked.absent) fillIn(r, s.consequent, asked, at);
  return r.asTruth(asked, s.test);
}

/** `if (k === undefined) k = 2`: k is written with its substitute from then on. */
function fillIn(
  r: Reads,
  s: t.Statement,
  { absent }: Extract<Value, { kind: 'truth' }>,
  at: Environment,
): void {
  const only = s.type === 'BlockStatement' && s.body.length === 1 ? s.body[0] : s;
  if (only?.type !== 'ExpressionStatement' || only.expression.type !== 'AssignmentExpression') return;
  const { operator, left: name, right } = only.expression;
  const d = operator === '=' && name.type === 'Identifier' ? at.scope.resolve(name.name) : null;
  const value = d && at.frame.variables.get(d)?.value;
  if (value?.kind === 'given' && value.given === absent?.given)
    orElse(r, value, unwrapped(right), at, absent.as);
}
