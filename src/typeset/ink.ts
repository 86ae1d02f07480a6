/** Where a formula leaves ink: it may reach beyond its box (italic tails, \smash, \llap, accents). */
import { type Box, type InkMark, marks } from './box.js';
import type { Bounds } from './glyphs.js';

/** A mark with its place in the whole, in em. */
export interface Inked {
  readonly mark: InkMark;
  readonly x: number;
  readonly y: number;
}

export interface Ink {
  readonly marks: readonly Inked[];
  /** What the box and all its ink cover. */
  readonly bounds: Bounds;
}

/** The marks of a box that takes room from −height to depth, and what they cover. */
export function inkOf(b: Box, height: number, depth: number): Ink {
  const all = [...marks(b)];
  let bounds: Bounds = { left: 0, top: -height, right: Math.max(0, b.width), bottom: depth };
  for (const { mark, x, y } of all) bounds = union(bounds, shift(boundsOf(mark), x, y));
  return { marks: all, bounds };
}

function boundsOf(mark: InkMark): Bounds {
  switch (mark.kind) {
    case 'glyph':
      return zoom(mark.glyph.bounds, mark.scale / 1000);
    case 'text':
      return zoom({ left: 0, top: -0.9, right: mark.text.width, bottom: 0.25 }, mark.scale);
    case 'picture':
      return { left: 0, top: 0, right: mark.picture.width, bottom: mark.picture.height };
    case 'stroke':
    case 'rule':
      return { left: 0, top: 0, right: mark.width, bottom: mark.height };
  }
}

function zoom({ left, top, right, bottom }: Bounds, by: number): Bounds {
  return { left: left * by, top: top * by, right: right * by, bottom: bottom * by };
}

function shift({ left, top, right, bottom }: Bounds, x: number, y: number): Bounds {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
