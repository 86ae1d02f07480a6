/** Which document is checked when: after typing pauses, one at a time, in slices. Knows nothing of VS Code. */
import { runInSlices, type Clock } from './slices.js';

/** The work on a document, by its key; null where there is nothing to do any more. */
export type StartWork = (key: string) => Iterator<unknown> | null;

export class CheckQueue {
  /** Documents whose typing pause is awaited. */
  readonly #waiting = new Map<string, () => void>();
  /** Documents that are due, in order. */
  readonly #due = new Set<string>();
  #running: { readonly key: string; readonly cancel: () => void } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly start: StartWork,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Checks the document after a pause; a check of it that is under way, or due, is given up. Costs no more than a timer. */
  schedule(key: string, pause: number): void {
    this.forget(key);
    const cancel = this.clock.after(pause, () => {
      this.#waiting.delete(key);
      this.#due.add(key);
      this.#next();
    });
    this.#waiting.set(key, cancel);
  }

  /** Gives up what is planned for the document or under way. */
  forget(key: string): void {
    this.#waiting.get(key)?.();
    this.#waiting.delete(key);
    this.#due.delete(key);
    if (this.#running?.key !== key) return;
    this.#running.cancel();
    this.#running = null;
    // Whoever calls this may be on the way of a keystroke: what is due begins on its own time.
    if (this.#due.size > 0) this.clock.after(0, () => this.#next());
  }

  clear(): void {
    const keys = [...this.#waiting.keys(), ...this.#due, this.#running?.key ?? ''];
    for (const key of keys) this.forget(key);
  }

  /** Whether nothing is planned or under way. */
  get idle(): boolean {
    return this.#waiting.size === 0 && this.#due.size === 0 && this.#running === null;
  }

  #next(): void {
    if (this.#running !== null) return;
    const [key] = this.#due;
    if (key === undefined) return;
    this.#due.delete(key);
    const work = this.#started(key);
    if (work === null) this.#next();
    else this.#run(key, work);
  }

  /** What cannot even be started is told, and does not keep the others waiting. */
  #started(key: string): Iterator<unknown> | null {
    try {
      return this.start(key);
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  #run(key: string, work: Iterator<unknown>): void {
    const cancel = runInSlices(work, this.clock, (ending) => {
      this.#running = null;
      if (!ending.ok) this.failed(ending.error);
      this.#next();
    });
    this.#running = { key, cancel };
  }
}
