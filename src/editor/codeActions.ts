/** Refactorings of a function: its derivative written below it, its gradient, a test of the gradient. */
import * as vscode from 'vscode';
import { languageOfEditor } from '../languages.js';
import type { Budget, CodeEdit, Found, Service, DocumentText, ServiceRefusal } from '../service/index.js';
import { LINK_COMMANDS } from './contributions.js';
import { budget } from './patience.js';
import { DeferredEdit } from './deferredEdit.js';
import { documentText, isCurrent, isWritable } from './documents.js';
import { gradientTest } from './gradientTest.js';
import type { LazyEngine } from './lazyEngine.js';
import { HOST_CLOCK, REST, resultInSlices } from './slices.js';
import type { Target } from './target.js';

const KIND = vscode.CodeActionKind.RefactorRewrite.append('leibniz');
/** Where a function may begin: other lines are passed over while the cursor moves, so that they load nothing. */
const MAY_BE_HEAD =
  /function|=>|^\s*[\w$#]+\s*[(:=]|^\s*(?:public|private|protected|static|export|const|let|var)\b/;

/** An edit or a command, or why there is none. */
interface Offer {
  readonly title: string;
  readonly change: CodeEdit | null;
  readonly command: string | null;
  readonly refusal: string | null;
}

export class CodeActions implements vscode.CodeActionProvider<DeferredEdit> {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [KIND] };
  /** The offers made last: a cursor stays for a while on one function. */
  #last: { readonly text: DocumentText; readonly key: string; readonly offers: readonly Offer[] } | null =
    null;

  constructor(
    private readonly engine: LazyEngine,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<DeferredEdit[]> {
    const asked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (!isWritable(document) || !isWanted(context.only)) return [];
    if (!asked && !MAY_BE_HEAD.test(document.lineAt(range.start.line).text)) return [];
    // The range is one of this version, whatever is typed while the engine loads and reads.
    const text = documentText(document);
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    try {
      const service = await this.engine.code(document.languageId);
      if (token.isCancellationRequested) return [];
      const work = this.#offers(service, document, { text, from, to }, token);
      const offers = await resultInSlices(work, HOST_CLOCK, token);
      if (offers === null || !isCurrent(document, text)) return [];
      return offers
        .filter(({ refusal }) => asked || refusal === null)
        .map((offer) => rewriteFor(offer, text, from));
    } catch (error) {
      this.log.error('code actions', error instanceof Error ? error : String(error));
      return [];
    }
  }

  *#offers(
    service: Service,
    document: vscode.TextDocument,
    place: SourceRange,
    token: vscode.CancellationToken,
  ): Generator<unknown, readonly Offer[], undefined> {
    const { text } = place;
    const found = headAt(service, place);
    if (found === null) return [];
    const key = JSON.stringify([found.code?.whole, found.code?.variable]);
    if (this.#last?.text === text && this.#last.key === key) return this.#last.offers;
    yield REST;
    const limit = budget('hover', token);
    const offers = yield* offersFor(service, found, document, limit);
    // What was cut short may be offered when it is asked for again.
    if (!limit.shouldStop(0)) this.#last = { text, key, offers };
    return offers;
  }
}

/** A selection in a version of a source. */
interface SourceRange {
  readonly text: DocumentText;
  readonly from: number;
  readonly to: number;
}

const isWanted = (only: vscode.CodeActionKind | undefined): boolean =>
  only === undefined || only.contains(KIND) || KIND.contains(only);

/** The function whose name or parameter is pointed at, or that is selected; null elsewhere. */
function headAt(service: Service, { text, from, to }: SourceRange): Found | null {
  const found = from === to ? service.codeAt(text, from) : service.codeIn(text, from, to);
  return found === null || 'ok' in found || found.code?.kind === 'expression' ? null : found;
}

function* offersFor(
  service: Service,
  found: Found,
  document: vscode.TextDocument,
  limit: Budget,
): Generator<unknown, readonly Offer[], undefined> {
  const answer = yield* service.deriveInSteps(found, {}, limit);
  if (!answer.ok) return [refused('Write derivative function', answer)];
  yield REST;
  const several = answer.variables.length > 1;
  const by = several ? ` with respect to ${answer.variable.name}` : '';
  const edit = yield* service.writeDerivativeInSteps(found, {}, limit);
  const derivative = edited(`Write derivative function${by}`, edit);
  if (!several) return [derivative];
  yield REST;
  return [derivative, ...(yield* gradientOffers(service, found, document, limit))];
}

function* gradientOffers(
  service: Service,
  found: Found,
  document: vscode.TextDocument,
  limit: Budget,
): Generator<unknown, readonly Offer[], undefined> {
  const gradient = edited('Write gradient', yield* service.writeGradientInSteps(found, limit));
  const tests = languageOfEditor(document.languageId)?.tests;
  if (gradient.refusal !== null || !tests) return [gradient];
  // The runner matters to the text alone, which is written when the test is chosen.
  yield REST;
  const test = yield* gradientTest(service, found, document, tests, tests.runnerIn(''));
  const title = 'Write gradient test';
  const command = LINK_COMMANDS.writeGradientTest;
  return [gradient, 'ok' in test ? refused(title, test) : { title, command, change: null, refusal: null }];
}

const refused = (title: string, { message }: ServiceRefusal): Offer => ({
  title,
  change: null,
  command: null,
  refusal: message,
});

const edited = (title: string, edit: CodeEdit | ServiceRefusal): Offer =>
  'ok' in edit ? refused(title, edit) : { title, change: edit, command: null, refusal: null };

function rewriteFor(
  { title, change, command, refusal }: Offer,
  text: DocumentText,
  offset: number,
): DeferredEdit {
  const { uri, version } = text;
  const action = new DeferredEdit(title, KIND, text, change);
  if (refusal !== null) action.disabled = { reason: refusal };
  const target: Target = { uri, version, from: offset, to: offset };
  if (command !== null) action.command = { command, title, arguments: [target] };
  return action;
}
