/** Where the time of a reply goes: functions that are watched, and what each part has taken. */

/** Microseconds of the processor by part. */
export type Parts = Readonly<Record<string, number>>;

let parts: Record<string, number> = {};
let current: string | null = null;

/** What the parts have taken since this was last asked. */
export function takeParts(): Parts {
  const taken = parts;
  parts = {};
  return taken;
}

/**
 * The function, its time counted to a part; within a part nothing is counted to another. Functions and steps that it
 * gives are too.
 */
export function watched<A extends unknown[], R>(part: string, f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const result = timed(part, () => f(...args));
    if (typeof result === 'function') return watched(part, result as (...a: unknown[]) => unknown) as R;
    return isSteps(result) ? (steps(part, result) as R) : result;
  };
}

function timed<R>(part: string, work: () => R): R {
  if (current !== null) return work();
  current = part;
  const before = process.cpuUsage();
  try {
    return work();
  } finally {
    const { user, system } = process.cpuUsage(before);
    parts[part] = (parts[part] ?? 0) + user + system;
    current = null;
  }
}

function* steps(part: string, of: Generator<unknown, unknown>): Generator<unknown, unknown> {
  for (;;) {
    const { done, value } = timed(part, () => of.next());
    if (done === true) return value;
    yield value;
  }
}

const isSteps = (value: unknown): value is Generator<unknown, unknown> =>
  Object.prototype.toString.call(value) === '[object Generator]';
