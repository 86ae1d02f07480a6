/** What must hold of every expression: the properties that random ones are tried against. */
import type { Derivation, Refusal, Step } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { same } from '../../../src/core/equality.js';
import { ONE, type Expr } from '../../../src/core/expr.js';
import { groundFor, tidy, tidyInSteps } from '../../../src/core/tidy/index.js';
import { verify } from '../../../src/core/verify.js';
import { show } from '../core/show.js';
import { done } from '../../../src/steps.js';
import { X } from './random.js';
import { changedValue } from './values.js';

/** A property that failed: which, and how. */
export interface Failure {
  readonly property: Property;
  readonly detail: string;
}
export const PROPERTIES = [
  'throws',
  'hangs',
  'wrong',
  'wrong-step',
  'value',
  'domain',
  'dearer',
  'restless',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** How often a case may ask whether to stop; far more than any case of this size needs. */
const MOST_POLLS = 200_000;
const NODES = 1000;
const SLOW_MS = 1500;
/** Rewriting −1/2 as a fraction or x + 1 + x as 2x + 1 may cost a tie. */
const COST_SLACK = 0.5;

/** The first property that does not hold; null where all do. `now` is a clock in milliseconds. */
export function failure(e: Expr, now: () => number = () => 0): Failure | null {
  try {
    return failureOf(e, now);
  } catch (error) {
    return { property: 'throws', detail: error instanceof Error ? String(error.stack) : String(error) };
  }
}

function failureOf(e: Expr, now: () => number): Failure | null {
  const started = now();
  const d = derivation(e);
  const took = now() - started;
  if (took > SLOW_MS) return { property: 'hangs', detail: `took ${took.toFixed(0)} ms` };
  if (!('result' in d)) return d.code === 'limit' ? { property: 'hangs', detail: d.message } : null;
  const check = verify(e, X, d.result);
  const stages = d.stages[0];
  if (check.verdict === 'contradicts')
    return wrongStep(d) ?? { property: 'wrong', detail: `gave ${show(d.result)}: ${String(check.reason)}` };
  return (
    (stages &&
      (changingStep(stages.tidying) ??
        costs(e, stages.root.result, formOf({ result: d.result, steps: stages.tidying })))) ??
    wrongStep(d)
  );
}

function derivation(e: Expr): Derivation | Refusal {
  let polls = 0;
  const budget = { nodes: NODES, shouldStop: () => ++polls > MOST_POLLS };
  const question = {
    body: e,
    target: X,
    order: ONE,
    partial: false,
    definitions: new Map(),
    dependent: new Set<string>(),
  };
  const d = derive(question, (r, b) => tidyInSteps(r, b, { question: e, target: X }), budget);
  return polls > MOST_POLLS ? { code: 'limit', message: `asked ${polls} times whether to stop` } : d;
}

/** The innermost step of deriving whose result differences contradict. */
function wrongStep(d: Derivation): Failure | null {
  const seen = new Set<Step>();
  const visit = (s: Step): Failure | null => {
    if (seen.has(s)) return null;
    seen.add(s);
    for (const part of s.substeps) {
      const found = visit(part);
      if (found) return found;
    }
    if (s.before.kind !== 'diff') return null;
    const { verdict, reason } = verify(s.before.body, s.before.target, s.result, { points: 4 });
    if (verdict !== 'contradicts') return null;
    return {
      property: 'wrong-step',
      detail: `${s.rule}: ${show(s.before)} = ${show(s.result)}: ${String(reason)}`,
    };
  };
  for (const stage of d.stages) {
    const found = visit(stage.root);
    if (found) return found;
  }
  return null;
}

function changingStep(steps: readonly Step[]): Failure | null {
  for (const s of steps) {
    const change = changedValue(s.before, s.after, s.conditions);
    if (change !== null)
      return {
        property: change.endsWith('NaN') || change.endsWith('Infinity') ? 'domain' : 'value',
        detail: `${s.rule}: ${change}\n    ${show(s.before)}\n    ${show(s.after)}`,
      };
  }
  return null;
}

/** The form that tidying found: the bars of u/|u| are put in at its end, whatever they cost. */
function formOf({ result, steps }: { readonly result: Expr; readonly steps: readonly Step[] }): Expr {
  const last = steps.at(-1);
  return last?.rule === 'sign-as-quotient' ? last.before : result;
}

/** Tidying may not make a form dearer to read, and has to be done when it is done. */
function costs(question: Expr, raw: Expr, tidied: Expr): Failure | null {
  const cost = done(groundFor({ question, target: X }, question, UNLIMITED)).cost;
  const [before, after] = [cost.of(raw), cost.of(tidied)];
  if (after > before + COST_SLACK)
    return {
      property: 'dearer',
      detail: `${before.toFixed(2)} to ${after.toFixed(2)}\n    ${show(raw)}\n    ${show(tidied)}`,
    };
  const again = formOf(tidy(tidied, { nodes: NODES, shouldStop: () => false }, { question, target: X }));
  if (same(again, tidied)) return null;
  return {
    property: 'restless',
    detail: `${after.toFixed(2)} to ${cost.of(again).toFixed(2)}\n    ${show(tidied)}\n    ${show(again)}`,
  };
}
