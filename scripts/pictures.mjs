// @ts-check
/** `npm run pictures`: pictures of the running extension for the README, into media/pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, prepare, say } from './prepare.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { startServer, workbenchAddress } from './vscode/server.mjs';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

const FOLDER = join(ROOT, 'media/pictures');
const THEMES = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' };
/** The formula that is pointed at, and the one whose steps are shown. */
const HOVERED = '\\sin x';
const SHOWN = '1 + x^2';
/** The function that is pointed at, and the derivative that is wrong. */
const FUNCTION = 'ripple';
const WRONG = 'sigmoidDerivative';

await prepare();
mkdirSync(FOLDER, { recursive: true });
const { Workbench } = await import(pathToFileURL(join(ROOT, 'dist/test/journeys.js')).href).then(
  (m) => m.default ?? m,
);
const kit = { root: ROOT, results: FOLDER, startServer, workbenchAddress, openBrowser };
const note = { notes: join(ROOT, 'media'), file: 'sample.md' };
const workbench = await Workbench.open(kit, { ...note, width: 1180, height: 720, scale: 2 });
try {
  await workbench.command('View: Close Primary Side Bar');
  for (const [name, label] of Object.entries(THEMES)) {
    await takeBoth(name, label);
    await takeCode(name);
  }
} finally {
  await workbench.close();
}
say(`The pictures are in ${FOLDER}`);

/** @param {string} name @param {string} label */
async function takeBoth(name, label) {
  await workbench.colorTheme(label);
  const hover = await workbench.hover(HOVERED);
  await workbench.page.waitForTimeout(400);
  await take(`hover-${name}.png`, around(await hover.boundingBox()));
  await workbench.away();
  await workbench.click(SHOWN);
  await workbench.command('Leibniz: Show Derivation');
  await workbench.panel().locator('.katex').first().waitFor();
  await workbench.page.waitForTimeout(800);
  await take(`panel-${name}.png`);
  await workbench.command('View: Close All Editors in Group');
  await workbench.command('View: Close All Editors');
  await workbench.openFile('sample.md');
}

/** A function and a wrong derivative in code, in the theme that is on. @param {string} name */
async function takeCode(name) {
  await workbench.openFile('sample.ts');
  await workbench.page.locator('.squiggly-warning').first().waitFor();
  const hover = await workbench.hover(FUNCTION);
  await hover.getByText('function ripple').first().waitFor();
  await hover.getByText('loading').waitFor({ state: 'detached' });
  await workbench.page.waitForTimeout(800);
  await take(`code-${name}.png`, around(await hover.boundingBox()));
  await workbench.away();
  const wrong = await workbench.hover(WRONG);
  await workbench.page.waitForTimeout(800);
  await take(`code-wrong-${name}.png`, around(await wrong.boundingBox()));
  await workbench.away();
  await workbench.command('View: Close All Editors');
  await workbench.openFile('sample.md');
}

/** The hover with the line it belongs to, and some of the note about it. @param {Box} box */
function around({ x, y, width, height }) {
  const left = Math.max(0, x - 300);
  return { x: left, y: Math.max(0, y - 90), width: width + (x - left) + 60, height: height + 150 };
}

/** @param {string} file @param {Box} [clip] */
async function take(file, clip) {
  await workbench.page.screenshot({ path: join(FOLDER, file), ...(clip ? { clip } : {}) });
  say(file);
}
