import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test, type Test } from './suite.js';

export const activation: readonly Test[] = [
  test('the extension is present and activates', async () => {
    const extension = vscode.extensions.getExtension('leibniz.leibniz');
    assert.ok(extension, 'not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  }),
];
