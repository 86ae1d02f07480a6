/** Work that can be done at once or a few milliseconds at a time: it pauses at every yield. */

/** Work whose pauses carry nothing, and whose result comes at the end. */
export type Steps<T> = Generator<null, T, undefined>;

/** What is there without any work. */
export function* ready<T>(result: T): Steps<T> {
  yield null;
  return result;
}

/** Does all of the work at once. */
export function done<T>(work: Generator<unknown, T, undefined>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
