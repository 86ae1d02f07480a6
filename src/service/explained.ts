/** How a claim or a question was read, with the evidence, for who asks why. */
import { done } from '../steps.js';
import type { Link } from '../claims/notes/link.js';
import { whyNotEvident } from '../claims/notes/evident.js';
import type { Known } from '../judge/known.js';
import { judgeLink } from '../judge/link.js';
import { askedOf } from '../judge/oneReading.js';
import type { Verdict } from '../judge/verdict.js';
import { explainedBy, type QuestionContext } from '../meaning/roles.js';
import { operatorOf } from '../meaning/operator.js';
import type { Budget } from '../core/index.js';
import type { CheckedClaim, ExplainedClaim, Tried } from './service.js';

const behind = new WeakMap<CheckedClaim, () => ExplainedClaim>();

/** The claim, of which may be asked how it was read. */
export function explainable(claim: CheckedClaim, explain: () => ExplainedClaim): CheckedClaim {
  behind.set(claim, explain);
  return claim;
}

/** How a claim of a note was read, worked out now; null for a claim of code. */
export const explained = (claim: CheckedClaim): ExplainedClaim | null => behind.get(claim)?.() ?? null;

/** Judges the claim once more, and writes down what is taken for what. `known` is what it was judged by. */
export function explainClaim(
  claim: Link,
  verdict: Verdict,
  known: Known,
  inForce: Known['definitions'],
  place: QuestionContext,
  budget: Budget,
): ExplainedClaim {
  const asked = askedOf(claim, known.definitions);
  const written = operatorOf(claim.head)?.target ?? null;
  const read = explainedBy(asked, claim.chain, known.definitions, place, written);
  const tried: Tried[] = [];
  done(
    judgeLink(claim, { ...known, tried: (reading, kind) => tried.push({ reading, verdict: kind }) }, budget),
  );
  const decisive = tried.find((t) => t.verdict === 'true') ?? tried[0];
  const isDecided = verdict.kind !== 'undecided' && decisive?.verdict !== 'undecided';
  return {
    ...read,
    tried,
    decided: isDecided ? (decisive?.reading ?? null) : null,
    notUnderlined: whyNotUnderlined(claim, verdict, inForce),
  };
}

function whyNotUnderlined(claim: Link, verdict: Verdict, inForce: Known['definitions']): string | null {
  switch (verdict.kind) {
    case 'true':
      return 'It holds.';
    case 'conditional':
      return 'It holds in part.';
    case 'undecided':
      return 'It is undecided.';
    case 'false':
      return claim.quoted ? 'The text quotes it as a mistake.' : whyNotEvident(claim, inForce, verdict);
  }
}
