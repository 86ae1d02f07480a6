/** Nothing that is asked holds the host: between two pauses lies a bounded count of work, whatever the formula is. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { workOf } from '../work.js';
import { HandClock } from './checks.js';
import { HOSTILE_PARTS } from '../../bench/hostileNote.js';
import { readFormula } from '../../corpus/answer.js';
import { CORPUS } from '../../corpus/scalar.js';
import type { Budget } from '../../../src/core/derivation.js';
import { Work } from '../../../src/core/work.js';
import { contentsOf } from '../../../src/editor/panelModel.js';
import { runInSlices, type Clock } from '../../../src/editor/slices.js';
import { LIMITS, type Limit } from '../../../src/service/budgets.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import {
  createService,
  type Answer,
  type DocumentText,
  type Found,
  type Options,
} from '../../../src/service/index.js';
import { done } from '../../../src/steps.js';

/** Units of work done so far, whoever's budget they are charged to. */
let spent = 0;
class Metered extends Work {
  override shouldStop(work = 1): boolean {
    spent += work;
    return super.shouldStop(work);
  }
}
const metered = (limit: Limit): Budget => new Metered(LIMITS[limit]);
vi.mock('../../../src/service/budgets.js', async (original) => ({
  ...(await original<object>()),
  budgetFor: (limit: Limit) => metered(limit),
}));

/** Forty milliseconds, in units of work: the conditions of a maximum of fifty are simplified in one step. */
const MOST_A_STEP = 10_000;
/** Of a command, whose work may come to larger nodes: fifty milliseconds. */
const MOST_OF_A_COMMAND = 12_500;

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };

/** Does the work and notes in `most` what the longest of its steps took. */
function stepped<T>(work: Iterator<unknown, T>, most: Longest): T {
  for (;;) {
    const before = spent;
    const step = work.next();
    most.units = Math.max(most.units, spent - before);
    if (step.done === true) return step.value;
  }
}
interface Longest {
  units: number;
}

/** The longest step of what is asked about a note's first formula, with the work that a hover or a command may do. */
function longestOf(text: string, limit: Limit): number {
  const most = { units: 0 };
  const service = createService();
  const document: DocumentText = { uri: 'n', version: 1, languageId: 'markdown', text };
  stepped(service.prepare(document, OPTIONS)[Symbol.iterator](), most);
  const found = service.at(document, text.search(/\$[^$\n]/) + 1, OPTIONS);
  if (found === null) return most.units;
  const answer = stepped(service.deriveInSteps(found, {}, metered(limit)), most);
  if (answer.ok) shown(answer, most);
  return most.units;
}

function shown(answer: Answer, most: Longest): void {
  stepped(contentsOf(answer), most);
  stepped(answer.plot([0.1, 0.3]), most);
}

function longestOfCheck(text: string): number {
  const most = { units: 0 };
  const document: DocumentText = { uri: 'n', version: 1, languageId: 'markdown', text };
  stepped(
    createService()
      .check(document, OPTIONS, () => metered('claim'))
      [Symbol.iterator](),
    most,
  );
  return most.units;
}

/** A clock that shows work, a unit as four microseconds. */
class WorkClock extends HandClock {
  override now(): number {
    return super.now() + spent * UNIT;
  }
}
const UNIT = 0.004;
/** Milliseconds. */
const MOST_A_SLICE = 50;

/** The longest slice in which the editor does the work, in milliseconds of counted work. */
async function longestSlice(work: Iterator<unknown>): Promise<number> {
  const clock = new WorkClock();
  let longest = 0;
  const sliced: Clock = {
    now: () => clock.now(),
    after: (milliseconds, run) =>
      clock.after(milliseconds, () => {
        const before = spent;
        run();
        longest = Math.max(longest, (spent - before) * UNIT);
      }),
  };
  const ended = new Promise<void>((resolve, reject) => {
    runInSlices(work, sliced, (ending) => {
      if (ending.ok) resolve();
      else reject(new Error(String(ending.error)));
    });
  });
  clock.pass(1_000_000);
  await ended;
  return longest;
}

describe.each(HOSTILE_PARTS)('$name', ({ text }) => {
  test('holds the host for a bounded count of work at a time, steps taken together', async () => {
    const service = createService();
    const document: DocumentText = { uri: 'n', version: 1, languageId: 'markdown', text };
    const check = service.check(document, OPTIONS, () => metered('claim'))[Symbol.iterator]();
    expect(await longestSlice(check)).toBeLessThanOrEqual(MOST_A_SLICE);
  });
  test.each([
    ['hover', MOST_A_STEP],
    ['command', MOST_OF_A_COMMAND],
  ] as const)('answered within the work of a %s', (limit, most) => {
    expect(longestOf(text, limit)).toBeLessThanOrEqual(most);
  });
  test('checked', () => {
    expect(longestOfCheck(text)).toBeLessThanOrEqual(MOST_A_STEP);
  });
});

describe('an order that is a letter', () => {
  const many = (count: number, piece: (k: number) => string, joint: string): string =>
    Array.from({ length: count }, (_, k) => piece(k + 1)).join(joint);
  const LONG = {
    'of a long sum': many(150, (k) => `\\sin(${String(k)}x + ${String(k)})`, ' + '),
    'of a polynomial times an exponential': `(${many(7, (k) => `${String(k)}x^{${String(k % 6)}}`, ' + ')}) e^{3x}`,
    'of slopes that are long to find': many(
      20,
      (k) => `e^{${many(20, (j) => `${String(j + k)}x`, ' + ')}}`,
      ' + ',
    ),
  };
  test.each(Object.entries(LONG))('%s', (_, tex) => {
    const note = `$\\frac{d^n}{dx^n} \\left(${tex}\\right)$`;
    expect(longestOf(note, 'hover')).toBeLessThanOrEqual(MOST_A_STEP / 2);
    expect(stepsOf(note)).toBeGreaterThan(100);
  });
  /** How many steps the derivation has. */
  function stepsOf(text: string): number {
    const service = createService();
    const document: DocumentText = { uri: 'n', version: 1, languageId: 'markdown', text };
    const found = service.at(document, 1, OPTIONS);
    return found ? [...service.deriveInSteps(found, {}, metered('hover'))].length : 0;
  }
});

test.each(Object.values(CORPUS).flat())('(%s)′', (text) => {
  const note = `$${printLatex(readFormula(text))}$`;
  expect(longestOf(note, 'hover')).toBeLessThanOrEqual(MOST_A_STEP);
});

describe('no step of reading a note reads it as a whole:', () => {
  /** The blocks of code that the longest step of reading what a note defines runs through. */
  const longest = (text: string): number => {
    const document: DocumentText = { uri: 'n', version: 1, languageId: 'markdown', text };
    const work = createService().prepare(document, OPTIONS)[Symbol.iterator]();
    const steps: number[] = [];
    const state = { isOver: false };
    const step = (): void => {
      state.isOver = work.next().done === true;
    };
    for (let k = 0; !state.isOver; k++) {
      // Thousands of steps are alike: counting each of them takes minutes.
      if (k < FIRST || k % EVERY === 0) steps.push(workOf(step));
      else step();
    }
    return Math.max(...steps);
  };
  test.each([
    ['formulas on one line', (size: number) => '$ a $ '.repeat(size), 4_000],
    ['a table', (size: number) => `| $x$ | b |\n| - | - |\n${'| $x^2$ | \\| |\n'.repeat(size)}`, 160],
    ['paragraphs', (size: number) => 'so $x^2$ it is\n\n'.repeat(size), 2_000],
  ])('%s', (_, note, size) => {
    expect(longest(note(size))).toBeLessThan(PUT_DOWN * size);
  });
  /** What it takes to put a formula down where it lies, which is done for all of a block at once; to read one takes hundreds. */
  const PUT_DOWN = 50;
  /** Steps that are counted: the first ones, and then some. */
  const FIRST = 200;
  const EVERY = 9;
});

describe('a command on code', () => {
  const service = createService();
  beforeAll(() => service.load());
  const WAYS = {
    derivative: (found: Found) => service.writeDerivativeInSteps(found, {}, metered('command')),
    gradient: (found: Found) => service.writeGradientInSteps(found, metered('command')),
  };
  const found = (text: string): Found => {
    const uri = `file:///${String(text.length)}.js`;
    const at = service.codeAt({ uri, version: 1, languageId: 'javascript', text }, text.search(/\bf\b/));
    if (!at) throw new Error('no function');
    return at;
  };
  const locals = (n: number): string =>
    Array.from({ length: n }, (_, k) => `  const a${String(k + 1)} = Math.sin(a${String(k)} * y);\n`).join(
      '',
    );
  const HOSTILE = {
    'of many locals': `function f(x, y) {\n  const a0 = x;\n${locals(60)}  return a60;\n}\n`,
    'of many parameters': `const f = (${'abcdefghijklmnop'.split('').join(', ')}) => ${'abcdefghijklmnop'.split('').join(' * ')};\n`,
    'of a long product': `const f = (x, y) => ${Array.from({ length: 60 }, (_, k) => `(x + ${String(k)} * y)`).join(' * ')};\n`,
    'of a large maximum': `const f = (x, y) => Math.max(${Array.from({ length: 40 }, (_, k) => `x * ${String(k)} + y`).join(', ')});\n`,
  };
  describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
    test.each(Object.entries(WAYS))('writes the %s in short steps', (__, write) => {
      const most = { units: 0 };
      stepped(write(found(text)), most);
      expect(most.units).toBeLessThanOrEqual(MOST_OF_A_COMMAND);
    });
  });
  test('writes and checks what it writes, however long the file is', () => {
    const work = (others: number): number => {
      const text = `${HOSTILE['of many locals']}${'let z = 1;\n'.repeat(others)}`;
      const target = found(text);
      return workOf(() => done(WAYS.derivative(target)));
    };
    work(10);
    expect(work(20_000)).toBeLessThan(1.5 * work(10));
  });
});
