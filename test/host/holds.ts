/** How long the host is held at a time while a hostile note is opened, pointed at, offered fixes for, and closed. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import type { HostilePart } from '../bench/hostileNote.js';

export interface Hold {
  readonly name: string;
  /** The longest time in milliseconds for which nothing else could run. */
  readonly longest: number;
}

/** Of each part, one after the other, once the engine is warm. */
export async function holds(parts: ExtensionParts, which: readonly HostilePart[]): Promise<readonly Hold[]> {
  const measured: Hold[] = [];
  for (const part of which)
    measured.push({ name: part.name, longest: await heldBy(() => visit(parts, part)) });
  return measured;
}

async function heldBy(work: () => Promise<void>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await work();
  delays.disable();
  return delays.max / 1e6;
}

async function visit({ hover, notes }: ExtensionParts, { text }: HostilePart): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
  const places = [...text.matchAll(/\$[^$\n]/g)]
    .slice(0, 3)
    .map(({ index }) => document.positionAt(index + 1));
  const { token } = new vscode.CancellationTokenSource();
  for (const place of places) {
    await hover.provideHover(document, place, token);
    const range = new vscode.Range(place, place);
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
  }
  const deadline = Date.now() + MOST_CHECKING;
  while (notes.of(document) === null && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 25));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
/** Milliseconds that a check is waited for. */
const MOST_CHECKING = 6_000;
