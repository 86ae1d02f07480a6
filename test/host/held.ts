/** How long the extension host is held at a time: by the clock, and of the processor's time of its own thread. */
import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

/** Milliseconds on the clock, and of a processor: less where other programs had it in between. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

export interface Held extends Took {
  /** When it began, on the host's clock. */
  readonly at: number;
}

/** When it began, and how many milliseconds it took. */
export interface Pause {
  readonly at: number;
  readonly time: number;
}

/**
 * Started now; gives what has passed since. Where Node cannot tell one thread from the others, all of them count, so
 * that it never says too little.
 */
export function stopwatch(): () => Held {
  const [started, before] = [performance.now(), processorTime()];
  return () => {
    const [clock, processor] = [performance.now() - started, processorTime() - before];
    return { at: started, clock, processor: Math.min(clock, processor) };
  };
}

/** Milliseconds that a thread, or the process, has had a processor. */
function processorTime(): number {
  const { user, system } = ownThread?.() ?? process.cpuUsage();
  return (user + system) / 1_000;
}
const ownThread = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.bind(process);

/** Whether the host's Node tells its own thread from the others. */
export const COUNTS_OWN_THREAD = ownThread !== undefined;

/** The longest holds of a time. */
export interface Longest {
  /** In which nothing was collected. */
  readonly working: Took;
  /** With a pause of the garbage collector in them, whoever's garbage it was. */
  readonly collecting: Took;
}

/**
 * The longest holds while something is done. A timer that is always due again rings between everything that the host
 * runs: from one ring to the next nothing else had its turn.
 */
export async function longestHeld(work: () => Promise<void>): Promise<Longest> {
  const pauses = watchPauses();
  const held: Held[] = [];
  const state = { isOver: false, took: stopwatch(), timer: setTimeout(ring, 0) };
  function ring(): void {
    const last = state.took();
    if (last.clock > WORTH_TELLING) held.push(last);
    state.took = stopwatch();
    if (!state.isOver) state.timer = setTimeout(ring, 0);
  }
  try {
    await work();
    // What is still due is heard, and the collector's pauses are told.
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    state.isOver = true;
    clearTimeout(state.timer);
  }
  const collected = pauses().filter(({ time }) => time > WORTH_TELLING);
  const isCollecting = (took: Held): boolean => collected.some((pause) => isWithin(pause, took));
  return {
    working: longestOf(held.filter((took) => !isCollecting(took))),
    collecting: longestOf(held.filter(isCollecting)),
  };
}
/** Milliseconds: what is shorter holds no one up. */
const WORTH_TELLING = 2;

const longestOf = (held: readonly Held[]): Took => ({
  clock: Math.max(0, ...held.map(({ clock }) => clock)),
  processor: Math.max(0, ...held.map(({ processor }) => processor)),
});

const isWithin = (pause: Pause, took: Held): boolean =>
  took.at <= pause.at + pause.time && pause.at < took.at + took.clock;

/** The garbage collector's pauses from now until the list is asked for; those that are ordered are left out. */
export function watchPauses(): () => readonly Pause[] {
  const pauses: Pause[] = [];
  const take = (entries: readonly PerformanceEntry[]): void => {
    for (const entry of entries) {
      const { flags = 0 } = (entry as { readonly detail?: { readonly flags?: number } }).detail ?? {};
      if ((flags & FORCED) === 0) pauses.push({ at: entry.startTime, time: entry.duration });
    }
  };
  const observer = new PerformanceObserver((list) => {
    take(list.getEntries());
  });
  observer.observe({ entryTypes: ['gc'] });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return pauses;
  };
}
const FORCED = constants.NODE_PERFORMANCE_GC_FLAGS_FORCED;
