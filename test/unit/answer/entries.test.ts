/** Answers with indices: the form that a book prints, borne out by differences at arrays of two lengths. */
import { describe, expect, test } from 'vitest';
import { printLatex } from '../../../src/notation/latex/print.js';
import { derived } from '../explain/derived.js';
import { ask } from '../meaning/note.js';

const SOFTMAX = '$s_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$';
const MOMENTS = '$\\mu = \\frac{1}{n}\\sum_{i=1}^n x_i$, $v = \\frac{1}{n}\\sum_{i=1}^n (x_i - \\mu)^2$';
const LAYER = `${MOMENTS} and $h_i = \\frac{x_i - \\mu}{\\sqrt{v + \\epsilon}}$`;
const by = (name: string, of: string): string => `\\frac{\\partial}{\\partial ${name}} ${of}`;

/** What a note says, what is asked, and the answer. */
const ANSWERS: readonly (readonly [string, string, string])[] = [
  ['', by('x_k', '\\sum_i x_i'), '1'],
  ['', by('x_k', '\\sum_i x_i^3'), '3x_k^2'],
  ['', by('x_k', '\\sum_i a_i x_i'), 'a_k'],
  ['', by('x_k', '\\left(\\sum_{i=1}^n a_i x_i + b\\right)'), 'a_k'],
  ['', by('x_k', '\\left(\\sum_i x_i\\right)^2'), '2\\sum_i x_i'],
  ['', by('x_k', '\\sum_i e^{x_i}'), 'e^{x_k}'],
  ['', by('x_k', '\\sum_i \\sin(a x_i)'), 'a\\cos(ax_k)'],
  ['', by('x_k', '\\sum_i x_i \\ln x_i'), '\\ln x_k + 1'],
  ['', by('x_k', '\\sum_i |x_i|'), '\\operatorname{sgn}(x_k)'],
  ['', by('x_k', '\\sum_i \\sum_j x_i x_j'), '2\\sum_j x_j'],
  ['', by('x_k', '\\sum_i \\sum_j A_{ij} x_j'), '\\sum_i A_{ik}'],
  ['', by('A_{kl}', '\\sum_i \\sum_j x_i A_{ij} y_j'), 'x_k y_l'],
  ['', by('A_{kl}', '\\sum_i \\sum_j A_{ij}^2'), '2A_{kl}'],
  ['', by('x_k', '\\prod_i x_i'), '\\frac{\\prod_i x_i}{x_k}'],
  ['', by('x_k', '\\sum_{i \\ne m} x_i^2'), '2(1 - \\delta_{km})x_k'],
  ['', by('x_k', '\\frac{x_i}{\\sum_j x_j}'), '\\frac{\\delta_{ik} - \\frac{x_i}{\\sum_j x_j}}{\\sum_j x_j}'],
  ['', by('w_k', '\\frac{\\lambda}{2} \\sum_i w_i^2'), '\\lambda w_k'],
  [
    '',
    by('b', '\\frac{1}{n}\\sum_{i=1}^n (y_i - a x_i - b)^2'),
    '-\\frac{2}{n}\\sum_{i=1}^n (y_i - ax_i - b)',
  ],
  ['', by('x_k', 'x_i'), '\\delta_{ik}'],
  ['', by('x_k', 'x_k'), '1'],
  ['', by('x_i', 'x_i y_i'), 'y_i'],
  ['', by('x_k', 'f(x_i)'), "\\delta_{ik}f'(x_i)"],
  ['', by('x_k', '\\log \\sum_j e^{x_j}'), '\\frac{e^{x_k}}{\\sum_j e^{x_j}}'],
  [SOFTMAX, by('z_k', 's_i'), 's_i(\\delta_{ik} - s_k)'],
  [SOFTMAX, by('z_k', '\\log s_i'), '\\delta_{ik} - s_k'],
  [SOFTMAX, by('z_k', '\\sum_i s_i^2'), '2s_k\\left(s_k - \\sum_i s_i^2\\right)'],
  [SOFTMAX, by('z_k', '\\sum_i a_i s_i'), 's_k\\left(a_k - \\sum_i a_i s_i\\right)'],
  [`${SOFTMAX} and $H = -\\sum_i s_i \\log s_i$`, '\\frac{\\partial H}{\\partial z_k}', '-s_k(\\ln s_k + H)'],
  [
    '$q = \\text{softmax}(z)$ and $L = -\\sum_i y_i \\log q_i$ with $\\sum_i y_i = 1$',
    '\\frac{\\partial L}{\\partial z_k}',
    'q_k - y_k',
  ],
  [
    '$r_i = \\sum_j X_{ij} w_j - y_i$ and $L = \\frac{1}{2}\\sum_i r_i^2$',
    '\\frac{\\partial L}{\\partial w_k}',
    '\\sum_i r_i X_{ik}',
  ],
  ['$m = \\frac{1}{n}\\sum_{i=1}^n x_i$', by('x_k', '(x_i - m)'), '\\delta_{ik} - \\frac{1}{n}'],
  ['', by('x_k', '\\sum_i 0 \\cdot x_i'), '0'],
  ['', by('x_k', '\\sum_i p_i \\ln\\frac{p_i}{x_i}'), '-\\frac{p_k}{x_k}'],
  [
    '$s_i = \\frac{e^{z_i/T}}{\\sum_j e^{z_j/T}}$',
    '\\frac{\\partial s_i}{\\partial z_k}',
    '\\frac{s_i(\\delta_{ik} - s_k)}{T}',
  ],
  [
    '$s_i = \\frac{e^{z_i/T}}{\\sum_j e^{z_j/T}}$',
    '\\frac{\\partial s_i}{\\partial T}',
    's_i\\left(\\frac{\\sum_j z_j e^{\\frac{z_j}{T}}}{T^2\\sum_j e^{\\frac{z_j}{T}}} - \\frac{z_i}{T^2}\\right)',
  ],
  // Numbers below a letter that is counted nowhere are names.
  [
    '',
    by('\\beta_1', '\\sum_{i=1}^n (y_i - \\beta_0 - \\beta_1 x_i)^2'),
    '-2\\sum_{i=1}^n x_i(y_i - \\beta_0 - \\beta_1 x_i)',
  ],
  [
    '',
    by('p', '\\sum_{i=1}^n [x_i \\ln p + (1 - x_i)\\ln(1 - p)]'),
    '\\sum_{i=1}^n \\frac{x_i - p}{p(1 - p)}',
  ],
  // Both indices are summed over where one of them stands nowhere else; sums to the index of another one.
  ['', by('x_k', '\\sum_{i<j} x_i x_j'), '\\sum_{i < k} x_i + \\sum_{j > k} x_j'],
  ['', by('x_k', '\\sum_{i<k} x_i^2 x_k'), '\\sum_{i < k} x_i^2'],
  ['', by('x_k', '\\sum_{i=1}^n \\sum_{j=1}^i x_j'), '1 + n - k'],
  ['', by('x_k', '\\sum_{i=1}^n \\sum_{j=1}^i A_{ij} x_j'), '\\sum_{i=k}^n A_{ik}'],
  ['', by('x_k', '\\sum_{i=1}^n \\sum_{j=i+1}^n x_i x_j'), '\\sum_{j=k+1}^n x_j + \\sum_{i=1}^{k-1} x_i'],
  [
    '',
    by('x_k', '\\sum_{i=1}^{n-1} (x_{i+1} - x_i)^2'),
    '\\left(\\begin{cases} 2(x_k - x_{k-1}) & \\text{if } k \\geq 2 \\\\ 0 & \\text{otherwise} \\end{cases}\\right) + \\left(\\begin{cases} 2(x_k - x_{k+1}) & \\text{if } k \\leq n - 1 \\\\ 0 & \\text{otherwise} \\end{cases}\\right)',
  ],
  // Deviations from a mean add up to 0, those from anything else do not.
  [MOMENTS, '\\frac{\\partial v}{\\partial x_k}', '\\frac{2(x_k - \\mu)}{n}'],
  [
    LAYER,
    '\\frac{\\partial h_i}{\\partial x_k}',
    '\\frac{\\delta_{ik}n - h_i h_k - 1}{n\\sqrt{\\epsilon + v}}',
  ],
  [
    `${LAYER} and $L = \\sum_i g_i h_i$`,
    '\\frac{\\partial L}{\\partial x_k}',
    '\\frac{g_k n - \\sum_i g_i(h_k h_i + 1)}{n\\sqrt{\\epsilon + v}}',
  ],
  [
    '$r = \\sqrt{\\frac{1}{n}\\sum_{i=1}^n x_i^2}$ and $h_i = \\frac{x_i}{r}$',
    '\\frac{\\partial h_i}{\\partial x_k}',
    '\\frac{\\delta_{ik} - \\frac{h_k h_i}{n}}{r}',
  ],
  [
    '$\\mu = \\frac{1}{n}\\sum_{i=1}^n x_i$',
    by('a', '\\frac{1}{2}\\sum_{i=1}^n (x_i - \\mu - a)^2'),
    '-\\sum_{i=1}^n (x_i - \\mu - a)',
  ],
  // Letters that are no indices by custom, and count here.
  ['', by('q_d', '\\sum_d q_d^2'), '2q_d'],
  ['$L = -\\sum_{c=1}^C y_c \\log p_c$', '\\frac{\\partial L}{\\partial p_c}', '-\\frac{y_c}{p_c}'],
  [
    '$a_j = \\frac{e^{s_j}}{\\sum_l e^{s_l}}$ and $o_d = \\sum_j a_j v_{jd}$',
    '\\frac{\\partial o_d}{\\partial s_k}',
    'a_k(v_{kd} - o_d)',
  ],
  [
    '$J = \\frac{1}{2}\\sum_{i=1}^m (y^{(i)} - a - b x^{(i)})^2$',
    '\\frac{\\partial J}{\\partial a}',
    '-\\sum_{i=1}^m (y_i - a - bx_i)',
  ],
];

describe('an answer with indices', () => {
  test.each(ANSWERS)('%s %s', (note, tex, expected) => {
    const solved = derived(tex, note);
    expect(solved.check.verdict).toBe('agrees');
    expect(printLatex(solved.result)).toBe(expected);
  });
});

/** What cannot be asked so, and what is said of it. */
const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['\\frac{\\partial L}{\\partial z_k}', /Nothing here says how L depends on z_k/],
  [by('z_k', '\\sum_i y_i \\log \\hat y_i'), /Nothing here says how yhat depends on z_k/],
  [by('\\theta_j', '\\sum_i (h_\\theta(x_i) - y_i)^2'), /Nothing here says how .* depends on theta_j/],
  [
    '\\frac{\\partial}{\\partial \\mathbf{h}_{t-1}} \\tanh(\\mathbf{W}\\mathbf{h}_{t-1})',
    /h is a vector, and one of many/,
  ],
  // Later ones follow from earlier ones; entries side by side do not.
  ['\\frac{\\partial x_k}{\\partial x_{k-1}}', /Nothing here says how x_k depends on x_/],
];
test('a state and the one before it', () => {
  const note = '$h_t = \\tanh(w h_{t-1} + u x_t)$, $L = \\sum_t h_t^2$';
  const asked = ask('\\frac{\\partial h_t}{\\partial h_s}', { note });
  expect(asked.ok ? 'asked' : asked.message).toMatch(/Nothing here says how h_t depends on h_s/);
});
/** A word that takes a whole vector is evidence of one; of an entry of it the question is one of entries. */
test.each([
  [
    by('z', '\\operatorname{softmax}(z)'),
    '\\operatorname{diag}(\\operatorname{softmax}(z)) - \\operatorname{softmax}(z)\\operatorname{softmax}(z)^\\top',
  ],
  [
    by('z_k', '\\operatorname{softmax}(z)_i'),
    '\\operatorname{softmax}(z)_i(\\delta_{ik} - \\operatorname{softmax}(z)_k)',
  ],
])('%s', (tex, expected) => {
  expect(printLatex(derived(tex).result)).toBe(expected);
});
describe('a recurrence', () => {
  const note = '$h_t = \\tanh(w h_{t-1} + u x_t)$ and $\\ell_t = (h_t - y_t)^2$';
  test.each([
    ['\\frac{\\partial h_t}{\\partial h_{t-1}}', '(1 - h_t^2)w'],
    ['\\frac{\\partial h_t}{\\partial x_t}', '(1 - h_t^2)u'],
  ])('%s', (tex, expected) => {
    expect(printLatex(derived(tex, note).result)).toBe(expected);
  });
  test.each(['h_t', '\\ell_t'])('%s by what all states share', (state) => {
    const asked = ask(`\\frac{\\partial ${state}}{\\partial w}`, { note });
    expect(asked.ok ? 'asked' : asked.message).toMatch(/h_t depends on w through h_.*as well/);
  });
});
describe('what nothing says', () => {
  test.each(REFUSED)('%s', (tex, message) => {
    const asked = ask(tex);
    expect(asked.ok ? 'asked' : asked.message).toMatch(message);
  });
});
