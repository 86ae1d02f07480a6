/** Single laws at work: what is written, and the form that it is brought into. */
import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { sym } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { done } from '../../../../src/steps.js';
import { show } from '../show.js';

function tidied(text: string): string {
  const e = read(text);
  return show(done(tidyInSteps(e, UNLIMITED, { question: e, target: sym('x') })).result);
}

describe('a sign', () => {
  test.each([
    ['abs(x)*sign(x)', 'x'],
    ['sign(x)/abs(x)', '(1/x)'],
    ['x*sign(x)', 'abs(x)'],
    // Nothing there to cancel: x = 0 would be lost, or come in.
    ['sqrt(abs(x))*sign(x)', '(√(abs(x))·sign(x))'],
    ['sign(x)*y', '(sign(x)·y)'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a number under a root of a sum', () => {
  test.each([
    // √[3]4 is irrational: it goes into the bracket.
    ['root(4*(x + 2)^2, 3)', '√[3](((2·x) + 4)^2)'],
    ['root(4*(x + 2)^2, 5)', '√[5](((2·x) + 4)^2)'],
    // √[3]8 is 2: it goes out.
    ['root(8*(x + 2)^2, 3)', '(2·√[3]((x + 2)^2))'],
    ['root(8*(x + 2), 3)', '(2·√[3]((x + 2)))'],
    ['root(2*(x + 2), 3)', '√[3](((2·x) + 4))'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});
