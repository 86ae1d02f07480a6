/** The judge of all claims, in notes and in code. */
import type { Budget } from '../core/index.js';
import type { Steps } from '../steps.js';
import type { Claim, Links } from '../claims/claim.js';
import { solveInSteps } from '../answer/solve.js';
import { judgeChain } from './chain.js';
import { judgeFormula } from './code/formula.js';
import { judgePair } from './code/pairs.js';
import type { Known } from './known.js';
import type { Verdict } from './verdict.js';

/**
 * The verdicts on a claim: of a chain one a link, in order; of what code claims one, or none where on reading it nothing
 * is claimed. `known` is what a note says; `budget` makes the limits of a piece of work.
 */
export function* judge(claim: Claim, known: Known, budget: () => Budget): Steps<readonly Verdict[]> {
  if (claim.kind === 'links') return yield* judgeLinks(claim, known, budget);
  const verdict = claim.kind === 'pair' ? yield* judgePair(claim, budget) : judgeFormula(claim, budget());
  return verdict ? [verdict] : [];
}

function* judgeLinks({ links }: Links, known: Known, budget: () => Budget): Steps<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const v of judgeChain(links, known, budget)) {
    if (v) verdicts.push(yield* withExpected(v, budget));
    yield null;
  }
  return verdicts;
}

/** With the right derivative, for what does not hold everywhere, and without what only the search for it needed. */
function* withExpected(verdict: Verdict, budget: () => Budget): Steps<Verdict> {
  const { kind, refuted } = verdict;
  if (!refuted || (kind !== 'false' && kind !== 'conditional')) return { ...verdict, refuted: null };
  const solved = yield* solveInSteps(refuted.asked, budget());
  const expected = solved.ok ? ({ kind: 'expression', e: solved.result } as const) : null;
  return { ...verdict, expected, refuted: null };
}
