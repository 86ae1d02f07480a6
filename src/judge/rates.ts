/** Related rates: V = x³ is said, so dV/dt = 3x² dx/dt for any x that changes with t. */
import { apply, someNode, substitute, type Expr, type Sym } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { namesIn } from '../meaning/freeNames.js';
import { isImplied } from '../meaning/operator.js';
import { derivedNames } from './worlds.js';

/**
 * What turns the sides of a claim about rates into sides about functions of the time: a quantity that an equation gives
 * stands for its value, and the others are functions. Null where it is no such claim.
 */
export function asFunctionsOfTime({ head, chain }: Link, noted: Noted): ((e: Expr) => Expr) | null {
  if (head.kind !== 'diff' || head.body.kind !== 'sym' || head.target.kind !== 'sym') return null;
  const time = head.target;
  const rates = derivedNames(chain);
  const isByAnother = (e: Expr): boolean =>
    e.kind === 'diff' && e.target.kind === 'sym' && rates.has(e.target.id);
  if (isImplied(time) || rates.size < 2 || chain.some((e) => someNode(e, isByAnother))) return null;
  const values = valuesOf(rates, time, noted);
  if (values.size === 0) return null;
  const names = namesIn(...chain, ...values.values()).symbols;
  const functions = new Map(
    names.filter((s) => rates.has(s.id) && !values.has(s.id)).map((s) => [s.id, apply(s, [time])]),
  );
  return (e) => substitute(substitute(e, values), functions);
}

/** What the head is said to be has no names but those whose rates stand on the right side, and of which no more is said. */
export function isOfRatesAlone({ head, right }: Link, noted: Noted): boolean {
  const d = head.kind === 'diff' && head.body.kind === 'sym' ? noted.get(head.body.id) : undefined;
  const rates = derivedNames([right]);
  const isRate = (id: string): boolean => rates.has(id) && !noted.has(id);
  return d !== undefined && d.value.free.size > 0 && [...d.value.free].every(isRate);
}

/** What the note says the quantities are, without the time. */
function valuesOf(names: ReadonlySet<string>, time: Sym, noted: Noted): ReadonlyMap<string, Expr> {
  const found = new Map<string, Expr>();
  for (const id of names) {
    const d = noted.get(id);
    if (d?.params.length === 0 && !d.value.free.has(time.id)) found.set(id, d.value);
  }
  return found;
}
