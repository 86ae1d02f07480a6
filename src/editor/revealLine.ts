/** Follows a link to a definition: puts the cursor on its line. */
import * as vscode from 'vscode';
import { openDocument } from './documents.js';
import { parseLineTarget } from './lineTarget.js';

/** Shows a line of a document that is open; any other argument does nothing. */
export async function revealLine(argument: unknown): Promise<void> {
  const target = parseLineTarget(argument);
  const document = target && openDocument(target.uri);
  if (target === null || document === null) return;
  const line = document.lineAt(Math.min(target.line, document.lineCount) - 1);
  const place = new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex);
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(place, place),
    ...(editor?.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
  });
}
