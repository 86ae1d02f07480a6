import { describe, expect, it } from 'vitest';
import { told, type ToldStep } from '../../../src/levels.js';
import type { OutlineStep } from '../../../src/protocol.js';
import { move, openAt, openTo, rulesOf, toggled, visible } from '../../../src/webview/tree.js';

/** Steps from nested lists: ['a', ['b', 'c']] is a, and under it b and c. */
type Shape = readonly (string | Shape)[];
const stepsOf = (shape: Shape): readonly ToldStep[] => told(outlineOf(shape), { level: 3 });
function outlineOf(shape: Shape): OutlineStep[] {
  const steps: OutlineStep[] = [];
  for (const entry of shape) {
    const last = steps.at(-1);
    if (typeof entry === 'string') steps.push(leaf(entry));
    else if (last) steps[steps.length - 1] = { ...last, children: outlineOf(entry) };
  }
  return steps;
}
const leaf = (title: string): OutlineStep => ({
  number: '',
  rule: title,
  title,
  formula: null,
  why: '',
  before: '',
  after: '',
  result: null,
  children: [],
});

const STEPS = stepsOf(['a', ['b', ['c'], 'd'], 'e']);
// a is 0, b is 0.0, c is 0.0.0, d is 0.1, e is 1.

describe('visible', () => {
  const table: [open: string, seen: string][] = [
    ['', 'a e'],
    ['0', 'a b d e'],
    ['0.0', 'a e'],
    ['0 0.0', 'a b c d e'],
    ['1', 'a e'],
  ];
  it.each(table)('with %j open', (open, seen) => {
    expect(
      visible(STEPS, new Set(open.split(' ')))
        .map((b) => b.step.title)
        .join(' '),
    ).toBe(seen);
  });

  it('knows each step’s place', () => {
    const d = visible(STEPS, new Set(['0'])).find((b) => b.step.title === 'd');
    expect(d).toMatchObject({ id: '0.1', level: 2, position: 2, siblings: 2 });
  });
});

describe('openTo', () => {
  it.each([
    [0, ''],
    [1, '0 1'],
    [2, '0 0.0 0.1 1'],
    ['all', '0 0.0 0.0.0 0.1 1'],
  ] as const)('depth %s', (depth, open) => {
    expect([...openTo(STEPS, depth)].sort().join(' ')).toBe(open);
  });

  it('stops at what a page can hold', () => {
    const wide = stepsOf(
      Array.from({ length: 50 }, (_, i) => String(i)).flatMap((s) => [
        s,
        Array.from({ length: 100 }, () => 'x'),
      ]),
    );
    const deep = wide.map((s) => ({ ...s, children: s.children.map((c) => ({ ...c, children: wide })) }));
    expect(openTo(deep, 'all').size).toBeLessThan(10_000);
  });
});

describe('openAt', () => {
  const long = stepsOf(['a', ['1', '2', '3', '4'], 'b', ['1', '2', '3', '4']]);
  it('in brief opens the lines', () => expect([...openAt(STEPS, 1)]).toEqual(['0', '1']));
  it('for beginners opens all', () =>
    expect([...openAt(STEPS, 3)]).toEqual(['0', '1', '0.0', '0.1', '0.0.0']));
  it('opens a short derivation two levels deep', () => {
    expect([...openAt(STEPS, 2)]).toEqual(['0', '1', '0.0', '0.1']);
  });
  it('opens a long one only one level deep', () => expect([...openAt(long, 2)]).toEqual(['0', '1']));
});

describe('move', () => {
  const table: [open: string, focus: string, key: string, to: string, openAfter: string][] = [
    ['0', '0', 'ArrowDown', '0.0', '0'],
    ['0', '0.1', 'ArrowDown', '1', '0'],
    ['0', '1', 'ArrowDown', '1', '0'],
    ['0', '1', 'ArrowUp', '0.1', '0'],
    ['0', '0', 'ArrowUp', '0', '0'],
    ['', '0', 'ArrowRight', '0', '0'],
    ['0', '0', 'ArrowRight', '0.0', '0'],
    ['1', '1', 'ArrowRight', '1', '1'],
    ['0', '0.1', 'ArrowLeft', '0', '0'],
    ['0', '0', 'ArrowLeft', '0', ''],
    ['', '1', 'ArrowLeft', '1', ''],
    ['0', '0.0', 'Home', '0', '0'],
    ['0', '0.0', 'End', '1', '0'],
    ['0', '0.0', 'Enter', '0.0', '0 0.0'],
    ['0', '0', ' ', '0', ''],
    ['', '1', '*', '1', '0 1'],
    ['', '0.0', 'ArrowDown', '1', ''],
  ];
  it.each(table)('open %j, at %s, %s', (open, focus, key, to, openAfter) => {
    const set = (text: string): Set<string> => new Set(text.split(' ').filter((id) => id !== ''));
    const moved = move(STEPS, set(open), focus, key);
    expect(moved?.focus).toBe(to);
    expect([...(moved?.open ?? [])].sort()).toEqual([...set(openAfter)].sort());
  });
  it('leaves other keys alone', () => expect(move(STEPS, new Set(), '0', 'a')).toBeNull());
  it('has nowhere to go without steps', () => expect(move([], new Set(), '0', 'Home')).toBeNull());
  it('changes nothing in place', () => {
    const open = new Set(['0']);
    toggled('0', open);
    expect([...open]).toEqual(['0']);
  });
});

describe('rulesOf', () => {
  it('names each rule once, in order', () => {
    expect(rulesOf(stepsOf(['product', ['power', 'chain', ['power']], 'collect']))).toEqual([
      'product',
      'power',
      'chain',
      'collect',
    ]);
  });
  it('leaves out what is too much for a line', () => {
    expect(rulesOf(stepsOf(['a', 'b', 'c', 'd']), 2)).toEqual(['a', 'b', '…']);
    expect(rulesOf(stepsOf(['a', 'b']), 2)).toEqual(['a', 'b']);
  });
});
