/** Programs in editors: what is meant at a place of a source, its derivative, and the code of that. */
import { num, ONE } from '../core/index.js';
import type { Steps } from '../steps.js';
import { DEFAULT_STYLE, NO_READING } from '../notation/notation.js';
import { languageOfEditor } from '../languages.js';
import {
  readerOf,
  type Code,
  type FunctionTarget,
  type Source,
  type Target,
} from '../notation/programs/index.js';
import { writerOf, type WrittenFunction } from '../codegen/index.js';
import type { Declined } from '../answer/ask.js';
import { answerCodeInSteps, type CodeAnswer } from '../answer/code/answer.js';
import { texWith } from '../answer/notations.js';
import { present } from './present.js';
import { Recent, type CacheBounds } from './recent.js';
import { written } from './written.js';
import type {
  Answer,
  Budget,
  Choice,
  CodeEdit,
  CodeFound,
  DocumentText,
  GradientTestOrder,
  ServiceRefusal,
} from './service.js';

/** What stands behind a place that was found. */
interface Behind {
  readonly source: Source;
  readonly target: Target;
  code: Code | Declined | null;
  readonly answers: Map<string, CodeAnswer | Declined>;
}

/** Why a derivative is not written. */
type Unwritten = Pick<ServiceRefusal, 'code' | 'message'>;

/** Sources kept, by address: those of the editors that are open. */
export const SOURCE_BOUNDS: CacheBounds<{ readonly text: string }> = {
  entries: 8,
  weight: 1_000_000,
  weigh: ({ text }) => text.length,
};

export class Programs {
  private readonly sources = new Recent<Source>(SOURCE_BOUNDS);
  private readonly behind = new WeakMap<CodeFound, Behind>();
  private readonly texts = new WeakMap<CodeAnswer, WrittenFunction | Unwritten | null>();

  at(document: DocumentText, offset: number): CodeFound | null {
    const source = this.source(document);
    const reader = readerOf(source.language);
    const target = reader.targetAt(source, offset);
    if (target?.kind !== 'function') return null;
    const inside = isOnHead(target, offset) ? null : reader.expressionAt(source, offset);
    if (!inside && !isOnHead(target, offset)) return null;
    return this.keep(source, inside ?? target);
  }

  select(document: DocumentText, from: number, to: number): CodeFound | ServiceRefusal {
    const source = this.source(document);
    const target = readerOf(source.language).targetIn(source, from, to);
    if (target) return this.keep(source, target);
    const limit = source.problems.find((p) => p.code === 'limit');
    return limit ? { ok: false, code: 'limit', message: limit.message, place: null } : NOTHING_HERE;
  }

  *deriveInSteps(found: CodeFound, choice: Choice, budget: Budget): Steps<Answer | ServiceRefusal> {
    const answer = yield* this.answerInSteps(found, choice, budget);
    yield null;
    return answer.ok ? yield* present(answer.solved, NO_READING, texWith(DEFAULT_STYLE)) : refusal(answer);
  }

  *writeDerivative(found: CodeFound, choice: Choice, budget: Budget): Steps<CodeEdit | ServiceRefusal> {
    const answer = yield* this.answerInSteps(found, choice, budget);
    if (!answer.ok) return refusal(answer);
    if (!writerOf(answer.source.language)) return UNWRITTEN;
    return editOf((yield* this.written(answer, budget)) ?? UNSAYABLE);
  }

  *writeGradient(found: CodeFound, budget: Budget): Steps<CodeEdit | ServiceRefusal> {
    const code = this.codeOf(found);
    const behind = this.behind.get(found);
    if (!behind || !('program' in code)) return refusal('program' in code ? CHANGED : code);
    if (code.variables.length === 0)
      return refusal({
        ...CHANGED,
        code: 'no-such-variable',
        message: 'There is no number to differentiate by.',
      });
    const writer = writerOf(behind.source.language);
    return writer ? editOf(yield* writer.gradient(behind.source, code, budget)) : UNWRITTEN;
  }

  writeGradientTest(found: CodeFound, order: GradientTestOrder): string | ServiceRefusal {
    const code = this.codeOf(found);
    const behind = this.behind.get(found);
    if (!behind || !('program' in code)) return refusal('program' in code ? CHANGED : code);
    const writer = writerOf(behind.source.language);
    if (!writer) return UNWRITTEN;
    const made = writer.gradientTest(behind.source, code, order);
    return typeof made === 'string' ? made : { ok: false, ...made, place: null };
  }

  private *written(answer: CodeAnswer, budget: Budget): Steps<WrittenFunction | Unwritten | null> {
    const known = this.texts.get(answer);
    if (known !== undefined) return known;
    const made = yield* written(answer, budget);
    if (!budget.shouldStop(0)) this.texts.set(answer, made);
    return made;
  }

  private *answerInSteps(found: CodeFound, choice: Choice, budget: Budget): Steps<CodeAnswer | Declined> {
    const behind = this.behind.get(found);
    const code = this.codeOf(found);
    if (!behind || !('program' in code)) return 'program' in code ? CHANGED : code;
    const variable = choice.variable ?? found.variable;
    const key = JSON.stringify([variable, choice.order ?? 1]);
    const known = behind.answers.get(key);
    if (known) return known;
    const order = choice.order === undefined || choice.order === 1 ? ONE : num(choice.order);
    const answer = yield* answerCodeInSteps(behind.source, code, variable, order, budget);
    // What was cut short may succeed with more time, or say more.
    if (!budget.shouldStop(0)) behind.answers.set(key, answer);
    return answer;
  }

  private codeOf(found: CodeFound): Code | Declined {
    const behind = this.behind.get(found);
    if (!behind) return CHANGED;
    if (behind.code) return behind.code;
    const code = readerOf(behind.source.language).codeOf(behind.source, behind.target);
    behind.code = code.ok
      ? code
      : { ok: false, code: code.code, message: code.message, span: { from: code.from, to: code.to } };
    return behind.code;
  }

  private keep(source: Source, target: Target): CodeFound {
    const parameter = target.kind === 'function' ? target.parameter : null;
    const { from, to } = target.kind === 'function' ? target.nameSpan : target.span;
    const found: CodeFound = {
      kind: target.kind === 'expression' ? 'expression' : parameter === null ? 'function' : 'parameter',
      from,
      to,
      whole: target.kind === 'function' ? target.statement : (target.enclosing?.statement ?? target.span),
      name: target.kind === 'function' ? target.name : (target.enclosing?.name ?? null),
      variable: parameter,
    };
    this.behind.set(found, { source, target, code: null, answers: new Map() });
    return found;
  }

  /** The source of a version of a document, parsed once. */
  source({ uri, text, languageId }: DocumentText): Source {
    const known = this.sources.get(uri);
    if (known?.text === text) return known;
    const language = languageOfEditor(languageId);
    if (!language) throw new TypeError('no programming language');
    const source = readerOf(language.name).read(text, language.name);
    this.sources.set(uri, source);
    return source;
  }
}

/** On the name or a parameter, and not in the body. */
function isOnHead({ nameSpan, parameter }: FunctionTarget, offset: number): boolean {
  return (
    parameter !== null || (nameSpan.from <= offset && offset <= nameSpan.to && nameSpan.from < nameSpan.to)
  );
}

const editOf = (written: WrittenFunction | Unwritten): CodeEdit | ServiceRefusal =>
  'text' in written
    ? { ...written.edit, name: written.name }
    : { ok: false, code: written.code, message: written.message, place: null };

const NOTHING_HERE: ServiceRefusal = {
  ok: false,
  code: 'no-formula',
  message: 'There is no function and no expression of numbers here.',
  place: null,
};
const CHANGED: Declined = { ok: false, code: 'no-formula', message: 'The document has changed.', span: null };
const UNSAYABLE: ServiceRefusal = {
  ok: false,
  code: 'unsupported',
  message: 'The derivative needs a function that Math does not have.',
  place: null,
};
const UNWRITTEN: ServiceRefusal = {
  ok: false,
  code: 'unsupported',
  message: 'Code of this language is not written.',
  place: null,
};
const refusal = ({ code, message, span }: Declined): ServiceRefusal => ({
  ok: false,
  code,
  message,
  place: span && { from: span.from, to: span.to },
});
