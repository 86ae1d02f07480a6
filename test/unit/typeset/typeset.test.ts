import { workOf } from '../work.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks } from '../../../src/typeset/box.js';
import { type TypesetOptions, measure, typeset } from '../../../src/typeset/typeset.js';
import { CORPUS } from './corpus.js';

const OPTIONS: TypesetOptions = { display: true, size: 18, color: '#3b3b3b' };

function drawn(
  tex: string,
  options: Partial<TypesetOptions> = {},
): { svg: string; width: number; height: number; depth: number } {
  const result = typeset(tex, { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(`${tex}: ${result.message}`);
  return result;
}

function failureOf(tex: string, options: Partial<TypesetOptions> = {}): string {
  const result = typeset(tex, { ...OPTIONS, ...options });
  return result.ok ? 'drawn' : result.code;
}

/** Everything in the picture that could load or run something, or is written by a fault in our own arithmetic. */
const FORBIDDEN =
  /<script|<foreignObject|<image|<a\b|<style|\bon\w+=|href="(?!#tex-[\da-z]+-[\da-f]+")|url\(|NaN|Infinity|undefined|null/i;

/** What KaTeX, as TeX, has in displays only. */
const DISPLAY_ONLY = /\\tag|align\*/;

describe('the corpus', () => {
  test.each(CORPUS)('%s is drawn, in display and in text', (tex) => {
    for (const display of DISPLAY_ONLY.test(tex) ? [true] : [true, false]) {
      const { svg, width, height, depth } = drawn(tex, { display });
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="[-\d.,]+" fill="#3b3b3b">.*<\/svg>$/,
      );
      expect(svg).not.toMatch(FORBIDDEN);
      expect(svg).toContain(` width="${width}" height="${height + depth}" `);
      expect(svg.length).toBeLessThan(30_000);
    }
  });

  test.each(CORPUS)('%s has no missing glyph', (tex) => {
    expect(drawn(tex).svg).not.toContain('<text');
  });

  test.each(CORPUS)('%s defines what it refers to, once', (tex) => {
    const { svg } = drawn(tex);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('all of it is wider with one more letter', () => {
    for (const tex of CORPUS.filter((t) => !/\\tag|\\tiny/.test(t)))
      expect(measure(`${tex}{}m`, OPTIONS).width, tex).toBeGreaterThan(measure(tex, OPTIONS).width + 0.5);
  });
});

describe('widths, in em, by the fonts’ own advances', () => {
  // Advances: x 0.57153, 2 0.5, + 0.77778, d 0.52049, sin 0.39445 + 0.27778 + 0.55556; medium space 4/18, thin 3/18.
  const cases: readonly [tex: string, width: number][] = [
    ['x', 0.572],
    ['xx', 1.144],
    ['x2', 1.072],
    ['x+2', 0.572 + 0.778 + 0.5 + 2 * 0.2222],
    ['\\sin', 1.228],
    ['\\sin x', 1.228 + 0.1667 + 0.572],
    ['\\phantom{x}', 0.572],
    ['\\rlap{x}', 0],
    ['x\\kern1em x', 2.144],
    ['\\hspace{2em}', 2],
    ['\\rule{3em}{1em}', 3],
    ['\\frac{x}{2}', 0.572 + 0.24],
    ['\\overline{xx}', 1.144],
    ['\\hat{x}', 0.572],
    ['\\sqrt{x}', 0.833 + 0.572],
    // The italic correction of f is kept after it, at its end.
    ['f', 0.49 + 0.10764],
    ['\\underbrace{x}', 1.6],
    ['x^2', 0.572 + 0.35 + 0.05],
    ['\\Huge x', 0.572 * 2.488],
    ['\\text{ab}', 0.5 + 0.556],
    ['\\left.x\\right.', 0.572 + 0.24],
    ['\\boxed{x}', 0.572 + 0.6],
    ['\\cancel{xx}', 1.144],
    ['\\begin{matrix}x&x\\end{matrix}', 1.144 + 1],
  ];
  test.each(cases)('%s', (tex, width) => {
    expect(measure(tex, { display: true }).width).toBeCloseTo(width, 2);
  });

  test('a column is as wide as its widest cell', () => {
    const width = (tex: string): number => measure(tex, OPTIONS).width;
    expect(width('\\begin{matrix}x\\\\mmmm\\end{matrix}')).toBeCloseTo(width('mmmm'), 5);
  });
});

describe('places', () => {
  /** The place of each glyph, in em. */
  function glyphs(tex: string): { code: string; x: number; y: number; scale: number }[] {
    return [...marks(measure(tex, OPTIONS).box)].flatMap(({ mark, x, y }) =>
      mark.kind === 'glyph' ? [{ code: mark.glyph.id.split('-')[1] ?? '', x, y, scale: mark.scale }] : [],
    );
  }

  test('an exponent is up, smaller and to the right', () => {
    const [base, exponent] = glyphs('x^2');
    expect(base).toMatchObject({ code: '78', x: 0, y: 0, scale: 1 });
    expect(exponent).toMatchObject({ code: '32', scale: 0.7 });
    expect(exponent?.x).toBeCloseTo(0.572, 3);
    expect(exponent?.y).toBeCloseTo(-0.413, 3);
  });

  test('a numerator is centred over its denominator', () => {
    const places = glyphs('\\frac{x}{mmm}');
    const [above] = places.filter((g) => g.code === '78');
    const below = places.filter((g) => g.code === '6d');
    expect(above?.x).toBeCloseTo(0.12 + (3 * 0.878 - 0.572) / 2, 2);
    expect(below[0]?.x).toBeCloseTo(0.12, 3);
    expect(above?.y).toBeLessThan(0);
    expect(below[0]?.y).toBeGreaterThan(0);
  });

  test('columns of aligned meet at the mark', () => {
    const equals = glyphs('\\begin{aligned}xx&=1\\\\x&=2\\end{aligned}').filter((g) => g.code === '3d');
    expect(equals).toHaveLength(2);
    expect(equals[0]?.x).toBeCloseTo(equals[1]?.x ?? NaN, 6);
  });

  test('\\ne is = with the slash of the private-use area over it', () => {
    const [slash, sign] = glyphs('\\ne');
    expect([slash?.code, sign?.code]).toEqual(['e020', '3d']);
    expect(slash?.x).toBeCloseTo(sign?.x ?? NaN, 6);
  });
});

describe('the picture', () => {
  test('is in whole pixels and holds ink that leaves its box', () => {
    expect(drawn('x')).toMatchObject({ width: 11, height: 8 });
    const outside = drawn('\\rlap{mmm}');
    // The box has no width; upright m is 0.833 em wide, with a little air at its end.
    expect(outside.width).toBeGreaterThan(2.4 * 18);
    expect(outside.width).toBeLessThanOrEqual(Math.ceil(3 * 0.833 * 18));
    expect(drawn('\\llap{mmm}').svg).toContain('viewBox="-');
  });

  test('centred has its middle 0.27 em above the baseline', () => {
    for (const tex of ['x', '\\frac{a}{b}', 'x^{2^{2}}', '\\int_0^1']) {
      const { height, depth } = drawn(tex, { centred: true });
      const plain = drawn(tex);
      expect(Math.abs((height - depth) / 2 - 0.27 * 18), tex).toBeLessThanOrEqual(0.5);
      expect(height).toBeGreaterThanOrEqual(plain.height);
      expect(depth).toBeGreaterThanOrEqual(plain.depth);
    }
  });

  test('a phantom takes room and leaves no ink', () => {
    const { svg, width } = drawn('\\phantom{\\frac{x}{2}\\sqrt{x}}');
    expect(width).toBeGreaterThan(20);
    expect(svg).not.toContain('<path');
  });

  test('colours: the ink’s own, the formula’s, the paper’s', () => {
    const { svg } = drawn('x+\\textcolor{#00AA00}{y}+\\colorbox{yellow}{$z$}', { background: 'white' });
    for (const fill of ['#3b3b3b', '#00aa00', 'yellow', 'white']) expect(svg).toContain(`fill="${fill}"`);
    expect(svg.indexOf('fill="white"')).toBeLessThan(svg.indexOf('fill="yellow"'));
  });

  test('a repeated glyph is drawn once and used', () => {
    const { svg } = drawn('x+x+x+x');
    expect(svg.match(/<use href="#tex-\w+-78"/g)).toHaveLength(4);
    expect(svg.match(/<path id="tex-\w+-78"/g)).toHaveLength(1);
  });

  test('fraction bars are on whole pixels', () => {
    const { svg } = drawn('\\frac{1}{2}', { size: 20 });
    // 50 units are a pixel.
    const bar = /M(-?[\d.]+),?(-?[\d.]+)h([\d.]+)v([\d.]+)h-/.exec(svg);
    expect(Number(bar?.[2]) % 50).toBeCloseTo(0);
    expect(bar?.[4]).toBe('50');
  });

  test('letters that no font of ours has are left to the reader’s fonts, escaped', () => {
    const { svg } = drawn('\\text{если 本}');
    expect(svg.match(/<text /g)).toHaveLength(2);
    expect(svg).toContain('>&#1077;&#1089;&#1083;&#1080;</text>');
    expect(svg).toContain('textLength="1000">&#26412;</text>');
  });
});

/** What the longest of them may cost, in entries of blocks of code. */
const MOST_BLOCKS = 10_000_000;

describe('what is refused', () => {
  const refused: readonly [name: string, tex: string, code: string, options?: Partial<TypesetOptions>][] = [
    ['an unknown command', '\\foo', 'syntax'],
    ['an open brace', '\\frac{1}{', 'syntax'],
    ['a bare script', '^', 'syntax'],
    ['a link', '\\href{javascript:alert(1)}{x}', 'unsupported'],
    ['an image', '\\includegraphics{http://example.org/x.png}', 'unsupported'],
    ['HTML', '\\htmlStyle{color:red}{x}', 'unsupported'],
    ['a definition', '\\def\\a{x}\\a', 'unsupported'],
    ['a commutative diagram', '\\begin{CD}A@>>>B\\\\@VVV@VVV\\\\C@>>>D\\end{CD}', 'unsupported'],
    ['100,000 characters', 'x+'.repeat(50_000), 'limit'],
    ['5,000 nested braces', '{'.repeat(5000) + 'x' + '}'.repeat(5000), 'limit'],
    ['2,900 nested braces', '{'.repeat(2900) + 'x' + '}'.repeat(2900), 'limit'],
    ['500 nested fractions', '\\frac1{'.repeat(500) + 'x' + '}'.repeat(500), 'limit'],
    ['500 nested roots', '\\sqrt{'.repeat(500) + 'x' + '}'.repeat(500), 'limit'],
    ['endless macros', '\\a', 'limit', { macros: { '\\a': '\\a\\a' } }],
    ['doubling macros', '\\a{x}', 'limit', { macros: { '\\a': '\\a{#1#1}' } }],
    ['macros that multiply', `\\a{${'x'.repeat(3000)}}`, 'limit', { macros: { '\\a': '#1'.repeat(900) } }],
    ['a very wide formula', '\\hspace{40em}'.repeat(100), 'limit'],
    ['a colour with a quote', 'x', 'unsupported', { color: '" onload="alert(1)' }],
    ['a background with a bracket', 'x', 'unsupported', { background: 'red"/><script>' }],
    ['a colour of the formula with a quote', '\\textcolor{"}{x}', 'syntax'],
    ['no size', 'x', 'unsupported', { size: 0 }],
    ['a size that is no number', 'x', 'unsupported', { size: NaN }],
  ];
  test.each(refused)('%s', (_, tex, code, options) => {
    expect(workOf(() => expect(failureOf(tex, options)).toBe(code))).toBeLessThan(MOST_BLOCKS);
  });

  test('a failure says why', () => {
    expect(typeset('\\foo', OPTIONS)).toEqual({
      ok: false,
      code: 'syntax',
      message: 'Undefined control sequence: \\foo',
    });
  });

  test('sizes asked for are bounded', () => {
    expect(drawn('\\rule{1000000em}{1em}').width).toBe(40 * 18);
  });
});

test('macros are used, and no definition survives a formula', () => {
  const macros = { '\\Real': '\\mathbb{R}', '\\d': '\\frac{d#1}{d#2}' };
  expect(drawn('\\Real+\\d{y}{x}', { macros }).svg).toBe(drawn('\\mathbb{R}+\\frac{dy}{dx}').svg);
  expect(failureOf('\\Real')).toBe('syntax');
});

describe('any text', () => {
  const PIECES = [
    '\\frac',
    '\\sqrt',
    '\\left(',
    '\\right)',
    '\\left.',
    '\\right|',
    '{',
    '}',
    '^',
    '_',
    '&',
    '\\\\',
    '\\text',
    '\\hat',
    '\\cancel',
    '\\begin{cases}',
    '\\end{cases}',
    '\\begin{aligned}',
    '\\end{aligned}',
    '\\underbrace',
    '\\color{red}',
    '\\sum',
    '\\lim',
    'x',
    '2',
    "'",
    '|',
    '<',
    '"',
    '#',
    '%',
    '$',
    ' ',
    '\\tag{1}',
    '\\phantom',
    '\\boxed',
    '\\rule{1em}{1em}',
    '\\xrightarrow',
    '\\not',
    '\\mathbb',
  ];
  const tex = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((p) => p.join('')),
  );

  test('is drawn safely or refused, and never throws', () => {
    const property = fc.property(tex, fc.boolean(), (text, display) => {
      const result = typeset(text, { ...OPTIONS, display });
      if (result.ok) expect(result.svg).not.toMatch(FORBIDDEN);
      else expect(result.message).not.toBe('');
    });
    fc.assert(property, { seed: 7, numRuns: 1500 });
  });
});

describe('a fraction bar of 0.04 em', () => {
  const thickness = (size: number): number =>
    (Number(/h[\d.]+v([\d.]+)h/.exec(drawn('\\frac{1}{2}', { size }).svg)?.[1]) * size) / 1000;
  test.each([
    ['one pixel at least', 10, 1],
    ['one pixel below one and a half', 37, 1],
    ['two from there on', 38, 2],
    ['two below two and a half', 62, 2],
    ['as it is from there on', 63, 0.04 * 63],
  ])('is %s, at %d pixels to the em', (_, size, expected) => {
    expect(thickness(size)).toBeCloseTo(expected, 1);
  });
});

test.each([
  [0.9, 'unsupported'],
  [1, 'drawn'],
  [400, 'drawn'],
  [401, 'unsupported'],
])('a formula of %d pixels to the em is %s', (size, expected) => {
  expect(failureOf('x', { size })).toBe(expected);
});
