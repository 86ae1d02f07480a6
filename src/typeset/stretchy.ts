/** Rules, and what takes its width from its container: bars, braces, arrows, roots, boxes, \cancel. */
import { type Box, type InkMark, type PlacedBox, box, stretchyBox } from './box.js';
import type { LayoutNode, SpanNode, InlineStyle, SvgNode } from './katexTree.js';
import { type StyleContext, colorOf } from './context.js';

/** A horizontal line as wide as its container, standing on the baseline: bars of fractions, \overline, \hline. */
export function lineBox(node: SpanNode, context: StyleContext): Box {
  const thickness = (node.style.lengths.borderBottomWidth ?? 0.04) * context.em;
  const dash = node.classes.includes('katex-hdashline') ? 3 * thickness : 0;
  return stretchyBox(0, (width) =>
    dashes(width, dash)
      .map(([from, to]) => rule(from, -thickness, to - from, thickness, context))
      .flat(),
  );
}

/** \rule, and the vertical lines between an array's columns. */
export function ruleBox(node: SpanNode, context: StyleContext): Box {
  const { em } = context;
  const {
    borderRightWidth = 0,
    borderTopWidth = 0,
    bottom = 0,
    height = 0,
    verticalAlign = 0,
  } = node.style.lengths;
  const width = borderRightWidth * em;
  if (!node.classes.includes('vertical-separator')) {
    const rise = borderTopWidth * em;
    return box(width, rule(0, -bottom * em - rise, width, rise, context));
  }
  // Separators have margins that leave them no width, so that columns stay where they would be without.
  const dash = node.style.borderRightStyle === 'dashed' ? 3 * width : 0;
  const top = -(height + verticalAlign) * em;
  return box(
    0,
    dashes(height * em, dash)
      .map(([from, to]) => rule(-width / 2, top + from, width, to - from, context))
      .flat(),
  );
}

/** The runs of a line with dashes and gaps of one length, or the whole where that is 0. */
function dashes(length: number, dash: number): readonly (readonly [from: number, to: number])[] {
  const count = dash > 0 ? Math.min(500, Math.ceil(length / (2 * dash))) : 1;
  if (dash === 0) return [[0, length]];
  return Array.from({ length: count }, (_, i) => [2 * i * dash, Math.min(length, (2 * i + 1) * dash)]);
}

function rule(x: number, y: number, width: number, height: number, context: StyleContext): PlacedBox[] {
  if (context.hidden || width <= 0 || height <= 0) return [];
  return [{ x, y, item: { kind: 'rule', width, height, color: context.color, behind: false } }];
}

/**
 * A picture standing on the baseline. `style` is that of the span around it; without a width of its own the picture
 * fills its container.
 */
export function pictureBox(svg: SvgNode, context: StyleContext, style: InlineStyle | null = null): Box {
  const { em } = context;
  const { width = svg.width, height = svg.height, minWidth = 0 } = style?.lengths ?? {};
  const draw = (room: number): readonly PlacedBox[] => picture(svg, 0, room, height * em, context);
  return width === null ? stretchyBox(minWidth * em, draw) : box(width * em, draw(width * em));
}

function picture(svg: SvgNode, x: number, width: number, height: number, context: StyleContext): PlacedBox[] {
  if (context.hidden || width <= 0 || height <= 0) return [];
  const { color } = context;
  const { viewBox, preserveAspectRatio } = svg;
  const drawings: InkMark[] = viewBox
    ? svg.paths.map((path) => ({
        kind: 'picture',
        picture: { width, height, viewBox, preserveAspectRatio, path },
        color,
      }))
    : svg.lines.map((line) => ({
        kind: 'stroke',
        width,
        height,
        line: { ...line, stroke: line.stroke * context.em },
        color,
      }));
  return drawings.map((item) => ({ x, y: -height, item }));
}

/** Spans of class katex-stretchy: arrows and braces of several pieces, \boxed, \colorbox, \sout, \angl. */
export function stretchyBoxOf(node: SpanNode, context: StyleContext): Box {
  const { em } = context;
  const { height = 0, minWidth = 0 } = node.style.lengths;
  if (node.children.length > 0)
    return stretchyBox(minWidth * em, (width) =>
      node.children.flatMap((piece) => pieceParts(piece, width, context)),
    );
  return stretchyBox(minWidth * em, (width) => frameParts(node, width, height * em, context));
}

/** Where the pieces of a stretchy drawing lie, as shares of the whole; they overlap a little, against gaps. */
const PIECES: ReadonlyMap<string, readonly [from: number, width: number]> = new Map([
  ['halfarrow-left', [0, 0.502]],
  ['halfarrow-right', [0.498, 0.502]],
  ['brace-left', [0, 0.251]],
  ['brace-center', [0.25, 0.5]],
  ['brace-right', [0.749, 0.251]],
]);

function pieceParts(piece: LayoutNode, width: number, context: StyleContext): readonly PlacedBox[] {
  if (piece.kind !== 'span') return [];
  const [from, share] = piece.classes.map((c) => PIECES.get(c)).find((place) => place !== undefined) ?? [
    0, 1,
  ];
  const height = (piece.style.lengths.height ?? 0) * context.em;
  return piece.children.flatMap((svg) =>
    svg.kind === 'svg' ? picture(svg, from * width, share * width, height, context) : [],
  );
}

function frameParts(
  node: SpanNode,
  width: number,
  height: number,
  context: StyleContext,
): readonly PlacedBox[] {
  const { classes, style } = node;
  const { em } = context;
  const color = style.borderColor === undefined ? context.color : colorOf(style.borderColor);
  const ink = { ...context, color };
  if (classes.includes('katex-sout')) return rule(0, -0.08 * em, width, 0.08 * em, ink);
  const fill = backgroundParts(style, width, height, context);
  if (classes.includes('angl')) {
    const { borderTopWidth = 0.049, borderRightWidth = 0.049 } = style.lengths;
    const right = rule(width - borderRightWidth * em, -height, borderRightWidth * em, height, ink);
    return [...fill, ...rule(0, -height, width, borderTopWidth * em, ink), ...right];
  }
  const border = (style.lengths.borderWidth ?? 0) * em;
  return [...fill, ...frame(width, height, border, ink)];
}

function backgroundParts(
  style: InlineStyle,
  width: number,
  height: number,
  context: StyleContext,
): readonly PlacedBox[] {
  if (style.backgroundColor === undefined || context.hidden) return [];
  const color = colorOf(style.backgroundColor);
  return [{ x: 0, y: -height, item: { kind: 'rule', width, height, color, behind: true } }];
}

function frame(width: number, height: number, border: number, context: StyleContext): readonly PlacedBox[] {
  return [
    ...rule(0, -height, width, border, context),
    ...rule(0, -border, width, border, context),
    ...rule(0, -height, border, height, context),
    ...rule(width - border, -height, border, height, context),
  ];
}
