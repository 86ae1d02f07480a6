// @ts-check
/** `npm start`: VS Code with this extension and the sample note. `npm start -- --server` takes the server. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, prepare, say } from './prepare.mjs';
import { codeOnPath, downloadDesktop } from './vscode/desktop.mjs';
import { startServer, workbenchAddress } from './vscode/server.mjs';

const NOTE = join(ROOT, 'media/sample.md');
const SERVER_SETTINGS = {
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
};

await prepare();
const executable = process.argv.includes('--server') ? null : (codeOnPath() ?? (await downloadDesktop()));
await (executable ? openDesktop(executable) : openServer());

/** @param {string} executable */
function openDesktop(executable) {
  say(`Opening ${NOTE} in ${executable}`);
  const args = [`--extensionDevelopmentPath=${ROOT}`, join(ROOT, 'media'), NOTE];
  const child = spawn(executable, args, {
    detached: true,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  child.unref();
  say('Point at a formula in the note, or press F1 and choose "Leibniz: Show Derivation".');
}

async function openServer() {
  const server = await startServer({ settings: SERVER_SETTINGS });
  const address = workbenchAddress(server, { folder: join(ROOT, 'media'), file: NOTE });
  say('VS Code runs as a server. Open this address in a browser:');
  console.log(`\n  ${address}\n`);
  say('Point at a formula in the note, or press F1 and choose "Leibniz: Show Derivation".');
  say('Ctrl+C ends the server.');
  const end = () => void server.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
}
