/** How many entries vectors and matrices have, as far as formulas say which of these numbers are the same. */

/** A class of equal lengths; 0 is that of the length one, which scalars have in both directions. */
export type Length = number;
export const UNIT: Length = 0;

/** Rows and columns: a vector is a column, its transpose a row. */
export interface Type {
  readonly rows: Length;
  readonly cols: Length;
}
export const SCALAR: Type = { rows: UNIT, cols: UNIT };

/** Lengths that become the same as formulas say so; a length that nothing fixes is never one. */
export class Lengths {
  private readonly above: Length[] = [UNIT];
  private readonly known = new Map<Length, number>([[UNIT, 1]]);

  /** A length of its own; with its number, where that is known. */
  fresh(size?: number): Length {
    const made = this.above.push(this.above.length) - 1;
    if (size !== undefined) this.known.set(made, size);
    return made;
  }

  root(of: Length): Length {
    let at = of;
    while ((this.above[at] ?? at) !== at) at = this.above[at] ?? at;
    return at;
  }

  areSame(a: Length, b: Length): boolean {
    return this.root(a) === this.root(b);
  }

  /** Makes the two the same; false where they cannot be. */
  join(a: Length, b: Length): boolean {
    const [p, q] = [this.root(a), this.root(b)];
    if (p === q) return true;
    const [m, n] = [this.known.get(p), this.known.get(q)];
    if (p === UNIT || q === UNIT || (m !== undefined && n !== undefined && m !== n)) return false;
    this.above[q] = p;
    if (m === undefined && n !== undefined) this.known.set(p, n);
    return true;
  }

  joinTypes(a: Type, b: Type): boolean {
    return this.join(a.rows, b.rows) && this.join(a.cols, b.cols);
  }

  /** The number of entries where it is known. */
  size(of: Length): number | null {
    return this.known.get(this.root(of)) ?? null;
  }

  /** Every length there is. */
  get all(): readonly Length[] {
    return [...this.above.keys()];
  }

  isScalar(t: Type): boolean {
    return this.root(t.rows) === UNIT && this.root(t.cols) === UNIT;
  }
  /** A column of more than one entry. */
  isVector(t: Type): boolean {
    return this.root(t.rows) !== UNIT && this.root(t.cols) === UNIT;
  }
  isRow(t: Type): boolean {
    return this.root(t.rows) === UNIT && this.root(t.cols) !== UNIT;
  }
  isMatrix(t: Type): boolean {
    return this.root(t.rows) !== UNIT && this.root(t.cols) !== UNIT;
  }
}
