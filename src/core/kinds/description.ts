/** What is said of a kind of node, besides its fields (kind.ts) and its constructor (expr.ts). */
import type { Add, Binder, Call, Div, Expr, Kind, Mul, Num, OfKind, Order, Pow, Root } from '../expr.js';
import type { Node, Table } from '../tidy/node.js';

/** A kind as the walks, equality, evaluation and tidying know it. Each is one row; a kind without its row does not compile. */
export interface Description<E extends Expr> {
  /** The direct subexpressions, in reading order. */
  readonly children: (e: E) => readonly Expr[];
  /** The same kind of node over other children, as many as `children` gives. */
  readonly over: (e: E, parts: readonly Expr[]) => Expr;
  /** All that tells two nodes of the kind apart, but for their children. */
  readonly head: (e: E) => Head;
  /** Whether the order of the children is no part of equality. */
  readonly commutative: boolean;
  /** The register of the value, NaN where there is none. */
  readonly evaluate: (e: E, tape: Tape) => number;
  /** The canonical node; null where no more is known than a head and its children. */
  readonly lower: (e: E, table: Table, go: (part: Expr) => Node) => Node | null;
  /** What it costs to read. */
  readonly cost: (e: E, reading: ReadingMeasure) => number;
  /** Its shape, from the shapes of its parts; null for a scalar. */
  readonly shape: (e: E, of: (part: Expr) => Shape) => Shape;
}

/** The rows of some kinds. */
export type Descriptions<K extends Kind = Kind> = { readonly [P in K]: Description<OfKind<P>> };

export type Head = readonly (string | number | bigint | boolean | readonly Order[])[];

/** How many entries there are in each direction; null for a scalar. */
export type Shape = readonly number[] | null;

/** Values of a run, by register. */
export type Registers = Float64Array;

/** A program that is being written: instructions that fill registers one after another. */
export interface Tape {
  /** The register that holds the value of an expression, whose instructions come before what is written next. */
  register(e: Expr): number;
  /** The register of a given name or component; undefined for what is none. */
  input(key: string): number | undefined;
  /** The registers of all that is given under names that begin so. */
  inputs(prefix: string): ReadonlyMap<string, number>;
  constant(value: number): number;
  /** A register that is computed from those before it. */
  emit(compute: (r: Registers) => number): number;
  /** A function's value at values of expressions. */
  op(args: readonly Expr[], f: (...xs: number[]) => number): number;
  /** The value of what a definition gives for a name, or for a function at arguments. */
  defined(id: string, args: readonly Expr[]): number;
  /** The value of a body in which a name has the value of a register. */
  withInput(id: string, register: number, body: Expr): number;
  /** What stands under a binder, as functions of its bound name, in a run. */
  underBinder(e: Binder): (r: Registers) => Bodied;
}
export interface Bodied {
  readonly value: (index: number) => number;
  /** 0 where the binder's condition does not hold. */
  readonly holds: (index: number) => number;
}

/** The measure of reading, for what a kind leaves to it: parts, and what reads well or badly beside something else. */
export interface ReadingMeasure {
  of(e: Expr): number;
  /** The cost of all children. */
  parts(e: Expr): number;
  number(e: Num): number;
  sum(e: Add): number;
  product(e: Mul): number;
  quotient(e: Div): number;
  power(e: Pow): number;
  root(e: Root): number;
  application(e: Call): number;
}

export const NO_PARTS: readonly Expr[] = [];
export const NO_HEAD: Head = [];
/** Tidied as a head with children. */
export const opaque = (): null => null;
export const isScalar = (): null => null;
/** A node and its children. */
export const plainCost = (e: Expr, reading: ReadingMeasure): number => 1 + reading.parts(e);
/** Nothing known has this value. */
export const valueless = (_: Expr, tape: Tape): number => tape.constant(NaN);
/** One of the children for a new node. Throws where there are too few: whoever maps children is at fault then. */
export function nth(parts: readonly Expr[], i: number): Expr {
  const part = parts[i];
  if (!part) throw new Error('a node over other children: too few children');
  return part;
}
