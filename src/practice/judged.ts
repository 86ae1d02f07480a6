/** Answers of a learner, judged: right by value in any form, wrong ones with what the judge of claims says of them. */
import { diff, ONE, same, someNode, type Budget, type Expr } from '../core/index.js';
import type { Steps } from '../steps.js';
import { signsIn } from '../explain/index.js';
import { judge } from '../judge/judge.js';
import { linkAlone } from '../judge/linkAlone.js';
import { inWords } from '../judge/message.js';
import type { Exercise, Task } from './exercise.js';
import { leadsThereToo, offered } from './rules.js';
import { haveSameValues } from './typed.js';
import { WORDS } from './words.js';

export interface Judgement {
  readonly isRight: boolean;
  /** In words, with maths between dollar signs. */
  readonly words: string;
}

/** A rule that was chosen by its name. */
export function judgeRule({ right }: Extract<Task, { kind: 'rule' }>, name: string): Judgement {
  const chosen = offered(right).find((c) => c.name === name);
  if (!chosen) return { isRight: false, words: '' };
  if (chosen === right) return { isRight: true, words: WORDS.right };
  if (leadsThereToo(right, chosen)) return { isRight: true, words: WORDS.ruleToo(chosen.title, right.title) };
  return { isRight: false, words: WORDS.otherRule(chosen.title, chosen.sign) };
}

/** A formula that was typed in answer to a task. */
export function* judgeFormula(
  exercise: Exercise,
  task: Exclude<Task, { kind: 'rule' | 'line' }>,
  e: Expr,
  budget: () => Budget,
): Steps<Judgement> {
  switch (task.kind) {
    case 'part':
      return judgePart(exercise, task, e, budget());
    case 'slope':
    case 'whole':
    case 'mend':
      return yield* judgeDerivative(exercise, task.of, task.right, e, budget);
    case 'tidy':
      return yield* judgeTidied(exercise, task, e, budget);
  }
}

function judgePart(
  exercise: Exercise,
  { step, accepted }: Extract<Task, { kind: 'part' }>,
  e: Expr,
  budget: Budget,
): Judgement {
  const { definitions } = exercise.solved.asked.question;
  if (accepted.some((a) => haveSameValues(a, e, definitions, budget) === true))
    return { isRight: true, words: WORDS.right };
  const body = step.before.kind === 'diff' ? step.before.body : step.before;
  if (haveSameValues(body, e, definitions, budget) === true)
    return { isRight: false, words: WORDS.wholeOfIt };
  const stands = someNode(body, (x) => same(x, e));
  const isChain = step.substitution !== null;
  return { isRight: false, words: stands ? (isChain ? WORDS.furtherIn : WORDS.otherPart) : WORDS.notInThere };
}

/** By value; a wrong one as the judge of a note's claims would say it, without giving the right one away. */
export function* judgeDerivative(
  { solved, tex }: Pick<Exercise, 'solved' | 'tex'>,
  of: Expr,
  right: Expr,
  e: Expr,
  budget: () => Budget,
): Steps<Judgement> {
  const { question } = solved.asked;
  const isSame = haveSameValues(right, e, question.definitions, budget());
  yield null;
  if (isSame === true) {
    const [own, usual] = [tex(e), tex(right)];
    return { isRight: true, words: own === usual ? WORDS.right : WORDS.usually(usual) };
  }
  const link = linkAlone(diff(of, question.target, ONE, question.partial), e);
  const known = { definitions: new Map(solved.asked.used.map((d) => [d.name.id, d])), namesakes: () => [] };
  const [verdict] = yield* judge({ kind: 'links', links: [link] }, known, budget);
  if (verdict?.kind === 'true') return { isRight: true, words: WORDS.usually(tex(right)) };
  if (verdict?.kind === 'false' || verdict?.kind === 'conditional')
    return { isRight: false, words: inWords(link, verdict, null) };
  return { isRight: false, words: isSame === false ? WORDS.notSo : WORDS.undecided };
}

function* judgeTidied(
  exercise: Exercise,
  { from, of, right }: Extract<Task, { kind: 'tidy' }>,
  e: Expr,
  budget: () => Budget,
): Steps<Judgement> {
  const judgement = yield* judgeDerivative(exercise, of, right, e, budget);
  if (!judgement.isRight) return judgement;
  const { tex } = exercise;
  const [own, long, short] = [e, from, right].map((x) => signsIn(tex(x))) as [number, number, number];
  // Half of what there was to gain is a form of one's own.
  const isShort = own <= Math.max(short, (long + short) / 2);
  return isShort && tex(e) !== tex(from) ? judgement : { isRight: false, words: WORDS.notTidied };
}
