/** Ghost text: the result after a derivative's equals sign. */
import * as vscode from 'vscode';
import { budget } from './deadline.js';
import { documentText } from './documents.js';
import { escapedInCell } from './insertion.js';
import type { Engine, LazyEngine } from './lazyEngine.js';
import { readSettings } from './settings.js';
import { endsInEquals, isAtStatementEnd, unfinishedDerivative } from './unfinished.js';

/** Someone is typing: what takes longer comes too late. */
const LIMIT = 80;

export class DerivativeCompletion implements vscode.InlineCompletionItemProvider {
  constructor(
    private readonly engine: LazyEngine,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.InlineCompletionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlineCompletionItem[]> {
    // The suggest list comes first; and nearly every place is none where a result could follow.
    if (context.selectedCompletionInfo !== undefined) return [];
    const line = document.lineAt(position).text;
    if (!endsInEquals(line.slice(0, position.character))) return [];
    if (!readSettings(document).completion) return [];
    try {
      const engine = await this.engine.get();
      if (token.isCancellationRequested) return [];
      const text = resultAt(engine, document, document.offsetAt(position), token);
      return text === null
        ? []
        : [new vscode.InlineCompletionItem(text, new vscode.Range(position, position))];
    } catch (error) {
      this.log.error('completion', error instanceof Error ? error : String(error));
      return [];
    }
  }
}

/** What is to be written at an offset; null where no derivative ends there, or it has no answer in time. */
function resultAt(
  { service }: Engine,
  document: vscode.TextDocument,
  offset: number,
  token: vscode.CancellationToken,
): string | null {
  const text = documentText(document);
  const { reading } = readSettings(document);
  const formula = service.formulaAt(text, offset, reading);
  if (formula === null || offset < formula.from || offset > formula.outerTo) return null;
  const before = text.text.slice(formula.from, offset);
  const left = unfinishedDerivative(before);
  if (left === null || !isAtStatementEnd(text.text.slice(offset, Math.max(offset, formula.to)))) return null;
  const found = service.select(text, formula.from + left.from, formula.from + left.to, reading);
  if ('ok' in found) return null;
  const answer = service.derive(found, {}, budget(LIMIT, token));
  if (!answer.ok || answer.check.verdict !== 'agrees') return null;
  const space = before.endsWith('=') ? ' ' : '';
  return space + (formula.inTable ? escapedInCell(answer.tex) : answer.tex);
}
