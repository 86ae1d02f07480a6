/** TeX → SVG of outlines: no DOM, no style sheet and no fonts are needed to show it. */
import type { Box } from './box.js';
import { type Ink, inkOf } from './ink.js';
import { layoutTree } from './katexTree.js';
import { formulaBox } from './layout.js';
import { isStackOverflow } from '../stack.js';
import { LayoutError } from './layoutError.js';
import { type Canvas, svgOf } from './svg.js';

export interface TypesetOptions {
  /** Displayed (large operators, limits above and below) or in a line of text. */
  readonly display: boolean;
  /** Pixels to the em. */
  readonly size: number;
  /** The ink's colour: a hex colour or a name. */
  readonly color: string;
  /** The paper's, where it is not to be transparent. */
  readonly background?: string;
  /** Macros in KaTeX's form: "\\R" → "\\mathbb{R}". */
  readonly macros?: Readonly<Record<string, string>>;
  /**
   * Pads the picture so that its middle is 0.27 em above the baseline: where align="absmiddle" puts the middle of an
   * image in a line of text.
   */
  readonly centred?: boolean;
}

/** A picture of a formula. Lengths are in whole pixels; the picture is height + depth high. */
export interface Typeset {
  readonly ok: true;
  readonly svg: string;
  readonly width: number;
  /** Above the baseline. */
  readonly height: number;
  /** Below the baseline. */
  readonly depth: number;
}

/** Why there is no picture, in words a person can act on. */
export interface TypesetFailure {
  readonly ok: false;
  readonly code: 'syntax' | 'unsupported' | 'limit';
  readonly message: string;
}

/** A formula's exact layout, in em. */
export interface Measure {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** The picture of a formula, or why there is none. What this throws is a defect of ours. */
export function typeset(tex: string, options: TypesetOptions): Typeset | TypesetFailure {
  try {
    return draw(measure(tex, options), options);
  } catch (error) {
    return failure(error);
  }
}

/** Em, in either direction, ink included. */
const MAX_EXTENT = 600;
const MAX_SIZE = 400;
/** Of the SVG, in characters. */
const MAX_SVG = 1_000_000;

/** The layout of a formula. Throws a LayoutError. */
export function measure(tex: string, options: Pick<TypesetOptions, 'display' | 'macros'>): Measure {
  const root = layoutTree(tex, { display: options.display, macros: options.macros ?? {} });
  const box = formulaBox(root, options.display);
  return { box, width: box.width, height: root.height, depth: root.depth };
}

function draw({ box, height, depth }: Measure, options: TypesetOptions): Typeset | TypesetFailure {
  const ink = inkOf(box, height, depth);
  const { left, top, right, bottom } = ink.bounds;
  if (!(right - left <= MAX_EXTENT && bottom - top <= MAX_EXTENT))
    throw new LayoutError('limit', 'The formula is too large.');
  const canvas = canvasFor(ink, options);
  const svg = svgOf(ink.marks, canvas);
  if (svg.length > MAX_SVG) throw new LayoutError('limit', 'The formula is too large.');
  return { ok: true, svg, width: canvas.right - canvas.left, height: canvas.ascent, depth: canvas.depth };
}

/** The middle of a line of text above its baseline, em: half an x-height and a little. */
const MIDDLE = 0.27;

function canvasFor({ bounds }: Ink, options: TypesetOptions): Canvas {
  const { size } = options;
  if (!(size >= 1 && size <= MAX_SIZE)) throw new LayoutError('unsupported', 'The size is out of range.');
  // Ink that touches a pixel by a hundredth does not need it.
  const pixels = (em: number): number => Math.max(0, Math.ceil(em * size - 0.01));
  let [ascent, depth] = [Math.max(1, pixels(-bounds.top)), pixels(bounds.bottom)];
  if (options.centred) {
    const half = Math.max(ascent - MIDDLE * size, depth + MIDDLE * size);
    [ascent, depth] = [Math.ceil(half + MIDDLE * size), Math.ceil(half - MIDDLE * size)];
  }
  const color = checkedColor(options.color);
  const background = options.background === undefined ? null : checkedColor(options.background);
  return {
    left: -pixels(-bounds.left),
    right: Math.max(1, pixels(bounds.right)),
    ascent,
    depth,
    size,
    color,
    background,
  };
}

function checkedColor(color: string): string {
  if (/^(#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,30})$/i.test(color)) return color;
  throw new LayoutError('unsupported', 'The colour is no hex colour and no name.');
}

function failure(error: unknown): TypesetFailure {
  if (error instanceof LayoutError) return { ok: false, code: error.code, message: error.message };
  if (!isStackOverflow(error)) throw error;
  return { ok: false, code: 'limit', message: 'The formula is nested too deeply.' };
}
