/** An answer as the editor shows it. */
import type { Steps } from '../steps.js';
import type { Alternative } from '../core/derivation.js';
import { same } from '../core/equality.js';
import { apply, diff, type Expr } from '../core/expr.js';
import {
  conditionsOf,
  alignedLatexInSteps,
  checkInWords,
  outlineMarkdown,
  outlineText,
  plainText,
  type Spell,
} from '../explain/index.js';
import { targetName, variableName, type Variable } from '../meaning/index.js';
import type { Reading } from '../notation/notation.js';
import { printPlain } from '../notation/plain/print.js';
import type { Outline } from '../protocol.js';
import { budgetFor } from './budgets.js';
import { plotLeftOut, plotOf } from './curves.js';
import { otherWaysInSteps } from './otherWays.js';
import { assumptionsOf, changeable, ruleTitles, outlineOfInSteps } from './outlines.js';
import type { Answer, Copies } from './service.js';
import type { Solved } from '../answer/solve.js';
import { within } from './spelling.js';

/** The answer in steps, with everything that is costly made when it is first looked at. */
export function* present(solved: Solved, reading: Reading, tex: Spell): Steps<Answer> {
  const { asked, derivation, result, check } = solved;
  const assumptions = assumptionsOf(solved, reading.assumptions);
  const verdict = check.verdict === 'agrees' ? 'agrees' : 'undecided';
  const answer = tex(result);
  yield null;
  const plain = printPlain(result);
  yield null;
  const words = inWords(solved);
  yield null;
  const question = tex(questionExpr(solved));
  const rules = ruleTitles(derivation);
  yield null;
  const alternatives = once(() => otherWaysInSteps(solved));
  const outline = once(function* () {
    return yield* outlineOfInSteps(solved, assumptions, paid(tex), { alternatives: yield* alternatives() });
  });
  return {
    ok: true,
    question,
    tex: answer,
    plain,
    words,
    rules,
    variable: variableOf(asked.variable, tex),
    order: asked.question.order.kind === 'num' ? asked.question.order.value.toNumber() : 1,
    variables: asked.variables.map((v) => variableOf(v, tex)),
    conditions: conditionsOf(derivation).map(tex),
    check: { verdict, words: checkInWords(check) },
    assumptions,
    readings: changeable(reading.assumptions),
    definitions: asked.used.map((d) => {
      const name = d.params.length > 0 ? apply(d.name, d.params) : d.name;
      return { tex: tex(name), text: plainText(name), line: d.line };
    }),
    outline,
    copies: once(function* () {
      const inTex = yield* outline();
      return yield* copiesOf(solved, assumptions, tex, inTex, yield* alternatives());
    }),
    plot: (x) => plotOf(solved, x),
    plotLeftOut: () => plotLeftOut(solved),
  };
}

/** A printer of steps: they are made when someone looks at them, which has a budget of its own. */
const paid = (spell: Spell): Spell => within(spell, budgetFor('steps'));

/** The same steps, taken once: who asks again has the result. */
function once<T extends object>(make: () => Steps<T>): () => Steps<T> {
  let known: T | null = null;
  return function* () {
    return (known ??= yield* make());
  };
}

const variableOf = (v: Variable, tex: Spell): Answer['variable'] => ({ name: variableName(v), tex: tex(v) });

/** f′(x) where the text gives the function a name, else the derivative as it was asked for. */
function questionExpr({ asked, point }: Solved): Expr {
  const { body, target, order, partial } = asked.question;
  const n = order.kind === 'num' && order.value.isInteger ? order.value.toNumber() : null;
  const { head } = asked;
  if (point && asked.input.kind === 'sym' && n !== null) return apply(asked.input, [point.at], [n]);
  if (point)
    return asked.input.kind === 'apply' && n !== null
      ? primed(asked.input, n, point.at)
      : diff(body, target, order, partial);
  const own = asked.input;
  if (
    !head &&
    own.kind === 'apply' &&
    own.args.length === 1 &&
    own.args[0] &&
    n !== null &&
    same(own.args[0], target)
  )
    return primed(own, n, target);
  if (head?.kind === 'apply' && head.args.length === 1 && n !== null) return apply(head.fn, head.args, [n]);
  if (head?.kind === 'sym') return diff(head, target, order, partial);
  return diff(head ?? body, target, order, partial);
}
const primed = (e: Expr, n: number, at: Expr): Expr => (e.kind === 'apply' ? apply(e.fn, [at], [n]) : e);

function inWords({ asked, result, point }: Solved): string {
  const { body, order } = asked.question;
  const which =
    order.kind === 'num' && !order.value.isOne
      ? (ORDINALS[order.value.toNumber()] ?? `${order.value.toString()}th `)
      : '';
  const where = point ? ` at ${plainText(point.at)}` : '';
  return `The ${which}derivative of ${plainText(body)} with respect to ${targetName(asked)}${where} is ${plainText(result)}`;
}
const ORDINALS: Readonly<Record<number, string>> = { 2: 'second ', 3: 'third ', 4: 'fourth ' };

function* copiesOf(
  solved: Solved,
  assumptions: readonly string[],
  tex: Spell,
  outline: Outline,
  alternatives: readonly Alternative[],
): Steps<Copies> {
  const latex = yield* alignedLatexInSteps(solved.derivation, paid(tex));
  const text = outlineText(yield* outlineOfInSteps(solved, assumptions, paid(plainText), { alternatives }));
  yield null;
  return { latex, markdown: outlineMarkdown(outline), text };
}
