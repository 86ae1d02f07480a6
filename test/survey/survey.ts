/** A survey of a folder of notes: each one read, asked, checked and, where that is wanted, spoiled. */
import { relative } from 'node:path';
import { FilesBeside } from '../../src/cli/beside.js';
import { filesNamed } from '../../src/cli/folder.js';
import { readFileText } from '../../src/cli/fileReading.js';
import { fileKindOf, kindOfFile, reasonOf } from '../../src/headless/index.js';
import { Random } from '../unit/fuzz/random.js';
import { figuresOf, type Figures } from './figures.js';
import { surveyNote, type NoteReport } from './note.js';
import { pageOf, type Surveyed } from './page.js';

export interface Order {
  readonly folder: string;
  readonly seed: number;
  /** How many a sample on the page holds. */
  readonly answers: number;
  /** Seconds after which a note is not asked about any further. */
  readonly seconds: number;
  readonly spoil: boolean;
  readonly now: () => number;
  readonly onNote: (note: NoteReport) => void;
}

export interface Survey {
  readonly notes: readonly NoteReport[];
  readonly figures: Figures;
  readonly page: string;
}

/** What one note breaks leaves the others alone. */
export async function survey(order: Order): Promise<Survey> {
  const notes: Surveyed[] = [];
  const beside = await FilesBeside.of(order.folder);
  for await (const named of filesNamed(order.folder)) {
    if (fileKindOf(kindOfFile(named.path)) === 'code') continue;
    const surveyed =
      'error' in named
        ? failed(fileOf(named.path, order), named.error)
        : await surveyedFile(named.path, beside, order);
    notes.push(surveyed);
    order.onNote(surveyed.report);
  }
  const reports = notes.map(({ report }) => report);
  const page = pageOf(notes, order.answers, new Random(order.seed));
  return { notes: reports, figures: figuresOf(reports), page };
}

async function surveyedFile(path: string, beside: FilesBeside, order: Order): Promise<Surveyed> {
  const { seed, seconds, spoil, now } = order;
  const file = fileOf(path, order);
  try {
    const text = await readFileText(path);
    const spoiler = spoil ? new Random(seed) : null;
    const takenIn = await beside.macrosFor(path, text);
    const report = surveyNote(file, text, { takenIn, now, most: seconds * 1000, spoiler });
    return { report, lines: text.split(/\r\n|[\n\r]/) };
  } catch (error) {
    return failed(file, error);
  }
}

/** As it is told: from the folder on. */
const fileOf = (path: string, { folder }: Order): string => relative(folder, path);

function failed(file: string, error: unknown): Surveyed {
  const nothing = { formulas: [], claims: [], spoiled: [], defects: [] };
  return { report: { file, bytes: 0, ms: 0, error: reasonOf(error), cut: false, ...nothing }, lines: [] };
}
