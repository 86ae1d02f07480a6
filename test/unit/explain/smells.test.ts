/** What no line of a derivation has, and how long one may be, over all golden exercises. */
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../src/answer/outlines.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { rightsOf, STANDARD, told, type ToldStep } from '../../../src/levels.js';
import { derived } from './derived.js';
import { FAMILIES } from './families.js';

/** Signs of a line that nobody would write, each with what it is. */
const SMELLS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^\d.^_{])1 ?\\cdot|\\cdot ?1(?:$|[^\d.])/, '1 times'],
  [/(?:^|[({=[])\s*0 [+-]|[+-] ?0(?:$|[^\d.])/, '0 plus'],
  [/\\frac\{(\w+)\}\{\1\}/, 'x over x'],
  [/\\frac\{d ?(\w)\}\{d ?\1\}/, 'dx over dx'],
];
const MOST_STEPS = 8;
const MOST_TIDYING = 2;

/** Exercises about many variables or entries: a step for each. */
const LONG: ReadonlySet<string> = new Set([
  'several variables',
  'vector calculus',
  'softmax and likelihoods',
  'indices and sums',
  'vectors and matrices',
  'rules of differentials',
  'higher orders and points',
]);

const EXERCISES = Object.entries(FAMILIES).flatMap(([family, all]) =>
  all.map((e) => (typeof e === 'string' ? { family, tex: e, note: '' } : { family, ...e })),
);

const withParts = (s: ToldStep): readonly ToldStep[] => [s, ...s.children.flatMap(withParts)];

describe('the lines of golden derivations', () => {
  test('are those of 90 exercises and more', () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(90);
  });

  test.each(EXERCISES)('$family: $tex $note', ({ family, tex, note }) => {
    const { steps } = outlineOf(derived(tex, note), [], (e) => printLatex(e));
    const shown = told(steps, STANDARD).flatMap(withParts);
    const lines = shown.flatMap((s) => [s.before, ...rightsOf(s)]);
    expect(
      SMELLS.flatMap(([smell, what]) => lines.filter((l) => smell.test(l)).map((l) => `${what}: ${l}`)),
    ).toEqual([]);
    if (LONG.has(family)) return;
    expect(shown.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(steps.filter((s) => s.phase === 'tidy').length).toBeLessThanOrEqual(MOST_TIDYING);
  });
});
