/** A pair as it was read: what both functions compute, and which of their numbers are the same. */
import {
  plain,
  readerOf,
  type Code,
  type CodeVariable,
  type Results,
} from '../../notation/programs/index.js';
import type { Pair, PairClaim } from '../../claims/code/claim.js';
import type { Budget } from '../../core/index.js';
import { namesValue } from '../../customs/fieldNames.js';
import { aligned, isClosed, parameterVariables, type Alignment } from './align.js';

/** Both functions, and how their numbers correspond. */
export interface ReadPair {
  readonly claim: PairClaim;
  readonly pair: Pair;
  /** What is differentiated, in the words of messages. */
  readonly of: string;
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
  const d = reader.resultsOf(source, pair.derivative);
  const isWhole = pair.of.fn === pair.derivative.fn;
  const f = isWhole ? d.ok && valueIn(d) : reader.resultsOf(source, pair.of);
  if (!f || !f.ok || f.shape.kind !== 'number' || f.code.variables.length === 0) return null;
  if (!d.ok) return { message: d.message };
  const { code } = f;
  if (!isClosed(code) || !isClosed(d.code)) return { message: 'It depends on more than numbers.' };
  const alignment = aligned(pair.of, code, pair.derivative, d.code, (tree) => reader.textOf(tree));
  const variables = parameterVariables(pair.of, code);
  const of = isWhole ? 'its own value' : (pair.of.name ?? '');
  return { claim, pair, of, budget, f: code, d, alignment, variables };
}

/** The number that is named as the value among all that a function gives. */
function valueIn({ code, shape }: Results): Results | null {
  const fields = shape.kind === 'record' ? [...shape.fields] : [];
  const values = fields.flatMap(([name, s]) => (namesValue(plain(name)) && s.kind === 'number' ? [s] : []));
  const [value] = values;
  if (!value || values.length > 1) return null;
  return { ok: true, code: { ...code, program: { ...code.program, result: value.e } }, shape: value };
}
