/** The check of a document: its claims found, judged in slices, and remembered by what they rest on. */
import type { Budget as CoreBudget } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Steps } from '../steps.js';
import { claimsInSteps } from '../claims/notes/find.js';
import type { Link } from '../claims/notes/link.js';
import { isEvident } from '../claims/notes/evident.js';
import { Namesakes } from '../claims/notes/namesakes.js';
import type { DefinitionsInForce } from '../meaning/index.js';
import type { Note } from '../meaning/note.js';
import { judge } from '../judge/judge.js';
import { keyOf, mentionedBy, namesakesNear } from '../judge/basis.js';
import type { Known } from '../judge/known.js';
import { isTold } from '../judge/told.js';
import { undecided, type Verdict } from '../judge/verdict.js';
import { ignoredLines } from '../claims/ignored.js';
import { claimBudget } from './budgets.js';
import { explainable, explainClaim } from './explained.js';
import { faultInWords, thrown, type Fault, type OnFault } from './fault.js';
import { Recent, type CacheBounds } from './recent.js';
import type { CheckedClaim } from './service.js';
import { shown } from './shown.js';

/** What a check reads: an index, and what is known along it. */
export interface Checkable {
  readonly index: FormulaIndex;
  readonly definitions: DefinitionsInForce;
  reading: Parameters<typeof claimsInSteps>[1];
  readonly constants: Note['constants'];
  readonly arrays?: Note['arrays'];
  primeEvidence: Note['primeEvidence'];
  /** What broke on single formulas so far. */
  readonly faults: readonly Fault[];
}

/**
 * Verdicts of chains by their text and what they rest on: of the last few notes, and of a long one all before and after
 * an edit.
 */
export class Verdicts extends Recent<readonly Verdict[]> {
  constructor() {
    super(VERDICT_BOUNDS);
  }
}
/** Weighed in bytes, by the keys and the nodes of what is right instead. */
export const VERDICT_BOUNDS: CacheBounds<readonly Verdict[]> = {
  entries: 300,
  weight: 16_000_000,
  weigh: (verdicts, key) => verdicts.reduce((sum, v) => sum + BARE + NODE * nodesIn(v), key.length),
};
/** A verdict without an expression, and a node of one. */
const BARE = 300;
const NODE = 150;
const nodesIn = ({ expected }: Verdict): number => (expected?.kind === 'expression' ? expected.e.size : 0);
/** Of a note's chains, of which each may be judged again in another version. */
const VERSIONS = 2;
/** Longer notes are judged again from there on. */
const MOST_CHAINS = 10_000;

/**
 * The claims of a document with their verdicts, in order. Between two claims it yields null, so that the caller can
 * stop or let others work; each claim is judged under a budget of its own. What breaks on one chain leaves that one
 * undecided.
 */
export function* checkClaims(
  document: Checkable,
  budget: () => CoreBudget = claimBudget,
  verdicts: Verdicts = new Verdicts(),
  onFault: OnFault = thrown,
): Generator<CheckedClaim | null, void, undefined> {
  const { index } = document;
  const ignored = ignoredLines(index.text);
  const failed = ({ tex, from }: Formula, error: unknown): void => onFault({ text: tex, from, error });
  const found = yield* claimsInSteps(index, (f) => document.reading(f), failed);
  const claims = found.filter((c) => !ignored.covers(c.outerFrom, c.to));
  yield null;
  const namesakes = new Namesakes(document.definitions.all);
  document.faults.forEach(onFault);
  yield null;
  const chains = chainsOf(claims);
  verdicts.makeRoom(VERSIONS * Math.min(chains.length, MOST_CHAINS));
  yield null;
  for (const links of chains) {
    const [first] = links;
    if (!first) continue;
    const known = knownAt(links, document, namesakes);
    let judged: readonly Verdict[];
    try {
      judged = yield* verdictsOn(links, known, budget, verdicts);
    } catch (error) {
      onFault({ text: first.tex, from: first.from, error });
      judged = links.map(() => undecided(faultInWords(error)));
    }
    for (const [i, j] of judged.entries()) {
      const claim = links[i];
      if (!claim || !isTold(claim, j, inForceAt(claim, document.definitions))) continue;
      yield null;
      const inForce = (): ReturnType<typeof inForceAt> => inForceAt(claim, document.definitions);
      const told = shown(claim, j, () => isEvident(claim, inForce(), j), budget);
      const place = { note: document, offset: claim.at };
      yield explainable(told, () => explainClaim(claim, j, known, inForce(), place, budget()));
    }
  }
}

/** What a chain is judged by. */
function knownAt(
  links: readonly Link[],
  { definitions: all, arrays }: Checkable,
  namesakes: Namesakes,
): Known {
  return {
    ...(arrays ? { arrays } : {}),
    definitions: all.inForceFor(mentionedBy(links, namesakes), links[0]?.at ?? 0),
    namesakes: (claim) => namesakesNear(claim, namesakes).filter((d) => all.mayReach(d, claim.at)),
    isElsewhere: (d, claim) => all.isElsewhere(d, claim.at),
  };
}

/** The verdicts on the links of a chain, made or remembered. */
function* verdictsOn(
  links: readonly Link[],
  known: Known,
  budget: () => CoreBudget,
  verdicts: Verdicts,
): Steps<readonly Verdict[]> {
  const key = keyOf(links, known);
  const remembered = verdicts.get(key);
  if (remembered) return remembered;
  const made = yield* judge({ kind: 'links', links }, known, budget);
  verdicts.set(key, made);
  return made;
}

/** The definitions that it is judged by. */
const inForceAt = (claim: Link, all: DefinitionsInForce): ReturnType<DefinitionsInForce['inForceFor']> =>
  all.inForceFor([claim.head, claim.left, claim.right], claim.at);

/** Links of one chain together, chains in the order of their first links. */
function chainsOf(claims: readonly Link[]): readonly (readonly Link[])[] {
  const groups = new Map<number, Link[]>();
  for (const c of claims) {
    const known = groups.get(c.group);
    if (known) known.push(c);
    else groups.set(c.group, [c]);
  }
  const chains = [...groups.values()].map((g) => g.sort((a, b) => a.link - b.link));
  return chains.sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
}
