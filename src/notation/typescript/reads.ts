/** What the parts of the reader ask of each other. */
import type * as t from '@babel/types';
import type { Binding, Expr, Sym } from '../../core/index.js';
import type { Problem } from '../notation.js';
import type { Declaration } from './scope.js';
import type { Symbols } from './symbols.js';
import type { Placed } from './unreadable.js';
import type { Closure, Environment, State, Value } from './value.js';

export interface Reads {
  readonly symbols: Symbols;
  /** Functions and constants of the file, by symbol id. */
  readonly definitions: Map<string, Binding>;
  value(node: t.Node, at: Environment): Value;
  number(node: t.Node, at: Environment): Expr;
  /** A condition. */
  truth(node: t.Node, at: Environment): Expr;
  asNumber(value: Value, node: Placed): Expr;
  asTruth(value: Value, node: Placed): Expr;
  /** The value of a call whose arguments have been read. */
  invoke(closure: Closure, args: readonly Value[], node: Placed): Value;
  /** Whether what is read is the function asked about, and not one that it calls. */
  readonly isInAsked: boolean;
  /** Reads a function that is called for nothing but what it may throw. */
  passThrough(closure: Closure, args: readonly Value[], node: Placed): void;
  /** What a local is from now on: its name, or its value where naming it is not worth it. */
  bind(d: Declaration, value: Value): Value;
  /** Reads without making locals: what depends on a bound index cannot be named outside its sum. */
  unnamed<T>(read: () => T): T;
  /** Reads, and takes back what that did where it ends in a problem. */
  tentatively<T extends object>(at: Environment, read: () => T): T | Problem;
  /** A local or a constant of the file that is a plain number, worked out; null for anything else. */
  constantOf(e: Expr): number | null;
  /** Whether a symbol is the length of an array. */
  isLength(s: Sym): boolean;
  /** A method or getter of the class or object that the function asked about belongs to. */
  ownMember(name: string, at: Environment): Value | null;
  /** What a declaration outside the function stands for. */
  declared(d: Declaration, node: Placed, at: Environment): Value;
  /** `value.name`. */
  property(value: Value, name: string, node: Placed): Value;
  /** The file's own words. */
  textOf(node: Placed): string;
}

/** A value returned under a condition; null is a path that ends without one (a throw). */
export interface Returned {
  readonly condition: Expr | null;
  readonly value: Value | null;
}
/** A break or continue under a condition, and the locals as they are there. */
export interface Leaving {
  readonly kind: 'break' | 'continue';
  readonly condition: Expr | null;
  readonly state: State;
}
/**
 * What running statements comes to: values returned and loops left on the way, each the first whose condition holds,
 * and whether the end is reached.
 */
export interface Outcome {
  readonly returns: readonly Returned[];
  readonly leaves: readonly Leaving[];
  readonly falls: boolean;
}
export const ON: Outcome = { returns: [], leaves: [], falls: true };
/** Runs statements in order: handed to those that statements call, and that statements are made of. */
export type Run = (r: Reads, statements: readonly t.Statement[], at: Environment) => Outcome;
