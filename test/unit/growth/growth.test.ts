import { workOf } from '../work.js';
import { describe, expect, test } from 'vitest';
import { ATTACKS, FUNCTIONS } from './attacks.js';

/** Up to which exponent work counts as linear. */
const LINEAR = 1.15;
const SHORT = 4_000;
const FACTOR = 4;

describe.each(Object.entries(FUNCTIONS))('%s: work grows with the text', (_, run) => {
  test.each(Object.entries(ATTACKS))('%s', (__, attack) => {
    const [short, long] = [attack(SHORT), attack(FACTOR * SHORT)];
    // What is loaded on a first call does not count.
    run(short);
    const [small, large] = [workOf(() => run(short)), workOf(() => run(long))];
    // Less than a block of code a character is little, however it comes about.
    expect(large).toBeLessThanOrEqual(Math.max(long.length, small * FACTOR ** LINEAR));
  });
});
