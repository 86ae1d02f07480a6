import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../../src/core/compare/agree.js';
import { standing, type Tolerance } from '../../../../src/core/compare/closeness.js';
import { ROWS } from '../../../../src/core/compare/table.js';

const rows = Object.entries(ROWS);
/** A comparison of values of about this size, and so noisy. */
const SIZE = 3;
const NOISE = 1e-12;
const room = (b: Tolerance): number => b.relative * Math.max(SIZE, b.floor) + b.noise * NOISE;
const at = (b: Tolerance, times: number): readonly [number, number] => [SIZE - times * room(b), SIZE];

describe('each bound has two sides', () => {
  test.each(rows)('%s: just within the first agrees, just beyond it does not', (_, row) => {
    expect(standing(...at(row.agree, 0.99), row, { noise: NOISE })).toBe('agree');
    expect(standing(...at(row.agree, 1.01), row, { noise: NOISE })).not.toBe('agree');
  });
  test.each(rows)('%s: just beyond the second differs, just within it does not', (_, row) => {
    expect(standing(...at(row.differ, 1.01), row, { noise: NOISE })).toBe('differ');
    expect(standing(...at(row.differ, 0.99), row, { noise: NOISE })).not.toBe('differ');
  });
  test.each(rows)('%s: what agrees does not differ', (_, row) => {
    expect(room(row.agree)).toBeLessThanOrEqual(room(row.differ));
  });
});

describe('each count has two sides', () => {
  test.each(rows)('%s: enough points agree, one fewer is undecided', (_, row) => {
    expect(verdictOf({ agree: row.enough, differ: 0 }, row)).toBe('agrees');
    expect(verdictOf({ agree: row.enough - 1, differ: 0 }, row)).toBe('undecided');
  });
  test.each(rows)('%s: so many points contradict, one fewer does not, nor is it agreement', (_, row) => {
    expect(verdictOf({ agree: 100, differ: row.against }, row)).toBe('contradicts');
    const verdict = verdictOf({ agree: 100, differ: row.against - 1 }, row);
    expect(verdict).toBe(row.against === 1 ? 'agrees' : 'undecided');
  });
  test.each(rows)('%s: there are points enough', (_, row) => {
    expect(pointsOf(row)).toBeGreaterThanOrEqual(Math.max(row.enough, row.against));
  });
});

test('the table in words says what the rows are', () => {
  const file = join(import.meta.dirname, '../../../../src/core/compare/table.ts');
  const lines = readFileSync(file, 'utf8').split('\n');
  const said = lines
    .filter((l) => l.startsWith(' * |'))
    .slice(2)
    .map((l) => l.split('|').map((cell) => cell.trim()))
    .map(([, name, , ...cells]) => [name, ...cells.slice(0, 5)].join(' | '));
  expect(said).toEqual(
    rows.map(([name, row]) =>
      [name, pointsOf(row), row.enough, row.against, bound(row.agree), bound(row.differ)].join(' | '),
    ),
  );
});

type Row = (typeof ROWS)[keyof typeof ROWS];
function pointsOf(row: Row): number {
  if ('line' in row) return row.line.length;
  if ('plane' in row) return row.plane.length;
  if ('sizes' in row) return row.sizes.length * row.fillings.length * row.places;
  return 'sets' in row ? row.sets : 1;
}
const bound = ({ relative, floor, noise }: Tolerance): string =>
  `${relative === 0 || relative >= 1e-4 ? String(relative) : relative.toExponential()}${floor === 1 ? ' of 1+' : ''}${noise > 0 ? `+${String(noise)}n` : ''}`;
