/** How long the extension host is held at a time: by the clock, and of the processor's time of its own thread. */

/** Milliseconds on the clock, and of a processor: less where other programs had it in between. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

export interface Held extends Took {
  /** When it began, on the host's clock. */
  readonly at: number;
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

/**
 * The longest holds while something is done. A timer that is always due again rings between everything that the host
 * runs: from one ring to the next nothing else had its turn.
 */
export async function longestHeld(work: () => Promise<void>): Promise<Took> {
  const longest = { clock: 0, processor: 0 };
  const state = { isOver: false, took: stopwatch(), timer: setTimeout(ring, 0) };
  function ring(): void {
    const { clock, processor } = state.took();
    longest.clock = Math.max(longest.clock, clock);
    longest.processor = Math.max(longest.processor, processor);
    state.took = stopwatch();
    if (!state.isOver) state.timer = setTimeout(ring, 0);
  }
  try {
    await work();
    // What is still due is heard.
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    state.isOver = true;
    clearTimeout(state.timer);
  }
  return longest;
}
