/** Three hints to each task: which rule, then its formula or parts, then the answer. */
import { ruleFormula, signsIn, titleOf, whyOf } from '../explain/index.js';
import type { Step } from '../core/index.js';
import type { Exercise, Task } from './exercise.js';
import { answerOf } from './taskWords.js';
import { WORDS } from './words.js';

export const MOST_HINTS = 3;

/** The hints to a task, the mildest first. */
export function hintsTo(exercise: Exercise, task: Task): readonly string[] {
  const shown = WORDS.shown(answerOf(exercise, task));
  switch (task.kind) {
    case 'rule':
      return [WORDS.ruleHint, task.right.sign, shown];
    case 'part':
      return [WORDS.partHint, formulaOf(exercise, task.step), shown];
    case 'slope':
      return [...byRule(exercise, slopeStep(task) ?? task.step), shown];
    case 'whole':
      return [...byRule(exercise, task.step), shown];
    case 'tidy':
      return [WORDS.formHint, WORDS.lengthHint(signsIn(exercise.tex(task.right))), shown];
    case 'line':
      return [WORDS.lineHint, WORDS.mistakeHint(task.flaw.explanation), shown];
    case 'mend':
      return [WORDS.mistakeHint(task.flaw.explanation), WORDS.mendHint, shown];
  }
}

const byRule = (exercise: Exercise, step: Step): readonly [string, string] => [
  WORDS.byRule(titleOf(step)),
  formulaOf(exercise, step),
];

/** The step by which the derivative of a part was taken. */
const slopeStep = ({ step, of }: Extract<Task, { kind: 'slope' }>): Step | undefined =>
  step.substeps.find((s) => s.before.kind === 'diff' && s.before.body === of);

/** The rule's formula, or in words what it does where it has none. */
function formulaOf({ tex }: Exercise, step: Step): string {
  const formula = ruleFormula(step.rule, tex);
  return formula === null ? whyOf(step, tex) : WORDS.ruleFormula(formula);
}
