import { expect, test } from 'vitest';
import { runWritten } from './written.js';

test('what is written into random files of code parses, holds what was meant, and computes it', async () => {
  const failures: string[] = [];
  const tally = await runWritten({
    seed: 1,
    count: 300,
    onFailure: (c) => failures.push(`${c.way}, seed ${c.seed}: ${c.detail}\n${c.written}`),
    onProgress: () => undefined,
  });
  expect(failures).toEqual([]);
  // Every way is tried, and what can be written is not refused.
  for (const way of ['derivative', 'gradient', 'fix of a body', 'fix of a gradient', 'gradient test'])
    expect(tally.get(way)?.written, way).toBeGreaterThan(10);
  expect(tally.get('derivative')?.refused).toBe(0);
});
