import { workOf } from '../../work.js';
import { describe, expect, it } from 'vitest';
import { NO_READING, type Reading } from '../../../../src/notation/notation.js';
import { parse } from '../../../../src/notation/latex/parse.js';

const times = (n: number, s: string): string => s.repeat(n);
const nested = (n: number, open: string, close: string): string => times(n, open) + 'x' + times(n, close);

const LIMITS: Record<string, string> = {
  'a hundred thousand characters': times(50_000, 'x+'),
  'brackets 5,000 deep': nested(5000, '(', ')'),
  'braces 5,000 deep': nested(5000, '{', '}'),
  'roots 5,000 deep': nested(2400, '\\sqrt{', '}'),
  'functions of functions': times(4900, '\\sin') + ' x',
  'operators on operators': times(1600, '\\frac{d}{dx}'),
  'sums in sums': times(3000, '\\sum_i') + 'x',
  'quotients of quotients': 'x' + times(9000, '/x'),
  'sizes in sizes': times(3000, '\\Large') + 'x',
  'a macro of itself': '\\def\\a{\\a\\a}\\a',
  'macros that double': '\\def\\a#1{#1#1}' + nested(12, '\\a{', '}'),
  'macros that copy': '\\def\\a#1{' + times(2000, '#1') + '}' + nested(5, '\\a{', '}'),
  'a decimal without end': '0.' + times(19_000, '1'),
};
const ENDS: Record<string, string> = {
  'a huge exponent': `x^{${times(400, '9')}}`,
  'ten thousand signs': times(10_000, '-') + 'x',
  'twenty thousand letters': times(20_000, 'x'),
  'ten thousand terms': 'x' + times(9999, '+x'),
  bars: times(19_999, '|'),
  'bars and letters': times(9999, '|x'),
  commas: times(20_000, ','),
  primes: 'x' + times(19_000, "'"),
  equations: times(9999, 'x='),
  lines: times(4000, 'x\\\\'),
  'open brackets over lines': times(140, '(x\\\\'),
  'unequal signs': times(2800, 'x\\neq ') + 'x',
  integrals: times(2400, '\\int_0^1') + 'x',
  'comment signs': times(20_000, '%'),
  backslashes: times(19_999, '\\'),
  calls: times(3900, "f'(x)"),
};

/** Entries of blocks of code, those of KaTeX included: the hardest, bars and letters, enter some hundred a character. */
const BLOCKS_A_CHARACTER = 3_000;
const LEAST = 10_000_000;

/** The reading, made with work in proportion to the text. */
function readInProportion(text: string): Reading {
  let reading = NO_READING;
  const work = workOf(() => (reading = parse(text)));
  expect(work).toBeLessThan(Math.max(LEAST, BLOCKS_A_CHARACTER * text.length));
  return reading;
}

describe('hostile text costs work in proportion to its length', () => {
  for (const [name, text] of Object.entries(LIMITS)) {
    it(`${name}: a limit`, () => {
      expect(readInProportion(text).problems.map((p) => p.code)).toEqual(['limit']);
    });
  }
  for (const [name, text] of Object.entries(ENDS)) {
    it(`${name}: an end`, () => {
      const reading = readInProportion(text);
      expect(reading.statements.length + reading.problems.length).toBeGreaterThanOrEqual(
        text.startsWith('%') || text.startsWith(',') ? 0 : 1,
      );
    });
  }
});
