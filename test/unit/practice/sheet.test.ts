import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/practice/families.js';
import { Random } from '../../../src/practice/random.js';
import { sheet, sheetMarkdown, type SheetOrder } from '../../../src/practice/sheet.js';
import { budgetFor } from '../../../src/service/budgets.js';

const made = (order: SheetOrder): ReturnType<typeof sheet> => sheet(order, () => budgetFor('command'));

describe('a sheet of exercises', () => {
  test.each(FAMILIES.map(({ name }) => name))(
    'of the family %s has as many as are wanted, none twice',
    (family) => {
      for (const seed of [1, 7]) {
        const texts = made({ family, count: 6, seed }).map((e) => e.text);
        expect(new Set(texts).size).toBe(6);
      }
    },
  );

  test('is the same for the same seed, and another one for another', () => {
    const order = { family: 'chain', count: 5, seed: 7 };
    const markdown = (o: SheetOrder): string => sheetMarkdown(made(o), o);
    expect(markdown(order)).toBe(markdown(order));
    expect(markdown({ ...order, seed: 8 })).not.toBe(markdown(order));
  });

  test('begins with the same exercises however many are wanted', () => {
    const few = made({ family: 'product', count: 2, seed: 3 }).map((e) => e.text);
    expect(
      made({ family: 'product', count: 4, seed: 3 })
        .map((e) => e.text)
        .slice(0, 2),
    ).toEqual(few);
  });

  test('without a family takes one after the other', () => {
    const families = made({ family: null, count: FAMILIES.length, seed: 2 }).map((e) => e.family);
    expect(families).toEqual(FAMILIES.map((f) => f.name));
  });

  test('takes exercises again rather than have too few', () => {
    const texts = made({ family: 'machine-learning', count: 40, seed: 1 }).map((e) => e.text);
    expect(texts).toHaveLength(40);
  });

  test('folds its solutions', () => {
    const order = { family: 'chain', count: 1, seed: 7 };
    expect(sheetMarkdown(made(order), order).split('\n').slice(0, 16)).toEqual([
      '# The chain rule',
      '',
      'Exercises: 1. Seed: 7.',
      '',
      '## 1',
      '',
      'Differentiate with respect to $x$.',
      '',
      '$$',
      '(x - 9)^6',
      '$$',
      '',
      '<details>',
      '<summary>Solution</summary>',
      '',
      '$$',
    ]);
  });
});

describe('numbers from a seed', () => {
  test('stay within their ends, and reach them', () => {
    const r = new Random(1);
    const seen = new Set(Array.from({ length: 200 }, () => r.whole(2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
  });
  test('pick two that differ', () => {
    const r = new Random(3);
    for (let i = 0; i < 100; i++) {
      const [a, b] = r.two(['x', 'y', 'z']);
      expect(a).not.toBe(b);
    }
  });
});
