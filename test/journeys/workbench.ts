/** The workbench as a person uses it: a page in a browser on a VS Code server. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

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
  workbenchAddress(server: Server, options: { folder: string; file?: string; extension?: string }): string;
  openBrowser(options?: { width?: number; height?: number; scale?: number }): Promise<BrowserContext>;
}

export interface WorkbenchOptions {
  /** A folder whose copy is opened, so that journeys may write into it. */
  readonly notes: string;
  readonly file: string;
  /** The folder of the extension, where it is not this repository's. */
  readonly extension?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
}

// The server comes without a TypeScript of its own: hovers of the language need the repository's.
const QUIET = {
  'breadcrumbs.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};
const PATIENCE = 240_000;

export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly folder: string,
    private readonly browser: BrowserContext,
  ) {}

  /** A workbench with a copy of the notes, and one of them open. */
  static async open(kit: Kit, { notes, file, extension, ...size }: WorkbenchOptions): Promise<Workbench> {
    const folder = mkdtempSync(join(tmpdir(), 'leibniz-notes-'));
    cpSync(notes, folder, { recursive: true });
    const server = await kit.startServer({
      settings: { ...QUIET, 'typescript.tsdk': join(kit.root, 'node_modules/typescript/lib') },
    });
    const browser = await kit.openBrowser(size);
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address });
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(PATIENCE);
    // A file named in the address would keep the editors of before away after a reload.
    await page.goto(kit.workbenchAddress(server, { folder, ...(extension ? { extension } : {}) }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    const workbench = new Workbench(page, server, folder, browser);
    await workbench.openFile(file);
    await workbench.#ready();
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Loads the window again, with the editors it had. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', title);
  }

  /** Opens a file of the folder in the editor. */
  async openFile(name: string): Promise<void> {
    await this.#pick('ControlOrMeta+p', name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  async colorTheme(label: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.#choose(label);
  }

  /** What the quick input that is open offers. */
  choices(): Locator {
    return this.page.locator(
      '.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row',
    );
  }

  /** Types into the quick input that is open, and takes the choice that begins so. */
  async #choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input[type="text"]').first().waitFor();
    await this.page.keyboard.insertText(text);
    const beginning = new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    await this.choices().filter({ hasText: beginning }).first().click();
    await this.page.waitForTimeout(300);
  }

  async #pick(key: string, text: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.#choose(text);
  }

  /** The active editor's lines, as they are shown. */
  async text(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-lines').first().locator('.view-line').all();
    const shown = await Promise.all(
      lines.map(async (line) => ({ top: (await line.boundingBox())?.y ?? 0, text: await line.innerText() })),
    );
    return shown
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text.replace(/\u00a0/g, ' '))
      .join('\n');
  }

  /** Waits until the active editor's text is as expected, and gives it. */
  async textBecomes(expected: (text: string) => boolean): Promise<string> {
    const deadline = Date.now() + PATIENCE;
    let text = await this.text();
    while (!expected(text)) {
      if (Date.now() > deadline) throw new Error(`The text stays:\n${text}`);
      await this.page.waitForTimeout(100);
      text = await this.text();
    }
    return text;
  }

  /** Points at a text in the editor until our hover shows; at first the extension may still be starting. */
  async hover(text: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Show steps' }).first();
    const deadline = Date.now() + PATIENCE;
    do {
      await this.away();
      await this.point(text);
      await hover.waitFor({ timeout: 2_000 }).catch(() => undefined);
    } while (!(await hover.isVisible()) && Date.now() < deadline);
    await hover.locator('img').first().waitFor();
    return hover;
  }

  /** Moves the mouse onto a text of the editor. */
  async point(text: string): Promise<void> {
    const { x, y } = await this.#place(text);
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  /** Moves the mouse off the text, so that hovers go. */
  async away(): Promise<void> {
    await this.page.mouse.move(5, 5);
    await this.page
      .locator('.monaco-hover:not(.hidden)')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
  }

  /** Puts the cursor into a text of the editor. */
  async click(text: string): Promise<void> {
    const { x, y } = await this.#place(text);
    await this.page.mouse.click(x, y);
    await this.away();
  }

  /** Selects a text of the editor that stands on one line. */
  async select(text: string): Promise<void> {
    const { left, right, y } = await this.#place(text);
    await this.page.mouse.click(left, y);
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(right, y);
    await this.page.keyboard.up('Shift');
    await this.away();
  }

  clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  /** The derivation panel's page, which VS Code puts into two nested frames. */
  panel(): FrameLocator {
    const outer = this.page.locator('iframe.webview.ready').last().contentFrame();
    return outer.locator('#active-frame').contentFrame();
  }

  /** The newest message: under its driver VS Code keeps messages in the centre, so that is opened. */
  async message(): Promise<string> {
    await this.command('Notifications: Show Notifications');
    const message = this.page.locator('.notifications-center .notification-list-item-message').first();
    const text = await message.innerText();
    await this.command('Notifications: Clear All Notifications');
    return text;
  }

  async picture(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    // The extension host is there when the language of the file is known to its features.
    await this.page.locator('.monaco-editor .view-line .mtk1').first().waitFor();
  }

  /** Where a text stands on the screen: it may go over several spans of one line. */
  async #place(text: string): Promise<Place> {
    const place = await this.page.evaluate<Place | null>(`(${PLACE_OF})(${JSON.stringify(text)})`);
    if (place === null) throw new Error(`The editor does not show "${text}".`);
    return place;
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

// Runs in the page, so it is text here: this file knows no DOM.
const PLACE_OF = `(text) => {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const at = line.textContent.replace(/\\u00a0/g, ' ').indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.data.length;
      if (before <= at && at < before + length) range.setStart(node, at - before);
      if (before < at + text.length && at + text.length <= before + length) range.setEnd(node, at + text.length - before);
      before += length;
    }
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.left, right: box.right };
  }
  return null;
}`;
