import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/index.js';
import { sym } from '../../../src/core/expr.js';
import { functionRow } from '../../../src/core/functions/index.js';
import { FUNCTION_WORDS } from '../../../src/meaning/functionWords.js';
import { workOf } from '../work.js';
import { definitionsOf, noteOf } from './note.js';

const Y = sym('y');

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

/** The value of the name, y unless another is given, where ‸ stands. */
function valueAt(marked: string, name = 'y'): string | null {
  const at = marked.indexOf('‸');
  const d = noteOf(marked.replace('‸', '')).situationAt(at).definitions.get(name);
  return d ? plainText(d.value) : null;
}

describe('in force by scope', () => {
  test.each([
    ['of a section above', '# A\n\n$y = x$\n\n## B\n\n‸', 'x'],
    ['of the section before, if no other one says it', '# A\n\n$y = x$\n\n# B\n\n‸', 'x'],
    ['not where several sections say it otherwise', '# A\n\n$y = x$\n\n# B\n\n$y = 2x$\n\n# C\n\n‸', null],
    ['where they say the same', '# A\n\n$y = x$\n\n# B\n\n$y = x$\n\n# C\n\n‸', 'x'],
    ['its own of several', '# A\n\n$y = x$\n\n# B\n\n$y = 2x$\n\n‸\n\n# C', '2*x'],
    ['the one above of several', '$y = 5x$\n\n# A\n\n$y = x$\n\n# B\n\n‸', '5*x'],
    ['not of another exercise', '**Problem 1.** $y = x$\n\n**Problem 2.** ‸', null],
    ['of the whole behind an exercise', '$y = 5x$\n\n**Problem 1.** $y = x$\n\n**Problem 2.** ‸', '5*x'],
    ['of an item before', '- $y = x$\n- b ‸ c', 'x'],
    ['not of one of several items', '- $y = x$\n- $y = 2x$\n- b ‸ c', null],
    ['not behind an example that a sentence gives', 'For example $y = x$.\n\n# B\n\n‸', null],
    ['within it', 'For example $y = x$. Then ‸', 'x'],
    ['nor after “the first example”', 'Let $y = x$ be the first example.\n\n2)\n\n‸', null],
    ['“where” in the same section only', '# A\n\n‸\n\n# B\n\nwhere $y = x$', null],
  ])('%s', (_, note, expected) => {
    expect(valueAt(note)).toBe(expected);
  });

  test.each([
    ['let y be', '$y = x$. Now let $y$ be any function of $x$. ‸', null],
    ['let y be as before', '$y = x$. Let $y$ be as before. ‸', 'x'],
    ['let two names be', '$y = x$. Let $y$ and $z$ be differentiable functions. ‸', null],
    ['suppose that it is differentiable', '$y = x$. Suppose $y$ is differentiable. ‸', null],
    ['suppose that it is small', '$y = x$. Suppose $y$ is small. ‸', 'x'],
    ['for any function', '$y = x$. For any differentiable function $y$ we have ‸', null],
    ['speaking of it', '$y = x$. The function $y$ is differentiable. ‸', 'x'],
    [
      'in an exercise that has ended',
      '$y = x$\n\n**Problem 1.** Let $y$ be any function.\n\n**Problem 2.** ‸',
      'x',
    ],
    ['and defining it again', '$y = x$. Let $y$ be a function, $y = 2x$. ‸', '2*x'],
    ['in German', '$y = x$. Sei $y$ eine differenzierbare Funktion. ‸', null],
    ['in French', '$y = x$. Soit $y$ une fonction. ‸', null],
    ['in Spanish', '$y = x$. Sea $y$ una función. ‸', null],
    ['in Russian', '$y = x$. Пусть $y$ — функция. ‸', null],
    ['in Chinese', '$y = x$. 设 $y$ 是函数。 ‸', null],
  ])('anew by %s', (_, note, expected) => {
    expect(valueAt(note)).toBe(expected);
  });

  test.each([
    ['the next integral has a choice of its own', '$u = x$. Next find $\\int x e^x dx$. ‸', null],
    ['one that speaks of it does not', '$u = x$ in $\\int e^u du$. ‸', 'x'],
    ['what else stands there stays', '$u = x$, $w = x^2$. $\\int e^u du$ ‸', 'x'],
  ])('in integration by parts %s', (_, note, expected) => {
    expect(valueAt(note, 'u')).toBe(expected);
  });

  test('a function with parameters is no choice in an integration', () => {
    expect(valueAt('$u(x) = x^2$. Next find $\\int x dx$. ‸', 'u')).toBe('x^2');
  });
});

describe('what is no definition of a function', () => {
  test.each([
    ['a value at a point', '$f(a) = b$'],
    ['a value at a named point', '$f(x_0) = y_0$'],
    ['a zero', '$f(x) = 0$'],
  ])('%s', (_, note) => {
    expect(definitionsOf(note)).toEqual([]);
  });
  test.each([
    ['of a constant', '$f(x) = c$', 'f(x) = c @1'],
    ['by a letter that the value has', '$f(a) = a^2$', 'f(a) = a^2 @1'],
    ['whose parameter is written in another case', '$h(X) = x^2$', 'h(x) = x^2 @1'],
  ])('one %s is', (_, note, expected) => {
    expect(definitionsOf(note)).toEqual([expected]);
  });
  test('the logistic function with its parameter in another case is the logistic function', () => {
    expect(definitionsOf('$\\sigma(X) = \\frac{1}{1 + e^{-x}}$')).toEqual([]);
    expect(definitionsOf('$\\sigma(X) = \\frac{1}{1 + e^{-y}}$')).not.toEqual([]);
  });
});

describe('the work of asking', () => {
  const MANY = 2_000;
  const asked = (text: string): number => {
    const { definitions, index } = noteOf(text);
    return workOf(() => index.formulas.forEach((f) => definitions.inForceFor([Y], f.to)));
  };
  test.each([
    ['in one section', (i: number): string => `$y = ${String(i)}x$\n\n`],
    ['in exercises', (i: number): string => `**Problem ${String(i)}.** $y = ${String(i)}x$\n\n`],
    ['in sections', (i: number): string => `# A\n\n$y = ${String(i)}x$\n\n`],
    ['brought anew', (i: number): string => `$y = ${String(i)}x$. Let $y$ be any function.\n\n`],
    ['in examples that sentences give', (i: number): string => `For example $y = ${String(i)}x$.\n\n`],
    ['by names that define each other', (i: number): string => `$y = z + ${String(i)}$, $z = y$\n\n`],
  ])('grows with the number of definitions: %s', (_, piece) => {
    const text = (n: number): string => Array.from({ length: n }, (__, i) => piece(i + 1)).join('');
    expect(asked(text(2 * MANY))).toBeLessThan(2.8 * asked(text(MANY)) + 10_000);
  });
});

test('an edit in one section leaves what is in force in the others as it was', () => {
  const section = (name: string, body: string): string => `# ${name}\n\n${body}\n\n$f(x)$ and $y$\n\n`;
  const bodies = [
    '$y = x$',
    'Let $f(x) = x^2$.',
    '**Problem 1.** $y = 3x$',
    '- $y = 4x$',
    'Now let $y$ be any function.',
  ];
  const inForce = (text: string, name: string): string[] => {
    const note = noteOf(text);
    const { definitions } = note.situationAt(text.indexOf('# ', text.indexOf(`# ${name}`) + 2) - 1);
    return [...definitions].map(([id, d]) => `${id} = ${plainText(d.value)}`).sort();
  };
  for (const a of bodies)
    for (const b of bodies) {
      const [before, after] = [a, b].map(
        (body) => `$y = 9x$\n\n${section('A', body)}${section('B', '$y = 7x$, $f(x) = x$')}# C`,
      );
      expect(inForce(after ?? '', 'B')).toEqual(inForce(before ?? '', 'B'));
    }
});

describe('functions that sentences name', () => {
  test.each([
    ['where $\\Phi$ is the normal distribution function.', ['Phi(x) = normcdf(x) @1']],
    ['where $\\Phi$ is the standard normal CDF.', ['Phi(x) = normcdf(x) @1']],
    ['with the ReLU activation function $g$', ['g(x) = relu(x) @1']],
    ['where $g(z)$ denotes the logistic function', ['g(z) = sigmoid(z) @1']],
    ['wobei $g$ die Sigmoidfunktion ist', []],
    ['$g$ ist die Sigmoidfunktion.', ['g(x) = sigmoid(x) @1']],
    ['$g$ est la fonction logistique.', ['g(x) = sigmoid(x) @1']],
    // Another normal density, a word that goes on, what is no function.
    ['where $\\phi$ is the normal density with mean $\\mu$.', []],
    ['where $g$ is the sigmoid function squared.', []],
    ['where $g$ is the gradient.', []],
    // σ is read as the logistic function anyhow.
    ['where $\\sigma$ is the sigmoid function.', []],
  ])('%s', (note, expected) => {
    expect(definitionsOf(note)).toEqual(expected);
  });

  test('every row is a function of the table, and calls it by words that no other row has', () => {
    for (const { fn } of FUNCTION_WORDS) expect(functionRow(fn)).not.toBeNull();
    const words = [
      'sigmoid',
      'normal cdf',
      'normal density',
      'relu',
      'softplus',
      'tanh',
      'error function',
      'gamma function',
    ];
    for (const w of words)
      expect(new Set(FUNCTION_WORDS.filter((f) => f.words.test(w)).map((f) => f.fn)).size).toBe(1);
  });

  test('hold for what stands before them too', () => {
    expect(valueAt('‸ $\\Phi(x)$, where $\\Phi$ is the normal distribution function.', 'Phi')).toBe(
      'normcdf(x)',
    );
  });
});

test.each([
  ['$y = x$', 'equation'],
  ['Let $y = x$.', 'sentence'],
  ['$z$ where $y = x$', 'late'],
  ['where $y$ is the sigmoid function', 'words'],
])('a definition says what shows it: %s', (note, evidence) => {
  expect(noteOf(note).definitions.all.map((d) => d.evidence)).toEqual([evidence]);
});
