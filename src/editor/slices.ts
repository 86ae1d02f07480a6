/** Long work done in slices, so that everything else of the extension host gets its turn. Knows nothing of VS Code. */

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Runs it after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock of either host: of the timers, only setTimeout is there in both. */
export const HOST_CLOCK: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** After this a slice ends with the step it is in, which may take another 8 ms. */
export const SLICE = 4;
const PAUSE = 1;

/** How work ended: done, or with what was thrown. */
export type Ending = { readonly ok: true } | { readonly ok: false; readonly error: unknown };

/** Steps through the work in slices with pauses between them; the returned function leaves it off. */
export function runInSlices(
  work: Iterator<unknown>,
  clock: Clock,
  ended: (ending: Ending) => void,
): () => void {
  let cancel = clock.after(0, slice);
  return () => {
    cancel();
    work.return?.();
  };

  function slice(): void {
    const ending = advance(work, clock);
    if (ending === null) cancel = clock.after(PAUSE, slice);
    else ended(ending);
  }
}

/** Steps until the slice is over; null where there is more to do. */
function advance(work: Iterator<unknown>, clock: Clock): Ending | null {
  const end = clock.now() + SLICE;
  try {
    do {
      if (work.next().done === true) return { ok: true };
    } while (clock.now() < end);
    return null;
  } catch (error) {
    return { ok: false, error };
  }
}
