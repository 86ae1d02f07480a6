/** What numbers cost a reader. */
import { describe, expect, test } from 'vitest';
import { num, sym, type Expr } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { Rational } from '../../../../src/core/rational.js';
import { ReadingCost } from '../../../../src/core/tidy/cost.js';

const cost = (e: Expr): number => new ReadingCost(sym('x')).of(e);

describe('a number costs its digits from the fourth on, and a little for its size up to a hundred', () => {
  test.each<readonly [number | Rational, number]>([
    [0, 1],
    [1, 1],
    [2, 1.005],
    [100, 1.495],
    [101, 1.5],
    [102, 1.5],
    [999, 1.5],
    [1000, 2],
    [9999, 2],
    [10_000, 2.5],
    [-1, 2],
    [-2, 2.005],
    [Rational.of(1, 2), 3.005],
    [Rational.of(-1, 2), 4.005],
    [Rational.of(1000, 999), 4.5],
  ])('%s costs %d', (value, expected) => {
    expect(cost(num(value))).toBeCloseTo(expected, 9);
  });
});

/** Each weight where it stands by itself: another one, larger or smaller, is seen. */
describe('what an answer costs a reader of a question', () => {
  test.each<readonly [why: string, question: string, answer: string, expected: number]>([
    ['a function that the question has not', 'x', 'erf(x)', 7],
    ['and one that it has', 'erf(x)', 'erf(x)', 3],
    ['an exponential of another sign', 'exp(x)', 'exp(-x)', 6.5],
    ['a multiple of its exponent', 'exp(x)', 'exp(2*x)', 7.105],
    ['bars on a parameter', 'x', 'abs(a)', 7],
    ['bars on the variable', 'x', 'abs(x)', 3],
    ['a function of its inverse', 'x', 'sin(asin(x))', 13],
    ['a logarithm of a root', 'x', 'ln(sqrt(x))', 5.5],
    ['a logarithm to another base than the question’s', 'log(x, 10)', 'ln(x)', 5],
    ['and one of a number, which turns one base into another', 'log(x, 10)', 'ln(10)', 3.045],
    ['a logarithm where the question has it', 'ln(x)', 'ln(x)', 3],
    ['a fraction above the line', 'x', 'x/y/z', 10],
    ['a fraction below the line', 'x', 'a/(b/c)', 13],
    ['a further fraction in a sum', 'x', 'x/3 + y/4', 8.035],
    ['a negative exponent', 'x', 'x^(-2)', 6.005],
    ['a power of a root', 'x', 'sqrt(x)^3', 6.01],
    ['a call that terms share', 'x', 'sin(x) + x*sin(x)', 10.014],
    ['a minus in front', 'x', '-x + 1', 4.014],
    ['a minus behind', 'x', '1 - x', 3.014],
    ['a number behind', 'x', 'x - 1', 3.01],
  ])('%s: %s, %s', (_, question, answer, expected) => {
    expect(new ReadingCost(read(question), sym('x')).of(read(answer))).toBeCloseTo(expected, 9);
  });
});
