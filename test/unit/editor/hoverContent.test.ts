import { describe, expect, test } from 'vitest';
import {
  HOVER_COMMANDS,
  MOST_CHARACTERS,
  hoverContent,
  refusalContent,
  type Artist,
  type HoverRequest,
} from '../../../src/editor/hoverContent.js';
import { done, ready } from '../../../src/steps.js';
import type { Answer, CodeFound, Found, ServiceRefusal } from '../../../src/service/service.js';
import { ANSWER, marked } from './answers.js';

const drawn: string[] = [];
const artist = (size: { formula?: number; plot?: number; width?: number } = {}): Artist => ({
  formula(tex) {
    drawn.push(tex);
    return { svg: 'f'.repeat(size.formula ?? 10), width: size.width ?? 100, height: 20 };
  },
  words: () => 'in words',
  width: (tex) => size.width ?? 5 * tex.length,
  plot: () => ready({ words: 'a plot', svg: 'p'.repeat(size.plot ?? 10), width: 300, height: 125 }),
});
const request = (answer: Partial<Answer> = {}, more: Partial<HoverRequest> = {}): HoverRequest => ({
  answer: { ...ANSWER, ...answer },
  target: { uri: 'file:///n.md', version: 1, from: 1, to: 1 },
  found: marked('⟦$«x^2»$⟧').found,
  withPlot: true,
  writable: true,
  verdict: null,
  ...more,
});
const markdownOf = (...asked: Parameters<typeof hoverContent>): string => done(hoverContent(...asked));
const images = (markdown: string): number => markdown.split('![').length - 1;

describe('the hover says', () => {
  test('the answer, the rules, the variable, the links', () => {
    const markdown = markdownOf(request(), artist());
    expect(images(markdown)).toBe(2);
    expect(markdown).toContain(
      'Power rule · [d/dx — with respect to x](command:leibniz.differentiateWithRespectTo?',
    );
    expect(markdown).toMatch(/\[Show steps\].* · \[Practise\].* · \[Copy LaTeX\].* · \[Insert\]/);
  });
  test('and every link runs a command that a hover may run', () => {
    const markdown = markdownOf(request(), artist());
    const commands = [...markdown.matchAll(/command:([\w.]+)/g)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((name) => !HOVER_COMMANDS.includes(name))).toEqual([]);
  });
  test('in code a link that writes the derivative instead of Insert', () => {
    const { found } = marked('const «f» = (x) => x ** 2');
    const whole = { from: 0, to: 23 };
    const code: CodeFound = { kind: 'function', from: 6, to: 7, whole, name: 'f', variable: null };
    const inCode: Found = { ...found, code };
    expect(markdownOf(request({}, { found: inCode }), artist())).toMatch(
      /\[Copy LaTeX\].* · \[Write derivative\]\(command:leibniz\.writeDerivative\?[^)]*"[^"]*"\)\n/,
    );
    const readOnly = markdownOf(request({}, { found: inCode, writable: false }), artist());
    expect(readOnly).not.toMatch(/Insert|Write/);
  });
  test('no Insert where nothing can be written', () => {
    expect(markdownOf(request({}, { writable: false }), artist())).not.toContain('Insert');
  });
  test('no plot where none is wanted', () => {
    expect(images(markdownOf(request({}, { withPlot: false }), artist()))).toBe(1);
  });
  test('that a plot is left out for its cost, where one is wanted', () => {
    const noPlot: Artist = { ...artist(), plot: () => ready(null) };
    const costly = request({ plotLeftOut: () => 'The plot is left out: too much.' });
    expect(markdownOf(costly, noPlot)).toMatch(/The plot is left out/);
    expect(markdownOf({ ...costly, withPlot: false }, noPlot)).not.toMatch(/left out/);
    expect(markdownOf(request(), noPlot)).not.toMatch(/left out/);
  });
  test('the order of a higher derivative', () => {
    expect(markdownOf(request({ order: 12 }), artist())).toContain('d¹²/dx¹²');
  });
  test('assumptions, and doubts that remain', () => {
    const check = { verdict: 'undecided', words: 'Not checked (no point)' } as const;
    const markdown = markdownOf(request({ check, assumptions: ['log is ln'] }), artist());
    expect(markdown).toContain('*log is ln*');
    expect(markdown).toContain('*Not checked \\(no point\\)*');
  });
  test('a wide answer on two lines, with its conditions', () => {
    markdownOf(request({ conditions: ['x > 0'] }), artist({ width: 900 }));
    expect(drawn.at(-1)).toBe(
      "\\begin{aligned} & f'(x) \\\\ & \\quad = 2x \\\\ & \\qquad {} (x > 0) \\end{aligned}",
    );
  });
});

describe('each measure has two sides', () => {
  const formulaOf = (answer: Partial<Answer>, width: number | ((tex: string) => number)): string => {
    const by = typeof width === 'number' ? (): number => width : width;
    markdownOf(request(answer), { ...artist(), width: by });
    return drawn.at(-1) ?? '';
  };
  const isTypeset = (answer: Partial<Answer>): boolean => images(markdownOf(request(answer), artist())) === 2;
  const many = <T>(count: number, item: (i: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, i) => item(i));
  const definition = (i: number): Answer['definitions'][number] => ({
    text: `q${String(i)}`,
    tex: 'q',
    line: i,
  });

  test.each([
    [460, false],
    [461, true],
  ])('a line %i wide is broken: %s', (width, broken) => {
    expect(formulaOf({}, width).includes('aligned')).toBe(broken);
  });
  // A term as wide as the sum allows, and one that is not.
  test.each([
    [250, 2],
    [251, 3],
  ])('terms 250 and %i wide stand below the question on lines, with it %i', (wide, lines) => {
    const widths: Readonly<Record<string, number>> = { a: 250, '+b': wide, 'a+b': 250 + wide };
    const width = (tex: string): number => widths[tex] ?? 1000;
    expect(formulaOf({ tex: 'a+b' }, width).split('& ').length - 1).toBe(lines);
  });
  test.each([
    [560, 560],
    [561, 560],
    [800, 560],
    [1000, 650],
  ])('a picture %i wide is shown %i wide', (width, shown) => {
    const drawing: Artist = { ...artist({ width: 900 }), formula: () => ({ svg: '', width, height: 20 }) };
    expect(markdownOf(request(), drawing)).toContain(`width=${String(shown)},`);
  });
  test.each([
    [4, false],
    [5, true],
  ])('of %i rules some are left out: %s', (count, cut) => {
    const rules = many(count, (i) => `R${String(i)}`);
    expect(markdownOf(request({ rules }), artist()).includes('R3 · …')).toBe(cut);
  });
  test.each([
    [6, false],
    [7, true],
  ])('of %i definitions some are left out: %s', (count, cut) => {
    const markdown = markdownOf(request({ definitions: many(count, definition) }), artist());
    expect(markdown.includes('q5')).toBe(true);
    expect(markdown.includes(', …')).toBe(cut);
  });
  test.each([
    [1_500, true],
    [1_501, false],
  ])('TeX of %i characters is set: %s', (length, set) => {
    const question = "f'(x)";
    expect(isTypeset({ question, tex: 'x'.repeat(length - `${question} = `.length) })).toBe(set);
  });
  test.each([
    [400, false],
    [401, true],
  ])('words of %i characters are cut: %s', (length, cut) => {
    const words = 'w'.repeat(length);
    const markdown = markdownOf(request({ tex: 'x'.repeat(2_000), words }), artist());
    expect(markdown).toContain(cut ? `${'w'.repeat(400)}…` : words);
    expect(markdown.includes('w…')).toBe(cut);
  });
});

describe('the hover stays below the limit', () => {
  test.each([
    ['a large plot goes first', { plot: 80_000 }, 1],
    ['a large formula goes next', { formula: 80_000, plot: 80_000 }, 0],
  ])('%s', (_, size, left) => {
    const markdown = markdownOf(request(), artist(size));
    expect(markdown.length).toBeLessThan(MOST_CHARACTERS);
    expect(images(markdown)).toBe(left);
    expect(markdown).toContain('[Show steps]');
  });
  test.each([
    [400, false],
    [401, true],
  ])('of %i words in the place of a picture all are shown, or not', (length, isCut) => {
    const markdown = markdownOf(request({ tex: 'x'.repeat(2_000), words: 'x'.repeat(length) }), artist());
    expect(markdown).toContain('x'.repeat(400));
    expect(markdown.includes('…')).toBe(isCut);
  });
  test('words without end go too', () => {
    const markdown = markdownOf(request({ words: 'x'.repeat(200_000) }), artist());
    expect(markdown.length).toBeLessThan(MOST_CHARACTERS);
  });
});

test('nothing of the document is read as Markdown', () => {
  const evil = '](command:evil) <b> `';
  const markdown = markdownOf(
    request({ words: evil, rules: [evil], assumptions: [evil], variable: { name: evil, tex: 'x' } }),
    artist(),
  );
  expect(markdown).not.toContain('](command:evil)');
  expect(markdown).not.toContain('<b>');
});

describe('a formula that is too long for a picture', () => {
  const long = (length: number): string => 'x'.repeat(length);
  test.each([
    [1_000, 1],
    [2_000, 0],
  ])('of %i characters has %i', (length, expected) => {
    drawn.length = 0;
    expect(images(markdownOf(request({ tex: long(length) }, { withPlot: false }), artist()))).toBe(expected);
    expect(drawn).toHaveLength(expected);
  });
  test('nor is it told to its end', () => {
    expect(markdownOf(request({ tex: long(2_000), words: long(70_000) }), artist()).length).toBeLessThan(
      3_000,
    );
  });
});

describe('a refusal', () => {
  const { found } = marked('⟦$«x^2»$⟧');
  const { target } = request();
  const said = (code: ServiceRefusal['code']): string | null =>
    refusalContent({ ok: false, code, message: 'so', place: null }, found, target);
  test('for want of time has a link to the command, which takes more', () => {
    expect(said('limit')).toMatch(/^so \[Show steps\]\(command:leibniz\.showDerivation\?/);
  });
  test('that is about the question is told, another one is not', () => {
    expect([said('ambiguous'), said('contradiction'), said('syntax'), said('unsupported')]).toEqual([
      expect.stringMatching(/^so \[Choose the variable\]\(command:leibniz\.differentiateWithRespectTo\?/),
      'so',
      null,
      null,
    ]);
  });
  test('of a formula that asks by itself is told with its place', () => {
    const asking = { ...found, isAsked: true, text: '\\frac{d}{dx} E[X]', from: 10, to: 27 };
    const told = (from: number, to: number): string | null =>
      refusalContent({ ok: false, code: 'unsupported', message: 'so', place: { from, to } }, asking, target);
    expect(told(23, 27)).toBe('so `E[X]`');
    expect(told(10, 27)).toBe('so');
    expect(told(0, 27)).toBe('so');
    expect(told(10, 13)).toBe('so `\\fr`');
    expect([told(9, 13), told(23, 28)]).toEqual(['so', 'so']);
  });
  test.each([
    [60, 'so'.length + 3 + 60],
    [61, 'so'.length],
  ])('of a place of %i characters is told with it as long as that is short', (length, expected) => {
    const text = `${'a'.repeat(length)} + b`;
    const asking = { ...found, isAsked: true, text, from: 0, to: text.length };
    const place = { from: 0, to: length };
    const content = refusalContent({ ok: false, code: 'unsupported', message: 'so', place }, asking, target);
    expect(content).toHaveLength(expected);
  });
  test('of a formula that is read in other characters than are written has no place', () => {
    const asking = { ...found, isAsked: true, text: 'x + y', from: 0, to: 8 };
    const refusal = { ok: false, code: 'unsupported', message: 'so', place: { from: 0, to: 1 } } as const;
    expect(refusalContent(refusal, asking, target)).toBe('so');
  });
});
