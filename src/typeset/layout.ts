/** KaTeX's layout tree → boxes: what its style sheet and a browser make of the tree, for the classes that it uses. */
import { type Box, EMPTY, type PlacedBox, box, stretched } from './box.js';
import { type Align, type StyleContext, OUTERMOST, inside, shareBefore } from './context.js';
import type { LayoutNode, SpanNode, SymbolNode } from './katexTree.js';
import { LayoutError } from './layoutError.js';
import { stackBox } from './stack.js';
import { lineBox, pictureBox, ruleBox, stretchyBoxOf } from './stretchy.js';
import { textBox } from './text.js';

/** The whole formula, laid out on one line, or several where it has \\ outside of any environment. */
export function formulaBox(root: SpanNode, display: boolean): Box {
  const lines = splitLines(root.children);
  const tags = root.children.filter((child) => hasClass(child, 'katex-tag'));
  const body = stackLines(lines, display ? 'center' : 'left');
  return tags.length === 0 ? body : besideTags(body, tags);
}

/** A node as a box on the baseline. */
export function nodeBox(node: LayoutNode, context: StyleContext): Box {
  switch (node.kind) {
    case 'symbol':
      return symbolBox(node, context);
    case 'svg':
      return pictureBox(node, context);
    case 'span':
      return spanBox(node, context);
  }
}

/** Nodes side by side on one baseline. */
export function rowBox(nodes: readonly LayoutNode[], context: StyleContext): Box {
  const parts: PlacedBox[] = [];
  let x = 0;
  for (const node of nodes) {
    const item = nodeBox(node, context);
    parts.push({ x, y: 0, item: item.stretch ? stretched(item, item.width) : item });
    x += item.width;
  }
  return box(x, parts);
}

function hasClass(node: LayoutNode, name: string): boolean {
  return node.kind !== 'svg' && node.classes.includes(name);
}

function symbolBox(node: SymbolNode, outside: StyleContext): Box {
  const context = inside(node, outside);
  return outer(textBox(node.text, node.italic, context), node, context.em);
}

function spanBox(node: SpanNode, outside: StyleContext): Box {
  const context = inside(node, outside);
  const content = contentBox(node, context);
  return outer(content, node, context.em);
}

/** An element's box by its classes: what CSS draws or sizes specially, or else its children in a row. */
function contentBox(node: SpanNode, context: StyleContext): Box {
  for (const c of node.classes) {
    const special = SPECIAL.get(c);
    if (special) return special(node, context);
  }
  const only = node.children[0];
  if (only?.kind === 'svg') return pictureBox(only, context, node.style);
  return rowBox(node.children, context);
}

type Special = (node: SpanNode, context: StyleContext) => Box;
const nothing: Special = () => EMPTY;

const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['vlist-t', (node, context) => stackBox(node, context, nodeBox)],
  ['katex-strut', nothing],
  ['pstrut', nothing],
  ['katex-fix', nothing],
  ['eqn-num', nothing],
  ['nulldelimiter', (_, { em }) => box(0.12 * em, [])],
  ['arraycolsep', ({ style }, { em }) => box((style.lengths.width ?? 0) * em, [])],
  ['rlap', (node, context) => lapBox(node, context, 0)],
  ['llap', (node, context) => lapBox(node, context, 1)],
  ['clap', (node, context) => lapBox(node, context, 0.5)],
  ['accent-body', accentBox],
  ['katex-rule', ruleBox],
  ['vertical-separator', ruleBox],
  ['frac-line', lineBox],
  ['overline-line', lineBox],
  ['underline-line', lineBox],
  ['katex-hline', lineBox],
  ['katex-hdashline', lineBox],
  ['katex-stretchy', stretchyBoxOf],
  ['reflectbox', unsupported],
  ['cd-vert-arrow', unsupported],
  ['katex-error', unsupported],
]);

function unsupported(node: SpanNode): never {
  throw new LayoutError('unsupported', `Formulas with “${node.classes.join(' ')}” are not drawn.`);
}

/** \llap and friends: no width, the content moved to the left by a share of its own. */
function lapBox(node: SpanNode, context: StyleContext, share: number): Box {
  const content = rowBox(node.children, context);
  return box(0, [{ x: -share * content.width, y: 0, item: content }]);
}

/** An accent has no width of its own, so that it does not widen its base. */
function accentBox(node: SpanNode, context: StyleContext): Box {
  const content = rowBox(node.children, context);
  return node.classes.includes('accent-full') ? content : box(0, content.parts);
}

/** Padding and margins of classes, in em of the element: before and after. */
const SIDES: ReadonlyMap<string, readonly [before: number, after: number]> = new Map([
  ['boxpad', [0.3, 0.3]],
  ['cancel-pad', [0.2, 0.2]],
  ['cancel-lap', [-0.2, -0.2]],
  ['anglpad', [0.03889, 0.03889]],
  ['x-arrow-pad', [0.5, 0.5]],
  ['cd-arrow-pad', [0.27778, 0.55556]],
  ['katex-root', [5 / 18, -10 / 18]],
]);

/** The box with its element's margins, padding and shift. */
function outer(content: Box, { classes, style }: SpanNode | SymbolNode, em: number): Box {
  const { marginLeft = 0, marginRight = 0, paddingLeft = 0, left = 0, top = 0 } = style.lengths;
  let [before, after] = [marginLeft + paddingLeft, marginRight];
  for (const c of classes) {
    const sides = SIDES.get(c);
    if (sides) [before, after] = [before + sides[0], after + sides[1]];
  }
  const copies = style.textShadow === undefined ? [content] : [content, content];
  if (copies.length === 1 && before === 0 && after === 0 && left === 0 && top === 0) return content;
  if (content.stretch) return content;
  // \pmb is two copies with an offset, as its text shadow is in CSS.
  const parts = copies.map((item, i) => ({
    x: (before + left + 0.02 * i) * em,
    y: (top + 0.01 * i) * em,
    item,
  }));
  return box((before + after) * em + content.width, parts);
}

/** Lines that \\ parts outside of any environment. */
function splitLines(children: readonly LayoutNode[]): readonly LayoutNode[][] {
  const lines: LayoutNode[][] = [[]];
  for (const child of children) {
    if (hasClass(child, 'katex-newline')) lines.push([]);
    else if (!hasClass(child, 'katex-tag')) lines.at(-1)?.push(child);
  }
  return lines;
}

/** Distance of baselines, and the least room between lines, in em. */
const LINE = 1.2;
const LINE_GAP = 0.15;

function stackLines(lines: readonly (readonly LayoutNode[])[], align: Align): Box {
  const rows = lines.map((nodes) => rowBox(nodes, OUTERMOST));
  const width = Math.max(0, ...rows.map((row) => row.width));
  let [y, depth] = [0, 0];
  const parts = rows.map((item, i): PlacedBox => {
    const nodes = lines[i] ?? [];
    if (i > 0) y += Math.max(LINE, depth + LINE_GAP + extent(nodes, 'height'));
    depth = extent(nodes, 'depth');
    return { x: (width - item.width) * shareBefore(align), y, item };
  });
  return box(width, parts);
}

function extent(nodes: readonly LayoutNode[], side: 'height' | 'depth'): number {
  return Math.max(0, ...nodes.map((node) => (node.kind === 'svg' ? 0 : node[side])));
}

/** \tag stands to the right of the formula, as it has no line width to go to the end of. */
const TAG_GAP = 2;

function besideTags(body: Box, tags: readonly LayoutNode[]): Box {
  const tag = rowBox(tags, OUTERMOST);
  if (tag.width === 0) return body;
  const x = body.width + TAG_GAP;
  return box(x + tag.width, [
    { x: 0, y: 0, item: body },
    { x, y: 0, item: tag },
  ]);
}
