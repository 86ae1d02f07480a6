/** Refactorings of a function: its derivative written below it, its gradient, a test of the gradient. */
import * as vscode from 'vscode';
import type { CodeEdit, CodeFound, CodeService, Refusal } from '../service/index.js';
import { LINK_COMMANDS } from './contributions.js';
import { budget } from './patience.js';
import { DeferredEdit } from './deferredEdit.js';
import { documentText, isWritable } from './documents.js';
import { gradientTest } from './gradientTest.js';
import type { LazyEngine } from './lazyEngine.js';
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
  #last: { readonly key: string; readonly offers: readonly Offer[] } | null = null;

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
    try {
      const code = await this.engine.code();
      if (token.isCancellationRequested) return [];
      const offers = this.#offers(code, document, range, token);
      return offers
        .filter(({ refusal }) => asked || refusal === null)
        .map((offer) => rewriteFor(offer, document, document.offsetAt(range.start)));
    } catch (error) {
      this.log.error('code actions', error instanceof Error ? error : String(error));
      return [];
    }
  }

  resolveCodeAction(action: DeferredEdit): DeferredEdit {
    return action.resolved();
  }

  #offers(
    code: CodeService,
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): readonly Offer[] {
    const found = headAt(code, document, range);
    if (found === null) return [];
    const { uri, version } = documentText(document);
    const key = JSON.stringify([uri, version, found.whole, found.variable]);
    if (this.#last?.key === key) return this.#last.offers;
    const offers = offersFor(code, found, document, token);
    if (!token.isCancellationRequested) this.#last = { key, offers };
    return offers;
  }
}

const isWanted = (only: vscode.CodeActionKind | undefined): boolean =>
  only === undefined || only.contains(KIND) || KIND.contains(only);

/** The function whose name or parameter is pointed at, or that is selected; null elsewhere. */
function headAt(code: CodeService, document: vscode.TextDocument, range: vscode.Range): CodeFound | null {
  const text = documentText(document);
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const found = from === to ? code.at(text, from) : code.select(text, from, to);
  return found === null || 'ok' in found || found.kind === 'expression' ? null : found;
}

function offersFor(
  code: CodeService,
  found: CodeFound,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): readonly Offer[] {
  const answer = code.derive(found, {}, budget('hover', token));
  if (!answer.ok) return [refused('Write derivative function', answer)];
  const several = answer.variables.length > 1;
  const by = several ? ` with respect to ${answer.variable.name}` : '';
  const derivative = edited(
    `Write derivative function${by}`,
    code.writeDerivative(found, {}, budget('hover', token)),
  );
  return several ? [derivative, ...gradientOffers(code, found, document, token)] : [derivative];
}

function gradientOffers(
  code: CodeService,
  found: CodeFound,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): readonly Offer[] {
  const gradient = edited('Write gradient', code.writeGradient(found, budget('hover', token)));
  if (gradient.refusal !== null) return [gradient];
  // The runner matters to the text alone, which is written when the test is chosen.
  const test = gradientTest(code, found, document, 'node:test');
  const title = 'Write gradient test';
  const command = LINK_COMMANDS.writeGradientTest;
  return [gradient, 'ok' in test ? refused(title, test) : { title, command, change: null, refusal: null }];
}

const refused = (title: string, { message }: Refusal): Offer => ({
  title,
  change: null,
  command: null,
  refusal: message,
});

const edited = (title: string, edit: CodeEdit | Refusal): Offer =>
  'ok' in edit ? refused(title, edit) : { title, change: edit, command: null, refusal: null };

function rewriteFor(
  { title, change, command, refusal }: Offer,
  document: vscode.TextDocument,
  offset: number,
): DeferredEdit {
  const { uri, version } = documentText(document);
  const action = new DeferredEdit(title, KIND, document, version, change);
  if (refusal !== null) action.disabled = { reason: refusal };
  const target: Target = { uri, version, from: offset, to: offset };
  if (command !== null) action.command = { command, title, arguments: [target] };
  return action;
}
