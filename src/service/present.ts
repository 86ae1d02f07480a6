/** An answer as the editor shows it. */
import type { Alternative } from '../core/derivation.js';
import { apply } from '../core/expr.js';
import {
  conditionsOf,
  alignedLatex,
  checkInWords,
  outlineMarkdown,
  outlineText,
  plainText,
  type Spell,
} from '../explain/index.js';
import { variableName, type Variable } from '../meaning/index.js';
import type { Reading } from '../notation/notation.js';
import { printPlain } from '../notation/plain/print.js';
import type { Outline } from '../protocol.js';
import { plotOf } from '../answer/curves.js';
import { otherWays } from '../answer/otherWays.js';
import { assumptionsOf, changeable, outlineOf, ruleTitles } from '../answer/outlines.js';
import { budgetFor, LIMITS } from './budgets.js';
import type { Answer, Copies } from './service.js';
import { inWords, questionExpr } from '../answer/question.js';
import type { Solved } from '../answer/solve.js';

/** The answer with everything that is costly made when it is first looked at. */
export function present(solved: Solved, reading: Reading, tex: Spell): Answer {
  const { asked, derivation, result, check } = solved;
  const assumptions = assumptionsOf(solved, reading.assumptions);
  const verdict = check.verdict === 'agrees' ? 'agrees' : 'undecided';
  const question = questionExpr(solved);
  let outline: Outline | null = null;
  let ways: readonly Alternative[] | null = null;
  const alternatives = (): readonly Alternative[] => (ways ??= otherWays(solved, budgetFor('otherWays')));
  let whole: Outline | null = null;
  return {
    ok: true,
    question: tex(question),
    tex: tex(result),
    plain: printPlain(result),
    words: inWords(solved),
    rules: ruleTitles(derivation),
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
    get outline() {
      return (outline ??= outlineOf(solved, assumptions, tex));
    },
    wholeOutline: () => (whole ??= outlineOf(solved, assumptions, tex, { alternatives: alternatives() })),
    copies: () => copiesOf(solved, assumptions, tex, alternatives()),
    plot: (x) => plotOf(solved, LIMITS.plot, x),
  };
}

const variableOf = (v: Variable, tex: Spell): Answer['variable'] => ({ name: variableName(v), tex: tex(v) });

function copiesOf(
  solved: Solved,
  assumptions: readonly string[],
  tex: Spell,
  alternatives: readonly Alternative[],
): Copies {
  return {
    latex: alignedLatex(solved.derivation, tex),
    markdown: outlineMarkdown(outlineOf(solved, assumptions, tex, { alternatives })),
    text: outlineText(outlineOf(solved, assumptions, plainText, { alternatives })),
  };
}
