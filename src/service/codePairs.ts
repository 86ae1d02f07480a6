/** Hand-written derivatives in code, judged by what the two functions compute. */
import { compileProgram, derivativeProgram, deriveProgram, type Program } from '../core/program.js';
import { ONE, substitute, sym, type Expr } from '../core/expr.js';
import {
  pairsIn,
  readCode,
  writeDerivative,
  type Code,
  type CodeVariable,
  type Pair,
  type Source,
} from '../notation/typescript/index.js';
import { mistakeIn } from './codeMistake.js';
import type { CodeClaim, CodeEdit } from './codeTypes.js';
import type { Budget } from './service.js';

/** The pairs of a source with their verdicts; null between two. */
export function* checkPairs(
  source: Source,
  budget: () => Budget,
): Generator<CodeClaim | null, void, undefined> {
  for (const pair of pairsIn(source)) {
    if (pair.kind === 'derivative') {
      const claim = judged(source, pair, budget());
      if (claim) yield claim;
    }
    yield null;
  }
}

/** The verdict on one pair; null where either function cannot be read, or they take different things. */
function judged(source: Source, pair: Pair, budget: Budget): CodeClaim | null {
  const [f, d] = [readCode(source, pair.of), readCode(source, pair.derivative)];
  if (!f.ok || !d.ok || f.variables.length !== d.variables.length || f.arrays.length + d.arrays.length > 0)
    return null;
  const variable =
    pair.variable === null ? f.variables[0] : f.variables.find((v) => v.code === pair.variable);
  if (!variable) return null;
  const right = derivedTimes(f.program, variable, pair.order, budget);
  if (!right) return null;
  const claimed = renamed(d, f);
  const difference = compared(f.program, right, claimed, f.variables, variable);
  // σ′ written as y·(1 − y) is meant of the value y = σ(x): a derivative in terms of the function's value.
  if (
    difference.at &&
    f.variables.length === 1 &&
    compared(f.program, right, ofValue(claimed, f.program, variable), f.variables, variable).at === null
  )
    return {
      ...headOf(pair),
      verdict: 'true',
      message: `${pair.derivative.name ?? ''} is the derivative of ${pair.of.name ?? ''} in terms of its value.`,
      mistake: null,
      counterexample: null,
      fix: null,
    };
  return claimOf(source, pair, f, variable, difference, claimed, budget);
}

function derivedTimes(
  program: Program,
  variable: CodeVariable,
  order: number,
  budget: Budget,
): Program | null {
  let current = program;
  for (let k = 0; k < order; k++) {
    const found = deriveProgram(current, variable.symbol, budget);
    if ('code' in found) return null;
    current = derivativeProgram(found);
  }
  return current;
}

/** The claimed derivative with the parameters of the function, one for one. */
function renamed(d: Code, f: Code): Program {
  const names = new Map(
    d.variables.map((v, i): [string, Expr] => [v.symbol.id, f.variables[i]?.symbol ?? ONE]),
  );
  // Locals of the one may have the names of the other's parameters: they are kept apart.
  const inner = new Map([...names].filter(([id]) => !d.program.bindings.some((b) => b.name.id === id)));
  const { program } = d;
  return {
    ...program,
    bindings: program.bindings.map((b) => ({ name: b.name, value: substitute(b.value, inner) })),
    result: substitute(program.result, inner),
  };
}

/** The claimed derivative of the function's value in place of its variable. */
function ofValue(claimed: Program, f: Program, variable: CodeVariable): Program {
  const value = new Map([[variable.symbol.id, VALUE]]);
  const own = claimed.bindings.map((b) => ({ name: b.name, value: substitute(b.value, value) }));
  const bindings = [...f.bindings, { name: VALUE, value: f.result }, ...own];
  return {
    ...claimed,
    definitions: new Map([...f.definitions, ...claimed.definitions]),
    bindings,
    result: substitute(claimed.result, value),
  };
}
const VALUE = sym('#value', ['word']);

const headOf = ({ derivative, of }: Pair): Pick<CodeClaim, 'from' | 'to' | 'name' | 'of'> => ({
  ...derivative.nameSpan,
  name: derivative.name ?? '',
  of: of.name ?? '',
});

interface Difference {
  readonly points: number;
  readonly at: Readonly<Record<string, number>> | null;
  readonly claimed: number | null;
  readonly actual: number;
}

const SCALES = [0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11, 4.3, -3.7, 0.52];
const OTHERS = [0.7, 1.3, 0.45, 2.1];

/** Both at points where the function is defined; the first at which they differ clearly. */
function compared(
  f: Program,
  right: Program,
  claimed: Program,
  variables: readonly CodeVariable[],
  variable: CodeVariable,
): Difference {
  const [value, actual, other] = [compileProgram(f), compileProgram(right), compileProgram(claimed)];
  let points = 0;
  for (const set of OTHERS) {
    for (const x of SCALES) {
      const at = new Map(variables.map((v, i) => [v.symbol.id, v === variable ? x : set + 0.23 * i]));
      const [y, a, c] = [value(at), actual(at), other(at)];
      if (!Number.isFinite(y) || !Number.isFinite(a)) continue;
      points++;
      if (Math.abs(a - c) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(c))) continue;
      const named = Object.fromEntries(variables.map((v) => [v.code, at.get(v.symbol.id) ?? 0]));
      return { points, at: named, claimed: Number.isFinite(c) ? c : null, actual: a };
    }
    if (variables.length === 1) break;
  }
  return { points, at: null, claimed: null, actual: NaN };
}

function claimOf(
  source: Source,
  pair: Pair,
  f: Code,
  variable: CodeVariable,
  difference: Difference,
  other: Program,
  budget: Budget,
): CodeClaim {
  const head = headOf(pair);
  const { order } = pair;
  if (difference.at === null) {
    return difference.points >= 3
      ? {
          ...head,
          verdict: 'true',
          message: `${head.name} is the derivative of ${head.of}.`,
          mistake: null,
          counterexample: null,
          fix: null,
        }
      : {
          ...head,
          verdict: 'undecided',
          message: 'Too few points could be compared.',
          mistake: null,
          counterexample: null,
          fix: null,
        };
  }
  const { at, claimed, actual } = difference;
  const place = Object.entries(at)
    .map(([n, v]) => `${n} = ${String(v)}`)
    .join(', ');
  const got = claimed === null ? 'no value' : short(claimed);
  return {
    ...head,
    verdict: 'false',
    message: `${head.name} is not the derivative of ${head.of} by ${variable.code}: at ${place} it gives ${got}, and the derivative is ${short(actual)}.`,
    mistake: order === 1 ? mistakeIn(f.program, other, variable.symbol, budget) : null,
    counterexample: { at, claimed, actual },
    fix: fixOf(source, pair, f, variable, order, budget),
  };
}
const short = (v: number): string => String(Number(v.toPrecision(6)));

/** The right function in the place and under the name of the wrong one; only where their parameters are the same. */
function fixOf(
  source: Source,
  { derivative, of }: Pair,
  f: Code,
  variable: CodeVariable,
  order: number,
  budget: Budget,
): CodeEdit | null {
  if (
    derivative.isMember ||
    derivative.name === null ||
    source.text.slice(...parameters(of)) !== source.text.slice(...parameters(derivative))
  )
    return null;
  const written = writeDerivative(
    source,
    { ...f, target: { ...of, exported: derivative.exported } },
    variable,
    order,
    budget,
  );
  if (!('text' in written)) return null;
  const text = written.text
    .slice(written.text.indexOf('*/') + 2)
    .trimStart()
    .replace(written.name, derivative.name);
  return { ...derivative.statement, text, name: derivative.name };
}
function parameters({ fn }: Pair['of']): [number, number] {
  return [fn.params[0]?.start ?? 0, fn.params.at(-1)?.end ?? 0];
}
