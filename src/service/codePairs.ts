/** Hand-written derivatives in code, judged by what the two functions compute. */
import type { Explained } from '../judge/mistakes/explained.js';
import type { Steps } from '../steps.js';
import type { Program } from '../core/program.js';
import { derivedProgram } from '../codegen/index.js';
import { pairsIn, type Pair } from '../claims/code/index.js';
import { type Code, type CodeVariable, type Source } from '../notation/typescript/index.js';
import { CLOSE, doubtAbout } from './codeDoubts.js';
import { ignoredLines } from './checkIgnored.js';
import { readPair, type ReadPair } from './codeReadPair.js';
import { compare, valuesOf, type Compared } from './codeCompare.js';
import { derivativeFix } from './codeFix.js';
import { judgedGradient } from './codeGradientCheck.js';
import { mistakeIn, renamed } from './codeMistake.js';
import type { CodeClaim } from './codeTypes.js';
import { differs, exampleOf, plainClaim, undecidedClaim } from './codeVerdict.js';
import { faultInWords, UNHEARD, type OnFault } from './fault.js';
import type { Budget } from './service.js';

/** The pairs of a source with their verdicts; null between two. */
export function* checkPairs(
  source: Source,
  budget: () => Budget,
  onFault: OnFault = UNHEARD,
): Generator<CodeClaim | null, void, undefined> {
  const ignored = ignoredLines(source.text, true);
  for (const pair of pairsIn(source)) {
    const { from, to } = pair.derivative.nameSpan;
    if (ignored.covers(from, to)) continue;
    try {
      const claim = yield* judged(source, pair, budget);
      if (claim) yield claim;
    } catch (error) {
      onFault({ text: pair.derivative.name ?? '', from, error });
      yield undecidedClaim(pair, faultInWords(error));
    }
    yield null;
  }
}

/**
 * The verdict on one pair. Null where the function is none of numbers, so that the names say nothing, and where a name
 * that says little is not borne out.
 */
function* judged(source: Source, pair: Pair, budget: () => Budget): Steps<CodeClaim | null> {
  const read = readPair(source, pair, budget);
  if (!read) return null;
  const claim = 'message' in read ? undecidedClaim(pair, read.message) : yield* verdictOn(read);
  return isWorthSaying(claim, pair) ? claim : null;
}

/** A doubt is told where the name is spelled out, as fDerivative is and df is not. */
function isWorthSaying({ verdict, name }: CodeClaim, { strength }: Pair): boolean {
  if (verdict === 'true' || verdict === 'false') return true;
  return strength === 'strong' && (verdict === 'conditional' || /deriv|prime|grad/i.test(name));
}

function* verdictOn(read: ReadPair): Steps<CodeClaim> {
  const { pair, d, variables } = read;
  const isSingle = d.shape.kind === 'number' && (pair.kind === 'derivative' || variables.length < 2);
  return yield* isSingle ? judgedDerivative(read) : judgedGradient(read);
}

function* judgedDerivative(read: ReadPair): Steps<CodeClaim> {
  const { pair, f, alignment } = read;
  const candidates =
    pair.variable === null ? f.variables : f.variables.filter((v) => v.code === pair.variable);
  const [first] = candidates;
  if (!first) return undecidedClaim(pair, `${pair.of.name ?? ''} has no number of that name.`);
  if (alignment.extra.length > 1) return undecidedClaim(pair, OTHER_PARAMETERS);
  const tries = candidates.flatMap((variable) => {
    const right = derivedProgram(f.program, variable, pair.order, read.budget());
    return 'code' in right ? [] : [{ variable, right }];
  });
  const [main] = tries;
  if (!main || main.variable !== first)
    return undecidedClaim(pair, 'The derivative could not be worked out.');
  for (const t of tries) {
    yield null;
    const found = pair.order === 1 ? inTermsOfOutput(read, t.variable, t.right) : null;
    const same = alignment.extra.length === 0 ? compared(read, t.variable, t.right) : null;
    if (same?.verdict === 'same') return rightClaim(pair, t.variable, f);
    if (found) return found;
  }
  if (alignment.extra.length > 0) return undecidedClaim(pair, OTHER_PARAMETERS);
  return yield* notRight(
    read,
    tries.map((t) => t.variable),
    compared(read, main.variable, main.right),
  );
}
const OTHER_PARAMETERS = 'It takes other parameters than the function.';

function compared(
  { f, d, alignment, budget }: ReadPair,
  variable: CodeVariable,
  right: Program,
  output: string | null = null,
): Compared {
  const limit = budget();
  const value = valuesOf(f.program, limit);
  const own = d.code.variables.map((v) => v.symbol.id);
  const claimed = valuesOf(d.code.program, limit);
  return compare({
    f: value,
    right: valuesOf(right, limit),
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
function inTermsOfOutput(read: ReadPair, variable: CodeVariable, right: Program): CodeClaim | null {
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
    return plainClaim(pair, 'true', message);
  }
  return null;
}

function rightClaim(pair: Pair, variable: CodeVariable, { variables }: Code): CodeClaim {
  const order = pair.order === 2 ? 'second ' : '';
  const by = variables.length > 1 ? ` by ${variable.code}` : '';
  return plainClaim(
    pair,
    'true',
    `${pair.derivative.name ?? ''} is the ${order}derivative of ${pair.of.name ?? ''}${by}.`,
  );
}

/** What is not equal to the derivative: wrong only where nothing but a mistake can be behind it. */
function* notRight(read: ReadPair, candidates: readonly CodeVariable[], gap: Compared): Steps<CodeClaim> {
  const { source, pair, f, alignment, variables } = read;
  const [variable] = candidates;
  if (!variable) return undecidedClaim(pair, OTHER_PARAMETERS);
  switch (gap.verdict) {
    case 'same':
      return rightClaim(pair, variable, f);
    case 'few':
      return undecidedClaim(pair, 'Too few points could be compared.');
    case 'close':
      return undecidedClaim(pair, CLOSE);
    case 'part':
      return plainClaim(
        pair,
        'conditional',
        `${pair.derivative.name ?? ''} is the derivative of ${pair.of.name ?? ''}, but ${gap.claimed === null ? 'has no value' : 'not'} at ${exampleOf(gap, f.variables).place}.`,
      );
    case 'different':
      break;
  }
  const doubt = doubtAbout(pair, gap);
  if (doubt !== null) return undecidedClaim(pair, doubt);
  const mistake = yield* mistakeBy(read, candidates);
  const isPlain = variables.length === 1 || pair.variable !== null;
  if (!mistake?.specific && !(pair.strength === 'strong' && alignment.byName && isPlain))
    return undecidedClaim(pair, 'It may be meant as something else than the derivative.');
  return differs(pair, f, gap, {
    what: `${pair.derivative.name ?? ''} is not the ${pair.order === 2 ? 'second ' : ''}derivative of ${pair.of.name ?? ''} by ${variable.code}`,
    mistake,
    fix: derivativeFix(source, pair, f, variable, read.budget()),
  });
}

/** The mistake that explains what is written, as the derivative by one of the variables; a known one before a slip. */
function* mistakeBy(
  { pair, f, d, alignment, budget }: ReadPair,
  candidates: readonly CodeVariable[],
): Steps<Explained | null> {
  if (pair.order !== 1) return null;
  let slip: Explained | null = null;
  for (const variable of candidates) {
    const found = yield* mistakeIn(f.program, renamed(d.code, alignment), variable.symbol, budget());
    if (found?.specific) return found;
    slip ??= found;
  }
  return slip;
}
