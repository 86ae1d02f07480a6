/** What a function is to the rest of the engine: one row of a table. */
import { read } from '../ruleText.js';
import { sym, type Expr, type Sym } from '../expr.js';

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
  /** Ranges, an argument each, in which properties are tested. */
  readonly sample: readonly (readonly [number, number])[];
  /** Values of trailing parameters that may be left out. */
  readonly defaults: readonly Expr[];
  /** Constant between jumps: the derivative 0 holds off them. */
  readonly step: boolean;
}

interface Options {
  domain?: string;
  wider?: boolean;
  smooth?: string;
  sample?: readonly (readonly [number, number])[];
  step?: boolean;
  arity?: readonly [number, number];
  defaults?: readonly string[];
}

/**
 * A row: name, title, derivative by each of u, v, w as rule text (null: none known), evaluation, and options.
 * The text is read on first use.
 */
export function row(
  name: string,
  title: string,
  derivatives: string | readonly (string | null)[] | null,
  evaluate: (...args: number[]) => number,
  options: Options = {},
): FunctionRow {
  const texts = derivatives === null || typeof derivatives === 'string' ? [derivatives] : derivatives;
  const params = PARAMETERS.slice(0, texts.length);
  return {
    name,
    title,
    params,
    arity: options.arity ?? [params.length, params.length],
    evaluate,
    step: options.step ?? false,
    wider: options.wider ?? false,
    defaults: (options.defaults ?? []).map(read),
    sample: options.sample ?? texts.map(() => [-2, 2] as const),
    get derivatives() {
      return memo(this, 'derivatives', () => texts.map((t) => (t === null ? null : read(t))));
    },
    get domain() {
      return memo(this, 'domain', () => (options.domain === undefined ? null : read(options.domain)));
    },
    get smooth() {
      return memo(this, 'smooth', () => (options.smooth === undefined ? null : read(options.smooth)));
    },
  };
}

/** The arguments of a call with those that are left out filled in; null where there are too few or too many. */
export function withDefaults(row: FunctionRow, args: readonly Expr[]): readonly Expr[] | null {
  const missing = row.params.length - args.length;
  const all = missing > 0 ? [...args, ...row.defaults.slice(-missing)] : args;
  return all.length === row.params.length ? all : null;
}

const PARAMETERS = [sym('u'), sym('v'), sym('w')];

/** Replaces a getter by its value on first use. */
function memo<T>(target: object, key: string, make: () => T): T {
  const value = make();
  Object.defineProperty(target, key, { value });
  return value;
}
