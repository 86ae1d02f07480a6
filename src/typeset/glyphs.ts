/** Glyph outlines of KaTeX's fonts, unpacked when first drawn. Units are 1000 to the em, y down, as in SVG. */
import { DIGITS, FACES, SMALL } from './glyphs.generated.js';

/** A glyph's outline, as SVG path data split after its first point, so that it can be drawn anywhere. */
export interface Glyph {
  /** Stable and unique: the face's place and the character, fit for an id. */
  readonly id: string;
  readonly advance: number;
  /** Where the path begins; `path` goes on from there by relative commands. Empty for a space. */
  readonly x: number;
  readonly y: number;
  readonly path: string;
  readonly bounds: Bounds;
}

/** A rectangle; empty where left > right. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Names of the faces ("Main-Regular"), in a fixed order. */
export const FACE_NAMES: readonly string[] = Object.keys(FACES);

/** The glyph of a character in a face ("Math-Italic"), or null where the face has none. */
export function glyph(face: string, char: string): Glyph | null {
  const code = char.codePointAt(0) ?? 0;
  const known = cache.get(face)?.get(code);
  if (known !== undefined) return known;
  const packed = packedGlyphs(face).get(code);
  if (packed === undefined) return null;
  const unpacked = unpack(`${FACE_NAMES.indexOf(face).toString(36)}-${code.toString(16)}`, packed);
  cache.get(face)?.set(code, unpacked);
  return unpacked;
}

const BASE = DIGITS.length;
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const packedFaces = new Map<string, ReadonlyMap<number, string>>();
const cache = new Map<string, Map<number, Glyph>>();

/** A face's packed glyphs by character: advance=outline. */
function packedGlyphs(face: string): ReadonlyMap<number, string> {
  const known = packedFaces.get(face);
  if (known) return known;
  const glyphs = new Map<number, string>();
  for (const entry of (FACES[face] ?? '').split(' ')) {
    const end = entry.indexOf('=');
    if (end > 0) glyphs.set(parseInt(entry.slice(0, end), 36), entry.slice(end + 1));
  }
  packedFaces.set(face, glyphs);
  cache.set(face, new Map());
  return glyphs;
}

interface OutlinePoint {
  readonly on: boolean;
  readonly x: number;
  readonly y: number;
}

function unpack(id: string, packed: string): Glyph {
  const head = packed.indexOf('=');
  const contours = unpackContours(packed.slice(head + 1));
  const start = contours[0]?.[0] ?? { x: 0, y: 0 };
  return {
    id,
    advance: parseInt(packed.slice(0, head), 36),
    x: start.x,
    y: start.y,
    path: pathFromStart(contours),
    bounds: boundsOf(contours.flat()),
  };
}

/**
 * The outline's format, which scripts/glyphs.mjs writes: for each contour the number of its points (two digits), their
 * kinds (two a digit: on the curve 4, no step across 2, no step down 1), then their steps from point to point.
 */
function unpackContours(packed: string): OutlinePoint[][] {
  let at = 0;
  const digit = (): number => VALUES.get(packed[at++] ?? '') ?? 0;
  const step = (): number => {
    const first = digit();
    if (first <= 2 * SMALL) return first - SMALL;
    const two = (BASE - 2 * SMALL - 2) * BASE;
    const rank =
      first === BASE - 1 ? two + digit() * BASE + digit() : (first - 2 * SMALL - 1) * BASE + digit();
    const size = (rank >> 1) + SMALL + 1;
    return rank % 2 ? -size : size;
  };
  const contours: OutlinePoint[][] = [];
  let [x, y] = [0, 0];
  while (at < packed.length) {
    const count = digit() * BASE + digit();
    const pairs = Array.from({ length: Math.ceil(count / 2) }, digit);
    const kinds = pairs.flatMap((pair) => [pair >> 3, pair & 7]).slice(0, count);
    contours.push(
      kinds.map((kind) => {
        if (!(kind & 2)) x += step();
        if (!(kind & 1)) y += step();
        return { on: (kind & 4) !== 0, x, y };
      }),
    );
  }
  return contours;
}

function pathFromStart(contours: readonly (readonly OutlinePoint[])[]): string {
  let path = '';
  let before: OutlinePoint | undefined;
  for (const points of contours) {
    const start = points[0];
    if (!start) continue;
    if (before) path += 'm' + numbers(start.x - before.x, start.y - before.y);
    path += contourPath(points, start) + 'z';
    before = start;
  }
  return path;
}

/** One contour by relative commands, beginning at its first point. */
function contourPath(points: readonly OutlinePoint[], start: OutlinePoint): string {
  let path = '';
  let [from, smooth] = [start, false];
  for (let i = 1; i < points.length; i++) {
    const [point, next] = [points[i] ?? start, points[i + 1] ?? start];
    if (point.on) {
      path += line(point.x - from.x, point.y - from.y);
      [from, smooth] = [point, false];
      continue;
    }
    // Between two control points TrueType leaves their middle implied; so does SVG's t, by reflection.
    const to = next.on ? next : { on: true, x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    const end = numbers(to.x - from.x, to.y - from.y);
    path += smooth ? 't' + end : 'q' + join(numbers(point.x - from.x, point.y - from.y), end);
    if (next.on) i++;
    [from, smooth] = [to, !next.on];
  }
  return path;
}

function line(dx: number, dy: number): string {
  if (dy === 0) return 'h' + number(dx);
  if (dx === 0) return 'v' + number(dy);
  return 'l' + numbers(dx, dy);
}

const number = (n: number): string => String(n).replace(/^(-?)0\./, '$1.');
const numbers = (a: number, b: number): string => join(number(a), number(b));
/** A comma where a sign does not already part the numbers; commas need no escape in a URI. */
const join = (a: string, b: string): string => (b.startsWith('-') ? a + b : `${a},${b}`);

function boundsOf(points: readonly OutlinePoint[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}
