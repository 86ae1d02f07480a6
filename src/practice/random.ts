/** Numbers that look random and depend on a seed alone. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, below 1. A step of a counter, its bits mixed (the "mulberry" mix of 32 bits). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(all: readonly T[]): T {
    return all[this.whole(0, all.length - 1)] as T;
  }

  /** Two different ones. */
  two<T>(all: readonly T[]): readonly [T, T] {
    const first = this.whole(0, all.length - 1);
    const second = (first + this.whole(1, all.length - 1)) % all.length;
    return [all[first] as T, all[second] as T];
  }
}
