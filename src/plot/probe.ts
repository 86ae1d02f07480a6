/** A function as the sampler asks it: counted, never throwing, and finite or NaN. */
import type { RealFunction } from './interval.js';

/** Overflow and infinities are this large: still a number, so that signs and differences go on working. */
export const HUGE = 1e300;

export class Probe {
  private count = 0;

  constructor(
    private readonly f: RealFunction,
    private readonly limit: number,
  ) {}

  /** The value at x, infinities as ±HUGE; NaN where there is none, and once the budget is spent. */
  at(x: number): number {
    if (this.count >= this.limit) return NaN;
    this.count++;
    const y = this.f(x);
    return y > HUGE ? HUGE : y < -HUGE ? -HUGE : y;
  }

  /** Whether fewer evaluations are left than the share of the budget named. */
  isBelow(share: number): boolean {
    return this.limit - this.count < this.limit * share;
  }

  get evaluations(): number {
    return this.count;
  }
}
