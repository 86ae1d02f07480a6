/** Which macros a text rests on. */
import type { Macro, Macros } from './macro.js';
import { tokensOf } from './token.js';

/** The macros that a text uses, and those that they use, each once. */
export function macrosUsed(text: string, macros: Macros): readonly Macro[] {
  if (macros.names === 'none') return [];
  const found = new Map<string, Macro>();
  const look = (name: string): void => {
    const macro = found.has(name) ? undefined : macros.get(name);
    if (macro) found.set(name, macro);
  };
  const names = macros.names === 'any' ? tokensOf(text).map((t) => t.text) : (text.match(COMMAND) ?? []);
  for (const name of names) look(name);
  // What is found while this runs is visited as well.
  for (const { body, fallback } of found.values())
    for (const t of [...body, ...(fallback ?? [])]) look(t.text);
  return [...found.values()];
}
const COMMAND = /\\(?:[a-zA-Z@]+|[^])/g;
