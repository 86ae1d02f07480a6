import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/core/rules/index.js';
import { ALL_LAWS } from '../../../src/core/tidy/index.js';
import { LAW_WORDS, RULE_WORDS } from '../../../src/explain/phrases.js';

/** Facts that words may name; the rest of a sentence is words. */
const FACTS = [
  'body', 'result', 'x', 'c', 'divisor', 'exponent', 'base', 'log', 'exponentialForm', 'reciprocal', 'entry', 'substitution', 'composed',
  'definition', 'function', 'parts', 'primes', 'u', 'v', 'outer', 'inner', 'link', 'linked', 'variables',
  'factor', 'denominator', 'meaning', 'y', 'logarithms', 'slope', 'identity', 'collected',
]; // prettier-ignore

describe('words', () => {
  test.each(RULES.map((r) => r.name))('say something about the rule %s', (name) => {
    expect(RULE_WORDS[name]?.why).toMatch(/[.!]$/);
  });

  test.each(ALL_LAWS.map((l) => l.name))('say something about the law %s', (name) => {
    const words = LAW_WORDS[name] ?? '';
    const said = typeof words === 'string' ? words : (words.title ?? words.why);
    expect(said).toMatch(/\.$|\}$/);
  });

  test.each(Object.entries(RULE_WORDS))('of %s name known facts only', (_, words) => {
    const named = [words.title, words.why, ...(words.or ?? []), words.bare ?? ''].flatMap((t) =>
      [...t.matchAll(/\{(\w+)\}/g)].map((m) => m[1]),
    );
    expect(FACTS).toEqual(expect.arrayContaining(named));
  });

  test.each(RULES.filter((r) => !r.titleFor).map((r) => [r.name, r.title]))(
    'give %s the title of its rule',
    (name, title) => {
      expect(RULE_WORDS[name]?.title).toBe(title);
    },
  );

  test.each(Object.entries(RULE_WORDS).filter(([, w]) => w.bare !== undefined))(
    'of %s say without facts what needs none',
    (_, words) => {
      expect(words.bare).not.toMatch(/\{(?!x\}|body\})/);
    },
  );
});
