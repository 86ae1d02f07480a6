/** Hand-written gradients, judged component by component. */
import { derivedProgram, type Budget } from '../../core/index.js';
import type { Steps } from '../../steps.js';
import type { CodeVariable } from '../../notation/programs/index.js';
import type { ExplainedMistake } from '../mistakes/explained.js';
import { short } from '../figures.js';
import { settled, undecided, type RightPart, type Verdict } from '../verdict.js';
import { agreements, compare, valuesOf, type CodeComparison, type Compared } from './compare.js';
import { CLOSE, doubtAbout } from './doubts.js';
import { exampleOf } from './example.js';
import { assignments, type Assignment, type GradientPart } from './gradient.js';
import { mistakeIn, renamed } from './mistake.js';
import type { ReadPair } from './readPair.js';

interface Judged {
  readonly part: RightPart;
  readonly gap: Compared;
}

export function* judgedGradient(read: ReadPair): Steps<Verdict> {
  const { pair, d, variables, alignment, f } = read;
  if (alignment.extra.length > 0) return undecided('It takes other parameters than the function.');
  const ways = assignments(d.shape, variables.length > 0 ? variables : f.variables, pair.of.name ?? '');
  const all: (readonly Judged[])[] = [];
  for (const way of ways) {
    yield null;
    const judged = judgedParts(read, way);
    if (judged?.every((j) => j.gap.verdict === 'same')) return right(read, way);
    if (judged) all.push(judged);
  }
  const [best] = all;
  if (!best) return undecided('It is not certain which of its numbers is which partial derivative.');
  // One number alone could be any of the partial derivatives.
  const multiple = ways.length > 1 ? all.find((judged) => isMultiple(read, judged)) : undefined;
  if (multiple) return withFactor(yield* notRight(read, multiple));
  if (ways.length > 1) return undecided('It is no partial derivative of the function, and no gradient.');
  return yield* notRight(read, best);
}

function right({ pair, of }: ReadPair, way: Assignment): Verdict {
  const name = pair.derivative.name ?? '';
  const [only] = way;
  const what =
    way.length === 1 && only?.variable
      ? `the derivative of ${of} with respect to ${only.variable.code}`
      : way.some((p) => p.variable === null)
        ? `the value and the gradient of ${of}`
        : `the gradient of ${of}`;
  return settled('true', `${name} is ${what}.`);
}

/** Null where the derivatives could not be worked out. */
function judgedParts(read: ReadPair, way: Assignment): readonly Judged[] | null {
  const { f } = read;
  const judged: Judged[] = [];
  for (const part of way) {
    const limit = read.budget();
    const target = part.variable && derivedProgram(f.program, part.variable.symbol, 1, limit);
    if (target && 'code' in target) return null;
    const whole = { ...part, right: target ?? f.program };
    judged.push({ part: whole, gap: compare(comparisonOf(read, whole, limit)) });
  }
  return judged;
}

function comparisonOf({ f, d, alignment }: ReadPair, part: RightPart, budget: Budget): CodeComparison {
  const own = d.code.variables.map((v) => v.symbol.id);
  const claimed = valuesOf({ ...d.code.program, result: part.leaf.e }, budget);
  return {
    f: valuesOf(f.program, budget),
    right: valuesOf(part.right, budget),
    claimed: (at) =>
      claimed(new Map(own.map((id) => [id, at.get(alignment.to.get(id)?.symbol.id ?? '') ?? NaN]))),
    variables: f.variables,
    variable: part.variable,
  };
}

/** A part of the right derivative, such as half of it, is that without a constant factor, whatever else would give it. */
function withFactor(verdict: Verdict): Verdict {
  const { claimed, actual } = verdict.counterexample ?? { claimed: null, actual: NaN };
  const missing = actual / (claimed ?? NaN);
  if (verdict.kind !== 'false' || !(missing > 1)) return verdict;
  const explanation = `A constant factor is missing: the derivative is ${short(missing)} times as much.`;
  return { ...verdict, mistake: { code: 'missing-factor', explanation, specific: true } };
}

/**
 * Whether the one derivative that stands beside its value is a positive multiple of the right one everywhere: half of it,
 * say. What differs by a factor that varies may be the derivative by something within, as 2e of e² is, and the opposite
 * one by what is taken away there.
 */
function isMultiple(read: ReadPair, judged: readonly Judged[]): boolean {
  const [only, ...others] = judged.filter((j) => j.part.variable !== null);
  if (!only || others.length > 0 || judged.length < 2) return false;
  const ratio = (only.gap.claimed ?? NaN) / only.gap.actual;
  if (!(ratio > 0)) return false;
  const c = comparisonOf(read, only.part, read.budget());
  const scaled: CodeComparison = { ...c, right: (at) => ratio * c.right(at) };
  return compare(scaled).verdict === 'same' && agreements(scaled) > 0;
}

function* notRight(read: ReadPair, judged: readonly Judged[]): Steps<Verdict> {
  const { claim, pair, of, f, d, alignment, variables, budget } = read;
  const wrong = judged.filter((j) => j.gap.verdict === 'different');
  const [first] = wrong;
  if (!first) {
    const isClose = judged.some((j) => j.gap.verdict === 'close');
    const isPart = judged.every((j) => j.gap.verdict === 'same' || j.gap.verdict === 'part');
    if (isPart)
      return settled(
        'conditional',
        `${pair.derivative.name ?? ''} is the gradient of ${of} where it has a value.`,
      );
    return undecided(isClose ? CLOSE : 'Too few points could be compared.');
  }
  const doubt = doubtAbout(claim, {
    isFlat: wrong.every((j) => j.gap.isFlat) && judged.length === wrong.length,
  });
  if (doubt !== null) return undecided(doubt);
  if (first.part.variable === null) return undecided(`\`${first.part.label}\` is not the value of ${of}.`);
  const partial = judged.filter((j) => j.part.variable !== null);
  // A component that is right, and not by being 0, or the value beside the only derivative says that the shape was understood.
  const isBorneOut =
    partial.some((j) => j.gap.verdict === 'same' && !j.gap.isFlat) ||
    (variables.length === 1 && partial.length < judged.length);
  const isWhole = partial.length === variables.length || d.shape.kind === 'record';
  const program = { ...d.code.program, result: first.part.leaf.e };
  const mistake = yield* mistakeIn(
    f.program,
    renamed({ ...d.code, program }, alignment),
    first.part.variable.symbol,
    budget(),
  );
  const order = swapped(read, first, partial);
  if (!order && !mistake?.specific && !(isBorneOut && isWhole && pair.strength === 'strong'))
    return undecided('It may be meant as something else than the gradient.');
  const component = componentOf(first.part, pair.derivative.name ?? '');
  return {
    ...settled(
      'false',
      `${component} is not the derivative of ${of} with respect to ${first.part.variable.code}`,
    ),
    mistake: order ?? mistake,
    counterexample: exampleOf(first.gap, f.variables),
    expected: {
      kind: 'gradient',
      f,
      shape: d.shape,
      parts: judged.map((j) => j.part),
      wrong: wrong.map((j) => j.part),
    },
  };
}

/** A wrong component that is the derivative by the variable of another one. */
function swapped(read: ReadPair, { part }: Judged, others: readonly Judged[]): ExplainedMistake | null {
  const isBy = (variable: CodeVariable): boolean => {
    const limit = read.budget();
    const right = derivedProgram(read.f.program, variable.symbol, 1, limit);
    if ('code' in right) return false;
    const gap = compare(comparisonOf(read, { ...part, variable, right }, limit));
    return gap.verdict === 'same' && !gap.isFlat;
  };
  const by = others.map((j) => j.part.variable).find((v) => v !== null && v !== part.variable && isBy(v));
  return by
    ? {
        code: 'wrong-variable',
        explanation: `This is the derivative with respect to ${by.code}.`,
        specific: true,
      }
    : null;
}

/** `lossGradient[1]`, `the dx of lossGradient`. */
const componentOf = ({ label }: GradientPart, name: string): string =>
  label.startsWith('[') ? `${name}${label}` : label === '' ? name : `${label} of ${name}`;
