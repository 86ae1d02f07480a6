/** What symbols stand for by custom, where a text does not say it: the customs of letters, for marks and subscripts. */
import { plainName, type Component, type Expr, type Sym } from '../core/index.js';
import * as usually from '../customs/usually.js';
import { isPredicted } from '../customs/words.js';

/** What one may differentiate by. */
export type Variable = Sym | Component;

/** The letter without accents, style and subscript, if it has none of them; names in words are no letters. */
const bareLetter = (s: Sym): string | null => (s.marks.length === 0 && s.sub === null ? s.base : null);

export const isFunctionLetter = (s: Sym): boolean => usually.isUsualFunction(bareLetter(s) ?? '');
/** The function letters among names; w is one beside u and v. */
export function functionLetters(names: readonly Sym[]): readonly Sym[] {
  const isRule = names.some((s) => usually.isRuleFunction(s.id));
  return names.filter((s) => isFunctionLetter(s) || (isRule && usually.isFunctionBesideRule(s.id)));
}
export const isQuantityLetter = (s: Sym): boolean => usually.isUsualQuantity(bareLetter(s) ?? '');
/** Constants by custom: a, c, n, α, and with a word or number as subscript x_0, v_0 too. */
export const isParameterLetter = (s: Sym): boolean => usually.isUsualParameter(s.base) && !hasAccent(s);

/** A letter that one differentiates by without saying so, with any accent or subscript: x, t, θ, ŷ. */
export const isUsualVariable = (s: Sym): boolean => usually.isUsualVariable(s.base);

/** Less for what is likelier the variable. */
export function rank(v: Variable): number {
  if (v.kind === 'component') return v.base.kind === 'sym' ? rank(v.base) + 0.25 : 150;
  // Of y and ŷ, of w and w*, the one with the mark is what a model computes.
  if (hasAccent(v) || isPredicted(v.sub ?? '')) return 0.5;
  const place = usually.placeAsVariable(v.base);
  // A name with a subscript is a letter's special value more often than the letter: x before x_0.
  if (place !== null) return place + (v.sub === null ? 1 : 20);
  return isParameterLetter(v) ? 200 : 100;
}
const hasAccent = (s: Sym): boolean => s.marks.some((m) => m === 'hat' || m === 'tilde');

/** The name by which a variable is asked for: yhat, x_1, z_k. */
export function variableName(v: Variable): string {
  if (v.kind === 'sym') return plainName(v);
  const base = v.base.kind === 'sym' ? plainName(v.base) : '?';
  return `${base}_${v.indices.map(indexName).join('')}`;
}
/** k, 1, t-1. */
function indexName(i: Expr): string {
  if (i.kind === 'sym') return i.base;
  if (i.kind === 'num') return i.value.toString();
  if (i.kind !== 'add') return '?';
  return i.terms
    .map((t, at) => (at > 0 && !(t.kind === 'num' && t.value.sign < 0) ? '+' : '') + indexName(t))
    .join('');
}
