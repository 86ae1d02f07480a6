/** Formulas that a text quotes as mistakes, or only asks about. */
import { VOCABULARIES } from './vocabulary/index.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** The clause's words before: the last stretch without an end of sentence. */
const CLAUSE = /(?<![^.!?;。！？；])[^.!?;。！？；]*$/;
const clause = (words: string): string => CLAUSE.exec(words)?.[0] ?? '';

/** Marks that need no language. */
const SIGN_BEFORE = /[✗✘❌🚫]|~~\s*$/u;
const SIGN_AFTER = /^[\s,:;()*_~–—-]*?(?:~~|[✗✘❌🚫])/u;

/** Whether the text marks the formula as a mistake; `before` and `after` are the words next to it, `later` those of its paragraph where it is only asked about. */
export function isMarkedWrong(before: string, after: string, later: string | null): boolean {
  const words = clause(before);
  if (SIGN_BEFORE.test(words) || SIGN_AFTER.test(after)) return true;
  return VOCABULARIES.some(
    (v) =>
      saysMistake(v, words.replace(v.noMistake, ' ')) ||
      v.mistakeAfter.test(after) ||
      (later !== null && sentencesOf(later).some((s) => v.denied.test(s))),
  );
}

const saysMistake = (v: Vocabulary, words: string): boolean =>
  v.mistakeBefore.test(words) || v.notBefore.test(lastPart(words));
/** After the last comma, but for the one that languages put before "that". */
const lastPart = (words: string): string =>
  LAST_PART.exec(words.replace(/[,，](?=\s*(?:что|dass|ob)\s)/gu, ' '))?.[0] ?? '';
const LAST_PART = /(?<![^,，、])[^,，、]*$/u;

/** Whether the words before a formula only ask about it. */
export const asksWhether = (before: string): boolean =>
  VOCABULARIES.some((v) => v.asksWhether.test(lastPart(clause(before))));

/** Whether the words ask to choose among answers. */
export const asksWhich = (words: string): boolean => VOCABULARIES.some((v) => v.asksWhich.test(words));

/** Whether a formula that these words follow is no whole statement: "… is bˣ multiplied by". */
export const goesOn = (after: string): boolean => VOCABULARIES.some((v) => v.goesOn.test(after));

/** The sentences after the one that the words begin in, without their formulas. */
function sentencesOf(later: string): readonly string[] {
  const words = later.replace(/\$[^$]*\$/g, ' ');
  return words
    .split(/[.!?。！？]/)
    .slice(1)
    .map((s, i, all) => s.trimStart() + (i < all.length - 1 ? '.' : ''));
}
