import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoversAt, opened, shown, until } from './editors.js';
import { test, type Test } from './suite.js';
import { inFolder, withSetting } from './workspace.js';

const WRONG = 'so $\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)$ it is';
const RIGHT = 'so $\\frac{d}{dx} x^3 = 3x^2$ it is';

const squiggles = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Leibniz');

/** Waits for so many squiggles, and gives them. */
async function squiggled(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  await until(() => squiggles(uri).length === count, `${String(count)} squiggles`);
  return squiggles(uri);
}

/** Long enough for a check after a pause: for what should not come. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_200));

async function fixes(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const [squiggle] = await squiggled(document.uri, 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    squiggle?.range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
}

/** Takes a fix as the light bulb does. */
async function take(document: vscode.TextDocument, title: RegExp): Promise<void> {
  const fix = (await fixes(document)).find((action) => title.test(action.title));
  assert.ok(fix, `no fix ${String(title)}`);
  if (fix.edit !== undefined) await vscode.workspace.applyEdit(fix.edit);
  if (fix.command !== undefined)
    await vscode.commands.executeCommand(
      fix.command.command,
      ...((fix.command.arguments ?? []) as unknown[]),
    );
}

export const checks: readonly Test[] = [
  test('a false claim is underlined, with the right result; a true one is not', async () => {
    const { document } = await shown('markdown', `${RIGHT}\n\n${WRONG}\n`);
    const [squiggle] = await squiggled(document.uri, 1);
    assert.equal(squiggle?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(squiggle.message, /2\*x\*cos\(x\^2\)/);
    assert.equal(document.getText(squiggle.range), '\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)');
    await closeAll();
  }),
  test('squiggles come and go as one types, and go with the editor', async () => {
    const { document, editor } = await shown('markdown', RIGHT);
    await aWhile();
    assert.equal(squiggles(document.uri).length, 0);
    const at = document.positionAt(RIGHT.indexOf('3x'));
    await editor.edit((edit) => edit.insert(at, '1'));
    await squiggled(document.uri, 1);
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1))));
    await squiggled(document.uri, 0);
    await editor.edit((edit) => edit.insert(at, '1'));
    await squiggled(document.uri, 1);
    await closeAll();
    await squiggled(document.uri, 0);
  }),
  test('a quick fix puts the right result in, as one undo step', async () => {
    const { document } = await shown('markdown', `> ${WRONG}\n`);
    const before = document.getText();
    await take(document, /^Replace by/);
    assert.match(document.getText(), /^> so \$\\frac\{d\}\{dx\} \\sin\(x\^2\) = 2x\s*\\cos.*\$ it is\n$/);
    await squiggled(document.uri, 0);
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === before, 'one undo brings the text back');
    await closeAll();
  }),
  test('a quick fix keeps a table a table', async () => {
    const table = '| a | b |\n| - | - |\n| $x^2$ | $\\frac{d}{dx} \\ln\\lvert x\\rvert = \\frac1{x^2}$ |\n';
    const { document } = await shown('markdown', table);
    await take(document, /^Replace by/);
    const row = document.lineAt(2).text;
    assert.match(row, /^\| \$x\^2\$ \| \$\\frac\{d\}\{dx\} .*\$ \|$/);
    assert.equal(row.split(/(?<!\\)\|/).length, 4, row);
    await closeAll();
  }),
  test('a quick fix is for the version it was made for', async () => {
    const { document, editor } = await shown('markdown', WRONG);
    const offered = await fixes(document);
    assert.ok(offered.length >= 3, `${String(offered.length)} fixes`);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'more '));
    const after = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 20, 0, 20),
    );
    assert.deepEqual(
      after.filter(({ title }) => /^(Replace by|Ignore this)/.test(title)),
      [],
    );
    await closeAll();
  }),
  test('a claim can be ignored by a comment, which the fix writes', async () => {
    const { document } = await shown('markdown', `one\n\n${WRONG}\n`);
    await take(document, /^Ignore/);
    assert.equal(document.getText(), `one\n\n<!-- leibniz-ignore-next-line -->\n${WRONG}\n`);
    await squiggled(document.uri, 0);
    await closeAll();
  }),
  test('a claim in a table can be ignored, and one in a display, and one in LaTeX', async () => {
    const claim = '\\frac{d}{dx} \\sin(x^2) = \\cos(x^2)';
    for (const [language, text] of [
      ['markdown', `| a |\n| - |\n| $${claim}$ |\n`],
      ['markdown', `text\n\n$$\n${claim}\n$$\n`],
      ['markdown', `> text\n> goes on $${claim}$\n`],
      ['latex', `text\n\\[\n${claim}\n\\]\n`],
    ] as const) {
      const { document } = await shown(language, text);
      await take(document, /^Ignore/);
      await squiggled(document.uri, 0);
      assert.match(document.getText(), /leibniz-ignore/);
      await closeAll();
    }
  }),
  test('a quick fix shows the derivation', async () => {
    const { document } = await shown('markdown', WRONG);
    await take(document, /^Show the derivation/);
    const panels = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label === 'Derivation');
    await until(() => panels().length === 1, 'a panel opens');
    await closeAll();
  }),
  test('a document for reading only gets none, nor one that is excluded or switched off', async () => {
    const provider = { provideTextDocumentContent: () => WRONG };
    const registered = vscode.workspace.registerTextDocumentContentProvider('reading', provider);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('reading:/wrong.md'));
    await vscode.window.showTextDocument(document);
    await aWhile();
    assert.equal(squiggles(document.uri).length, 0);
    registered.dispose();
    await inFolder({ 'kept.md': WRONG, 'drafts/wrong.md': WRONG }, async (file) => {
      await withSetting('check.exclude', ['**/drafts/**'], async () => {
        await vscode.window.showTextDocument(file('kept.md'));
        await squiggled(file('kept.md'), 1);
        await vscode.window.showTextDocument(file('drafts/wrong.md'));
        await aWhile();
        assert.equal(squiggles(file('drafts/wrong.md')).length, 0);
      });
      await squiggled(file('drafts/wrong.md'), 1);
      await withSetting('check.enable', false, () =>
        squiggled(file('drafts/wrong.md'), 0).then(() => undefined),
      );
      await withSetting('check.severity', 'error', async () => {
        await until(
          () => squiggles(file('drafts/wrong.md'))[0]?.severity === vscode.DiagnosticSeverity.Error,
          'an error',
        );
      });
    });
    await closeAll();
  }),
  test('squiggles go when a file is renamed or deleted', async () => {
    await inFolder({ 'a.md': WRONG }, async (file) => {
      await vscode.window.showTextDocument(file('a.md'));
      await squiggled(file('a.md'), 1);
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(file('a.md'), file('b.md'));
      await vscode.workspace.applyEdit(rename);
      await squiggled(file('b.md'), 1);
      await squiggled(file('a.md'), 0);
      const remove = new vscode.WorkspaceEdit();
      remove.deleteFile(file('b.md'));
      await vscode.workspace.applyEdit(remove);
      await squiggled(file('b.md'), 0);
    });
    await closeAll();
  }),
  test('the hover over a claim says how its check came out', async () => {
    const { document } = await shown('markdown', RIGHT);
    const said = async (): Promise<string> =>
      (await hoversAt(document, document.positionAt(RIGHT.indexOf('x^3'))))[0]?.value ?? '';
    await until(() => vscode.window.activeTextEditor?.document === document, 'shown');
    await aWhile();
    assert.match(await said(), /✓ Checked/);
    await withSetting('verifiedMarks', 'off', async () => assert.doesNotMatch(await said(), /Checked/));
    await closeAll();
  }),
  test('what rests on a sentence is not underlined, and its hover says that it is wrong', async () => {
    const text = "The derivative of $\\sin x$ is $-\\cos x$.\n\nThe rest is $(x^2)' = 3x$.\n";
    const { document } = await shown('markdown', text);
    const [squiggle] = await squiggled(document.uri, 1);
    assert.equal(squiggle?.range.start.line, 2);
    const [hover] = await hoversAt(document, document.positionAt(text.indexOf('-\\cos') + 3));
    assert.match(hover?.value ?? '', /✗ Checked\\?: nearly right/);
    await closeAll();
  }),
  test('a claim in a notebook’s Markdown cell', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, WRONG, 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await squiggled(notebook.cellAt(0).document.uri, 1);
  }),
  test('Check Derivatives in Workspace puts false claims among the problems', async () => {
    const notes = {
      'one.md': `${RIGHT}\n`,
      'two.md': `# Two\r\n\r\n${WRONG}\r\n`,
      'sub/three.tex': WRONG,
      'no.txt': WRONG,
      'notebook.ipynb': JSON.stringify({
        cells: [{ cell_type: 'markdown', metadata: {}, source: [WRONG] }],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      }),
    };
    await inFolder(notes, async (file) => {
      await vscode.commands.executeCommand('leibniz.checkWorkspace', file(''));
      assert.equal(squiggles(file('one.md')).length, 0);
      const [problem] = squiggles(file('two.md'));
      assert.deepEqual(
        [problem?.range.start.line, problem?.range.start.character],
        [2, WRONG.indexOf('$') + 1],
      );
      assert.equal(squiggles(file('sub/three.tex')).length, 1);
      assert.equal(squiggles(file('no.txt')).length, 0);
      assert.equal(squiggles(file('notebook.ipynb')).length, 1);
      await vscode.window.showTextDocument(file('two.md'));
      await squiggled(file('two.md'), 1);
      const remove = new vscode.WorkspaceEdit();
      remove.deleteFile(file('sub/three.tex'));
      await vscode.workspace.applyEdit(remove);
      await squiggled(file('sub/three.tex'), 0);
    });
    await closeAll();
  }),
];

export const writing: readonly Test[] = [
  test('a definition’s link jumps to its line', async () => {
    const text = '# A\n\nLet $g(x) = x^2 + 1$.\n\nThen $\\frac{d}{dx} \\sin(g(x))‸$ is.\n';
    const { document, selections } = await shown('markdown', text);
    const [hover] = await hoversAt(document, selections[0]?.active ?? new vscode.Position(0, 0));
    const link = /command:(leibniz\.revealLine)\?([^ )]+)/.exec(hover?.value ?? '');
    assert.ok(link, hover?.value.replace(/data:[^)]+/g, '…'));
    const [, command = '', argument = ''] = link;
    await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(argument)) as unknown[]));
    await until(() => vscode.window.activeTextEditor?.selection.active.line === 2, 'the cursor jumps');
    await closeAll();
  }),
  test('a reading has a link to change it, and a comment in the note is respected', async () => {
    const plain = await opened('markdown', 'so $\\log‸ x$');
    const [hover] = await hoversAt(plain.document, new vscode.Position(0, 6));
    assert.match(hover?.value ?? '', /command:leibniz\.changeReading/);
    const said = await opened('markdown', '<!-- leibniz: log = 10 -->\n\nso $\\log‸ x$');
    const [other] = await hoversAt(said.document, new vscode.Position(2, 6));
    assert.match(other?.value ?? '', /10/);
    assert.doesNotMatch(other?.value ?? '', /changeReading/);
  }),
  test('links do nothing with arguments that are nonsense', async () => {
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    for (const nonsense of [
      null,
      7,
      {},
      { uri: 'file:///etc/passwd', line: 1 },
      { uri: 'file:///x', about: 'log' },
    ]) {
      await vscode.commands.executeCommand('leibniz.revealLine', nonsense);
      await vscode.commands.executeCommand('leibniz.changeReading', nonsense);
    }
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  }),
  test('completion writes the result of a derivative', async () => {
    for (const [marked, expected] of [
      ['so $\\frac{d}{dx}(x^3) =‸$ it', '3x^2'],
      ["let $f(x) = x^3$, then $f'(x) = ‸$", '3x^2'],
      ["let $f(x) = x^3$, then $f'(x) =‸", '3x^2'],
      ['$$\n\\frac{d}{dx} x^3 =‸\n$$\n', '3x^2'],
      ['$$\n\\begin{aligned}\n\\frac{d}{dx} x^3 &= ‸ \\\\\nx\n\\end{aligned}\n$$\n', '3x^2'],
    ] as const) {
      const { document } = await shown('markdown', marked);
      const before = document.getText();
      await completed(document, () => document.getText() !== before);
      assert.equal(document.getText().replace(/\s/g, ''), marked.replace('‸', expected).replace(/\s/g, ''));
      await closeAll();
    }
  }),
  test('completion keeps away elsewhere, and when it is switched off', async () => {
    for (const marked of [
      'so $x^3 =‸$',
      "so f'(x) =‸",
      'it’s 5 = ‸',
      '$\\frac{d}{dx} x^3 =‸ 2x$',
      "`$f'(x) =‸$`",
    ]) {
      await completesNothing(marked);
    }
    await withSetting('completion.enable', false, () => completesNothing('so $\\frac{d}{dx}(x^3) =‸$'));
  }),
  test('code lenses over displays, where they are wanted', async () => {
    const { document } = await shown('markdown', '$$\nx^3\n$$\n\nand $x^2$\n\n$$\n7 \\cdot 6 = 42\n$$\n');
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10);
    const ours = async (): Promise<readonly string[]> =>
      (await lenses()).map((lens) => lens.command?.title ?? '').filter((title) => title.startsWith('d/d'));
    assert.deepEqual(await ours(), []);
    await withSetting('codeLens.enable', true, async () => {
      assert.match((await ours()).join(), /^d\/dx: 3 ?\*? ?x\^2$/);
      // A display that has no derivative has no lens, once that is known.
      let [left, tries] = [await lenses(), 0];
      while (left.length > 1 && ++tries < 40) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        left = await lenses();
      }
      assert.equal(left.length, 1);
      assert.doesNotMatch(left[0]?.command?.title ?? '', /^no /);
    });
    await closeAll();
  }),
];

/** Asks for ghost text at the cursor and accepts it, until it has been written. */
async function completed(document: vscode.TextDocument, done: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 20 && !done(); attempt++) {
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await new Promise((resolve) => setTimeout(resolve, 250));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.ok(done(), `nothing was written: ${document.getText()}`);
}

async function completesNothing(marked: string): Promise<void> {
  const { document } = await shown('markdown', marked);
  const before = document.getText();
  for (let attempt = 0; attempt < 3; attempt++) {
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await new Promise((resolve) => setTimeout(resolve, 250));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
  }
  assert.equal(document.getText(), before);
  await closeAll();
}
