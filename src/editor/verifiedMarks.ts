/** A quiet mark in the gutter beside lines whose claims were all found true. */
import * as vscode from 'vscode';
import type { CheckedNotes } from './checkedNotes.js';
import type { CheckedClaim } from '../service/service.js';
import { readSettings } from './settings.js';

/** A check mark that is seen on light and on dark ground. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M4 8.5l3 3 5.5-7" fill="none" stroke="#4f9a5b" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
/** Scrolling comes in many small events. */
const PAUSE = 50;

export class VerifiedMarks implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(MARK)}`),
    gutterIconSize: 'contain',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #events: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly notes: CheckedNotes) {
    const soon = (): void => this.#soon();
    this.#events = [
      notes.onDidChange(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(soon),
    ];
  }

  /** Marks all editors anew: the settings have changed. */
  again(): void {
    this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(this.#type, ...this.#events).dispose();
  }

  #soon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const editor of vscode.window.visibleTextEditors) this.#mark(editor);
    }, PAUSE);
  }

  /** Marks the lines that an editor shows; between an edit and its check the marks move with the text. */
  #mark(editor: vscode.TextEditor): void {
    const { document, visibleRanges } = editor;
    const wanted = readSettings(document).verifiedMarks === 'gutter';
    const note = this.notes.of(document);
    if (wanted && note === null && this.notes.lastOf(document.uri.toString()) !== null) return;
    const claims = wanted ? (note?.claims ?? []) : [];
    // What an editor shows is told later than what was deleted from its document.
    const shown = visibleRanges.map((range) => document.validateRange(range));
    const lines = shown.flatMap((range) => verifiedLines(document, range, claims));
    const ranges = [...new Set(lines)].map((line) => new vscode.Range(line, 0, line, 0));
    editor.setDecorations(this.#type, wanted ? ranges : []);
  }
}

/** The lines of the range on which claims stand, all of them true. */
function verifiedLines(
  document: vscode.TextDocument,
  range: vscode.Range,
  claims: readonly CheckedClaim[],
): readonly number[] {
  const [from, to] = [
    document.offsetAt(range.start),
    document.offsetAt(document.lineAt(range.end).range.end),
  ];
  const verified = new Map<number, boolean>();
  for (const claim of claims) {
    if (claim.to < from || claim.from > to) continue;
    const { line } = document.positionAt(claim.from);
    verified.set(line, (verified.get(line) ?? true) && claim.verdict === 'true');
  }
  return [...verified].filter(([, isTrue]) => isTrue).map(([line]) => line);
}
