/** Writes the panel's plot to a file that the person names. */
import * as vscode from 'vscode';

/** Asks for a file and writes the picture there; SVG comes as its text, PNG as base64. */
export async function savePlot(format: 'svg' | 'png', data: string): Promise<void> {
  const bytes = format === 'svg' ? new TextEncoder().encode(data) : decode(data);
  if (bytes === null) return;
  const filters = format === 'svg' ? { 'SVG picture': ['svg'] } : { 'PNG picture': ['png'] };
  const uri = await vscode.window.showSaveDialog({ filters, ...suggestion(`derivative.${format}`) });
  if (uri !== undefined) await vscode.workspace.fs.writeFile(uri, bytes);
}

function suggestion(name: string): { defaultUri?: vscode.Uri } {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder.uri, name) };
}

function decode(base64: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64)) return null;
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
