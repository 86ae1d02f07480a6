/** The status bar's count of the claims in the active editor; a click opens the problems. */
import * as vscode from 'vscode';
import type { CheckedNotes } from './checkedNotes.js';
import { leftOutText, statusText } from './claimText.js';
import { countsOf } from './claims.js';
import { STATUS_ITEM } from './contributions.js';

export class CheckStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(STATUS_ITEM, vscode.StatusBarAlignment.Right, 90);
  readonly #events: readonly vscode.Disposable[];

  constructor(private readonly notes: CheckedNotes) {
    this.#item.name = 'Leibniz: Checked Derivatives';
    this.#item.command = 'workbench.actions.view.problems';
    this.#events = [
      notes.onDidChange(() => this.#update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
    ];
    this.#update();
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, ...this.#events).dispose();
  }

  /** Between an edit and its check the last counts stay, so that nothing flickers. */
  #update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const note = uri === undefined ? null : this.notes.lastOf(uri);
    if (note === null || (note.claims.length === 0 && note.leftOut === null)) {
      this.#item.hide();
      return;
    }
    const { label, words } =
      note.leftOut === null ? statusText(countsOf(note.claims)) : leftOutText(note.leftOut);
    this.#item.text = label;
    this.#item.tooltip = note.leftOut === null ? `${words}. Click to see the problems.` : `${words}.`;
    this.#item.accessibilityInformation = { label: words, role: 'button' };
    this.#item.show();
  }
}
