import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../src/headless/checkFile.js';
import { claimBudget } from '../../../src/service/budgets.js';
import { createService } from '../../../src/service/index.js';
import type { Budget, DocumentText, Options } from '../../../src/service/service.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const document = (text: string): DocumentText => ({
  uri: 'untitled:1',
  version: 1,
  languageId: 'markdown',
  text,
});
const times = (n: number, part: (i: number) => string, joint = ''): string =>
  Array.from({ length: n }, (_, i) => part(i + 1)).join(joint);

/** Claims that take long, and how they come out. */
const HARD: readonly (readonly [name: string, claim: string, verdict: string])[] = [
  ['a long sum', `$\\frac{d}{dx}(${times(30, (i) => `x^{${i}}`, '+')}) = 1$`, 'false'],
  ['a long product', `$\\frac{d}{dx} ${times(6, (i) => `\\sin(${i} x) `)} = \\cos x$`, 'false'],
  ['a deep nesting', `$\\frac{d}{dx} ${'\\sin('.repeat(8)}x${')'.repeat(8)} = x$`, 'false'],
  ['a maximum of many', `$\\frac{d}{dx} \\max(${times(50, (i) => `x^{${i}}`, ',')}) = x$`, 'false'],
  ['a limit', '$\\frac{\\partial f}{\\partial x} = \\lim_{h \\to 0} \\frac{f(x+h, y) - f(x, y)}{h}$', 'true'],
  ['a high order', '$\\frac{d^3}{dx^3} \\frac{\\ln x}{x^2+1} = e^x$', 'false'],
  [
    'a sum of many terms',
    '$\\frac{d}{dx} \\sum_{k=1}^{900} \\frac{x^k}{k} = \\sum_{k=1}^{900} x^{k-1}$',
    'true',
  ],
  [
    'sums within sums',
    '$\\frac{d}{dx} \\sum_{k=1}^{300} \\sum_{j=1}^{300} \\frac{x^k}{kj} = \\sum_{k=1}^{900} x^{k-1}$',
    'undecided',
  ],
];

/** The most work done between two pauses of the check, in units of the budget. */
function longestStep(text: string): number {
  let [work, longest] = [0, 0];
  const counting = (): Budget => {
    const own = claimBudget();
    return { nodes: own.nodes, shouldStop: (n = 1) => ((work += n), own.shouldStop(n)) };
  };
  const check = createService().check(document(text), OPTIONS, counting)[Symbol.iterator]();
  while (check.next().done !== true) {
    longest = Math.max(longest, work);
    work = 0;
  }
  return longest;
}

describe('a claim that takes long', () => {
  test.each(HARD)('%s has its verdict', (_, claim, verdict) => {
    expect(checkFile('note.md', claim).map((c) => c.verdict)).toEqual([verdict]);
  });
  test.each(HARD)('%s is judged in short steps', (_, claim) => {
    // Thirty milliseconds on an ordinary machine: one derivative is taken and tidied without a pause.
    expect(longestStep(claim)).toBeLessThan(8_000);
  });
});

test('editor and command line give a claim the same verdict, however slow the machine', () => {
  for (const [, claim] of HARD) {
    const inEditor = [...createService().check(document(claim), OPTIONS)].filter((c) => c !== null);
    const onCommandLine = checkFile('note.md', claim);
    expect(inEditor.map((c) => c.message)).toEqual(onCommandLine.map((c) => c.message));
  }
});

test('a budget is spent by work and not by time', () => {
  const spent = (work: number): number => {
    const budget = claimBudget();
    let polls = 0;
    while (!budget.shouldStop(work)) polls++;
    return polls;
  };
  expect(spent(1)).toBe(50_000);
  expect(spent(100)).toBe(500);
});
