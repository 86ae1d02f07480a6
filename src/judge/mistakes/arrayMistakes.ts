/** Mistakes with vectors and matrices by name: each is made on purpose, and compared with what is written. */
import {
  bottomUp,
  call,
  compareArrays,
  div,
  MINUS_ONE,
  mul,
  num,
  pow,
  Rational,
  sym,
  TWO,
  typingOf,
  type Budget,
  type Expr,
  type Question,
} from '../../core/index.js';
import { solveInSteps } from '../../answer/solve.js';
import type { Asked } from '../../meaning/asked.js';
import type { Steps } from '../../steps.js';
import type { ExplainedMistake } from './explained.js';
import { eachTerm, termsOf, withoutEach } from './terms.js';

interface ArrayMistake extends ExplainedMistake {
  /** What the mistake makes of the derivative, in a question where that fits. */
  readonly made: (asked: Asked, derivative: Expr) => Made;
}
interface Made {
  readonly question: Question;
  /** Null where they are what the question's own derivative is. */
  readonly answers: readonly Expr[] | null;
  /** Where they are compared with what is written; without it in the question. */
  readonly comparedIn?: Question;
}

const mistake = (code: string, explanation: string, made: ArrayMistake['made']): ArrayMistake => ({
  code,
  explanation,
  specific: true,
  made,
});

const FACTORS = [2, 0.5, 4, 0.25, 3].map((n) => num(Rational.parse(String(n)) ?? 1));

const SYMMETRY = 'This holds for a symmetric matrix only, and nothing here says that it is one.';

const MISTAKES: readonly ArrayMistake[] = [
  mistake('sign-lost', 'A minus is lost or added.', ({ question }, e) => ({
    question,
    answers: [mul(MINUS_ONE, e), ...eachTermTimes(e, [MINUS_ONE])],
  })),
  mistake('missing-factor', 'A constant factor is lost or added.', ({ question }, e) => ({
    question,
    answers: [...FACTORS.map((f) => mul(f, e)), ...eachTermTimes(e, FACTORS)],
  })),
  mistake('symmetry-assumed', SYMMETRY, ({ question }) => ({
    question: ofSymmetric(question),
    answers: null,
    comparedIn: question,
  })),
  mistake('norm-taken-as-squared', 'This is the gradient of the squared norm.', ({ question }) => ({
    question: { ...question, body: squaredNorms(question.body) },
    answers: null,
  })),
  mistake('dropped-term', 'A term is missing.', ({ question }, e) => ({
    question,
    answers: [...(e.kind === 'add' ? withoutEach(e.terms) : []), ...withoutEach(termsOf(e))],
  })),
  mistake('transpose-lost', 'A transpose is lost or added.', ({ question }, e) => ({
    question: inSquares(question),
    answers: turnings(e),
  })),
  // In another form than the derivative of a symmetric one has.
  mistake('symmetry-assumed', SYMMETRY, ({ question }, e) => ({
    question: ofSymmetric(question),
    answers: [e],
  })),
];

/** The first mistake that gives what is written. */
export function* arrayMistake(
  asked: Asked,
  derivative: Expr,
  written: Expr,
  budget: Budget,
): Steps<ExplainedMistake | null> {
  for (const { code, explanation, specific, made } of MISTAKES) {
    if (budget.shouldStop(0)) return null;
    const { question, answers, comparedIn = question } = made(asked, derivative);
    const all = answers ?? (yield* derived({ ...asked, question }, budget));
    for (const e of all) {
      const found = compareArrays(comparedIn, e, written, budget);
      yield null;
      if (found && found.differing === null) return { code, explanation, specific };
    }
  }
  return isMultiple(asked.question, derivative, written, budget) ? FACTOR : null;
}
const FACTOR: ExplainedMistake = {
  code: 'missing-factor',
  explanation: 'A constant factor is lost or added.',
  specific: true,
};

/** Whether what is written is the derivative times one of the question's numbers, such as n of a mean. */
function isMultiple(question: Question, derivative: Expr, written: Expr, budget: Budget): boolean {
  const numbers = [
    ...question.body.free,
    ...[...question.definitions.values()].flatMap((d) => [...d.value.free]),
  ];
  const isNumber = (id: string): boolean =>
    (question.arrays?.ranks.get(id) ?? 0) === 0 &&
    !question.definitions.has(id) &&
    !question.target.free.has(id);
  const factors = [...new Set(numbers)]
    .filter(isNumber)
    .slice(0, MOST_NUMBERS)
    .map((id) => sym(id));
  return factors
    .flatMap((f) => [mul(f, derivative), div(derivative, f)])
    .some((e) => {
      const found = compareArrays(question, e, written, budget);
      return found !== null && found.differing === null;
    });
}
const MOST_NUMBERS = 4;
function* derived(asked: Asked, budget: Budget): Steps<readonly Expr[]> {
  const solved = yield* solveInSteps(asked, budget);
  return solved.ok ? [solved.result] : [];
}

const eachTermTimes = (e: Expr, factors: readonly Expr[]): readonly Expr[] =>
  factors.flatMap((f) => eachTerm(e, (t) => mul(f, t)));

/** The question with all of its square matrices symmetric. */
const ofSymmetric = (question: Question): Question =>
  question.arrays ? { ...question, arrays: { ...question.arrays, symmetric: matrices(question) } } : question;

/** Those that the question itself makes square. */
function matrices(question: Question): ReadonlySet<string> {
  const typing = typingOf(question);
  typing.typed(question.body);
  const isSquare = (id: string): boolean => {
    const { rows, cols } = typing.nameType(id);
    return typing.lengths.areSame(rows, cols);
  };
  const ranks = [...(question.arrays?.ranks ?? [])];
  return new Set(ranks.filter(([id, rank]) => rank === 2 && isSquare(id)).map(([id]) => id));
}

/** Every norm squared that is not. */
function squaredNorms(e: Expr): Expr {
  const isNorm = (x: Expr): boolean => x.kind === 'call' && (x.fn === 'norm' || x.fn === 'frobenius');
  if (e.kind === 'pow' && isNorm(e.base)) return e;
  return isNorm(e) ? pow(e, TWO) : bottomUp((x) => (isNorm(x) ? pow(x, TWO) : x))(e);
}

/** All lengths alike, so that a product without its transpose fits. */
function inSquares(question: Question): Question {
  const { arrays } = question;
  if (!arrays) return question;
  const sizes = new Map(
    [...arrays.ranks].flatMap(([id, r]) =>
      r === 0 ? [] : [[id, Array.from({ length: r }, () => SIDE)] as const],
    ),
  );
  return { ...question, arrays: { ...arrays, sizes } };
}
const SIDE = 3;

/** The expression with one of its transposes taken away, or a matrix turned that was not. */
function turnings(e: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const seen = new Set<Expr>();
  bottomUp((x) => {
    const isTurned = x.kind === 'call' && x.fn === 'transpose' && x.args.length === 1;
    if ((isTurned || x.kind === 'sym' || (x.kind === 'call' && x.fn === 'inverse')) && !seen.has(x)) {
      seen.add(x);
      found.push(x);
    }
    return x;
  })(e);
  return found.slice(0, MOST_TURNED).map((part) => {
    const other =
      part.kind === 'call' && part.fn === 'transpose' ? (part.args[0] ?? part) : call('transpose', part);
    return bottomUp((x) => (x === part ? other : x))(e);
  });
}
const MOST_TURNED = 12;
