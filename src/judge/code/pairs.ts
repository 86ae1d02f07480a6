/** Hand-written derivatives in code, judged by what the two functions compute. */
import type { Budget } from '../../core/index.js';
import type { Steps } from '../../steps.js';
import type { Pair, PairClaim } from '../../claims/code/claim.js';
import type { Code, CodeVariable } from '../../notation/programs/index.js';
import type { ExplainedMistake } from '../mistakes/explained.js';
import { inWordsAt } from '../message.js';
import { settled, undecided, type Verdict } from '../verdict.js';
import { compare, valuesOf, type Compared } from './compare.js';
import { CLOSE, doubtAbout } from './doubts.js';
import { isMeantBy } from './meantBy.js';
import { exampleOf } from './example.js';
import { judgedGradient } from './gradientCheck.js';
import { mistakeIn, renamed } from './mistake.js';
import { slopeOf, type Slope } from './slope.js';
import { readPair, type ReadPair } from './readPair.js';

/** The verdict on one pair. Null where the function is none of numbers, so that the names say nothing. */
export function* judgePair(claim: PairClaim, budget: () => Budget): Steps<Verdict | null> {
  const read = readPair(claim, budget);
  if (!read) return null;
  return 'message' in read ? undecided(read.message) : yield* verdictOn(read);
}

function* verdictOn(read: ReadPair): Steps<Verdict> {
  const { pair, d, variables } = read;
  const isSingle = d.shape.kind === 'number' && (pair.kind === 'derivative' || variables.length < 2);
  return yield* isSingle ? judgedDerivative(read) : judgedGradient(read);
}

function* judgedDerivative(read: ReadPair): Steps<Verdict> {
  const { pair, f, alignment } = read;
  const candidates =
    pair.variable === null ? f.variables : f.variables.filter((v) => v.code === pair.variable);
  const [first] = candidates;
  if (!first) return undecided(`${pair.of.name ?? ''} has no number of that name.`);
  if (alignment.extra.length > 1) return undecided(OTHER_PARAMETERS);
  const tries = candidates.flatMap((variable) => {
    const right = slopeOf(f.program, variable.symbol, pair.order, read.budget());
    return right ? [{ variable, right }] : [];
  });
  const [main] = tries;
  if (!main || main.variable !== first) return undecided('The derivative could not be worked out.');
  for (const t of tries) {
    yield null;
    const found = pair.order === 1 ? inTermsOfOutput(read, t.variable, t.right) : null;
    const same = alignment.extra.length === 0 ? compared(read, t.variable, t.right) : null;
    if (same?.verdict === 'same') return rightClaim(pair, t.variable, f);
    if (found) return found;
  }
  if (alignment.extra.length > 0) return undecided(OTHER_PARAMETERS);
  return yield* notRight(
    read,
    tries.map((t) => t.variable),
    main.right,
    compared(read, main.variable, main.right),
  );
}
const OTHER_PARAMETERS = 'It takes other parameters than the function.';

function compared(
  { f, d, alignment, budget }: ReadPair,
  variable: CodeVariable,
  right: Slope,
  output: string | null = null,
): Compared {
  const limit = budget();
  const value = valuesOf(f.program, limit);
  const own = d.code.variables.map((v) => v.symbol.id);
  const claimed = valuesOf(d.code.program, limit);
  return compare({
    f: value,
    right: valuesOf(right.program, limit),
    below: valuesOf(right.below, limit),
    claimed: (at) =>
      claimed(
        new Map(
          own.map((id) => {
            const y = id === output;
            return [id, y ? value(at) : (at.get(alignment.to.get(id)?.symbol.id ?? '') ?? NaN)];
          }),
        ),
      ),
    variables: f.variables,
    variable,
  });
}

/** σ′ written as y·(1 − y) is meant of the value y = σ(x): one parameter is the function's value. */
function inTermsOfOutput(read: ReadPair, variable: CodeVariable, right: Slope): Verdict | null {
  const { pair, d, alignment } = read;
  const [extra] = alignment.extra;
  const outputs = extra
    ? [extra]
    : d.code.variables.filter((v) => alignment.to.get(v.symbol.id) === variable);
  for (const output of outputs) {
    const { verdict, claimed } = compared(read, variable, right, output.symbol.id);
    if (verdict !== 'same' && !(verdict === 'part' && claimed !== null)) continue;
    const [name, of] = [pair.derivative.name ?? '', pair.of.name ?? ''];
    const y = output.code === variable.code ? 'y' : output.code;
    const message = `${name} is the derivative of ${of}: true in terms of the output ${y} = ${of}(${variable.code}).`;
    return settled('true', message);
  }
  return null;
}

function rightClaim(pair: Pair, variable: CodeVariable, { variables }: Code): Verdict {
  const by = variables.length > 1 ? ` with respect to ${variable.code}` : '';
  return settled(
    'true',
    `${pair.derivative.name ?? ''} is the ${inWords(pair)} of ${pair.of.name ?? ''}${by}.`,
  );
}

/** `derivative`, `third derivative`. */
const inWords = ({ order }: Pair): string =>
  order === 1 ? 'derivative' : `${ORDINALS[order] ?? `${String(order)}th`} derivative`;
const ORDINALS: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth' };

/** What is not equal to the derivative: wrong only where nothing but a mistake can be behind it. `right`: the derivative by the first of the candidates. */
function* notRight(
  read: ReadPair,
  candidates: readonly CodeVariable[],
  right: Slope,
  gap: Compared,
): Steps<Verdict> {
  const { claim, pair, f, alignment, variables } = read;
  const [variable] = candidates;
  if (!variable) return undecided(OTHER_PARAMETERS);
  switch (gap.verdict) {
    case 'same':
      return rightClaim(pair, variable, f);
    case 'few':
      return undecided('Too few points could be compared.');
    case 'close':
      return undecided(CLOSE);
    case 'part':
      return settled(
        'conditional',
        `${pair.derivative.name ?? ''} is the derivative of ${pair.of.name ?? ''}, but ${gap.claimed === null ? 'has no value' : 'not'} at ${inWordsAt(exampleOf(gap, f.variables))}.`,
      );
    case 'different':
      break;
  }
  const doubt = doubtAbout(claim, gap);
  if (doubt !== null) return undecided(doubt);
  const mistake = orderMissed(read, variable, right) ?? (yield* mistakeBy(read, candidates));
  const isPlain = variables.length === 1 || pair.variable !== null || isMeantBy(read, variable, right);
  if (!mistake?.specific && !(pair.strength === 'strong' && alignment.byName && isPlain))
    return undecided('It may be meant as something else than the derivative.');
  return {
    ...settled(
      'false',
      `${pair.derivative.name ?? ''} is not the ${inWords(pair)} of ${pair.of.name ?? ''} with respect to ${variable.code}`,
    ),
    mistake,
    counterexample: exampleOf(gap, f.variables),
    expected: { kind: 'derivative', f, variable, program: right.program },
  };
}

/** What is written is the derivative of the order below the one that its name says. */
function orderMissed(read: ReadPair, variable: CodeVariable, { below }: Slope): ExplainedMistake | null {
  const { order } = read.pair;
  if (order === 1 || compared(read, variable, { program: below, below }).verdict !== 'same') return null;
  const explanation = `This is the ${inWords({ ...read.pair, order: order - 1 })}.`;
  return { code: 'higher-order-missed', explanation, specific: true };
}

/** The mistake that explains what is written, as the derivative by one of the variables; a known one before a slip. */
function* mistakeBy(
  { pair, f, d, alignment, budget }: ReadPair,
  candidates: readonly CodeVariable[],
): Steps<ExplainedMistake | null> {
  if (pair.order !== 1) return null;
  let slip: ExplainedMistake | null = null;
  for (const variable of candidates) {
    const found = yield* mistakeIn(f.program, renamed(d.code, alignment), variable.symbol, budget());
    if (found?.specific) return found;
    slip ??= found;
  }
  return slip;
}
