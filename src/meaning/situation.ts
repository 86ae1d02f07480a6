/** What is known round a text that asks for a derivative. */
import { type Expr } from '../core/index.js';
import type { Constancy } from './constancy.js';
import type { Definitions } from './dependence.js';
import type { NablaSquared } from './nablaSquared.js';
import type { SaidOfArrays } from './ranks.js';
import type { Subject } from './subject.js';
import type { Variable } from './symbolCustoms.js';
import type { Wanted } from './variable.js';

/** What is known round the text. */
export interface Situation {
  readonly definitions: Definitions;
  /** A variable and an order asked for from outside. */
  readonly variable: Wanted | null;
  readonly order: Expr | null;
  /** Ids of names that the note writes with primes near by. */
  readonly primed: ReadonlySet<string>;
  /** What the section says that ∇² is. */
  readonly nablaSquared?: NablaSquared | null;
  /** Ids of names that the note says are constants, or gives a number. */
  readonly constants?: Constancy['constants'];
  /** Functions of the table that the note gives by an equation. */
  readonly named?: ReadonlySet<string>;
  /** What is said of shapes of vectors and matrices. */
  readonly arrays?: SaidOfArrays;
  /** How many entries names have in each direction, by plain name. */
  readonly shapes?: ReadonlyMap<string, readonly number[]>;
}
export const NO_SITUATION: Situation = {
  definitions: new Map(),
  variable: null,
  order: null,
  primed: new Set(),
};

/** What is to be differentiated, by its parameters, in the situation in which it stands. */
export interface Posed {
  readonly subject: Subject;
  readonly params: readonly Variable[];
  readonly situation: Situation;
}
