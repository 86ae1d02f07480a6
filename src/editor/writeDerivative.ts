/** Write Derivative: the derivative as a function below the one pointed at, as one undo step. */
import * as vscode from 'vscode';
import type { CodeEdit, CodeService, Refusal } from '../service/index.js';
import { COMMAND_LIMIT, budget } from './deadline.js';
import { documentText, isWritable, rangeOf } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { tell, tellRefusal } from './messages.js';
import { placesOf } from './places.js';

export class WriteDerivative {
  constructor(private readonly engine: LazyEngine) {}

  async run(argument: unknown): Promise<void> {
    const places = placesOf(argument);
    const [range] = places?.ranges ?? [];
    if (places === null || range === undefined) return;
    const { document } = places;
    if (!isWritable(document)) {
      tell('This document is for reading only.');
      return;
    }
    const { version } = document;
    const edit = derivativeAt(await this.engine.code(), document, range);
    if ('ok' in edit) void tellRefusal(document, edit);
    else if (!(await applyCodeEdit(document, version, edit)))
      tell('The document has changed since. Nothing was written.');
  }
}

function derivativeAt(
  code: CodeService,
  document: vscode.TextDocument,
  { from, to }: { readonly from: number; readonly to: number },
): CodeEdit | Refusal {
  const text = documentText(document);
  const found = (from === to ? code.at(text, from) : null) ?? code.select(text, from, to);
  return 'ok' in found ? found : code.writeDerivative(found, {}, budget(COMMAND_LIMIT));
}

/** Makes the edit if the document is still at that version; false where nothing was done. */
export async function applyCodeEdit(
  document: vscode.TextDocument,
  version: number,
  { from, to, text }: CodeEdit,
): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from, to), text);
  return vscode.workspace.applyEdit(edit);
}
