/** What code computes: a program of numbers, and how the code spells them. */
import { plainName, type Expr, type Program, type Sym } from '../../core/index.js';
import type { Problem, Span } from '../notation.js';
import type { CodeTree } from './codeTree.js';
import type { Target } from './source.js';

/** Something given that one may differentiate by. */
export interface CodeVariable {
  readonly symbol: Sym;
  /** As the code says it: `x`, `point.x`, `this.rate`. */
  readonly code: string;
  readonly path: CodeTree;
}

/** A function or an expression as a program. */
export interface Code {
  readonly ok: true;
  readonly target: Target;
  readonly program: Program;
  /** Numbers it depends on: parameters in their order, then fields and names from outside. */
  readonly variables: readonly CodeVariable[];
  /** Parameters that are arrays of numbers. */
  readonly arrays: readonly CodeVariable[];
  /** How the code spells each symbol, by symbol id. */
  readonly spellings: ReadonlyMap<string, CodeTree>;
}

/** Why that is not known. */
export interface Unread extends Problem {
  readonly ok: false;
}

/** Numbers as they are put together; `span` is where one is written out in the code. */
export type ResultShape =
  | { readonly kind: 'number'; readonly e: Expr; readonly span: Span | null }
  | { readonly kind: 'list'; readonly items: readonly ResultShape[] }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, ResultShape> };

/** One of those numbers. */
export type Leaf = Extract<ResultShape, { kind: 'number' }>;

/** The numbers of a shape, in the order of the code. */
export function leavesIn(shape: ResultShape): readonly Leaf[] {
  switch (shape.kind) {
    case 'number':
      return [shape];
    case 'list':
      return shape.items.flatMap(leavesIn);
    case 'record':
      return [...shape.fields.values()].flatMap(leavesIn);
  }
}

/** What a function gives back, be it one number or several. */
export interface Results {
  readonly ok: true;
  /** The function with its first number as the result. */
  readonly code: Code;
  readonly shape: ResultShape;
}

/** The variable of a code by its spelling there, or by its plain name. */
export function variableNamed({ variables }: Code, name: string): CodeVariable | null {
  return (
    variables.find((v) => v.code === name) ?? variables.find((v) => plainName(v.symbol) === name) ?? null
  );
}
