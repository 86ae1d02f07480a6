import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CheckedNotes } from '../../src/editor/checkedNotes.js';
import type { Asker } from '../../src/editor/codeAsker.js';
import { LazyEngine, type Engine } from '../../src/editor/lazyEngine.js';
import { closeAll, opened, shown, until } from './editors.js';
import { parts, watched } from './probe.js';
import type { Test } from './suite.js';
import { inFolder, withSetting } from './workspace.js';

const WRONG = 'so $\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)$ it is';
const NEVER = new vscode.CancellationTokenSource().token;

const squiggles = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Leibniz');
const squiggled = (uri: vscode.Uri, count: number): Promise<void> =>
  until(() => squiggles(uri).length === count, `${String(count)} squiggles`);
const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const at = (column: number): vscode.Position => new vscode.Position(0, column);
const markdownOf = (hover: vscode.Hover | null | undefined): string =>
  (hover?.contents ?? []).map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');

async function hovered(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const { hover } = await parts();
  return markdownOf(await hover.provideHover(document, place, NEVER));
}

async function fixes(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  await squiggled(document.uri, 1);
  const [squiggle] = squiggles(document.uri);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    squiggle?.range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
}

async function take(offered: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = offered.find((each) => title.test(each.title));
  assert.ok(action, `no ${String(title)}`);
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** A file in an editor, as a person opens it: what the extension interface opens is kept for minutes after. */
async function looked(file: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', file);
  const isActive = (): boolean => vscode.window.activeTextEditor?.document.uri.toString() === file.toString();
  await until(isActive, 'the file is open');
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor.document;
}

const typed = (editor: vscode.TextEditor, place: vscode.Position, text: string): Thenable<boolean> =>
  editor.edit((edit) => edit.insert(place, text));

/** Everything that VS Code asks about a place, at once. */
function askedAll(document: vscode.TextDocument, place: vscode.Position): readonly Thenable<unknown>[] {
  const ask = (command: string, ...rest: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(`vscode.execute${command}`, document.uri, ...rest);
  return [
    ask('HoverProvider', place),
    ask('CodeActionProvider', new vscode.Range(place, place)),
    ask('CodeLensProvider', 20),
  ];
}

const documentTests: readonly Test[] = [
  watched('a document is closed while it is asked about', () =>
    withSetting('codeLens.enable', true, async () => {
      for (const pause of [0, 1, 3, 10]) {
        const text = `${WRONG} $x^2 \\sin x$\n\n${'$$\nx^2 \\sin x\n$$\n\n'.repeat(200)}`;
        const { document } = await shown('markdown', text);
        const asked = askedAll(document, at(5));
        await rest(pause);
        await closeAll();
        await Promise.allSettled(asked);
        await until(() => document.isClosed, 'it is closed');
        await squiggled(document.uri, 0);
      }
    }),
  ),
  watched('a file that was changed while it was closed has other hovers', () =>
    inFolder({ 'a.md': 'a $x^3$' }, async (file) => {
      const first = await looked(file('a.md'));
      assert.match(await hovered(first, at(4)), /3 x squared/);
      await closeAll();
      await until(() => first.isClosed, 'it is closed');
      await vscode.workspace.fs.writeFile(file('a.md'), new TextEncoder().encode('a $x^5$'));
      const second = await looked(file('a.md'));
      assert.equal(second.version, first.version);
      assert.match(await hovered(second, at(4)), /equals 5 x to/);
    }),
  ),
  watched('a hover under way while one types is of the text that it was asked about, or none', async () => {
    const { document, editor } = await shown('markdown', 'a $x^3$ b $\\sin x$');
    const { hover } = await parts();
    const asked = hover.provideHover(document, at(4), NEVER);
    await typed(editor, at(0), '$x^7$ and so on, ');
    assert.match(markdownOf(await asked), /^$|3 x squared/);
    const after = await hovered(document, at(2));
    assert.match(after, /7 x to the/);
    assert.match(await hovered(document, at(21)), /3 x squared/);
    await closeAll();
  }),
  watched('the language of a document changes while it is checked, and after', async () => {
    const { document } = await shown('markdown', WRONG);
    await rest(410);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await rest(900);
    assert.equal(squiggles(document.uri).length, 0);
    await vscode.languages.setTextDocumentLanguage(document, 'latex');
    await squiggled(document.uri, 1);
    assert.match(await hovered(document, at(25)), /Show steps/);
    await vscode.languages.setTextDocumentLanguage(document, 'typescript');
    await squiggled(document.uri, 0);
    assert.doesNotMatch(await hovered(document, at(25)), /Show steps/);
    await closeAll();
  }),
  watched('a file is renamed while it is checked and while a panel shows it', () =>
    inFolder({ 'a.md': WRONG }, async (file) => {
      await looked(file('a.md'));
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.selection = new vscode.Selection(at(25), at(25));
      await vscode.commands.executeCommand('leibniz.showDerivation');
      await squiggled(file('a.md'), 1);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file('a.md'), file('b.md'));
      await vscode.workspace.applyEdit(edit);
      await squiggled(file('a.md'), 0);
      await squiggled(file('b.md'), 1);
      await closeAll();
      await squiggled(file('b.md'), 0);
    }),
  ),
  watched('a file is deleted while it is open', () =>
    inFolder({ 'a.md': WRONG, 'other.md': 'x' }, async (file) => {
      await looked(file('a.md'));
      await squiggled(file('a.md'), 1);
      await vscode.workspace.fs.delete(file('a.md'));
      await closeAll();
      await squiggled(file('a.md'), 0);
    }),
  ),
  watched('an untitled document is saved', () =>
    inFolder({ 'other.md': 'x' }, async (file) => {
      const untitled = file('new.md').with({ scheme: 'untitled' });
      const document = await vscode.workspace.openTextDocument(untitled);
      const editor = await vscode.window.showTextDocument(document);
      await typed(editor, at(0), WRONG);
      await squiggled(untitled, 1);
      await document.save();
      await squiggled(file('new.md'), 1);
      await squiggled(untitled, 0);
      await closeAll();
    }),
  ),
  watched('one of two editors of a document is closed', async () => {
    const { document } = await shown('markdown', WRONG);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
    await squiggled(document.uri, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await rest(600);
    assert.equal(squiggles(document.uri).length, 1);
    await closeAll();
    await squiggled(document.uri, 0);
  }),
  watched('settings change while a note is checked', async () => {
    const { document } = await shown('markdown', `${WRONG}\n`.repeat(300));
    await rest(405);
    await withSetting('check.severity', 'error', async () => {
      const isError = (): boolean =>
        squiggles(document.uri).length === 300 &&
        squiggles(document.uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      await until(isError, 'all of them are errors');
      await withSetting('check.enable', false, () => squiggled(document.uri, 0));
      await until(isError, 'they come back');
    });
    await closeAll();
  }),
  watched('lines go while marks are being set in the gutter', () =>
    withSetting('verifiedMarks', 'gutter', async () => {
      const { document, editor } = await shown('markdown', 'so $\\frac{d}{dx} x^2 = 2x$\n'.repeat(300));
      editor.revealRange(new vscode.Range(280, 0, 290, 0));
      await rest(700);
      for (let k = 0; k < 5; k++) {
        const kept = new vscode.Range(3, 0, document.lineCount, 0);
        await editor.edit((edit) => edit.delete(kept));
        await rest(60);
        await vscode.commands.executeCommand('undo');
        await rest(500);
      }
      await closeAll();
    }),
  ),
  watched('a cell of a notebook goes while it is pointed at', async () => {
    const cell = (text: string): vscode.NotebookCellData =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown');
    const data = new vscode.NotebookData([
      cell('$\\newcommand{\\mine}{x^3}$'),
      cell('so $\\mine$'),
      cell(WRONG),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    const { document } = notebook.cellAt(1);
    assert.match(await hovered(document, at(5)), /3 x squared/);
    const { hover } = await parts();
    const asked = hover.provideHover(document, at(5), NEVER);
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 2))]);
    await vscode.workspace.applyEdit(edit);
    await asked;
    await until(() => notebook.cellCount === 1 && document.isClosed, 'the cells are gone');
    assert.equal(await hovered(document, at(5)), '');
  }),
  watched('a hundred edits, with questions in between', async () => {
    const { document, editor } = await shown('markdown', `${WRONG} $x^2 \\sin x$\n\n$$\nx^3\n$$\n`);
    const asked: Thenable<unknown>[] = [];
    for (let k = 0; k < 100; k++) {
      await typed(editor, at(k % 2 === 0 ? 4 : WRONG.length + 3), k % 3 === 0 ? ' ' : 'x');
      asked.push(...askedAll(document, at(WRONG.length + 6)));
      if (k % 10 === 0) await rest(20);
    }
    await Promise.allSettled(asked);
    const within = ({ range }: vscode.Diagnostic): boolean => document.validateRange(range).isEqual(range);
    await until(() => squiggles(document.uri).every(within), 'the squiggles are those of the text as it is');
    await closeAll();
    await squiggled(document.uri, 0);
  }),
];

const fixTests: readonly Test[] = [
  watched('a fix that was offered is not made in another version', async () => {
    const { document, editor } = await shown('markdown', `${WRONG}\n`);
    const offered = await fixes(document);
    await typed(editor, at(0), 'and ');
    const before = document.getText();
    await take(offered, /^Replace by/);
    await take(offered, /^Ignore/);
    assert.equal(document.getText(), before);
    await closeAll();
  }),
  watched('a refactoring that was offered is not made in another version', async () => {
    const { document, editor } = await shown('typescript', 'const f‸ = (x: number): number => x ** 2;\n');
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      editor.selection,
      vscode.CodeActionKind.RefactorRewrite.append('leibniz').value,
      10,
    );
    await typed(editor, at(0), '// first\n');
    const before = document.getText();
    await take(offered, /^Write derivative/);
    assert.equal(document.getText(), before);
    await closeAll();
  }),
  watched('a fix undone brings the claim back', async () => {
    const { document } = await shown('markdown', `${WRONG}\n`);
    await take(await fixes(document), /^Replace by/);
    await squiggled(document.uri, 0);
    await vscode.commands.executeCommand('undo');
    await squiggled(document.uri, 1);
    await vscode.commands.executeCommand('redo');
    await squiggled(document.uri, 0);
    await closeAll();
  }),
  watched('an edit that is no offer does nothing', async () => {
    const { document } = await opened('markdown', 'a $x^2$');
    const target = { uri: document.uri.toString(), version: document.version, from: 0, to: 1 };
    for (const nonsense of [
      null,
      7,
      {},
      target,
      { ...target, text: 'b' },
      { ...target, text: 'b', was: 'c' },
    ])
      await vscode.commands.executeCommand('leibniz.makeEdit', nonsense);
    assert.equal(document.getText(), 'a $x^2$');
  }),
];

/** An engine that cannot be loaded at first. */
class UnluckyEngine extends LazyEngine {
  left = 1;

  override get(): Promise<Engine> {
    return this.left-- > 0 ? Promise.reject(new Error('not there')) : super.get();
  }
  override asker(languageId: string): Promise<Asker> {
    return super.asker(languageId);
  }
}

const engineTests: readonly Test[] = [
  watched('a check whose engine could not be loaded is made after the next edit', async () => {
    const told: unknown[] = [];
    const log = { error: (...said: unknown[]) => told.push(said) } as unknown as vscode.LogOutputChannel;
    const notes = new CheckedNotes(new UnluckyEngine(), log);
    const { document, editor } = await shown('markdown', WRONG);
    await until(() => told.length === 1, 'the failure is told');
    assert.equal(notes.of(document), null);
    await typed(editor, at(0), 'and ');
    await until(() => notes.of(document)?.claims.length === 1, 'it is checked');
    notes.dispose();
    await closeAll();
  }),
];

export const races: readonly Test[] = [...documentTests, ...fixTests, ...engineTests];
