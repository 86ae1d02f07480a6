/** The claims of the open documents, judged in the background after typing pauses. */
import * as vscode from 'vscode';
import { languageOfEditor } from '../languages.js';
import { CheckQueue } from './checkQueue.js';
import { faultLine, type Fault } from '../service/fault.js';
import { whyDocumentLeftOut } from '../files/limits.js';
import type { CheckedClaim, Service } from '../service/service.js';
import { fileKindOf, isCode } from './codeLanguages.js';
import { LANGUAGES } from './contributions.js';
import { mayHaveClaims } from './derivativeNames.js';
import { documentText, isWritable, openDocument } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, REST } from './slices.js';

/** What is known of a version of a document. */
export interface CheckedNote {
  readonly version: number;
  readonly claims: readonly CheckedClaim[];
  /** Why it is not checked, as the end of a sentence; null where it is. */
  readonly leftOut: string | null;
}

/** A typing pause, in milliseconds. */
const PAUSE = 400;
/** Where formulas can be at all; other texts do not load the engine. */
const HAS_MATHS = /\$|\\[([]|\\begin\s*\{|^[ \t>]*(```|~~~)\s*\{?math/m;

export class CheckedNotes implements vscode.Disposable {
  readonly #notes = new Map<string, CheckedNote>();
  readonly #readOnly = new Set<string>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #queue: CheckQueue;
  readonly #events: readonly vscode.Disposable[];
  /** Who answers about notes and about code, once loaded, by programming languages. */
  readonly #services = new Map<string | null, Service>();

  /** The address of a document whose claims are known anew, or no more. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly lazyEngine: LazyEngine,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#queue = new CheckQueue(
      HOST_CLOCK,
      (uri) => this.#work(uri),
      (error) => {
        log.error('check', error instanceof Error ? error : String(error));
      },
    );
    this.#events = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri.toString())),
      // On the way of every keystroke: this does no more than set a timer.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((file) => this.#gone(file))),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.#gone(oldUri))),
    ];
    this.again();
  }

  /** The claims of the document's present version; null where they are not known yet. */
  of(document: vscode.TextDocument): CheckedNote | null {
    const note = this.#notes.get(document.uri.toString());
    return note?.version === document.version ? note : null;
  }

  /** What was known last, perhaps of an earlier version; null where nothing is. */
  lastOf(uri: string): CheckedNote | null {
    return this.#notes.get(uri) ?? null;
  }

  /** Checks all open documents anew: the settings have changed. */
  again(): void {
    for (const document of vscode.workspace.textDocuments) void this.#opened(document);
  }

  /** Whether nothing is planned or under way. */
  get idle(): boolean {
    return this.#queue.idle;
  }

  dispose(): void {
    this.#queue.clear();
    vscode.Disposable.from(...this.#events, this.#changed).dispose();
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    if (!isNote(document)) return;
    const uri = document.uri.toString();
    if (await isLocked(document.uri)) this.#readOnly.add(uri);
    else this.#readOnly.delete(uri);
    if (!document.isClosed) this.#schedule(document);
  }

  #schedule(document: vscode.TextDocument): void {
    if (isNote(document)) this.#queue.schedule(document.uri.toString(), PAUSE);
  }

  #gone(file: vscode.Uri): void {
    const [uri, folder] = [file.toString(), `${file.toString()}/`];
    for (const known of [...this.#notes.keys()])
      if (known === uri || known.startsWith(folder)) this.#forget(known);
  }

  #forget(uri: string): void {
    this.#queue.forget(uri);
    this.#readOnly.delete(uri);
    if (this.#notes.delete(uri)) this.#changed.fire(uri);
  }

  /** The check of a document that is due; null where it is not to be checked, and then nothing is known of it. */
  #work(uri: string): Iterator<unknown> | null {
    const document = openDocument(uri);
    if (document === null || this.#readOnly.has(uri) || !isChecked(document)) {
      if (this.#notes.delete(uri)) this.#changed.fire(uri);
      return null;
    }
    const reason = whyDocumentLeftOut(
      fileKindOf(document.languageId),
      document.uri.path,
      documentText(document).text,
    );
    if (reason !== null) {
      this.log.info(`check ${uri}`, `left out: ${reason}`);
      this.#notes.set(uri, { version: document.version, claims: [], leftOut: reason });
      this.#changed.fire(uri);
      return null;
    }
    const service = this.#services.get(programmingLanguage(document));
    if (service === undefined) {
      void this.#load(document);
      return null;
    }
    return this.#check(document, service);
  }

  async #load(document: vscode.TextDocument): Promise<void> {
    const { languageId } = document;
    // A text without mathematics does not load the engine.
    if (!isCode(languageId) && !HAS_MATHS.test(documentText(document).text)) return;
    try {
      this.#services.set(programmingLanguage(document), await this.lazyEngine.service(languageId));
      this.#queue.schedule(document.uri.toString(), 0);
    } catch (error) {
      this.log.error('check', error instanceof Error ? error : String(error));
    }
  }

  *#check(document: vscode.TextDocument, service: Service): Generator {
    const text = documentText(document);
    yield;
    const { reading } = readSettings(document);
    const claims: CheckedClaim[] = [];
    const faulty = (fault: Fault): void => this.log.warn(`check ${text.uri}`, faultLine(fault));
    for (const claim of service.check(text, reading, undefined, faulty)) {
      if (claim !== null) claims.push(claim);
      yield;
    }
    // What listens has work of its own, in a slice of its own.
    yield REST;
    if (document.version !== text.version || document.isClosed) return;
    this.#notes.set(text.uri, { version: text.version, claims, leftOut: null });
    this.#changed.fire(text.uri);
  }
}

const programmingLanguage = ({ languageId }: vscode.TextDocument): string | null =>
  languageOfEditor(languageId)?.name ?? null;

const isNote = (document: vscode.TextDocument): boolean =>
  (isCode(document.languageId) || (LANGUAGES as readonly string[]).includes(document.languageId)) &&
  isWritable(document);

/** Whether the settings want the document checked. */
function isChecked(document: vscode.TextDocument): boolean {
  const { check } = readSettings(document);
  if (isCode(document.languageId) && !mayHaveClaims(documentText(document).text)) return false;
  return check.enabled && !check.exclude.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

/** Whether a file may not be written. */
async function isLocked(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return false;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return ((permissions ?? 0) & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}
