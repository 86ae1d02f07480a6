/** Formulas in doc comments: compared with the code below them, and judged as the claims of a note. */
import { beforeAll, describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { createService, type CheckedClaim } from '../../../../src/service/index.js';

const service = createService();
beforeAll(() => service.load());

let version = 0;
function claims(text: string): CheckedClaim[] {
  const uri = `file:///comments${String(++version)}.ts`;
  const options = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
  const document = { uri, version, languageId: 'typescript', text };
  return [...service.check(document, options, () => UNLIMITED)].filter((c) => c !== null);
}
const verdicts = (text: string): string[] => claims(text).map((c) => `${c.tex} ${c.verdict}`);

/** A comment above a function. */
const above = (comment: string, code: string): string => `/**\n * Computes it: ${comment}\n */\n${code}\n`;
const SQUARE = 'export const f = (x: number): number => x ** 2 + 1;';
const LOG = 'export const f = (x: number): number => Math.log(x);';
const LOG_10 = 'export const f = (x: number): number => Math.log10(x);';
const SIGMOID = 'function sigmoid(x: number) {\n  return 1 / (1 + Math.exp(-x));\n}';

describe('the value', () => {
  test.each([
    ['in dollars', '$f(x) = x^2 + 1$', SQUARE, 'f(x) = x^2 + 1 true'],
    ['in brackets', '\\(f(x) = 1 + x^2\\)', SQUARE, 'f(x) = 1 + x^2 true'],
    ['between backticks', '`f(x) = x^2 + 1`', SQUARE, 'f(x) = x^2 + 1 true'],
    ['a wrong one', '$f(x) = x^2 - 1$', SQUARE, 'f(x) = x^2 - 1 false'],
    ['a wrong one between backticks', '`f(x) = x^3 + 1`', SQUARE, 'f(x) = x^3 + 1 false'],
    [
      'σ for the sigmoid',
      '$\\sigma(x) = \\frac{1}{1+e^{-x}}$',
      SIGMOID,
      '\\sigma(x) = \\frac{1}{1+e^{-x}} true',
    ],
    ['a wrong sign', '`sigmoid(x) = 1/(1+exp(x))`', SIGMOID, 'sigmoid(x) = 1/(1+exp(x)) false'],
    [
      'of several parameters',
      '$\\mathrm{area}(r, h) = \\pi r^2 h$',
      'function area(r: number, h: number) { return Math.PI * r * r * h; }',
      '\\mathrm{area}(r, h) = \\pi r^2 h true',
    ],
    ['a reading that was chosen, and right', '$f(x) = \\log x$', LOG, 'f(x) = \\log x true'],
    ['a reading that was chosen, and may be another', '$f(x) = \\log x$', LOG_10, undefined],
    ['one that leaves no choice', '$f(x) = \\ln x$', LOG_10, 'f(x) = \\ln x false'],
    [
      'of a method',
      '$g(x) = 2x$',
      'export class A {\n  /** The slope $g(x) = 3x$. */\n  static g(x: number) { return 2 * x; }\n}',
      'g(x) = 3x false',
    ],
  ])('%s', (_, comment, code, expected) => expect(verdicts(above(comment, code)).at(-1)).toBe(expected));

  test('a difference is said with a point', () => {
    const [claim] = claims(above('$f(x) = x^2 - 1$', SQUARE));
    expect(claim?.message).toMatch(
      /^The formula is not what f computes: at x = 0\.37 the formula gives -0\.8631, and the code 1\.1369\.$/,
    );
    expect(claim?.counterexample).toMatchObject({ at: { x: 0.37 } });
  });
  test('the case that a formula leaves out makes it conditional', () => {
    const code = 'function f(x: number) { return x < 0 ? 0 : x ** 2; }';
    expect(verdicts(above('$f(x) = x^2$', code))).toEqual(['f(x) = x^2 conditional']);
  });
});

describe('the derivative', () => {
  const PAIR = `${SQUARE}\n/** %s */\nexport const fPrime = (x: number): number => 2 * x;\n`;
  test.each([
    ['as Leibniz writes it', '$\\frac{d}{dx} f = 2x$', 'true'],
    ['with a prime', "$f'(x) = 2x$", 'true'],
    ['a wrong one', "$f'(x) = 3x$", 'false'],
    ['as a quotient', '$\\frac{df}{dx} = 2x^2$', 'false'],
    ['in terms of the function', "`f'(x) = 2 * sqrt(f(x) - 1)`", 'conditional'],
  ])('%s', (_, comment, verdict) => {
    const found = claims(PAIR.replace('%s', () => comment)).filter((c) => c.tex !== 'fPrime');
    expect(found.map((c) => c.verdict)).toEqual([verdict]);
  });
  test('σ′ in terms of σ', () => {
    const text = `${SIGMOID}\n/** $\\sigma'(x) = \\sigma(x)(1-\\sigma(x))$ */\nconst sigmoidDerivative = (x: number) => sigmoid(x) * (1 - sigmoid(x));\n`;
    expect(claims(text).map((c) => c.verdict)).toEqual(['true', 'true']);
  });
  test('a claim of a comment alone is judged as in a note', () => {
    expect(verdicts('/** Recall that $\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)$. */\nconst a = 1;\n')).toEqual([
      '\\frac{d}{dx} \\sin(x^2) = \\cos(x^2) false',
    ]);
  });
});

describe('left alone', () => {
  test.each([
    ['another function’s formula', above('a root of $g(x) = x^3$', SQUARE)],
    ['other parameters', above('$f(t) = t^3$', SQUARE)],
    ['a formula with other names', above('$f(x) = a x^2$', SQUARE)],
    [
      'a step that uses f',
      above('a root of $f(x) = x^2 - 2$', 'const newton = (x: number) => x - (x * x - 2) / (2 * x);'),
    ],
    [
      'another function of that name in another comment',
      `${above('$f(x) = x^3$', 'const cube = (x: number) => x ** 3;')}${above("$f'(x) = 2x$", 'const square = (x: number) => x ** 2;')}`,
    ],
    ['prices', above('from $5 to $6', SQUARE)],
    ['code', above('`const f = (x) => x`', SQUARE)],
    ['a comment switched off', '/**\n * leibniz-ignore-next-line\n * $f(x) = x^3$\n */\n' + SQUARE],
    ['what cannot be read', above('$f(x) = x^3$', 'const f = (x: number) => fetch(x);')],
  ])('%s', (_, text) => {
    expect(claims(text).filter((c) => c.verdict === 'false')).toEqual([]);
  });
});

describe('comments that switch the check off', () => {
  const PAIR = 'const f = (x: number) => x ** 2;\n%sconst fPrime = (x: number) => 3 * x;%e\n';
  test.each([
    ['above', '// leibniz-ignore-next-line\n', ''],
    ['above, in short', '// leibniz-ignore\n', ''],
    ['on the line', '', ' // leibniz-ignore'],
    ['above a doc comment', '// leibniz-ignore\n/**\n * The slope.\n */\n', ''],
    ['in the doc comment', '/**\n * The slope.\n * leibniz-ignore\n */\n', ''],
  ])('%s', (_, before, after) => {
    expect(verdicts(PAIR.replace('%s', '').replace('%e', ''))).toEqual(['fPrime false']);
    expect(verdicts(PAIR.replace('%s', before).replace('%e', after))).toEqual([]);
  });
});

test.each([
  [29, ["f'(x) = f(x) true"]],
  [30, []],
])('a formula that calls a function of %i terms says %j: longer ones are not put in', (terms, expected) => {
  const sum = Array.from({ length: terms }, (_, i) => `${String(i + 2)} * Math.exp(x)`).join(' + ');
  expect(verdicts(above("`f'(x) = f(x)`", `const f = (x: number) => ${sum};`))).toEqual(expected);
});
