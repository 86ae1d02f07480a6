/** Documents of the editor as the service wants them. */
import * as vscode from 'vscode';
import type { DocumentText } from '../service/service.js';

const texts = new WeakMap<vscode.TextDocument, DocumentText>();

/** A document's present version; the text is put together once a version. */
export function documentText(document: vscode.TextDocument): DocumentText {
  const known = texts.get(document);
  if (known?.version === document.version && known.languageId === document.languageId) return known;
  const made = {
    uri: document.uri.toString(),
    version: document.version,
    languageId: document.languageId,
    text: document.getText(),
  };
  texts.set(document, made);
  return made;
}

/** Whether a document is still at the version that a text was taken from, and open. */
export function isCurrent(document: vscode.TextDocument, { version, languageId }: DocumentText): boolean {
  return document.version === version && document.languageId === languageId && !document.isClosed;
}

/** The open document of that address; null where it is not open. */
export function openDocument(uri: string): vscode.TextDocument | null {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri) ?? null;
}

/** The document of that address, opened where it is not; null where it is gone. */
export async function openedAgain(uri: string): Promise<vscode.TextDocument | null> {
  try {
    return openDocument(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}

/** Whether edits can be offered: git's, diff's and output's documents are for reading. */
export function isWritable(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const always = scheme === 'untitled' || scheme === 'vscode-notebook-cell';
  return always || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

export function rangeOf(document: vscode.TextDocument, from: number, to: number): vscode.Range {
  return new vscode.Range(document.positionAt(from), document.positionAt(to));
}
