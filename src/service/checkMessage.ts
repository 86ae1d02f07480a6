/** A verdict in words, for a terminal and for an editor. */
import type { Budget } from '../core/derivation.js';
import { plainName, sym } from '../core/expr.js';
import type { Steps } from '../steps.js';
import type { Claim } from '../claims/notes/claim.js';
import type { Judged } from '../judge/chain.js';
import type { Counterexample, Verdict } from '../judge/verdict.js';
import { apart, short } from './figures.js';
import { texWith } from '../answer/notations.js';
import { solveInSteps } from '../answer/solve.js';
import type { CheckedClaim } from './service.js';

/** A verdict with all that is told of it, and nothing that it was found by: so it can be kept. */
export interface Finding extends Pick<Judged, 'verdict' | 'mistake'> {
  readonly expected: string | null;
}

/** In steps: what is right instead has to be worked out. */
export function* findingOf({ claim, verdict, mistake }: Judged, budget: () => Budget): Steps<Finding> {
  const expected = yield* expectedOf(claim, verdict, budget);
  return { verdict: { ...verdict, refuted: null }, mistake, expected };
}

/** `isEvident` is asked of what does not hold everywhere. */
export function presentClaim(claim: Claim, finding: Finding, isEvident: () => boolean): CheckedClaim {
  const { verdict, mistake, expected } = finding;
  return {
    from: claim.from,
    to: claim.to,
    outerFrom: claim.outerFrom,
    outerTo: claim.outerTo,
    tex: claim.tex,
    verdict: verdict.kind,
    expected,
    mistake: mistake && { code: mistake.code, explanation: mistake.explanation },
    quoted: claim.quoted,
    evident: verdict.kind === 'true' || verdict.kind === 'undecided' || isEvident(),
    message: messageOf(claim, finding),
    counterexample: verdict.counterexample && exampleOf(verdict.counterexample),
    link: claim.link,
    links: claim.links,
    rightPlace: claim.rightPlace,
  };
}

/** The right derivative, for what does not hold everywhere. */
function* expectedOf(claim: Claim, verdict: Verdict, budget: () => Budget): Steps<string | null> {
  const { kind, refuted } = verdict;
  if (!refuted || (kind !== 'false' && kind !== 'conditional')) return null;
  const solved = yield* solveInSteps(refuted.asked, budget());
  return solved.ok ? texWith(claim.style)(solved.result) : null;
}

function messageOf(claim: Claim, { verdict, mistake, expected }: Finding): string {
  switch (verdict.kind) {
    case 'true':
      return verdict.message === '' ? 'Right.' : `Right ${verdict.message}.`;
    case 'undecided':
      return verdict.message;
    case 'conditional':
      return `Right ${verdict.message}.${mistake ? ` ${mistake.explanation}` : ''}`;
    case 'false': {
      if (verdict.message !== '') return verdict.message;
      const step = claim.links > 1 ? ` in step ${String(claim.link)} of ${String(claim.links)}` : '';
      const right = expected === null ? '' : ` The derivative is ${expected}.`;
      return `Wrong${step}.${mistake ? ` ${mistake.explanation}` : ''}${right}${inWords(verdict.counterexample)}`;
    }
  }
}

function inWords(c: Counterexample | null): string {
  if (!c) return '';
  const { at, claimed, actual } = exampleOf(c);
  const where = Object.entries(at).map(([name, v]) => `${name} = ${short(v)}`);
  const place = where.length > 0 ? `At ${where.join(', ')} it is` : 'It is';
  if (claimed === null) return ` ${place} ${short(actual)}; what is written has no value there.`;
  const [right, written] = apart(actual, claimed);
  return ` ${place} ${right}, not ${written}.`;
}

function exampleOf({ at, claimed, actual }: Counterexample): NonNullable<CheckedClaim['counterexample']> {
  const named = [...at].map(([id, v]): [string, number] => [nameOf(id), v]);
  return { at: Object.fromEntries(named), claimed, actual };
}
/** hat:y is yhat. */
function nameOf(id: string): string {
  const parts = id.split(':');
  const last = parts.pop() ?? id;
  const [base = last, sub = null] = last.split('_');
  return plainName(sym(base, parts as never[], sub));
}
