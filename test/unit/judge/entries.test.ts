/** Claims about entries of arrays: each true one beside false ones, whose mistakes have names. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const SOFTMAX = 'Let $s_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$.';
const LOSS = 'Let $p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ and $L = -\\sum_i y_i \\log p_i$.';
const ONE_HOT = `${LOSS} Here $\\sum_i y_i = 1$.`;
const MOMENTS =
  'Let $\\bar x = \\frac{1}{n}\\sum_{i=1}^n x_i$ and $v = \\frac{1}{n}\\sum_{i=1}^n (x_i - \\bar x)^2$.';
const LAYER = 'Let $a_k = \\tanh(\\sum_j w_{kj} x_j)$ and $E = \\frac{1}{2}\\sum_k (a_k - t_k)^2$.';
const LOGISTIC =
  'Let $q_i = \\sigma(\\sum_j w_j x_{ij})$ and $L = -\\sum_i [y_i \\log q_i + (1 - y_i)\\log(1 - q_i)]$.';

const CASE = (which: string): string => `${SOFTMAX}\n\n**Case $${which}$:**`;

/** What is said before, the claim, and what is to be said of it: true, or a mistake. */
const CLAIMS: readonly (readonly [string, string, string])[] = [
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = s_i(\\delta_{ik} - s_k)', 'true'],
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = s_i\\delta_{ik} - s_i s_k', 'true'],
  [SOFTMAX, '\\frac{\\partial s_k}{\\partial z_k} = s_k(1 - s_k)', 'true'],
  [
    SOFTMAX,
    '\\frac{\\partial s_i}{\\partial z_k} = \\begin{cases} s_i(1 - s_i) & \\text{if } i = k \\\\ -s_i s_k & \\text{if } i \\ne k \\end{cases}',
    'true',
  ],
  [SOFTMAX, '\\frac{\\partial \\log s_i}{\\partial z_k} = \\delta_{ik} - s_k', 'true'],
  [SOFTMAX, '\\frac{\\partial}{\\partial z_k} \\log \\sum_j e^{z_j} = s_k', 'true'],
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = s_i(1 - s_i)', 'off-diagonal-forgotten'],
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = s_i(1 - s_k)', 'off-diagonal-forgotten'],
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = -s_i(\\delta_{ik} - s_k)', 'sign-lost'],
  [SOFTMAX, '\\frac{\\partial s_k}{\\partial z_k} = s_k', 'dropped-term'],
  [
    SOFTMAX,
    '\\frac{\\partial}{\\partial z_k} \\log \\sum_j e^{z_j} = \\frac{1}{\\sum_j e^{z_j}}',
    'chain-forgotten',
  ],
  [SOFTMAX, '\\frac{\\partial}{\\partial z_k} \\log \\sum_j e^{z_j} = 1', 'sum-not-collapsed'],
  [LOSS, '\\frac{\\partial L}{\\partial z_k} = p_k\\sum_i y_i - y_k', 'true'],
  [LOSS, '\\frac{\\partial L}{\\partial p_k} = -\\frac{y_k}{p_k}', 'true'],
  [
    LOSS,
    '\\frac{\\partial L}{\\partial z_k} = \\sum_j \\frac{\\partial L}{\\partial p_j} \\frac{\\partial p_j}{\\partial z_k}',
    'true',
  ],
  [
    LOSS,
    '\\frac{\\partial L}{\\partial z_k} = \\sum_i \\frac{\\partial L}{\\partial p_i} \\frac{\\partial p_i}{\\partial z_k}',
    'true',
  ],
  [LOSS, '\\frac{\\partial L}{\\partial z_k} = p_k - y_k', 'constraint-assumed'],
  [LOSS, '\\frac{\\partial L}{\\partial z_k} = y_k - p_k\\sum_i y_i', 'sign-lost'],
  [LOSS, '\\frac{\\partial L}{\\partial z_k} = -y_k(1 - p_k)', 'off-diagonal-forgotten'],
  [LOSS, '\\frac{\\partial L}{\\partial p_k} = -\\sum_i \\frac{y_i}{p_i}', 'sum-not-collapsed'],
  [LOSS, '\\frac{\\partial L}{\\partial p_k} = -\\frac{y_i}{p_i}', 'free-index'],
  [ONE_HOT, '\\frac{\\partial L}{\\partial z_k} = p_k - y_k', 'true'],
  [ONE_HOT, '\\frac{\\partial L}{\\partial z_k} = y_k - p_k', 'sign-lost'],
  ['', '\\frac{\\partial}{\\partial x_k} \\sum_i x_i^2 = 2x_k', 'true'],
  ['', '\\frac{\\partial}{\\partial x_k} \\sum_i x_i^2 = 2x_i', 'free-index'],
  ['', '\\frac{\\partial}{\\partial x_k} \\sum_i x_i^2 = 2\\sum_i x_i', 'sum-not-collapsed'],
  ['', '\\frac{\\partial}{\\partial x_k} \\sum_i x_i^2 = x_k', 'missing-factor'],
  // Both are 0 where the indices differ.
  ['', '\\frac{\\partial x_j^2}{\\partial x_k} = 6x_j\\delta_{jk}', 'missing-factor'],
  ['', '\\frac{\\partial x_j^2}{\\partial x_k} = 2x_j\\delta_{jk}', 'true'],
  [
    '',
    '\\frac{\\partial}{\\partial x_k} \\sum_i \\sum_j x_i A_{ij} x_j = \\sum_j A_{kj} x_j + \\sum_i A_{ik} x_i',
    'true',
  ],
  [
    '',
    '\\frac{\\partial}{\\partial x_k} \\sum_i \\sum_j x_i A_{ij} x_j = \\sum_j A_{kj} x_j',
    'dropped-term',
  ],
  [
    '',
    '\\frac{\\partial}{\\partial w_k} \\sum_i (\\sum_j X_{ij} w_j - y_i)^2 = 2\\sum_i X_{ik}(\\sum_j X_{ij} w_j - y_i)',
    'true',
  ],
  [
    '',
    '\\frac{\\partial}{\\partial w_k} \\sum_i (\\sum_j X_{ij} w_j - y_i)^2 = 2\\sum_i (\\sum_j X_{ij} w_j - y_i)',
    'chain-forgotten',
  ],
  [
    '',
    '\\frac{\\partial}{\\partial w_k} \\sum_i (\\sum_j X_{ij} w_j - y_i)^2 = \\sum_i X_{ik}(\\sum_j X_{ij} w_j - y_i)',
    'missing-factor',
  ],
  ['', '\\frac{\\partial}{\\partial x_k} \\prod_i x_i = \\frac{1}{x_k}\\prod_i x_i', 'true'],
  ['', '\\frac{\\partial}{\\partial x_k} \\sqrt{\\sum_i x_i^2} = \\frac{x_k}{\\sqrt{\\sum_i x_i^2}}', 'true'],
  [MOMENTS, '\\frac{\\partial \\bar x}{\\partial x_k} = \\frac{1}{n}', 'true'],
  [MOMENTS, '\\frac{\\partial v}{\\partial x_k} = \\frac{2}{n}(x_k - \\bar x)', 'true'],
  [
    MOMENTS,
    '\\frac{\\partial}{\\partial x_k} (x_i - \\bar x)^2 = 2(x_i - \\bar x)(\\delta_{ik} - \\frac{1}{n})',
    'true',
  ],
  [
    MOMENTS,
    '\\frac{\\partial}{\\partial x_k} (x_i - \\bar x)^2 = 2(x_i - \\bar x)\\delta_{ik}',
    'dependence-forgotten',
  ],
  [LAYER, '\\frac{\\partial E}{\\partial w_{kj}} = (a_k - t_k)(1 - a_k^2) x_j', 'true'],
  [LAYER, '\\frac{\\partial E}{\\partial w_{kj}} = (a_k - t_k)(1 - a_k^2)', 'missing-factor'],
  [LAYER, '\\frac{\\partial E}{\\partial w_{kj}} = (t_k - a_k)(1 - a_k^2) x_j', 'sign-lost'],
  [LOGISTIC, '\\frac{\\partial L}{\\partial w_k} = \\sum_i (q_i - y_i) x_{ik}', 'true'],
  [LOGISTIC, '\\frac{\\partial L}{\\partial w_k} = \\sum_i (y_i - q_i) x_{ik}', 'sign-lost'],
  [CASE('i = k'), '\\frac{\\partial s_i}{\\partial z_k} = s_i(1 - s_i)', 'true'],
  [CASE('i = k'), '\\frac{\\partial s_i}{\\partial z_k} = s_i(1 + s_i)', 'sign-lost'],
  [CASE('i \\ne k'), '\\frac{\\partial s_i}{\\partial z_k} = -s_i s_k', 'true'],
  [CASE('i \\ne k'), '\\frac{\\partial s_i}{\\partial z_k} = s_i s_k', 'sign-lost'],
  [SOFTMAX, '\\frac{\\partial s_i}{\\partial z_k} = -s_i s_k', 'undecided'],
];

describe('a claim about entries', () => {
  test.each(CLAIMS)('%s %s: %s', (before, claim, expected) => {
    const found = check(`${before}\n\n$$${claim}$$\n`).at(-1);
    expect(found && (found.verdict === 'true' ? 'true' : (found.mistake ?? found.verdict))).toBe(expected);
  });

  test('a counterexample names the entries', () => {
    const [found] = check(`${SOFTMAX}\n\n$$\\frac{\\partial s_i}{\\partial z_k} = s_i(1 - s_i)$$\n`);
    expect(found?.message).toMatch(/At i = \d, k = \d it is/);
  });

  test('of what nothing defines nothing is told', () => {
    const [found] = check('$$\\frac{\\partial L}{\\partial z_k} = \\hat y_k - y_k$$\n');
    expect(found).toBeUndefined();
  });
});
