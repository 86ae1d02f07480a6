/** A practice for an editor: what it shows, and what becomes of it by an answer or a hint. */
import {
  answeredInSteps,
  begun,
  exerciseOf,
  flawedInSteps,
  hinted,
  isOver,
  shownSession,
  wentWell,
  type Session,
} from '../practice/index.js';
import type { Solved } from '../answer/solve.js';
import type { Spell } from '../explain/index.js';
import { variableName } from '../meaning/index.js';
import type { Steps } from '../steps.js';
import { budgetFor } from './budgets.js';
import type { Practice } from './service.js';

/** The steps of an answer as a practice, or a wrong line in them, the `turn`-th; null where there is nothing to ask. */
export function* practiceOf(
  solved: Solved,
  tex: Spell,
  kind: 'steps' | 'error',
  turn: number,
): Steps<Practice | null> {
  const exercise =
    kind === 'steps'
      ? exerciseOf(solved, tex)
      : yield* flawedInSteps(solved, tex, turn, budgetFor('practice'));
  return exercise && practice(begun(exercise));
}

function practice(session: Session): Practice {
  const { solved, tex, question } = session.exercise;
  // What rests on a note's definitions cannot be asked without the note.
  const alone = solved.asked.used.length === 0 && solved.asked.question.definitions.size === 0;
  return {
    model: shownSession(session),
    isOver: isOver(session),
    wentWell: wentWell(session),
    about: alone ? { tex: tex(question), variable: variableName(solved.asked.variable) } : null,
    *answer(text) {
      return practice(yield* answeredInSteps(session, text, () => budgetFor('practice')));
    },
    hint: () => practice(hinted(session)),
  };
}
