/** How expressions are written in an explanation: as LaTeX, or as plain text for a terminal. */
import type { Expr } from '../core/index.js';
import type { Steps } from '../steps.js';

export type Spell = (e: Expr) => string;

/** The expression spelled, with a pause after it. */
export function* spelledOne(e: Expr, spell: Spell): Steps<string> {
  const text = spell(e);
  yield null;
  return text;
}

/** The same of each expression. */
export function* spelled(all: readonly Expr[], spell: Spell): Steps<readonly string[]> {
  const made: string[] = [];
  for (const e of all) made.push(yield* spelledOne(e, spell));
  return made;
}

/** Maths in a sentence stands between dollar signs. */
export const inline = (maths: string): string => `$${maths}$`;

/** The template with each {name} replaced; null where a named fact is not known. */
export function fillIn(template: string, facts: (name: string) => string | null): string | null {
  const values = new Map([...template.matchAll(PLACE)].map(([, name = '']) => [name, facts(name)]));
  if ([...values.values()].includes(null)) return null;
  return template.replace(PLACE, (_, name: string) => values.get(name) ?? '');
}
const PLACE = /\{(\w+)\}/g;
