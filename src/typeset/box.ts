/**
 * Boxes: a laid-out piece of a formula. All lengths are in em of the whole formula, x to the right from the box's left
 * edge, y down from its baseline.
 */
import type { Glyph } from './glyphs.js';
import type { StrokeLine } from './katexTree.js';

/** Ink. `color` is null where it has the formula's own; `scale` is a glyph's size in em. */
export type InkMark =
  | { readonly kind: 'glyph'; readonly glyph: Glyph; readonly scale: number; readonly color: Color }
  | {
      readonly kind: 'rule';
      readonly width: number;
      readonly height: number;
      readonly color: Color;
      readonly behind: boolean;
    }
  | { readonly kind: 'picture'; readonly picture: FittedPath; readonly color: Color }
  | {
      readonly kind: 'stroke';
      readonly width: number;
      readonly height: number;
      readonly line: StrokeLine;
      readonly color: Color;
    }
  | { readonly kind: 'text'; readonly text: FallbackText; readonly scale: number; readonly color: Color };
export type Color = string | null;

/** Path data in units of its own, fitted into a rectangle and clipped by it. */
export interface FittedPath {
  readonly width: number;
  readonly height: number;
  readonly viewBox: readonly [width: number, height: number];
  readonly preserveAspectRatio: string;
  readonly path: string;
}

/** Characters that no font of ours has, left to the fonts of whoever shows the picture; fitted into the width, em. */
export interface FallbackText {
  readonly text: string;
  readonly width: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface PlacedBox {
  readonly x: number;
  /** Of the baseline; for rules, pictures and strokes, of their upper edge. */
  readonly y: number;
  readonly item: Box | InkMark;
}

export interface Box {
  readonly kind: 'box';
  /** The advance: what comes next begins there. For a stretchy box, the least it can have. */
  readonly width: number;
  readonly parts: readonly PlacedBox[];
  /** The same box drawn for the width of its container: fraction bars, braces, roots. */
  readonly stretch: ((width: number) => readonly PlacedBox[]) | null;
}

export const EMPTY: Box = box(0, []);

export function box(width: number, parts: readonly PlacedBox[]): Box {
  return { kind: 'box', width, parts, stretch: null };
}

export function stretchyBox(width: number, stretch: (width: number) => readonly PlacedBox[]): Box {
  return { kind: 'box', width, parts: [], stretch };
}

/** The box as it is in a container of this width. */
export function stretched(b: Box, width: number): Box {
  return b.stretch ? box(width, b.stretch(width)) : b;
}

/** Every mark with its place in the whole, in painting order. */
export function* marks(b: Box, x = 0, y = 0): Generator<{ mark: InkMark; x: number; y: number }> {
  for (const part of b.parts) {
    if (part.item.kind === 'box') yield* marks(part.item, x + part.x, y + part.y);
    else yield { mark: part.item, x: x + part.x, y: y + part.y };
  }
}
