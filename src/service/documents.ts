/** Documents as they were last seen, indexed and read once a version. */
import type { FormulaIndex } from '../documents/formula.js';
import { indexInSteps, kindOfLanguage, reindexInSteps } from '../documents/index.js';
import { done, type Steps } from '../steps.js';
import { noteOptions } from '../documents/noteOptions.js';
import { READER } from './reader.js';
import type { Readings } from '../meaning/keptReadings.js';
import { Note, type ReadingOptions } from '../meaning/note.js';
import { Recent, type CacheBounds } from './recent.js';
import type { DocumentText, Options } from './service.js';

interface Seen {
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
  readonly settings: string;
  readonly index: FormulaIndex;
  readonly note: Note;
  readonly readings: Readings;
}

/** Of the documents of an editor; all of a small note are kept, and one of several megabytes alone. */
export const DOCUMENT_BOUNDS: CacheBounds<Pick<Seen, 'text'>> = {
  entries: 12,
  weight: 4_000_000,
  weigh: ({ text }) => text.length,
};

export class Documents {
  private readonly seen = new Recent<Seen>(DOCUMENT_BOUNDS);

  /** The document as a note; what an edit left alone is not read again. */
  note(document: DocumentText, options: Options): Note {
    return done(this.indexed(document, options));
  }

  /** The same in steps, with all that there is to read in it read. */
  *noteInSteps(document: DocumentText, options: Options): Steps<Note> {
    const note = yield* this.indexed(document, options);
    yield* note.readAll();
    return note;
  }

  /** The same with what it defines read, and no more. */
  *preparedInSteps(document: DocumentText, options: Options): Steps<Note> {
    const note = yield* this.indexed(document, options);
    yield* note.readDefinitions();
    return note;
  }

  private *indexed(document: DocumentText, options: Options): Steps<Note> {
    const reading = readingOptions(document.text, options);
    const { logBase, macros, letters, constants, preamble, takenIn } = reading;
    const settings = JSON.stringify([logBase, macros, letters, constants, preamble, takenIn]);
    const old = this.seen.get(document.uri) ?? null;
    if (old && isCurrent(old, document, settings)) return this.keep(document.uri, old).note;
    const made = yield* madeInSteps(document, reading, settings, old);
    // Someone else may have made it in one of the pauses, or a later version already.
    const now = this.seen.get(document.uri);
    if (now && now !== old) return isCurrent(now, document, settings) ? now.note : made.note;
    return this.keep(document.uri, made).note;
  }

  private keep(uri: string, seen: Seen): Seen {
    this.seen.set(uri, seen);
    return seen;
  }
}

const isCurrent = (seen: Seen, { version, languageId, text }: DocumentText, settings: string): boolean =>
  seen.version === version &&
  seen.languageId === languageId &&
  seen.settings === settings &&
  // The same text is most often the same string too, which is seen at once.
  seen.text === text;

/** The settings, overridden by what the document asks for itself. */
export function readingOptions(text: string, options: ReadingOptions): ReadingOptions {
  const { logBase, macros, preamble = '', takenIn = '' } = options;
  return { logBase, macros, preamble, takenIn, ...noteOptions(text) };
}

function* madeInSteps(
  document: DocumentText,
  options: ReadingOptions,
  settings: string,
  old: Seen | null,
): Steps<Seen> {
  const { version, languageId, text } = document;
  const index =
    old?.languageId === languageId
      ? yield* reindexInSteps(old.index, text)
      : yield* indexInSteps(kindOfLanguage(languageId), text);
  const same = old?.settings === settings ? old : null;
  const readings: Readings = old?.readings ?? new WeakMap();
  const note = new Note(index, options, READER, readings, same?.note ?? null);
  return { version, text, languageId, settings, index, note, readings };
}
