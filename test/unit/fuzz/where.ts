/** Where a derivative is said to hold, against the function sampled: on its kinks and beside them. */
import { validityOf } from '../../../src/core/domain/validity.js';
import { UNLIMITED, type Derivation } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { compile } from '../../../src/core/evaluate.js';
import { num, sym, type Expr } from '../../../src/core/expr.js';
import { tidyInSteps } from '../../../src/core/tidy/index.js';
import { printPlain } from '../../../src/notation/plain/print.js';
import { kinkedExpression } from './kinks.js';
import { shrink } from './shrink.js';
import { POINTS } from './values.js';

const x = sym('x');

export function derivationOf(body: Expr, order = 1): Derivation | null {
  const d = derive(
    { body, target: x, order: num(order), partial: false, definitions: new Map(), dependent: new Set() },
    (e, budget) => tidyInSteps(e, budget, { question: body, target: x }),
    UNLIMITED,
  );
  return 'code' in d ? null : d;
}

/** What difference quotients say of f at p: smooth with a slope, not smooth, or nothing certain. */
function slopeByQuotients(f: (t: number) => number, p: number): number | 'none' | null {
  const y = f(p);
  if (Number.isNaN(y)) return 'none';
  if (!Number.isFinite(y)) return null;
  const sides = [1e-4, 1e-6].map((h) => [(y - f(p - h)) / h, (f(p + h) - y) / h] as const);
  const [wide, narrow] = sides as [readonly [number, number], readonly [number, number]];
  if (![...wide, ...narrow].every(Number.isFinite))
    return [0, 1].some((side) => sides.every((s) => Number.isNaN(s[side]))) ? 'none' : null;
  const [gap, finer] = [Math.abs(wide[0] - wide[1]), Math.abs(narrow[0] - narrow[1])];
  const size = Math.max(1, Math.abs(narrow[0]), Math.abs(narrow[1]));
  if (size > 1e4 || Math.abs(y) > 1e4) return null;
  // A slight kink beside large slopes.
  if (finer > 0.5 * gap && finer > 1e-7 && finer < 0.05 * size) return null;
  if (finer < 1e-3 * size) return (narrow[0] + narrow[1]) / 2;
  return finer > 0.5 * gap ? 'none' : null;
}

/** The first place at which the set and the quotients tell different things, and at how many they could be asked. */
export function disagreement(body: Expr): { readonly asked: number; readonly message: string | null } {
  const d = derivationOf(body);
  if (!d) return { asked: 0, message: null };
  const { where } = validityOf(d);
  const [f, g] = [compile(body, ['x']), compile(d.result, ['x'])];
  const w = where ? compile(where, ['x']) : () => 1;
  let asked = 0;
  for (const p of [...PLACES, ...POINTS]) {
    const slope = slopeByQuotients(f, p);
    if (slope === null) continue;
    const gap = slope === 'none' ? NaN : Math.abs(slope - g(p)) / Math.max(1, Math.abs(slope));
    // Too near to tell apart, and too far to be the same.
    if (gap > 1e-2 && gap < 0.05) continue;
    asked++;
    if ((w(p) === 1) !== gap <= 1e-2) {
      const told = [printPlain(body), where && printPlain(where)].map(String);
      const message = `${told.join(' where ')}; at ${String(p)} the slope is ${String(slope)}, shown ${String(g(p))}`;
      return { asked, message };
    }
  }
  return { asked, message: null };
}
/** Where the generator's pieces and kinks lie. */
const PLACES = [-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3];

export interface WhereOptions {
  readonly seed: number;
  readonly count: number;
  readonly onFailure: (seed: number, message: string) => void;
  readonly onProgress: (done: number, failures: number) => void;
}

/** Tries `count` expressions from a seed on; at how many places quotients could tell. */
export function runWhere({ seed, count, onFailure, onProgress }: WhereOptions): number {
  let [asked, failures] = [0, 0];
  for (let i = 0; i < count; i++) {
    const e = kinkedExpression(seed + i);
    const found = disagreement(e);
    asked += found.asked;
    if (found.message !== null) {
      failures++;
      const smallest = shrink(e, (c) => disagreement(c).message !== null);
      onFailure(seed + i, disagreement(smallest).message ?? found.message);
    }
    onProgress(i + 1, failures);
  }
  return asked;
}
