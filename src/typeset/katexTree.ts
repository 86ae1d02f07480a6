/**
 * KaTeX's layout tree, as plain data. KaTeX is pinned, since the tree is semi-internal; this is the only file that
 * touches it, and its tests pin the shapes.
 */
import katex from 'katex';
import { isStackOverflow } from '../stack.js';
import { LayoutError } from './layoutError.js';
import { guarded } from './macros.js';

/** A box of the layout with the CSS classes and styles that place it. Heights are in em of its parent's size. */
export interface SpanNode {
  readonly kind: 'span';
  readonly classes: readonly string[];
  readonly style: InlineStyle;
  readonly height: number;
  readonly depth: number;
  readonly children: readonly LayoutNode[];
}

/** A run of characters in one face. */
export interface SymbolNode {
  readonly kind: 'symbol';
  readonly text: string;
  readonly classes: readonly string[];
  readonly style: InlineStyle;
  /** Italic correction after the last character, em. */
  readonly italic: number;
  readonly height: number;
  readonly depth: number;
}

/** A picture: stretchy arrows, braces, roots, tall delimiters (paths), \cancel (lines). */
export interface SvgNode {
  readonly kind: 'svg';
  /** Width and height of the paths' own units; null for lines, which are in shares of the box. */
  readonly viewBox: readonly [width: number, height: number] | null;
  /** In em; null where the picture fills its container. */
  readonly width: number | null;
  readonly height: number;
  readonly preserveAspectRatio: string;
  readonly paths: readonly string[];
  readonly lines: readonly StrokeLine[];
}

/** A stroke between corners of its box: 0 is left or top, 1 right or bottom. `stroke` is in em. */
export interface StrokeLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: number;
}

export type LayoutNode = SpanNode | SymbolNode | SvgNode;

/** Inline styles. Lengths are in em of the node's own size. */
export interface InlineStyle {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly borderColor?: string;
  readonly borderRightStyle?: string;
  readonly textShadow?: string;
  readonly lengths: Readonly<Partial<Record<Length, number>>>;
}
export type Length =
  | 'height'
  | 'width'
  | 'minWidth'
  | 'top'
  | 'bottom'
  | 'left'
  | 'verticalAlign'
  | 'paddingLeft'
  | 'marginLeft'
  | 'marginRight'
  | 'marginTop'
  | 'borderWidth'
  | 'borderRightWidth'
  | 'borderTopWidth'
  | 'borderBottomWidth';

export interface TreeOptions {
  readonly display: boolean;
  /** Macros in KaTeX's form: "\\R" → "\\mathbb{R}". */
  readonly macros: Readonly<Record<string, string>>;
}

/** KaTeX's layout of a formula: the span with class katex-html. Throws a LayoutError; anything else is a defect. */
export function layoutTree(tex: string, options: TreeOptions): SpanNode {
  let root: RawNode;
  try {
    checkText(tex);
    root = internals.__renderToHTMLTree(tex, settings(tex, options));
  } catch (error) {
    throw asLayoutError(error);
  }
  return readRoot(root);
}

/** A node of KaTeX's parse tree, with the parts that its kinds have among those used here. */
export interface FormulaNode {
  readonly type: string;
  readonly mode?: 'math' | 'text';
  readonly text?: string;
  readonly name?: string;
  readonly font?: string;
  readonly label?: string;
  readonly delim?: string;
  readonly left?: string;
  readonly right?: string;
  readonly symbol?: boolean;
  readonly limits?: boolean;
  readonly hasBarLine?: boolean;
  readonly numer?: FormulaNode;
  readonly denom?: FormulaNode;
  readonly index?: FormulaNode | null;
  readonly sup?: FormulaNode | null;
  readonly sub?: FormulaNode | null;
  /** One node, a list, an array's rows, or a string of \verb. */
  readonly body?: unknown;
  readonly base?: unknown;
  readonly mathml?: readonly FormulaNode[];
  readonly display?: readonly FormulaNode[];
}

/** KaTeX's reading of a formula. Throws a LayoutError, and nothing else. */
export function parsedFormula(tex: string, macros: Readonly<Record<string, string>>): readonly FormulaNode[] {
  try {
    checkText(tex);
    return internals.__parse(tex, settings(tex, { display: true, macros }));
  } catch (error) {
    throw asLayoutError(error);
  }
}

/** Longer texts are no formulas that a person reads. */
const MAX_TEX = 6_000;
const DEFINITION = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![a-zA-Z@])/;

function checkText(tex: string): void {
  if (tex.length > MAX_TEX) throw new LayoutError('limit', 'The formula is too long.');
  if (DEFINITION.test(tex))
    throw new LayoutError('unsupported', 'A formula that defines macros is not drawn.');
}

/** Expansions of macros, and ems of a size asked for by \rule, \hspace and the like. */
const MAX_EXPAND = 500;
const MAX_SIZE = 40;
/** Nodes of the tree, and its depth. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 600;

const internals = katex as unknown as {
  __renderToHTMLTree(tex: string, settings: object): RawNode;
  __parse(tex: string, settings: object): readonly FormulaNode[];
};

function settings(tex: string, { display, macros }: TreeOptions): object {
  return {
    displayMode: display,
    output: 'html',
    throwOnError: true,
    strict: 'ignore',
    trust: refuse,
    maxExpand: MAX_EXPAND,
    maxSize: MAX_SIZE,
    macros: guarded(macros, tex),
  };
}

/** Links, images and HTML, which KaTeX would print as the command's name in red. */
function refuse({ command }: { readonly command: string }): never {
  throw new LayoutError('unsupported', `${command} is not drawn.`);
}

function asLayoutError(error: unknown): LayoutError {
  if (error instanceof LayoutError) return error;
  if (error instanceof katex.ParseError) {
    const tooMuch = error.rawMessage.startsWith('Too many expansions');
    return tooMuch
      ? new LayoutError('limit', 'Too many macro expansions.')
      : new LayoutError('syntax', error.rawMessage);
  }
  if (isStackOverflow(error)) return new LayoutError('limit', 'The formula is nested too deeply.');
  // What KaTeX trips over is a defect of its own, and a formula that cannot be laid out.
  return new LayoutError('unsupported', 'The formula cannot be laid out.');
}

/** The union of what KaTeX's classes of nodes hold. */
interface RawNode {
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly height?: number;
  readonly depth?: number;
  readonly italic?: number;
  readonly text?: string;
  readonly src?: string;
  readonly pathName?: string;
  readonly children?: readonly RawNode[];
  toMarkup(): string;
}

function readRoot(raw: RawNode): SpanNode {
  let root = raw;
  while (!root.classes?.includes('katex-html')) {
    const inner = root.children?.find((child) => child.classes?.some((c) => c.startsWith('katex')));
    if (!inner) throw new LayoutError('unsupported', 'The formula has no layout.');
    root = inner;
  }
  return readSpan(root, 0, { nodes: 0 });
}

/** A node, or those of a document fragment, which is no box of its own. */
function readNode(raw: RawNode, depth: number, count: { nodes: number }): readonly LayoutNode[] {
  if (++count.nodes > MAX_NODES || depth > MAX_DEPTH)
    throw new LayoutError('limit', 'The formula is too large.');
  if (raw.text !== undefined) return [readSymbol(raw, raw.text)];
  if (raw.src !== undefined) throw new LayoutError('unsupported', 'Images are not drawn.');
  if (raw.classes === undefined) return [readSvg(raw)];
  if (raw.attributes === undefined) return readChildren(raw, depth, count);
  return [readSpan(raw, depth, count)];
}

function readChildren(raw: RawNode, depth: number, count: { nodes: number }): readonly LayoutNode[] {
  return (raw.children ?? []).flatMap((child) => readNode(child, depth + 1, count));
}

function readSpan(raw: RawNode, depth: number, count: { nodes: number }): SpanNode {
  return {
    kind: 'span',
    classes: raw.classes ?? [],
    style: readStyle(raw.style),
    height: raw.height ?? 0,
    depth: raw.depth ?? 0,
    children: readChildren(raw, depth, count),
  };
}

function readSymbol(raw: RawNode, text: string): SymbolNode {
  return {
    kind: 'symbol',
    text,
    classes: raw.classes ?? [],
    style: readStyle(raw.style),
    // As in KaTeX's own markup, a negative correction moves nothing.
    italic: Math.max(0, raw.italic ?? 0),
    height: raw.height ?? 0,
    depth: raw.depth ?? 0,
  };
}

const NO_LENGTHS: InlineStyle = { lengths: {} };
const LENGTHS: ReadonlySet<string> = new Set<Length>([
  'height',
  'width',
  'minWidth',
  'top',
  'bottom',
  'left',
  'verticalAlign',
  'paddingLeft',
  'marginLeft',
  'marginRight',
  'marginTop',
  'borderWidth',
  'borderRightWidth',
  'borderTopWidth',
  'borderBottomWidth',
]);
const WORDS: ReadonlySet<string> = new Set([
  'color',
  'backgroundColor',
  'borderColor',
  'borderRightStyle',
  'textShadow',
]);

function readStyle(raw: Readonly<Record<string, string>> = {}): InlineStyle {
  const entries = Object.entries(raw);
  if (entries.length === 0) return NO_LENGTHS;
  const lengths: Partial<Record<string, number>> = {};
  for (const [name, value] of entries) {
    const length = LENGTHS.has(name) ? em(value) : null;
    if (length !== null) lengths[name] = length;
  }
  const words: Record<string, string> = Object.fromEntries(entries.filter(([name]) => WORDS.has(name)));
  return { ...words, lengths };
}

/** "0.5em" as a number; null for lengths of another kind, such as calc(…). */
function em(value: string | undefined): number | null {
  const match = /^(-?[\d.]+(?:e-?\d+)?)em$/.exec(value ?? '');
  return match ? Number(match[1]) : null;
}

function readSvg(raw: RawNode): SvgNode {
  const { viewBox, width, height, style, preserveAspectRatio } = raw.attributes ?? {};
  const box = /^0 0 ([\d.]+) ([\d.]+)$/.exec(viewBox ?? '');
  const children = raw.children ?? [];
  return {
    kind: 'svg',
    viewBox: box ? [Number(box[1]), Number(box[2])] : null,
    // KaTeX's style sheet has pictures fill their container, unless an inline style says otherwise.
    width: style === undefined ? null : em(width),
    height: em(height) ?? 0,
    preserveAspectRatio: /^[A-Za-z ]+$/.test(preserveAspectRatio ?? '')
      ? (preserveAspectRatio ?? '')
      : 'xMidYMid',
    paths: children.filter((child) => child.pathName !== undefined).map(pathData),
    lines: children.filter((child) => child.pathName === undefined).map(strokeLine),
  };
}

/** The path's data: KaTeX keeps its table of paths to itself, but prints them. */
function pathData(raw: RawNode): string {
  const data = /^<path d="([-MmLlHhVvCcSsQqTtAaZz\d\s.,eE]*)"\/>$/.exec(raw.toMarkup())?.[1];
  if (data === undefined)
    throw new LayoutError('unsupported', 'The formula has a drawing that is not understood.');
  return data;
}

function strokeLine({ attributes = {} }: RawNode): StrokeLine {
  const share = (name: string): number => parseFloat(attributes[name] ?? '0') / 100;
  return {
    x1: share('x1'),
    y1: share('y1'),
    x2: share('x2'),
    y2: share('y2'),
    stroke: em(attributes['stroke-width']) ?? 0,
  };
}
