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

/** Whether a macro that the text uses writes an equals sign. */
export const macrosWriteEquals = (text: string, macros: Macros): boolean =>
  macrosUsed(text, macros).some(({ body }) => body.some((t) => t.text === '=' || t.text === '\\coloneqq'));

/** The words and commands of a text, and its single letters. */
export function wordsOf(tex: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of tex.matchAll(/\\?[A-Za-z]+/g)) {
    words.add(word.replace('\\', ''));
    if (!word.startsWith('\\')) for (const letter of word) words.add(letter);
  }
  return words;
}
