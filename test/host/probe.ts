/** What goes wrong unseen: errors in our log, rejections that no one handles, diagnostics of documents that are gone. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { extension } from './activation.js';
import { test, type Test } from './suite.js';

const OURS = /leibniz|dist[\\/](extension|engine|test)/i;

export async function parts(): Promise<ExtensionParts> {
  return (await extension().activate()) as ExtensionParts;
}

/** A test that fails as well where something goes wrong unseen while it runs. */
export function watched(name: string, run: (parts: ExtensionParts) => Promise<void>): Test {
  return test(name, async () => {
    const [all, wrong, before] = [await parts(), new Array<string>(), new Set(leftBehind())];
    const plain = all.log.error.bind(all.log);
    const logged = (...said: readonly unknown[]): number => wrong.push(`logged: ${said.map(text).join(' ')}`);
    const rejected = (reason: unknown): void => {
      if (OURS.test(text(reason))) wrong.push(`unhandled: ${text(reason)}`);
    };
    Reflect.set(all.log, 'error', logged);
    process.on('unhandledRejection', rejected);
    process.on('uncaughtException', rejected);
    try {
      await run(all);
      // What comes late is heard too.
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      Reflect.set(all.log, 'error', plain);
      process.off('unhandledRejection', rejected);
      process.off('uncaughtException', rejected);
    }
    assert.deepEqual([...wrong, ...leftBehind().filter((each) => !before.has(each))], []);
  });
}

const text = (value: unknown): string =>
  value instanceof Error ? (value.stack ?? value.message) : String(value);

/** Diagnostics that no document of ours has any more. */
function leftBehind(): readonly string[] {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  return vscode.languages
    .getDiagnostics()
    .filter(([uri, all]) => all.some(({ source }) => source === 'Leibniz') && !open.has(uri.toString()))
    .map(([uri]) => `left behind: ${uri.toString()}`);
}
