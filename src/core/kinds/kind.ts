/**
 * The expression tree: what a formula says, and nothing of how it is spelled.
 *
 * This is the *written* form: constructors neither reorder nor fold, so that e^{−x}·(−1) can be shown as a step.
 * There is no subtraction and no negation node: a − b is a + (−1)·b, and a leading coefficient below zero is
 * what printers show as minus. Nodes are immutable and may be shared; every walk memoises by node.
 */
import type { Rational } from '../rational.js';

/** Free names of a subtree: ids of symbols, and of unknown functions. */
export type Names = ReadonlySet<string>;

interface Node<K extends string> {
  readonly kind: K;
  /** Equal for equal trees; the same for every order of a sum's terms or a product's factors. */
  readonly hash: number;
  readonly free: Names;
  /** Nodes of the tree, shared ones counted each time, up to 2^53. */
  readonly size: number;
  readonly depth: number;
}

/** An exact number; `written` keeps a decimal's own digits ("0.50"). */
export interface Num extends Node<'num'> {
  readonly value: Rational;
  readonly written: string | null;
}
export type ConstantName = 'pi' | 'e' | 'i' | 'infinity' | 'true' | 'false';
export interface Const extends Node<'const'> {
  readonly name: ConstantName;
}
/** A name as a reader sees it: x, ŷ, **w**, y_pred, α. `id` tells two symbols apart. */
export interface Sym extends Node<'sym'> {
  readonly id: string;
  readonly base: string;
  readonly marks: readonly Mark[];
  readonly sub: string | null;
}
export type Mark =
  | 'hat'
  | 'bar'
  | 'tilde'
  | 'vec'
  | 'check'
  | 'star'
  | 'overline'
  | 'underline'
  | 'bold'
  | 'roman'
  | 'calligraphic'
  | 'blackboard'
  | 'fraktur'
  | 'script'
  | 'sans'
  | 'mono'
  | 'word'
  /** The prime of another quantity, a next state's or a rotated frame's: s′. */
  | 'prime'
  /** The square of the letter as a name of its own: the variance σ². */
  | 'squared'
  /** What tells the letter apart stands above it: y^{pred}. */
  | 'upper'
  /** All of the name is the text that stands there, of which nothing is understood: E[X]. */
  | 'opaque';
export interface Add extends Node<'add'> {
  readonly terms: readonly Expr[];
}
export interface Mul extends Node<'mul'> {
  readonly factors: readonly Expr[];
}
/** The product of vectors and matrices in linear algebra's sense: its factors keep their order. */
export interface Matmul extends Node<'matmul'> {
  readonly factors: readonly Expr[];
}
export interface Div extends Node<'div'> {
  readonly numer: Expr;
  readonly denom: Expr;
}
export interface Pow extends Node<'pow'> {
  readonly base: Expr;
  readonly exponent: Expr;
}
/** The index-th root: for an odd whole index the real root, of negative numbers too. √x and x^{1/2} differ as trees. */
export interface Root extends Node<'root'> {
  readonly body: Expr;
  readonly index: Expr;
}
/** A function with a row in core/functions (sin, exp, log, …). e^u is written as exp(u). */
export interface Call extends Node<'call'> {
  readonly fn: string;
  readonly args: readonly Expr[];
}
/**
 * A function without a row: f(x), f′(g(x)), u″, f_{xy}(x, y). `orders` counts the primes, one count an argument;
 * with no arguments written, f stands for its value at the variable in question, and orders is [primes].
 */
export interface Apply extends Node<'apply'> {
  readonly fn: Sym;
  readonly orders: readonly Order[];
  readonly args: readonly Expr[];
}
/** How often a derivative is taken: a number, or a name such as n. */
export type Order = number | Expr;
/** A derivative still to be taken, or one that nothing known can take. The target is a symbol or a component. */
export interface Diff extends Node<'diff'> {
  readonly body: Expr;
  readonly target: Expr;
  readonly order: Expr;
  readonly partial: boolean;
}
export interface Branch {
  readonly value: Expr;
  readonly condition: Expr;
}
export interface Piecewise extends Node<'piecewise'> {
  readonly branches: readonly Branch[];
  readonly otherwise: Expr | null;
}
export type RelationOp = '=' | '!=' | '<' | '<=' | '>' | '>=' | ':=' | '~' | '->' | 'in' | 'implies' | 'iff';
/** A chain of relations: a = b < c has two ops and three sides. */
export interface Relation extends Node<'relation'> {
  readonly ops: readonly RelationOp[];
  readonly sides: readonly Expr[];
}
export interface Logic extends Node<'logic'> {
  readonly op: 'and' | 'or' | 'not';
  readonly args: readonly Expr[];
}
/** The body with the variable set to a value: an evaluation bar. */
export interface At extends Node<'at'> {
  readonly body: Expr;
  readonly variable: Sym;
  readonly value: Expr;
}
/** A bound name: level 0 is the innermost binder's. Bodies are reached by `openBody` only, so nothing is captured. */
export interface Bound extends Node<'bound'> {
  readonly level: number;
}
/** ∑, ∏, ∫ or lim over a bound name, whose written name `hint` is no part of equality. */
export interface Binder extends Node<'binder'> {
  readonly op: 'sum' | 'product' | 'integral' | 'limit';
  readonly hint: Sym;
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  /** A condition on the bound name, under the same binder (i ≠ k). */
  readonly condition: Expr | null;
  readonly body: Expr;
}
export interface PlusMinus extends Node<'plusminus'> {
  readonly args: readonly Expr[];
}
/** z_k, J_{ij}, w_{k−1}: an entry of an indexed quantity. */
export interface Component extends Node<'component'> {
  readonly base: Expr;
  readonly indices: readonly Expr[];
}
/** δ_{ij}, the indicator of i = j. */
export interface Delta extends Node<'delta'> {
  readonly left: Expr;
  readonly right: Expr;
}
/** [a, b, …]: a vector, an interval's ends, or the tuple of a function's arguments. */
export interface Tuple extends Node<'tuple'> {
  readonly items: readonly Expr[];
}
export interface Matrix extends Node<'matrix'> {
  readonly rows: readonly (readonly Expr[])[];
}

export type Expr =
  | Num
  | Const
  | Sym
  | Add
  | Mul
  | Matmul
  | Div
  | Pow
  | Root
  | Call
  | Apply
  | Diff
  | Piecewise
  | Relation
  | Logic
  | At
  | Bound
  | Binder
  | PlusMinus
  | Component
  | Delta
  | Tuple
  | Matrix;
export type Kind = Expr['kind'];
/** The nodes of one kind. */
export type OfKind<K extends Kind> = Extract<Expr, { readonly kind: K }>;
