import { describe, expect, test } from 'vitest';
import { attacksOn, attackText } from './attacks.js';
import { LINEAR, longGrowth, worstGrowth } from './growth.js';
import { sweep } from './machine.js';
import { programOf } from './program.js';
import { allExpressions, expressionsIn } from './sources.js';

const expressions = [...new Map(allExpressions().map((e) => [`/${e.source}/${e.flags}`, e])).values()];

describe('every expression of src', () => {
  test('is found', () => {
    expect(expressions.length).toBeGreaterThan(400);
  });
  test('is linear in the text, whatever stands in it', { timeout: 120_000 }, () => {
    const grown = expressions.flatMap((e) => {
      const worst = worstGrowth(e);
      return worst ? [`${e.place} /${e.source}/${e.flags}: ${JSON.stringify(worst)}`] : [];
    });
    expect(grown).toEqual([]);
  });
  // All of them are tried by a script: npm run attacks -- --expressions.
  test('is so up to 100,000 characters, as a part of them shows', () => {
    const grown = expressions
      .filter((_, k) => k % SAMPLED === 0)
      .map((e) => ({ place: e.place, exponent: longGrowth(e, 1)?.exponent ?? 1 }));
    expect(grown.filter(({ exponent }) => exponent > LINEAR)).toEqual([]);
    expect(grown.length).toBeGreaterThan(15);
  });
  test('ends on attacks of 100,000 characters', () => {
    for (const { source, flags } of expressions) {
      const expression = new RegExp(source, flags.replace('y', ''));
      for (const attack of attacksOn({ source, flags }).slice(0, LONG_ATTACKS))
        expression.test(attackText(attack, 100_000));
    }
  });
});

const LONG_ATTACKS = 6;
/** Of so many expressions one is counted on long texts. */
const SAMPLED = 29;

describe('the measure', () => {
  const cases: readonly [what: string, expression: RegExp, exponent: number][] = [
    ['nested loops', /^(?:a+)+$/, 10],
    ['two ways to read one text', /^(?:a|\w)+$/, 10],
    ['loops that share characters', /^\s*,?\s*$/, 2],
    ['three of them', /^\s*,?\s*;?\s*$/, 3],
    ['a search from every space', /\s+$/, 2],
    ['a search from every bracket', /\[[^\]]*\]/, 2],
    ['a search from every word', /\bif\b[^.]*$/, 2],
    ['a search over each of a few characters', /(?:#|%|-)[^\n]*!/, 2],
    ['a match that is tried again and again', /a*b|a/g, 2],
    ['what looks back over a run', /(?<=a*)b|[^]/g, 2],
    ['a loop of groups that may be empty', /^(?:a*)*$/, 10],
    ['a reference', /(a*)\1$/, 3],
    ['a trial at every place', /\s*x/y, 2],
  ];
  test.each(cases)('sees %s: %s', (_, expression, exponent) => {
    const found = worstGrowth(expression)?.exponent ?? 1;
    expect(found).toBeGreaterThan(exponent - 0.2);
  });
  test('sees at any length what grows up to it', () => {
    expect(longGrowth(/\s{0,50}x/, 1, 2_000)?.exponent).toBeLessThan(LINEAR);
    expect(longGrowth(/\s{0,5000}x/, 1, 2_000)?.exponent).toBeGreaterThan(LINEAR);
  });
  const linear: readonly RegExp[] = [
    /a/, /^\s+$/, /(?<!\s)\s+$/, /\[[^[\]]*\]/, /"(?:[^"\\]|\\[^])*"?/g, /\s*/y, /^(?:\s*\w)*/, /\d{1,9}[.)]/,
    /(?<![\w$])[\w$]+\s*$/, /(?<![a-z])[a-z]+[^a-z]/, /a{0,50}b/,
  ]; // prettier-ignore
  test.each(linear)('lets %s pass', (expression) => {
    expect(worstGrowth(expression)).toBeNull();
  });
  test('reads the literals of a file', () => {
    const text = 'const A = /a[/]b/gu;\nconst b = x / y / z;\nf(/=/);';
    expect(expressionsIn('f.ts', text)).toEqual([
      { source: 'a[/]b', flags: 'gu', place: 'f.ts:1' },
      { source: '=', flags: '', place: 'f.ts:3' },
    ]);
  });
});

describe('the machine finds what the engine finds', () => {
  const cases: readonly [expression: RegExp, text: string][] = [
    [/a|ab/g, 'abab'],
    [/(a|ab)(c|bcd)(d*)/g, 'abcd abcdd'],
    [/(?:a*?)(b)/g, 'aab ab b'],
    [/\b\w+\b/g, 'one, two'],
    [/^.*$/gm, 'one\r\ntwo\n'],
    [/(?<=\$)\d+(?!\d|%)/g, '$12 $3% 4'],
    [/(?<!a)b/g, 'ab bb'],
    [/(['"])(.*?)\1/g, `'a"b' "c'`],
    [/(?<=(\w)\1)x/g, 'aax abx'],
    [/[^]/gu, 'a🚫b'],
    [/\p{Lu}/gu, 'aBÄ'],
    [/é/gi, 'É'],
    [/x{2,3}/g, 'x xx xxxxx'],
    [/(?:a?)*b/g, 'aab'],
    [/a{2,}?/g, 'aaaaa'],
  ];
  test.each(cases)('%s in %j', (expression, text) => {
    const expected = Array.from(text.matchAll(expression), (m) => [m.index, m.index + m[0].length]);
    const found = sweep(programOf(expression), text, { steps: 0, most: 10_000 });
    expect(found.map(({ from, to }) => [from, to])).toEqual(expected);
  });
  test('for every expression of src, on its own attacks', () => {
    for (const { source, flags, place } of expressions) {
      if (flags.includes('y')) continue;
      const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
      const program = programOf({ source, flags });
      for (const attack of attacksOn({ source, flags }).slice(0, COMPARED)) {
        const text = attackText(attack, 12);
        const expected = Array.from(text.matchAll(expression), (m) => [m.index, m.index + m[0].length]);
        const found = sweep(program, text, { steps: 0, most: 1_000_000 });
        expect(
          found.map(({ from, to }) => [from, to]),
          `${place} in ${JSON.stringify(text)}`,
        ).toEqual(expected);
      }
    }
  });
});

const COMPARED = 40;
