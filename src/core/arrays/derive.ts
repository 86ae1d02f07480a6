/** Derivatives of and by vectors and matrices: the differential rule by rule, and what is read off it. */
import type { Budget, Derivation, Question, Refusal, Stage, Step } from '../derivation.js';
import { same } from '../equality.js';
import { call, diff, ONE, type Expr, type Sym } from '../expr.js';
import type { Steps } from '../../steps.js';
import { isZero } from '../fold.js';
import { replaceAll } from '../rewrite.js';
import { NO_ARRAYS } from './arrays.js';
import { Algebra } from './algebra.js';
import { Coefficients, type TidyNumber } from './coefficients.js';
import { Differentiator } from './differentials/deriver.js';
import { differential } from './differentials/rule.js';
import { gradientOf, jacobianOf, slopeOf } from './differentials/readOff.js';
import { Typing } from './typing.js';
import { whyNoRule } from './unruled.js';

const refusal = (code: Refusal['code'], message: string): Refusal => ({ code, message });
const noRule = (stuck: Expr | null): Refusal =>
  refusal('unsupported', (stuck && whyNoRule(stuck)) ?? 'no rule is known for a part of this derivative');
const THIRD_ORDER = refusal(
  'unsupported',
  'the derivative of a vector by a matrix, or of a matrix by a vector, has three indices: ask for it by components',
);

/** How expressions of a question are typed. */
export const typingOf = ({ arrays = NO_ARRAYS, definitions }: Question, lenient = true): Typing =>
  new Typing({ ...arrays, definitions, lenient });

/** The derivation of a question whose body or target is a vector or a matrix. */
export function* deriveArrays(
  question: Question,
  order: number,
  tidy: TidyNumber,
  budget: Budget,
): Steps<Derivation | Refusal> {
  const { target } = question;
  if (target.kind !== 'sym') return refusal('unsupported', 'the derivative is taken by a name');
  if (order !== 1 && order !== 2)
    return refusal('unsupported', 'by vectors and matrices only first and second derivatives are taken');
  const typing = typingOf(question);
  const stages: Stage[] = [];
  let body = question.body;
  for (let k = 0; k < order; k++) {
    const typed = typing.typed(body);
    if (!typed) return refusal('unsupported', 'the shapes of its parts do not fit');
    const taken = stageOf(typed.e, target, question, typing, budget);
    if ('code' in taken) return taken;
    yield null;
    const stage = yield* inOrder(taken, typing, question, tidy, budget);
    stages.push(stage);
    body = stage.result;
  }
  return { question, stages, result: body, conditions: [] };
}

/** A derivative with what it says of the differential: ⟨g, dx⟩ of a gradient g. */
interface Taken {
  readonly stage: Stage;
  readonly saying: (result: Expr) => Expr;
}

function stageOf(
  body: Expr,
  target: Sym,
  question: Question,
  typing: Typing,
  budget: Budget,
): Taken | Refusal {
  const rules = new Differentiator(typing, question, target, budget);
  const root = rules.step(body);
  if (!root)
    return budget.shouldStop(0)
      ? refusal('limit', 'the derivation takes more work than is allowed')
      : noRule(rules.stuck);
  const { algebra } = rules;
  const { lengths } = typing;
  const [of, by] = [typing.typeOf(body), typing.typeOf(target)];
  const named = namesPutBack(question, typing);
  const form = named(root.result);
  const read = (
    rule: string,
    title: string,
    made: Expr | null,
    after: (made: Expr) => Expr,
  ): Taken | Refusal => {
    if (!made) return noRule(null);
    const result = named(made);
    const said = after(result);
    const before = same(form, said) ? differential(body) : form;
    const step: Step = { ...BARE, rule, title, before, after: said, result: said };
    const shown = isZero(result) ? [] : [step];
    const asked = diff(body, target, ONE, question.partial);
    return { stage: { root: withNames(root, named), tidying: shown, result, asked }, saying: after };
  };
  if (lengths.isScalar(by))
    return read(
      'read-off-slope',
      'Divide by the differential',
      slopeOf(root.result, target, algebra),
      (made) => algebra.product([made, differential(target)]),
    );
  if (lengths.isScalar(of))
    return read('read-off-gradient', 'Read off the gradient', gradientOf(root.result, ONE, algebra), (made) =>
      call('inner', made, differential(target)),
    );
  if (lengths.isVector(of) && lengths.isVector(by))
    return read('read-off-jacobian', 'Read off the Jacobian', jacobianOf(root.result, algebra), (made) =>
      algebra.product([made, differential(target)]),
    );
  return lengths.isRow(of)
    ? refusal('unsupported', 'the body is a row: ask for the derivative of its transpose')
    : THIRD_ORDER;
}

/** The stage with what was read off put in order. */
function* inOrder(
  { stage, saying }: Taken,
  typing: Typing,
  { arrays = NO_ARRAYS }: Question,
  tidy: TidyNumber,
  budget: Budget,
): Steps<Stage> {
  const before = stage.result;
  const after = yield* new Coefficients(new Algebra(typing, arrays.symmetric), tidy, budget).inOrder(before);
  if (same(before, after)) return stage;
  const said = saying(after);
  const step: Step = {
    ...BARE,
    rule: 'coefficients',
    title: 'Simplify the numbers in it',
    before: saying(before),
    after: said,
    result: said,
  };
  return { ...stage, tidying: [...stage.tidying, step], result: after };
}

const BARE = { parts: [], substitution: null, conditions: [], substeps: [] } as const;

/** What the note has a name for goes by that name: a for tanh(W₁x). */
function namesPutBack({ definitions, body }: Question, typing: Typing): (e: Expr) => Expr {
  const known = [...definitions.values()].flatMap((d) => {
    const value =
      d.params.length === 0 && d.name.id !== (body.kind === 'sym' ? body.id : '')
        ? typing.definition(d.name.id)?.e
        : null;
    return value && value.size > 1 ? [{ name: d.name, value }] : [];
  });
  return (e) => known.reduce((made, { name, value }) => replaceAll(made, value, name), e);
}
function withNames(step: Step, named: (e: Expr) => Expr): Step {
  const memo = new Map<Step, Step>();
  const go = (s: Step): Step => {
    const known = memo.get(s);
    if (known) return known;
    const made = { ...s, after: named(s.after), result: named(s.result), substeps: s.substeps.map(go) };
    memo.set(s, made);
    return made;
  };
  return go(step);
}
