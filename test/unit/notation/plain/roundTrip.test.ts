import fc from 'fast-check';
import * as mathjs from 'mathjs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/core/evaluate.js';
import { same } from '../../../../src/core/equality.js';
import { type Expr } from '../../../../src/core/expr.js';
import { parsePlain } from '../../../../src/notation/plain/parse.js';
import { printPlain } from '../../../../src/notation/plain/print.js';
import { expressions, NAMES, POINT, signForm } from './expressions.js';

const SEED = { seed: 60, numRuns: 700 };
const VALUES = Object.values(POINT);

const valueOf = (e: Expr): number => compile(e, NAMES)(...VALUES);
/** mathjs's own value; NaN where it is complex, infinite or none. */
function oracle(text: string): number {
  try {
    const value: unknown = mathjs.evaluate(text, { ...POINT });
    return typeof value === 'number' && Number.isFinite(value) ? value : NaN;
  } catch {
    return NaN;
  }
}
const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('printing', () => {
  it('gives what mathjs evaluates to the same number', () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions({ spelledOut: true }), (e) => {
        const [text, own] = [printPlain(e), valueOf(e)];
        if (text === null || !Number.isFinite(own) || Math.abs(own) > 1e12) return;
        const theirs = oracle(text);
        if (Number.isNaN(theirs)) return;
        compared++;
        expect(close(own, theirs), `${text}: ${String(own)} is not mathjs's ${String(theirs)}`).toBe(true);
      }),
      SEED,
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('reads back equal up to the normal form of signs and quotients', () => {
    fc.assert(
      fc.property(expressions(), (e) => {
        const text = printPlain(e) ?? '';
        const { statements, problems } = parsePlain(text);
        expect(problems, text).toEqual([]);
        const back = statements[0]?.expr;
        expect(back && same(signForm(back), signForm(e)), text).toBe(true);
      }),
      SEED,
    );
  });

  it('is settled after one reading', () => {
    fc.assert(
      fc.property(expressions({ spelledOut: true }), (e) => {
        const once = parsePlain(printPlain(e) ?? '').statements[0]?.expr;
        const twice = once && parsePlain(printPlain(once) ?? '').statements[0]?.expr;
        expect(once && twice && same(once, twice), printPlain(e) ?? '').toBe(true);
      }),
      SEED,
    );
  });
});

const operand = fc.constantFrom(
  'x',
  'y',
  'a',
  '2',
  '3',
  '0.5',
  'pi',
  '(x + 1)',
  '(2)',
  'sin(x)',
  'sqrt(2 y)',
  'alpha',
);
const operator = fc.constantFrom(' + ', ' - ', '*', '/', ' ', '^', '-', ' / ', ' * -', '^-', ' ');
const written = fc
  .tuple(
    fc.constantFrom('', '-', '+', '--'),
    operand,
    fc.array(fc.tuple(operator, operand), { maxLength: 7 }),
  )
  .map(([sign, first, rest]) => sign + first + rest.map(([op, o]) => op + o).join(''));

describe('reading', () => {
  it('has the value that mathjs gives the text, and refuses what mathjs refuses', () => {
    let compared = 0;
    fc.assert(
      fc.property(written, (text) => {
        // A name before a bracket is a call to mathjs, and a product here: not comparable.
        if (/[a-z]\s*\((?:x \+ 1|2)\)/.test(text)) return;
        const { statements, problems } = parsePlain(text);
        const isSyntax = ((): boolean => {
          try {
            mathjs.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        expect(problems.length === 0, text).toBe(isSyntax);
        const e = statements[0]?.expr;
        const [own, theirs] = [e ? valueOf(e) : NaN, oracle(text)];
        if (Number.isNaN(theirs) || Number.isNaN(own)) return;
        compared++;
        expect(close(own, theirs), `${text}: ${String(own)} is not mathjs's ${String(theirs)}`).toBe(true);
      }),
      { ...SEED, numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(700);
  });

  it('never throws, and every statement and problem has its place in the text', () => {
    const signs = fc.constantFrom(
      ...'xyi12.,;()[]{}+-*/^=<>?:!%|&\'"√²π \n#_$\\'.split(''),
      'sin',
      'd/dx',
      'log(',
      'NaN',
      '**',
      '==',
    );
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 30 }).map((s) => s.join('')),
        (text) => {
          const { statements, problems } = parsePlain(text);
          expect(statements.length + problems.length).toBeGreaterThan(0);
          for (const { from, to } of [...statements, ...problems]) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { ...SEED, numRuns: 2000 },
    );
  });
});
