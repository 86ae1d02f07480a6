import { describe, expect, it } from 'vitest';
import { checkArrays } from '../../../../src/core/arrays/check.js';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { derive, type Tidy } from '../../../../src/core/derive.js';
import { TWO } from '../../../../src/core/expr.js';
import { LATEX } from '../../../../src/notation/index.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { done } from '../../../../src/steps.js';
import { asked } from './asked.js';
import { CASES } from './cases.js';

/** The derivation of a question without a clash. */
function derived(tex: string, by: string, order: number) {
  const question = asked(tex, by, order);
  if ('kind' in question) throw new Error(`${question.kind} clashes in ${tex}`);
  const tidy: Tidy = (e, budget) =>
    tidyInSteps(e, budget, { question: question.body, target: question.target });
  const found = derive(question, tidy, UNLIMITED);
  if ('code' in found) throw new Error(found.message);
  return found;
}

describe('derivatives by vectors and matrices', () => {
  it.each(CASES.map(({ tex, by, result, order = 1 }) => [tex, by, result, order] as const))(
    '%s by %s',
    (tex, by, result, order) => {
      const found = derived(tex, by, order);
      expect(LATEX.print(found.result)).toBe(result);
      expect(done(checkArrays(found, UNLIMITED))).toMatchObject({ verdict: 'agrees' });
    },
  );

  it('a wrong answer contradicts', () => {
    const found = derived('x^\\top A x', 'x', 1);
    const [stage] = found.stages;
    const question = asked('2 A x', 'x');
    if ('kind' in question || !stage) throw new Error('no question');
    const wrong = { ...found, stages: [{ ...stage, result: question.body }] };
    expect(done(checkArrays(wrong, UNLIMITED))).toMatchObject({ verdict: 'contradicts' });
  });

  it('a number is no gradient', () => {
    const found = derived('x^\\top x', 'x', 1);
    const [stage] = found.stages;
    if (!stage) throw new Error('no stage');
    const wrong = { ...found, stages: [{ ...stage, result: TWO }] };
    expect(done(checkArrays(wrong, UNLIMITED))).toMatchObject({ verdict: 'contradicts' });
  });
});
