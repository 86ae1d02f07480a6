// @ts-check
/**
 * Writes src/typeset/glyphs.generated.ts: the outlines and advance widths of KaTeX's fonts, packed as text.
 *
 * Which characters: those that KaTeX's own metrics know in a font and its symbols table names, so that whatever
 * its layout can ask for is there. src/typeset/glyphs.ts reads what this writes; the format is described there.
 *
 *   node scripts/glyphs.mjs            write the file unless it is newer than the fonts and this script
 *   node scripts/glyphs.mjs --force    write it
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {{ readonly on: boolean, readonly x: number, readonly y: number }} OutlinePoint
 * @typedef {{ readonly code: number, readonly advance: number, readonly contours: readonly (readonly OutlinePoint[])[] }} Outline
 * @typedef {{ readonly name: string, readonly glyphs: readonly Outline[] }} Face
 * @typedef {Readonly<Record<string, { readonly replace?: string | null }>>} SymbolTable
 * @typedef {{ readonly math: SymbolTable, readonly text: SymbolTable }} Symbols
 * @typedef {Readonly<Record<string, Readonly<Record<string, unknown>>>>} Metrics
 * @typedef {import('fontkit').Font} Font
 */

const here = fileURLToPath(import.meta.url);
const target = join(dirname(here), '../src/typeset/glyphs.generated.ts');
const katexFolder = dirname(createRequire(here).resolve('katex/package.json'));

/** Printable characters that need no escape in a single-quoted string, nor in Markdown's or TypeScript's eyes. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => !`"'\\\`$`.includes(c))
  .join('');
const BASE = DIGITS.length;
const SMALL = 38;

/** Faces whose glyphs beyond letters, digits and marks are the same signs in another weight: left out. */
const LETTERS_ONLY = /^(Main-(Bold)?Italic|SansSerif|Typewriter|Fraktur|Caligraphic|Script)/;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();

async function main() {
  if (!process.argv.includes('--force') && isUpToDate()) return;
  const faces = await readFaces();
  writeFileSync(target, generatedModule(faces));
  const count = faces.reduce((n, face) => n + face.glyphs.length, 0);
  console.log(`glyphs: ${faces.length} faces, ${count} glyphs, ${statSync(target).size} bytes`);
}

function isUpToDate() {
  const written = modified(target);
  return written > modified(here) && written > modified(join(katexFolder, 'package.json'));
}

/** @param {string} path */
function modified(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {readonly Face[]} faces */
function generatedModule(faces) {
  const rows = faces.map(({ name, glyphs }) => `  '${name}':\n    '${glyphs.map(packGlyph).join(' ')}',`);
  return [
    '/* Made by scripts/glyphs.mjs from the fonts of the katex package (SIL Open Font License 1.1). Do not edit. */',
    `export const DIGITS = '${DIGITS}';`,
    `export const SMALL = ${SMALL};`,
    '/** By face: its glyphs, packed. */',
    'export const FACES: Readonly<Record<string, string>> = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}

/** @returns {Promise<readonly Face[]>} */
async function readFaces() {
  const { symbols, metrics } = await katexTables();
  const { create } = await import('fontkit');
  const named = namedCharacters(symbols);
  return Object.entries(metrics)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, faceMetrics]) => {
      const font = create(readFileSync(join(katexFolder, 'dist/fonts', `KaTeX_${name}.ttf`)));
      if (!('unitsPerEm' in font)) throw new Error(`${name} is no single font`);
      if (font.unitsPerEm !== 1000) throw new Error(`${name}: ${font.unitsPerEm} units per em`);
      return { name, glyphs: wanted(name, faceMetrics, named, font).map((c) => readGlyph(font, c)) };
    });
}

/** KaTeX's symbols and metrics, from the sources that its package ships. @returns {Promise<{ symbols: Symbols, metrics: Metrics }>} */
async function katexTables() {
  const { build } = await import('esbuild');
  const contents = `export { default as symbols } from './symbols.ts'; export { default as metrics } from './fontMetricsData.js';`;
  const stdin = { contents, resolveDir: join(katexFolder, 'src') };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm' });
  const [made] = outputFiles.map((file) => Buffer.from(file.contents).toString('base64'));
  return import(`data:text/javascript;base64,${made}`);
}

/** @param {Symbols} symbols @returns {ReadonlySet<number>} */
function namedCharacters(symbols) {
  const named = new Set([0x20, 0xa0]);
  for (const [name, { replace }] of [...Object.entries(symbols.math), ...Object.entries(symbols.text)])
    for (const c of replace ?? name) named.add(c.codePointAt(0) ?? 0);
  return named;
}

/** @param {string} face @param {Metrics[string]} faceMetrics @param {ReadonlySet<number>} named @param {Font} font */
function wanted(face, faceMetrics, named, font) {
  return Object.keys(faceMetrics)
    .map(Number)
    .filter((c) => font.hasGlyphForCodePoint(c) && (face.startsWith('Size') || named.has(c)))
    .filter((c) => !LETTERS_ONLY.test(face) || isLetterOrMark(c))
    .sort((a, b) => a - b);
}

/** @param {number} c */
function isLetterOrMark(c) {
  return (
    c < 0x7f ||
    c === 0xa0 ||
    c === 0x131 ||
    c === 0x237 ||
    (c >= 0x391 && c <= 0x3f5) ||
    (c >= 0x2013 && c <= 0x2026)
  );
}

/**
 * A glyph as contours of TrueType points, y down as in SVG, all whole numbers, beginning with one on the curve.
 * The points themselves are read, since fontkit's own path goes wrong where a contour begins off the curve.
 * @param {Font} font @param {number} code @returns {Outline}
 */
function readGlyph(font, code) {
  // Of a TrueType font: what its type leaves out.
  const glyph =
    /** @type {import('fontkit').Glyph & { _getContours(): readonly (readonly { onCurve: boolean, x: number, y: number }[])[] }} */ (
      font.glyphForCodePoint(code)
    );
  const contours = glyph
    ._getContours()
    .map((points) => points.map((p) => ({ on: p.onCurve, x: p.x, y: 0 - p.y })));
  return { code, advance: Math.round(glyph.advanceWidth), contours: contours.map(startOnCurve) };
}

/** @param {readonly OutlinePoint[]} points @returns {readonly OutlinePoint[]} */
function startOnCurve(points) {
  const start = points.findIndex((p) => p.on);
  const [first, last] = [points[0], points.at(-1)];
  if (start < 0 && first && last) return [middle(first, last), ...points];
  return [...points.slice(start), ...points.slice(0, start)];
}

/** @param {OutlinePoint} a @param {OutlinePoint} b @returns {OutlinePoint} */
function middle(a, b) {
  return { on: true, x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
}

/** Code point and advance in base 36, then the contours: their number of points, the points' kinds, their steps. @param {Outline} outline */
function packGlyph({ code, advance, contours }) {
  let at = { x: 0, y: 0 };
  let packed = `${code.toString(36)}=${advance.toString(36)}=`;
  for (const points of contours) {
    packed += packPair(points.length) + packKinds(points, at);
    for (const p of points) {
      packed += packStep(p.x - at.x) + packStep(p.y - at.y);
      at = p;
    }
  }
  return packed;
}

/** Two points a digit; a kind is three bits: on the curve, no step across, no step down. @param {readonly OutlinePoint[]} points @param {{ readonly x: number, readonly y: number }} start */
function packKinds(points, start) {
  const kinds = points.map((p, i) => {
    const before = points[i - 1] ?? start;
    return (p.on ? 4 : 0) + (p.x === before.x ? 2 : 0) + (p.y === before.y ? 1 : 0);
  });
  let packed = '';
  for (let i = 0; i < kinds.length; i += 2) packed += digit((kinds[i] ?? 0) * 8 + (kinds[i + 1] ?? 0));
  return packed;
}

/** One digit up to ±SMALL, two up to ±MEDIUM, else three; nothing for 0. @param {number} step @returns {string} */
function packStep(step) {
  if (!Number.isInteger(step)) throw new Error(`a step of ${step} units`);
  if (step === 0) return '';
  if (Math.abs(step) <= SMALL) return digit(step + SMALL);
  const rank = 2 * (Math.abs(step) - SMALL - 1) + (step < 0 ? 1 : 0);
  const two = (BASE - 2 * SMALL - 2) * BASE;
  return rank < two
    ? digit(2 * SMALL + 1 + Math.floor(rank / BASE)) + digit(rank % BASE)
    : digit(BASE - 1) + packPair(rank - two);
}

/** @param {number} n @returns {string} */
function packPair(n) {
  return digit(Math.floor(n / BASE)) + digit(n % BASE);
}

/** @param {number} value @returns {string} */
function digit(value) {
  const found = DIGITS[value];
  if (found === undefined) throw new Error(`no digit for ${value}`);
  return found;
}
