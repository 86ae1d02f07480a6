import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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

const areLoaded = (): readonly string[] => {
  const bundle = /dist[\\/](engine|engine-drawing|parser)\.js$/;
  return Object.keys(createRequire(__filename).cache)
    .flatMap((file) => bundle.exec(file)?.[1] ?? [])
    .sort();
};

/** A way to the network or to running text as code. */
const FORBIDDEN =
  /(?<![.\w])(fetch\s*\(\s*[^)\s]|(eval|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\()|new Function\(|require\("(node:)?(https?|net|tls|dgram|dns|child_process)"\)/;

/** All of the engine's pieces among them. */
const bundlesIn = (dist: string): readonly string[] => [
  ...readdirSync(dist).filter((name) => name.endsWith('.js')),
  'web/extension.js',
];

export const activation: readonly Test[] = [
  test('the extension activates without its engine, and loads it for the first hover', async () => {
    await extension().activate();
    assert.deepEqual(areLoaded(), []);
    assert.match((await hoverIn('markdown', 'a $x‸^2$')) ?? '', /Show steps/);
    assert.deepEqual(areLoaded(), ['engine', 'engine-drawing']);
  }),
  test('no bundle has a way to the network, or runs text as code', () => {
    const dist = join(extension().extensionPath, 'dist');
    const names = bundlesIn(dist);
    for (const name of ['extension.js', 'engine.js', 'engine-drawing.js', 'webview.js', 'cli.js'])
      assert.ok(names.includes(name), name);
    for (const name of names) {
      const file = join(dist, name);
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
