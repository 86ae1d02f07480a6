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

/** The function, its time counted to a part; within a part nothing is counted to another. Functions it gives are too. */
export function watched<A extends unknown[], R>(part: string, f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (current !== null) return f(...args);
    current = part;
    const before = process.cpuUsage();
    try {
      const result = f(...args);
      return typeof result === 'function'
        ? (watched(part, result as (...a: unknown[]) => unknown) as R)
        : result;
    } finally {
      const { user, system } = process.cpuUsage(before);
      parts[part] = (parts[part] ?? 0) + user + system;
      current = null;
    }
  };
}
