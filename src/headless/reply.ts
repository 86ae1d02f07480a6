/** Replies as JSON: the contract of `derive --jsonl`. */
import { done } from '../steps.js';
import type { Declined } from '../answer/ask.js';
import type { CodeAnswer } from '../answer/code/answer.js';
import { codeValues } from '../answer/code/values.js';
import { outlineOf } from '../answer/outlines.js';
import { shapeOfAnswer, type Shape } from '../answer/shape.js';
import type { Solved } from '../answer/solve.js';
import { within } from '../answer/spelling.js';
import { entriesOf, valuesAt, type Shaped, type Withheld } from '../answer/values.js';
import { share, validityOf, type Budget, type Derivation } from '../core/index.js';
import { conditionsOf, flatSteps, plainText, type Spell } from '../explain/index.js';
import { targetName } from '../meaning/index.js';
import type { ExplainedReading } from '../meaning/roles.js';
import { PLAIN } from '../notation/index.js';
import type { Reading } from '../notation/notation.js';
import { rightsOf, told } from '../levels.js';
import type { Level, Outline, OutlineStep, Phase } from '../protocol.js';
import type { ErrorCode } from '../service/service.js';
import { written } from '../service/written.js';
import type { HeadlessRequest } from './request.js';

export interface Reply {
  readonly id: unknown;
  readonly ok: true;
  readonly variable: string;
  readonly order: number | string;
  readonly input: { readonly latex: string; readonly plain: string | null };
  readonly result: {
    readonly latex: string;
    readonly plain: string | null;
    /** For code, the derivative as a function of the source's language, and that function's name. */
    readonly code: string | null;
    readonly name: string | null;
    readonly values: readonly Shaped[];
    /** Other forms in common use, in LaTeX; never the answer again. */
    readonly also: readonly string[];
    /** Where the function asked has the derivative shown, in plain notation; null for everywhere. */
    readonly where: string | null;
    /** Why values are null that there may well be, by the index of their point. */
    readonly withheld?: readonly Withheld[];
    /** How many entries the answer has in each direction, null for one that nothing says; null for a number. */
    readonly shape: Shape;
  };
  readonly steps: readonly ReplyStep[];
  readonly conditions: readonly string[];
  readonly checked: { readonly verdict: 'agrees' | 'undecided'; readonly points: number };
  /** Readings and definitions that were chosen among several, in words. */
  readonly assumptions: readonly string[];
  /** What each name was taken for, where that is asked for. */
  readonly reading?: ExplainedReading;
}
export interface ReplyStep {
  readonly rule: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The line once the substeps are done, where it differs from `after`. */
  readonly result?: string;
  readonly depth: number;
  readonly phase: Phase;
  readonly level: Level;
  readonly substitution?: string;
}
export interface ErrorReply {
  readonly id: unknown;
  readonly ok: false;
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly from: number;
    readonly to: number;
  };
}

/** An answer with what is needed to print it in other forms. */
export interface Answered {
  readonly ok: true;
  readonly request: HeadlessRequest;
  readonly solved: Solved;
  readonly reading: Reading;
  readonly tex: Spell;
  readonly assumptions: readonly string[];
  /** Of a question about code. */
  readonly code?: CodeAnswer;
  /** How a formula was read. */
  readonly explained?: () => ExplainedReading;
}

/** The answer as the command line gives it. */
export function replyOf(
  { request, solved: answer, tex: spell, assumptions, code }: Answered,
  id: unknown,
  budget: Budget,
): Reply {
  const { asked, derivation, result, check } = answer;
  const { question } = asked;
  const text = code ? done(written(code, budget)) : null;
  const fn = text && 'text' in text ? text : null;
  const forValues = share(budget, VALUES);
  const values = code ? codeValues(code, request.at, forValues) : valuesAt(answer, request.at, forValues);
  // The answer has been printed before; its steps are what may come to too much.
  const tex = within(spell, budget);
  return {
    id,
    ok: true,
    variable: code?.variable.code ?? targetName(asked),
    order: question.order.kind === 'num' ? question.order.value.toNumber() : plainText(question.order),
    input: { latex: spell(asked.input), plain: PLAIN.print(asked.input) },
    result: {
      latex: spell(result),
      plain: PLAIN.print(entriesOf(answer)),
      code: fn?.text ?? null,
      name: fn?.name ?? null,
      ...values,
      also: alsoOf(answer, tex),
      where: whereOf(derivation),
      shape: shapeOfAnswer(answer, values.values),
    },
    steps: replySteps(outlineOf(answer, assumptions, tex), request.level),
    conditions: conditionsOf(derivation).map(tex),
    checked: { verdict: check.verdict === 'agrees' ? 'agrees' : 'undecided', points: check.points },
    assumptions,
  };
}

/** The other common form of the derivative, where that itself is the answer. */
function alsoOf({ derivation, point }: Solved, spell: Spell): readonly string[] {
  const also = point === null ? derivation.stages.at(-1)?.also : null;
  if (!also) return [];
  const [own, other] = [spell(derivation.result), spell(also)];
  return own === other ? [] : [other];
}

/** Of the work that an answer leaves, at most so much goes into its values. */
const VALUES = 0.6;

function whereOf(d: Derivation): string | null {
  const { where } = validityOf(d);
  return where && PLAIN.print(where);
}

/** The steps that are told at a level; without one all of them, each saying its own, and nothing but steps. */
function replySteps(o: Outline, level: Level | null): readonly ReplyStep[] {
  const all = level === null ? withFullLines(o.steps) : told(o.steps, { level });
  return flatSteps({ steps: all.filter(({ rule }) => rule !== 'boundary') }).map(({ step, depth }) => {
    const [after = '', ...others] = rightsOf(step);
    return {
      rule: step.rule,
      title: step.title,
      before: step.before,
      after,
      ...(others.length === 0 ? {} : { result: others.join(' = ') }),
      depth,
      phase: step.phase ?? 'differentiate',
      level: step.level ?? 2,
      ...(step.substitution === undefined ? {} : { substitution: step.substitution }),
    };
  });
}

/** Steps for beginners alone have the lines that beginners are told. */
const withFullLines = (steps: readonly OutlineStep[]): readonly OutlineStep[] =>
  steps.map((s) => ({ ...s, ...(s.level === 3 ? s.full : {}), children: withFullLines(s.children) }));

export function errorReply(
  { code, message, span }: Declined,
  { text }: HeadlessRequest,
  id: unknown,
): ErrorReply {
  return { id, ok: false, error: { code, message, from: span?.from ?? 0, to: span?.to ?? text.length } };
}

/** The request's id, whatever else is wrong with it. */
export function idOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'id' in input ? input.id : null;
}
