/** The printed answer, read back: what is shown must mean what was derived. */
import { compile, type Compiled } from '../core/evaluate.js';
import { same } from '../core/equality.js';
import { type Expr } from '../core/expr.js';
import { inputsOf } from '../core/verify.js';
import { DEFAULT_STYLE, type Context, type Style } from '../notation/notation.js';
import { readText, texWith } from './notations.js';

/** Longer answers are not read back: no one else will read them either. */
const LONGEST = 3000;
const PLACES = [0.37, 0.62, 1.7, -0.83, 2.9];
const ALIKE = 1e-8;

/** The author's style if the answer printed in it is read as what it is, else the usual one; null if neither is. */
export function readableStyle(result: Expr, style: Style, context: Context): Style | null {
  return [style, DEFAULT_STYLE].find((s) => readsBack(result, texWith(s)(result), context)) ?? null;
}

/** Whether the text means the expression: the same tree, or else the same values. */
export function readsBack(e: Expr, tex: string, context: Context): boolean {
  if (tex.length > LONGEST) return true;
  const { statements, problems } = readText('latex', tex, context);
  const [only] = statements;
  // What cannot be read at all cannot be mistaken for something else.
  if (!only || statements.length > 1 || problems.length > 0) return true;
  return same(only.expr, e) || sameValues(only.expr, e);
}

function sameValues(a: Expr, b: Expr): boolean {
  const names = [...new Set(inputsOf([a, b], new Map()))];
  const [f, g] = [compile(a, names), compile(b, names)];
  return PLACES.every((x) =>
    agree(
      f,
      g,
      names.map((_, i) => x + 0.13 * i),
    ),
  );
}

function agree(f: Compiled, g: Compiled, values: readonly number[]): boolean {
  const [p, q] = [f(...values), g(...values)];
  if (!Number.isFinite(p) || !Number.isFinite(q)) return true;
  return Math.abs(p - q) <= ALIKE * Math.max(1, Math.abs(p), Math.abs(q));
}
