/** Claims about random derivatives: rewritten ones, which are true, and ones with a slip, which are not. */
import { compile } from '../../../src/core/evaluate.js';
import {
  add,
  call,
  div,
  exp,
  mul,
  neg,
  num,
  ONE,
  PI,
  pow,
  product,
  sub,
  sum,
  TWO,
  type Expr,
} from '../../../src/core/expr.js';
import { plus, times } from '../../../src/core/fold.js';
import { Rational } from '../../../src/core/rational.js';
import { children, mapChildren, someNode } from '../../../src/core/walk.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { checkFile } from '../../../src/headless/checkFile.js';
import { expression, Random, X } from './random.js';
import { POINTS } from './values.js';
import { derivationOf } from './where.js';

export interface ClaimsOptions {
  readonly seed: number;
  readonly count: number;
  readonly onFailure: (seed: number, message: string) => void;
  readonly onProgress: (done: number, failures: number) => void;
}

/** Tries a true and a false claim for each of `count` seeds; how often which verdict was given. */
export function runClaims({
  seed,
  count,
  onFailure,
  onProgress,
}: ClaimsOptions): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  let failures = 0;
  for (let i = 0; i < count; i++) {
    for (const attempt of attempts(seed + i)) {
      const told = `${attempt.truth}, found ${attempt.verdict}`;
      tally.set(told, (tally.get(told) ?? 0) + 1);
      if (!attempt.isWrong) continue;
      failures++;
      onFailure(seed + i, `${told}: ${attempt.message}\n  ${attempt.text}`);
    }
    onProgress(i + 1, failures);
  }
  return tally;
}

interface Attempt {
  readonly truth: 'true' | 'false' | 'true in part';
  readonly verdict: string;
  readonly isWrong: boolean;
  readonly message: string;
  readonly text: string;
}

/** The claims of a seed; none where its expression has no derivative, or has one at too few points. */
export function attempts(seed: number): readonly Attempt[] {
  const body = expression(seed);
  const isAsked = body.free.has('x') && body.size < MOST_SIZE && !someNode(body, isStep);
  const d = isAsked ? derivationOf(body) : null;
  if (!d || d.result.size > MOST_SIZE) return [];
  const r = new Random(seed ^ 0x5bd1e995);
  const found: Attempt[] = [];
  const same = rewritten(r, d.result);
  if (standing(body, d.result, same).agree >= ENOUGH) found.push(judged(body, same, 'true'));
  const slip = withSlip(r, d.result);
  if (slip === null) return found;
  const other = r.next() < 0.5 ? slip : rewritten(r, slip);
  const { agree, differ } = standing(body, d.result, other);
  if (differ >= ENOUGH) found.push(judged(body, other, agree === 0 ? 'false' : 'true in part'));
  return found;
}
/** H is any function where a text does not say which. */
const isStep = (e: Expr): boolean => e.kind === 'call' && e.fn === 'heaviside';
const MOST_SIZE = 60;
const ENOUGH = 4;

/** Verdicts that a claim may not have: a false one is no open question, but must not be borne out. */
const WRONG: Readonly<Record<Attempt['truth'], readonly string[]>> = {
  true: ['false', 'conditional'],
  false: ['true', 'conditional'],
  'true in part': ['true'],
};

function judged(body: Expr, claimed: Expr, truth: Attempt['truth']): Attempt {
  const text = `$$\\frac{d}{dx}\\left(${printLatex(body)}\\right) = ${printLatex(claimed)}$$`;
  const [claim] = checkFile('note.md', text);
  const verdict = claim?.verdict ?? 'none';
  return { truth, verdict, isWrong: WRONG[truth].includes(verdict), message: claim?.message ?? '', text };
}

/** At how many points two forms plainly agree, and plainly differ, where the function has a value. */
function standing(body: Expr, a: Expr, b: Expr): { readonly agree: number; readonly differ: number } {
  const [f, g, h] = [body, a, b].map((e) => compile(e, ['x', 'a', 'n'])) as [Run, Run, Run];
  let [agree, differ] = [0, 0];
  for (const rest of REST)
    for (const x of [...POINTS, ...FURTHER]) {
      const [y, u, v] = [f(x, ...rest), g(x, ...rest), h(x, ...rest)];
      if (Number.isNaN(y) || ![u, v].every((n) => Math.abs(n) < LARGE)) continue;
      const gap = Math.abs(u - v) / Math.max(LEAST, Math.abs(u), Math.abs(v));
      if (gap < 1e-9) agree++;
      else if (gap > 1e-3 && Math.abs(u - v) > 1e-6) differ++;
    }
  return { agree, differ };
}
type Run = (...xs: number[]) => number;
/** Values of a and n. */
const REST = [
  [1.3, 2.6],
  [0.7, -1.2],
  [-0.8, 0.6],
] as const;
const FURTHER = [0.21, 1.1, 2.1, -1.3, 3.3, 7.1, -6.3];
const LARGE = 1e6;
const LEAST = 1e-9;

/** One to four identities, each at a random place. */
function rewritten(r: Random, e: Expr): Expr {
  let form = e;
  for (let k = r.whole(1, 4); k > 0; k--) form = somewhere(r, form, (part) => identity(r, part));
  return form;
}

/** The expression with one part, found at random, in another form. */
function somewhere(r: Random, e: Expr, change: (part: Expr) => Expr): Expr {
  const below = children(e);
  const isPlace = below.length === 0 || e.kind === 'piecewise' || e.kind === 'relation' || r.next() < 0.4;
  if (isPlace) return e.kind === 'relation' || e.kind === 'logic' ? e : change(e);
  // Of an exponent that varies another base is meant.
  const at = e.kind === 'pow' ? 0 : Math.floor(r.next() * below.length);
  let i = 0;
  return mapChildren(e, (c) => (i++ === at ? somewhere(r, c, change) : c));
}

/** A form with the same value wherever that has one. */
function identity(r: Random, u: Expr): Expr {
  const own = IDENTITIES.map((make) => make(u)).filter((e) => e !== null);
  const shift = num(r.whole(1, 4));
  const factor = add(pow(X, TWO), shift);
  const general = [
    () => div(mul(u, factor), factor),
    () => sub(add(u, mul(shift, X)), mul(shift, X)),
    () => sub(mul(TWO, u), u),
    () => div(mul(shift, u), shift),
  ];
  return own.length > 0 && r.next() < 0.75 ? r.pick(own) : r.pick(general)();
}

const IDENTITIES: readonly ((u: Expr) => Expr | null)[] = [
  (u) => (u.kind === 'add' ? sum([...u.terms].reverse()) : null),
  (u) => (u.kind === 'mul' ? product([...u.factors].reverse()) : null),
  (u) => {
    if (u.kind !== 'mul') return null;
    const at = u.factors.findIndex((f) => f.kind === 'add');
    const bracket = u.factors[at];
    const rest = u.factors.filter((_, i) => i !== at);
    return bracket?.kind === 'add' ? sum(bracket.terms.map((t) => product([...rest, t]))) : null;
  },
  (u) => (u.kind === 'div' ? mul(u.numer, pow(u.denom, num(-1))) : null),
  (u) => (u.kind === 'div' && u.numer.kind === 'add' ? sum(u.numer.terms.map((t) => div(t, u.denom))) : null),
  (u) => {
    const n = u.kind === 'pow' && u.exponent.kind === 'num' ? u.exponent.value : null;
    return u.kind === 'pow' && n?.isInteger === true && n.sign > 0 && !n.isOne
      ? mul(u.base, pow(u.base, num(n.toNumber() - 1)))
      : null;
  },
  ofCall('exp', (a) => div(ONE, exp(neg(a)))),
  ofCall('tanh', (a) => div(sub(exp(mul(TWO, a)), ONE), add(exp(mul(TWO, a)), ONE))),
  ofCall('sigmoid', (a) => div(ONE, add(ONE, exp(neg(a))))),
  ofCall('cos', (a) => call('sin', add(a, div(PI, TWO)))),
  ofCall('sin', (a) => mul(num(2), mul(call('sin', div(a, TWO)), call('cos', div(a, TWO))))),
];
function ofCall(fn: string, make: (a: Expr) => Expr): (u: Expr) => Expr | null {
  return (u) => (u.kind === 'call' && u.fn === fn && u.args[0] ? make(u.args[0]) : null);
}

/** The expression with one number, sign, term or factor that is wrong; null where none could be made so. */
function withSlip(r: Random, e: Expr): Expr | null {
  for (let k = 0; k < 8; k++) {
    const slip = somewhere(r, e, (part) => spoiled(r, part));
    if (slip !== e) return slip;
  }
  return null;
}
function spoiled(r: Random, u: Expr): Expr {
  if (u.kind === 'num') return num(u.value.add(Rational.of(r.pick([-1, 1]))));
  if (u.kind === 'add' && r.next() < 0.5) return plus(u.terms.slice(1));
  if (u.kind === 'add') return plus([neg(u.terms[0] as Expr), ...u.terms.slice(1)]);
  if (u.kind === 'mul') return times(u.factors.slice(1));
  if (u.kind === 'call' && u.fn === 'sin') return call('cos', ...u.args);
  if (u.kind === 'call' && u.fn === 'cos') return call('sin', ...u.args);
  if (u.kind === 'sym') return mul(TWO, u);
  return r.next() < 0.5 ? neg(u) : mul(num(3), u);
}
