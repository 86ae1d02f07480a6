/** Insert Derivative: writes the answers after their formulas, as one undo step. */
import * as vscode from 'vscode';
import { isCode } from './codeLanguages.js';
import { budget } from './patience.js';
import { isWritable } from './documents.js';
import { insertionFor, type Insertion } from './insertion.js';
import { tell, tellRefusal } from './messages.js';
import { askedRanges, type AskedRanges } from './askedRanges.js';
import type { Questions } from './questions.js';
import type { WriteDerivative } from './writeDerivative.js';

export class InsertDerivative {
  constructor(
    private readonly questions: Questions,
    private readonly writer: WriteDerivative,
  ) {}

  async run(argument: unknown): Promise<void> {
    const places = askedRanges(argument);
    if (places === null) return;
    if (isCode(places.document.languageId)) return this.writer.run(argument);
    if (!isWritable(places.document)) {
      tell('This document is for reading only.');
      return;
    }
    const { version } = places.document;
    const insertions = await this.#insertions(places);
    if (insertions === null) return;
    if (!(await apply(places.document, version, insertions)))
      tell('The document has changed since. Nothing was inserted.');
  }

  /** What goes where, one insertion a formula; null where one was refused, which is told. */
  async #insertions({ document, ranges }: AskedRanges): Promise<readonly Insertion[] | null> {
    const insertions = new Map<number, Insertion>();
    for (const range of ranges) {
      const asked = await this.questions.ask(document, range, budget('command'));
      if (!asked.ok) {
        void tellRefusal(document, asked);
        return null;
      }
      // Two cursors in one formula ask once.
      const insertion = insertionFor(asked.document.text, asked.found, asked.answer);
      if (insertion === null) {
        tell(
          'The answer would end the formula that it is written into. Nothing was inserted: copy it instead.',
        );
        return null;
      }
      insertions.set(insertion.at, insertion);
    }
    return [...insertions.values()];
  }
}

/** Makes all insertions in one edit, if the document is still at that version; false where nothing was done. */
async function apply(
  document: vscode.TextDocument,
  version: number,
  insertions: readonly Insertion[],
): Promise<boolean> {
  if (document.version !== version) return false;
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  if (editor !== undefined) {
    return editor.edit((edit) => {
      for (const { at, text } of insertions) edit.insert(document.positionAt(at), text);
    });
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { at, text } of insertions) edit.insert(document.uri, document.positionAt(at), text);
  return vscode.workspace.applyEdit(edit);
}
