/**
 * Numeric evaluation over the reals: an expression is compiled once to a tape over its distinct nodes, so that
 * shared subtrees are computed once a point. Undefined is NaN (√−1, ln 0 is −∞, 1/0 is NaN); a truth value is 1 or 0.
 */
import type { Binding, Budget } from './derivation.js';
import { sym, type Binder, type Expr } from './expr.js';
import type { Bodied, Registers, Tape } from './kinds/description.js';
import { described } from './kinds/index.js';
import { openBody } from './walk.js';
import { COST, Work } from './work.js';

/** A value at a point; arguments in the order of the names given to `compile`. */
export type Compiled = (...values: readonly number[]) => number;
/** A name's value: a number, or an array (of arrays) whose components are counted from 1. */
export type Value = number | readonly Value[];

type Instruction = (r: Registers) => void;

/**
 * Compiles an expression for evaluation at values of `names` (symbol ids, or keys of components as `componentKey`
 * gives them). What cannot be evaluated (unknown functions, pending derivatives, unlisted names) is NaN. Each run costs
 * its nodes, and those of its sums and integrals; once the budget is spent all values are NaN. Without a budget each
 * value may cost `ONE_VALUE`.
 */
export function compile(
  e: Expr,
  names: readonly string[],
  definitions: ReadonlyMap<string, Binding> = new Map(),
  budget?: Budget,
): Compiled {
  const { run, registers, result } = prepared(e, names, definitions, budget);
  return (...values) => (run(values) ? (registers[result] as number) : NaN);
}

/** As `compile`, but NaN where anything on the way overflows: atan(e^1000) is no value to compare slopes with. */
export function compileWithoutOverflow(
  e: Expr,
  names: readonly string[],
  definitions: ReadonlyMap<string, Binding> = new Map(),
  budget?: Budget,
): Compiled {
  const { run, registers, result } = prepared(e, names, definitions, budget);
  return (...values) =>
    !run(values) || registers.includes(Infinity) || registers.includes(-Infinity)
      ? NaN
      : (registers[result] as number);
}

/** Units of work that one value may cost where no budget is given: about a tenth of a second. */
const ONE_VALUE = 25_000;

interface Prepared {
  /** Whether the run came to its end. */
  readonly run: (values: readonly number[]) => boolean;
  readonly registers: Registers;
  /** The register that holds the result after a run. */
  readonly result: number;
}

function prepared(
  e: Expr,
  names: readonly string[],
  definitions: ReadonlyMap<string, Binding>,
  given: Budget | undefined,
): Prepared {
  const allowance = new Work(ONE_VALUE);
  const budget = given ?? allowance;
  const program = new Recorded(names, definitions, budget);
  const result = program.register(e);
  const registers = new Float64Array(program.size);
  program.constants.forEach(([at, v]) => (registers[at] = v));
  budget.shouldStop(program.size * COST.compiled);
  const cost = (COST.run + program.instructions.length) * COST.evaluated;
  const run = (values: readonly number[]): boolean => {
    allowance.spent = 0;
    if (budget.shouldStop(cost)) return false;
    for (let i = 0; i < names.length; i++) registers[i] = values[i] ?? NaN;
    for (const instruction of program.instructions) instruction(registers);
    return true;
  };
  return { run, registers, result };
}

/** The value at a point given by names; arrays give components. */
export function evaluate(
  e: Expr,
  point: Readonly<Record<string, Value>>,
  definitions: ReadonlyMap<string, Binding> = new Map(),
  budget?: Budget,
): number {
  const flat = new Map<string, number>();
  for (const [name, v] of Object.entries(point)) flatten(name, v, flat);
  return compile(e, [...flat.keys()], definitions, budget)(...flat.values());
}
function flatten(key: string, v: Value, into: Map<string, number>): void {
  if (typeof v === 'number') into.set(key, v);
  else
    v.forEach((x, i) => {
      flatten(`${key}[${String(i + 1)}]`, x, into);
    });
}

const MAX_DEFINITION_DEPTH = 40;

class Recorded implements Tape {
  readonly instructions: Instruction[] = [];
  readonly constants: [at: number, value: number][] = [];
  size: number;
  private readonly given = new Map<string, number>();
  private readonly known = new Map<Expr, number>();
  private depth = 0;

  constructor(
    names: readonly string[],
    private readonly definitions: ReadonlyMap<string, Binding>,
    private readonly budget: Budget,
  ) {
    names.forEach((n, i) => this.given.set(n, i));
    this.size = names.length;
  }

  /** The register that holds the value of e once the instructions have run. */
  register(e: Expr): number {
    const known = this.known.get(e);
    if (known !== undefined) return known;
    const at = described(e).evaluate(e, this);
    this.known.set(e, at);
    return at;
  }

  input(key: string): number | undefined {
    return this.given.get(key);
  }
  inputs(prefix: string): ReadonlyMap<string, number> {
    return new Map([...this.given].filter(([key]) => key.startsWith(prefix)));
  }

  constant(v: number): number {
    this.constants.push([this.size, v]);
    return this.size++;
  }

  emit(compute: (r: Registers) => number): number {
    const to = this.size++;
    this.instructions.push((r) => {
      r[to] = compute(r);
    });
    return to;
  }

  op(args: readonly Expr[], f: (...xs: number[]) => number): number {
    return this.apply(
      args.map((a) => this.register(a)),
      f,
    );
  }

  private apply(from: readonly number[], f: (...xs: number[]) => number): number {
    const to = this.size++;
    const [a = 0, b = 0, c = 0] = from;
    if (from.length === 1)
      this.instructions.push((r) => {
        r[to] = f(r[a] as number);
      });
    else if (from.length === 2)
      this.instructions.push((r) => {
        r[to] = f(r[a] as number, r[b] as number);
      });
    else if (from.length === 3)
      this.instructions.push((r) => {
        r[to] = f(r[a] as number, r[b] as number, r[c] as number);
      });
    else
      this.instructions.push((r) => {
        r[to] = f(...from.map((i) => r[i] as number));
      });
    return to;
  }

  withInput(id: string, register: number, body: Expr): number {
    const inner = new Map(this.given).set(id, register);
    return this.scoped(inner, () => this.register(body));
  }

  private scoped(inputs: Map<string, number>, run: () => number): number {
    const [oldInputs, oldKnown] = [[...this.given], [...this.known]];
    const [inputMap, known] = [this.given, this.known];
    inputMap.clear();
    known.clear();
    inputs.forEach((v, k) => inputMap.set(k, v));
    const at = run();
    inputMap.clear();
    known.clear();
    oldInputs.forEach(([k, v]) => inputMap.set(k, v));
    oldKnown.forEach(([k, v]) => known.set(k, v));
    return at;
  }

  defined(id: string, args: readonly Expr[]): number {
    const d = this.definitions.get(id);
    if (!d || d.params.length !== args.length || this.depth > MAX_DEFINITION_DEPTH) return this.constant(NaN);
    const inner = new Map(this.given);
    d.params.forEach((p, i) => inner.set(p.id, this.register(args[i] as Expr)));
    this.depth++;
    const at = d.params.length ? this.scoped(inner, () => this.register(d.value)) : this.register(d.value);
    this.depth--;
    return at;
  }

  underBinder(e: Binder): (r: Registers) => Bodied {
    const index = sym('#' + String(this.given.size));
    const { body, condition } = openBody(e, index);
    const names = [...this.given.keys(), index.id];
    const value = compile(body, names, this.definitions, this.budget);
    const holds = condition ? compile(condition, names, this.definitions, this.budget) : () => 1;
    const from = [...this.given.values()];
    return (r) => {
      const values = from.map((i) => r[i] as number);
      return { value: (k) => value(...values, k), holds: (k) => holds(...values, k) };
    };
  }
}
