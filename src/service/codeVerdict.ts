/** Verdicts on hand-written derivatives, in words. */
import type { Explained } from '../judge/mistakes/explained.js';
import type { Code, CodeVariable } from '../notation/typescript/index.js';
import type { Pair } from '../claims/code/index.js';
import type { Compared } from './codeCompare.js';
import type { CodeClaim, CodeEdit } from './codeTypes.js';
import { apart, short } from './figures.js';

export function plainClaim(pair: Pair, verdict: CodeClaim['verdict'], message: string): CodeClaim {
  return { ...headOf(pair), verdict, message, mistake: null, counterexample: null, fix: null };
}

export const undecidedClaim = (pair: Pair, message: string): CodeClaim =>
  plainClaim(pair, 'undecided', message);

const headOf = ({ derivative, of }: Pair): Pick<CodeClaim, 'from' | 'to' | 'name' | 'of'> => ({
  ...derivative.nameSpan,
  name: derivative.name ?? '',
  of: of.name ?? '',
});

interface Wrong {
  /** What is not so, as the beginning of a sentence. */
  readonly what: string;
  readonly mistake: Explained | null;
  readonly fix: CodeEdit | null;
}

export function differs(
  pair: Pair,
  { variables }: Code,
  gap: Compared,
  { what, mistake, fix }: Wrong,
): CodeClaim {
  const { place, at } = exampleOf(gap, variables);
  const { claimed, actual } = gap;
  const [right, written] = apart(actual, claimed ?? NaN);
  const got = claimed === null || !Number.isFinite(claimed) ? 'no value' : written;
  const why = mistake ? ` ${mistake.explanation}` : '';
  return {
    ...headOf(pair),
    verdict: 'false',
    message: `${what}: at ${place} it gives ${got}, and the derivative is ${right}.${why}`,
    mistake: mistake && { code: mistake.code, explanation: mistake.explanation },
    counterexample: { at, claimed, actual },
    fix,
  };
}

/** A point by the names of the code, and the same in words. */
export function exampleOf(
  { at }: Pick<Compared, 'at'>,
  variables: readonly CodeVariable[],
): { readonly at: Readonly<Record<string, number>>; readonly place: string } {
  const values = variables.map((v): [string, number] => [v.code, at?.get(v.symbol.id) ?? 0]);
  return {
    at: Object.fromEntries(values),
    place: values.map(([name, value]) => `${name} = ${short(value)}`).join(', '),
  };
}
