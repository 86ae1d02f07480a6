/**
 * Formulas as KaTeX's HTML lays them out in Chromium, beside our outlines: a picture to look at, and the differences
 * of widths and of the places of characters. By hand:
 *
 *   node test/visual/typeset.mjs [picture.png] [size in px]
 *
 * Known to differ: \rule and an array's | are rounded to whole pixels by browsers, and \tag stands at the line's end.
 * CHROMIUM names the browser; /usr/bin/chromium otherwise.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [picture = 'typeset.png', sizeText = '18'] = process.argv.slice(2);
const size = Number(sizeText);
const folder = mkdtempSync(join(tmpdir(), 'typeset-'));
const { CORPUS, compare } = await bundled();
const rows = CORPUS.map((tex) => compare(tex, size));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-sync',
    '--no-first-run',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 800 } });
  await page.setContent(html(rows));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  report(rows, await page.evaluate(measureRows));
  await page.screenshot({ path: picture, fullPage: true });
  console.log(`picture: ${picture}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function bundled() {
  const contents = `
    import katex from 'katex';
    import { marks } from './src/typeset/box.js';
    import { toDataUri } from './src/typeset/dataUri.js';
    import { measure, typeset } from './src/typeset/typeset.js';
    export { CORPUS } from './test/unit/typeset/corpus.js';
    export function compare(tex, size) {
      const options = { display: true, size, color: '#000000' };
      const picture = typeset(tex, options);
      const html = katex.renderToString(tex, { displayMode: true, output: 'html', strict: 'ignore', throwOnError: false });
      if (!picture.ok) return { tex, picture, html };
      const { box, width } = measure(tex, options);
      const glyphs = [...marks(box)].filter(({ mark }) => mark.kind === 'glyph');
      const places = glyphs.map(({ mark, x, y }) => [mark.glyph.id.split('-')[1], x * size, y * size]);
      return { tex, width: width * size, places, picture, uri: toDataUri(picture.svg), html };
    }`;
  const outfile = join(folder, 'compare.mjs');
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

function html(rows) {
  const fonts = pathToFileURL(join(root, 'node_modules/katex/dist/fonts/')).href;
  const style = readFileSync(join(root, 'node_modules/katex/dist/katex.min.css'), 'utf8').replace(
    /url\(fonts\/([^)]+\.woff2)\)/g,
    (_, name) => `url(data:font/woff2;base64,${readFileSync(new URL(name, fonts)).toString('base64')})`,
  );
  const cells = rows.map(
    ({ html, picture, uri }) =>
      `<tr><td class="theirs">${html}</td><td>${picture.ok ? `<img src="${uri}">` : picture.message}</td></tr>`,
  );
  return `<!doctype html><style>${style}
    .katex { font-size: ${size}px !important } .katex-display { margin: 0 !important; text-align: left !important }
    .katex-display > .katex { text-align: left !important } .katex-display > .katex > .katex-html > .katex-tag { position: static !important }
    td { padding: 6px 20px; border-bottom: 1px solid #ddd } </style><table>${cells.join('')}</table>`;
}

/** In the page: for each formula the width of its bases, and every character with its origin, from the first base's. */
function measureRows() {
  const baseline = (element, before) => {
    const probe = document.createElement('span');
    probe.style.cssText = 'display:inline-block;width:0;height:0;margin:0;padding:0';
    element.insertBefore(probe, before);
    const { bottom } = probe.getBoundingClientRect();
    probe.remove();
    return bottom;
  };
  const texts = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((text) => getComputedStyle(text.parentElement).color !== 'rgba(0, 0, 0, 0)');
  };
  const characters = (text, left, top) =>
    [...text.data].flatMap((char, i) => {
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const x = range.getBoundingClientRect().left - left;
      const drawn = !/[\s\u200b]/.test(char);
      return drawn ? [[char.charCodeAt(0).toString(16), x, baseline(text.parentElement, text) - top]] : [];
    });
  return [...document.querySelectorAll('td.theirs')].map((cell) => {
    const bases = [...cell.querySelectorAll('.katex-base')];
    const boxes = bases.map((base) => base.getBoundingClientRect());
    if (boxes.length === 0) return null;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const top = baseline(bases[0], bases[0].firstChild);
    return { width: right - left, places: texts(cell).flatMap((text) => characters(text, left, top)) };
  });
}

function report(rows, measured) {
  const worst = { width: 0, across: 0, down: 0 };
  rows.forEach(({ tex, width, places, picture }, i) => {
    if (!picture.ok) return console.log(`${i} ${picture.message} ${tex}`);
    const off = { width: Math.abs(width - measured[i].width), ...offsets(places, measured[i].places) };
    for (const key of Object.keys(worst)) if (off[key] > worst[key]) worst[key] = off[key];
    const bad = Object.values(off).some((value) => !(value <= 0.3));
    if (bad) console.log(`${i} ${figures(off)} ${tex}`);
  });
  console.log(`${rows.length} formulas at ${size} px; worst: ${figures(worst)}`);
}

/** The worst differences in place of two lists of characters, matched by character and from left to right. */
function offsets(ours, theirs) {
  const sorted = (list) =>
    [...list].sort((a, b) => a[0].localeCompare(b[0]) || Math.round(a[1] - b[1]) || a[2] - b[2]);
  const [a, b] = [sorted(ours), sorted(theirs)];
  if (a.length !== b.length || a.some(([code], j) => code !== b[j][0])) return { across: NaN, down: NaN };
  const worst = (axis) => Math.max(0, ...a.map((place, j) => Math.abs(place[axis] - b[j][axis])));
  return { across: worst(1), down: worst(2) };
}

function figures(off) {
  return Object.entries(off)
    .map(([key, value]) => `${key} ${value.toFixed(2)}`)
    .join(', ');
}
