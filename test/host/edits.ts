import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, opened, shown, until } from './editors.js';
import { test, type Test } from './suite.js';

const run = (command: string, ...rest: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`leibniz.${command}`, ...rest);

/** Runs Insert Derivative on a marked text, expects a result, undoes once, and expects the text again. */
async function inserts(language: string, marked: string, expected: RegExp): Promise<void> {
  const { document } = await shown(language, marked);
  const before = document.getText();
  await run('insertDerivative');
  assert.match(document.getText(), expected);
  await vscode.commands.executeCommand('undo');
  await until(() => document.getText() === before, 'one undo brings the text back');
  await closeAll();
}

export const edits: readonly Test[] = [
  test('Insert goes on with a question', () =>
    inserts('markdown', 'so $\\frac{d}{dx} x‸^3$.', /^so \$\\frac\{d\}\{dx\} x\^3 = 3x\^\{?2\}?\$\.$/)),
  test('Insert writes another formula after one', () =>
    inserts('markdown', '> let $f(x) = x^‸3$ be', /^> let \$f\(x\) = x\^3\$, \$f'\(x\) = 3x\^\{?2\}?\$ be$/)),
  test('Insert writes a display below a display, quoted as it is', () =>
    inserts(
      'markdown',
      '> $$\n> x^‸3\n> $$\n',
      /^> \$\$\n> x\^3\n> \$\$\n>\n> \$\$\n> .* = 3x\^\{?2\}?\n> \$\$\n$/,
    )),
  test('Insert serves all cursors as one step', () =>
    inserts('markdown', '$x^‸3$ and $x^‸5$', /3x\^\{?2\}?.*and.*5x\^\{?4\}?/)),
  test('Insert keeps a table a table', () =>
    inserts(
      'markdown',
      '| a | b |\n| - | - |\n| $|x|‸ $ | c |\n'.replace('|x|', '\\|x\\|'),
      /^\| a \| b \|\n\| - \| - \|\n\|(?:[^|\n]|\\\|)*(?<!\\)\| c \|\n$/,
    )),
  test('Insert writes plain text below a plain expression in any file', () =>
    inserts('plaintext', '  «x^3 + x»\nend\n', /^ {2}x\^3 \+ x\n {2}3 ?\*? ?x\^2 \+ 1\nend\n$/)),
  test('Insert does nothing once the document has changed', async () => {
    const { document, editor } = await shown('markdown', 'a $x^3$ b');
    const target = { uri: document.uri.toString(), version: document.version, from: 4, to: 4 };
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'more '));
    await run('insertDerivative', target);
    assert.equal(document.getText(), 'more a $x^3$ b');
    await closeAll();
  }),
  test('Insert leaves a document alone that is for reading only', async () => {
    const provider = { provideTextDocumentContent: () => 'a $x^2$' };
    const registered = vscode.workspace.registerTextDocumentContentProvider('reading', provider);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('reading:/other.md'));
    await run('insertDerivative', {
      uri: document.uri.toString(),
      version: document.version,
      from: 4,
      to: 4,
    });
    registered.dispose();
    assert.equal(document.getText(), 'a $x^2$');
  }),
  test('commands take arguments that are nonsense without a word', async () => {
    await opened('markdown', '$x$');
    for (const nonsense of [
      null,
      7,
      'x',
      {},
      { uri: 'file:///nowhere', version: 1, from: 0, to: 0 },
      { from: 'a' },
    ]) {
      for (const command of ['showDerivation', 'insertDerivative', 'copyDerivative'])
        await run(command, nonsense);
    }
  }),
];
