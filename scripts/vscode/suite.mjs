// @ts-check
/** Runs a test module inside the VS Code server's extension host, with a headless browser as its window. */
import { openBrowser } from './browser.mjs';
import { startServer, workbenchAddress } from './server.mjs';

/** Milliseconds that the browser has to close: one that hangs is killed when this process ends. */
const CLOSING = 10_000;

/**
 * Resolves once the module's run() has settled. Throws where it does not within the limit, in milliseconds, and as soon
 * as the page, the browser or the server is gone, without which it never would, or `stuck` rejects. `alone` is startServer's.
 * @param {string} module
 * @param {{
 *   folder: string, env: Record<string, string>, limit: number, onLine?: (line: string) => void,
 *   stuck?: Promise<unknown>, alone?: boolean,
 * }} options
 */
export async function runInServer(
  module,
  { folder, env, limit, onLine = () => undefined, stuck = new Promise(() => undefined), alone = false },
) {
  // It may reject before anyone waits for it, and after.
  stuck.catch(() => undefined);
  const server = await startServer({ env, alone, settings: { 'chat.disableAIFeatures': true } });
  const browser = await openBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const failure = firstFailure({ page, browser, server, limit });
    const ended = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await Promise.race([
      failure.promise,
      stuck,
      (async () => {
        await page.exposeFunction(
          'codeAutomationLog',
          (/** @type {unknown} */ _, /** @type {unknown[]} */ args) => onLine(args.map(String).join(' ')),
        );
        await page.goto(workbenchAddress(server, { folder, tests: module }));
        await ended;
      })(),
    ]).finally(failure.forget);
  } finally {
    await Promise.race([browser.close().catch(() => undefined), waited(CLOSING)]);
    await server.stop();
  }
}

/**
 * Rejects at the first thing that leaves the suite without an end; forget it once the suite has one.
 * @param {{
 *   page: import('playwright-core').Page, browser: import('playwright-core').BrowserContext,
 *   server: { child: import('node:child_process').ChildProcess }, limit: number,
 * }} watched
 */
function firstFailure({ page, browser, server, limit }) {
  /** @type {(what: string) => void} */
  let fail = () => undefined;
  const promise = new Promise((_, reject) => {
    fail = (what) => reject(new Error(what));
  });
  // It is nobody's rejection once the suite has ended by itself.
  promise.catch(() => undefined);
  const timer = setTimeout(
    () => fail(`The suite in VS Code did not end within ${String(limit / 1000)} s.`),
    limit,
  );
  page.once('crash', () => fail('The page with VS Code crashed before the suite had ended.'));
  page.once('close', () => fail('The page with VS Code was closed before the suite had ended.'));
  browser.once('close', () => fail('The browser ended before the suite had.'));
  server.child.once('exit', () => fail('The VS Code server ended before the suite had.'));
  return { promise, forget: () => clearTimeout(timer) };
}

/** @param {number} milliseconds */
const waited = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
