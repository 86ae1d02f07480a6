/** Claims made by hand, and a clock that is moved by hand, for tests of the checking in the editor. */
import type { Clock } from '../../../src/editor/slices.js';
import type { CheckedClaim } from '../../../src/service/service.js';

/** A text with ⟦…⟧ round a claim, ⟪ before its delimiter and «…» round its wrong side, all taken out. */
export function claimed(
  input: string,
  traits: Partial<CheckedClaim> = {},
): { readonly text: string; readonly claim: CheckedClaim } {
  const text = input.replace(MARKS, '');
  const offset = (mark: string): number => input.slice(0, input.indexOf(mark)).replace(MARKS, '').length;
  const rightPlace = input.includes('«') ? { from: offset('«'), to: offset('»') } : null;
  const from = input.includes('⟦') ? offset('⟦') : 0;
  const to = input.includes('⟧') ? offset('⟧') : text.length;
  const claim: CheckedClaim = {
    from,
    to,
    outerFrom: input.includes('⟪') ? offset('⟪') : from,
    outerTo: to,
    tex: text.slice(from, to),
    verdict: 'false',
    quoted: false,
    evident: true,
    message: 'Wrong.',
    expected: '2x',
    link: 1,
    links: 1,
    rightPlace,
    mistake: null,
    counterexample: null,
    ...traits,
  };
  return { text, claim };
}
const MARKS = /[«»⟦⟧⟪]/g;

/** A clock whose time passes when it is told to, or when work says that it has taken some. */
export class HandClock implements Clock {
  #now = 0;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  /** How long each timer's call held everything else up. */
  readonly held: number[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Work that takes so long. */
  takes(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Lets so much time pass, and runs what is due in it, in order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      const started = this.#now;
      next.run();
      this.held.push(this.#now - started);
    }
    this.#now = Math.max(this.#now, end);
  }
}
