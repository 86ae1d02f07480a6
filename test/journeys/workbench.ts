/** The workbench as a person sees it: a page in a browser on a VS Code server. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Server {
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** What the runner in scripts/ hands over. */
export interface Kit {
  readonly root: string;
  /** Where pictures are kept. */
  readonly results: string;
  startServer(options: { settings?: Record<string, unknown> }): Promise<Server>;
  workbenchAddress(server: Server, options: { folder: string; file?: string }): string;
  openBrowser(options?: { width?: number; height?: number; scale?: number }): Promise<BrowserContext>;
}

export interface Workbench {
  readonly page: Page;
  close(): Promise<void>;
}

/** A workbench with a folder and a file open in it, once the editor shows. */
export async function openWorkbench(
  kit: Kit,
  options: { folder: string; file: string; settings?: Record<string, unknown> },
): Promise<Workbench> {
  const server = await kit.startServer({ settings: { ...QUIET, ...options.settings } });
  const browser = await kit.openBrowser();
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(kit.workbenchAddress(server, options));
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  return {
    page,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

const QUIET = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
};
