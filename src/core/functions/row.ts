/** What a function is to the rest of the engine: one row of a table. */
import { read } from '../ruleText.js';
import { sym, type Expr, type Sym } from '../expr.js';
import type { MaybeWide, Wide } from '../wide/number.js';

/** Arguments of a function of any number of them: a maximum of more has more cases than anyone reads. */
export const MOST_ARGUMENTS = 100;

export interface FunctionRow {
  /** The canonical name; each notation keeps its own spellings by it. */
  readonly name: string;
  /** "sine": in "derivative of the sine". */
  readonly title: string;
  /** Parameters, by position. Empty for functions of any number of arguments. */
  readonly params: readonly Sym[];
  /** Least and greatest number of arguments, where they differ from the parameters'. */
  readonly arity: readonly [number, number];
  /** The partial derivative by each parameter; null where no closed form has a row. */
  readonly derivatives: readonly (Expr | null)[];
  /** The value at real arguments; NaN outside the domain. */
  readonly evaluate: (...args: number[]) => number;
  /** Where it is defined, over its parameters; null for everywhere. */
  readonly domain: Expr | null;
  /** Whether the derivative's formula has values outside that domain, so that the domain must be said with it: (ln u)′ = 1/u. */
  readonly wider: boolean;
  /** Where the derivative fails to exist though the function is defined (|u| at 0); null for nowhere. */
  readonly smooth: Expr | null;
  /** What undoes it, over its one parameter, where it takes each value of its range once. */
  readonly undone: { readonly by: Expr; readonly reached: Expr | null } | null;
  /** Off its poles, all of these, besides what `domain` and `smooth` say. */
  readonly poles: readonly Expr[];
  /** Ranges, an argument each, in which properties are tested. */
  readonly sample: readonly (readonly [number, number])[];
  /** Values of trailing parameters that may be left out. */
  readonly defaults: readonly Expr[];
  /** Constant between jumps: the derivative 0 holds off them. */
  readonly step: boolean;
  /** What it is one of; null for a function by itself. */
  readonly family: Family | null;
  /** f(−u) is −f(u) or f(u), wherever it has a value. */
  readonly parity: 'odd' | 'even' | null;
  /** What is known of its values, wherever it has one. */
  readonly sign: 'positive' | 'nonnegative' | null;
  /** The function that undoes it, or that it undoes, by name, where f⁻¹ is a name for that. */
  readonly inverse: string | null;
  /** The base of a logarithm that is in the name. */
  readonly base: number | null;
  /** 0 on whole intervals, so that it cannot be cancelled. */
  readonly vanishes: boolean;
  /** Its name means this function to everyone: a text that equates it with something defines nothing. */
  readonly universal: boolean;
  /** Needs no introduction in an answer whose question does not have it. */
  readonly familiar: boolean;
  /** Functions that one expects in an answer whose question has this one. */
  readonly partners: readonly string[];
  /** Formulas that spell it out are known for it, so that their derivatives may be written by its name. */
  readonly spelledOut: boolean;
  /** Its argument stands in brackets, so that it stands among the brackets of a printed product. */
  readonly bracketed: boolean;
  /** The value over numbers beyond the range of doubles, of a function that grows or falls like an exponential. */
  readonly wide: ((a: Wide) => MaybeWide) | null;
  /** How far `evaluate` may be off: not at all, by units in the last place, or by what a series leaves. */
  readonly rounding: 'none' | 'units' | 'series';
}

export type Family =
  | 'trigonometric'
  | 'inverse trigonometric'
  | 'hyperbolic'
  | 'inverse hyperbolic'
  | 'exponential'
  | 'logarithm';

type Columns = Pick<
  FunctionRow,
  | 'wider'
  | 'sample'
  | 'step'
  | 'arity'
  | 'family'
  | 'parity'
  | 'sign'
  | 'inverse'
  | 'base'
  | 'vanishes'
  | 'universal'
  | 'familiar'
  | 'partners'
  | 'spelledOut'
  | 'bracketed'
  | 'rounding'
  | 'wide'
>;
export interface RowOptions extends Partial<Columns> {
  readonly domain?: string;
  readonly smooth?: string;
  readonly poles?: readonly string[];
  /** What undoes it, and for which of its values: ['ln(u)', 'u > 0'] of the exponential. */
  readonly undone?: readonly [by: string, reached?: string];
  readonly defaults?: readonly string[];
}

/**
 * A row: name, title, derivative by each of u, v, w as rule text (null: none known), evaluation, and what else is to
 * be said of it. Members of a family are universal and exact to the last places, others by a series, unless said.
 * The text is read on first use.
 */
export function row(
  name: string,
  title: string,
  derivatives: string | readonly (string | null)[] | null,
  evaluate: (...args: number[]) => number,
  { domain, smooth, poles = [], undone, defaults = [], ...columns }: RowOptions = {},
): FunctionRow {
  const texts = derivatives === null || typeof derivatives === 'string' ? [derivatives] : derivatives;
  const params = PARAMETERS.slice(0, texts.length);
  return {
    ...PLAIN,
    arity: [params.length, params.length],
    sample: texts.map(() => [-2, 2] as const),
    universal: columns.family !== undefined,
    rounding: columns.family === undefined ? 'series' : 'units',
    ...columns,
    name,
    title,
    params,
    evaluate,
    defaults: defaults.map(read),
    get derivatives() {
      return memo(this, 'derivatives', () => texts.map((t) => (t === null ? null : read(t))));
    },
    get domain() {
      return memo(this, 'domain', () => (domain === undefined ? null : read(domain)));
    },
    get smooth() {
      return memo(this, 'smooth', () => (smooth === undefined ? null : read(smooth)));
    },
    get undone() {
      return memo(this, 'undone', () => {
        if (!undone) return null;
        const [by, reached] = undone;
        return { by: read(by), reached: reached === undefined ? null : read(reached) };
      });
    },
    get poles() {
      return memo(this, 'poles', () => poles.map(read));
    },
  };
}

/** The arguments of a call with those that are left out filled in; null where there are too few or too many. */
export function withDefaults(row: FunctionRow, args: readonly Expr[]): readonly Expr[] | null {
  const missing = row.params.length - args.length;
  const all = missing > 0 ? [...args, ...row.defaults.slice(-missing)] : args;
  return all.length === row.params.length ? all : null;
}

/** What holds of most functions. */
const PLAIN = {
  wider: false,
  step: false,
  family: null,
  parity: null,
  sign: null,
  inverse: null,
  base: null,
  vanishes: false,
  familiar: false,
  partners: [],
  spelledOut: false,
  bracketed: false,
  wide: null,
} as const;
const PARAMETERS = [sym('u'), sym('v'), sym('w')];

/** 0 or 1 where a function of one argument has that value at 0, exactly; null for any other. */
export function valueAtZero({ params, evaluate }: FunctionRow): 0 | 1 | null {
  const value = params.length === 1 ? evaluate(0) : NaN;
  return value === 0 ? 0 : value === 1 ? 1 : null;
}

/** Replaces a getter by its value on first use. */
function memo<T>(target: object, key: string, make: () => T): T {
  const value = make();
  Object.defineProperty(target, key, { value });
  return value;
}
