/** Ghost text: the result after a derivative's equals sign. */
import * as vscode from 'vscode';
import type { DocumentText, FormulaPlace, Options, Service } from '../service/service.js';
import { documentText, isCurrent } from './documents.js';
import type { Engine, LazyEngine } from './lazyEngine.js';
import { budget } from './patience.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, inSlices, resultInSlices } from './slices.js';
import { texInPlace } from './texInPlace.js';
import { endsInEquals, isAtStatementEnd, unfinishedDerivative } from './unfinished.js';

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
    // The position is one of this version, whatever is typed while the engine loads and reads.
    const [text, offset] = [documentText(document), document.offsetAt(position)];
    try {
      const engine = await this.engine.get();
      if (token.isCancellationRequested) return [];
      const result = await resultAt(engine, text, offset, readSettings(document).reading, token);
      return result === null || !isCurrent(document, text)
        ? []
        : [new vscode.InlineCompletionItem(result, new vscode.Range(position, position))];
    } catch (error) {
      this.log.error('completion', error instanceof Error ? error : String(error));
      return [];
    }
  }
}

/** What is to be written at an offset; null where no derivative ends there, or it has no answer in time. */
async function resultAt(
  { service }: Engine,
  document: DocumentText,
  offset: number,
  reading: Options,
  token: vscode.CancellationToken,
): Promise<string | null> {
  const place = await formulaBefore(service, document, offset, reading, token);
  if (place === null) return null;
  const { text, formula } = place;
  const before = text.text.slice(formula.from, offset);
  const left = unfinishedDerivative(before);
  if (left === null || !isAtStatementEnd(place.rest)) return null;
  const found = service.select(text, formula.from + left.from, formula.from + left.to, reading);
  if ('ok' in found) return null;
  const answering = service.deriveInSteps(found, {}, budget('completion', token));
  const answer = await resultInSlices(answering, HOST_CLOCK, token);
  if (answer?.ok !== true || answer.check.verdict !== 'agrees') return null;
  const space = before.endsWith('=') ? ' ' : '';
  const { from, to, outerFrom, outerTo, inTable } = formula;
  const home = { opening: text.text.slice(outerFrom, from), closing: text.text.slice(to, outerTo), inTable };
  const written = texInPlace(answer.tex, home);
  return written === null ? null : space + written;
}

/** The formula that an offset ends or goes on in, the text in which it is one, and what follows in it. */
interface Unfinished {
  readonly text: DocumentText;
  readonly formula: FormulaPlace;
  readonly rest: string;
}

/** What makes a formula of a beginning: `$f'(x) = $` is none, as a space stands before its end; `$f'(x) =` has no end. */
const STAND_INS = ['', '0', '0$'];

async function formulaBefore(
  service: Service,
  document: DocumentText,
  offset: number,
  reading: Options,
  token: vscode.CancellationToken,
): Promise<Unfinished | null> {
  for (const [i, standIn] of STAND_INS.entries()) {
    const text = standIn === '' ? document : withStandIn(document, offset, i);
    // A long note is read a little at a time, and left off as soon as one types on.
    const preparing = service.prepare(text, reading)[Symbol.iterator]();
    if (!(await inSlices(preparing, HOST_CLOCK, token))) return null;
    const formula = service.formulaAt(text, offset, reading);
    if (formula === null || offset < formula.from || offset > formula.outerTo) continue;
    const from = offset + standIn.length;
    return { text, formula, rest: text.text.slice(from, Math.max(from, formula.to)) };
  }
  return null;
}

/** A version between two of the document's own, so that all that was read of it so far is of use. */
function withStandIn(document: DocumentText, offset: number, which: number): DocumentText {
  const { text, version } = document;
  return {
    ...document,
    version: version + which / 10,
    text: text.slice(0, offset) + (STAND_INS[which] ?? '') + text.slice(offset),
  };
}
