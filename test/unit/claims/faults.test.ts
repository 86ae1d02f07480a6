import { describe, expect, test } from 'vitest';
import { definitionsIn, type FormulaAsRead } from '../../../src/meaning/definitions.js';
import { Headless } from '../../../src/headless/index.js';
import { checkFile } from '../../../src/headless/checkFile.js';
import { faultInWords, faultLine, type Fault } from '../../../src/service/fault.js';
import { LATEX } from '../../../src/notation/index.js';
import { NO_CONTEXT } from '../../../src/notation/notation.js';
import { verdicts } from '../judge/check.js';

const r = String.raw;
const unhurried = { nodes: 1000, shouldStop: () => false };

describe('definitions that lead back to themselves', () => {
  const wrong = r`Elsewhere $\frac{d}{dx}x^2 = 3x$.`;
  test.each([
    [
      'through a parameter',
      r`Here $y = g(x)$, $g(y) = y$. Differentiate $\tan(\arctan y) = y$: $1 = \sec^2$.`,
    ],
    ['one by the other', r`$f(x) = g(x) + 1$, $g(x) = f(x) - 1$, so $f'(x) = 2$ and $g'(x) = h(x)$.`],
    ['three in a ring', r`$f(x) = g(2x)$, $g(x) = h(x)^2$, $h(x) = f(x)$: $f'(x) = 3$.`],
    ['quantities', r`$u = v + 1$, $v = w^2$, $w = u$. $\frac{du}{dx} = 2$.`],
  ])('%s: the other claims are judged', (_, text) => {
    expect(verdicts(`${text}\n\n${wrong}\n`).at(-1)).toBe('false arithmetic-slip');
  });
  test.each(["A_{B'}", "x_{C'}", "D_f = D_{f'}", r`\sigma_{XX'}^2`])(
    '%s has an answer or a refusal',
    (text) => {
      const reply = new Headless().reply({ text }, unhurried);
      expect(reply.ok ? reply.result.latex : reply.error.code).not.toBe('limit');
    },
  );
});

describe('what breaks on one formula', () => {
  /** Breaks on the second claim that is judged. */
  const breaking = (): (() => typeof unhurried) => {
    let asked = 0;
    return () => {
      if (++asked === 2) throw new Error('broken');
      return unhurried;
    };
  };
  const text = r`$(x^2)' = 3x$ and $(x^3)' = 3x$ and $(x^4)' = 3x$`;

  test('leaves that one undecided, with the reason, and judges the others', () => {
    const claims = checkFile('a.md', text, breaking(), () => undefined);
    expect(claims.map((c) => c.verdict)).toContain('undecided');
    expect(claims.filter((c) => c.verdict === 'false')).toHaveLength(2);
    expect(claims.find((c) => c.verdict === 'undecided')?.message).toContain('broken');
  });
  test('is thrown where no one listens', () => {
    expect(() => checkFile('a.md', text, breaking())).toThrow('broken');
  });
  test('is told once, with its place', () => {
    const faults: Fault[] = [];
    checkFile('a.md', text, breaking(), (fault) => faults.push(fault));
    expect(faults).toHaveLength(1);
    expect(text.slice(faults[0]?.from)).toMatch(/^\(x\^[234]\)' = 3x/);
  });
  test('defines nothing, and what the others define stands', () => {
    const told: unknown[] = [];
    const failed = (error: unknown): number => told.push(error);
    const written = (tex: string): FormulaAsRead => ({
      reading: LATEX.parse(tex, NO_CONTEXT),
      line: 1,
      from: 0,
      wordsAfter: '',
      wordsBefore: '',
      failed,
    });
    const bad = {
      ...written('f(x) = x'),
      get reading(): never {
        throw new Error('broken');
      },
    };
    expect(definitionsIn([bad, written('g(x) = x^2')]).map((d) => d.name.id)).toEqual(['g']);
    expect(told).toHaveLength(1);
  });
});

describe('a fault in words', () => {
  test('says that the stack ran out, or what the error says', () => {
    expect(faultInWords(new RangeError('Maximum call stack size exceeded'))).toBe('It is nested too deeply.');
    expect(faultInWords(new RangeError('Invalid array length'))).toContain('Invalid array length');
  });
  test('is one line of bounded length in a log', () => {
    const line = faultLine({ text: 'x'.repeat(10_000), from: 3, error: 'why' });
    expect(line).toMatch(/^at offset 3, “x+…”: why$/);
    expect(line.length).toBeLessThan(300);
  });
});
