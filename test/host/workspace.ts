/** Settings and files for the suite, put back when a test is over. */
import * as vscode from 'vscode';

/** Runs with a setting of ours, or of another section, at another value. */
export async function withSetting(
  name: string,
  value: unknown,
  run: () => Promise<void>,
  section = 'leibniz',
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Runs with files in a folder of their own below the workspace's; `file('')` is the folder. */
export async function inFolder(
  files: Readonly<Record<string, string>>,
  run: (file: (name: string) => vscode.Uri) => Promise<void>,
): Promise<void> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (workspace === undefined) throw new Error('The suite needs a folder.');
  const folder = vscode.Uri.joinPath(workspace.uri, `made-${String(Date.now())}`);
  const file = (name: string): vscode.Uri => (name === '' ? folder : vscode.Uri.joinPath(folder, name));
  for (const [name, content] of Object.entries(files))
    await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(content));
  try {
    await run(file);
  } finally {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}
