/** Code lenses over display formulas: the derivative in a line, and a way to its steps. Off unless asked for. */
import * as vscode from 'vscode';
import type { Answer, DocumentText, FormulaPlace, Options, Service } from '../service/service.js';
import { budget } from './patience.js';
import { COMMANDS } from './contributions.js';
import { documentText, isCurrent, openDocument, rangeOf } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import type { Questions } from './questions.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, inSlices, resultInSlices } from './slices.js';
import type { Target } from './target.js';

const LONGEST = 60;

/** A lens with the formula that it is about. */
class FormulaLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly document: DocumentText,
    readonly reading: Options,
    readonly place: FormulaPlace,
  ) {
    super(range);
  }
}

export class DerivativeLens implements vscode.CodeLensProvider<FormulaLens>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Displays that turned out to have no derivative, by address and text, and the version that it was found in. */
  readonly #silent = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Makes all lenses anew: the settings have changed. */
  again(): void {
    this.#silent.clear();
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<FormulaLens[]> {
    try {
      return await this.#lenses(document, token);
    } catch (error) {
      this.log.error('code lenses', error instanceof Error ? error : String(error));
      return [];
    }
  }

  async #lenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<FormulaLens[]> {
    const { codeLens, reading } = readSettings(document);
    if (!codeLens) return [];
    const { service } = await this.engine.get();
    if (token.isCancellationRequested) return [];
    const text = documentText(document);
    const lenses: FormulaLens[] = [];
    const work = function* (this: DerivativeLens): Generator {
      yield* service.prepare(text, reading);
      for (const place of service.displays(text, reading)) {
        const range = rangeOf(document, place.outerFrom, place.outerFrom);
        const lens = new FormulaLens(range, text, reading, place);
        if (!(yield* this.#isSilent(service, lens, token))) lenses.push(lens);
        yield;
      }
    };
    const isDone = await inSlices(work.call(this), HOST_CLOCK, token);
    return isDone && isCurrent(document, text) ? lenses : [];
  }

  /** One that had nothing to say is asked again where another version may give it a meaning. */
  *#isSilent(
    service: Service,
    lens: FormulaLens,
    token: vscode.CancellationToken,
  ): Generator<unknown, boolean, undefined> {
    const key = keyOf(lens);
    const version = this.#silent.get(key);
    if (version === undefined || version === lens.document.version) return version !== undefined;
    const answer = yield* this.#answer(service, lens, token);
    if (token.isCancellationRequested) return true;
    if (answer === null) this.#silent.set(key, lens.document.version);
    else this.#silent.delete(key);
    return this.#silent.has(key);
  }

  /** Derives only for the lenses that are in sight. */
  async resolveCodeLens(lens: FormulaLens, token: vscode.CancellationToken): Promise<FormulaLens> {
    const answer = await this.#resolved(lens, token).catch((error: unknown) => {
      this.log.error('code lens', error instanceof Error ? error : String(error));
      return null;
    });
    lens.command = answer === null ? NOTHING : commandFor(answer, targetOf(lens));
    return lens;
  }

  async #resolved(lens: FormulaLens, token: vscode.CancellationToken): Promise<Answer | null> {
    const { service } = await this.engine.get();
    if (!isInForce(lens)) return null;
    const answer = await resultInSlices(this.#answer(service, lens, token), HOST_CLOCK, token);
    if (answer === null && !token.isCancellationRequested) this.#leaveOut(lens);
    return answer;
  }

  *#answer(
    service: Service,
    { document, reading, place }: FormulaLens,
    token: vscode.CancellationToken,
  ): Generator<unknown, Answer | null, undefined> {
    yield* service.prepare(document, reading);
    const found = service.at(document, place.from, reading);
    if (found === null) return null;
    const limit = budget('hover', token);
    const asked = yield* this.questions.answerInSteps(service, document, found, limit);
    return asked.ok ? asked.answer : null;
  }

  /** Makes the lenses anew without those that have nothing to say. */
  #leaveOut(lens: FormulaLens): void {
    if (this.#silent.size >= MOST_SILENT) this.#silent.clear();
    this.#silent.set(keyOf(lens), lens.document.version);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), PAUSE);
  }
}

/** Of an earlier version nothing is read any more: the lenses of the present one are on their way. */
function isInForce({ document }: FormulaLens): boolean {
  const now = openDocument(document.uri);
  return now !== null && isCurrent(now, document);
}

/** VS Code wants a command: this one shows no words until the lens is gone. */
const NOTHING: vscode.Command = { title: '', command: '' };
/** Lenses come to be seen many at a time. */
const PAUSE = 100;
const MOST_SILENT = 2_000;

const keyOf = ({ document: { uri, text }, place: { from, to } }: FormulaLens): string =>
  `${uri}\n${text.slice(from, to)}`;

const targetOf = ({ document: { uri, version }, place: { from } }: FormulaLens): Target => ({
  uri,
  version,
  from,
  to: from,
});

function commandFor({ plain, variable }: Answer, target: Target): vscode.Command {
  const result = plain === null || plain.length > LONGEST ? '' : `: ${plain}`;
  return {
    title: `d/d${variable.name}${result}`,
    command: COMMANDS.showDerivation,
    arguments: [target],
    tooltip: 'Show steps',
  };
}
