import { workOf } from '../work.js';
import { describe, expect, test, vi } from 'vitest';
import { ATTACKS, FUNCTIONS } from './attacks.js';

// What is remembered from one text would be no work in the next.
vi.mock('../../../src/service/reader.js', async () => {
  const { parse } = await import('../../../src/notation/latex/parse.js');
  return { READER: { read: parse, brokenBy: String } };
});

/** Up to which exponent work counts as linear. */
const LINEAR = 1.15;
/** Lengths, each for what the one before leaves in doubt: the last one is that of the largest texts that are read. */
const LENGTHS = [4_000, 16_000, 100_000] as const;
/** Above it the growth between the first two leaves in doubt what comes of it. */
const DOUBTFUL = 1.04;
/** Every so many of what is in no doubt is tried at the last length all the same. */
const SAMPLED = 23;

let tried = 0;

describe.each(Object.entries(FUNCTIONS))('%s: work grows with the text', (_, run) => {
  test.each(Object.entries(ATTACKS))('%s', (__, attack) => {
    const [short, long, longest] = LENGTHS.map((length) => attack(length)) as [string, string, string];
    // What is loaded on a first call does not count.
    run(short);
    const [small, large] = [workOf(() => run(short)), workOf(() => run(long))];
    expect(large).toBeLessThanOrEqual(most(long, small, short));
    const isDoubtful = large > most(long, small, short, DOUBTFUL);
    if (isDoubtful || tried++ % SAMPLED === 0)
      expect(workOf(() => run(longest))).toBeLessThanOrEqual(most(longest, large, long));
  });
});

/** The most work for a text, from that for a shorter one. Less than a block of code a character is little, however it comes about. */
const most = (text: string, before: number, shorter: string, exponent = LINEAR): number =>
  Math.max(text.length, before * (text.length / shorter.length) ** exponent);
