/** What a derivation is: a question, the tree of steps that answers it, and how far the answer is to be trusted. */
import type { Steps } from '../steps.js';
import type { Arrays } from './arrays/arrays.js';
import type { Expr, Relation, Sym } from './expr.js';
import type { Field } from './fields/field.js';

/**
 * A named value: a definition in a note (σ(z) = …, ŷ = σ(z)) or a local in code. `params` are its parameters,
 * none for a plain quantity. A definition stays opaque in answers; deriving looks through it.
 */
export interface Binding {
  readonly name: Sym;
  readonly params: readonly Sym[];
  readonly value: Expr;
}

/**
 * Differentiate `body` by `target`, `order` times (a whole number or a name). A target that is a tuple of variables
 * asks for the gradient, the Jacobian of a tuple, or with order 2 the Hessian. With an `equation`, body is the name y
 * that the equation gives as a function of the target.
 */
export interface Question {
  readonly body: Expr;
  readonly target: Expr;
  readonly order: Expr;
  readonly partial: boolean;
  /** Definitions in force, by symbol id. */
  readonly definitions: ReadonlyMap<string, Binding>;
  /** Ids of symbols that stand for unknown functions of the target (f, g in (fg)′). */
  readonly dependent: ReadonlySet<string>;
  readonly equation?: Relation;
  /** What is made of the partial derivatives by a tuple of variables: a divergence, a Laplacian. */
  readonly field?: Field;
  /** Where vectors, matrices or indices occur: what is known of them. */
  readonly arrays?: Arrays;
  /** Functions of the table that the text gives by an equation, and so knows by name: σ(x) = 1/(1 + e^−x). */
  readonly named?: ReadonlySet<string>;
  /** Pieces on a point alone, x = c, are differentiated as well: whoever asks compares them with differences. */
  readonly atPoints?: boolean;
}

/** A condition under which a step, or the answer, holds: x > 0, x ≠ 1; several are all required. */
export type Condition = Expr;

/** A name in a rule's formula and what it stands for here: u is x². */
export interface NamedPart {
  readonly name: Sym;
  readonly value: Expr;
}

/**
 * One rule or law at work. `before` becomes `after` by the rule alone, with the derivatives that are still to be
 * taken as pending `diff` nodes; `result` is `after` once the substeps have answered those.
 */
export interface Step {
  /** Stable name of the rule or law: 'product', 'chain', 'collect-like-terms'. */
  readonly rule: string;
  readonly title: string;
  readonly before: Expr;
  readonly after: Expr;
  readonly result: Expr;
  /** What the letters of the rule's formula stand for, in the rule's order. */
  readonly parts: readonly NamedPart[];
  /** The substitution of a chain rule: u and the inner function. */
  readonly substitution: NamedPart | null;
  readonly conditions: readonly Condition[];
  readonly substeps: readonly Step[];
}

/** How the answer compares with an independent numeric derivative. */
export interface Check {
  readonly verdict: 'agrees' | 'undecided' | 'contradicts';
  /** Points at which both sides were defined and compared. */
  readonly points: number;
  /** The largest relative difference seen at those points. */
  readonly worst: number;
  /** Why undecided, in words; or where it contradicts. */
  readonly reason: string | null;
}

/** One derivative taken and tidied: a question of order n has n stages. */
export interface Stage {
  readonly root: Step;
  /** The derivative that the stage takes, where its first step does not begin with it. */
  readonly asked?: Expr;
  /** Simplifications, each law a step, in the order they were applied. */
  readonly tidying: readonly Step[];
  readonly result: Expr;
  /** The other common form of the result, where there is one. */
  readonly also?: Expr | null;
}

/** A boundary between two pieces of a piecewise function. */
export interface Boundary {
  readonly at: Expr;
  /** Whether the function is continuous there; null where that could not be told. */
  readonly continuous: boolean | null;
  /** The derivatives from the left and from the right. */
  readonly left: Expr;
  readonly right: Expr;
  readonly differentiable: boolean | null;
}

/** Another method for the same question, with its own steps. */
export interface Alternative {
  readonly name: string;
  readonly title: string;
  readonly stages: readonly Stage[];
  readonly result: Expr;
}

export interface Derivation {
  readonly question: Question;
  readonly stages: readonly Stage[];
  readonly result: Expr;
  /** Where the answer holds, beyond the points where the question itself has a derivative. */
  readonly conditions: readonly Condition[];
  /** Boundaries of a piecewise function, from left to right; of others, none. */
  readonly boundaries?: readonly Boundary[];
}

/** The tidied form of an expression, alone. */
export type TidiedForm = (e: Expr) => Steps<Expr>;

/** Work's limits: counted, and not timed (work.ts says in which units). */
export interface Budget {
  /** New nodes that tidying may make. */
  readonly nodes: number;
  /** To be asked often; `work` is what was done since, in units of work: 1 unless told, 0 to ask alone. */
  shouldStop(work?: number): boolean;
  /** Units that are left; of a budget that does not say, any number. */
  readonly left?: number;
  /** Whether it ends because nobody waits for the answer any more. */
  readonly cancelled?: boolean;
}
export const UNLIMITED: Budget = { nodes: 1000, shouldStop: () => false };

/** A refusal, as data: what cannot be done, and why, in words. */
export interface Refusal {
  readonly code: 'unsupported' | 'not-differentiable' | 'no-such-variable' | 'limit' | 'ambiguous';
  readonly message: string;
}
