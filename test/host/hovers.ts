import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverIn, hoversAt, opened } from './editors.js';
import { test, type Test } from './suite.js';
import { withSetting } from './workspace.js';

const MOST_CHARACTERS = 90_000;

async function says(language: string, marked: string, expected: RegExp): Promise<void> {
  const hover = await hoverIn(language, marked);
  assert.ok(hover !== null, 'no hover');
  assert.match(hover, expected);
  assert.ok(hover.length < MOST_CHARACTERS);
  assert.match(hover, /!\[[^\]]+\]\(data:image\/svg\+xml;base64,/);
}

async function isSilent(language: string, marked: string): Promise<void> {
  assert.equal(await hoverIn(language, marked), null);
}

export const hovers: readonly Test[] = [
  test('a hover in Markdown: inline, display, quoted, in a table', async () => {
    await says('markdown', 'so $x^2 \\sin‸ x$ is', /Product rule/);
    await says('markdown', '$$\ne^{-x^2}‸\n$$\n', /Chain rule/);
    await says('markdown', '> the $\\ln x‸$ of it', /Insert/);
    await says('markdown', '| a |\n| - |\n| $x^3‸$ |\n', /Power rule/);
  }),
  test('a hover in LaTeX', async () => {
    await says('latex', '\\begin{document}\nLet $x^2 + ‸1$.\n\\end{document}\n', /Power rule/);
  }),
  test('a hover in a notebook’s Markdown cell', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'Here $x^2$ is.', 'markdown');
    const data = new vscode.NotebookData([cell]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    const { document } = notebook.cellAt(0);
    assert.equal((await hoversAt(document, new vscode.Position(0, 7))).length, 1);
  }),
  test('no hover in code, in prices, in comments, outside formulas, in a broken formula', async () => {
    await isSilent('markdown', 'the code `$x‸^2$` stays');
    await isSilent('markdown', '```\n$x‸^2$\n```\n');
    await isSilent('markdown', 'from $5 ‸to $10');
    await isSilent('markdown', '<!-- $x‸^2$ -->');
    await isSilent('markdown', 'wo‸rds and $x^2$');
    await isSilent('markdown', 'a $\\frac{1}{‸x$ b');
    await isSilent('plaintext', 'so $x^‸2$');
  }),
  test('links may run our commands and no others', async () => {
    const { document, selections } = await opened('markdown', '$x‸^2$');
    const [hover] = await hoversAt(document, selections[0]?.active ?? new vscode.Position(0, 0));
    const commands = [...(hover?.value.matchAll(/command:([\w.]+)/g) ?? [])].map((match) => match[1]);
    assert.deepEqual([...new Set(commands.map((name) => name?.split('.')[0]))], ['leibniz']);
  }),
  test('the settings hold: no hover, no plot', async () => {
    await withSetting('hover.plot', false, async () => {
      assert.equal(((await hoverIn('markdown', '$x‸^2$')) ?? '').split('data:image').length - 1, 1);
    });
    await withSetting('hover.enabled', false, () => isSilent('markdown', '$x‸^2$'));
    assert.equal(((await hoverIn('markdown', '$x‸^2$')) ?? '').split('data:image').length - 1, 2);
  }),
  test('the setting of the logarithm holds', async () => {
    const plain = await hoverIn('markdown', '$\\log‸ x$');
    await withSetting('logBase', '10', async () => {
      assert.notEqual(await hoverIn('markdown', '$\\log‸ x$'), plain);
    });
  }),
  test('macros of the preview, of ours and of the note hold, each before the ones before', async () => {
    const words = async (marked: string): Promise<string> =>
      /!\[([^\]]*)\]/.exec((await hoverIn('markdown', marked)) ?? '')?.[1] ?? 'no hover';
    const inPreview = { '\\mine': 'x^2' };
    assert.match(await words('$\\mine‸ + x$'), /no hover/);
    const both = async (): Promise<void> => {
      assert.match(await words('$\\mine‸ + x$'), /equals 2 x plus 1/);
      await withSetting('macros', { '\\mine': 'x^3' }, async () => {
        assert.match(await words('$\\mine‸ + x$'), /equals 3 x squared plus 1/);
        assert.match(await words('$\\def\\mine{x^4}$ $\\mine‸ + x$'), /equals 4 x cubed plus 1/);
      });
    };
    await withSetting('macros', inPreview, both, 'markdown.math');
  }),
  test('macros of a notebook’s cell hold in the cells after it', async () => {
    const texts = ['$\\newcommand{\\mine}[1]{#1^2}$', 'Here $\\mine{x}$ is.'];
    const cells = texts.map(
      (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown'),
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData(cells),
    );
    const [hover] = await hoversAt(notebook.cellAt(1).document, new vscode.Position(0, 9));
    assert.match(hover?.value ?? '', /Power rule/);
  }),
  test('a document that is for reading only gets a hover without Insert', async () => {
    const provider = { provideTextDocumentContent: () => 'a $x^2$' };
    const registered = vscode.workspace.registerTextDocumentContentProvider('reading', provider);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('reading:/note.md'));
    const [hover] = await hoversAt(document, new vscode.Position(0, 4));
    registered.dispose();
    assert.match(hover?.value ?? '', /Show steps/);
    assert.doesNotMatch(hover?.value ?? '', /insertDerivative/);
  }),
];
