/**
 * Pictures of the panel without VS Code: `node test/visual/panel.mjs [folder]` builds the panel, shows a model of
 * ours in each theme and at several widths under the panel's own content policy, tries its keys, and writes PNGs.
 */
import { createServer } from 'node:http';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const folder = process.argv[2] ?? 'test-results/panel';
mkdirSync(folder, { recursive: true });

const THEMES = {
  light: {
    foreground: '#3b3b3b',
    'editor-background': '#ffffff',
    descriptionForeground: '#3b3b3bb0',
    focusBorder: '#005fb8',
    'textLink-foreground': '#005fb8',
    'list-hoverBackground': '#f2f2f2',
    'toolbar-hoverBackground': '#b8b8b850',
    'button-background': '#005fb8',
    'button-foreground': '#ffffff',
    'inputValidation-warningBackground': '#fdf6e3',
    'inputValidation-warningBorder': '#b89500',
  },
  dark: {
    foreground: '#cccccc',
    'editor-background': '#1f1f1f',
    descriptionForeground: '#9d9d9d',
    focusBorder: '#0078d4',
    'textLink-foreground': '#4daafc',
    'list-hoverBackground': '#2a2d2e',
    'toolbar-hoverBackground': '#5a5d5e50',
    'button-background': '#0078d4',
    'button-foreground': '#ffffff',
    'inputValidation-warningBackground': '#352a05',
    'inputValidation-warningBorder': '#b89500',
  },
  'high-contrast': {
    foreground: '#ffffff',
    'editor-background': '#000000',
    descriptionForeground: '#ffffffcc',
    focusBorder: '#f38518',
    contrastBorder: '#6fc3df',
    'list-hoverBackground': '#ffffff1a',
    'button-background': '#000000',
    'button-foreground': '#ffffff',
    'button-border': '#6fc3df',
  },
  'high-contrast-light': {
    foreground: '#292929',
    'editor-background': '#ffffff',
    descriptionForeground: '#292929cc',
    focusBorder: '#006bbd',
    contrastBorder: '#0f4a85',
    'list-hoverBackground': '#0f4a851a',
    'button-background': '#0f4a85',
    'button-foreground': '#ffffff',
  },
};

const bundle = async (options) =>
  (await build({ bundle: true, write: false, format: 'iife', logLevel: 'error', ...options })).outputFiles;

const page = await bundle({
  entryPoints: { webview: 'src/webview/main.ts' },
  outdir: 'out',
  minify: true,
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
});
const [model] = await bundle({
  entryPoints: ['test/visual/model.ts'],
  outdir: 'out',
  format: 'iife',
  globalName: 'sample',
});

const files = new Map(page.map((f) => ['/' + f.path.split('/').at(-1), f]));
const size = (name) => Math.round((files.get(name)?.contents.length ?? 0) / 1024);
console.log(`webview.js ${size('/webview.js')} KB, webview.css ${size('/webview.css')} KB`);

const html = (theme, origin) => `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'; style-src ${origin}; font-src ${origin}; img-src ${origin} data:">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/theme-${theme}.css"><link rel="stylesheet" href="/webview.css">
<title>Derivation</title></head>
<body class="vscode-${theme}" data-vscode-theme-kind="vscode-${theme}"><main id="derivation"></main>
<script nonce="n" src="/fake.js"></script><script nonce="n" src="/webview.js"></script></body></html>`;

const css = (theme) =>
  `:root{--vscode-font-family:system-ui,sans-serif;--vscode-font-size:13px;${Object.entries(THEMES[theme])
    .map(([k, v]) => `--vscode-${k}:${v}`)
    .join(';')}}`;

// The editor's side: answers "ready" with the model that the address names, and "resample" with fresh curves.
const fake = `${model.text}
window.sent = []; window.violations = [];
document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.sourceFile + ':' + e.lineNumber));
let kept; try { kept = JSON.parse(sessionStorage.kept ?? 'null') } catch { kept = null }
window.acquireVsCodeApi = () => ({
  postMessage(m) {
    sent.push(m);
    const say = (answer) => setTimeout(() => window.postMessage(answer, '*'), 0);
    if (m.type === 'ready' && !kept) { const first = sample.messages[location.hash.slice(1) || 'rich']; if (first) say(first); }
    if (m.type === 'resample') say({ type: 'plot', plot: sample.plotOf(location.hash.slice(1), m.x) });
  },
  getState: () => kept,
  setState: (s) => { sessionStorage.kept = JSON.stringify(s); },
});`;

const types = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2', html: 'text/html' };
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  const origin = `http://${request.headers.host}`;
  const theme = /^\/(?:theme-)?([a-z-]+)\.(?:html|css)$/.exec(path)?.[1];
  const body =
    path === '/fake.js'
      ? fake
      : files.has(path)
        ? files.get(path).contents
        : theme && theme in THEMES
          ? path.endsWith('css')
            ? css(theme)
            : html(theme, origin)
          : null;
  response.writeHead(body === null ? 404 : 200, {
    'content-type': types[path.split('.').at(-1)] ?? 'text/plain',
  });
  response.end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});

async function open(theme, width, what = 'rich', settings = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...settings });
  const tab = await context.newPage();
  tab.on(
    'console',
    (m) => m.type() === 'error' && !m.text().includes('favicon') && console.log('console:', m.text()),
  );
  tab.on('pageerror', (e) => console.log('error:', e.message));
  await tab.goto(`${origin}/${theme}.html#${what}`);
  await tab.waitForSelector(what === 'none' ? '.message' : what === 'refusal' ? '.message' : '.katex');
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForTimeout(250);
  return tab;
}

async function shoot(tab, name) {
  await tab.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const bad = await tab.evaluate(() => window.violations);
  console.log(name, bad.length === 0 ? '' : `policy violated: ${bad.join('; ')}`);
  await tab.context().close();
}

const WAYS = [
  ['light', 680],
  ['dark', 280],
  ['high-contrast', 680],
  ['light', 1280],
];

for (const theme of Object.keys(THEMES)) await shoot(await open(theme, 680), `panel-${theme}`);
for (const width of [300, 420, 1280]) await shoot(await open('dark', width), `panel-dark-${width}`);
await shoot(await open('light', 1280), 'panel-light-1280');
await shoot(await open('light', 680, 'simple'), 'panel-simple');
await shoot(await open('light', 680, 'refusal'), 'panel-refusal');
await shoot(await open('dark', 680, 'none'), 'panel-empty');
await shoot(
  await open('light', 680, 'rich', { forcedColors: 'active', reducedMotion: 'reduce' }),
  'panel-forced',
);

for (const level of ['brief', 'standard', 'beginner'])
  for (const [theme, width] of WAYS)
    await shoot(await open(theme, width, level), `level-${level}-${theme}-${width}`);
for (const what of ['rule', 'formula', 'over', 'error', 'picked'])
  for (const [theme, width] of WAYS)
    await shoot(await open(theme, width, what), `practice-${what}-${theme}-${width}`);

const pointed = await open('light', 680, 'simple');
await pointed.hover('.canvas', { position: { x: 420, y: 120 } });
await pointed.mouse.wheel(0, -300);
await pointed.waitForTimeout(400);
console.log('pointed at:', await pointed.textContent('.readout'));
await shoot(pointed, 'panel-pointed');

const deep = await open('light', 680, 'deep');
const began = Date.now();
await deep.click('[data-level="beginner"]');
console.log(
  'opening a thousand levels:',
  Date.now() - began,
  'ms,',
  await deep.locator('.step[aria-expanded="true"]').count(),
  'open',
);
await deep.context().close();

const copied = await open('light', 680);
const shown = await copied.evaluate(async () => {
  const times = [];
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    const message = structuredClone(sample.messages.rich);
    message.model.request = i;
    window.postMessage(message, '*');
    do await new Promise((done) => setTimeout(done, 0));
    while (
      performance.now() - began < 5 ||
      [...document.querySelectorAll('.formula')].some((f) => !f.querySelector('.katex'))
    );
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[4];
});
console.log(
  'shown with',
  await copied.locator('.katex').count(),
  'formulas in',
  Math.round(shown),
  'ms (median)',
);
for (const [from, to] of [
  ['.headline .right', '.headline .right'],
  ['.why', '.why'],
  ['.notes', '.notes'],
]) {
  const text = await copied.evaluate(
    ([a, b]) => {
      const selection = getSelection();
      selection.setBaseAndExtent(
        document.querySelector(a),
        0,
        document.querySelector(b),
        document.querySelector(b).childNodes.length,
      );
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
      document.dispatchEvent(event);
      return event.clipboardData.getData('text/plain');
    },
    [from, to],
  );
  console.log('copied:', JSON.stringify(text));
}
await copied.context().close();

const used = await open('dark', 680);
await used.evaluate((message) => window.postMessage(message, '*'), { type: 'stale' });
await used.click('[data-level="beginner"]');
await used.focus('.step[tabindex="0"]');
for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await used.keyboard.press(key);
console.log('focus:', await used.evaluate(() => document.activeElement.dataset.id));
await used.focus('.canvas');
for (const key of ['+', '+', 'Shift+ArrowRight', 'ArrowRight', 'ArrowRight']) await used.keyboard.press(key);
await used.click('text=Table');
await used.focus('.canvas');
await used.keyboard.press('ArrowRight');
console.log('read by key:', await used.textContent('.readout'));
await used.click('text=PNG');
await used.click('.toolbar >> text=Copy');
await used.waitForTimeout(400);
console.log(
  'sent:',
  (await used.evaluate(() => sent.map((m) => m.type + (m.data ? ` ${m.data.length}` : '')))).join(', '),
);
await used.reload();
await used.waitForSelector('.katex');
await used.waitForTimeout(300);
console.log(
  'after a reload:',
  await used.locator('.step[aria-expanded="true"]').count(),
  'open,',
  await used.locator('.stale').count(),
  'stale bar',
);
await shoot(used, 'panel-used');

await browser.close();
server.close();
