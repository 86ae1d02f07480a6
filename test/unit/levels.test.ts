import { describe, expect, test } from 'vitest';
import { rightsOf, told, type Telling, type ToldStep } from '../../src/levels.js';
import type { Level, OutlineStep } from '../../src/protocol.js';

/** A line "a = b = c" of a rule, at a level. */
function step(rule: string, line: string, level: Level = 2, ...children: OutlineStep[]): OutlineStep {
  const [before = '', after = '', ...more] = line.split(' = ');
  const [putIn, result = putIn ?? null] = more;
  return {
    number: '',
    rule,
    title: rule,
    formula: null,
    why: `${rule}.`,
    before,
    after,
    ...(more.length > 1 ? { putIn: putIn ?? '' } : {}),
    result: more.length > 1 ? (more[1] ?? null) : result,
    level,
    children,
  };
}

/** "1 product: a = b" with its children indented. */
const lines = (steps: readonly ToldStep[], indent = ''): readonly string[] =>
  steps.flatMap((s) => [
    `${indent}${s.number} ${s.rule}: ${[s.before, ...rightsOf(s)].join(' = ')}`,
    ...lines(s.children, indent + '  '),
  ]);
const at = (level: Level, more: Partial<Telling> = {}): Telling => ({ level, ...more });

const STEPS: readonly OutlineStep[] = [
  step('product', 'q = pending = put in = raw', 1, step('power', 'p = 2x', 3), step('chain', 'e = -e', 2)),
  step('expand', 'raw = long', 2, step('laws', 'raw = long', 3)),
  step('cancel', 'long = short', 2),
  step('rearrange', 'short = trohs', 3),
];

describe('a telling', () => {
  test.each<[string, Telling, readonly string[]]>([
    ['in brief', at(1), ['1 product: q = raw = trohs']],
    [
      'at the standard level',
      at(2),
      [
        '1 product: q = pending = put in = raw',
        '  1.1 chain: e = -e',
        '2 expand: raw = long',
        '3 cancel: long = short = trohs',
      ],
    ],
    [
      'for beginners',
      at(3),
      [
        '1 product: q = pending = put in = raw',
        '  1.1 power: p = 2x',
        '  1.2 chain: e = -e',
        '2 expand: raw = long',
        '  2.1 laws: raw = long',
        '3 cancel: long = short',
        '4 rearrange: short = trohs',
      ],
    ],
    [
      'with a rule that is understood',
      at(2, { understood: new Set(['chain', 'expand']) }),
      ['1 product: q = pending = put in = long', '2 cancel: long = short = trohs'],
    ],
    [
      'with the outermost rule understood',
      at(2, { understood: new Set(['product']) }),
      ['1 product: q = raw', '  1.1 chain: e = -e', '2 expand: raw = long', '3 cancel: long = short = trohs'],
    ],
    [
      'for beginners, whatever is understood',
      at(3, { understood: new Set(['chain', 'power']) }),
      [
        '1 product: q = pending = put in = raw',
        '  1.1 power: p = 2x',
        '  1.2 chain: e = -e',
        '2 expand: raw = long',
        '  2.1 laws: raw = long',
        '3 cancel: long = short',
        '4 rearrange: short = trohs',
      ],
    ],
    [
      'in brief with its line unfolded, and what goes on from it',
      at(1, { unfolded: new Set(['0']) }),
      [
        '1 product: q = pending = put in = raw',
        '  1.1 chain: e = -e',
        '2 expand: raw = long',
        '3 cancel: long = short = trohs',
      ],
    ],
    [
      'at the standard level with a step unfolded',
      at(2, { unfolded: new Set(['1']) }),
      [
        '1 product: q = pending = put in = raw',
        '  1.1 chain: e = -e',
        '2 expand: raw = long',
        '  2.1 laws: raw = long',
        '3 cancel: long = short = trohs',
      ],
    ],
  ])('%s', (_, telling, expected) => {
    expect(lines(told(STEPS, telling))).toEqual(expected);
  });

  test('keeps the parts of an understood rule that are not understood', () => {
    const steps = [step('sum', 's = t', 1, step('product', 'p = q', 2, step('chain', 'c = d', 2)))];
    expect(lines(told(steps, at(2, { understood: new Set(['product']) })))).toEqual([
      '1 sum: s = t',
      '  1.1 chain: c = d',
    ]);
  });

  test('begins where the hidden step before began', () => {
    const steps = [step('write', 'd = e', 2), step('chain', 'e = f', 1)];
    expect(lines(told(steps, at(1)))).toEqual(['1 chain: d = f']);
  });

  test('says which steps the next level says more of', () => {
    const hides = (level: Level): readonly boolean[] => told(STEPS, at(level)).map((s) => s.hides);
    expect([hides(1), hides(2), hides(3)]).toEqual([
      [true],
      [true, true, true],
      [false, false, false, false],
    ]);
  });

  test('keeps the ids of steps at every level', () => {
    const ids = (level: Level): readonly string[] =>
      told(STEPS, at(level)).flatMap((s) => [s.id, ...s.children.map((c) => c.id)]);
    expect(ids(2)).toEqual(['0', '0.1', '1', '2']);
    expect(ids(3)).toEqual(['0', '0.0', '0.1', '1', '1.0', '2', '3']);
  });

  test('tells beginners the lines in full, and others not', () => {
    const full = { why: 'In full.', after: '1 \\cdot x', result: 'x' };
    const steps = [{ ...step('identity', 'd = x', 1), full }];
    expect(told(steps, at(3))[0]).toMatchObject(full);
    expect(told(steps, at(2))[0]).toMatchObject({ why: 'identity.', after: 'x', hides: true });
  });

  test.each<[Level, string]>([
    [3, 'As in step 1.2.'],
    [2, 'As in step 1.1.'],
  ])('at level %i refers to a step by the number that it has there', (level, words) => {
    const known = { ...step('chain', 'c = d', 2), number: '1.2' };
    const again = { ...step('chain', 'c = d', 2), number: '1.3', why: 'As in step {again}.', again: '1.2' };
    const steps = [
      {
        ...step('sum', 's = t', 1, { ...step('power', 'p = 2x', 3), number: '1.1' }, known, again),
        number: '1',
      },
    ];
    expect(told(steps, at(level))[0]?.children.at(-1)?.why).toBe(words);
  });

  test('says nothing of a step that is not told', () => {
    const known = { ...step('chain', 'c = d', 3), number: '1.1' };
    const again = { ...step('chain', 'c = d', 2), number: '1.2', why: 'As in step {again}.', again: '1.1' };
    const steps = [{ ...step('sum', 's = t', 1, known, again), number: '1' }];
    expect(told(steps, at(2))[0]?.children.map((c) => c.why)).toEqual(['']);
  });
});
