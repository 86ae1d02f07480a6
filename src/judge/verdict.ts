/** What a verdict says. */
import type { Expr } from '../core/expr.js';
import type { Asked } from '../meaning/asked.js';
import type { World } from './world.js';

export type VerdictKind = 'true' | 'false' | 'conditional' | 'undecided';

export interface Counterexample {
  /** Values by symbol id. */
  readonly at: ReadonlyMap<string, number>;
  /** Null where the claimed side has no value there. */
  readonly claimed: number | null;
  readonly actual: number;
}

/** What a refuted claim was about, for those who look for the mistake. */
export interface Refuted {
  readonly asked: Asked;
  /** A world for each that was tried, and the two sides as they stand in it. */
  readonly cases: readonly Case[];
}
export interface Case {
  readonly world: World;
  readonly actual: Expr;
  readonly claimed: Expr;
  readonly body: Expr | null;
  readonly variable: string | null;
}

export interface Verdict {
  readonly kind: VerdictKind;
  /** Why, or where, in words; empty for a plain true. */
  readonly message: string;
  readonly counterexample: Counterexample | null;
  /** False only if a known mistake gives what was written. */
  readonly needsMistake: boolean;
  readonly refuted: Refuted | null;
}

export const settled = (kind: VerdictKind, message = ''): Verdict => ({
  kind,
  message,
  counterexample: null,
  needsMistake: false,
  refuted: null,
});
export const undecided = (message: string): Verdict => settled('undecided', message);
