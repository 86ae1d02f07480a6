/** What the parts of the reader ask of each other. */
import type * as t from '@babel/types';
import type { Binding } from '../../core/derivation.js';
import type { Expr, Sym } from '../../core/expr.js';
import type { Closure, Place, Value } from './value.js';
import type { Declaration, PathStep } from './scope.js';
import type { Placed } from './unreadable.js';
import type { Symbols } from './symbols.js';

export interface Reads {
  readonly symbols: Symbols;
  /** Functions and constants of the file, by symbol id. */
  readonly definitions: Map<string, Binding>;
  value(node: t.Node, at: Place): Value;
  number(node: t.Node, at: Place): Expr;
  /** A condition. */
  truth(node: t.Node, at: Place): Expr;
  asNumber(value: Value, node: Placed): Expr;
  /** The value of a call whose arguments have been read. */
  invoke(closure: Closure, args: readonly Value[], node: Placed): Value;
  /** What a local is from now on: its name, or its value where naming it is not worth it. */
  bind(d: Declaration, value: Value): Value;
  /** Reads without making locals: what depends on a bound index cannot be named outside its sum. */
  unnamed<T>(read: () => T): T;
  /** A local or a constant of the file that is a plain number, worked out; null for anything else. */
  constantOf(e: Expr): number | null;
  /** Whether a symbol is the length of an array. */
  isLength(s: Sym): boolean;
  /** The part of a value that a pattern reaches. */
  reached(value: Value, path: readonly PathStep[], node: Placed): Value;
  statements(list: readonly t.Statement[], at: Place): Outcome;
  /** The file's own words. */
  textOf(node: Placed): string;
}

/** A value returned under a condition; null is a path that ends without one (a throw). */
export interface Returned {
  readonly condition: Expr | null;
  readonly value: Expr | null;
}
/** What running statements comes to: values returned on the way, first match first, and whether the end is reached. */
export interface Outcome {
  readonly returns: readonly Returned[];
  readonly falls: boolean;
}
