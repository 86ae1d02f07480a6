/** Definitions that do not say how their value depends on what it is a function of: J(θ) = (h − y)². */
import { same, type Expr, type Sym } from '../core/index.js';
import { unsaid, type NotAsked } from './asked.js';
import { reachable, type Definitions } from './dependence.js';
import { isFunctionLetter, isParameterLetter, variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';

/**
 * J(θ) = (h − y)², where nothing says what h and y have to do with θ: the right side as it stands would be a constant.
 * The same of a definition that the question rests on.
 */
export function withoutParameter(
  params: readonly Variable[],
  body: Expr,
  variable: Variable,
  known: Definitions,
  dependent: ReadonlySet<string>,
): NotAsked | null {
  const heads = [{ params, value: body }, ...known.values()];
  const head = heads.find((d) => d.params.length > 0 && !saysHow(d, variable, known, dependent));
  if (!head) return null;
  const p = head.params.find((q) => same(q, variable)) ?? head.params[0];
  const names = strangers(head, known).map((n) => variableName(n));
  const last = names.pop() ?? '';
  const listed = names.length === 0 ? `${last} depends` : `${names.join(', ')} and ${last} depend`;
  return unsaid(`Nothing here says how ${listed} on ${p ? variableName(p) : 'it'}.`, body);
}

interface Head {
  readonly params: readonly Variable[];
  readonly value: Expr;
}
/** Whether a parameter that is meant occurs in the value, or the value is a constant for all to see. */
function saysHow(
  { params, value }: Head,
  variable: Variable,
  known: Definitions,
  dependent: ReadonlySet<string>,
): boolean {
  const meant = params.filter((p) => same(p, variable));
  const through = [value, ...[...reachable(value, known, NONE).values()].map((d) => d.value)];
  if ((meant.length > 0 ? meant : params).some((p) => through.some((v) => mentions(v, p)))) return true;
  return (
    through.some((v) => mentions(v, variable) || [...dependent].some((id) => v.free.has(id))) ||
    strangers({ params, value }, known).length === 0
  );
}
/** Names in the value that are neither parameters of it, nor defined, nor constants by custom. */
function strangers({ params, value }: Head, known: Definitions): readonly Variable[] {
  const through = [value, ...[...reachable(value, known, NONE).values()].map((d) => d.value)];
  const { symbols, components } = namesIn(...through);
  const isKnown = (s: Sym): boolean =>
    known.has(s.id) ||
    params.some((p) => same(p, s)) ||
    (isParameterLetter(s) && (!isFunctionLetter(s) || s.sub !== null));
  return [...symbols.filter((s) => !isKnown(s)), ...components];
}

/** Whether every name of the variable occurs. */
export const mentions = (e: Expr, v: Variable): boolean => [...v.free].every((id) => e.free.has(id));

const NONE: ReadonlySet<string> = new Set();
