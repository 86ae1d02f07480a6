// @ts-check
/** A desktop VS Code: the user's own on PATH, or one that @vscode/test-electron brings. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, say } from '../prepare.mjs';

/** The path of the `code` command; null where there is none. */
export function codeOnPath() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((f) => names.map((n) => join(f, n))).find((file) => existsSync(file)) ?? null;
}

/** The executable of a VS Code that test-electron has downloaded into .vscode-test/; null where it cannot be had. */
export async function downloadDesktop() {
  say('Looking for a desktop VS Code (@vscode/test-electron)');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(ROOT, '.vscode-test'), reporter: silent });
  } catch (error) {
    say(`It cannot be downloaded here (${reason(error)})`);
    return null;
  }
}

/**
 * Runs the suite in a desktop VS Code; resolves to its exit status.
 * @param {string} executable
 * @param {{ tests: string, folder: string, env: Record<string, string> }} suite
 */
export async function runInDesktop(executable, { tests, folder, env }) {
  const flags = [
    folder,
    '--disable-extensions',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--no-sandbox',
  ];
  if (needsDisplay()) return runUnderXvfb(executable, flags, { tests, env });
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: tests,
    launchArgs: flags,
    extensionTestsEnv: env,
  }).catch(() => 1);
}

/**
 * @param {string} executable @param {readonly string[]} flags
 * @param {{ tests: string, env: Record<string, string> }} suite
 */
function runUnderXvfb(executable, flags, { tests, env }) {
  const development = [`--extensionDevelopmentPath=${ROOT}`, `--extensionTestsPath=${tests}`];
  const profile = join(ROOT, '.vscode-test', 'user-data');
  const args = ['-a', executable, ...flags, ...development, `--user-data-dir=${profile}`, '--disable-gpu'];
  const result = spawnSync('xvfb-run', args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (result.error) say('There is no display, and xvfb-run is not installed');
  return result.status ?? 1;
}

function needsDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

const silent = { report: () => undefined, error: () => undefined };

/** @param {any} error */
function reason(error) {
  const { code, message } = error ?? {};
  return String(code ?? message ?? error).split('\n')[0];
}
