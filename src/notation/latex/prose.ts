/** Words of running text in formulas, and what they join. */
import { runStart } from '../../text/runs.js';

const PROSE = new Set([
  'if', 'when', 'whenever', 'for', 'otherwise', 'else', 'where', 'with', 'and', 'or', 'so', 'then', 'thus', 'hence',
  'therefore', 'because', 'since', 'as', 'by', 'is', 'are', 'be', 'let', 'given', 'such', 'that', 'to', 'of', 'the',
  'but', 'not', 'in', 'at', 'on', 'we', 'have', 'get', 'i.e.', 'e.g.', 'all', 'any', 'each', 'every', 'from', 'also',
  'gives', 'yields', 'means', 'wrong', 'right', 'undefined', 'const', 'unless', 'while', 'only', 'both', 'using',
]); // prettier-ignore

const CONDITIONS = new Set([
  'if',
  'when',
  'whenever',
  'for',
  'where',
  'as',
  'provided',
  'in case',
  'for all',
  'if and only if',
  'iff',
  'whenever',
]);
const OTHERWISE =
  /^(?:otherwise|else|elsewhere|in (?:all )?(?:the )?other cases?|if otherwise|for (?:all )?others?)$/i;

function tidy(text: string): string {
  const word = text.trim().toLowerCase();
  return word.slice(0, runStart(word, /[,.:;]/)).trim();
}

/** Whether the word is one of running text and not a name. */
export const isProse = (text: string): boolean => PROSE.has(tidy(text));
/** "if", "when", "for": the words before a case's condition. */
export const isConditionWord = (text: string): boolean => CONDITIONS.has(tidy(text));
export const isOtherwise = (text: string): boolean => OTHERWISE.test(tidy(text));
/** "and" and "or" between conditions. */
export function conjunction(text: string): 'and' | 'or' | null {
  const word = tidy(text);
  return word === 'and' || word === 'or' ? word : null;
}
