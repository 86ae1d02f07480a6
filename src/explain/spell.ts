/** How expressions are written in an explanation: as LaTeX, or as plain text for a terminal. */
import type { Expr } from '../core/expr.js';

export type Spell = (e: Expr) => string;

/** Maths in a sentence stands between dollar signs. */
export const inline = (maths: string): string => `$${maths}$`;

/** The template with each {name} replaced; null where a named fact is not known. */
export function fillIn(template: string, facts: (name: string) => string | null): string | null {
  let missing = false;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts(name);
    if (value === null) missing = true;
    return value ?? '';
  });
  return missing ? null : text;
}
