import { workOf } from '../work.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitProse } from '../../../src/webview/prose.js';

/** Pieces as one line: maths between angle brackets, its punctuation after them. */
const spelled = (text: string): string =>
  splitProse(text)
    .map((p) => (p.kind === 'maths' ? `⟨${p.text}⟩${p.closing}` : p.text))
    .join('|');

describe('splitProse', () => {
  const table: [text: string, pieces: string][] = [
    ['', ''],
    ['no maths', 'no maths'],
    ['$x$', '⟨x⟩'],
    ['let $u = x^2$ be', 'let |⟨u = x^2⟩| be'],
    ['$u$, and ($v$).', '⟨u⟩,| and (|⟨v⟩).'],
    ['costs \\$5, or $x$', 'costs $5, or |⟨x⟩'],
    ['inside $a\\$b$', 'inside |⟨a\\$b⟩'],
    ['one $ alone', 'one $ alone'],
    ['two $$ together', 'two $$ together'],
    ['$a$$b$', '⟨a⟩|⟨b⟩'],
    ['<b>$x$</b>', '<b>|⟨x⟩|</b>'],
  ];
  it.each(table)('%j', (text, pieces) => {
    expect(spelled(text)).toBe(pieces);
  });

  it('loses nothing but dollars and backslashes', () => {
    const letters = (s: string): string => s.replace(/[$\\]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '\\', 'x', ' ', ','), maxLength: 40 }), (text) => {
        const whole = splitProse(text)
          .map((p) => p.text + p.closing)
          .join('');
        expect(letters(whole)).toBe(letters(text));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each([
    ['dollars', '$'],
    ['escaped dollars', '\\$'],
    ['backslashes after a dollar', '\\'],
    ['open formulas', '$x '],
  ])('works in proportion on 100,000 characters of %s', (_, unit) => {
    const text = '$' + unit.repeat(100_000 / unit.length);
    expect(workOf(() => splitProse(text))).toBeLessThan(50 * text.length);
  });
});
