/** Documents and editors for the suite, with ‸ marking cursors and «…» selections in their texts. */
import * as vscode from 'vscode';

export interface Opened {
  readonly document: vscode.TextDocument;
  /** Where the marks stood. */
  readonly selections: readonly vscode.Selection[];
}

/** An untitled document of that language; the marks are taken out of its text. */
export async function opened(language: string, marked: string): Promise<Opened> {
  const content = marked.replace(/[‸«»]/g, '');
  const document = await vscode.workspace.openTextDocument({ language, content });
  return { document, selections: selectionsOf(document, marked) };
}

/** The same, shown in an editor with the cursors and selections that are marked. */
export async function shown(
  language: string,
  marked: string,
): Promise<Opened & { readonly editor: vscode.TextEditor }> {
  const { document, selections } = await opened(language, marked);
  const editor = await vscode.window.showTextDocument(document);
  editor.selections = [...selections];
  return { document, selections, editor };
}

/** The selections that are marked in a text. */
export function selectionsOf(document: vscode.TextDocument, marked: string): readonly vscode.Selection[] {
  const offsets: number[] = [];
  let removed = 0;
  for (const { 0: mark, index } of marked.matchAll(/[‸«»]/g)) {
    const offset = index - removed++;
    offsets.push(...(mark === '‸' ? [offset, offset] : [offset]));
  }
  const pairs = offsets.flatMap((from, i) => (i % 2 === 0 ? [[from, offsets[i + 1] ?? from] as const] : []));
  return pairs.map(([from, to]) => new vscode.Selection(document.positionAt(from), document.positionAt(to)));
}

/** Our hovers at a place, as VS Code gets them from all providers; their Markdown. */
export async function hoversAt(
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<readonly vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  const strings = contents.filter(
    (content): content is vscode.MarkdownString => typeof content === 'object' && 'value' in content,
  );
  return strings.filter(({ value }) => value.includes('command:leibniz.'));
}

/** The one hover that is expected at the cursor marked in a text; null where there is none. */
export async function hoverIn(language: string, marked: string): Promise<string | null> {
  const { document, selections } = await opened(language, marked);
  const [hover] = await hoversAt(document, selections[0]?.active ?? new vscode.Position(0, 0));
  return hover?.value ?? null;
}

/** Milliseconds: ends a wait for what never comes, however slow the machine is. */
const PATIENCE = 120_000;

/** Waits until something holds, as it does when VS Code has caught up. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The extension host hears of a closed panel a moment after its tab is gone.
  await new Promise((resolve) => setTimeout(resolve, 200));
}
