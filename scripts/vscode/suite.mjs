/** Runs a test module inside the VS Code server's extension host, with a headless browser as its window. */
import { openBrowser } from './browser.mjs';
import { startServer, workbenchAddress } from './server.mjs';

/** Resolves once the module's run() has settled; throws where it does not within the limit, in milliseconds. */
export async function runInServer(module, { folder, env, limit, onLine = () => undefined }) {
  const server = await startServer({ env, settings: { 'chat.disableAIFeatures': true } });
  const browser = await openBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const ended = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (_type, args) => onLine(args.map(String).join(' ')));
    await page.goto(workbenchAddress(server, { folder, tests: module }));
    await withinLimit(ended, limit);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function withinLimit(promise, limit) {
  let timer;
  const timeout = new Promise((_, reject) => {
    const late = () => reject(new Error(`The suite in VS Code did not end within ${limit / 1000} s.`));
    timer = setTimeout(late, limit);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
