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

/** What a step yields where the next one is long: it gets a slice of its own. */
export const REST = Symbol('rest');

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
    for (;;) {
      const step = work.next();
      if (step.done === true) return { ok: true };
      if (step.value === REST || clock.now() >= end) return null;
    }
  } catch (error) {
    return { ok: false, error };
  }
}

/** Does the work in slices, the first of them at once; false where the request was given up before it was done. */
export function inSlices(
  work: Iterator<unknown>,
  clock: Clock,
  token: { readonly isCancellationRequested: boolean },
): Promise<boolean> {
  const first = advance(work, clock);
  if (first !== null) return settled(first, token);
  return new Promise((resolve, reject) => {
    runInSlices(untilCancelled(work, token), clock, (ending) => {
      settled(ending, token).then(resolve, reject);
    });
  });
}

/** What the work comes to, done in the same way; null where the request was given up before it was done. */
export async function resultInSlices<T>(
  work: Generator<unknown, T, undefined>,
  clock: Clock,
  token: { readonly isCancellationRequested: boolean },
): Promise<T | null> {
  const results: T[] = [];
  const kept = function* (): Generator {
    results.push(yield* work);
  };
  return (await inSlices(kept(), clock, token)) ? (results[0] ?? null) : null;
}

/** A token for work that is never given up. */
export const NEVER = { isCancellationRequested: false };

function settled(ending: Ending, token: { readonly isCancellationRequested: boolean }): Promise<boolean> {
  if (ending.ok) return Promise.resolve(!token.isCancellationRequested);
  return Promise.reject(ending.error instanceof Error ? ending.error : new Error(String(ending.error)));
}

function* untilCancelled(
  work: Iterator<unknown>,
  token: { readonly isCancellationRequested: boolean },
): Generator {
  for (let step = work.next(); step.done !== true; step = work.next()) {
    if (token.isCancellationRequested) return;
    yield step.value;
  }
}
