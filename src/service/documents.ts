/** Documents as they were last seen, indexed and read once a version. */
import type { FormulaIndex, TextChange } from '../documents/formula.js';
import { indexDocument, kindOfLanguage, reindex } from '../documents/index.js';
import { noteOptions } from '../documents/noteOptions.js';
import { Note, type Readings, type ReadingOptions } from './note.js';
import type { DocumentText, Options } from './service.js';

interface Seen {
  readonly version: number;
  readonly languageId: string;
  readonly settings: string;
  readonly index: FormulaIndex;
  readonly note: Note;
  readonly readings: Readings;
}

const MOST_DOCUMENTS = 12;

export class Documents {
  /** By address, the one asked for longest ago first. */
  private readonly seen = new Map<string, Seen>();

  /** The document as a note; what an edit left alone is not read again. */
  note(document: DocumentText, options: Options): Note {
    const reading = readingOptions(document.text, options);
    const settings = JSON.stringify([reading.logBase, reading.macros, reading.letters]);
    const old = this.seen.get(document.uri) ?? null;
    const isCurrent =
      old?.version === document.version &&
      old.languageId === document.languageId &&
      old.settings === settings &&
      old.index.text.length === document.text.length;
    const next = old && isCurrent ? old : made(document, reading, settings, old);
    this.seen.delete(document.uri);
    this.seen.set(document.uri, next);
    if (this.seen.size > MOST_DOCUMENTS) this.seen.delete(this.seen.keys().next().value ?? '');
    return next.note;
  }
}

/** The settings, overridden by what the document asks for itself. */
export function readingOptions(text: string, { logBase, macros }: ReadingOptions): ReadingOptions {
  return { logBase, macros, ...noteOptions(text) };
}

function made(document: DocumentText, options: ReadingOptions, settings: string, old: Seen | null): Seen {
  const { version, languageId, text } = document;
  const sameKind = old?.languageId === languageId;
  const index =
    old && sameKind
      ? reindex(old.index, changes(old.index.text, text))
      : indexDocument(kindOfLanguage(languageId), text);
  const readings: Readings = old?.settings === settings ? old.readings : new WeakMap();
  return { version, languageId, settings, index, note: new Note(index, options, readings), readings };
}

/** What lies between the common beginning and the common end, as one change. */
export function changes(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < least - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return [{ from, to: before.length - tail, text: after.slice(from, after.length - tail) }];
}
