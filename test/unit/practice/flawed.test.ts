import { describe, expect, test } from 'vitest';
import type { Exercise, Flaw } from '../../../src/practice/exercise.js';
import { flawedInSteps } from '../../../src/practice/flawed.js';
import { answered, begun, isOver } from '../../../src/practice/session.js';
import { shownSession } from '../../../src/practice/telling.js';
import { haveSameValues } from '../../../src/practice/typed.js';
import { someNode } from '../../../src/core/index.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { budgetFor } from '../../../src/service/budgets.js';
import { done } from '../../../src/steps.js';
import { derived } from '../explain/derived.js';

const flawed = (tex: string, turn: number): Exercise | null =>
  done(flawedInSteps(derived(tex), (e) => printLatex(e), turn, budgetFor('practice')));
function flawOf(tex: string, turn: number): Flaw {
  const task = flawed(tex, turn)?.tasks[0];
  if (task?.kind !== 'line') throw new Error(`${tex} has no error`);
  return task.flaw;
}

describe('a derivation with an error', () => {
  const FORMULAS = [
    '\\sin(x^2)',
    'x e^{-x}',
    '\\frac{x^2-1}{x^2+1}',
    'x^2 \\ln x',
    '\\sqrt{x^2+1}',
    '\\frac{1}{1+e^{-x}}',
    '\\cos(3x) + x^4',
  ];

  test.each(FORMULAS.flatMap((tex) => [0, 1, 2, 5, 9].map((turn) => [tex, turn] as const)))(
    'of %s, the %i-th, is right up to one line and wrong from there on',
    (tex, turn) => {
      const { lines, wrong, explanation } = flawOf(tex, turn);
      const right = derived(tex).derivation.result;
      const isRight = lines.map((e) =>
        someNode(e, (x) => x.kind === 'diff')
          ? null
          : haveSameValues(e, right, new Map(), budgetFor('practice')),
      );
      expect(wrong).toBeGreaterThan(0);
      expect(isRight.slice(0, wrong)).not.toContain(false);
      expect(isRight.slice(wrong)).not.toContain(true);
      expect(isRight.at(-1)).toBe(false);
      expect(explanation).not.toBe('');
    },
  );

  test('is another one each time', () => {
    const texts = [0, 2, 5].map((turn) =>
      flawOf('\\frac{x^2-1}{x^2+1}', turn)
        .lines.map((e) => printLatex(e))
        .join(),
    );
    expect(new Set(texts).size).toBe(3);
  });

  test.each(['x', '7', "(x^3)''", 'x^2 + y^2 = 25'])('is not made of %s', (tex) => {
    expect(flawed(tex, 0)).toBeNull();
  });

  test('is found by its line, and mended', () => {
    const exercise = flawed('\\sin(x^2)', 0);
    if (!exercise) throw new Error('no error');
    const say = (s: ReturnType<typeof begun>, text: string): typeof s =>
      answered(s, text, () => budgetFor('practice'));
    const { wrong, lines } = flawOf('\\sin(x^2)', 0);
    const start = begun(exercise);
    expect(shownSession(start)).toMatchObject({ title: 'Find the error', asked: { kind: 'line' } });
    const later = say(start, String(lines.length - 1));
    expect(later.feedback).toMatchObject({ isRight: wrong === lines.length - 1 });
    for (const text of ['0', '-1', 'x', '99']) expect(say(start, text)).toBe(start);
    const found = say(start, String(wrong));
    expect(found.feedback).toEqual({ isRight: true, words: 'That is the line.' });
    expect(isOver(say(found, 'cos(x^2)'))).toBe(false);
    expect(isOver(say(found, '2x cos(x^2)'))).toBe(true);
  });
});
