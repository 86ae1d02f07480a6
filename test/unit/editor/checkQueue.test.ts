import { describe, expect, test } from 'vitest';
import { CheckQueue } from '../../../src/editor/checkQueue.js';
import { inSlices, REST, runInSlices, SLICE } from '../../../src/editor/slices.js';
import { HandClock } from './checks.js';

const PAUSE = 400;

interface Trial {
  readonly clock: HandClock;
  readonly queue: CheckQueue;
  /** What happened: "a+" a check began, "a." it was done, "a-" it was left off. */
  readonly log: string[];
  readonly failures: unknown[];
}

/** A queue whose checks take so many steps of a millisecond each. */
function trial(steps: number, failing = ''): Trial {
  const [clock, log, failures] = [new HandClock(), new Array<string>(), new Array<unknown>()];
  function* work(key: string): Generator {
    let done = false;
    log.push(`${key}+`);
    try {
      for (let i = 0; i < steps; i++) {
        clock.takes(1);
        yield;
        if (key === failing) throw new Error(key);
      }
      done = true;
    } finally {
      log.push(`${key}${done ? '.' : '-'}`);
    }
  }
  const queue = new CheckQueue(
    clock,
    (key) => (key === 'gone' ? null : work(key)),
    (error) => failures.push(error),
  );
  return { clock, queue, log, failures };
}

describe('a document is checked', () => {
  test('once typing pauses, and not before', () => {
    const { clock, queue, log } = trial(3);
    for (let i = 0; i < 10; i++) {
      queue.schedule('a', PAUSE);
      clock.pass(PAUSE - 1);
      expect(log).toEqual([]);
    }
    clock.pass(20);
    expect(log).toEqual(['a+', 'a.']);
    expect(queue.idle).toBe(true);
  });
  test('again from the beginning where an edit comes in between', () => {
    const { clock, queue, log } = trial(100);
    queue.schedule('a', PAUSE);
    clock.pass(PAUSE + 20);
    expect(log).toEqual(['a+']);
    queue.schedule('a', PAUSE);
    expect(log).toEqual(['a+', 'a-']);
    clock.pass(PAUSE + 300);
    expect(log).toEqual(['a+', 'a-', 'a+', 'a.']);
  });
  test('after another one that is under way', () => {
    const { clock, queue, log } = trial(50);
    queue.schedule('a', PAUSE);
    queue.schedule('b', PAUSE);
    clock.pass(PAUSE + 500);
    expect(log).toEqual(['a+', 'a.', 'b+', 'b.']);
  });
  test('while another one is being typed in', () => {
    const { clock, queue, log } = trial(100);
    queue.schedule('a', PAUSE);
    clock.pass(PAUSE + 5);
    for (let i = 0; i < 30; i++) {
      queue.schedule('b', PAUSE);
      clock.pass(10);
    }
    expect(log).toEqual(['a+', 'a.']);
  });
  test('no more once it is closed: before its turn, in the queue, under way', () => {
    const { clock, queue, log } = trial(100);
    for (const key of ['a', 'b', 'c']) queue.schedule(key, PAUSE);
    queue.forget('c');
    clock.pass(PAUSE + 5);
    queue.forget('b');
    queue.forget('a');
    clock.pass(1_000);
    expect(log).toEqual(['a+', 'a-']);
    expect(queue.idle).toBe(true);
  });
  test('though the one before it fails or is gone', () => {
    const { clock, queue, log, failures } = trial(2, 'a');
    for (const key of ['a', 'gone', 'b']) queue.schedule(key, PAUSE);
    clock.pass(PAUSE + 50);
    expect(log).toEqual(['a+', 'a-', 'b+', 'b.']);
    expect(failures).toEqual([new Error('a')]);
  });
  test('when one under way is closed, the next one has its turn', () => {
    const { clock, queue, log } = trial(50);
    queue.schedule('a', PAUSE);
    queue.schedule('b', PAUSE);
    clock.pass(PAUSE + 5);
    queue.forget('a');
    // Nothing begins on the way of a keystroke.
    expect(log).toEqual(['a+', 'a-']);
    clock.pass(200);
    expect(log).toEqual(['a+', 'a-', 'b+', 'b.']);
  });
});

describe('slices', () => {
  test.each([
    ['steps of 1 ms', 1, 200],
    ['steps of 3 ms', 3, 60],
    ['the longest steps that are allowed', 8, 20],
  ])('%s hold nothing up for longer than a slice and a step', (_, step, count) => {
    const clock = new HandClock();
    let done = 0;
    function* work(): Generator {
      for (let i = 0; i < count; i++, done++) {
        clock.takes(step);
        yield;
      }
    }
    const endings: unknown[] = [];
    runInSlices(work(), clock, (ending) => endings.push(ending));
    expect(done).toBe(0);
    clock.pass(10_000);
    expect(done).toBe(count);
    expect(endings).toEqual([{ ok: true }]);
    expect(clock.held.length).toBeGreaterThan(5);
    expect(Math.max(...clock.held)).toBeLessThan(SLICE + step);
  });
  test('a long step has a slice of its own', () => {
    const clock = new HandClock();
    function* work(): Generator {
      clock.takes(3);
      yield REST;
      clock.takes(8);
      yield;
    }
    runInSlices(work(), clock, () => undefined);
    clock.pass(100);
    expect(clock.held.slice(0, 2)).toEqual([3, 8]);
  });
});

describe('work that is waited for', () => {
  function* work(clock: HandClock, steps: number): Generator {
    for (let i = 0; i < steps; i++) {
      clock.takes(1);
      yield;
    }
  }
  test('is done at once where it is short', async () => {
    const clock = new HandClock();
    expect(await inSlices(work(clock, 2), clock, { isCancellationRequested: false })).toBe(true);
  });
  test('goes on in slices where it is long', async () => {
    const clock = new HandClock();
    const done = inSlices(work(clock, 50), clock, { isCancellationRequested: false });
    expect(clock.now()).toBeLessThan(SLICE + 1);
    clock.pass(500);
    expect(await done).toBe(true);
    expect(Math.max(...clock.held)).toBeLessThan(SLICE + 1);
  });
  test('is left off when nobody waits any more', async () => {
    const clock = new HandClock();
    const token = { isCancellationRequested: false };
    let steps = 0;
    const counted = function* (): Generator {
      for (const step of work(clock, 50)) {
        steps++;
        yield step;
      }
    };
    const done = inSlices(counted(), clock, token);
    token.isCancellationRequested = true;
    clock.pass(500);
    expect(await done).toBe(false);
    expect(steps).toBeLessThan(2 * SLICE);
  });
  test('fails as the work does', async () => {
    const clock = new HandClock();
    const failing = function* (): Generator {
      yield* work(clock, 20);
      throw new Error('failed');
    };
    const done = inSlices(failing(), clock, { isCancellationRequested: false });
    clock.pass(500);
    await expect(done).rejects.toThrow('failed');
  });
});
