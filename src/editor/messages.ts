/** What a person who asked is told: a message that says what, and shows where. */
import * as vscode from 'vscode';
import type { ServiceRefusal } from '../service/service.js';
import { rangeOf } from './documents.js';

/** Tells why there is no answer; where the place is known, with its line and a button that selects it. */
export async function tellRefusal(document: vscode.TextDocument, refusal: ServiceRefusal): Promise<void> {
  const { message, place } = refusal;
  if (place === null) {
    await vscode.window.showWarningMessage(message);
    return;
  }
  const range = rangeOf(document, place.from, place.to);
  const where = `line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const chosen = await vscode.window.showWarningMessage(`${message} (${where})`, SHOW);
  if (chosen === SHOW) await vscode.window.showTextDocument(document, { selection: range });
}
const SHOW = 'Show Place';

/** Tells something that is no refusal: nothing to do, or nothing done. */
export function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** A line in the status bar that goes away by itself. */
export function mention(message: string): void {
  vscode.window.setStatusBarMessage(message, 3_000);
}
