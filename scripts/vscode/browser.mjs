// @ts-check
/** A Chromium that is already on this machine, driven headless. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--hide-scrollbars', '--force-color-profile=srgb'],
];

/** The path of a Chromium, Chrome or Edge: CHROME, then PATH, then the usual places; null where there is none. */
export function findBrowser() {
  const named = process.env['CHROME'] ?? process.env['CHROME_PATH'];
  if (named && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  return [...onPath, ...PLACES].find(runnable) ?? null;
}

/** A browser context with a fresh profile; close it with its close(). */
export async function openBrowser({ width = 1280, height = 800, scale = 1, options = {} } = {}) {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('No Chromium or Chrome was found: install one, or name its file in the variable CHROME.');
  }
  const { chromium } = await import('playwright-core');
  // An empty name is a fresh profile, which Playwright removes at the end.
  return chromium.launchPersistentContext('', {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: { width, height },
    deviceScaleFactor: scale,
    ...options,
  });
}

/** @param {string} file */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
