import { workOf } from '../work.js';
import { describe, expect, test } from 'vitest';
import { noteOptions } from '../../../src/documents/noteOptions.js';

describe('what a note says about how it is read', () => {
  test.each([
    ['nothing', 'a', { letters: [], constants: [] }],
    ['the base of log', '# A\n<!-- leibniz: log = 10 -->', { logBase: '10', letters: [], constants: [] }],
    ['the natural logarithm', '<!--leibniz:log=natural-->', { logBase: 'e', letters: [], constants: [] }],
    [
      'a letter',
      '<!-- leibniz: log = 2, sigma = letter -->',
      { logBase: '2', letters: ['sigma'], constants: [] },
    ],
    [
      'the last one counts',
      '<!-- leibniz: log = 2 -->\n<!-- leibniz: log = 10 -->',
      { logBase: '10', letters: [], constants: [] },
    ],
    [
      'no letter after all',
      '<!-- leibniz: sigma = letter; sigma = sigmoid -->',
      { letters: [], constants: [] },
    ],
    ['LaTeX', '  % leibniz: log = 10\nx', { logBase: '10', letters: [], constants: [] }],
    ['nothing that is known', '<!-- leibniz: log = 7, foo = bar, = -->', { letters: [], constants: [] }],
    [
      'constants',
      '<!-- leibniz: log = 2; constants: k, \\alpha, T_0, k -->',
      { logBase: '2', letters: [], constants: ['k', 'alpha', 'T_0'] },
    ],
    ['no names', '<!-- leibniz: constants: 2, a b, -->', { letters: [], constants: [] }],
    ['no comment', 'leibniz: log = 10', { letters: [], constants: [] }],
  ])('%s', (_, text, expected) => expect(noteOptions(text)).toEqual(expected));
  test('a hostile text takes less than a step a character', () => {
    for (const text of ['<!-- leibniz:'.repeat(50_000), `% leibniz: ${'a = b,'.repeat(50_000)}`])
      expect(workOf(() => noteOptions(text))).toBeLessThan(text.length);
  });
});
