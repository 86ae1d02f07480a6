import { describe, expect, test } from 'vitest';
import { claimMessage, countsInWords, statusText, verdictLine } from '../../../src/editor/claimText.js';
import { claimAt, countsOf } from '../../../src/editor/claims.js';
import { claimed } from './checks.js';

describe('the message of a false claim', () => {
  test('is the verdict in words', () => {
    expect(claimMessage(claimed("$⟦(x^2)' = x⟧$").claim)).toBe('Wrong.');
  });
  test('names the wrong link of a chain, on one line', () => {
    const traits = { link: 2, links: 3 };
    expect(claimMessage(claimed('> $⟦2x\n> = x^2⟧$', traits).claim)).toBe('Wrong.\n2x = x^2');
    const long = `${'x + '.repeat(100)}x = 1`;
    const shown = claimMessage(claimed(`$⟦${long}⟧$`, traits).claim).split('\n')[1] ?? '';
    expect(shown.length).toBeLessThan(170);
    expect(shown).toMatch(/^x \+ .* … .*x = 1$/);
  });
});

test.each([
  ['as long as may be', 160, 'x'.repeat(160)],
  ['a character longer', 161, `${'x'.repeat(78)} … ${'x'.repeat(78)}`],
])('a link %s', (_, length, expected) => {
  const message = claimMessage(claimed(`$⟦${'x'.repeat(length)}⟧$`, { link: 2, links: 2 }).claim);
  expect(message).toBe(`Wrong.\n${expected}`);
});

describe('the hover', () => {
  test.each([
    ['true', 'Right.', '✓ Checked: right.'],
    ['conditional', 'Right for x > 0.', '◐ Checked: right for x > 0.'],
    ['undecided', 'L is not known here.', '? Undecided: L is not known here.'],
    ['undecided', 'Nothing is known.', '? Undecided: nothing is known.'],
    ['false', 'Wrong.', null],
  ] as const)('says of a %s claim: %s', (verdict, message, expected) => {
    expect(verdictLine(claimed('', { verdict, message }).claim)).toBe(expected);
  });
});

test('the hover says of a false claim that it is wrong where no squiggle says it', () => {
  expect(verdictLine(claimed('', { evident: false }).claim)).toBe('✗ Checked: wrong.');
});

describe('counts', () => {
  const claims = (['true', 'true', 'false', 'undecided'] as const).map(
    (verdict) => claimed('', { verdict }).claim,
  );
  test('leave out quoted mistakes', () => {
    const quoted = claimed('', { quoted: true }).claim;
    expect(countsOf([...claims, quoted])).toEqual({ true: 2, false: 1, conditional: 0, undecided: 1 });
  });
  test('leave out what is not evident enough to be underlined', () => {
    const told = claimed('', { evident: false }).claim;
    expect(countsOf([...claims, told])).toEqual(countsOf(claims));
  });
  test('in the status bar, in signs and in words', () => {
    expect(statusText(countsOf(claims))).toEqual({
      label: '∂ 2 ✓ 1 ? 1 ✗',
      words: '4 derivative claims: 2 true, 1 undecided, 1 false',
    });
    expect(statusText(countsOf(claims.slice(2, 3))).label).toBe('∂ 0 ✓ 1 ✗');
    expect(countsInWords(countsOf([]))).toBe('none');
  });
});

test('the claim at an offset is the smallest one around it', () => {
  const [outer, inner] = [claimed('', { from: 2, to: 20 }).claim, claimed('', { from: 5, to: 9 }).claim];
  expect([1, 2, 5, 9, 10, 20, 21].map((at) => claimAt([outer, inner], at)?.from ?? null)).toEqual([
    null,
    2,
    5,
    5,
    2,
    2,
    null,
  ]);
});
