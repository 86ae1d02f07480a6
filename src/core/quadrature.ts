/** Numeric integrals, for checking what is derived from unevaluated ones. */

// Gauss–Kronrod (7, 15): nodes in [0, 1), Kronrod's weights, and Gauss's for every second node.
const NODES = [
  0, 0.2077849550078985, 0.4058451513773972, 0.5860872354676911, 0.7415311855993945, 0.8648644233597691,
  0.9491079123427585, 0.9914553711208126,
];
const KRONROD = [
  0.2094821410847278, 0.2044329400752989, 0.1903505780647854, 0.1690047266392679, 0.1406532597155259,
  0.1047900103222502, 0.06309209262997855, 0.02293532201052922,
];
const GAUSS = [0.4179591836734694, 0, 0.3818300505051189, 0, 0.2797053914892767, 0, 0.1294849661688697, 0];

const MOST_PANELS = 200;
const RELATIVE = 1e-11;

/** ∫ f from a to b by adaptive bisection, of which either may be infinite; NaN where it does not settle. */
export function integrate(f: (x: number) => number, a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (Number.isFinite(a) && Number.isFinite(b)) return overInterval(f, a, b);
  if (a > b) return -integrate(f, b, a);
  if (a === b) return NaN;
  if (Number.isFinite(a)) return fromPlace(f, a);
  if (Number.isFinite(b)) return fromPlace((x) => f(-x), -b);
  return fromPlace(f, 0) + fromPlace((x) => f(-x), 0);
}

/** From a to ∞: x = a + t/(1 − t) with t from 0 to 1, an end that no node falls on. */
const fromPlace = (f: (x: number) => number, a: number): number =>
  overInterval(
    (t) => {
      const value = f(a + t / (1 - t));
      // Where the function has died away the factor, which grows, is not wanted.
      return value === 0 ? 0 : value / (1 - t) ** 2;
    },
    0,
    1,
  );

function overInterval(f: (x: number) => number, a: number, b: number): number {
  if (a === b) return 0;
  let total = 0;
  const panels = [{ a, b, ...panel(f, a, b) }];
  const tolerance = RELATIVE * Math.max(1e-3, Math.abs((panels[0] as { value: number }).value));
  for (let count = 1; panels.length > 0; count++) {
    const p = panels.pop() as { a: number; b: number; value: number; error: number };
    if (Number.isNaN(p.value)) return NaN;
    if (p.error <= tolerance || count > MOST_PANELS) {
      if (p.error > 1e4 * tolerance) return NaN;
      total += p.value;
      continue;
    }
    const middle = (p.a + p.b) / 2;
    panels.push(
      { a: p.a, b: middle, ...panel(f, p.a, middle) },
      { a: middle, b: p.b, ...panel(f, middle, p.b) },
    );
  }
  return total;
}

function panel(f: (x: number) => number, a: number, b: number): { value: number; error: number } {
  const [middle, half] = [(a + b) / 2, (b - a) / 2];
  let [fine, coarse] = [0, 0];
  NODES.forEach((t, i) => {
    const y = t === 0 ? f(middle) : f(middle + half * t) + f(middle - half * t);
    fine += (KRONROD[i] as number) * y;
    coarse += (GAUSS[i] as number) * y;
  });
  return { value: fine * half, error: Math.abs((fine - coarse) * half) };
}
