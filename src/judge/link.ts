/** The verdict on a claim: as it is written, then in the other ways that are open to its author, with a refusal to say "false" where it may mean another thing. */
import { ONE, type Budget } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import type { Definition } from '../meaning/definitions.js';
import { mayBeLoss } from '../meaning/losses.js';
import { bySquare, definitionsBySquare, squaresIn } from '../meaning/squares.js';
import { X } from '../meaning/variable.js';
import type { Steps } from '../steps.js';
import { whyUnsupported } from './evidence.js';
import { bareName, differentiatesBothSides } from './doubts.js';
import type { Known } from './known.js';
import {
  asGradientLaw,
  byNamesakes,
  furtherReadings,
  mapped,
  otherReadings,
  type OtherReading,
} from './otherReadings.js';
import { areOtherNumbers, holdsAt, valuesSaid } from './values.js';
import { asFunctionsOfTime, isOfRatesAlone } from './rates.js';
import { sidesInstead } from './instead.js';
import { settled, undecided, type Verdict } from './verdict.js';
import { reachableNames, worldsFor } from './worlds.js';
import { NO_FUNCTIONS, byIdentity, sidesAgree } from './byForm.js';
import { askedOf, judgeReading } from './oneReading.js';
import { caseIn } from './case.js';
import { targetOf } from './leftOut.js';

/** Judges one link against the derivative that its chain begins with. Never throws; polls the budget. */
export function* judgeLink(written: Link, around: Known, budget: Budget): Steps<Verdict> {
  const [square] = squaresIn(written.chain, around.definitions);
  if (!square) return yield* judgeNamed(written, around, budget);
  const known = { ...around, definitions: definitionsBySquare(around.definitions, square) };
  return yield* judgeNamed(
    mapped(written, (e) => bySquare(e, square)),
    known,
    budget,
  );
}

function* judgeNamed(written: Link, known: Known, budget: Budget): Steps<Verdict> {
  const claim = known.arrays ? { ...written, arrays: known.arrays } : written;
  const { definitions } = known;
  if (claim.link > 1 && claim.op === '=' && areOtherNumbers(claim.left, claim.right))
    return { ...settled('false', 'The two numbers differ.'), isGeneral: true };
  const verdict = yield* judgeReading(claim, definitions, budget);
  known.tried?.('as it is written', verdict.kind);
  if (claim.op === '!=') return negated(verdict);
  if (verdict.kind === 'true') return verdict;
  const identity = yield* byIdentity(claim, budget);
  if (identity) return identity;
  if (verdict.kind === 'undecided') return (yield* whatElse(claim, known, budget)) ?? verdict;
  // Of what a known mistake with indices gives no other reading is looked for.
  const other = verdict.mistake ? null : yield* trueReading(otherReadings(claim, known), known, budget);
  if (other) return other;
  if (verdict.kind === 'conditional' && differentiatesBothSides(claim))
    return settled('true', verdict.message);
  if (verdict.kind !== 'false') return verdict;
  const instead = yield* otherSides(claim, definitions, budget);
  if (instead) return instead;
  const unsure = claim.tentative || (known.namesakes(claim).length > 1 && !isDefinedBeside(claim, known));
  const chosen = yield* forNearest(claim, known, verdict, budget);
  if (chosen.kind === 'false' && restsElsewhere(claim, known))
    return undecided('What it rests on is said in another section, where it may mean another thing.');
  const custom = lossByCustomOf(claim, known);
  if (custom && chosen.kind === 'false' && !chosen.refuted && !chosen.mistake?.specific)
    return undecided(`The loss of line ${String(custom.line)} may not be the one that is meant.`);
  return { ...chosen, needsMistake: chosen.needsMistake || unsure || custom !== undefined };
}

/** What L is taken for, where custom alone says that it is the loss that is said. */
function lossByCustomOf({ head }: Link, { definitions }: Known): Definition | undefined {
  const d = definitions.get(bareName(head) ?? '');
  return d && mayBeLoss(d) && d.evidence === 'words' ? d : undefined;
}

/** A definition of another section may be meant, and may not: it bears out what it fits, and refutes nothing. */
function restsElsewhere(claim: Link, known: Known): boolean {
  const sides = [claim.head, claim.left, claim.right];
  const independent = new Set(independentIn(claim, known.definitions));
  const names = reachableNames(sides, without(known.definitions, independent));
  return [...names].some((id) => {
    const d = independent.has(id) ? undefined : known.definitions.get(id);
    return d !== undefined && (known.isElsewhere?.(d, claim) ?? false);
  });
}

/** What the question takes for a name of its own, whatever it is elsewhere: the variable, functions of it, the f of a rule. */
function independentIn(claim: Link, definitions: Noted): readonly string[] {
  const asked = askedOf(claim, definitions);
  if (!asked.ok) return [];
  const { question, variable } = asked;
  const abstract = [...claim.head.free].filter((id) => definitions.has(id) && !question.definitions.has(id));
  return [...variable.free, ...question.dependent, ...abstract];
}

/** What is derived is defined in its paragraph or directly before: of several definitions that one is meant. */
function isDefinedBeside({ head, beside, from }: Link, { definitions }: Known): boolean {
  const d = definitions.get(bareName(head) ?? '');
  return d !== undefined && beside <= d.from && d.from <= from;
}

/** What could not be decided as it stands may be clear from what is said around it. */
function* whatElse(claim: Link, known: Known, budget: Budget): Steps<Verdict | null> {
  const { definitions } = known;
  const readings = [...furtherReadings(claim, definitions), ...byNamesakes(claim, known)];
  const other = yield* trueReading(readings, known, budget);
  if (other) return other;
  const law = asGradientLaw(claim);
  const wrongLaw = law && (yield* judgeReading(law[0], definitions, budget));
  if (wrongLaw?.kind === 'false') return { ...settled('false'), isGeneral: true };
  const rate = yield* wrongRate(claim, definitions, budget);
  if (rate) return rate;
  return (yield* otherSides(claim, definitions, budget)) ?? (yield* atValues(claim, definitions, budget));
}

/** A = 6s², dA/dt = 6s ds/dt: the right side says itself what changes with the time, and nothing else is in A. */
function* wrongRate(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  const read = isOfRatesAlone(claim, definitions) ? asFunctionsOfTime(claim, definitions) : null;
  const verdict = read && (yield* judgeReading(mapped(claim, read), definitions, budget));
  return verdict?.kind === 'false' ? verdict : null;
}

function* otherSides(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  for (const { left, right, variable, noted, words } of sidesInstead(claim, definitions)) {
    yield null;
    if (yield* sidesAgree({ ...claim, left, right }, variable, noted, budget)) return settled('true', words);
  }
  return null;
}

/** ∂f/∂y = x² = 9 where x = 3 is said beside it. */
function* atValues(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  const { head, right } = claim;
  if (right.free.size > 0) return null;
  const point = valuesSaid(claim, definitions);
  const variable = targetOf(head) ?? X;
  if (point.size === 0) return null;
  // ṙ = 0 beside r = 3 is a condition: a value of r says nothing of how it changes.
  if (whyUnsupported(head, definitions, variable, NO_FUNCTIONS) !== null) return null;
  const subject = { variable, order: ONE, dependent: new Set<string>(), sides: [head, right] };
  const { list, unknown } = worldsFor({ ...subject, noted: definitions });
  const [world] = list;
  const found = world && unknown.length === 0 ? yield* caseIn(world, head, right, null, budget) : null;
  return found && holdsAt(found.actual, found.claimed, right, point)
    ? settled('true', 'for the values given here')
    : null;
}

/** Of several definitions the last one before the claim is the likeliest to be meant. */
function* forNearest(claim: Link, known: Known, verdict: Verdict, budget: Budget): Steps<Verdict> {
  const nearest = known
    .namesakes(claim)
    .filter((d) => d.from < claim.from)
    .at(-1);
  if (!nearest || known.definitions.get(nearest.name.id) === nearest) return verdict;
  const other = yield* judgeReading(claim, new Map(known.definitions).set(nearest.name.id, nearest), budget);
  return other.kind === 'false' ? other : verdict;
}

/** A ≠ B is right where they differ somewhere. */
function negated(v: Verdict): Verdict {
  if (v.kind === 'true') return { ...v, kind: 'false', message: 'The two sides are equal.' };
  if (v.kind === 'undecided') return v;
  return settled('true', 'in that the two sides differ');
}

/** The claim read in another way that is open to the author, where it is true in that one. */
function* trueReading(
  readings: readonly OtherReading[],
  { tried }: Known,
  budget: Budget,
): Steps<Verdict | null> {
  for (const reading of readings) {
    const [claim, inForce, words] = reading();
    const verdict = yield* judgeReading(claim, inForce, budget);
    tried?.(words, verdict.kind);
    if (verdict.kind === 'true') return settled('true', words);
  }
  return null;
}
