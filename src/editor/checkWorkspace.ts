/** Check Derivatives in Workspace: every note and source of it, with the false claims among the problems. */
import * as vscode from 'vscode';
import { diagnosticsInSteps } from './checkDiagnostics.js';
import { countsInWords, plural } from './claimText.js';
import { countsOf, type VerdictCounts } from './claims.js';
import { fileKindOf, isCode } from './codeLanguages.js';
import { mayHaveClaims } from './derivativeNames.js';
import { documentText, openDocument } from './documents.js';
import type { FilesBeside } from './filesBeside.js';
import type { LazyEngine } from './lazyEngine.js';
import { LineStarts } from './lineStarts.js';
import { tell } from './messages.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, inSlices } from './slices.js';
import { LANGUAGES as PROGRAMMING } from '../languages.js';
import { faultLine, type Fault } from '../service/fault.js';
import { tooLarge, whyDocumentLeftOut } from '../files/limits.js';
import { textOfBytes } from '../files/text.js';
import type { CheckedClaim, DocumentText } from '../service/service.js';

/** Languages of files by their endings. */
const LANGUAGES_BY_ENDING: Readonly<Record<string, string>> = {
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'quarto',
  rmd: 'rmd',
  tex: 'latex',
  ipynb: 'jupyter',
  ...Object.fromEntries(
    PROGRAMMING.flatMap(({ files }) => Object.entries(files).map(([ending, id]) => [ending.slice(1), id])),
  ),
};
const FILES = `**/*.{${Object.keys(LANGUAGES_BY_ENDING).join(',')},Rmd,MD}`;

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

export class CheckWorkspace implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('leibniz-workspace');
  readonly #events: readonly vscode.Disposable[];
  #watcher: vscode.FileSystemWatcher | null = null;

  constructor(
    private readonly engine: LazyEngine,
    private readonly beside: FilesBeside,
    private readonly log: vscode.LogOutputChannel,
  ) {
    // An open document is checked as it is edited, and has its own squiggles.
    this.#events = [
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#collection.delete(uri)),
      vscode.workspace.onDidOpenNotebookDocument(({ uri }) => this.#collection.delete(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((file) => this.#forgetBelow(file))),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        files.forEach(({ oldUri }) => this.#forgetBelow(oldUri)),
      ),
    ];
  }

  /** Checks all files of the workspace's folders, or those of one folder. */
  async run(argument: unknown): Promise<void> {
    const folder = argument instanceof vscode.Uri ? argument : null;
    const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title: TITLE };
    const found = await vscode.window.withProgress(options, (progress, token) =>
      this.#check(folder, progress, token),
    );
    // Nobody waits for the message to be closed.
    void tellResult(found);
  }

  dispose(): void {
    vscode.Disposable.from(this.#collection, ...this.#events).dispose();
    this.#watcher?.dispose();
  }

  async #check(
    folder: vscode.Uri | null,
    progress: Progress,
    token: vscode.CancellationToken,
  ): Promise<Result> {
    const files = await notesBelow(folder, token);
    const result = { files: 0, claims: new Array<CheckedClaim>(), stopped: false };
    this.#collection.clear();
    this.#watch();
    for (const file of files) {
      if (token.isCancellationRequested) return { ...result, stopped: true };
      progress.report({
        message: vscode.workspace.asRelativePath(file),
        increment: 100 / files.length,
      });
      const claims = await this.#checkFile(file, token).catch((error: unknown) => {
        // One file that cannot be checked does not keep the others from it.
        this.log.error(`check ${file.toString()}`, error instanceof Error ? error : String(error));
        return null;
      });
      if (claims === null) continue;
      result.files++;
      result.claims.push(...claims);
    }
    return { ...result, stopped: token.isCancellationRequested };
  }

  /** The claims of a file, whose problems are shown unless it is open; null where it cannot be read, or was not checked to its end. */
  async #checkFile(
    file: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<readonly CheckedClaim[] | null> {
    const open = openDocument(file.toString());
    const text = open === null ? await this.#read(file) : documentText(open);
    if (text === null) return null;
    const settings = readSettings({ uri: file, languageId: text.languageId });
    const reading = { ...settings.reading, takenIn: await this.beside.macrosFor(file, text.text) };
    const isPassedOver = isCode(text.languageId) && !mayHaveClaims(text.text);
    const service = isPassedOver ? null : await this.engine.service(text.languageId);
    const claims: CheckedClaim[] = [];
    const faulty = (fault: Fault): void => this.log.warn(`check ${text.uri}`, faultLine(fault));
    const publish = (diagnostics: readonly vscode.Diagnostic[]): void =>
      this.#collection.set(file, diagnostics);
    const work = function* (): Generator {
      for (const claim of service?.check(text, reading, undefined, faulty) ?? []) {
        if (claim !== null) claims.push(claim);
        yield;
      }
      // An open one has its own squiggles, and so has one that was opened meanwhile.
      if (openDocument(file.toString()) === null && !isOpenNotebook(file))
        publish(yield* diagnosticsInSteps(claims, settings.check, rangesIn(text.text)));
    };
    return (await inSlices(work(), HOST_CLOCK, token)) ? claims : null;
  }

  async #read(file: vscode.Uri): Promise<DocumentText | null> {
    try {
      const languageId = languageOf(file);
      const { size, type } = await vscode.workspace.fs.stat(file);
      // Pipes and devices are of no type, and reading one would not end.
      const isFile = (type & vscode.FileType.File) !== 0;
      const refused = isFile ? tooLarge(fileKindOf(languageId), size) : 'it is no file';
      if (refused !== null) return this.#leftOut(file, refused);
      // A byte order mark is no part of a document's text in VS Code either.
      const read = textOfBytes(await vscode.workspace.fs.readFile(file));
      if ('reason' in read) return this.#leftOut(file, read.reason);
      const reason = whyDocumentLeftOut(fileKindOf(languageId), file.path, read.text);
      if (reason !== null) return this.#leftOut(file, reason);
      return { uri: file.toString(), version: 0, languageId, text: read.text };
    } catch (error) {
      this.log.warn(`check ${file.toString()}`, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  #leftOut(file: vscode.Uri, reason: string): null {
    this.log.info(`check ${file.toString()}`, `left out: ${reason}`);
    return null;
  }

  /** What is shown of files that are not open goes when they change on disk or are gone. */
  #watch(): void {
    if (this.#watcher !== null) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(FILES, true);
    this.#watcher.onDidChange((file) => this.#collection.delete(file));
    this.#watcher.onDidDelete((file) => this.#collection.delete(file));
  }

  #forgetBelow(file: vscode.Uri): void {
    const [uri, folder] = [file.toString(), `${file.toString()}/`];
    const gone: vscode.Uri[] = [];
    this.#collection.forEach((known) => {
      const name = known.toString();
      if (name === uri || name.startsWith(folder)) gone.push(known);
    });
    for (const known of gone) this.#collection.delete(known);
  }
}

const TITLE = 'Checking derivatives';

interface Result {
  readonly files: number;
  readonly claims: readonly CheckedClaim[];
  readonly stopped: boolean;
}

/** The notes that the settings want checked, by name. */
async function notesBelow(
  folder: vscode.Uri | null,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const include = folder === null ? FILES : new vscode.RelativePattern(folder, FILES);
  const { exclude } = readSettings({ uri: folder ?? vscode.Uri.file('/'), languageId: 'markdown' }).check;
  const files = await vscode.workspace.findFiles(include, together(exclude), undefined, token);
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Globs as one; undefined, which leaves VS Code's own, where there are none. */
function together(globs: readonly string[]): string | undefined {
  const [only] = globs;
  return globs.length < 2 ? only : `{${globs.join(',')}}`;
}

/** The ranges of offsets in a text that no editor has open. */
function rangesIn(text: string): (from: number, to: number) => vscode.Range {
  const lines = new LineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = lines.at(offset);
    return new vscode.Position(line, column);
  };
  return (from, to) => new vscode.Range(position(from), position(to));
}

const isOpenNotebook = (file: vscode.Uri): boolean =>
  vscode.workspace.notebookDocuments.some(({ uri }) => uri.toString() === file.toString());

async function tellResult({ files, claims, stopped }: Result): Promise<void> {
  const counts: VerdictCounts = countsOf(claims);
  const beginning = stopped ? 'Stopped after' : 'Checked';
  const message = `${beginning} ${plural(files, 'file')}. Derivative claims: ${countsInWords(counts)}.`;
  if (counts.false === 0) {
    tell(message);
    return;
  }
  const chosen = await vscode.window.showInformationMessage(message, SHOW);
  if (chosen === SHOW) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
const SHOW = 'Show Problems';

const languageOf = ({ path }: vscode.Uri): string =>
  LANGUAGES_BY_ENDING[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'markdown';
