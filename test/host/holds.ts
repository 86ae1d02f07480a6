/** How long the host is held at a time while a hostile note is opened, pointed at, offered fixes for, and closed. */
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import type { HostilePart } from '../bench/hostileNote.js';
import { longestHeld, type Longest } from './held.js';

/** What is done with a note; opened as a plain text it is VS Code's alone. */
export type Stage = 'plain text' | 'opening' | 'checking' | 'hovering' | 'fixing' | 'closing';

/** The longest of each stage. */
export interface Hold {
  readonly name: string;
  readonly stages: Readonly<Record<Stage, Longest>>;
}

/** Places that are pointed at. */
const POINTED = 3;
/** Milliseconds that a check, or a hover or fix, is waited for: what takes longer is given up, as by a person. */
const MOST_CHECKING = 6_000;
const MOST_WAITING = 5_000;

/** Of one part, once the engine is warm. */
export async function holdsOf({ hover, notes }: ExtensionParts, { name, text }: HostilePart): Promise<Hold> {
  const plain = await longestHeld(() => openedAndClosed(text));
  const state: { document?: vscode.TextDocument } = {};
  const opening = await longestHeld(async () => {
    state.document = await opened('markdown', text);
  });
  const document = state.document as vscode.TextDocument;
  const checking = await longestHeld(async () => {
    const deadline = Date.now() + MOST_CHECKING;
    while (notes.of(document) === null && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 25));
  });
  const places = [...text.matchAll(/\$[^$\n]/g)]
    .slice(0, POINTED)
    .map(({ index }) => document.positionAt(index + 1));
  const hovering = await longestHeld(async () => {
    for (const place of places)
      await waitedFor((token) => hover.provideHover(document, place, token) as Promise<unknown>);
  });
  const fixing = await longestHeld(async () => {
    for (const place of places) await waitedFor(() => offersAt(document, place));
  });
  const closing = await longestHeld(closed);
  return { name, stages: { 'plain text': plain, opening, checking, hovering, fixing, closing } };
}

async function opened(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

async function openedAndClosed(text: string): Promise<void> {
  await opened('plaintext', text);
  await closed();
}

async function closed(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

const offersAt = (document: vscode.TextDocument, place: vscode.Position): Thenable<unknown> =>
  vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
  );

async function waitedFor(ask: (token: vscode.CancellationToken) => Thenable<unknown>): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => {
    source.cancel();
  }, MOST_WAITING);
  const late = new Promise((resolve) => {
    source.token.onCancellationRequested(resolve);
  });
  await Promise.race([ask(source.token), late]);
  clearTimeout(timer);
}
