/** A source of a programming language, and what may be meant by a place in it. What a tree holds is its reader's. */
import type { Problem, Span } from '../notation.js';

/** A text that was read. */
export interface Source {
  readonly text: string;
  /** The row of its language, by its name there. */
  readonly language: string;
  /** What could not be read and was left out. */
  readonly problems: readonly Problem[];
}

export interface FunctionTarget {
  readonly kind: 'function';
  /** What the function is in its tree, which tells it from all others. */
  readonly fn: object;
  /** As the code calls it; null for a function without a name. */
  readonly name: string | null;
  /** The name where it is declared, or the beginning of the function. */
  readonly nameSpan: Span;
  /** The whole declaration, with what stands before it. */
  readonly statement: Span;
  readonly exported: boolean;
  /** A method of a class or an object, or a value in one: no statement can follow it. */
  readonly isMember: boolean;
  /** The name of each parameter; null for a pattern. */
  readonly params: readonly (string | null)[];
  /** The parameter on which the place lies. */
  readonly parameter: string | null;
  /** The function around it, if any. */
  readonly enclosing: FunctionTarget | null;
}

export interface ExpressionTarget {
  readonly kind: 'expression';
  readonly span: Span;
  /** The function in which it stands, if any. */
  readonly enclosing: FunctionTarget | null;
}

export type Target = FunctionTarget | ExpressionTarget;

/** Functions that something holds together: a scope, an object, a class. */
export interface FunctionGroup {
  readonly kind: 'scope' | 'object' | 'class';
  /** The name of an object as it is declared or assigned to; null for other groups. */
  readonly name: string | null;
  /** The group in whose functions' midst the object stands. */
  readonly within: FunctionGroup | null;
  /** In the order of the text; all of them have names. */
  readonly functions: readonly FunctionTarget[];
}
