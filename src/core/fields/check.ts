/** The check of what is made of partial derivatives: each of these by differences, and their sum or determinant by values. */
import type { Steps } from '../../steps.js';
import { determinant } from '../arrays/value.js';
import { compareValues } from '../compare/agree.js';
import { ROWS } from '../compare/table.js';
import type { Check, Derivation, Stage, Step } from '../derivation.js';
import { compile } from '../evaluate.js';
import { same } from '../equality.js';
import type { Expr } from '../expr.js';
import { inputsOf } from '../inputs.js';
import { verifyInSteps, type VerifyOptions } from '../verify.js';
import { partialsIn } from './derive.js';
import { formOf, itemsOf, pendingOf, type Field, type FieldTerm } from './field.js';

/** Agrees only where every partial derivative does, and the result has the values that they make. */
export function* checkField(
  { question, stages }: Derivation,
  field: Field,
  options: VerifyOptions,
): Steps<Check> {
  const [stage] = stages;
  if (!stage) return undecided('nothing was derived');
  const checks: Check[] = [];
  for (const { before, result } of partialsIn(stage.root.substeps))
    if (before.kind === 'diff')
      checks.push(yield* verifyInSteps(before.body, before.target, result, options));
  const doubtful =
    checks.find((c) => c.verdict === 'contradicts') ?? checks.find((c) => c.verdict === 'undecided');
  if (doubtful) return doubtful;
  const entries = expectedEntries(field, question.body, itemsOf(question.target), stage);
  const results = itemsOf(stage.result);
  if (entries?.length !== results.length) return undecided('the entries could not be put side by side');
  yield null;
  for (const [i, expected] of entries.entries())
    if (!haveSameValues(expected, results[i] as Expr, options))
      return { verdict: 'contradicts', points: 0, worst: 1, reason: 'its parts come to something else' };
  return {
    verdict: 'agrees',
    points: Math.min(...checks.map((c) => c.points)),
    worst: Math.max(0, ...checks.map((c) => c.worst)),
    reason: null,
  };
}
const undecided = (reason: string): Check => ({ verdict: 'undecided', points: 0, worst: 0, reason });

/** Expressions, and the number that their values come to. */
interface Expected {
  readonly of: readonly Expr[];
  readonly value: (values: readonly number[]) => number;
}
function expectedEntries(
  field: Field,
  body: Expr,
  targets: readonly Expr[],
  { root }: Stage,
): readonly Expected[] | null {
  if (field.operator === 'jacobian-determinant') {
    const [jacobian] = root.substeps;
    const rows = jacobian?.result.kind === 'matrix' ? jacobian.result.rows : null;
    return (
      rows && [
        {
          of: rows.flat(),
          value: (v) => determinant(rows.map((r, i) => v.slice(i * r.length, (i + 1) * r.length))),
        },
      ]
    );
  }
  const form = formOf(field, body, targets);
  const steps = flat(root.substeps);
  const lists = form?.shape === 'vector' ? form.entries : form ? [form.terms] : [];
  const entries = lists.map((terms) => expectedSum(terms, steps));
  return form && entries.every((e) => e !== null) ? entries : null;
}
/** Σ coefficient · derivative, by the results of the steps. */
function expectedSum(terms: readonly FieldTerm[], steps: readonly Step[]): Expected | null {
  const results = terms.map((t) => steps.find((s) => same(s.before, pendingOf(t)))?.result);
  if (results.includes(undefined)) return null;
  return {
    of: [...terms.map((t) => t.coefficient), ...(results as Expr[])],
    value: (v) => terms.reduce((s, _, i) => s + (v[i] as number) * (v[terms.length + i] as number), 0),
  };
}
const flat = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((s) => [
    s,
    ...(s.before.kind === 'diff' && s.before.target.kind === 'tuple' ? s.substeps : []),
  ]);

function haveSameValues(
  { of, value }: Expected,
  result: Expr,
  { definitions = new Map(), budget }: VerifyOptions,
): boolean {
  const names = [...new Set(inputsOf([...of, result], definitions))];
  const [f, ...parts] = [result, ...of].map((e) => compile(e, names, definitions, budget));
  const pairs = ROWS.printed.line.map((x): [number, number] => {
    const at = names.map((_, i) => x + STEP * i);
    return [f?.(...at) ?? NaN, value(parts.map((p) => p(...at)))];
  });
  return compareValues(pairs, ROWS.printed) === 'agrees';
}
/** No two names have the same value. */
const STEP = 0.13;
