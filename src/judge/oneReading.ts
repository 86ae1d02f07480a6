/** A claim in one reading: the question that it answers, and which way of judging it takes. */
import { diff, num, type Budget, type Expr } from '../core/index.js';
import type { Asked, NotAsked } from '../meaning/asked.js';
import type { Link } from '../claims/notes/link.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import { isUsualVariable } from '../meaning/symbolCustoms.js';
import { namesIn, primedIn } from '../meaning/freeNames.js';
import { questionOf } from '../meaning/question.js';
import { NO_SITUATION } from '../meaning/situation.js';
import type { Steps } from '../steps.js';
import { judgeArrays } from './arrays.js';
import { whyUnsupported } from './evidence.js';
import { bareName } from './doubts.js';
import { judgeEntries } from './entries.js';
import { judgeField } from './fields.js';
import { entriesOf } from './gradient.js';
import { settled, undecided, type Verdict } from './verdict.js';
import { derivedNames, worldsFor } from './worlds.js';
import { byForm } from './byForm.js';
import { inWorlds } from './inWorlds.js';
import { targetOf, withVariable } from './leftOut.js';

/** What the claim's derivative asks, as it is first read. */
export function askedOf(written: Link, known: Noted): Asked | NotAsked {
  const claim = withVariable(written);
  return askedWith(claim, without(known, ownParameters(claim.head, known)));
}
function askedWith({ head, chain, arrays, nablaSquared = null }: Link, definitions: Noted): Asked | NotAsked {
  const primed = new Set([...primedIn(...chain), ...derivedNames(chain.slice(1))]);
  return questionOf(head, {
    ...NO_SITUATION,
    definitions,
    primed,
    nablaSquared,
    ...(arrays ? { arrays } : {}),
  });
}

/** Judges a claim as it is read here, looking for no other reading. */
export function* judgeReading(written: Link, known: Noted, budget: Budget): Steps<Verdict> {
  const claim = withVariable(written);
  const definitions = without(known, ownParameters(claim.head, known));
  const { head, right } = claim;
  const asked = askedWith(claim, definitions);
  if (!asked.ok) {
    const own = spelledOut(claim, definitions);
    if (!own) return yield* byForm(claim, definitions, asked.message, budget);
    const verdict = yield* judgeReading(own, definitions, budget);
    return { ...verdict, needsMistake: true };
  }
  if (asked.question.field) return yield* judgeField(claim, asked, definitions, budget);
  if (asked.question.arrays?.route === 'differentials') return yield* judgeArrays(claim, asked, budget);
  if (asked.question.arrays) return yield* judgeEntries(claim, asked, definitions, budget);
  const entries = entriesOf(claim, asked);
  if (entries) return yield* byEntries(entries, definitions, budget);
  const { question } = asked;
  // Letters that the question takes for any function, whatever the note defines them as elsewhere.
  const abstract = [...head.free].filter((id) => definitions.has(id) && !question.definitions.has(id));
  const worlds = worldsFor({
    variable: asked.variable,
    order: question.order,
    dependent: question.dependent,
    noted: without(definitions, abstract),
    sides: [head, right, question.body],
  });
  const functions = new Set([...question.dependent, ...worlds.unknown.map((s) => s.id)]);
  const why = whyUnsupported(right, definitions, asked.variable, functions);
  if (why !== null) return yield* byForm(claim, definitions, why, budget);
  return yield* inWorlds(claim, asked, worlds, definitions, budget);
}

/** True where all entries are; a wrong one is named. */
function* byEntries(entries: readonly Link[], definitions: Noted, budget: Budget): Steps<Verdict> {
  const verdicts: Verdict[] = [];
  for (const [i, entry] of entries.entries()) {
    const verdict = yield* judgeReading(entry, definitions, budget);
    if (verdict.kind === 'false' && entries.every((e) => e.right.free.size === 0))
      return undecided('This may be a value at a point.');
    if (verdict.kind === 'false' && !verdict.needsMistake)
      return { ...verdict, refuted: null, message: `Entry ${String(i + 1)} is wrong.` };
    verdicts.push(verdict);
  }
  if (verdicts.every((v) => v.kind === 'true')) return settled('true');
  return undecided('Not every entry could be judged.');
}

/** P = x² + 1, P′ = 2x: the definition in place of a name without an argument, where its variable is plain. */
function spelledOut(claim: Link, definitions: Noted): Link | null {
  const { head } = claim;
  const [order] = head.kind === 'apply' && head.args.length === 0 ? head.orders : [];
  const d = head.kind === 'apply' ? definitions.get(head.fn.id) : undefined;
  if (typeof order !== 'number' || d?.params.length !== 0) return null;
  const [variable, ...more] = namesIn(d.value).symbols.filter((s) => isUsualVariable(s));
  if (!variable || more.length > 0) return null;
  const plain = diff(d.value, variable, num(order));
  return { ...claim, head: plain, chain: [plain, ...claim.chain.slice(1)] };
}

/** Of f(x, y) by x: what the note says elsewhere of x and y is not meant. */
function ownParameters(head: Expr, definitions: Noted): readonly string[] {
  const name = bareName(head);
  const params = (name === null ? undefined : definitions.get(name))?.params.map((p) => p.id) ?? [];
  const target = targetOf(head);
  return target === null || params.some((id) => target.free.has(id)) ? params : [];
}
