/**
 * A derivative taken with one wrong rule, at one place or at all of them. It serves to recognise mistakes in claims
 * that are refuted already, and nothing else: no answer is ever made here.
 */
import { same } from '../../core/equality.js';
import {
  add,
  apply,
  call,
  div,
  exp,
  mul,
  ONE,
  piecewise,
  pow,
  product,
  root,
  sub,
  sum,
  sym,
  TWO,
  ZERO,
  type Apply,
  type Binder,
  type Call,
  type Expr,
} from '../../core/expr.js';
import { binder, openBody, someNode } from '../../core/walk.js';
import { fill } from '../../core/fold.js';
import { functionRow } from '../../core/functions/index.js';
import type { Variable } from '../letters.js';
import type { Site, WrongRule } from './site.js';

/** What is derived, and what stands for functions of the variable. */
export interface Subject {
  readonly variable: Variable;
  readonly dependent: ReadonlySet<string>;
}

/** How often a wrong rule fires: at its n-th place and with its k-th form there, or at every place. */
export interface Slip {
  readonly rule: WrongRule;
  readonly place: number | 'everywhere';
  readonly form: number;
}

export class SlippingDeriver {
  /** Places at which the rule could fire, and the most forms it has at one. */
  places = 0;
  forms = 0;

  constructor(
    private readonly subject: Subject,
    private readonly slip: Slip | null,
  ) {}

  /** The derivative, or null where something has no rule here. */
  derive(e: Expr): Expr | null {
    try {
      return this.of(e);
    } catch (error) {
      if (error instanceof NoRule) return null;
      throw error;
    }
  }

  varies(e: Expr): boolean {
    const { variable } = this.subject;
    const mentions = [...variable.free].every((id) => e.free.has(id));
    // w_1 varies alone, whatever other entries of w stand beside it.
    if (mentions && (variable.kind === 'sym' || someNode(e, (x) => same(x, variable)))) return true;
    return [...this.subject.dependent].some((id) => e.free.has(id));
  }

  private of(e: Expr): Expr {
    if (same(e, this.subject.variable)) return this.at({ kind: 'linear', whole: e }) ?? ONE;
    if (!this.varies(e)) return this.at({ kind: 'constant', c: e }) ?? ZERO;
    switch (e.kind) {
      case 'add':
        return this.sum(e.terms);
      case 'mul':
        return this.product(e.factors, e);
      case 'div':
        return this.quotient(e.numer, e.denom);
      case 'pow':
        return this.power(e.base, e.exponent);
      case 'root':
        return this.power(e.body, div(ONE, e.index), e);
      case 'call':
        return this.call(e);
      case 'sym':
        return apply(e, [], [1]);
      case 'apply':
        return this.applied(e);
      case 'piecewise': {
        const branches = e.branches.map((b) => ({ value: this.of(b.value), condition: b.condition }));
        return piecewise(branches, e.otherwise && this.of(e.otherwise));
      }
      case 'binder':
        return this.series(e);
      case 'num':
      case 'const':
      case 'diff':
      case 'relation':
      case 'logic':
      case 'at':
      case 'bound':
      case 'plusminus':
      case 'component':
      case 'delta':
      case 'tuple':
      case 'matrix':
        throw new NoRule();
    }
  }

  /** A sum term by term. */
  private series(e: Binder): Expr {
    if (e.op !== 'sum' || e.lower === null || e.upper === null) throw new NoRule();
    const index = sym('#k');
    const { body, condition } = openBody(e, index);
    return binder('sum', index, { lower: e.lower, upper: e.upper, condition }, this.of(body));
  }

  /** What the wrong rule makes of the place; null where the right rule is to be used. */
  private at(site: Site): Expr | null {
    if (!this.slip) return null;
    const forms = this.slip.rule.wrong(site);
    if (forms.length === 0) return null;
    this.forms = Math.max(this.forms, forms.length);
    const place = this.places++;
    if (this.slip.place !== 'everywhere' && this.slip.place !== place) return null;
    return forms[Math.min(this.slip.form, forms.length - 1)] ?? null;
  }

  private sum(terms: readonly Expr[]): Expr {
    const primes = terms.map((t) => this.of(t));
    return this.at({ kind: 'sum', terms, primes }) ?? sum(primes);
  }

  private product(factors: readonly Expr[], whole: Expr): Expr {
    const constants = factors.filter((f) => !this.varies(f));
    const rest = factors.filter((f) => this.varies(f));
    if (constants.length > 0) return this.multiple(product(constants), product(rest), whole);
    const primes = rest.map((f) => this.of(f));
    const wrong = this.at({ kind: 'product', factors: rest, primes });
    return wrong ?? sum(rest.map((_, i) => product(rest.map((f, j) => (i === j ? (primes[i] as Expr) : f)))));
  }

  private multiple(c: Expr, u: Expr, whole: Expr): Expr {
    if (same(u, this.subject.variable)) {
      const wrong = this.at({ kind: 'linear', whole });
      if (wrong) return wrong;
    }
    const du = same(u, this.subject.variable) ? ONE : this.of(u);
    return this.at({ kind: 'multiple', c, u, du }) ?? mul(c, du);
  }

  private quotient(u: Expr, v: Expr): Expr {
    if (!this.varies(v)) {
      const du = this.of(u);
      return this.at({ kind: 'multiple', c: div(ONE, v), u, du }) ?? div(du, v);
    }
    const constant = !this.varies(u);
    const [du, dv] = [constant ? ZERO : this.of(u), this.of(v)];
    const wrong = this.at({ kind: 'quotient', u, v, du, dv, constant });
    return wrong ?? div(sub(mul(du, v), mul(u, dv)), pow(v, TWO));
  }

  private power(u: Expr, n: Expr, rooted: Expr | null = null): Expr {
    if (this.varies(n)) return this.varies(u) ? this.generalPower(u, n) : this.exponential(u, n);
    const du = this.of(u);
    const wrong = this.at({ kind: 'power', u, n, du });
    if (wrong) return wrong;
    const index = rooted?.kind === 'root' ? rooted.index : null;
    const outer = (w: Expr): Expr =>
      index ? div(ONE, mul(index, pow(root(w, index), sub(index, ONE)))) : mul(n, pow(w, sub(n, ONE)));
    return this.composed(outer, u, du);
  }

  private exponential(a: Expr, u: Expr): Expr {
    const du = this.of(u);
    const isE = a.kind === 'const' && a.name === 'e';
    const wrong = this.at({ kind: 'exponential', a: isE ? null : a, u, du, variable: this.subject.variable });
    return wrong ?? this.composed((w) => (isE ? exp(w) : mul(pow(a, w), call('ln', a))), u, du);
  }

  private generalPower(u: Expr, v: Expr): Expr {
    const [du, dv] = [this.of(u), this.of(v)];
    const wrong = this.at({ kind: 'general-power', u, v, du, dv });
    return wrong ?? mul(pow(u, v), add(mul(dv, call('ln', u)), div(mul(v, du), u)));
  }

  private call(e: Call): Expr {
    const row = functionRow(e.fn);
    const args = row
      ? [...e.args, ...row.defaults.slice(row.defaults.length - (row.params.length - e.args.length))]
      : [];
    const k = args.findIndex((a) => this.varies(a));
    const entry = row?.derivatives[k];
    const u = args[k];
    if (
      !row ||
      !entry ||
      !u ||
      args.filter((a) => this.varies(a)).length > 1 ||
      args.length !== row.params.length
    )
      throw new NoRule();
    const outer = (w: Expr): Expr => {
      const names = new Map(row.params.map((p, i) => [p.id, i === k ? w : (args[i] as Expr)]));
      return fill(entry, (x) => (x.kind === 'sym' ? (names.get(x.id) ?? null) : null));
    };
    const du = this.of(u);
    if (e.fn === 'exp') {
      const wrong = this.at({ kind: 'exponential', a: null, u, du, variable: this.subject.variable });
      if (wrong) return wrong;
    }
    const wrong = this.at({ kind: 'call', fn: e.fn, args, u, du, entry: outer(u) });
    return wrong ?? this.composed(outer, u, du);
  }

  private applied(e: Apply): Expr {
    const [u] = e.args;
    if (!u) return apply(e.fn, [], [increased(e)]);
    if (e.args.length > 1) throw new NoRule();
    return this.composed((w) => apply(e.fn, [w], [increased(e)]), u, this.of(u));
  }

  private composed(outer: (w: Expr) => Expr, u: Expr, du: Expr): Expr {
    const { variable } = this.subject;
    if (same(u, variable)) return outer(u);
    return this.at({ kind: 'composite', outer, u, du, variable }) ?? mul(outer(u), du);
  }
}

function increased(e: Apply): number {
  const [order] = e.orders;
  if (typeof order !== 'number' && order !== undefined) throw new NoRule();
  return (order ?? 0) + 1;
}

class NoRule extends Error {}
