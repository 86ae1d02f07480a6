/** A map that keeps what was asked for last. */
export class Recent<T> {
  private readonly known = new Map<string, T>();

  /** `most`: entries kept. */
  constructor(private most: number) {}

  /** Entries kept now. */
  get size(): number {
    return this.known.size;
  }

  /** From now on at least so many are kept. */
  makeRoom(most: number): void {
    this.most = Math.max(this.most, most);
  }

  get(key: string): T | undefined {
    const found = this.known.get(key);
    if (found !== undefined) {
      this.known.delete(key);
      this.known.set(key, found);
    }
    return found;
  }

  set(key: string, value: T): void {
    this.known.set(key, value);
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value ?? '');
  }
}
