/** The places a command is asked about: a link's target, or the selections of the active editor. */
import * as vscode from 'vscode';
import { openDocument } from './documents.js';
import { tell } from './messages.js';
import { parseTarget, type Target } from './target.js';

/** A document and a range in it, in UTF-16 offsets; a cursor is a range with both ends equal. */
export interface AskedRange {
  readonly document: vscode.TextDocument;
  readonly range: { readonly from: number; readonly to: number };
}

/** A document and the ranges in it. */
export interface AskedRanges {
  readonly document: vscode.TextDocument;
  readonly ranges: readonly AskedRange['range'][];
}

/** The places of a command's argument, where that is a target, else those of the active editor; null once told why. */
export function askedRanges(argument: unknown): AskedRanges | null {
  const target = parseTarget(argument);
  const places = target === null ? activePlaces() : targetPlaces(target);
  if (typeof places !== 'string') return places;
  tell(places);
  return null;
}

/** The first of the places: of a command that asks about one. */
export function askedRange(argument: unknown): AskedRange | null {
  const places = askedRanges(argument);
  const [range] = places?.ranges ?? [];
  return places === null || range === undefined ? null : { document: places.document, range };
}

function targetPlaces({ uri, version, from, to }: Target): AskedRanges | string {
  const document = openDocument(uri);
  if (document === null) return 'The document of this formula is no longer open.';
  if (document.version !== version) return 'The document has changed since. Point at the formula again.';
  return { document, ranges: [{ from, to }] };
}

function activePlaces(): AskedRanges | string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return 'No text editor is active.';
  const { document, selections } = editor;
  const ranges = selections.map(({ start, end }) => ({
    from: document.offsetAt(start),
    to: document.offsetAt(end),
  }));
  return { document, ranges };
}
