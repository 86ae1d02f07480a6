/** What a question knows of vectors, matrices and quantities with indices. */
import type { Call, Expr, Sym } from '../expr.js';

/** How many indices an entry needs: 0 a number, 1 a vector, 2 a matrix. */
export type Rank = 0 | 1 | 2;

/** Entries given by a formula: ŷ_i = e^{z_i}/Σ_j e^{z_j}, with i free in the value. */
export interface Family {
  /** The array's name; a function of a whole array, softmax(z), for its entries. */
  readonly name: Sym | Call;
  readonly indices: readonly Sym[];
  readonly value: Expr;
}

/** Σ_i y_i = 1: the sum over all entries of a quantity, which the note says. */
export interface Total {
  readonly name: Sym | Call;
  readonly value: Expr;
}

export interface Arrays {
  /** By the id of a name; what is not in it is a number, or has the indices that are written on it. */
  readonly ranks: ReadonlyMap<string, Rank>;
  /** By the key of the name that has the indices (`familyKey`). */
  readonly families: ReadonlyMap<string, Family>;
  readonly totals: readonly Total[];
  /** Where the derivative by a whole vector is asked for: how vectors are written, by the ids of their entries' names. */
  readonly vectors?: ReadonlyMap<string, Sym>;
  /** Ids of the names that sums go to, n of Σ_{i=1}^n; of another name, the index of a sum further out, none is so long. */
  readonly lengths?: ReadonlySet<string>;
  /** Ids of matrices that the note says are symmetric. */
  readonly symmetric: ReadonlySet<string>;
  /** By differentials, as vectors and matrices are written whole; otherwise by components. */
  readonly route?: 'differentials';
  /** How many entries a name has in each direction, where that is said. */
  readonly sizes?: ReadonlyMap<string, readonly number[]>;
  /** Names that stand for I and 𝟏, by id. */
  readonly constants?: ReadonlyMap<string, 'identity' | 'ones'>;
}
export const NO_ARRAYS: Arrays = {
  ranks: new Map(),
  families: new Map(),
  totals: [],
  symmetric: new Set(),
};
