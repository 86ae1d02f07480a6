/** The cells of a notebook, each of which is a document of its own. */
import * as vscode from 'vscode';

/** Texts that may define macros; the service looks closer. */
const MAY_DEFINE = /\\(?:[a-z]*command|[gex]?def|let|Declare|(?:New|Renew|Provide)Document)/;

/**
 * The Markdown cells before a cell that may define macros for it, as a notebook shares them; empty for a document that
 * is no cell.
 */
export function definingCellsBefore(document: vscode.TextDocument | { readonly uri: vscode.Uri }): string {
  if (document.uri.scheme !== 'vscode-notebook-cell') return '';
  const address = document.uri.toString();
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cells = notebook.getCells();
    const at = cells.findIndex((cell) => cell.document.uri.toString() === address);
    if (at < 0) continue;
    const texts = cells
      .slice(0, at)
      .filter((cell) => cell.kind === vscode.NotebookCellKind.Markup)
      .map((cell) => cell.document.getText());
    return texts.filter((text) => MAY_DEFINE.test(text)).join('\n\n');
  }
  return '';
}
