/** Expressions that are plain numbers by way of constants and locals. */
import { compile, type Expr } from '../../core/index.js';

/** What a name stands for; null for one that varies. */
type Lookup = (id: string) => Expr | null;

/** Works out numbers, each name once. */
export class Constants {
  private readonly known = new Map<string, number | null>();
  constructor(private readonly lookup: Lookup) {}

  /** The value; null where it depends on anything that varies, or is no finite number. */
  of(e: Expr): number | null {
    if (e.kind === 'num') return e.value.toNumber();
    const ids = [...e.free];
    const values = ids.map((id) => this.named(id));
    if (values.some((v) => v === null)) return null;
    const value = compile(e, ids)(...values.map(Number));
    return Number.isFinite(value) ? value : null;
  }

  private named(id: string): number | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    // While it is worked out it has no value: nothing is defined by itself.
    this.known.set(id, null);
    const e = this.lookup(id);
    const value = e && this.of(e);
    if (e) this.known.set(id, value);
    else this.known.delete(id);
    return value;
  }
}
