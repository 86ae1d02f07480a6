/** Code actions whose edit is made when they are chosen, if the document is still what they were offered for. */
import * as vscode from 'vscode';
import type { DocumentText } from '../service/service.js';
import { LINK_COMMANDS } from './contributions.js';
import { documentText, isWritable, openDocument, rangeOf } from './documents.js';
import type { TextEdit } from './fixEdits.js';
import { tell } from './messages.js';
import { parseOfferedEdit, type OfferedEdit } from './offeredEdit.js';

/**
 * An action whose edit is made by a command: VS Code would make an edit that it was given whatever the document has
 * become since, and say nothing where it was given none.
 */
export class DeferredEdit extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    { uri, version, text }: DocumentText,
    change: TextEdit | null,
  ) {
    super(title, kind);
    if (change === null) return;
    const { from, to } = change;
    const offered: OfferedEdit = { uri, version, from, to, text: change.text, was: text.slice(from, to) };
    this.command = { command: LINK_COMMANDS.makeEdit, title, arguments: [offered] };
  }
}

/** Makes an edit that was offered, or tells why it is not made; arguments that are none do nothing. */
export async function makeEdit(argument: unknown): Promise<void> {
  const offered = parseOfferedEdit(argument);
  if (offered === null) return;
  const document = openDocument(offered.uri);
  if (document === null) tell('The document that was to be changed is no longer open.');
  else if (!isWritable(document)) tell('This document is for reading only.');
  else if (!(await applied(document, offered)))
    tell('The document has changed since. Nothing was changed: ask for the fix again.');
}

async function applied(
  document: vscode.TextDocument,
  { version, from, to, text, was }: OfferedEdit,
): Promise<boolean> {
  const now = documentText(document);
  if (now.version !== version || now.text.slice(from, to) !== was) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from, to), text);
  return vscode.workspace.applyEdit(edit);
}
