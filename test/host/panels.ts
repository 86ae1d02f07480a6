import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, shown, until } from './editors.js';
import { test, type Test } from './suite.js';

const panels = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label === 'Derivation');

export const panelTests: readonly Test[] = [
  test('the panel is one, and is used again', async () => {
    await shown('markdown', 'a $x‸^2$');
    await vscode.commands.executeCommand('leibniz.showDerivation');
    await until(() => panels().length === 1, 'a panel opens');
    await shown('markdown', 'another $\\sin‸ x$');
    await vscode.commands.executeCommand('leibniz.showDerivation');
    await shown('plaintext', 'select «x^3 + 1» here');
    await vscode.commands.executeCommand('leibniz.differentiateSelection');
    assert.equal(panels().length, 1);
    await closeAll();
    await until(() => panels().length === 0, 'the panel closes');
  }),
  test('the text keeps the focus when the panel opens', async () => {
    const { document } = await shown('markdown', 'a $x‸^2$');
    await vscode.commands.executeCommand('leibniz.showDerivation');
    await until(() => panels().length === 1, 'a panel opens');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await closeAll();
  }),
];
