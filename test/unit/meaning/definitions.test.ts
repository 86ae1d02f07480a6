import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/index.js';
import { definitionsOf, noteOf } from './note.js';

describe('definitions', () => {
  test.each([
    ['a function', '$f(x) = x^2$', ['f(x) = x^2 @1']],
    ['a quantity', '$y = 3x + 1$', ['y = 3*x + 1 @1']],
    ['with an accent', '$\\hat y = wx + b$', ['yhat = w*x + b @1']],
    ['with :=', '$g(t) := e^{-t}$', ['g(t) = exp(-t) @1']],
    ['of several variables', '$L(y, p) = (y - p)^2$', ['L(y,p) = (y - p)^2 @1']],
    ['of a letter that no custom calls a function', '$q(z) = z^3$', ['q(z) = z^3 @1']],
    ['two in one chain', '$y = f(x) = x^2$', ['y = x^2 @1', 'f(x) = x^2 @1']],
    ['of a chain the side next to the name', '$f(x) = \\frac{1}{x} = x^{-1}$', ['f(x) = 1/x @1']],
    ['several in one formula', '$f(x) = x^2, \\quad g(x) = \\sin x$', ['f(x) = x^2 @1', 'g(x) = sin(x) @1']],
    [
      'in aligned lines',
      '$$\\begin{aligned} u &= x^2 \\\\ v &= \\ln x \\end{aligned}$$',
      ['u = x^2 @1', 'v = log(x) @1'],
    ],
    ['on their lines', 'a\n\n$f(x) = x$\n\nb $h(x) = 2x$', ['f(x) = x @3', 'h(x) = 2*x @5']],
  ])('%s', (_, note, expected) => {
    expect(definitionsOf(note)).toEqual(expected);
  });

  test.each([
    ['a claim with a prime', "$f'(x) = 2x$"],
    ['a claim with an operator', '$\\frac{d}{dx} x^2 = 2x$'],
    ['a claim of a name', '$\\frac{dy}{dx} = 2x$'],
    ['a setting', '$\\alpha = 0.01$'],
    ['a place', '$x = 0$'],
    ['a recurrence', '$w = w - \\eta g$'],
    ['a function of itself', '$f(x) = f(x - 1) + 1$'],
    ['an equation', '$x^2 + y^2 = 1$'],
    ['an inequality', '$f(x) < 3$'],
    ['an approximation', '$f(x) \\approx x$'],
    ['what a name’s derivative is called', '$g = \\frac{dL}{dw}$'],
    ['the sigmoid under its own name', '$\\sigma(z) = \\frac{1}{1 + e^{-z}}$'],
    ['ReLU as the table has it', '$\\text{ReLU}(x) = \\max(0, x)$'],
  ])('%s is none', (_, note) => {
    expect(definitionsOf(note)).toEqual([]);
  });

  test('a function of the table that the note means otherwise is the note’s own', () => {
    expect(
      definitionsOf(
        '$\\text{LeakyReLU}(x) = \\begin{cases} x & x > 0 \\\\ \\alpha x & x \\leq 0 \\end{cases}$',
      ),
    ).toHaveLength(1);
    expect(definitionsOf('$\\sigma(x) = x^2$')).toEqual(['sigma(x) = x^2 @1']);
  });
});

describe('in force', () => {
  /** The value of y where ‸ stands. */
  const valueAt = (marked: string): string | null => {
    const at = marked.indexOf('‸');
    const d = noteOf(marked.replace('‸', '')).situationAt(at).definitions.get('y');
    return d ? plainText(d.value) : null;
  };

  test.each([
    ['from the next formula on', '$y = x$ ‸', 'x'],
    ['not before', '‸ $y = x$', null],
    ['the last one before', '$y = x$ $y = 2x$ ‸ $y = 3x$', '2*x'],
    ['before, where “where” says it', '‸ $z = 2y$, where $y = x$', 'x'],
    ['before, where “where” stands in the formula', '‸ $z = 2y \\quad\\text{where } y = x$', 'x'],
    [
      'the one before rather than a “where” far behind',
      `$y = 5x$ ‸ $z = 2y$, ${'and so on '.repeat(20)}where $y = x$`,
      '5*x',
    ],
    ['the “where” right behind rather than the one before', '$y = 5x$ ‸ $z = 2y$ for $y = x$', 'x'],
    ['what says more rather than names alone', '$y = x^2$ and $y = h(x)$ ‸', 'x^2'],
  ])('%s', (_, note, expected) => {
    expect(valueAt(note)).toBe(expected);
  });
});

describe('definitions that matter for a formula', () => {
  test.each([
    ['those that it names', '$f(x) = x^2$ $g(x) = x$ $h(x) = 2x$\n\nso $f(x) + h(x)$', ['f', 'h']],
    ['those that these name', '$u = 2x$ $v = u^2$ $w = 3v$ $s = 7x$\n\nso $w$', ['u', 'v', 'w']],
    ['none', '$f(x) = x^2$\n\nso $x$', []],
    ['names for functions of the table', '$\\text{Swish}(x) = 2x$ $f(x) = x$\n\nso $x$', ['word:Swish']],
  ])('%s', (_, text, expected) => {
    const note = noteOf(text);
    const last = note.index.formulas.at(-1);
    const said = last ? note.reading(last).statements.map((s) => s.expr) : [];
    const found = note.definitions.inForceFor(said, text.length);
    expect([...found.keys()].sort()).toEqual(expected);
    for (const [id, d] of found) expect(note.definitions.inForce(text.length).get(id)).toBe(d);
  });
});
