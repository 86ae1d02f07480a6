/** A comment of the note says which names are constants. */
import { expect, test } from 'vitest';
import { Headless } from '../../../src/headless/headless.js';
import { budgetFor } from '../../../src/service/index.js';

const answer = (note: string): string => {
  const reply = new Headless().reply(
    { text: '\\frac{d}{d\\tau} \\ln T', note, line: 3, notation: 'latex' },
    budgetFor('commandLine'),
  );
  return reply.ok ? reply.result.latex : reply.error.code;
};

test.each([
  ['<!-- leibniz: constants: T -->', '0'],
  ['<!-- leibniz: constants: U -->', 'unsupported'],
])('%s: %s', (comment, expected) => {
  expect(answer(comment + '\n\n$\\frac{d}{d\\tau} \\ln T$\n')).toBe(expected);
});
