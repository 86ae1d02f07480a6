/** The check of a document: its claims found, judged in slices, and remembered by what they rest on. */
import type { Budget as CoreBudget } from '../core/derivation.js';
import type { Expr } from '../core/expr.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Steps } from '../steps.js';
import { claimsInSteps } from '../claims/notes/find.js';
import type { Claim } from '../claims/notes/claim.js';
import { isEvident } from '../claims/notes/evident.js';
import { Namesakes } from '../claims/notes/namesakes.js';
import type { Definition, Definitions } from '../meaning/index.js';
import { judgeChain } from '../judge/chain.js';
import { bareName } from '../judge/doubts.js';
import type { Known } from '../judge/known.js';
import { undecided } from '../judge/verdict.js';
import { reachableNames } from '../judge/worlds.js';
import { ignoredLines } from './checkIgnored.js';
import { claimBudget } from './budgets.js';
import { findingOf, presentClaim, type Finding } from './checkMessage.js';
import { faultInWords, UNHEARD, type Fault, type OnFault } from './fault.js';
import { Recent } from './recent.js';
import type { CheckedClaim } from './service.js';

/** What a check reads: an index, and what is known along it. */
export interface Checkable {
  readonly index: FormulaIndex;
  readonly definitions: Definitions;
  reading: Parameters<typeof claimsInSteps>[1];
  /** What broke on single formulas so far. */
  readonly faults: readonly Fault[];
}

/**
 * Verdicts of chains by their text and what they rest on: of the last few notes, and of a long one all before and after
 * an edit.
 */
export class Verdicts extends Recent<readonly Finding[]> {
  constructor() {
    super(MOST_KEPT);
  }
}
const MOST_KEPT = 1_000;
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
  onFault: OnFault = UNHEARD,
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
    let judged: readonly Finding[];
    try {
      judged = yield* findings(links, document.definitions, namesakes, budget, verdicts);
    } catch (error) {
      onFault({ text: first.tex, from: first.from, error });
      judged = links.map(() => brokenFinding(error));
    }
    for (const [i, j] of judged.entries()) {
      const claim = links[i];
      if (claim && isNews(claim, j))
        yield presentClaim(claim, j, () => isEvidentIn(claim, document.definitions));
    }
  }
}

/** The verdicts on the links of a chain, made or remembered. */
function* findings(
  links: readonly Claim[],
  all: Definitions,
  namesakes: Namesakes,
  budget: () => CoreBudget,
  verdicts: Verdicts,
): Steps<readonly Finding[]> {
  const definitions = all.inForceFor(mentionedBy(links, namesakes), links[0]?.at ?? 0);
  const known: Known = { definitions, namesakes: (claim) => near(claim, namesakes) };
  const key = keyOf(links, known);
  const remembered = verdicts.get(key);
  if (remembered) return remembered;
  const made: Finding[] = [];
  for (const j of judgeChain(links, known, budget)) {
    if (j) made.push(yield* findingOf(j, budget));
    yield null;
  }
  verdicts.set(key, made);
  return made;
}

const brokenFinding = (error: unknown): Finding => ({
  verdict: undecided(faultInWords(error)),
  mistake: null,
  expected: null,
});

/** By the definitions that it is judged by. */
const isEvidentIn = (claim: Claim, all: Definitions): boolean =>
  isEvident(claim, all.inForceFor([claim.head, claim.left, claim.right], claim.at));

/** What was found by its words alone and could not be confirmed is none, nor what another claim says already. */
function isNews({ tentative, echo }: Claim, { verdict }: Finding): boolean {
  return verdict.kind === 'true' || !(echo || (tentative && verdict.kind === 'undecided'));
}

/** Links of one chain together, chains in the order of their first links. */
function chainsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<number, Claim[]>();
  for (const c of claims) {
    const known = groups.get(c.group);
    if (known) known.push(c);
    else groups.set(c.group, [c]);
  }
  const chains = [...groups.values()].map((g) => g.sort((a, b) => a.link - b.link));
  return chains.sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
}

/** Chains with the same key have the same verdicts. */
function keyOf(links: readonly Claim[], known: Known): string {
  const { definitions } = known;
  const [first] = links;
  const others = first ? known.namesakes(first).map((d) => [d.value.hash, d.value.size]) : [];
  const sides = first ? first.chain : [];
  const used = [...reachableNames(sides, definitions)].sort().flatMap((id) => {
    const d = definitions.get(id);
    return d
      ? [`${id}:${String(d.value.hash)}:${String(d.value.size)}:${String(d.from >= (first?.near ?? 0))}`]
      : [];
  });
  const said = links.map((c) => [
    c.tex,
    c.op,
    c.tentative,
    c.doubtful,
    [...c.conditions, ...c.said].map((e) => e.hash),
  ]);
  const hashes = sides.map((e) => [e.hash, e.size]);
  return JSON.stringify([said, hashes, first?.variable?.hash ?? null, used, others]);
}

/**
 * All that judging a chain may look into: its sides, what is said beside it, and what its names are defined
 * as near by.
 */
function mentionedBy(links: readonly Claim[], namesakes: Namesakes): readonly Expr[] {
  const said = links.flatMap((c) => [...c.chain, ...c.conditions, ...c.said]);
  const names = new Set(said.flatMap((e) => [...e.free]));
  const [first] = links;
  const [from, to] = [first?.near ?? 0, Math.max(...links.map((c) => c.to)) + AHEAD];
  return [...said, ...[...names].flatMap((id) => namesakes.between(id, from, to).map((d) => d.value))];
}

/** Definitions of the claim's name some lines before and after it. */
function near(claim: Claim, namesakes: Namesakes): readonly Definition[] {
  const name = bareName(claim.head);
  return name === null ? [] : namesakes.between(name, claim.near, claim.to + AHEAD);
}
/** Characters after a claim in which the function may be defined: v′ = x, v = x²/2. */
const AHEAD = 400;
