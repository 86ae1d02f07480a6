/** Heavy questions: each ends within its count of work, with an answer or a refusal that says what was reached. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Work } from '../../../src/core/work.js';
import { derive } from '../../../src/core/derive.js';
import { call, mul, num, ONE, sym } from '../../../src/core/expr.js';
import { InterningTable } from '../../../src/core/tidy/table.js';
import { ready } from '../../../src/steps.js';
import { LIMITS } from '../../../src/service/budgets.js';
import { Headless, prepare, type ErrorReply, type Reply } from '../../../src/headless/index.js';

/** A budget that remembers the most that was ever charged at once: so long nobody asked whether to go on. */
class Watched extends Work {
  longest = 0;
  override shouldStop(work = 1): boolean {
    this.longest = Math.max(this.longest, work);
    return super.shouldStop(work);
  }
}

interface Heavy {
  readonly text: string;
  readonly [more: string]: unknown;
}
interface Asked {
  readonly reply: Reply | ErrorReply;
  readonly work: Watched;
  /** Nodes of each table that was made for tidying. */
  readonly nodes: readonly number[];
}
function ask(request: object, limit: number = LIMITS.commandLine): Asked {
  const work = new Watched(limit);
  const tables = vi.spyOn(InterningTable.prototype, 'endQuestion');
  const reply = new Headless().reply({ variable: 'x', ...request }, work);
  const nodes = (tables.mock.contexts as InterningTable[]).map((table) => table.work);
  tables.mockRestore();
  return { reply, work, nodes };
}

/** Twenty milliseconds, in units of work. */
const MOST_BETWEEN_POLLS = 5_000;
/** What is charged once a budget is spent: the last poll of each part that finds it so. */
const OVERSHOOT = 1.02;

/** Distinct nodes of one table, and of all: with what hangs on them about a kilobyte each. */
const MOST_KEPT = 60_000;
const MOST_MADE = 120_000;

/** Reading a text is charged at once, and is not interrupted. */
function endsWithin({ work, nodes }: Asked, limit: number, { text = '' }: { readonly text?: string }): void {
  const longest = Math.max(MOST_BETWEEN_POLLS, text.length + 1);
  expect(work.spent).toBeLessThan(limit * OVERSHOOT + longest);
  expect(work.longest).toBeLessThanOrEqual(longest);
  expect(Math.max(0, ...nodes)).toBeLessThan(MOST_KEPT);
  expect(nodes.reduce((sum, n) => sum + n, 0)).toBeLessThan(MOST_MADE);
}

const list = (n: number, of: (i: number) => string, joint: string): string =>
  Array.from({ length: n }, (_, i) => of(i + 1)).join(joint);
const nested = (n: number, around: (inner: string) => string, core = 'x'): string =>
  n === 0 ? core : around(nested(n - 1, around, core));
const maximum = (n: number): string => `\\max(${list(n, (i) => `${String(i)} x^2`, ',')})`;
const sums = (letters: string, to: number): string =>
  letters
    .split(' ')
    .map((l) => `\\sum_{${l}=1}^{${String(to)}} `)
    .join('') + `\\sin(${letters} x)`;
const integrals = (letters: string): string =>
  '\\int_0^1 '.repeat(letters.split(' ').length) +
  `\\sin(${letters} x)` +
  letters
    .split(' ')
    .map((l) => ` \\,d${l}`)
    .join('');
const powers = (n: number): string => nested(n, (u) => `x^{${u}}`);
const radicals = (n: number): string => nested(n, (u) => `\\sqrt{x+${u}}`);
const quotients = (n: number): string => nested(n, (u) => `\\frac{x}{1+${u}}`);
const fraction = (n: number): string => nested(n, (u) => `x+\\frac{1}{${u}}`);

const ERF = `export function erf(x: number) { const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    * Math.exp(-x * x);
  return x >= 0 ? y : -y; }`;
const QUOTIENT = '\\frac{x^2 e^{x}\\sin x}{(1+x^2)\\ln(1+x^2)}';

const ANSWERED: readonly (readonly [what: string, request: Heavy, value: number | null, most: number])[] = [
  ['max of 10', { text: maximum(10), at: [{ x: 0.5 }] }, 10, 10_000],
  ['max of 40', { text: maximum(40), at: [{ x: 0.5 }] }, 40, 60_000],
  ['20 levels of fractions', { text: fraction(20), at: [{ x: 0.5 }] }, 0.62254669, 500_000],
  ['a tower of 100 powers', { text: powers(100), at: [{ x: 0.5 }] }, 0.56924520443, 600_000],
  ['100 nested radicals', { text: radicals(100), at: [{ x: 0.5 }] }, 0.57735026919, 300_000],
  ['a tower of 100 quotients', { text: quotients(100), at: [{ x: 0.5 }] }, 0.57735026919, LIMITS.commandLine],
  ['10,000 terms', { text: 'x' + '+1'.repeat(10_000), notation: 'plain', at: [{ x: 1 }] }, 1, 100_000],
  [
    'a polynomial of 1,000 terms',
    { text: list(1_000, (i) => `${String(i)}x^{${String(i)}}`, '+'), at: [{ x: 0.5 }] },
    12,
    100_000,
  ],
  [
    'five nested integrals',
    { text: integrals('p q r s t'), at: [{ x: 0.5 }] },
    0.03112826,
    LIMITS.commandLine,
  ],
  ['a triple sum', { text: sums('i j k', 100), at: [{ x: 0.5 }] }, -170961841.44, LIMITS.commandLine],
  ['order 20 of a quotient', { text: '\\frac{x}{1+x^2}', order: 20, at: [{ x: 0 }] }, 0, 100_000],
  ['order 10 of x^x', { text: 'x^x', order: 10, at: [{ x: 0.5 }] }, 24755417.4602672, 500_000],
  ['order 20 of tan', { text: '\\tan x', order: 20, at: [{ x: 0 }] }, 0, 200_000],
  ['order 50 of e^{x²}', { text: 'e^{x^2}', order: 50, at: [{ x: 0.5 }] }, 1.6931379377e41, 200_000],
  ['order 4 of a quotient of products', { text: QUOTIENT, order: 4, at: [{ x: 0.7 }] }, 2.14599766, 300_000],
  [
    'an approximation of erf in code',
    { text: ERF, notation: 'typescript', offset: 16, at: [{ x: 0.5 }] },
    0.87878267,
    60_000,
  ],
];

const REFUSED: readonly (readonly [what: string, request: Heavy, message: RegExp])[] = [
  ['max of 99', { text: maximum(99) }, /^The derivative was found, of [\d,]+ symbols: that is too long/],
  ['max of 101', { text: maximum(101) }, /^max is read of up to 100 arguments\.$/],
  [
    'max of 101, plainly',
    { text: `max(${list(101, (i) => `${String(i)}x`, ',')})`, notation: 'plain' },
    /^max is read of up to 100 arguments$/,
  ],
  [
    'order 30 of √(1+x²) sin x',
    { text: '\\sqrt{1+x^2}\\sin x', order: 30 },
    /^the 21st derivative was reached; the 22nd would be longer than 200,000 symbols$/,
  ],
];

beforeAll(() => prepare({ notation: 'typescript' }));
afterEach(() => {
  vi.restoreAllMocks();
});

describe('heavy questions', () => {
  test.each(ANSWERED)('%s is answered', (_, request, value, most) => {
    const asked = ask(request);
    if (!asked.reply.ok) throw new Error(asked.reply.error.message);
    const [found] = asked.reply.result.values as readonly number[];
    expect(found).toSatisfy((v: number) => Math.abs(v - (value ?? v)) <= 1e-6 * Math.max(1, Math.abs(v)));
    expect(asked.work.spent).toBeLessThan(most);
    endsWithin(asked, LIMITS.commandLine, request);
  });

  test.each(REFUSED)('%s is refused, and the refusal says what was reached', (_, request, message) => {
    const asked = ask(request);
    expect(asked.reply).toMatchObject({ ok: false, error: { code: 'limit' } });
    expect(asked.reply.ok ? '' : asked.reply.error.message).toMatch(message);
    endsWithin(asked, LIMITS.commandLine, request);
  });

  test('more arguments of a maximum than are written out are counted', () => {
    const x = sym('x');
    const body = call('max', ...Array.from({ length: 1_200 }, (_, i) => mul(num(i), x)));
    const question = {
      body,
      target: x,
      order: ONE,
      partial: false,
      definitions: new Map(),
      dependent: new Set<string>(),
    };
    const work = new Watched(LIMITS.commandLine);
    expect(derive(question, (e) => ready({ result: e, steps: [] }), work)).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/of 1,200 arguments .* up to 100 are written out$/) as unknown,
    });
    expect(work.spent).toBe(0);
  });

  test('a value that would cost too much is null and says so; the answer stands', () => {
    const asked = ask({ text: sums('i j k l', 60), at: [{ x: 0.5 }, { x: 0.7 }] });
    expect(asked.reply).toMatchObject({
      ok: true,
      checked: { verdict: 'undecided' },
      result: {
        values: [null, null],
        withheld: [0, 1].map((at) => ({ at, reason: 'The value takes more work than is allowed.' })),
      },
    });
    endsWithin(asked, LIMITS.commandLine, {});
  });

  test('what has no value is no less null, and no reason is made up', () => {
    const { reply } = ask({ text: '\\ln x', at: [{ x: -1 }] });
    expect(reply).toMatchObject({ ok: true, result: { values: [null] } });
    expect(JSON.stringify(reply)).not.toContain('withheld');
  });

  test('what is too long to be read in the work that is allowed is not read', () => {
    const { reply, work } = ask({ text: 'x' + '+1'.repeat(5_000), notation: 'plain' }, 5_000);
    expect(reply).toMatchObject({ ok: false, error: { code: 'limit' } });
    expect(reply.ok ? '' : reply.error.message).toMatch(/^The formula is too long to be read/);
    expect(work.spent).toBe(10_001);
  });

  test('an order that stops on the way says which derivative was reached', () => {
    const { reply } = ask({ text: QUOTIENT, order: 8 }, 40_000);
    expect(reply.ok ? '' : reply.error.message).toMatch(
      /^the \d(st|nd|rd|th) derivative was reached, of [\d,]+ symbols; the \d(st|nd|rd|th) takes more work/,
    );
  });
});

describe('the same answer on every machine', () => {
  const outcome = (request: object, limit: number): string => JSON.stringify(ask(request, limit).reply);
  const QUESTIONS = [
    { text: QUOTIENT, order: 3, at: [{ x: 0.7 }] },
    { text: sums('i j', 60), at: [{ x: 0.5 }] },
    { text: fraction(12) },
    { text: maximum(12) },
  ];
  test.each([5_000, 40_000, LIMITS.commandLine])('however slow its clock, with %i units', (limit) => {
    const before = QUESTIONS.map((q) => outcome(q, limit));
    let late = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (late += 10_000));
    vi.spyOn(Date, 'now').mockImplementation(() => (late += 10_000));
    expect(QUESTIONS.map((q) => outcome(q, limit))).toEqual(before);
  });
});

describe('a request that is cancelled', () => {
  test('before it is read is told so', () => {
    const work = new Watched(LIMITS.commandLine, () => true);
    const reply = new Headless().reply({ text: 'x'.repeat(100), variable: 'x' }, work);
    expect(reply).toMatchObject({ ok: false, error: { message: 'The request was given up.' } });
    expect(work.spent).toBe(100);
  });
  test.each([0, 100, 3_000, 50_000])('after %i units ends soon after', (after) => {
    for (const request of [
      { text: QUOTIENT, order: 6 },
      { text: sums('i j k', 100), at: [{ x: 1 }] },
    ]) {
      const work: Watched = new Watched(LIMITS.commandLine, () => work.spent >= after);
      new Headless().reply({ variable: 'x', ...request }, work);
      expect(work.spent).toBeLessThan(after + MOST_BETWEEN_POLLS);
    }
  });
});

/** Expressions that grow faster than their text. */
const heavy: fc.Arbitrary<{ readonly text: string }> = fc
  .letrec<{ e: string }>((tie) => {
    const count = (least: number, most: number): fc.Arbitrary<number> =>
      fc.integer({ min: least, max: most });
    return {
      e: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('x', 'x^2', '\\sin x', 'e^{x}', '\\ln x', '(1+x^2)'),
        fc.tuple(tie('e'), count(2, 8)).map(([e, n]) => `\\max(${list(n, (i) => `${String(i)} ${e}`, ',')})`),
        fc.tuple(tie('e'), count(10, 200)).map(([e, n]) => `\\sum_{k=1}^{${String(n)}} k ${e}`),
        tie('e').map((e) => `\\int_0^1 t ${e} \\,dt`),
        fc.tuple(tie('e'), count(2, 12)).map(([e, n]) => nested(n, (u) => `x^{${u}}`, e)),
        fc.tuple(tie('e'), tie('e')).map(([a, b]) => `\\frac{${a}}{1+${b}}`),
        fc.tuple(tie('e'), count(2, 10)).map(([e, n]) => nested(n, (u) => `1+\\frac{x}{${u}}`, e)),
        fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a})(${b})`),
      ),
    };
  })
  .e.chain((text) => fc.integer({ min: 1, max: 6 }).map((order) => ({ text, order, at: [{ x: 0.7 }] })));

test('whatever is heavy ends within its count, and asks often whether to go on', () => {
  fc.assert(
    fc.property(heavy, fc.constantFrom(2_000, 20_000, 60_000), (request, limit) => {
      const asked = ask(request, limit);
      endsWithin(asked, limit, request);
      const { reply } = asked;
      if (!reply.ok) expect(reply.error.message).not.toBe('');
    }),
    { seed: 20260101, numRuns: 60 },
  );
});
