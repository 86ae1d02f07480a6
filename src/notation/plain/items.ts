/** What plain notation is made of once its brackets are read, and which names before a bracket are functions. */
import { isFunctionInPlainText } from '../../customs/usually.js';
import type { Context, Span } from '../notation.js';
import { constantOf, isLetter, symbolOf } from './names.js';

import { isFunctionName } from './spellings.js';
import type { Token } from './tokens.js';
import type { Read } from './notes.js';

/** A bracket that is read already: its arguments, null for those with a Problem. */
export interface BracketGroup extends Span {
  readonly kind: 'group';
  /** The sign that opens it; a bar for |x|. */
  readonly open: string;
  /** What stands between its signs. */
  readonly text: string;
  readonly args: readonly (Read | null)[];
}
export type Item = Token | BracketGroup;

/** What is known of the names in the text at hand. */
export interface NamesKnown {
  readonly context: Context;
  /** Names that the text itself defines as functions: f(x) = …. */
  readonly functions: ReadonlySet<string>;
  /** Names that stand somewhere without a bracket after them. */
  readonly bare: ReadonlySet<string>;
}

/** Whether a name before a bracket is a function. */
export function isCall(token: Token, group: BracketGroup, names: NamesKnown): boolean {
  const { context, functions, bare } = names;
  const name = token.text;
  const symbol = symbolOf(name);
  if (context.variable?.id === symbol.id) return false;
  if (functions.has(name) || context.functions.has(symbol.id) || group.args.length > 1) return true;
  if (isFunctionName(name) || name === 'sigma' || name === 'σ') return !context.defined.has(symbol.id);
  if (symbol.sub !== null || symbol.marks.some((m) => m !== 'word') || constantOf(name)) return false;
  if (!isLetter(symbol.base)) return true;
  return isFunctionInPlainText(symbol.base) && !bare.has(name);
}
