/** Characters in a row: glyphs of our fonts, and what these lack as text for the fonts of whoever shows the picture. */
import { type Box, type FallbackText, type InkMark, type PlacedBox, box } from './box.js';
import type { StyleContext } from './context.js';
import { glyphIn } from './face.js';

/**
 * A text as a box, by the fonts' own advances: KaTeX's width is that of one character only. `italic` is the room after
 * it, em.
 */
export function textBox(text: string, italic: number, context: StyleContext): Box {
  const { em } = context;
  const parts: PlacedBox[] = [];
  let x = 0;
  for (const { advance, mark } of pieces(text, context)) {
    if (mark && !context.hidden) parts.push({ x, y: 0, item: mark });
    x += advance * em;
  }
  return box(x + italic * em, parts);
}

interface Piece {
  /** In em of the text's size. */
  readonly advance: number;
  readonly mark: InkMark | null;
}

/** Zero-width spaces and joiners, which KaTeX puts in for browsers' sake, and controls. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2060\ufeff]/u;

function* pieces(text: string, context: StyleContext): Generator<Piece> {
  let foreign = '';
  for (const char of text) {
    if (INVISIBLE.test(char)) continue;
    const piece = drawn(char, context);
    if (!piece) {
      foreign += char;
      continue;
    }
    if (foreign !== '') yield foreignPiece(foreign, context);
    foreign = '';
    yield piece;
  }
  if (foreign !== '') yield foreignPiece(foreign, context);
}

/** A character that our fonts have, or a space; null for the others. */
function drawn(char: string, { font, em, color }: StyleContext): Piece | null {
  const glyph = glyphIn(font, char);
  if (!glyph) return /^\s$/u.test(char) ? { advance: 0.25, mark: null } : null;
  const mark: InkMark | null = glyph.path === '' ? null : { kind: 'glyph', glyph, scale: em, color };
  return { advance: glyph.advance / 1000, mark };
}

/** A run of characters that our fonts lack, kept together, as some scripts join them. */
function foreignPiece(text: string, { font, em, color }: StyleContext): Piece {
  const width = Array.from(text, usualWidth).reduce((sum, w) => sum + w, 0);
  const { bold, italic } = font;
  const run: FallbackText = { text, width, bold, italic };
  return { advance: width, mark: { kind: 'text', text: run, scale: em, color } };
}

/** About what serif fonts give a character, em. */
function usualWidth(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  if (WIDE.test(char)) return 1;
  if (/\p{No}/u.test(char)) return 0.8;
  return /\p{Lu}/u.test(char) ? 0.68 : 0.52;
}
/** East Asian characters and pictures, which are about as wide as they are high. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;
