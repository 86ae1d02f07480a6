/** Write gradient test: a test of a function's gradient in a new document; the gradient too, where it is missing. */
import * as vscode from 'vscode';
import { editorLanguages, languageOfEditor, type Tests } from '../languages.js';
import type { CodeEdit, Found, Service, ServiceRefusal } from '../service/index.js';
import { budget } from './patience.js';
import { HOST_CLOCK, NEVER, REST, resultInSlices } from './slices.js';
import { documentText, isWritable } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { tell, tellRefusal } from './messages.js';
import { nameInUse } from './gradientName.js';
import { askedRange } from './askedRanges.js';
import { applyCodeEdits } from './writeDerivative.js';

export class WriteGradientTest {
  constructor(private readonly engine: LazyEngine) {}

  async run(argument: unknown): Promise<void> {
    const place = askedRange(argument);
    if (place === null) return;
    const { document, range } = place;
    const { version } = document;
    const tests = languageOfEditor(document.languageId)?.tests;
    if (!tests) return;
    const [service, runner] = [await this.engine.code(document.languageId), await runnerFor(document, tests)];
    const text = documentText(document);
    const { from, to } = range;
    const found = (from === to ? service.codeAt(text, from) : null) ?? service.codeIn(text, from, to);
    const made =
      'ok' in found
        ? found
        : await resultInSlices(gradientTest(service, found, document, tests, runner), HOST_CLOCK, NEVER);
    if (made === null) return;
    if ('ok' in made) void tellRefusal(document, made);
    else await open(document, version, made, tests);
  }
}

/** A test's text, and the gradient that is to be written first. */
interface GradientTest {
  readonly text: string;
  readonly missing: CodeEdit | null;
  /** What the test imports. */
  readonly names: readonly string[];
}

/** The test of a function's gradient, or why there is none; in steps. */
export function* gradientTest(
  service: Service,
  found: Found,
  document: vscode.TextDocument,
  tests: Tests,
  runner: string,
): Generator<unknown, GradientTest | ServiceRefusal, undefined> {
  const edit = yield* service.writeGradientInSteps(found, budget('command'));
  if ('ok' in edit) return edit;
  yield REST;
  const present = nameInUse(edit.name);
  const gradient = present ?? edit.name;
  const module = tests.moduleName(document.uri.path, runner);
  const text = service.writeGradientTest(found, { runner, gradient, module });
  if (typeof text !== 'string') return text;
  return { text, missing: present === null ? edit : null, names: [found.code?.name ?? '', gradient] };
}

async function open(
  document: vscode.TextDocument,
  version: number,
  { text, missing, names }: GradientTest,
  { isExported }: Tests,
): Promise<void> {
  if (missing !== null && (!isWritable(document) || !(await applyCodeEdits(document, version, [missing])))) {
    tell('The document has changed since, or is for reading only. Nothing was written.');
    return;
  }
  const test = await vscode.workspace.openTextDocument({ language: plainLanguage(document), content: text });
  await vscode.window.showTextDocument(test, vscode.ViewColumn.Beside);
  const hidden = names.filter((name) => !isExported(document.getText(), name));
  if (hidden.length > 0) tell(`The test imports ${hidden.join(' and ')}: export what it tests.`);
}

/** The editor's language for files of the document's own that are programs alone: none with markup in them. */
function plainLanguage({ languageId }: vscode.TextDocument): string {
  const language = languageOfEditor(languageId);
  return (language && editorLanguages(language)[0]) ?? languageId;
}

/** The runner of the package that a document belongs to. */
async function runnerFor({ uri }: vscode.TextDocument, tests: Tests): Promise<string> {
  for (const folder of foldersOf(uri)) {
    const text = await textOf(vscode.Uri.joinPath(folder, tests.manifest));
    if (text !== null) return tests.runnerIn(text);
  }
  return tests.runnerIn('');
}

/** The folders from a document's own up to its workspace's; for one in none, the first of the workspace. */
function foldersOf(uri: vscode.Uri): readonly vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (top === undefined) return first === undefined ? [] : [first.uri];
  const folders: vscode.Uri[] = [];
  let folder = vscode.Uri.joinPath(uri, '..');
  while (folder.path.length > top.path.length) {
    folders.push(folder);
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return [...folders, top];
}

async function textOf(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
