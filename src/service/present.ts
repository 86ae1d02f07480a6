/** An answer as the editor shows it. */
import type { Steps } from '../steps.js';
import { apply, type Alternative } from '../core/index.js';
import {
  conditionsOf,
  alignedLatexInSteps,
  checkInWords,
  outlineMarkdown,
  outlineText,
  plainText,
  spelled,
  type Spell,
} from '../explain/index.js';
import { STANDARD, type Telling } from '../levels.js';
import { variableName, type Variable } from '../meaning/index.js';
import type { Reading } from '../notation/notation.js';
import { PLAIN } from '../notation/index.js';
import type { Outline } from '../protocol.js';
import { plotLeftOut, plotOf } from '../answer/curves.js';
import { otherWaysInSteps } from '../answer/otherWays.js';
import { assumptionsOf, changeable, outlineOfInSteps, ruleTitles } from '../answer/outlines.js';
import { budgetFor, LIMITS } from './budgets.js';
import { practiceOf } from './practice.js';
import type { Answer, Copies } from './service.js';
import { inWords, questionExpr } from '../answer/question.js';
import type { Solved } from '../answer/solve.js';
import { within } from '../answer/spelling.js';

/** The answer in steps, with everything that is costly made when it is first looked at. */
export function* present(
  solved: Solved,
  reading: Reading,
  tex: Spell,
  explained: Answer['reading'] = () => null,
): Steps<Answer> {
  const { asked, derivation, result, check } = solved;
  const assumptions = assumptionsOf(solved, reading.assumptions);
  const verdict = check.verdict === 'agrees' ? 'agrees' : 'undecided';
  const answer = tex(result);
  yield null;
  const plain = PLAIN.print(result);
  yield null;
  const words = inWords(solved);
  yield null;
  const question = tex(questionExpr(solved));
  const rules = ruleTitles(derivation);
  yield null;
  const conditions = yield* spelled(conditionsOf(derivation), tex);
  const alternatives = once(() => otherWaysInSteps(solved, budgetFor('otherWays')));
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
    conditions,
    check: { verdict, words: checkInWords(check) },
    assumptions,
    readings: changeable(reading.assumptions),
    definitions: asked.used.map((d) => {
      const name = d.params.length > 0 ? apply(d.name, d.params) : d.name;
      return { tex: tex(name), text: plainText(name), line: d.line };
    }),
    reading: explained,
    outline,
    copies: function* (telling = STANDARD) {
      return yield* copiesOf(solved, assumptions, tex, telling, yield* outline(), yield* alternatives());
    },
    practice: (kind, turn) => practiceOf(solved, tex, kind, turn),
    plot: (x) => plotOf(solved, LIMITS.plot, x),
    plotLeftOut: () => plotLeftOut(solved, LIMITS.plot),
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

function* copiesOf(
  solved: Solved,
  assumptions: readonly string[],
  tex: Spell,
  telling: Telling,
  outline: Outline,
  alternatives: readonly Alternative[],
): Steps<Copies> {
  const { derivation, point } = solved;
  const latex = yield* alignedLatexInSteps(derivation, paid(tex), telling.level, point);
  const inPlain = yield* outlineOfInSteps(solved, assumptions, paid(plainText), { alternatives });
  yield null;
  return {
    latex,
    markdown: outlineMarkdown(outline, telling),
    text: outlineText(inPlain, telling),
  };
}
