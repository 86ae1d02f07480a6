/** A map that keeps what was asked for last, as much as its bounds allow. */

/** How much is kept at most; what was asked for last of all is kept whatever it weighs. */
export interface CacheBounds<T> {
  readonly entries: number;
  /** Of all entries together, in whatever unit `weigh` counts. */
  readonly weight: number;
  weigh(value: T, key: string): number;
}

export class Recent<T> {
  private readonly known = new Map<string, { readonly value: T; readonly weight: number }>();
  private most: number;
  private total = 0;

  constructor(readonly bounds: CacheBounds<T>) {
    this.most = bounds.entries;
  }

  /** Entries kept now. */
  get size(): number {
    return this.known.size;
  }

  /** What they weigh. */
  get weight(): number {
    return this.total;
  }

  /** From now on at least so many are kept, where their weight allows it. */
  makeRoom(entries: number): void {
    this.most = Math.max(this.most, entries);
  }

  get(key: string): T | undefined {
    const found = this.known.get(key);
    if (found === undefined) return undefined;
    this.known.delete(key);
    this.known.set(key, found);
    return found.value;
  }

  set(key: string, value: T): void {
    this.drop(key);
    const weight = this.bounds.weigh(value, key);
    this.known.set(key, { value, weight });
    this.total += weight;
    this.trim();
  }

  private trim(): void {
    for (const key of this.known.keys()) {
      if (this.size <= 1 || (this.size <= this.most && this.total <= this.bounds.weight)) return;
      this.drop(key);
    }
  }

  private drop(key: string): void {
    this.total -= this.known.get(key)?.weight ?? 0;
    this.known.delete(key);
  }
}
