/** Requests that are given up at each of the places where they ask whether they are. */
import { describe, expect, test } from 'vitest';
import { budget } from '../../../src/editor/patience.js';
import { hoverContent } from '../../../src/editor/hoverContent.js';
import { resultInSlices, type Clock } from '../../../src/editor/slices.js';
import { done, ready } from '../../../src/steps.js';
import { createService } from '../../../src/service/index.js';
import type { Answer, Budget, DocumentText, Options, ServiceRefusal } from '../../../src/service/service.js';
import { HandClock } from './checks.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const TEXT = 'Let $g(x) = x^2 + 1$, so $\\frac{x \\sin(x^2)}{g(x)}$ it is.';
const note = (version: number): DocumentText => ({
  uri: 'file:///n.md',
  version,
  languageId: 'markdown',
  text: TEXT,
});
const PLACE = TEXT.indexOf('\\sin');

/** A budget that is given up at its poll of that number, and how often it was asked. */
function givenUpAt(poll: number): Budget & { polls: number } {
  const counting = {
    nodes: 1_000,
    polls: 0,
    shouldStop: () => ++counting.polls >= poll,
  };
  return counting;
}

const service = createService();
const whole = (): Answer | ServiceRefusal => {
  const found = service.at(note(1), PLACE, OPTIONS);
  return found === null ? expect.unreachable() : service.derive(found, {}, budget('command'));
};

describe('an answer that is given up', () => {
  const counted = givenUpAt(Infinity);
  const first = service.at(note(1), PLACE, OPTIONS);
  if (first !== null) service.derive(first, {}, counted);
  const { polls } = counted;
  test('asks often whether it is', () => {
    expect(polls).toBeGreaterThan(50);
  });

  const places = [
    ...Array.from({ length: 40 }, (_, k) => k + 1),
    ...[0.25, 0.5, 0.75, 0.9, 1].map((p) => Math.floor(p * polls)),
  ];
  test.each(places)('at poll %i is not kept, and ends soon', (poll) => {
    const found = service.at(note(1), PLACE, OPTIONS);
    if (found === null) return expect.unreachable();
    const cut = givenUpAt(poll);
    service.derive(found, {}, cut);
    // Each stage that is left asks once or twice more, and does no work.
    expect(cut.polls - poll).toBeLessThan(200);
    // The same place asked again, as the command does after a hover.
    const again = service.derive(found, {}, budget('command'));
    const expected = whole();
    expect(again.ok && expected.ok && [again.tex, again.check]).toEqual(
      expected.ok && [expected.tex, expected.check],
    );
  });
});

describe('work in slices', () => {
  function* steps(count: number, clock: HandClock, log: number[]): Generator<unknown, string, undefined> {
    for (let k = 0; k < count; k++) {
      clock.takes(3);
      log.push(k);
      yield;
    }
    return 'result';
  }
  const trial = async (cancelAfter: number): Promise<{ result: string | null; steps: number }> => {
    const [clock, log] = [new HandClock(), new Array<number>()];
    const token = {
      get isCancellationRequested() {
        return log.length >= cancelAfter;
      },
    };
    const pending = resultInSlices(steps(50, clock, log), clock satisfies Clock, token);
    clock.pass(1_000);
    return { result: await pending, steps: log.length };
  };
  test('has its result', async () => {
    expect(await trial(Infinity)).toEqual({ result: 'result', steps: 50 });
  });
  test.each([0, 1, 2, 3, 10, 49])(
    'that is given up after %i steps has none, and goes on for a slice at most',
    async (n) => {
      const { result, steps } = await trial(n);
      expect(result).toBeNull();
      expect(steps).toBeLessThanOrEqual(n + 3);
    },
  );
});

test('the text of a hover is made in several steps', () => {
  const answer = whole();
  if (!answer.ok) return expect.unreachable();
  const found = service.at(note(1), PLACE, OPTIONS);
  if (found === null) return expect.unreachable();
  const artist = { width: () => 900, formula: () => null, words: () => '', plot: () => ready(null) };
  const target = { uri: 'n', version: 1, from: 0, to: 0 };
  const making = hoverContent(
    { answer, found, target, withPlot: true, writable: true, verdict: null },
    artist,
  );
  expect([...making].length).toBeGreaterThanOrEqual(3);
  expect(done(service.deriveInSteps(found, {}, budget('command')))).toMatchObject({ ok: true });
});
