import { describe, expect, test } from 'vitest';
import { joined, signsIn } from '../../../src/explain/joined.js';
import type { OutlineStep } from '../../../src/protocol.js';

const step = (
  title: string,
  before: string,
  after: string,
  phase: OutlineStep['phase'] = 'tidy',
): OutlineStep => ({
  number: '1',
  rule: title.toLowerCase(),
  title,
  formula: null,
  why: `${title}.`,
  before,
  after,
  result: null,
  children: [],
  phase,
  level: 2,
});
const rule = step('Rule', 'd', 'abcdef', 'differentiate');
const told = (steps: readonly OutlineStep[]): readonly string[] =>
  joined(steps).map((s) => `${s.title}: ${s.before} = ${s.after}`);

describe('tidying in few lines', () => {
  test.each<[string, readonly OutlineStep[], readonly string[]]>([
    [
      'one that shrinks stands',
      [rule, step('Cancel', 'abc', 'ab')],
      ['Rule: d = abcdef', 'Cancel: abc = ab'],
    ],
    ['one that stays as long stands', [step('Turn', 'abc', 'cba')], ['Turn: abc = cba']],
    [
      'one that grows is one with the next',
      [step('Expand', 'abc', 'abcde'), step('Collect', 'abcde', 'ab')],
      ['Expand and collect: abc = ab'],
    ],
    [
      'the same law twice has one name',
      [step('Expand', 'abc', 'abcd'), step('Expand', 'abcd', 'ab')],
      ['Expand: abc = ab'],
    ],
    [
      'one that grows at the end is one with the line before',
      [step('Cancel', 'abcd', 'ab'), step('Expand', 'ab', 'abc')],
      ['Cancel and expand: abcd = abc'],
    ],
    [
      'of three the first two are one',
      [step('A', 'abcd', 'abc'), step('B', 'abc', 'ab'), step('C', 'ab', 'a')],
      ['A and b: abcd = ab', 'C: ab = a'],
    ],
    [
      'what writes names again is no tidying',
      [step('Cancel', 'ab', 'a'), step('Name', 'a', 's_1', 'recognise')],
      ['Cancel: ab = a', 'Name: a = s_1'],
    ],
  ])('%s', (_, steps, lines) => {
    expect(told(steps)).toEqual(lines);
  });

  test('what was joined stands below, for beginners', () => {
    const [line] = joined([step('Expand', 'abc', 'abcde'), step('Collect', 'abcde', 'ab')]);
    expect(line?.children.map((s) => [s.title, s.level])).toEqual([
      ['Expand', 3],
      ['Collect', 3],
    ]);
  });
});

test.each([
  ['\\frac{x}{\\sin x}', 3],
  ['\\left(x + 1\\right)', 5],
  ['2\\cdot x', 2],
])('signs of %s', (tex, count) => {
  expect(signsIn(tex)).toBe(count);
});
