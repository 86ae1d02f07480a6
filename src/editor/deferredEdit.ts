/** Code actions whose edit is made when they are chosen. */
import * as vscode from 'vscode';
import { rangeOf } from './documents.js';
import type { TextEdit } from './fixEdits.js';

/** An action whose edit is made when it is chosen, if the document is still at the version it was offered for. */
export class DeferredEdit extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    private readonly document: vscode.TextDocument,
    private readonly version: number,
    private readonly change: TextEdit | null,
  ) {
    super(title, kind);
  }

  /** The action with its edit; as it is where it has none, or the document has changed since. */
  resolved(): this {
    const { document, version, change } = this;
    if (change === null || document.version !== version) return this;
    this.edit = new vscode.WorkspaceEdit();
    this.edit.replace(document.uri, rangeOf(document, change.from, change.to), change.text);
    return this;
  }
}
