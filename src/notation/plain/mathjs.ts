/**
 * mathjs's own expression parser, and no more of mathjs than that: the number-only build with the parser's
 * dependencies. Nothing is ever evaluated. Made on first use.
 */
import { create, parseDependencies, type FactoryFunctionMap } from 'mathjs/number';
import { isStackOverflow } from '../../stack.js';

/** mathjs's syntax tree, as far as plain notation reads it. */
export type Tree =
  | { readonly type: 'ConstantNode'; readonly value: unknown }
  | { readonly type: 'SymbolNode'; readonly name: string }
  | { readonly type: 'ParenthesisNode'; readonly content: Tree }
  | {
      readonly type: 'OperatorNode';
      readonly fn: string;
      readonly implicit: boolean;
      readonly args: readonly Tree[];
    }
  | {
      readonly type: 'RelationalNode';
      readonly conditionals: readonly string[];
      readonly params: readonly Tree[];
    }
  | {
      readonly type: 'ConditionalNode';
      readonly condition: Tree;
      readonly trueExpr: Tree;
      readonly falseExpr: Tree;
    }
  | { readonly type: 'Other' };

/** Where and what mathjs could not parse: an index into the text given. */
export interface ParseFailure {
  readonly at: number;
  readonly kind: 'syntax' | 'limit';
}

type Parse = (text: string) => unknown;
let parser: Parse | null = null;

export function parseTree(text: string): Tree | ParseFailure {
  parser ??= (create(parseDependencies as FactoryFunctionMap) as unknown as { parse: Parse }).parse;
  try {
    return parser(text) as Tree;
  } catch (error) {
    if (isStackOverflow(error)) return { at: 0, kind: 'limit' };
    if (!(error instanceof SyntaxError)) throw error;
    // mathjs counts characters from 1.
    const char = (error as { char?: unknown }).char;
    return { at: typeof char === 'number' ? Math.min(char - 1, text.length) : text.length, kind: 'syntax' };
  }
}
export const isFailure = (t: Tree | ParseFailure): t is ParseFailure => 'at' in t;
