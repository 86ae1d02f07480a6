import { workOf } from '../work.js';
import { describe, expect, test } from 'vitest';
import { noteOptions } from '../../../src/documents/noteOptions.js';

describe('what a note says about how it is read', () => {
  test.each([
    ['nothing', 'a', { letters: [] }],
    ['the base of log', '# A\n<!-- leibniz: log = 10 -->', { logBase: '10', letters: [] }],
    ['the natural logarithm', '<!--leibniz:log=natural-->', { logBase: 'e', letters: [] }],
    ['a letter', '<!-- leibniz: log = 2, sigma = letter -->', { logBase: '2', letters: ['sigma'] }],
    [
      'the last one counts',
      '<!-- leibniz: log = 2 -->\n<!-- leibniz: log = 10 -->',
      { logBase: '10', letters: [] },
    ],
    ['no letter after all', '<!-- leibniz: sigma = letter; sigma = sigmoid -->', { letters: [] }],
    ['LaTeX', '  % leibniz: log = 10\nx', { logBase: '10', letters: [] }],
    ['nothing that is known', '<!-- leibniz: log = 7, foo = bar, = -->', { letters: [] }],
    ['no comment', 'leibniz: log = 10', { letters: [] }],
  ])('%s', (_, text, expected) => expect(noteOptions(text)).toEqual(expected));
  test('a hostile text takes less than a step a character', () => {
    for (const text of ['<!-- leibniz:'.repeat(50_000), `% leibniz: ${'a = b,'.repeat(50_000)}`])
      expect(workOf(() => noteOptions(text))).toBeLessThan(text.length);
  });
});
