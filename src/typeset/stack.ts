/** Vertical lists: KaTeX's `vlist`, children at given heights above each other in one column. */
import { type Box, type PlacedBox, box, stretched } from './box.js';
import type { LayoutNode, SpanNode } from './katexTree.js';
import { type StyleContext, shareBefore } from './context.js';

/** How a child is laid out. */
type LayOut = (node: LayoutNode, context: StyleContext) => Box;

/** The column of a span with class vlist-t. It is as wide as its widest child; the others are aligned in it. */
export function stackBox(node: SpanNode, context: StyleContext, layOut: LayOut): Box {
  const rows = stackRows(node).map((row) => readRow(row, context, layOut));
  const width = Math.max(0, ...rows.map((row) => row.before + row.content.width + row.after));
  return box(
    width,
    rows.map((row) => placeRow(row, width)),
  );
}

interface Row {
  readonly content: Box;
  /** The baseline, in em of the whole, down from the list's. */
  readonly y: number;
  readonly before: number;
  readonly after: number;
  /** The share of free room that is left of the content. */
  readonly share: number;
}

/** vlist-t > vlist-r > vlist > the children; a second vlist-r only holds the depth open for browsers. */
function stackRows(node: SpanNode): readonly SpanNode[] {
  const list = spans(spans(node.children)[0]?.children ?? [])[0];
  return spans(list?.children ?? []);
}

function spans(nodes: readonly LayoutNode[]): readonly SpanNode[] {
  return nodes.filter((node) => node.kind === 'span');
}

/** A child: its strut, then what it holds. The strut's lower end is the baseline, `top` below the list's. */
function readRow(row: SpanNode, context: StyleContext, layOut: LayOut): Row {
  const [strut, ...content] = row.children;
  const { top = 0, marginLeft = 0, marginRight = 0 } = row.style.lengths;
  const strutHeight = strut?.kind === 'span' ? (strut.style.lengths.height ?? 0) : 0;
  const align = row.classes.includes('svg-align') ? 'left' : context.align;
  return {
    content: joined(content.map((node) => layOut(node, { ...context, align }))),
    y: (top + strutHeight) * context.em,
    before: marginLeft * context.em,
    after: marginRight * context.em,
    share: shareBefore(align),
  };
}

function joined(boxes: readonly Box[]): Box {
  const [first] = boxes;
  if (first && boxes.length === 1) return first;
  let x = 0;
  const parts = boxes.map((item): PlacedBox => {
    const place = { x, y: 0, item };
    x += item.width;
    return place;
  });
  return box(x, parts);
}

function placeRow({ content, y, before, after, share }: Row, width: number): PlacedBox {
  const room = width - before - after;
  const item = stretched(content, room);
  return { x: before + Math.max(0, room - item.width) * share, y, item };
}
