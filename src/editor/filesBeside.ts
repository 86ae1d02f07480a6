/** Macros of the files beside a document: read through the workspace when a document first asks, kept until one of them changes. */
import * as vscode from 'vscode';
import { textOfBytes } from '../files/text.js';
import { isCode } from './codeLanguages.js';
import type { LazyEngine } from './lazyEngine.js';
import { preambleFiles } from './settings.js';

/** Files that define macros for others. */
const FILES = '**/*.{tex,sty,cls,yml,yaml}';

export class FilesBeside implements vscode.Disposable {
  /** By the addresses of documents; a promise as long as it is worked on. */
  readonly #known = new Map<string, string | Promise<string>>();
  /** Texts of files by their addresses. */
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #changed = new vscode.EventEmitter<void>();
  #watcher: vscode.FileSystemWatcher | null = null;
  readonly #events: vscode.Disposable;

  /** Tells when what is known of some document is another. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly engine: LazyEngine,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#events = vscode.Disposable.from(
      // What a note takes in is looked at anew where the note is saved.
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#known.delete(document.uri.toString())) void this.ready(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
    );
  }

  /** What is known now: nothing as long as no one has waited for it. */
  knownOf(uri: vscode.Uri): string {
    const known = this.#known.get(uri.toString());
    if (known === undefined) this.#begin(uri);
    return typeof known === 'string' ? known : '';
  }

  /** Resolves once what the files beside an open document define is known. */
  async ready(document: vscode.TextDocument): Promise<void> {
    if (isCode(document.languageId)) return;
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (typeof known === 'string') return;
    const working = known ?? this.macrosFor(document.uri, document.getText());
    this.#known.set(key, working);
    const found = await working;
    if (this.#known.get(key) !== working) return;
    this.#known.set(key, found);
    if (found !== '') this.#changed.fire();
  }

  /** What other files define for a note, as TeX; nothing for one that lies in no folder of the workspace. */
  async macrosFor(uri: vscode.Uri, text: string): Promise<string> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined || !uri.path.startsWith(folder.uri.path)) return '';
    try {
      const { macrosTakenIn } = await this.engine.get();
      const path = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
      const taking = macrosTakenIn({ path, text }, preambleFiles(folder.uri));
      this.#watch();
      let asked = taking.next();
      while (asked.done !== true) asked = taking.next(await this.#text(folder.uri, asked.value));
      return asked.value;
    } catch (error) {
      this.log.error('macros of other files', error instanceof Error ? error : String(error));
      return '';
    }
  }

  /** Forgets all that was read. */
  forget(): void {
    this.#texts.clear();
    this.#known.clear();
  }

  dispose(): void {
    vscode.Disposable.from(this.#events, this.#changed).dispose();
    this.#watcher?.dispose();
  }

  /** A text without mathematics has no use for macros, and does not load the engine. */
  #begin(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
    if (document && /[$\\]/.test(document.getText())) void this.ready(document);
  }

  #text(folder: vscode.Uri, path: string): Promise<string | null> {
    const uri = vscode.Uri.joinPath(folder, path);
    const key = uri.toString();
    const known = this.#texts.get(key) ?? read(uri, path.endsWith('/'), this.engine);
    this.#texts.set(key, known);
    return known;
  }

  #watch(): void {
    if (this.#watcher !== null) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(FILES);
    const changed = (file: vscode.Uri): void => {
      // What no document asked for, though it was not there, changes nothing.
      if (!this.#texts.has(file.toString())) return;
      this.forget();
      this.#changed.fire();
    };
    this.#watcher.onDidChange(changed);
    this.#watcher.onDidCreate(changed);
    this.#watcher.onDidDelete(changed);
  }
}

/** The text of a file, or the names in a folder; null where there is none, or a link, which may lead out of the folder. */
async function read(uri: vscode.Uri, isFolder: boolean, engine: LazyEngine): Promise<string | null> {
  try {
    if (isFolder)
      return (await vscode.workspace.fs.readDirectory(uri))
        .map(([name]) => name)
        .sort()
        .join('\n');
    const [{ size, type }, { LONGEST_TAKEN }] = await Promise.all([
      vscode.workspace.fs.stat(uri),
      engine.get(),
    ]);
    if (type !== vscode.FileType.File || size > LONGEST_TAKEN) return null;
    const text = textOfBytes(await vscode.workspace.fs.readFile(uri));
    return 'reason' in text ? null : text.text;
  } catch (error) {
    // What is not there, or may not be read, defines nothing.
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}
