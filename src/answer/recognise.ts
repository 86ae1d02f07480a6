/** A question that is a function with a name: its derivative is written in that name, as σ′ = σ(1 − σ). */
import {
  areSame,
  call,
  compile,
  deriveOnceInSteps,
  same,
  share,
  SPELLED_OUT,
  someNode,
  type Budget,
  type Derivation,
  type Expr,
  type Question,
  type Stage,
  type Step,
  type Tidy,
} from '../core/index.js';
import type { Steps } from '../steps.js';
import { checked } from './checking.js';

/** Longer formulas are no definitions of these functions. */
const LONGEST = 40;
const RECOGNISING = 0.2;

/**
 * The derivation ended in the function's name; where the text has no such name, with that form beside the answer. Null where the
 * question is no function that is known.
 */
export function* recognised(derivation: Derivation, tidy: Tidy, budget: Budget): Steps<Derivation | null> {
  const { question, stages } = derivation;
  const [stage] = stages;
  if (!stage || stages.length > 1 || !isPlain(question)) return null;
  const fn = functionOf(question);
  if (fn === null) return null;
  const own = share(budget, RECOGNISING);
  const body = call(fn, question.target);
  const taken = yield* deriveOnceInSteps({ ...question, body }, own);
  const { result } = taken ? yield* tidy(taken.result, own) : stage;
  if (same(result, stage.result)) return null;
  const made = inName(derivation, stage, result, question.named?.has(fn) ?? false);
  const check = yield* checked({ ...made, result, stages: [{ ...stage, result }] }, own);
  return check.verdict === 'agrees' ? made : null;
}

function inName(derivation: Derivation, stage: Stage, result: Expr, isNamed: boolean): Derivation {
  if (!isNamed) return { ...derivation, stages: [{ ...stage, also: result }] };
  const tidying = [...stage.tidying, step(stage.result, result)];
  return { ...derivation, result, stages: [{ ...stage, tidying, result, also: stage.result }] };
}

const step = (before: Expr, after: Expr): Step => ({
  rule: 'recognise-function',
  title: 'In terms of the function itself',
  before,
  after,
  result: after,
  parts: [],
  substitution: null,
  conditions: [],
  substeps: [],
});

const isPlain = ({
  body,
  target,
  order,
  equation,
  field,
  arrays,
  dependent,
  definitions,
}: Question): boolean =>
  target.kind === 'sym' &&
  order.kind === 'num' &&
  order.value.isOne &&
  !equation &&
  !field &&
  !arrays &&
  dependent.size === 0 &&
  definitions.size === 0 &&
  body.size <= LONGEST &&
  body.free.size === 1 &&
  someNode(body, (e) => e.kind === 'call' && e.fn === 'exp');

/** The function of the target that the body is. */
function functionOf({ body, target, named }: Question): string | null {
  if (target.kind !== 'sym') return null;
  const f = compile(body, [target.id]);
  const names = [...new Set([...SPELLED_OUT, ...(named ?? [])])];
  return names.find((fn) => areSame(f, compile(call(fn, target), [target.id]))) ?? null;
}
