/**
 * Values with bounds for their rounding errors, so that a difference between two formulas can be told from noise.
 * Undefined and uncertain (a condition too close to call, a divisor that may be 0) are both NaN.
 */
import type { Binding } from '../derivation.js';
import { componentKey } from '../kinds/indexed.js';
import { power, realRoot } from '../powers.js';
import { functionRow } from '../functions/index.js';
import { sym, type Binder, type Component, type Expr, type Relation } from '../expr.js';
import { openBody } from '../walk.js';
import { limitOf } from './limit.js';
import type { Measured } from './measured.js';

/** Values by symbol id, or by the key of a component. */
export type Point = ReadonlyMap<string, number>;
export type BindingsById = ReadonlyMap<string, Binding>;

/** A few units in the last place. */
const UNIT = 4.5e-16;
/** Below this numbers underflow. */
const TINY = 1e-300;
/** Relative error taken for special functions, which are computed by series. */
const SERIES = 1e-11;
const MOST_TERMS = 2_000;
const MOST_NESTED = 60;
/** Nodes looked at for one value: several milliseconds. */
const MOST_WORK = 40_000;

const NOWHERE: Measured = { value: NaN, error: Infinity };
const exactly = (value: number): Measured => ({ value, error: 0 });

/** The value of an expression at a point; `meter` is told how many nodes were looked at. */
export function measure(
  e: Expr,
  point: Point,
  definitions: BindingsById = NO_DEFINITIONS,
  meter: { work: number } = { work: 0 },
): Measured {
  const seen = { overflow: false, work: 0 };
  const found = new Measuring(point, definitions, 0, seen).of(e);
  meter.work += seen.work;
  return Number.isNaN(found.value) && seen.overflow ? UNKNOWN : found;
}
const UNKNOWN: Measured = { value: NaN, error: Infinity, overflow: true };
/** Without a value, or of a sign that rounding leaves open. */
const orUnknown = (a: Measured): Measured =>
  a.error > 0 && Math.abs(a.value) <= a.error ? UNKNOWN : NOWHERE;
const NO_DEFINITIONS: BindingsById = new Map();

class Measuring {
  private readonly known = new Map<Expr, Measured>();

  constructor(
    private readonly point: Point,
    private readonly definitions: BindingsById,
    private readonly nesting: number,
    private readonly seen: { overflow: boolean; work: number },
  ) {}

  of(e: Expr): Measured {
    const known = this.known.get(e);
    if (known) return known;
    // Sums within sums would take any time.
    const found = ++this.seen.work > MOST_WORK ? NOWHERE : this.measured(e);
    if (Math.abs(found.value) === Infinity || found.overflow === true) this.seen.overflow = true;
    const sound = Number.isFinite(found.value) && Number.isFinite(found.error) ? found : NOWHERE;
    this.known.set(e, sound);
    return sound;
  }

  private measured(e: Expr): Measured {
    switch (e.kind) {
      case 'num':
        return rounded(e.value.toNumber(), e.value.isInteger ? 0 : UNIT / 4);
      case 'const':
        return e.name === 'pi' ? rounded(Math.PI) : e.name === 'e' ? rounded(Math.E) : NOWHERE;
      case 'sym':
        return this.named(e.id) ?? this.defined(e.id, []);
      case 'component':
        return this.entry(e);
      case 'add':
        return sumOf(e.terms.map((t) => this.of(t)));
      case 'mul':
        return e.factors.map((f) => this.of(f)).reduce(product);
      case 'div':
        return quotient(this.of(e.numer), this.of(e.denom));
      case 'pow':
        return raised(this.of(e.base), this.of(e.exponent));
      case 'root':
        return rooted(this.of(e.body), this.of(e.index));
      case 'call':
        return called(
          e.fn,
          e.args.map((a) => this.of(a)),
        );
      case 'apply':
        return e.orders.some((o) => o !== 0) ? NOWHERE : this.defined(e.fn.id, e.args);
      case 'piecewise':
        return this.piece(e.branches, e.otherwise);
      case 'relation':
      case 'logic':
        return truth(this.holds(e));
      case 'at':
        return this.inner([[e.variable.id, this.of(e.value)]], e.body);
      case 'delta': {
        const [a, b] = [this.of(e.left), this.of(e.right)];
        return exactly(a.value === b.value ? 1 : 0);
      }
      case 'binder':
        return this.bound(e);
      case 'diff':
      case 'bound':
      case 'plusminus':
      case 'tuple':
      case 'matrix':
      case 'matmul':
        return NOWHERE;
    }
  }

  private named(id: string): Measured | null {
    const value = this.point.get(id);
    return value === undefined ? null : exactly(value);
  }

  /** x_1 as it is given; x_k of a sum as some entry of an x that varies from index to index. */
  private entry(e: Component): Measured {
    const own = this.named(componentKey(e) ?? '');
    if (own || e.base.kind !== 'sym') return own ?? NOWHERE;
    const indices = e.indices.map((i) => this.of(i));
    if (indices.some((i) => i.error !== 0 || !Number.isInteger(i.value))) return NOWHERE;
    const given = this.named(e.base.id + indices.map((i) => `[${String(i.value)}]`).join(''));
    if (given) return given;
    const base = this.named(e.base.id);
    const place = indices.reduce((p, i, at) => p + i.value * (1 + 0.618 * at), 0);
    return base ? exactly(base.value * (1 + 0.4 * Math.sin(2.3 * place))) : NOWHERE;
  }

  private defined(id: string, args: readonly Expr[]): Measured {
    const d = this.definitions.get(id);
    if (d?.params.length !== args.length || this.nesting > MOST_NESTED) return NOWHERE;
    return this.inner(
      d.params.map((p, i) => [p.id, this.of(args[i] as Expr)] as const),
      d.value,
    );
  }

  /** A body in which names have further values; what is uncertain about those is spread by trying both ends. */
  private inner(values: readonly (readonly [string, Measured])[], body: Expr): Measured {
    const at = (shift: number): Measured => {
      const moved = values.map(([id, m]): [string, number] => [id, m.value + shift * m.error]);
      return new Measuring(
        new Map([...this.point, ...moved]),
        this.definitions,
        this.nesting + 1,
        this.seen,
      ).of(body);
    };
    const middle = at(0);
    if (values.every(([, m]) => m.error === 0)) return middle;
    const ends = [at(1), at(-1)];
    const spread = Math.max(...ends.map((m) => Math.abs(m.value - middle.value)));
    return { value: middle.value, error: middle.error + 2 * spread };
  }

  private piece(
    branches: readonly { readonly value: Expr; readonly condition: Expr }[],
    otherwise: Expr | null,
  ): Measured {
    for (const b of branches) {
      const holds = this.holds(b.condition);
      if (holds === null) return NOWHERE;
      if (holds) return this.of(b.value);
    }
    return otherwise ? this.of(otherwise) : NOWHERE;
  }

  /** Null where too close to call. */
  private holds(e: Expr): boolean | null {
    if (e.kind === 'relation') return this.related(e);
    if (e.kind === 'logic') {
      const parts = e.args.map((a) => this.holds(a));
      if (e.op === 'not') return parts[0] === undefined || parts[0] === null ? null : !parts[0];
      const decisive = e.op === 'or';
      if (parts.includes(decisive)) return decisive;
      return parts.includes(null) ? null : !decisive;
    }
    const m = this.of(e);
    return Number.isNaN(m.value) ? null : m.value !== 0;
  }

  private related({ ops, sides }: Relation): boolean | null {
    const parts = sides.map((s) => this.of(s));
    const tests = ops.map((op, i) => compared(op, parts[i] ?? NOWHERE, parts[i + 1] ?? NOWHERE));
    return tests.includes(false) ? false : tests.includes(null) ? null : true;
  }

  private bound(e: Binder): Measured {
    if (e.op === 'limit')
      return limitOf(e, (x, body, name) => this.inner([[name.id, exactly(x)]], body), this.targetOf(e));
    if ((e.op !== 'sum' && e.op !== 'product') || !e.lower || !e.upper) return NOWHERE;
    const [lower, upper] = [this.of(e.lower).value, this.of(e.upper).value];
    if (!(upper - lower < MOST_TERMS)) return NOWHERE;
    const index = sym(`#${String(this.nesting)}`);
    const { body, condition } = openBody(e, index);
    const parts: Measured[] = [];
    for (let k = lower; k <= upper; k++) {
      if (this.seen.work > MOST_WORK) return NOWHERE;
      const at = (x: Expr): Measured => this.inner([[index.id, exactly(k)]], x);
      if (condition === null || at(condition).value !== 0) parts.push(at(body));
    }
    return e.op === 'sum' ? sumOf(parts) : parts.reduce(product, exactly(1));
  }

  private targetOf(e: Binder): Measured {
    const to = e.lower ?? e.upper;
    return to ? this.of(to) : NOWHERE;
  }
}

const rounded = (value: number, relative = UNIT): Measured => ({ value, error: Math.abs(value) * relative });
const truth = (holds: boolean | null): Measured => (holds === null ? NOWHERE : exactly(holds ? 1 : 0));

function sumOf(parts: readonly Measured[]): Measured {
  let [value, error] = [0, 0];
  for (const p of parts) {
    value += p.value;
    error += p.error + Math.abs(p.value) * UNIT;
  }
  const whole = parts.every((p) => p.error === 0 && Number.isSafeInteger(p.value));
  return { value, error: whole && Number.isSafeInteger(value) ? 0 : error };
}

function product(a: Measured, b: Measured): Measured {
  const value = a.value * b.value;
  // 0 times anything that has a value is 0.
  if ((a.value === 0 && a.error === 0) || (b.value === 0 && b.error === 0)) {
    return Number.isNaN(value) ? NOWHERE : exactly(0);
  }
  if (a.error === 0 && b.error === 0 && Number.isSafeInteger(value) && Number.isSafeInteger(a.value)) {
    return exactly(value);
  }
  const spread = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
  return { value, error: spread + Math.abs(value) * UNIT + TINY };
}

function quotient(a: Measured, b: Measured): Measured {
  const room = Math.abs(b.value) - b.error;
  if (!(room > 0)) return orUnknown(b);
  const value = a.value / b.value;
  if (a.value === 0 && a.error === 0) return exactly(0);
  return { value, error: (a.error + Math.abs(value) * b.error) / room + Math.abs(value) * UNIT + TINY };
}

function raised(a: Measured, b: Measured): Measured {
  const value = power(a.value, b.value);
  const whole = b.error === 0 && Number.isInteger(b.value);
  if (!whole && a.value - a.error <= 0 && !(a.value === 0 && a.error === 0 && b.value > 0))
    return orUnknown(a);
  if (a.value === 0) {
    return b.value >= 0
      ? { value, error: a.error === 0 ? 0 : Math.pow(a.error, Math.max(1, b.value)) }
      : orUnknown(a);
  }
  if (whole && a.error === 0 && Number.isSafeInteger(value) && Number.isInteger(a.value))
    return exactly(value);
  const logarithm = Math.log(Math.abs(a.value));
  const relative = (Math.abs(b.value) * a.error) / Math.abs(a.value) + Math.abs(logarithm) * b.error;
  return { value, error: Math.abs(value) * (relative + UNIT * (4 + Math.abs(b.value * logarithm))) + TINY };
}

function rooted(a: Measured, n: Measured): Measured {
  const value = realRoot(a.value, n.value);
  if (a.value === 0 && a.error === 0) return exactly(value);
  if (Math.abs(a.value) <= a.error) return orUnknown(a);
  return {
    value,
    error: (Math.abs(value) * a.error) / Math.abs(n.value * a.value) + Math.abs(value) * UNIT + TINY,
  };
}

/** A function of the table; its slope is felt by moving each argument by its error. */
function called(fn: string, args: readonly Measured[]): Measured {
  const row = functionRow(fn);
  if (!row) return NOWHERE;
  const values = args.map((a) => a.value);
  const value = row.evaluate(...values);
  const exact = args.every((a) => a.error === 0) && Number.isInteger(value) && row.rounding === 'none';
  if (exact) return exactly(value);
  if (Number.isNaN(value)) return args.map(orUnknown).find((a) => a !== NOWHERE) ?? NOWHERE;
  let error = Math.abs(value) * (row.rounding === 'series' ? SERIES : 2 * UNIT) + TINY;
  args.forEach((a, i) => {
    const step = Math.max(a.error, Math.abs(a.value) * UNIT);
    for (const s of [step, -step]) {
      const moved = row.evaluate(...values.map((v, j) => (i === j ? v + s : v)));
      error += Math.abs(moved - value);
    }
  });
  return { value, error };
}

function compared(op: Relation['ops'][number], a: Measured, b: Measured): boolean | null {
  const gap = a.value - b.value;
  if (Number.isNaN(gap)) return null;
  const close = Math.abs(gap) <= a.error + b.error;
  const exact = a.error === 0 && b.error === 0;
  if (close && !exact) return null;
  switch (op) {
    case '=':
      return gap === 0;
    case '!=':
      return gap !== 0;
    case '<':
      return gap < 0;
    case '<=':
      return gap <= 0;
    case '>':
      return gap > 0;
    case '>=':
      return gap >= 0;
    default:
      return null;
  }
}
