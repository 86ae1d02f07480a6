/** Values where doubles over- or underflow on the way: ln(1 + e^x) at 800, e^{−x}/(1 + e^{−x}) at −800. */
import type { Binding, Budget } from '../derivation.js';
import { expanded, valueOf } from '../definitions.js';
import type { Call, Expr, Logic, Piecewise, Relation } from '../expr.js';
import { functionRow } from '../functions/index.js';
import { evaluate, type Value } from '../evaluate.js';
import { COST } from '../work.js';
import {
  dividedWide,
  expWide,
  ln1pWide,
  lnWide,
  minusWide,
  NOUGHT,
  plusWide,
  powerWide,
  rootWide,
  signWide,
  throughDoubles,
  timesWide,
  toDouble,
  wide,
  type MaybeWide,
  type Wide,
} from './number.js';

/** Values that are known to fewer digits are not told. */
const KNOWN = 1e-6;

type Point = Readonly<Record<string, Value>>;
type Definitions = ReadonlyMap<string, Binding>;

/**
 * The value at a point given by names as the nearest double: ±∞ beyond their range, 0 below it; NaN where there is none,
 * or too few digits of it are known.
 */
export function evaluateWide(e: Expr, point: Point, definitions: Definitions, budget: Budget): number {
  const found = valueAt(e, point, definitions, budget);
  return found && found.off < KNOWN ? toDouble(found) : NaN;
}

/** Whether there is certainly a value, be its digits known or not. */
export const hasValueWide = (e: Expr, point: Point, definitions: Definitions, budget: Budget): boolean =>
  valueAt(e, point, definitions, budget) !== null;

function valueAt(e: Expr, point: Point, definitions: Definitions, budget: Budget): MaybeWide {
  const whole = expanded(valueOf(e, definitions), definitions);
  if (!whole) return null;
  const names = new Map<string, Wide>();
  for (const [name, v] of Object.entries(point)) {
    const value = typeof v === 'number' && Number.isFinite(v) ? wide(v) : null;
    if (value) names.set(name, value);
  }
  return new Wider(names, budget).of(whole);
}

class Wider {
  private readonly known = new Map<Expr, MaybeWide>();

  constructor(
    private readonly names: ReadonlyMap<string, Wide>,
    private readonly budget: Budget,
  ) {}

  of(e: Expr): MaybeWide {
    const known = this.known.get(e);
    if (known !== undefined) return known;
    if (this.budget.shouldStop(COST.compiled)) return null;
    const value = this.computed(e);
    this.known.set(e, value);
    return value;
  }

  private computed(e: Expr): MaybeWide {
    switch (e.kind) {
      case 'num':
        return wide(e.value.toNumber(), e.value.isInteger ? 0 : ROUNDED);
      case 'const':
        return wide(evaluate(e, {}), ROUNDED);
      case 'sym':
        return this.names.get(e.id) ?? null;
      case 'add':
        return this.joined(e.terms, plusWide);
      case 'mul':
        return this.joined(e.factors, timesWide);
      case 'div':
        return this.joined([e.numer, e.denom], dividedWide);
      case 'pow':
        return e.base.kind === 'const' && e.base.name === 'e'
          ? this.with(e.exponent, expWide)
          : this.joined([e.base, e.exponent], powerWide);
      case 'root':
        return this.joined([e.body, e.index], rootWide);
      case 'call':
        return this.call(e);
      case 'piecewise':
        return this.firstThatHolds(e);
      case 'relation':
        return truth(this.holds(e));
      case 'logic':
        return truth(this.connected(e));
      case 'apply':
      case 'at':
      case 'binder':
      case 'bound':
      case 'component':
      case 'delta':
      case 'diff':
      case 'matmul':
      case 'matrix':
      case 'plusminus':
      case 'tuple':
        return null;
    }
  }

  private joined(parts: readonly Expr[], join: (a: Wide, b: Wide) => MaybeWide): MaybeWide {
    const [first, ...rest] = parts.map((p) => this.of(p));
    return rest.reduce<MaybeWide>((a, b) => a && (b ?? null) && join(a, b as Wide), first ?? null);
  }

  private with(e: Expr, f: (a: Wide) => MaybeWide): MaybeWide {
    const a = this.of(e);
    return a && f(a);
  }

  private call(e: Call): MaybeWide {
    const [u] = e.args;
    if (u && e.fn === 'ln') return this.logarithm(u);
    const row = functionRow(e.fn);
    if (row?.wide && u && e.args.length === 1) return this.with(u, row.wide);
    const args = e.args.map((a) => this.of(a)).filter((a) => a !== null);
    if (!row || args.length < e.args.length) return null;
    if (e.fn === 'max' || e.fn === 'min') return extreme(args, e.fn === 'max' ? 1 : -1);
    // At a jump rounding decides.
    if (row.step && args.some((a) => a.off > 0)) return null;
    return throughDoubles(row.evaluate, args, ROUNDING[row.rounding]);
  }

  /** ln(1 + u) keeps its digits where u is small. */
  private logarithm(u: Expr): MaybeWide {
    if (u.kind !== 'add') return this.with(u, lnWide);
    const terms = u.terms.filter((t) => !(t.kind === 'num' && t.value.isOne));
    return terms.length === u.terms.length - 1 ? this.plusOne(terms) : this.with(u, lnWide);
  }
  private plusOne(terms: readonly Expr[]): MaybeWide {
    const rest = this.joined(terms, plusWide);
    return rest && ln1pWide(rest);
  }

  private firstThatHolds(e: Piecewise): MaybeWide {
    for (const { condition, value } of e.branches) {
      const holds = this.of(condition);
      if (!holds) return null;
      if (holds.m !== 0) return this.of(value);
    }
    return e.otherwise ? this.of(e.otherwise) : null;
  }

  private holds(e: Relation): boolean | null {
    const sides = e.sides.map((s) => this.of(s));
    let all = true;
    for (const [i, op] of e.ops.entries()) {
      const [a, b] = [sides[i], sides[i + 1]];
      const sign = a && b ? signWide(plusWide(a, minusWide(b))) : null;
      const test = SIGNS[op];
      if (sign === null || !test) return null;
      all &&= test(sign);
    }
    return all;
  }

  private connected(e: Logic): boolean | null {
    const values = e.args.map((a) => this.of(a));
    if (values.includes(null)) return null;
    const isTrue = (v: MaybeWide): boolean => v?.m !== 0;
    if (e.op === 'not') return !isTrue(values[0] ?? null);
    return e.op === 'and' ? values.every(isTrue) : values.some(isTrue);
  }
}

const ROUNDED = 2 ** -53;
/** How far the values of functions may be off, as a part of them. */
const ROUNDING = { none: 0, units: 1e-15, series: 1e-11 } as const;
const truth = (holds: boolean | null): MaybeWide => (holds === null ? null : holds ? ONE : NOUGHT);
const ONE: Wide = { m: 1, e: 0, off: 0 };

const SIGNS: Readonly<Partial<Record<Relation['ops'][number], (sign: number) => boolean>>> = {
  '=': (s) => s === 0,
  '!=': (s) => s !== 0,
  '<': (s) => s < 0,
  '<=': (s) => s <= 0,
  '>': (s) => s > 0,
  '>=': (s) => s >= 0,
};

function extreme(args: readonly Wide[], by: 1 | -1): MaybeWide {
  let best: MaybeWide = args[0] ?? null;
  for (const a of args.slice(1)) {
    const sign = best && signWide(plusWide(a, minusWide(best)));
    if (sign === null) return null;
    if (sign * by > 0) best = a;
  }
  return best;
}
