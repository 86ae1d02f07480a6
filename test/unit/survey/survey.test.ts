/** The survey on planted notes: each formula, answer, verdict and change is counted where it belongs. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../survey/figures.js';
import { writesOperator } from '../../survey/formulas.js';
import { surveyNote, type NoteReport, type Terms } from '../../survey/note.js';
import { pageOf, reasonsOf, sampled } from '../../survey/page.js';
import { spoilings, type Change } from '../../survey/spoiling.js';
import { Random } from '../fuzz/random.js';

/** A clock that stands still: nothing is cut short. */
const STILL: Terms = { takenIn: '', now: () => 0, most: 1, spoiler: null };
const survey = (lines: readonly string[], terms: Terms = STILL): NoteReport =>
  surveyNote('planted.md', lines.join('\n\n'), terms);

const PLANTED = [
  'Let $f(x) = x^3 + 1$.',
  'So $\\frac{d}{dx} \\sin(3x) = 3\\cos(3x)$,',
  'and $\\frac{d}{dx} x^2 = 3x$.',
  'A word: $a + b$.',
  'Nothing to read: $\\frac{d}{dx} \\unknowncommand{x}$.',
  'And $\\frac{d}{dx} 5$.',
];

describe('a planted note', () => {
  const report = survey(PLANTED);
  const figures = figuresOf([report]);
  it.each([
    ['formulas', 6],
    ['formulas read', 5],
    ['with an operator', 4],
    ['with an operator, read', 3],
    ['defining a function', 1],
    ['answered', 4],
    ['answered by 0', 1],
    ['claims', 2],
    ['true', 1],
    ['false', 1],
    ['false, underlined', 1],
    ['spoiled', 0],
    ['defects', 0],
    ['notes cut short', 0],
  ])('%s: %i', (name, count) => expect(figures.get(name)).toBe(count));

  it('says where its claims stand and what its answers are by', () => {
    expect(report.claims.map(({ line, verdict }) => [line, verdict])).toEqual([
      [3, 'true'],
      [5, 'false'],
    ]);
    expect(report.formulas[0]?.outcome).toMatchObject({ kind: 'answered', variable: 'x', answer: '3x^2' });
  });

  it('is listed on the page with what stands around', () => {
    const page = pageOf([{ report, lines: PLANTED.join('\n\n').split('\n') }], 2, new Random(1));
    expect(page).toContain('## False (1)');
    expect(page).toContain('`planted.md:5` false, underlined');
    expect(page).toContain('   A word: $a + b$.');
    expect(page).toContain('## Answers, a sample (2)');
  });
});

it('spoils what a formula confirms alone, and finds the mistake', () => {
  const terms = { ...STILL, spoiler: new Random(1) };
  const elsewhere = ['Let $g(t) = t^4$.', "Then $g'(t) = 4t^3$."];
  const unequal = ['Yet $\\frac{d}{dx} x^2 \\ne x$.'];
  const figures = figuresOf([survey([...PLANTED, ...elsewhere, ...unequal], terms)]);
  // What rests on a definition in another formula is confirmed and left as it is, and so is what is unequal.
  expect(figures.get('true')).toBe(3);
  expect(figures.get('spoiled')).toBe(1);
  expect(figures.get('spoiled, now false')).toBe(1);
  expect(figures.get('spoiled, now underlined')).toBe(1);
});

it('asks no further when its time is up, and says so', () => {
  let clock = 0;
  const report = survey(PLANTED, { ...STILL, now: () => clock++, most: 2 });
  expect(report.cut).toBe(true);
  expect(figuresOf([report]).get('left out')).toBeGreaterThan(0);
});

describe('changes of a side', () => {
  const changed = (side: string, change: Change): readonly string[] =>
    spoilings(side).flatMap((s) => (s.change === change ? [s.text] : []));
  it.each<[side: string, change: Change, texts: readonly string[]]>([
    ['3x^2 + 1', 'sign', ['3x^2 - 1', '-3x^2 + 1']],
    ['3x^2 + 1', 'factor', ['4x^2 + 1', '3x^2 + 2']],
    ['3x^2 + 1', 'exponent', ['3x^3 + 1']],
    ['-e^{-x}', 'sign', ['e^{-x}', '-e^{x}']],
    ['x^{12}', 'exponent', ['x^{13}']],
    ['\\cos x', 'factor', ['2\\cos x']],
    ['x_1 + a_{2}', 'factor', ['2x_1 + a_{2}']],
    ['\\frac{d^2 y}{dx^2}', 'exponent', []],
    ['x \\text{ for n-1}', 'sign', ['-x \\text{ for n-1}']],
    ['0', 'factor', ['1']],
    ['0', 'sign', []],
    ['0.5 x', 'sign', ['-0.5 x']],
    ['x \\\\[2pt]', 'factor', ['2x \\\\[2pt]']],
  ])('%s, %s', (side, change, texts) => expect(changed(side, change)).toEqual(texts));
});

it.each([
  ['\\frac{dy}{dx}', true],
  ['\\dfrac{\\partial L}{\\partial w}', true],
  ["f'(x)", true],
  ['\\nabla f', true],
  ['\\ddot{x}', true],
  ['\\cdot x', false],
  ['\\frac{data}{2}', false],
  ['a + b', false],
])('%s has something of a derivative: %s', (tex, expected) => expect(writesOperator(tex)).toBe(expected));

it('samples in order, without repeating, and the same for a seed', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const drawn = sampled(items, 10, new Random(7));
  expect(drawn).toHaveLength(10);
  expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
  expect(drawn).toEqual(sampled(items, 10, new Random(7)));
  expect(drawn).not.toEqual(sampled(items, 10, new Random(8)));
  expect(sampled(items, 99, new Random(7))).toEqual(items);
});

it('counts reasons of one kind together, whatever names they are about', () => {
  const reasons = [
    'Nothing here says how y depends on t.',
    'Nothing says.',
    'Nothing here says how f_1 depends on x_2.',
  ];
  expect(reasonsOf(reasons)).toEqual(['2 × `Nothing here says how … depends on …`', '1 × `Nothing says.`']);
});
