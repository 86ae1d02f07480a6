import { describe, expect, test } from 'vitest';
import { Headless, type Reply } from '../../../src/headless/index.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };
const reply = (request: unknown): ReturnType<Headless['reply']> => new Headless().reply(request, BUDGET);
function answer(request: object): Reply {
  const r = reply({ notation: 'latex', ...request });
  if (!r.ok) throw new Error(r.error.message);
  return r;
}

describe('replies', () => {
  test('hold what the contract names', () => {
    expect(answer({ id: 'a', text: 'x^2 \\sin x', at: [{ x: 0 }] })).toMatchObject({
      id: 'a',
      ok: true,
      variable: 'x',
      order: 1,
      input: { latex: 'x^2\\sin x', plain: 'x^2*sin(x)' },
      result: { code: null, name: null, values: [0] },
      conditions: [],
      checked: { verdict: 'agrees', points: 8 },
    });
  });

  test('list steps in reading order, with their depth', () => {
    const { steps } = answer({ text: 'e^{-x}' });
    expect(steps.map((s) => [s.rule, s.depth])).toEqual([
      ['chain', 0],
      ['table', 1],
      ['constant-multiple', 1],
    ]);
    expect(steps[0]).toMatchObject({
      title: 'Chain rule',
      substitution: 'u = -x',
      before: '\\frac{d}{dx}\\left[e^{-x}\\right]',
      after: 'e^{-x} \\cdot \\frac{d}{dx}\\left[-x\\right]',
    });
  });

  test.each([
    [1, ['product 0 1']],
    [2, ['product 0 1', 'chain 1 2', 'factor 0 2']],
    [3, ['product 0 1', 'chain 1 2', 'table 2 3', 'constant-multiple 2 3', 'factor 0 2']],
  ] as const)('tell at level %i what it needs', (level, expected) => {
    const { steps } = answer({ text: 'x e^{-x}', level });
    const told = steps.map((s) => [s.phase === 'tidy' ? 'factor' : s.rule, s.depth, s.level].join(' '));
    expect(told).toEqual(expected);
    // However much is told, the first line begins with the question and the last one ends with the answer.
    expect(steps[0]?.before).toBe('\\frac{d}{dx}\\left[xe^{-x}\\right]');
    const ends = steps.map((s) => (s.result ?? s.after).split(' = ').at(-1));
    expect(ends).toContain(answer({ text: 'x e^{-x}' }).result.latex);
  });

  test.each([0, 4, 1.5, '2', 'brief'])('refuse the level %j', (level) => {
    expect(reply({ text: 'x^2', level })).toMatchObject({
      ok: false,
      error: { code: 'syntax', message: '"level" is 1, 2 or 3.' },
    });
  });

  test.each([
    [{ text: 'x^2', notation: 'plain' }, '2x'],
    [{ text: '3*x^2' }, '6x'],
    [{ text: 'f(x) = x^3' }, '3x^2'],
    [{ text: '\\frac{d}{dx} x^2 = 17' }, '2x'],
    [{ text: '7', variable: 'x' }, '0'],
    [{ text: 'c', variable: 'x' }, '0'],
    [{ text: '\\hat y^2', variable: 'yhat' }, '2\\hat{y}'],
    [{ text: '\\hat y^2', variable: '\\hat y' }, '2\\hat{y}'],
    [{ text: 'x^3', order: 2 }, '6x'],
    [{ text: 'x^3', order: '2' }, '6x'],
    [{ text: 'e^x', order: 'n' }, 'e^x'],
    [{ text: "(fg)'" }, "f'g + fg'"],
    [{ text: "f'(2)", note: 'Let $f(x) = x^3$.', line: 1 }, '12'],
    [{ text: '\\frac{\\partial L}{\\partial z}', note: LOSS, line: 5 }, '\\hat{y} - y'],
    [{ text: 'xyz', note: "$(xyz)' = x'yz + xy'z + xyz'$", line: 1 }, "x'yz + xy'z + xyz'"],
  ])('to %j', (request, latex) => {
    expect(answer(request).result.latex).toBe(latex);
  });

  test.each([
    ['\\ln x', [{ x: -1 }, { x: 0 }, { x: 2 }], [null, null, 0.5]],
    ['\\alpha x^2', [{ x: 3, alpha: 0.5 }, { x: 3 }], [3, null]],
    ['x_1^2 + x_2', [{ x: [3, 4] }, { x_1: 5 }], [6, 10]],
    ['|x|', [{ x: -2 }, { x: 3 }], [-1, 1]],
    ["(fg)'", [{ x: 1 }], [null]],
    ['\\left.\\frac{d}{dx} x^3\\right|_{x=2}', [{ x: 7 }], [12]],
  ])('give the values of the derivative of %s', (text, at, values) => {
    expect(answer({ text, at }).result.values).toEqual(values);
  });

  test('compute what the note defines through the variable, whatever the point says', () => {
    const at = [{ z: 0, y: 1, yhat: 0.9 }];
    const { result } = answer({ text: '\\frac{\\partial L}{\\partial z}', note: LOSS, line: 5, at });
    expect(result.values[0]).toBeCloseTo(-0.5, 12);
  });

  test('say which definitions and readings were used', () => {
    expect(answer({ text: '\\frac{\\partial L}{\\partial z}', note: LOSS, line: 5 }).assumptions).toEqual(
      expect.arrayContaining(['L as defined in line 1', 'yhat as defined in line 3']),
    );
  });
});

const LOSS = `$L(y, \\hat y) = -(y \\log \\hat y + (1 - y) \\log(1 - \\hat y))$

$\\hat y = \\sigma(z)$

Now differentiate.
`;

describe('errors', () => {
  test.each([
    [null, 'syntax'],
    [[], 'syntax'],
    ['x', 'syntax'],
    [{}, 'syntax'],
    [{ text: 7 }, 'syntax'],
    [{ text: 'x', notation: 'roman' }, 'syntax'],
    [{ text: 'x', order: -1 }, 'syntax'],
    [{ text: 'x', at: [{ x: 'one' }] }, 'syntax'],
    [{ text: 'x', line: 0 }, 'syntax'],
    [{ text: '' }, 'no-formula'],
    [{ text: '\\frac{d}{dx', notation: 'latex' }, 'syntax'],
    [{ text: 'L', variable: 'z' }, 'unsupported'],
    [{ text: 'x^2', variable: 'q' }, 'no-such-variable'],
    [{ text: '\\frac{d}{dx} x^2', variable: 'y' }, 'ambiguous'],
    [{ text: '\\frac{d}{dx} x^2', order: 3 }, 'ambiguous'],
    [{ text: '('.repeat(5000) + 'x' + ')'.repeat(5000), notation: 'latex' }, 'limit'],
  ])('for %j', (request, code) => {
    expect(reply(request)).toMatchObject({ ok: false, error: { code } });
  });

  test('point at the part that is meant', () => {
    expect(reply({ id: 3, text: 'x + L^T', notation: 'latex' })).toMatchObject({
      id: 3,
      ok: false,
      error: { from: 0, to: 7 },
    });
  });

  test('end when the time is up', () => {
    const r = new Headless().reply(
      { text: 'x^2*sin(x)', notation: 'plain' },
      { nodes: 1000, shouldStop: () => true },
    );
    expect(r).toMatchObject({ ok: false, error: { code: 'limit' } });
  });
});
