import { expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { ONE, sym } from '../../../src/core/expr.js';
import { read } from '../../../src/core/ruleText.js';
import { tidyInSteps } from '../../../src/core/tidy/index.js';
import { show } from './show.js';

/** Where an answer holds, beyond what its own formula shows. */
test.each<[string, string[]]>([
  ['x^2', []],
  ['ln(x)', ['x > 0']],
  ['ln(x^2 + 1)', []],
  ['ln(abs(x))', ['x != 0']],
  ['ln(x^2)', ['x != 0']],
  ['abs(x)', ['x != 0']],
  ['abs(3*x)', ['x != 0']],
  ['abs(x^2 - 1)', ['(x^2 + -1) != 0']],
  ['max(0, x)', ['x != 0']],
  ['max(x, x)', []],
  ['max(x, 1, x)', ['x != 1']],
  ['atanh(x)', ['abs(x) < 1']],
  ['floor(x)', ['floor(x) != x']],
  ['sqrt(x)', []],
  ['ln(3*x + 1)', ['x > (-1·(1/3))']],
  ['ln(2 - x)', ['x < 2']],
  ['ln(x)*ln(x + 1)', ['x > 0']],
  ['ln(x) + ln(1 - x)', ['x > 0', 'x < 1']],
  // A strict bound at the same place or beyond says that a value is none.
  ['abs(x) + ln(x)', ['x > 0']],
  ['abs(x) + ln(-x)', ['x < 0']],
  ['abs(x) + ln(x - 1)', ['x > 1']],
  ['abs(x) + ln(-1 - x)', ['x < -1']],
  ['abs(x) + ln(x + 1)', ['x != 0', 'x > -1']],
  ['abs(x) + ln(1 - x)', ['x != 0', 'x < 1']],
  ['abs(x - 1) + abs(x + 1)', ['x != 1', 'x != -1']],
  // Points that the function lacks and the answer has.
  ['(x^2 - 1)/(x - 1)', ['x != 1']],
  ['atan((1 + x)/(1 - x))', ['x != 1']],
  ['atan(1/x)', ['x != 0']],
  ['x^3/x', ['x != 0']],
  ['x/(x^2 + 1)', []],
  ['1/(x^2 - 1)', []],
  ['1/(1 + 1/x)', ['x != 0']],
  ['x/(1 - x)', []],
  ['(x + 1)/sqrt(x)', []],
  ['1/(2*x - 4)', []],
])('(%s)′ holds where %s', (text, expected) => {
  const body = read(text);
  const d = derive(
    { body, target: sym('x'), order: ONE, partial: false, definitions: new Map(), dependent: new Set() },
    (e, budget) => tidyInSteps(e, budget, { question: body, target: sym('x') }),
    UNLIMITED,
  );
  expect('conditions' in d ? d.conditions.map(show) : d).toEqual(expected);
});
