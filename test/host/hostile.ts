import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, opened } from './editors.js';
import { test, type Test } from './suite.js';

/**
 * A hover on a hostile text comes back, or stays away, and the host still answers after it. What it may cost is counted
 * in the unit tests and measured by the bench: here the suite's own limit ends what hangs.
 */
async function survives(text: string): Promise<void> {
  const { document } = await opened('markdown', text);
  await hoversAt(document, document.positionAt(text.indexOf('$') + 1));
  const { document: usual } = await opened('markdown', 'a $x^2$');
  assert.equal((await hoversAt(usual, new vscode.Position(0, 4))).length, 1);
}

export const hostile: readonly Test[] = [
  test('a hundred thousand characters', () => survives(`$${'x + '.repeat(25_000)}1$`)),
  test('five thousand nested brackets', () => survives(`$${'('.repeat(5_000)}x${')'.repeat(5_000)}$`)),
  test('five thousand nested fractions', () =>
    survives(`$${'\\frac{1}{'.repeat(5_000)}x${'}'.repeat(5_000)}$`)),
  test('unbalanced braces and unknown commands', () => survives('$\\frac{\\nosuch{x}{\\left( $')),
  test('a product of many factors', () =>
    survives(`$${Array.from({ length: 60 }, (_, i) => `\\sin(${i + 1}x)`).join(' ')}$`)),
  test('a line of a megabyte', () => survives(`$x^2$ ${'word '.repeat(200_000)}`)),
  test('a note of ten thousand formulas', () => survives('the $x^2 \\sin x$ of it\n'.repeat(10_000))),
  test('text that would be Markdown or HTML', async () => {
    const { document } = await opened(
      'markdown',
      'a $x^2 + \\text{<img src=x>](command:workbench.action.quit)}$',
    );
    for (const { value } of await hoversAt(document, new vscode.Position(0, 4))) {
      assert.doesNotMatch(value, /<img|\]\(command:workbench/);
    }
  }),
];
