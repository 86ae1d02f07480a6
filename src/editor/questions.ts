/** Asks the service about places in documents, and remembers by which variable a person wants a formula derived. */
import type * as vscode from 'vscode';
import type { Answer, Budget, DocumentText, Found, ServiceRefusal, Service } from '../service/service.js';
import { isCode } from './codeLanguages.js';
import { documentText, isCurrent } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, NEVER, resultInSlices } from './slices.js';

/** A question that was found in a document, and its answer. */
export interface Asked {
  readonly ok: true;
  readonly document: DocumentText;
  readonly found: Found;
  readonly answer: Answer;
}

const NO_FORMULA: ServiceRefusal = {
  ok: false,
  code: 'no-formula',
  message: 'There is no formula at the cursor. Put it into one, or select an expression.',
  place: null,
};
const NO_CODE: ServiceRefusal = {
  ...NO_FORMULA,
  message:
    'There is nothing to differentiate at the cursor. Put it on a function’s name, or select an expression.',
};
const CHANGED: ServiceRefusal = {
  ...NO_FORMULA,
  message: 'The document has changed since. Point at the formula again.',
};
const MOST_CHOICES = 500;

export class Questions {
  /** The chosen variable, by document and formula. */
  readonly #choices = new Map<string, string>();

  constructor(private readonly engine: LazyEngine) {}

  /**
   * The question at a cursor (from = to) or in a selection, answered; by that variable where one is given. The place is
   * one of the document as it is now: where it is edited before the answer is there, there is none.
   */
  async ask(
    document: vscode.TextDocument,
    { from, to }: { readonly from: number; readonly to: number },
    budget: Budget,
    variable?: string,
  ): Promise<Asked | ServiceRefusal> {
    const text = documentText(document);
    const service = await this.engine.service(text.languageId);
    const { reading } = readSettings(document);
    const work = function* (this: Questions): Generator<unknown, Asked | ServiceRefusal, undefined> {
      yield* service.prepare(text, reading);
      if (!isCurrent(document, text)) return CHANGED;
      const found = from === to ? service.at(text, from, reading) : service.select(text, from, to, reading);
      if (found === null) return isCode(text.languageId) ? NO_CODE : NO_FORMULA;
      return 'ok' in found ? found : yield* this.answerInSteps(service, text, found, budget, variable);
    };
    const answer = await resultInSlices(work.call(this), HOST_CLOCK, NEVER);
    return answer !== null && isCurrent(document, text) ? answer : CHANGED;
  }

  /** The answer to a question found before, by the variable that is given or was chosen for it, in steps. */
  *answerInSteps(
    service: Pick<Service, 'deriveInSteps'>,
    document: DocumentText,
    found: Found,
    budget: Budget,
    variable = this.choiceFor(document, found) ?? undefined,
  ): Generator<unknown, Asked | ServiceRefusal, undefined> {
    const answer = yield* service.deriveInSteps(found, variable === undefined ? {} : { variable }, budget);
    return answer.ok ? { ok: true, document, found, answer } : answer;
  }

  /** The variable chosen for a formula; null where none was, and where a parameter itself is pointed at. */
  choiceFor(document: DocumentText, found: Found): string | null {
    if ((found.code?.variable ?? null) !== null) return null;
    return this.#choices.get(keyOf(document, found)) ?? null;
  }

  /** From now on this formula is derived by that variable, in hovers too. */
  choose(document: DocumentText, found: Found, variable: string): void {
    if (this.#choices.size >= MOST_CHOICES) this.#choices.clear();
    this.#choices.set(keyOf(document, found), variable);
  }
}

const keyOf = (document: DocumentText, found: Found): string => `${document.uri}\n${found.text}`;
