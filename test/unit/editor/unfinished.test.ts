import { describe, expect, test } from 'vitest';
import { endsInEquals, isAtStatementEnd, unfinishedDerivative } from '../../../src/editor/unfinished.js';

/** Expects the derivative marked «…» before an equals sign; none where nothing is marked. */
describe('the derivative before an equals sign', () => {
  test.each([
    '«\\frac{d}{dx}(x^2)» =',
    '«\\frac{d}{dx} x^2»= ',
    "«f'(x)» = ",
    "«f''(x)» =",
    '«\\frac{\\partial L}{\\partial w}» =',
    '«\\dfrac{\\mathrm{d}}{\\mathrm{d}x} x» =',
    '«\\frac{\\mathrm d}{\\mathrm dx} x» =',
    "f(x) = x^2, \\quad «f'(x)» =",
    "f(x) = x^2 \\implies «f'(x)» =",
    "f(x) = x^2 \\\\ «f'(x)» =",
    "f(x) &= x^2 \\\\ «f'(x)» &=",
    '\\begin{aligned} «\\frac{d}{dx} x» =',
    '«\\partial_x f(x, y)» =',
    "x = 2, «g'(x, y)» =",
    // A comma joins outside brackets alone, whichever bracket comes first.
    "(a, b), «f'(x)» =",
    "(a), «f'(x)» =",
    "[a, (b, c)], «f'(x)» =",
    '«\\partial_x f((x, 1), y)» =',
    'x^2 =',
    'f(x) =',
    "f'(x) = 2x =",
    "f'(x) \\neq x =",
    "f'(x) :=",
    "f'(x) <=",
    "f'(x) ==",
    "f'(x)",
    '=',
    "f'(x) = 2",
  ])('%s', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    const found = unfinishedDerivative(text);
    const expected = marked.includes('«') ? marked.slice(marked.indexOf('«') + 1, marked.indexOf('»')) : null;
    expect(found && text.slice(found.from, found.to)).toBe(expected);
  });
  test('a long text is no formula that someone types', () => {
    expect(unfinishedDerivative(`${'('.repeat(100_000)}f'(x) =`)).toBeNull();
    expect(endsInEquals(`${' '.repeat(1_000_000)}x =`)).toBe(true);
  });
});

describe('a result may follow', () => {
  test.each([
    ['', true],
    ['  ', true],
    ['\n', true],
    [' \\\\ x', true],
    ['\\end{aligned}', true],
    ['.', true],
    [',\n', true],
    ['2x', false],
    [' x \\\\', false],
    [', x', false],
  ])('before “%s”: %s', (rest, expected) => expect(isAtStatementEnd(rest)).toBe(expected));
});
