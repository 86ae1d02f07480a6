/** A session as the panel shows it. */
import type { PracticeModel, PracticeTask } from '../protocol.js';
import type { Exercise, Task } from './exercise.js';
import { hintsTo, MOST_HINTS } from './hints.js';
import { offered } from './rules.js';
import type { Session } from './session.js';
import { wordsFor } from './taskWords.js';
import { WORDS } from './words.js';

/** The session as it is shown. */
export function shownSession(s: Session): PracticeModel {
  const { exercise, tasks, answered, hints, feedback } = s;
  const [task] = tasks;
  return {
    title: exercise.tasks[0]?.kind === 'line' ? WORDS.errorTitle : WORDS.title,
    question: exercise.tex(exercise.question),
    at: Math.min(answered.length + 1, exercise.tasks.length),
    of: exercise.tasks.length,
    answered,
    asked: task ? { ...shownTask(exercise, task), hintsLeft: MOST_HINTS - hints, typed: s.typed } : null,
    hints: task ? hintsTo(exercise, task).slice(0, hints) : [],
    feedback,
    closing: task ? null : WORDS.done(s.atFirst, answered.length) + WORDS.hintsTaken(s.hintsTaken),
  };
}

function shownTask(exercise: Exercise, task: Task): Omit<PracticeTask, 'hintsLeft' | 'typed'> {
  const words = wordsFor(exercise, task);
  if (task.kind === 'rule') {
    const choices = offered(task.right).map(({ name, title }) => ({ name, words: title }));
    return { kind: 'choice', words, choices };
  }
  if (task.kind !== 'line') return { kind: 'formula', words, choices: [] };
  const choices = task.flaw.lines.map((e, i) => ({ name: String(i), words: exercise.tex(e) }));
  return { kind: 'line', words, choices };
}
