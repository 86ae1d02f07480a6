/** The formula of a rule, from the rule's own two sides: d/dx (uv) = u′v + uv′. */
import { apply, DIFFERENTIAL_RULES, equation, mapChildren, RULES, sym, type Expr } from '../core/index.js';
import type { Spell } from './spell.js';

/** The rule's formula, or null where it says no more than the step at hand. */
export function ruleFormula(name: string, spell: Spell): string | null {
  const array = DIFFERENTIAL_RULES.find((r) => r.name === name);
  if (array && !PLAIN.has(name)) return spell(equation(named(array.lhs), primed(array.rhs)));
  const rule = RULES.find((r) => r.name === name);
  if (!rule || PLAIN.has(name)) return null;
  return spell(equation(named(rule.lhs), primed(rule.rhs)));
}

/** Rules whose pattern is only a place for their `apply`. */
const PLAIN: ReadonlySet<string> = new Set([
  'constant',
  'identity',
  'table',
  'unknown',
  'definition',
  'inner-derivative',
  'entries',
  'entry',
  'product-over-index',
  'series',
  'leibniz-integral',
  'piecewise',
  'none',
  'd-series',
  'd-entry',
  'd-log-softmax',
]);

/** D(u, x) is u′, and Df(u) is f′(u). */
function primed(e: Expr): Expr {
  if (e.kind === 'diff' && e.body.kind === 'sym') return apply(e.body, [], [1]);
  return named(e, primed);
}

/** Calls of the rule text's own f are applications of an unknown function. */
function named(e: Expr, go: (e: Expr) => Expr = named): Expr {
  const m = e.kind === 'call' ? /^(?:D(\d?))?f$/.exec(e.fn) : null;
  if (e.kind !== 'call' || !m) return mapChildren(e, (c) => go(c));
  const place = m[1] === undefined ? -1 : Number(m[1] || '1') - 1;
  return apply(
    sym('f'),
    e.args.map((a) => go(a)),
    e.args.map((_, i) => (i === place ? 1 : 0)),
  );
}
