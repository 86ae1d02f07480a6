/** Which of KaTeX's faces a character is set in: what its style sheet says of font classes, without CSS. */
import { FACE_NAMES, type Glyph, glyph } from './glyphs.js';

/** A font as CSS sees it. */
export interface Font {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}
export const MAIN: Font = { family: 'Main', bold: false, italic: false };

/** The font inside an element with these classes, within one in `font`. */
export function fontOf(classes: readonly string[], font: Font): Font {
  const sized = classes.includes('delimsizing') ? delimiterFont(classes) : undefined;
  const changes = classes.map((c) => FONT_CLASSES.get(c)).filter((change) => change !== undefined);
  if (!sized && changes.length === 0) return font;
  return Object.assign({}, font, ...changes, sized) as Font;
}

/** The glyph of a character in a font; in the nearest face that has it, where the font's own has not. */
export function glyphIn(font: Font, char: string): Glyph | null {
  for (const face of facesFor(font)) {
    const found = glyph(face, char);
    if (found) return found;
  }
  return null;
}

type Change = Partial<Font>;
const BOLD: Change = { bold: true };
const ITALIC: Change = { italic: true };

const FONT_CLASSES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['textbf', BOLD],
  ['textit', ITALIC],
  ['textrm', { family: 'Main' }],
  ['texttt', { family: 'Typewriter' }],
  ['mathnormal', { family: 'Math', ...ITALIC }],
  ['mathit', { family: 'Main', ...ITALIC }],
  ['mathrm', { italic: false }],
  ['mathbf', { family: 'Main', ...BOLD }],
  ['boldsymbol', { family: 'Math', ...BOLD, ...ITALIC }],
  ['amsrm', { family: 'AMS' }],
  ['mathbb', { family: 'AMS' }],
  ['textbb', { family: 'AMS' }],
  ['mathcal', { family: 'Caligraphic' }],
  ['mathfrak', { family: 'Fraktur' }],
  ['textfrak', { family: 'Fraktur' }],
  ['mathboldfrak', { family: 'Fraktur', ...BOLD }],
  ['textboldfrak', { family: 'Fraktur', ...BOLD }],
  ['mathtt', { family: 'Typewriter' }],
  ['mathscr', { family: 'Script' }],
  ['textscr', { family: 'Script' }],
  ['mathsf', { family: 'SansSerif' }],
  ['textsf', { family: 'SansSerif' }],
  ['mathboldsf', { family: 'SansSerif', ...BOLD }],
  ['textboldsf', { family: 'SansSerif', ...BOLD }],
  ['mathsfit', { family: 'SansSerif', ...ITALIC }],
  ['mathitsf', { family: 'SansSerif', ...ITALIC }],
  ['textitsf', { family: 'SansSerif', ...ITALIC }],
  ['mainrm', { family: 'Main', italic: false }],
  ['small-op', { family: 'Size1' }],
  ['large-op', { family: 'Size2' }],
  ['delim-size1', { family: 'Size1' }],
  ['delim-size4', { family: 'Size4' }],
]);

function delimiterFont(classes: readonly string[]): Change | undefined {
  const size = classes.find((c) => /^size[1-4]$/.test(c));
  return size ? { family: `Size${size.slice(4)}` } : undefined;
}

const KNOWN: ReadonlySet<string> = new Set(FACE_NAMES);
const faceLists = new Map<string, readonly string[]>();

/** The font's own face first, then those of lesser weight and slope, then the faces with most signs. */
function facesFor({ family, bold, italic }: Font): readonly string[] {
  const key = `${family} ${String(bold)} ${String(italic)}`;
  const known = faceLists.get(key);
  if (known) return known;
  const [weight, slope] = [bold ? 'Bold' : '', italic ? 'Italic' : ''];
  const styles = [weight + slope || 'Regular', weight || 'Regular', slope || 'Regular', 'Regular', 'Italic'];
  const names = [family, 'Main', 'AMS', 'Math', 'Size1', 'Size4'].flatMap((f) =>
    styles.map((s) => `${f}-${s}`),
  );
  const faces = [...new Set(names)].filter((name) => KNOWN.has(name));
  faceLists.set(key, faces);
  return faces;
}
