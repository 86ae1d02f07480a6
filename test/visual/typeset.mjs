/**
 * Formulas as KaTeX's HTML lays them out in Chromium, beside our outlines: a picture to look at, and the differences
 * of widths and of the places of characters. By hand:
 *
 *   node test/visual/typeset.mjs [picture.png] [size in px]
 *
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
      const { box, width } = measure(tex, options);
      const glyphs = [...marks(box)].filter(({ mark }) => mark.kind === 'glyph');
      const places = glyphs.map(({ mark, x, y }) => [mark.glyph.id.split('-')[1], x * size, y * size]);
      const picture = typeset(tex, options);
      return { tex, width: width * size, places, picture, uri: picture.ok ? toDataUri(picture.svg) : '', html: katex.renderToString(tex, { displayMode: true, output: 'html' }) };
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
  return `<style>${style}
    .katex { font-size: ${size}px !important } .katex-display { margin: 0 !important; text-align: left !important }
    .katex-display > .katex { text-align: left !important } .katex-display > .katex > .katex-html > .katex-tag { position: static !important }
    td { padding: 6px 20px; border-bottom: 1px solid #ddd } </style><table>${cells.join('')}</table>`;
}

/** In the page: for each formula the width of its bases, and every character with its left edge, from the first base. */
function measureRows() {
  return [...document.querySelectorAll('td.theirs')].map((cell) => {
    const bases = [...cell.querySelectorAll('.katex-base')].map((base) => base.getBoundingClientRect());
    const strut = cell.querySelector('.katex-strut').getBoundingClientRect();
    const left = Math.min(...bases.map((box) => box.left));
    const right = Math.max(...bases.map((box) => box.right));
    const places = [];
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const hidden = getComputedStyle(text.parentElement).color === 'rgba(0, 0, 0, 0)';
      for (let i = 0; i < text.length; i++) {
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = range.getBoundingClientRect();
        if (!hidden && /[^\s\u200b]/.test(text.data[i]))
          places.push([text.data.charCodeAt(i).toString(16), box.left - left, box.top - strut.top]);
      }
    }
    return { width: right - left, places };
  });
}

function report(rows, measured) {
  let [worstWidth, worstPlace] = [0, 0];
  rows.forEach(({ tex, width, places, picture }, i) => {
    const theirs = measured[i];
    const byCode = (list) => [...list].sort((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]);
    const [a, b] = [byCode(places), byCode(theirs.places)];
    const offsets = a.map(([code, x], j) => (b[j]?.[0] === code ? Math.abs(x - b[j][1]) : NaN));
    const place = a.length === b.length ? Math.max(0, ...offsets) : NaN;
    const off = Math.abs(width - theirs.width);
    worstWidth = Math.max(worstWidth, off);
    if (!Number.isNaN(place)) worstPlace = Math.max(worstPlace, place);
    const bad = off > 0.3 || !(place <= 0.3);
    if (bad || !picture.ok)
      console.log(`${i} width ${off.toFixed(2)} place ${place.toFixed(2)} ${a.length}/${b.length} ${tex}`);
  });
  console.log(
    `${rows.length} formulas at ${size} px; worst width ${worstWidth.toFixed(2)} px, worst place ${worstPlace.toFixed(2)} px`,
  );
}
