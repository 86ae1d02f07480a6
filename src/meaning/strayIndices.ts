/** Indices of which a formula does not say what they run over: outside the sum that counts with them, or thrice in a product. */
import { children, plainName, type Component, type Delta, type Expr } from '../core/index.js';
import { refuse, type NotAsked } from './asked.js';
import { variableName } from './symbolCustoms.js';

/**
 * Why a formula has no one reading: Σ_i y_i ln p_i + (1 − y_i), whose last i is no i of the sum, and A_ij x_j y_j, where no
 * two j’s are a pair. An index that is carried, by what the formula gives or by the variable, is one entry’s.
 */
export function strayIndex(formula: Expr, carried: ReadonlySet<string>): NotAsked | null {
  const summedIn = sumsOf();
  const letters = new Set([...summedIn(formula)].filter((id) => formula.free.has(id) && !carried.has(id)));
  const outside = letters.size > 0 ? outsideSums(formula, letters, summedIn) : null;
  if (outside) {
    const letter = letterOf(outside, letters);
    return refuse(
      'ambiguous',
      `The sum over ${letter} ends before ${variableName(outside)}: put brackets round all that is summed, or call the index of the sum otherwise.`,
      outside,
    );
  }
  return thrice(formula, carried);
}

/** Letters that sums and products in an expression count with. */
type Summed = (e: Expr) => ReadonlySet<string>;
function sumsOf(): Summed {
  const known = new Map<Expr, ReadonlySet<string>>();
  const summedIn: Summed = (e) => {
    const before = known.get(e);
    if (before) return before;
    const parts = children(e)
      .map(summedIn)
      .filter((s) => s.size > 0);
    const own = e.kind === 'binder' && (e.op === 'sum' || e.op === 'product') ? [e.hint.id] : [];
    const all =
      own.length > 0 || parts.length > 1 ? new Set([...own, ...parts.flatMap((s) => [...s])]) : parts[0];
    known.set(e, all ?? NONE);
    return all ?? NONE;
  };
  return summedIn;
}
const NONE: ReadonlySet<string> = new Set();

/** The first entry with such a letter, where it is not divided by a sum over it: e^{z_i}/Σ_i e^{z_i} is one entry of many. */
function outsideSums(formula: Expr, letters: ReadonlySet<string>, summedIn: Summed): Component | null {
  const seen = new Set<Expr>();
  const visit = (e: Expr): Component | null => {
    if (seen.has(e) || ![...letters].some((id) => e.free.has(id))) return null;
    seen.add(e);
    if (e.kind === 'component' && indexed(e.indices, letters).length > 0) return e;
    if (e.kind !== 'div') return first(children(e), visit);
    const below = summedIn(e.denom);
    const above = summedIn(e.numer);
    const fewer = new Set([...letters].filter((id) => !below.has(id) || above.has(id)));
    return (
      (fewer.size < letters.size ? outsideSums(e.numer, fewer, summedIn) : visit(e.numer)) ?? visit(e.denom)
    );
  };
  return visit(formula);
}

/** a_i b_i x_i that no sum binds: as sums over pairs are written, and as entries, it says two things. */
function thrice(formula: Expr, carried: ReadonlySet<string>): NotAsked | null {
  const seen = new Set<Expr>();
  const visit = (e: Expr): NotAsked | null => {
    if (seen.has(e)) return null;
    seen.add(e);
    return (e.kind === 'mul' && tooMany(e, e.factors, carried)) || first(children(e), visit);
  };
  return visit(formula);
}
function tooMany(at: Expr, factors: readonly Expr[], carried: ReadonlySet<string>): NotAsked | null {
  const counted = factors.filter(isCounted);
  for (const id of new Set(counted.flatMap((f) => [...f.free]))) {
    if (carried.has(id)) continue;
    const one = new Set([id]);
    const bearing = counted.filter((f) => indexed(indicesOf(f), one).length > 0);
    const names = bearing.map((f) => (f.kind === 'delta' ? 'δ' : variableName(f)));
    if (bearing.length < 3) continue;
    const letter = bearing.map((f) => letterOf(f, one))[0] ?? id;
    return refuse(
      'ambiguous',
      `The index ${letter} stands ${String(bearing.length)} times in one product (${names.join(', ')}), and nothing says what it runs over: write the sum, or what has the index ${letter} on the left.`,
      at,
    );
  }
  return null;
}
const isCounted = (e: Expr): e is Component | Delta => e.kind === 'component' || e.kind === 'delta';
const indicesOf = (e: Component | Delta): readonly Expr[] =>
  e.kind === 'delta' ? [e.left, e.right] : e.indices;

const indexed = (indices: readonly Expr[], letters: ReadonlySet<string>): readonly Expr[] =>
  indices.filter((i) => [...letters].some((id) => i.free.has(id)));

/** How the letter that is meant is called. */
function letterOf(e: Component | Delta, letters: ReadonlySet<string>): string {
  const [at] = indexed(indicesOf(e), letters);
  const own = at?.kind === 'sym' ? at : null;
  return own ? plainName(own) : ([...letters].find((id) => at?.free.has(id)) ?? '?');
}

function first<T>(list: readonly Expr[], find: (e: Expr) => T | null): T | null {
  for (const e of list) {
    const found = find(e);
    if (found !== null) return found;
  }
  return null;
}
