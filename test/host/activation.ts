import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { hoverIn } from './editors.js';
import { test, type Test } from './suite.js';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('leibniz.leibniz');
  assert.ok(found, 'the extension is not installed');
  return found;
}

const engineIsLoaded = (): boolean =>
  Object.keys(createRequire(__filename).cache).some((file) => /dist[\\/]engine\.js$/.test(file));

/** A way to the network or to running text as code. */
const FORBIDDEN =
  /(?<![.\w])(fetch\s*\(\s*[^)\s]|(eval|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\()|new Function\(|require\("(node:)?(https?|net|tls|dgram|dns|child_process)"\)/;

export const activation: readonly Test[] = [
  test('the extension activates without its engine, and loads it for the first hover', async () => {
    await extension().activate();
    assert.equal(engineIsLoaded(), false);
    assert.match((await hoverIn('markdown', 'a $x‸^2$')) ?? '', /Show steps/);
    assert.equal(engineIsLoaded(), true);
  }),
  test('no bundle has a way to the network, or runs text as code', () => {
    for (const name of ['extension.js', 'engine.js', 'web/extension.js', 'webview.js', 'cli.js']) {
      const file = join(extension().extensionPath, 'dist', name);
      assert.ok(existsSync(file), name);
      assert.equal(FORBIDDEN.exec(readFileSync(file, 'utf8'))?.[0], undefined, name);
    }
    return Promise.resolve();
  }),
  test('every command is there', async () => {
    const known = await vscode.commands.getCommands(true);
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of contributes.commands) assert.ok(known.includes(command), command);
  }),
];
