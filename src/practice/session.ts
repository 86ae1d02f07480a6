/** A practice on its way: a task after the other, hints, and what was said to the last answer. Pure: each act makes a new one. */
import { same, type Budget, type Expr, type Sym } from '../core/index.js';
import { done, type Steps } from '../steps.js';
import type { PracticeAnswer } from '../protocol.js';
import type { Exercise, Task } from './exercise.js';
import { MOST_HINTS } from './hints.js';
import { judgeFormula, judgeRule, type Judgement } from './judged.js';
import { haveSameValues, readTyped } from './typed.js';
import { answerOf, wordsFor } from './taskWords.js';
import { WORDS } from './words.js';

export interface Session {
  readonly exercise: Exercise;
  /** Those that are left, the first of them is asked. */
  readonly tasks: readonly Task[];
  readonly answered: readonly PracticeAnswer[];
  /** Hints given, and wrong answers, for the task that is asked. */
  readonly hints: number;
  readonly misses: number;
  /** The last answer that was not right. */
  readonly typed: string;
  /** Over all tasks: hints, and tasks that were answered at the first try. */
  readonly hintsTaken: number;
  readonly atFirst: number;
  readonly feedback: Judgement | null;
}

export const begun = (exercise: Exercise): Session => ({
  exercise,
  tasks: exercise.tasks,
  answered: [],
  hints: 0,
  misses: 0,
  typed: '',
  hintsTaken: 0,
  atFirst: 0,
  feedback: null,
});

export const isOver = ({ tasks }: Session): boolean => tasks.length === 0;

/** Whether it went without a hint and without a wrong answer. */
export const wentWell = ({ answered, atFirst }: Session): boolean => atFirst === answered.length;

/** One hint more; after the last one, which tells the answer, the next task. */
export function hinted(s: Session): Session {
  const [task] = s.tasks;
  if (!task) return s;
  if (s.hints < MOST_HINTS) return { ...s, hints: s.hints + 1, hintsTaken: s.hintsTaken + 1, feedback: null };
  const told = task.kind === 'part' ? called(s, task, task.accepted[0]) : s;
  return passed(told, task, answerOf(s.exercise, task), null);
}

/** What becomes of an answer to the task that is asked. */
export function answered(s: Session, text: string, budget: () => Budget): Session {
  return done(answeredInSteps(s, text, budget));
}

/** The same in steps. */
export function* answeredInSteps(s: Session, text: string, budget: () => Budget): Steps<Session> {
  const [task] = s.tasks;
  if (!task) return s;
  if (task.kind === 'rule') return judged(s, task, judgeRule(task, text), () => answerOf(s.exercise, task));
  if (task.kind === 'line') return picked(s, task, Number(text));
  const { asked } = s.exercise.solved;
  const { question } = asked;
  const known = [question.body, question.target, s.exercise.question, ...defined(s.exercise)];
  const typed = readTyped(text, known, question.target.kind === 'sym' ? question.target : null);
  // What cannot be read is no wrong answer.
  if (!typed.ok) return { ...s, typed: text, feedback: { isRight: false, words: typed.words } };
  const judgement = yield* judgeFormula(s.exercise, task, typed.e, budget);
  return judged(
    named(s, task, typed.e, judgement, budget),
    task,
    judgement,
    () => `$${s.exercise.tex(typed.e)}$`,
    text,
  );
}

const defined = ({ solved }: Exercise): readonly Expr[] =>
  solved.asked.used.flatMap((d) => [d.name, d.value, ...d.params]);

function picked(s: Session, task: Extract<Task, { kind: 'line' }>, line: number): Session {
  if (!Number.isInteger(line) || line < 1 || line >= task.flaw.lines.length) return s;
  const isRight = line === task.flaw.wrong;
  const words = isRight
    ? WORDS.theLine
    : line < task.flaw.wrong
      ? WORDS.rightLine(line)
      : WORDS.laterLine(line);
  return judged(s, task, { isRight, words }, () => answerOf(s.exercise, task));
}

function judged(s: Session, task: Task, judgement: Judgement, answer: () => string, typed = ''): Session {
  if (judgement.isRight) return passed(s, task, answer(), judgement);
  return { ...s, misses: s.misses + 1, typed, feedback: judgement };
}

function passed(s: Session, task: Task, answer: string, feedback: Judgement | null): Session {
  const isFirst = s.hints === 0 && s.misses === 0;
  return {
    ...s,
    tasks: s.tasks.slice(1),
    answered: [...s.answered, { words: wordsFor(s.exercise, task), answer }],
    hints: 0,
    misses: 0,
    typed: '',
    atFirst: s.atFirst + (isFirst ? 1 : 0),
    feedback,
  };
}

/** Where a learner calls the other factor u, it is u from then on. */
function named(s: Session, task: Task, e: Expr, { isRight }: Judgement, budget: () => Budget): Session {
  if (!isRight || task.kind !== 'part') return s;
  const { definitions } = s.exercise.solved.asked.question;
  return called(
    s,
    task,
    task.accepted.find((a) => haveSameValues(a, e, definitions, budget()) === true),
  );
}

function called(s: Session, task: Extract<Task, { kind: 'part' }>, chosen: Expr | undefined): Session {
  if (!chosen || task.accepted.length < 2) return s;
  const rest = task.accepted.filter((a) => a !== chosen);
  const left = s.tasks.slice(1).map((t) => {
    if (t.kind !== 'part' || t.step !== task.step) return t;
    return { ...t, accepted: t.accepted.filter((a) => rest.includes(a)) };
  });
  return { ...s, tasks: [task, ...withNames(left, task.name, chosen)] };
}

/** The slope of what is called u is asked as that of u, and the other way round. */
function withNames(tasks: readonly Task[], name: Sym, chosen: Expr): readonly Task[] {
  const slopes = tasks.filter((t) => t.kind === 'slope');
  const [own, other] = [slopes.find((t) => same(t.name, name)), slopes.find((t) => same(t.of, chosen))];
  if (!own || !other || own === other) return tasks;
  return tasks.map((t) =>
    t === own
      ? { ...own, of: other.of, right: other.right }
      : t === other
        ? { ...other, of: own.of, right: own.right }
        : t,
  );
}
