/** What an element of KaTeX's tree inherits and passes on, as CSS would have it. */
import type { Color } from './box.js';
import { type Font, MAIN, fontOf } from './face.js';
import type { SpanNode, SymbolNode } from './katexTree.js';
import { LayoutError } from './layoutError.js';

/** What an element inherits. */
export interface StyleContext {
  /** One em here, in em of the whole. */
  readonly em: number;
  readonly font: Font;
  readonly color: Color;
  /** \phantom: takes room, leaves no ink. */
  readonly hidden: boolean;
  readonly align: Align;
}
export type Align = 'left' | 'center' | 'right';

export const OUTERMOST: StyleContext = { em: 1, font: MAIN, color: null, hidden: false, align: 'left' };

/** The share of free room that is left of what is aligned. */
export function shareBefore(align: Align): number {
  return align === 'left' ? 0 : align === 'center' ? 0.5 : 1;
}

/** What the children of an element inherit, the element's own size and font included. */
export function inside({ classes, style }: SpanNode | SymbolNode, context: StyleContext): StyleContext {
  const em = context.em * sizing(classes);
  const font = fontOf(classes, context.font);
  const align = alignment(classes) ?? context.align;
  const { color, hidden } = paint(style.color, context);
  return { em, font, align, color, hidden };
}

function paint(color: string | undefined, context: StyleContext): { color: Color; hidden: boolean } {
  if (color === undefined) return context;
  if (color === 'transparent') return { color: context.color, hidden: true };
  return { color: colorOf(color), hidden: false };
}

/** A colour that a formula asks for, checked once more. */
export function colorOf(color: string): Color {
  if (/^(#[\da-f]{3,8}|[a-z]{1,30})$/i.test(color)) return color.toLowerCase();
  throw new LayoutError('unsupported', 'The formula has a colour that is not understood.');
}

const SIZES: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

function sizing(classes: readonly string[]): number {
  if (!classes.includes('katex-sizing') && !classes.includes('fontsize-ensurer')) return 1;
  return sizeOf(classes, 'size') / sizeOf(classes, 'reset-size');
}

function sizeOf(classes: readonly string[], prefix: 'size' | 'reset-size'): number {
  const name = classes.find((c) => c.startsWith(prefix) && /^\d+$/.test(c.slice(prefix.length)));
  return SIZES[Number(name?.slice(prefix.length)) - 1] ?? 1;
}

const ALIGNMENTS: ReadonlyMap<string, Align> = new Map<string, Align>([
  ['mfrac', 'center'],
  ['op-limits', 'center'],
  ['katex-accent', 'center'],
  ['x-arrow', 'center'],
  ['mover', 'center'],
  ['munder', 'center'],
  ['col-align-c', 'center'],
  ['col-align-l', 'left'],
  ['col-align-r', 'right'],
  ['msupsub', 'left'],
  ['svg-align', 'left'],
]);

function alignment(classes: readonly string[]): Align | undefined {
  for (const c of classes) {
    const align = ALIGNMENTS.get(c);
    if (align) return align;
  }
  return undefined;
}
