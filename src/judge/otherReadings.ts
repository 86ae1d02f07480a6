/** Other ways to read a claim, which are open to the author; each is worked out only when its turn has come. */
import {
  isPrimed,
  apply,
  bottomUp,
  call,
  diff,
  functionRow,
  same,
  someNode,
  topDown,
  type Apply,
  type Diff,
  type Expr,
  type Sym,
} from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import { isParameterLetter } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import { valuesPutIn } from './putIn.js';
import { isBareHead, isImplied } from '../meaning/operator.js';
import { NOTHING_SAID } from '../meaning/ranks.js';
import { isStyled } from '../meaning/styles.js';
import { isOpenSum, overAllTerms } from '../meaning/reach.js';
import { X } from '../meaning/variable.js';
import { bareName, isRunOfLetters } from './doubts.js';
import { withShortArguments } from './gap.js';
import type { Known } from './known.js';
import { asFunctionsOfTime } from './rates.js';
import { withSlashOverAll, withSlashOverFirst } from './slash.js';
import { ASSUMED_FUNCTIONS } from '../customs/usually.js';

/** The claim as it is read, the definitions in force there, and what the reading is called. */
export type OtherReading = () => readonly [claim: Link, definitions: Noted, words: string];

/** Readings of a claim that does not hold as it stands. */
export function otherReadings(claim: Link, known: Known): readonly OtherReading[] {
  const { definitions } = known;
  return [
    ...bySpelling(claim, definitions),
    ...byNames(claim, definitions),
    ...byNamesakes(claim, known),
    ...byValues(claim, definitions),
  ];
}

/** Readings with another of the definitions near by. */
export function byNamesakes(claim: Link, known: Known): readonly OtherReading[] {
  const { definitions } = known;
  return known
    .namesakes(claim)
    .filter((d) => definitions.get(d.name.id) !== d)
    .map((d): OtherReading => {
      const inForce = new Map(definitions).set(d.name.id, d);
      return () => [claim, inForce, `for the definition in line ${String(d.line)}`];
    });
}

function byValues(claim: Link, definitions: Noted): readonly OtherReading[] {
  const putIn = valuesPutIn(claim);
  return putIn ? [() => [mapped(claim, putIn), definitions, 'for the values given here']] : [];
}

function* bySpelling(claim: Link, definitions: Noted): Generator<OtherReading> {
  if (claim.choices.has('slash'))
    yield () => [mapped(claim, withSlashOverAll), definitions, 'with all that follows a slash below it'];
  const overRuns = new Set(claim.seen.flatMap((s) => (s.kind === 'slash-over-run' ? [s.fraction] : [])));
  if (overRuns.size > 0)
    yield () => [
      mapped(claim, (e) => withSlashOverFirst(e, overRuns)),
      definitions,
      'with only the first factor below the slash',
    ];
  if (claim.seen.some((s) => s.kind === 'gap-in-argument')) {
    const inForce = new Map(
      [...definitions].map(([id, d]) => [id, { ...d, value: withShortArguments(d.value) }]),
    );
    yield () => [mapped(claim, withShortArguments), inForce, 'with a function’s argument up to the gap'];
  }
  if (isOpenSum(claim.right) || isOpenSum(claim.left))
    yield () => [mapped(claim, overAllTerms), definitions, 'with the operator over all the terms behind it'];
  if (!claim.choices.has('log')) return;
  for (const base of [10, 2]) {
    const words = `with log to base ${String(base)}`;
    yield () => [mapped(claim, (e) => withLogBase(e, base)), definitions, words];
    // 1/(x ln 10) beside log x: a logarithm of a number stays the natural one that it is.
    yield () => [mapped(claim, (e) => withLogBase(e, base, (x) => x.free.size > 0)), definitions, words];
  }
}

function* byNames(claim: Link, definitions: Noted): Generator<OtherReading> {
  const { head } = claim;
  if (head.kind === 'diff' && isImplied(head.target) && !head.body.free.has(X.id))
    yield () => [{ ...claim, variable: X }, definitions, 'with x as the variable'];
  const names = [...head.free].filter((id) => definitions.has(id));
  if (names.length > 0 && !isBareHead(head))
    yield () => [claim, without(definitions, names), `with ${names.join(', ')} as a name of its own`];
  const own = definitions.get(bareName(head) ?? '');
  if (own) yield () => [claim, new Map([[own.name.id, own]]), 'with the other letters as names of their own'];
}

/** ∇²f = 6x: a number stands where the Hessian matrix would be. */
function asLaplacian(claim: Link): readonly [Link, string] | null {
  if (claim.nablaSquared !== null || claim.right.kind === 'matrix') return null;
  return [{ ...claim, nablaSquared: 'laplacian' }, 'with ∇² as the Laplacian'];
}

/** Readings of a claim that cannot be judged as it stands. */
export function furtherReadings(claim: Link, definitions: Noted): readonly OtherReading[] {
  const readings = [
    letterAsFunction(claim, definitions),
    asConstant(claim),
    asComposition(claim),
    asOneName(claim),
    asRates(claim, definitions),
    asGradientLaw(claim),
    asLaplacian(claim),
    asDefined(claim, definitions),
    ofOneEntry(claim),
  ];
  return readings.flatMap((found) => {
    if (!found) return [];
    const [read, words] = found;
    return [(): ReturnType<OtherReading> => [read, definitions, words]];
  });
}

type Found = readonly [claim: Link, words: string] | null;

/** σ′ = σ(1 − σ): the letter alone is the function that it stands for by custom, at the variable. */
function letterAsFunction(claim: Link, definitions: Noted): Found {
  const { head } = claim;
  for (const [letter, fn] of ASSUMED_FUNCTIONS) {
    const mentions = (e: Expr): boolean => e.free.has(letter);
    if (definitions.has(letter) || !claim.chain.some(mentions)) continue;
    if (!mentions(head) && !someNode(head, (e) => e.kind === 'call' && e.fn === fn)) continue;
    const variable = head.kind === 'diff' && head.target.kind === 'sym' ? head.target : X;
    const at = isImplied(variable) ? X : variable;
    const read = topDown((e) => {
      if (e.kind === 'sym' && e.id === letter) return call(fn, at);
      return e.kind === 'apply' && e.fn.id === letter ? (applied(fn, e, at) ?? e) : null;
    });
    return [mapped(claim, read), `with ${letter} as the ${fn} function`];
  }
  return null;
}

/** σ, σ′ without an argument. */
function applied(fn: string, e: Apply, at: Sym): Expr | null {
  const [order] = e.orders;
  if (e.args.length > 0 || order === undefined) return null;
  return order === 0 ? call(fn, at) : order === 1 ? diff(call(fn, at), at) : null;
}

/** (c)′: a letter that is a constant by custom. */
function asConstant(claim: Link): Found {
  const { head } = claim;
  if (head.kind !== 'diff' || !isImplied(head.target) || head.body.kind !== 'sym') return null;
  if (!isParameterLetter(head.body)) return null;
  const plain = diff(head.body, X, head.order);
  return [{ ...claim, head: plain, chain: [plain, ...claim.chain.slice(1)] }, 'for a constant'];
}

/** dV/dt = 3x² dx/dt where V = x³ is said. */
function asRates(claim: Link, definitions: Noted): Found {
  const read = asFunctionsOfTime(claim, definitions);
  return read && [mapped(claim, read), 'by the equation between the quantities'];
}

/** dTC/dQ where TC = 2Q + 5 is said: the letters are one name. */
function asOneName(claim: Link): Found {
  const { head, said } = claim;
  if (!isRunOfLetters(head)) return null;
  const given = [...said]
    .reverse()
    .find((e) => e.kind === 'relation' && e.sides[0] && same(e.sides[0], head.body));
  const value = given?.kind === 'relation' ? given.sides.at(-1) : undefined;
  if (!value || someNode(value, (e) => e.kind === 'diff' || e.kind === 'tuple')) return null;
  const plain = diff(value, head.target, head.order);
  return [{ ...claim, head: plain, chain: [plain, ...claim.chain.slice(1)] }, 'with its letters as one name'];
}

/** (f(g))′ = f′(g) g′: names that are primed without an argument are functions of the variable. */
function asComposition(claim: Link): Found {
  const { head } = claim;
  if (head.kind !== 'diff' || !isImplied(head.target)) return null;
  const primed = namesIn(...claim.chain).applications.filter((a) => a.args.length === 0 && isPrimed(a));
  const names = new Set(primed.map((a) => a.fn.id));
  if (!namesIn(head.body).applications.some((a) => a.args.some((x) => x.kind === 'sym' && names.has(x.id))))
    return null;
  const read = topDown((e) => {
    if (isImplied(e)) return X;
    if (e.kind === 'sym' && names.has(e.id)) return apply(e, [X]);
    const isBare = e.kind === 'apply' && e.args.length === 0 && names.has(e.fn.id);
    return isBare ? apply(e.fn, [X], e.orders) : null;
  });
  return [mapped(claim, read), 'for any such functions'];
}

/** σ′(x) = σ(x)(1 − σ(x)) where x is a vector: said of each entry by itself. */
function ofOneEntry(claim: Link): Found {
  const { head, arrays } = claim;
  if (!arrays || head.kind !== 'diff' || head.body.kind !== 'call' || head.target.kind !== 'sym') return null;
  const [argument, more] = head.body.args;
  const isOfEntries = functionRow(head.body.fn) !== null && !isStyled(head.target);
  if (!isOfEntries || more || !argument || !same(argument, head.target) || !arrays.ranks.has(head.target.id))
    return null;
  return [{ ...claim, arrays: NOTHING_SAID }, 'entry by entry'];
}

/** d ln f/dx where f(x) = … is said: that f, and not any function as in a rule. */
function asDefined(claim: Link, definitions: Noted): Found {
  const { head } = claim;
  if (head.kind !== 'diff' || head.target.kind !== 'sym' || isBareHead(head)) return null;
  const by = head.target;
  const functions = namesIn(head.body).symbols.filter((s) => {
    const [only, ...more] = definitions.get(s.id)?.params ?? [];
    return only !== undefined && more.length === 0 && same(only, by);
  });
  if (functions.length === 0) return null;
  const names = new Set(functions.map((s) => s.id));
  const read = topDown((e) => (e.kind === 'sym' && names.has(e.id) ? apply(e, [by]) : null));
  return [mapped(claim, read), `with ${[...names].join(', ')} as it is defined`];
}

/** ∇(fg) = f ∇g + g ∇f: each entry says it of one variable, the same on both sides. */
export function asGradientLaw(claim: Link): Found {
  const isGradient = (e: Expr): e is Diff => e.kind === 'diff' && e.partial && isImplied(e.target);
  const derived = claim.chain.flatMap((side) => namesIn(side).derivatives).filter(isGradient);
  if (!isGradient(claim.head) || derived.length < 2) return null;
  const named = new Set(derived.flatMap((d) => (d.body.kind === 'sym' ? [d.body.id] : [])));
  if (named.size === 0) return null;
  const entry = topDown((e) => {
    if (isGradient(e)) return diff(entry(e.body), X, e.order);
    return e.kind === 'sym' && named.has(e.id) ? apply(e, [X]) : null;
  });
  return [mapped(claim, entry), 'for any such functions'];
}

/** All sides of the claim changed alike. */
export function mapped(claim: Link, f: (e: Expr) => Expr): Link {
  return {
    ...claim,
    head: f(claim.head),
    right: f(claim.right),
    left: f(claim.left),
    chain: claim.chain.map(f),
  };
}

function withLogBase(e: Expr, base: number, isMeant: (x: Expr) => boolean = () => true): Expr {
  const log = base === 10 ? 'log10' : 'log2';
  return bottomUp((x) => (x.kind === 'call' && x.fn === 'ln' && isMeant(x) ? call(log, ...x.args) : x))(e);
}
