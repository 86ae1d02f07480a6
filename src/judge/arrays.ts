/** Claims about gradients and Jacobians by vectors and matrices: entry by entry, with arrays of numbers. */
import {
  arrayWord,
  call,
  compareArrays,
  isLengthName,
  typingOf,
  type ArrayComparison,
  type Budget,
  type Expr,
  type Question,
} from '../core/index.js';
import { solveInSteps } from '../answer/solve.js';
import type { Link } from '../claims/notes/link.js';
import type { Asked } from '../meaning/asked.js';
import { namesIn } from '../meaning/freeNames.js';
import type { Steps } from '../steps.js';
import { short } from './figures.js';
import { arrayMistake } from './mistakes/arrayMistakes.js';
import { settled, undecided, type Verdict } from './verdict.js';

/** Whether the right side is the derivative that the question asks; the entry that is wrong is named. */
export function* judgeArrays({ right, tentative }: Link, asked: Asked, budget: Budget): Steps<Verdict> {
  const strange = strangers(right, asked.question);
  if (strange.length > 0) return undecided(`Nothing here says what ${strange.join(', ')} stands for.`);
  const solved = yield* solveInSteps(asked, budget);
  if (!solved.ok) return undecided(solved.message);
  if (solved.check.verdict !== 'agrees') return undecided('The derivative could not be checked.');
  const { question } = asked;
  const found = compareArrays(question, solved.result, right, budget);
  yield null;
  if (found && found.differing === null) return settled('true');
  const turned = compareArrays(question, solved.result, call('transpose', right), budget);
  if (turned && turned.differing === null) return settled('true', layoutOf(question));
  yield null;
  const onDiagonal = compareArrays(question, solved.result, call('diag', right), budget);
  if (onDiagonal && onDiagonal.differing === null) return settled('true', ENTRY_BY_ENTRY);
  const mistake = yield* arrayMistake(asked, solved.result, right, budget);
  if (!found && !mistake) return undecided('What is written has another shape than the derivative.');
  // A letter may be meant as something else where only custom says what it is.
  const isGuess = tentative || asked.notes.some((n) => n.includes('read as'));
  if (!mistake && isGuess) return undecided('It does not hold for the way that the letters are read here.');
  const verdict = settled('false', '');
  return {
    ...verdict,
    ...(isGuess
      ? { doubt: 'Which letters are vectors and matrices is known by custom alone.' }
      : { hasShapes: true }),
    expected: { kind: 'expression', e: solved.result },
    mistake: mistake ?? entryMistake(found),
  };
}

/** σ′(z) = σ(z)(1 − σ(z)) of a vector z. */
const ENTRY_BY_ENTRY = 'entry by entry: it is the diagonal of the Jacobian';

/** Names that the right side brings in; the F of a norm, or a word such as diag, is none. */
function strangers(right: Expr, question: Question): readonly string[] {
  const { body, target, definitions, arrays } = question;
  const known = new Set([...body.free, ...target.free, ...definitions.keys()]);
  for (const d of definitions.values()) for (const id of d.value.free) known.add(id);
  const { symbols, applications } = namesIn(typingOf(question).typed(right)?.e ?? right);
  const isKnown = (id: string): boolean =>
    known.has(id) || isLengthName(id) || id === 'T' || id === 'I' || (arrays?.constants?.has(id) ?? false);
  const functions = applications.map((a) => a.fn).filter((f) => arrayWord(f.base) === null);
  return [...symbols, ...functions].filter((s) => !isKnown(s.id)).map((s) => s.base);
}

function entryMistake(found: ArrayComparison | null): Verdict['mistake'] {
  if (!found?.differing) return null;
  const { at, values } = found.differing;
  const place = at.length === 0 ? 'It' : `Entry ${at.map((i) => String(i + 1)).join(', ')}`;
  return {
    code: 'arithmetic-slip',
    explanation: `${place} is ${short(values[0])} where what is written gives ${short(values[1])}.`,
    specific: false,
  };
}

/** Gradients are columns here and rows in the other layout; of a Jacobian's rows the other one makes columns. */
function layoutOf(question: Question): string {
  const typing = typingOf(question);
  const body = typing.typed(question.body);
  return body && typing.lengths.isScalar(body.type)
    ? 'in numerator layout: it is the transpose of the gradient'
    : 'in denominator layout: it is the transpose of the Jacobian';
}
