import { expect, test } from 'vitest';
import { runWritten } from './written.js';

const IN_NOTES = [
  'insertion into a note', 'insertion of a line', 'fix in a note', 'fix in a comment', 'ignoring in a note', 'ignoring in a comment',
]; // prettier-ignore

test('what is written into random sources and notes parses, holds what was meant, and computes it', async () => {
  const failures: string[] = [];
  const tally = await runWritten({
    seed: 1,
    count: 450,
    onFailure: (c) => failures.push(`${c.way}, seed ${c.seed}: ${c.detail}\n${c.written}`),
    onProgress: () => undefined,
  });
  expect(failures).toEqual([]);
  // Every way is tried, and what can be written is not refused.
  for (const way of [
    'derivative',
    'gradient',
    'fix of a body',
    'fix of a gradient',
    'gradient test',
    ...IN_NOTES,
  ])
    expect(tally.get(way)?.written, way).toBeGreaterThan(10);
  expect(tally.get('derivative')?.refused).toBe(0);
});
