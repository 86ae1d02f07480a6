import { done } from '../../../src/steps.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Budget } from '../../../src/core/derivation.js';
import { COST, Work } from '../../../src/core/work.js';
import { budget } from '../../../src/editor/patience.js';
import { readSource } from '../../../src/notation/typescript/index.js';
import { claimBudget, LIMITS } from '../../../src/service/budgets.js';
import { checkCode } from '../../../src/service/checkCode.js';
import { createService, type CheckedClaim, type DocumentText } from '../../../src/service/index.js';

const service = createService();
const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
beforeAll(() => service.load());

let version = 0;
/** A file with ‸ for the cursor, or «…» for a selection. */
function file(marked: string): { document: DocumentText; from: number; to: number } {
  const text = marked.replace(/[‸«»]/g, '');
  const from = marked.search(/[‸«]/);
  const to = marked.includes('»') ? marked.indexOf('»') - 1 : from;
  const uri = `file:///f${String(++version)}.ts`;
  return { document: { uri, version, languageId: 'typescript', text }, from, to };
}
function foundAt(marked: string): ReturnType<typeof service.at> {
  const { document, from } = file(marked);
  return service.at(document, from, OPTIONS);
}

const F = 'export const f = (x: number, y: number): number => Math.sin(x) * y;';

describe('what is found', () => {
  test.each([
    ['const ‸f = (x: number) => x ** 2;', 'function', null, 'const f = (x: number) => x ** 2;'],
    [F.replace('y: n', '‸y: n'), 'parameter', 'y', F],
    [F.replace('sin', 's‸in'), 'expression', null, 'Math.sin(x) * y'],
    ['/** The square $x‸^2$. */\nconst f = (x: number) => x ** 2;', undefined, undefined, 'x^2'],
  ])('%s', (marked, kind, variable, text) => {
    const found = foundAt(marked);
    const inCode = found && found.code;
    expect([inCode?.kind, inCode?.variable, found?.text.replace(/;$/, '')]).toEqual([
      kind,
      variable,
      text.replace(/;$/, ''),
    ]);
  });
  test.each(['import { a } fr‸om "a";', 'const s = "te‸xt";', '// com‸ment\n', 'interface P‸ { x: number }'])(
    'nothing: %s',
    (marked) => {
      expect(foundAt(marked)).toBeNull();
    },
  );
  test('a whole function selected, as the panel asks for it again', () => {
    const { document, from, to } = file(`const a = 1;\n«${F}»\n`);
    const found = service.select(document, from, to, OPTIONS);
    const answer =
      'ok' in found ? found : done(service.deriveInSteps(found, { variable: 'y' }, budget('command')));
    expect(answer).toMatchObject({ ok: true, variable: { name: 'y' } });
  });
});

test('a file that is too long to be parsed says so where it is asked about', () => {
  const { document, from, to } = file(`«${F}»\n${'let z = 1;\n'.repeat(50_000)}`);
  expect(service.codeIn(document, from, to)).toMatchObject({ ok: false, code: 'limit' });
  expect(service.codeAt(document, from)).toBeNull();
});

describe('a hand-written derivative is a claim', () => {
  const claims = (text: string): unknown[] => [
    ...[...service.check(file(`‸${text}`).document, OPTIONS, () => budget('command'))].filter(
      (c) => c !== null,
    ),
  ];
  const PAIR = 'const f = (x: number) => x ** 3;\nconst fPrime = (x: number) => 3 * x;\n';
  test('a false one, with what replaces it', () => {
    const from = PAIR.indexOf('fPrime');
    expect(claims(PAIR)).toEqual([
      expect.objectContaining({
        from,
        to: from + 6,
        tex: 'fPrime',
        verdict: 'false',
        expected: expect.stringContaining('3') as string,
        rightPlace: { from: PAIR.indexOf('3 * x'), to: PAIR.indexOf('3 * x') + 5 },
      }),
    ]);
  });
  test('a true one, with nothing to replace', () => {
    expect(claims(PAIR.replace('3 * x;', '3 * x ** 2;'))).toEqual([
      expect.objectContaining({ verdict: 'true', expected: null, rightPlace: null }),
    ]);
  });
});

describe('a statement that is too long to be checked with a fix in it', () => {
  const among = (entries: number): string =>
    `export class A {
  static f(x: number): number { return x ** 3; }
  static fDerivative(x: number): number { return 3 * x; }
  /** $\\frac{d}{dx} x^2 = 3x$ */
  static data = [${'12345678, '.repeat(entries)}];
}
`;
  const checked = (entries: number): readonly CheckedClaim[] =>
    [...service.check(file(`‸${among(entries)}`).document, OPTIONS)].filter(
      (c) => c?.verdict === 'false',
    ) as CheckedClaim[];

  test('has no fix, and is said to be', () => {
    const claims = checked(15_000);
    expect(claims).toHaveLength(2);
    for (const { expected, message } of claims) {
      expect(expected).toBeNull();
      expect(message).toMatch(/No fix is offered: the statement .* is too long/);
    }
  });
  test('a shorter one has one', () => {
    for (const { expected, message } of checked(10)) {
      expect(expected).not.toBeNull();
      expect(message).not.toContain('No fix');
    }
  });
});

describe('the check of a file has one limit of work', () => {
  const pairs = Array.from(
    { length: 12 },
    (_, k) =>
      `const f${String(k)} = (x) => x ** ${String(k + 2)};\nconst f${String(k)}Derivative = (x) => x;\n`,
  ).join('');
  const checked = (whole: Budget): readonly CheckedClaim[] =>
    [...checkCode(readSource(pairs, 'javascript'), OPTIONS, claimBudget, undefined, whole)].filter(
      (c) => c !== null,
    );

  test('of which every claim takes its share', () => {
    const whole = new Work(LIMITS.codeFile);
    expect(checked(whole).map((c) => c.verdict)).toEqual(Array(12).fill('false'));
    expect(whole.spent).toBeGreaterThan(12 * pairs.length * COST.parsed);
  });
  test('and what is not reached says so', () => {
    const all = new Work(LIMITS.codeFile);
    checked(all);
    const whole = new Work(all.spent / 2);
    const [first, ...others] = checked(whole);
    expect(first).toMatchObject({ verdict: 'false' });
    expect(others.at(-1)).toMatchObject({
      verdict: 'undecided',
      message: expect.stringContaining('takes more work than is allowed') as string,
    });
    expect(whole.spent).toBeLessThan(1.5 * whole.limit);
  });
});
