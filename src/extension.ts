/** Wires the extension together, and nothing else. */
import * as vscode from 'vscode';
import { LANGUAGES } from './editor/contributions.js';

export function activate(context: vscode.ExtensionContext): void {
  const selector = LANGUAGES.map((language) => ({ language }));
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(selector, {
      async provideHover() {
        await import('./editor/engine.js');
        return new vscode.Hover('here is a formula');
      },
    }),
  );
}
