/** The edge of a function that lies near a place which numbers have found, exactly. */
import { compile } from '../evaluate.js';
import type { Expr } from '../expr.js';
import { edgesOf } from './edges.js';

/** How far off a place may be of which it is known where two functions cease to agree: flat ones do so late. */
const NEAR = 0.05;
const HALVINGS = 60;
const NOUGHT = 1e-12;
const VISIBLE = 1e-9;

/** Where one of the forms has an edge near the place, its other names at the point; null where none has one. */
export function edgeNear(
  forms: readonly Expr[],
  x: string,
  point: ReadonlyMap<string, number>,
  place: number,
): number | null {
  // Edges are known of names, and not of entries.
  if (!forms.some((e) => e.free.has(x))) return place;
  const others = [...point].filter(([name]) => name !== x);
  const names = [x, ...others.map(([name]) => name)];
  const values = others.map(([, v]) => v);
  const reach = NEAR * Math.max(1, Math.sqrt(Math.abs(place)));
  const found = forms
    .flatMap((e) => edgesOf(e, x))
    .map(({ of }) => {
      const run = compile(of, names);
      return crossing((t) => run(t, ...values), place - reach, place + reach);
    });
  const nearest = found.filter((t) => t !== null).sort((a, b) => Math.abs(a - place) - Math.abs(b - place));
  return nearest[0] ?? null;
}

/** Where the sign changes, or a value begins or ends; a plain number at which it is 0. */
function crossing(f: (t: number) => number, from: number, to: number): number | null {
  const [before, after] = [f(from), f(to)];
  // What is 0 all along, or but for rounding, has no edge.
  if (Math.abs(before) < VISIBLE && Math.abs(after) < VISIBLE) return null;
  const plain = Math.round(from + to) / 2;
  if (plain >= from && plain <= to && Math.abs(f(plain)) < NOUGHT) return plain;
  const side = Math.sign(before);
  if (Object.is(Math.sign(after), side)) return null;
  let [low, high] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (Object.is(Math.sign(f(middle)), side)) low = middle;
    else high = middle;
  }
  return high;
}
