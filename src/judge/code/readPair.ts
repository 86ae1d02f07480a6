/** A pair as it was read: what both functions compute, and which of their numbers are the same. */
import { readerOf, type Code, type CodeVariable, type Results } from '../../notation/programs/index.js';
import type { Pair, PairClaim } from '../../claims/code/claim.js';
import type { Budget } from '../../core/index.js';
import { aligned, isClosed, parameterVariables, type Alignment } from './align.js';

/** Both functions, and how their numbers correspond. */
export interface ReadPair {
  readonly claim: PairClaim;
  readonly pair: Pair;
  readonly f: Code;
  readonly d: Results;
  readonly alignment: Alignment;
  /** Limits of a piece of work, from now on. */
  readonly budget: () => Budget;
  /** The numbers that the function's parameters are. */
  readonly variables: readonly CodeVariable[];
}

/** Null where the function cannot be read; a message where only its derivative cannot. */
export function readPair(
  claim: PairClaim,
  budget: () => Budget,
): ReadPair | { readonly message: string } | null {
  const { source, pair } = claim;
  const reader = readerOf(source.language);
  const f = reader.resultsOf(source, pair.of);
  if (!f.ok || f.shape.kind !== 'number' || f.code.variables.length === 0) return null;
  const d = reader.resultsOf(source, pair.derivative);
  if (!d.ok) return { message: d.message };
  const { code } = f;
  if (!isClosed(code) || !isClosed(d.code)) return { message: 'It depends on more than numbers.' };
  const alignment = aligned(pair.of, code, pair.derivative, d.code, (tree) => reader.textOf(tree));
  return { claim, pair, budget, f: code, d, alignment, variables: parameterVariables(pair.of, code) };
}
