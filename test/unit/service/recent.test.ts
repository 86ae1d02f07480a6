import { describe, expect, test } from 'vitest';
import { num, product } from '../../../src/core/expr.js';
import { settled } from '../../../src/judge/verdict.js';
import { NO_READING } from '../../../src/notation/notation.js';
import { VERDICT_BOUNDS } from '../../../src/service/check.js';
import { DOCUMENT_BOUNDS } from '../../../src/service/documents.js';
import { SOURCE_BOUNDS } from '../../../src/service/programs.js';
import { SHARED_BOUNDS } from '../../../src/service/reader.js';
import { Recent, type CacheBounds } from '../../../src/service/recent.js';

const ofTwo = { entries: 2, weight: 100, weigh: (value: number) => value };

test('what was asked for longest ago goes first', () => {
  const recent = new Recent<number>(ofTwo);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

describe('the weight of all entries is bounded', () => {
  test('with the oldest let go', () => {
    const recent = new Recent<number>({ ...ofTwo, entries: 10 });
    for (const [key, weight] of Object.entries({ a: 40, b: 40, c: 30 })) recent.set(key, weight);
    expect([recent.get('a'), recent.weight]).toEqual([undefined, 70]);
  });
  test('and the latest kept alone', () => {
    const recent = new Recent<number>(ofTwo);
    recent.set('a', 1);
    recent.set('b', 1_000);
    expect([recent.size, recent.get('b')]).toEqual([1, 1_000]);
  });
  test('an entry that is set again weighs once', () => {
    const recent = new Recent<number>(ofTwo);
    recent.set('a', 60);
    recent.set('a', 50);
    expect(recent.weight).toBe(50);
  });
  test('whatever room is made', () => {
    const recent = new Recent<number>(ofTwo);
    recent.makeRoom(50);
    for (let k = 0; k < 50; k++) recent.set(String(k), 10);
    expect([recent.size, recent.weight]).toEqual([10, 100]);
  });
});

describe('what is large is kept in smaller numbers:', () => {
  const long = { text: 'x'.repeat(500_000) };
  const large = product(Array.from({ length: 5_000 }, (_, k) => num(k)));
  const wrong = { ...settled('false', ''), expected: { kind: 'expression', e: large } } as const;
  const few = <T>(bounds: CacheBounds<T>, value: T): void => {
    const recent = new Recent(bounds);
    for (let k = 0; k < bounds.entries; k++) recent.set(String(k).padStart(500, 'x'), value);
    expect(recent.weight).toBeLessThanOrEqual(bounds.weight);
    expect(recent.size).toBeLessThan(bounds.entries / 1.4);
  };
  test('documents', () => {
    few(DOCUMENT_BOUNDS, long);
  });
  test('sources', () => {
    few(SOURCE_BOUNDS, long);
  });
  test('readings', () => {
    few(SHARED_BOUNDS, NO_READING);
  });
  test('verdicts', () => {
    few(VERDICT_BOUNDS, [wrong]);
  });
});
