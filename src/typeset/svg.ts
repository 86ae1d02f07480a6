/** Marks → SVG. The picture's units are 1000 to the em, so that glyphs are drawn as the fonts have them. */
import type { Color, FallbackText, FittedPath } from './box.js';
import type { Glyph } from './glyphs.js';
import type { Inked } from './ink.js';
import type { StrokeLine } from './katexTree.js';

/** The picture's frame, in whole pixels round the formula's origin, so that its lines can be sharp. */
export interface Canvas {
  readonly left: number;
  readonly ascent: number;
  readonly right: number;
  readonly depth: number;
  /** Pixels to the em. */
  readonly size: number;
  readonly color: string;
  readonly background: string | null;
}

/** An SVG document of the marks. Colours are to be checked before. */
export function svgOf(marks: readonly Inked[], canvas: Canvas): string {
  const { left, ascent, right, depth, size, color } = canvas;
  const px = 1000 / size;
  const [width, height] = [right - left, ascent + depth];
  const viewBox = [left * px, -ascent * px, width * px, height * px].map(decimal).join();
  const shared = sharedGlyphs(marks);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}" fill="${color}">` +
    definitions(shared) +
    backgrounds(marks, canvas) +
    groups(marks, shared, size).join('') +
    '</svg>'
  );
}

/** Glyphs worth defining once and using by reference; the others are drawn where they stand. */
function sharedGlyphs(marks: readonly Inked[]): ReadonlySet<Glyph> {
  const uses = new Map<Glyph, number>();
  for (const { mark } of marks)
    if (mark.kind === 'glyph') uses.set(mark.glyph, (uses.get(mark.glyph) ?? 0) + 1);
  const pays = ([{ path }, n]: [Glyph, number]): boolean => (n - 1) * path.length > 30 + 35 * n;
  return new Set([...uses].filter(pays).map(([glyph]) => glyph));
}

/** A glyph's id says which outline it is, so that two pictures in one page may both define it. */
const idOf = (glyph: Glyph): string => `tex-${glyph.id}`;

function definitions(glyphs: ReadonlySet<Glyph>): string {
  if (glyphs.size === 0) return '';
  const paths = [...glyphs].map((glyph) => `<path id="${idOf(glyph)}" d="${outlineAt(glyph, 0, 0)}"/>`);
  return `<defs>${paths.join('')}</defs>`;
}

function outlineAt(glyph: Glyph, x: number, y: number): string {
  return `M${pair(glyph.x + x, glyph.y + y)}${glyph.path}`;
}

function backgrounds(
  marks: readonly Inked[],
  { left, ascent, right, depth, size, background }: Canvas,
): string {
  const px = 1000 / size;
  const whole = rectangle(left * px, -ascent * px, (right - left) * px, (ascent + depth) * px);
  const page = background === null ? '' : `<path fill="${background}" d="${whole}"/>`;
  return page + marks.map(backgroundOf).join('');
}

function backgroundOf({ mark, x, y }: Inked): string {
  if (mark.kind !== 'rule' || !mark.behind || mark.color === null) return '';
  return `<path fill="${mark.color}" d="${rectangle(x * 1000, y * 1000, mark.width * 1000, mark.height * 1000)}"/>`;
}

/** Marks of one colour and size: their outlines as one path, and what is no outline. */
interface Group {
  readonly color: Color;
  readonly scale: number;
  outlines: string;
  elements: string;
}

function groups(marks: readonly Inked[], shared: ReadonlySet<Glyph>, size: number): readonly string[] {
  const found = new Map<string, Group>();
  for (const inked of marks) {
    if (inked.mark.kind === 'rule' && inked.mark.behind) continue;
    const scale = inked.mark.kind === 'glyph' ? inked.mark.scale : 1;
    const key = `${inked.mark.color ?? ''} ${scale.toFixed(5)}`;
    const group = found.get(key) ?? { color: inked.mark.color, scale, outlines: '', elements: '' };
    found.set(key, group);
    addMark(group, inked, shared, size);
  }
  return [...found.values()].map(groupElement);
}

function groupElement({ color, scale, outlines, elements }: Group): string {
  const content = (outlines && `<path d="${outlines}"/>`) + elements;
  const fill = color === null ? '' : ` fill="${color}"`;
  const transform =
    scale === 1 ? '' : ` transform="scale(${String(Number(scale.toFixed(5))).replace(/^0/, '')})"`;
  return fill || transform ? `<g${fill}${transform}>${content}</g>` : content;
}

function addMark(group: Group, { mark, x, y }: Inked, shared: ReadonlySet<Glyph>, size: number): void {
  switch (mark.kind) {
    case 'glyph': {
      const [left, base] = [Math.round((x * 1000) / mark.scale), Math.round((y * 1000) / mark.scale)];
      if (shared.has(mark.glyph)) group.elements += useElement(mark.glyph, left, base);
      else group.outlines += outlineAt(mark.glyph, left, base);
      return;
    }
    case 'rule':
      group.outlines += sharpRule(x, y, mark.width, mark.height, size);
      return;
    case 'stroke':
      group.outlines += strokeOutline(mark.line, x, y, mark.width, mark.height);
      return;
    case 'picture':
      group.elements += pictureElement(mark.picture, x, y);
      return;
    case 'text':
      group.elements += textElement(mark.text, x, y, mark.scale);
      return;
  }
}

function useElement(glyph: Glyph, x: number, y: number): string {
  return `<use href="#${idOf(glyph)}"${x === 0 ? '' : ` x="${x}"`}${y === 0 ? '' : ` y="${y}"`}/>`;
}

/** Rules thinner than this many pixels are moved to whole pixels, at least one: a blurred bar looks grey. */
const THIN = 2.5;

function sharpRule(x: number, y: number, width: number, height: number, size: number): string {
  const [left, wide] = sharp(x * size, width * size);
  const [top, high] = sharp(y * size, height * size);
  const px = 1000 / size;
  return rectangle(left * px, top * px, wide * px, high * px);
}

function sharp(from: number, length: number): readonly [from: number, length: number] {
  if (length >= THIN) return [from, length];
  const whole = Math.max(1, Math.round(length));
  return [Math.round(from + (length - whole) / 2), whole];
}

/** Clockwise as seen, like TrueType's outer contours, so that overlaps within one path stay filled. */
function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${pair(x, y)}h${decimal(width)}v${decimal(height)}h${decimal(-width)}z`;
}

/** A stroke as a filled four-cornered outline, clockwise as seen. */
function strokeOutline(line: StrokeLine, x: number, y: number, width: number, height: number): string {
  const [x1, y1, x2, y2] = [
    x + line.x1 * width,
    y + line.y1 * height,
    x + line.x2 * width,
    y + line.y2 * height,
  ];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const [nx, ny] = [((y1 - y2) / length) * line.stroke * 500, ((x2 - x1) / length) * line.stroke * 500];
  const corner = (cx: number, cy: number, side: number): string =>
    pair(cx * 1000 + side * nx, cy * 1000 + side * ny);
  return `M${corner(x1, y1, -1)}L${corner(x2, y2, -1)}L${corner(x2, y2, 1)}L${corner(x1, y1, 1)}z`;
}

function pictureElement(
  { width, height, viewBox, preserveAspectRatio, path }: FittedPath,
  x: number,
  y: number,
): string {
  const place = `x="${decimal(x * 1000)}" y="${decimal(y * 1000)}" width="${decimal(width * 1000)}" height="${decimal(height * 1000)}"`;
  const fit = `viewBox="0,0,${viewBox.join()}" preserveAspectRatio="${preserveAspectRatio}"`;
  return `<svg ${place} ${fit}><path d="${compactPath(path)}"/></svg>`;
}

/** Path data without spaces that mean nothing, and commas for those that part numbers. */
function compactPath(path: string): string {
  return path
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([A-Za-z]) ?/g, '$1')
    .replace(/ -/g, '-')
    .replace(/M+/g, 'M')
    .trim()
    .replace(/ /g, ',');
}

function textElement(
  { text, width, bold, italic }: FallbackText,
  x: number,
  y: number,
  scale: number,
): string {
  const length = width > 0 ? ` textLength="${decimal(width * scale * 1000)}"` : '';
  const style = (bold ? ' font-weight="bold"' : '') + (italic ? ' font-style="italic"' : '');
  const place = `x="${decimal(x * 1000)}" y="${decimal(y * 1000)}" font-size="${decimal(scale * 1000)}"`;
  return `<text ${place} font-family="serif"${style}${length}>${references(text)}</text>`;
}

/** Every character as a reference, so that none is markup and the document is ASCII. */
function references(text: string): string {
  return Array.from(text, (char) => `&#${char.codePointAt(0) ?? 63};`).join('');
}

/** To a tenth of a unit: a ten-thousandth of an em. */
function decimal(n: number): string {
  const text = String(Math.round(n * 10) / 10);
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}

function pair(a: number, b: number): string {
  const second = decimal(b);
  return decimal(a) + (second.startsWith('-') ? '' : ',') + second;
}
