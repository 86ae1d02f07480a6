/** Functions of inverse functions: sin(arccos u) = √(1 − u²), tan(arcsin u) = u/√(1 − u²), sinh(arsinh u) = u. */
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Node, Table } from '../node.js';

const { ONE } = Rational;

/** outer(inner(u)) = u^power·(c + k·u²)^(half/2), for every u for which inner(u) has a value. */
interface Composition {
  readonly outer: string;
  readonly power: number;
  readonly half: number;
}
/** By the inner function: the sum c + k·u² under its roots, and what the outer functions make of it. */
const COMPOSITIONS: Readonly<Record<string, { c: number; k: number; of: readonly Composition[] }>> = {
  asin: { c: 1, k: -1, of: circle(['sin', 'cos', 'tan', 'csc', 'sec', 'cot']) },
  acos: { c: 1, k: -1, of: circle(['cos', 'sin', 'cot', 'sec', 'csc', 'tan']) },
  atan: { c: 1, k: 1, of: tangent(['sin', 'cos', 'tan', 'csc', 'sec', 'cot']) },
  asinh: { c: 1, k: 1, of: circle(['sinh', 'cosh', 'tanh', 'csch', 'sech', 'coth']) },
  acosh: { c: -1, k: 1, of: circle(['cosh', 'sinh', 'coth', 'sech', 'csch', 'tanh']) },
  atanh: { c: 1, k: -1, of: tangent(['sinh', 'cosh', 'tanh', 'csch', 'sech', 'coth']) },
};

/** The functions worth u, r, u/r, 1/u, 1/r and r/u, where r is the root. */
function circle(names: readonly string[]): Composition[] {
  return composed(names, [
    [1, 0],
    [0, 1],
    [1, -1],
    [-1, 0],
    [0, -1],
    [-1, 1],
  ]);
}
/** The functions worth u/r, 1/r, u, r/u, r and 1/u. */
function tangent(names: readonly string[]): Composition[] {
  return composed(names, [
    [1, -1],
    [0, -1],
    [1, 0],
    [-1, 1],
    [0, 1],
    [-1, 0],
  ]);
}
function composed(names: readonly string[], powers: readonly (readonly [number, number])[]): Composition[] {
  return names.map((outer, i) => {
    const [power, half] = powers[i] as readonly [number, number];
    return { outer, power, half };
  });
}

export const FUNCTION_OF_INVERSE = law(
  'function-of-inverse',
  'Function of an inverse function',
  'call',
  (n, { table }) => {
    const inner = n.args.length === 1 ? n.args[0] : undefined;
    const row = inner?.op === 'call' ? COMPOSITIONS[inner.name] : undefined;
    const found = row?.of.find((c) => c.outer === n.name);
    if (!row || !found) return [];
    return [value(table, inner?.args[0] as Node, found, row.c, row.k)];
  },
);

function value(table: Table, u: Node, { power, half }: Composition, c: number, k: number): Node {
  const under = table.sum([
    { m: table.one, q: Rational.of(c) },
    { m: table.powq(u, Rational.TWO), q: Rational.of(k) },
  ]);
  return table.product(
    [
      { b: u, u: table.one, q: Rational.of(power) },
      { b: under, u: table.one, q: Rational.of(half, 2) },
    ].filter((f) => !f.q.isZero),
    ONE,
  );
}

export const COMPOSITION_LAWS = [FUNCTION_OF_INVERSE];
