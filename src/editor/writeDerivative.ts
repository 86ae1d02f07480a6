/** Write Derivative: the derivatives as functions below those pointed at, as one undo step. */
import * as vscode from 'vscode';
import type { CodeEdit, DocumentText, Service, ServiceRefusal } from '../service/index.js';
import { budget } from './patience.js';
import { documentText, isWritable, rangeOf } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { tell, tellRefusal } from './messages.js';
import { askedRanges } from './askedRanges.js';
import { HOST_CLOCK, NEVER, resultInSlices } from './slices.js';

export class WriteDerivative {
  constructor(private readonly engine: LazyEngine) {}

  async run(argument: unknown): Promise<void> {
    const places = askedRanges(argument);
    if (places === null || places.ranges.length === 0) return;
    const { document, ranges } = places;
    if (!isWritable(document)) {
      tell('This document is for reading only.');
      return;
    }
    const { version } = document;
    const text = documentText(document);
    const service = await this.engine.code(document.languageId);
    const edits: CodeEdit[] = [];
    for (const range of ranges) {
      const edit = await resultInSlices(derivativeAt(service, text, range), HOST_CLOCK, NEVER);
      if (edit === null) return;
      if ('ok' in edit) {
        // Nothing is written by halves: one refusal is told, and stops the rest.
        void tellRefusal(document, edit);
        return;
      }
      if (!edits.some((known) => known.from === edit.from && known.text === edit.text)) edits.push(edit);
    }
    const names = edits.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) {
      tell(`Two of the functions would be called ${twice}. Write one after the other.`);
      return;
    }
    if (!(await applyCodeEdits(document, version, edits)))
      tell('The document has changed since. Nothing was written.');
  }
}

function* derivativeAt(
  service: Service,
  text: DocumentText,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<unknown, CodeEdit | ServiceRefusal, undefined> {
  const found = (from === to ? service.codeAt(text, from) : null) ?? service.codeIn(text, from, to);
  return 'ok' in found ? found : yield* service.writeDerivativeInSteps(found, {}, budget('command'));
}

/** Makes the edits as one, if the document is still at that version; false where nothing was done. */
export async function applyCodeEdits(
  document: vscode.TextDocument,
  version: number,
  edits: readonly CodeEdit[],
): Promise<boolean> {
  if (document.version !== version) return false;
  const all = new vscode.WorkspaceEdit();
  for (const { from, to, text } of edits) all.replace(document.uri, rangeOf(document, from, to), text);
  return vscode.workspace.applyEdit(all);
}
