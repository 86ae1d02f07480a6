/** A question and its answer as curves to be drawn. */
import type { Steps } from '../steps.js';
import {
  isPrimed,
  functionRow,
  grouped,
  inputsOf,
  plainName,
  someNode,
  Work,
  type Binding,
  type Expr,
} from '../core/index.js';
import { namesIn, variableName } from '../meaning/index.js';
import { samplePlotInSteps } from '../plot/plot.js';
import type { Plot } from '../protocol.js';
import type { Solved } from './solve.js';
import { asFunction } from './values.js';
import { countsThings, isWholeExponent } from '../customs/usually.js';

/** f and f′ over a window, in steps, for at most so many units of work; null where nothing is drawn. */
export function* plotOf(
  solved: Solved,
  limit: number,
  window?: readonly [number, number],
): Steps<Plot | null> {
  const curves = curvesOf(solved, limit);
  if (curves === null || curves.evaluations < FEWEST) return null;
  yield null;
  const { asked, derivation } = solved;
  const { question, variable } = asked;
  const { both, parameters, evaluations } = curves;
  const budget = new Work(limit);
  const [main, derivative] = both.map((e) =>
    asFunction(e, curves.variable, parameters, question.definitions, budget),
  );
  if (!main || !derivative) return null;
  const name = variableName(variable);
  yield null;
  return yield* samplePlotInSteps(main, derivative, {
    variable: name,
    names: namesOf(asked.head, name, derivation.stages.length),
    trigonometric: someNode(question.body, isTrigonometric),
    parameters: captionOf(parametersInWords(parameters, both), evaluations),
    evaluations,
    ...(window === undefined ? {} : { x: window }),
  });
}

/** What stands where curves would that there are, and that would cost too much; null where nothing is left out. */
export function plotLeftOut(solved: Solved, limit: number): string | null {
  const curves = curvesOf(solved, limit);
  return curves !== null && curves.evaluations < FEWEST
    ? 'The plot is left out: computing enough values takes more work than is allowed.'
    : null;
}

interface Curves {
  /** f and f′. */
  readonly both: readonly Expr[];
  readonly variable: string;
  readonly parameters: ReadonlyMap<string, number>;
  /** How often each may be evaluated. */
  readonly evaluations: number;
}

/** Null where there is nothing to draw (unknown functions, entries of vectors, ∑ without end). */
function curvesOf({ asked, derivation }: Solved, limit: number): Curves | null {
  const { question, variable } = asked;
  // Of a gradient there is no one curve.
  if (question.arrays?.route === 'differentials') return null;
  if (variable.kind !== 'sym' || question.target.kind !== 'sym' || question.dependent.size > 0) return null;
  const f =
    derivation.stages.length > 1 ? (derivation.stages.at(-2)?.result ?? question.body) : question.body;
  const both = [f, derivation.result];
  if (both.some((e) => someNode(e, (x) => isForeign(x, question.definitions)))) return null;
  const parameters = standIns(inputsOf(both, question.definitions), variable.id);
  const evaluations = affordable(both, variable.id, parameters, question.definitions, limit);
  return { both, variable: variable.id, parameters, evaluations };
}

/** Evaluations of a curve that show all there is to see, and those below which a picture shows nothing. */
const MOST = 4_000;
const FEWEST = 200;

/** How often each function may be evaluated within the limit of a plot. */
function affordable(
  both: readonly Expr[],
  variable: string,
  parameters: ReadonlyMap<string, number>,
  definitions: ReadonlyMap<string, Binding>,
  limit: number,
): number {
  const price = new Work(limit);
  const values = both.map((e) => asFunction(e, variable, parameters, definitions, price));
  price.spent = 0;
  values.forEach((f) => f(TYPICAL));
  // A little is left for compiling, and for what costs more elsewhere.
  return Math.min(MOST, Math.floor((0.8 * limit) / price.spent));
}
const TYPICAL = 0.7;

const captionOf = (parameters: string, evaluations: number): string =>
  [parameters, evaluations < MOST ? `drawn from at most ${grouped(evaluations)} values` : '']
    .filter((t) => t !== '')
    .join('; ');

const isForeign = (e: Expr, definitions: ReadonlyMap<string, unknown>): boolean =>
  e.kind === 'diff' ||
  e.kind === 'plusminus' ||
  e.kind === 'component' ||
  e.kind === 'binder' ||
  e.kind === 'tuple' ||
  (e.kind === 'apply' && (isPrimed(e) || !definitions.has(e.fn.id)));

const isTrigonometric = (e: Expr): boolean =>
  e.kind === 'call' && functionRow(e.fn)?.family === 'trigonometric';

/** Small whole numbers for parameters: exponents and counts 2, everything else 1, so that shapes stay simple. */
function standIns(names: readonly string[], variable: string): ReadonlyMap<string, number> {
  return new Map(
    names.filter((n) => n !== variable).map((n) => [n, countsThings(n) || isWholeExponent(n) ? 2 : 1]),
  );
}

function parametersInWords(parameters: ReadonlyMap<string, number>, expressions: readonly Expr[]): string {
  const plain = new Map(namesIn(...expressions).symbols.map((s) => [s.id, plainName(s)]));
  return [...parameters].map(([id, value]) => `${plain.get(id) ?? id} = ${String(value)}`).join(', ');
}

/** f(x) and f′(x); of a higher order the derivative before it and itself. */
function namesOf(head: Expr | null, variable: string, order: number): readonly [string, string] {
  const f = head?.kind === 'apply' ? plainName(head.fn) : head?.kind === 'sym' ? plainName(head) : 'f';
  const primed = (n: number): string => (n > 3 ? `${f}⁽${superscript(n)}⁾` : f + '′'.repeat(n));
  const of = head?.kind === 'sym' ? '' : `(${variable})`;
  return [primed(order - 1) + of, primed(order) + of];
}
const superscript = (n: number): string => String(n).replace(/\d/g, (d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)] ?? '');
