/**
 * Numeric evaluation over the reals: an expression is compiled once to a tape over its distinct nodes, so that
 * shared subtrees are computed once a point. Undefined is NaN (√−1, ln 0 is −∞, 1/0 is NaN); a truth value is 1 or 0.
 */
import { functionRow } from './functions/index.js';
import {
  sym,
  type Apply,
  type Binder,
  type Component,
  type Expr,
  type Relation,
  type RelationOp,
} from './expr.js';
import { openBody } from './walk.js';
import type { Binding, Budget } from './derivation.js';
import { integrate } from './quadrature.js';
import { COST, Work } from './work.js';

/** A value at a point; arguments in the order of the names given to `compile`. */
export type Compiled = (...values: readonly number[]) => number;
/** A name's value: a number, or an array (of arrays) whose components are counted from 1. */
export type Value = number | readonly Value[];

type Registers = Float64Array;
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
  const program = new Program(names, definitions, budget);
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

/** The key under which a component with constant indices is given its value: x_1 is `x[1]`. */
export function componentKey(e: Component): string | null {
  if (e.base.kind !== 'sym') return null;
  let key = e.base.id;
  for (const i of e.indices) {
    if (i.kind !== 'num' && i.kind !== 'sym') return null;
    key += `[${i.kind === 'num' ? i.value.toString() : i.id}]`;
  }
  return key;
}

const MAX_LOOP = 10_000;
const MAX_DEFINITION_DEPTH = 40;

class Program {
  readonly instructions: Instruction[] = [];
  readonly constants: [at: number, value: number][] = [];
  size: number;
  private readonly inputs = new Map<string, number>();
  private readonly known = new Map<Expr, number>();
  private depth = 0;

  constructor(
    names: readonly string[],
    private readonly definitions: ReadonlyMap<string, Binding>,
    private readonly budget: Budget,
  ) {
    names.forEach((n, i) => this.inputs.set(n, i));
    this.size = names.length;
  }

  /** The register that holds the value of e once the instructions have run. */
  register(e: Expr): number {
    const known = this.known.get(e);
    if (known !== undefined) return known;
    const at = this.emit(e);
    this.known.set(e, at);
    return at;
  }

  private emit(e: Expr): number {
    switch (e.kind) {
      case 'num':
        return this.constant(e.value.toNumber());
      case 'const':
        return this.constant(CONSTANTS[e.name] ?? NaN);
      case 'sym':
        return this.inputs.get(e.id) ?? this.defined(e.id, []);
      case 'component':
        return this.componentRegister(e);
      case 'add':
        return this.fold(e.terms, (a, b) => a + b);
      case 'mul':
        return this.fold(e.factors, (a, b) => a * b);
      case 'div':
        return this.op([e.numer, e.denom], (a, b) => (b === 0 ? NaN : a / b));
      case 'pow':
        return this.op([e.base, e.exponent], power);
      case 'root':
        return this.op([e.body, e.index], realRoot);
      case 'call':
        return this.callRegister(e.fn, e.args);
      case 'apply':
        return this.applied(e);
      case 'piecewise':
        return this.branches(
          e.branches.flatMap((b) => [b.condition, b.value]),
          e.otherwise,
        );
      case 'relation':
        return this.relationRegister(e);
      case 'logic':
        return this.op(e.args, LOGIC[e.op]);
      case 'at':
        return this.withInput(e.variable.id, this.register(e.value), e.body);
      case 'delta':
        return this.op([e.left, e.right], (a, b) => (a === b ? 1 : 0));
      case 'binder':
        return this.loop(e);
      default:
        return this.constant(NaN);
    }
  }

  private constant(v: number): number {
    this.constants.push([this.size, v]);
    return this.size++;
  }

  private op(args: readonly Expr[], f: (...xs: number[]) => number): number {
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

  private fold(parts: readonly Expr[], f: (a: number, b: number) => number): number {
    const from = parts.map((p) => this.register(p));
    const to = this.size++;
    this.instructions.push((r) => {
      let v = r[from[0] as number] as number;
      for (let i = 1; i < from.length; i++) v = f(v, r[from[i] as number] as number);
      r[to] = v;
    });
    return to;
  }

  private callRegister(fn: string, args: readonly Expr[]): number {
    const row = functionRow(fn);
    return row ? this.op(args, row.evaluate) : this.constant(NaN);
  }

  /** The value under an input changed for this body alone. */
  private withInput(id: string, register: number, body: Expr): number {
    const inner = new Map(this.inputs).set(id, register);
    return this.scoped(inner, () => this.register(body));
  }

  private scoped(inputs: Map<string, number>, run: () => number): number {
    const [oldInputs, oldKnown] = [[...this.inputs], [...this.known]];
    const [inputMap, known] = [this.inputs, this.known];
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

  private defined(id: string, args: readonly Expr[]): number {
    const d = this.definitions.get(id);
    if (!d || d.params.length !== args.length || this.depth > MAX_DEFINITION_DEPTH) return this.constant(NaN);
    const inner = new Map(this.inputs);
    d.params.forEach((p, i) => inner.set(p.id, this.register(args[i] as Expr)));
    this.depth++;
    const at = d.params.length ? this.scoped(inner, () => this.register(d.value)) : this.register(d.value);
    this.depth--;
    return at;
  }

  private applied(e: Apply): number {
    if (e.orders.some((o) => o !== 0)) return this.constant(NaN);
    return this.defined(e.fn.id, e.args);
  }

  private componentRegister(e: Component): number {
    const key = componentKey(e);
    const known = key === null ? undefined : this.inputs.get(key);
    if (known !== undefined) return known;
    // An index that is itself a number at this point (i in a sum) picks the component then.
    if (e.base.kind !== 'sym') return this.constant(NaN);
    const base = e.base.id;
    const indices = e.indices.map((i) => this.register(i));
    const inputs = new Map([...this.inputs].filter(([k]) => k.startsWith(base + '[')));
    const to = this.size++;
    this.instructions.push((r) => {
      const at = inputs.get(base + indices.map((i) => `[${String(r[i])}]`).join(''));
      r[to] = at === undefined ? NaN : (r[at] as number);
    });
    return to;
  }

  private branches(parts: readonly Expr[], otherwise: Expr | null): number {
    const from = parts.map((p) => this.register(p));
    const last = otherwise ? this.register(otherwise) : this.constant(NaN);
    const to = this.size++;
    this.instructions.push((r) => {
      let at = last;
      for (let i = 0; i < from.length; i += 2) {
        const holds = r[from[i] as number] as number;
        if (holds !== 0) {
          at = Number.isNaN(holds) ? (from[i] as number) : (from[i + 1] as number);
          break;
        }
      }
      r[to] = r[at] as number;
    });
    return to;
  }

  private relationRegister(e: Relation): number {
    const tests = e.ops.map((op) => COMPARE[op]);
    return this.op(e.sides, (...xs) => {
      if (xs.some(Number.isNaN)) return NaN;
      return tests.every((t, i) => t?.(xs[i] as number, xs[i + 1] as number)) ? 1 : 0;
    });
  }

  /** A finite sum or product, or an integral: its body is a program of its own, run for each index. */
  private loop(e: Binder): number {
    if (e.op === 'limit' || !e.lower || !e.upper) return this.constant(NaN);
    const index = sym('#' + String(this.inputs.size));
    const { body, condition } = openBody(e, index);
    const names = [...this.inputs.keys(), index.id];
    const run = compile(body, names, this.definitions, this.budget);
    const holds = condition ? compile(condition, names, this.definitions, this.budget) : () => 1;
    const inputs = [...this.inputs.values()];
    const [lower, upper] = [this.register(e.lower), this.register(e.upper)];
    const to = this.size++;
    if (e.op === 'integral') {
      this.instructions.push((r) => {
        const values = inputs.map((i) => r[i] as number);
        r[to] = integrate((t) => run(...values, t), r[lower] as number, r[upper] as number);
      });
      return to;
    }
    const [unit, step] =
      e.op === 'sum'
        ? ([0, (a: number, b: number) => a + b] as const)
        : ([1, (a: number, b: number) => a * b] as const);
    this.instructions.push((r) => {
      const [from, until] = [r[lower] as number, r[upper] as number];
      const values = inputs.map((i) => r[i] as number);
      let total = until - from > MAX_LOOP || Number.isNaN(until - from) ? NaN : unit;
      for (let k = from; k <= until && !Number.isNaN(total); k++) {
        if (holds(...values, k) !== 0) total = step(total, run(...values, k));
      }
      r[to] = total;
    });
    return to;
  }
}

const CONSTANTS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  infinity: Infinity,
  true: 1,
  false: 0,
};

const LOGIC = {
  and: (...xs: number[]) => (xs.some((x) => x === 0) ? 0 : xs.some(Number.isNaN) ? NaN : 1),
  or: (...xs: number[]) => (xs.some((x) => x === 1) ? 1 : xs.some(Number.isNaN) ? NaN : 0),
  not: (x = NaN) => (Number.isNaN(x) ? NaN : x === 0 ? 1 : 0),
} as const;

const COMPARE: Partial<Record<RelationOp, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Real powers: of a negative base for whole exponents only, and 0⁰ = 1 as polynomials need it. */
export function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) return NaN;
  return Math.pow(base, exponent);
}

/** The real n-th root: for odd n of negative numbers too. */
export function realRoot(x: number, n: number): number {
  if (n === 2) return Math.sqrt(x);
  if (n === 3) return Math.cbrt(x);
  if (x < 0) return Number.isInteger(n) && n % 2 !== 0 ? -realRoot(-x, n) : NaN;
  return x === 0 && n < 0 ? NaN : Math.pow(x, 1 / n);
}
