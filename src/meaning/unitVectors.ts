/** Vectors as sums of multiples of unit vectors: P î + Q ĵ + R k̂, or with e_x, e_y, e_z. */
import { ONE, product, sum, sym, ZERO, type Expr, type Mul, type Sym } from '../core/index.js';
import { FRAMES, withDot, withoutDot, type Frame } from '../customs/frames.js';

/** The components, and the unit vectors that they multiply. */
export interface InUnitVectors {
  readonly items: readonly Expr[];
  readonly basis: readonly Sym[];
}

/**
 * The components of a sum whose terms each have one unit vector of the same frame, of at least so many; null for anything
 * else. A unit vector that does not occur has the component 0.
 */
export function inUnitVectors(e: Expr, least = 2): InUnitVectors | null {
  const terms = (e.kind === 'add' ? e.terms : [e]).map(split);
  if (terms.some((t) => t === null)) return null;
  const found = terms as readonly Term[];
  const [first] = found;
  if (!first || found.some((t) => !isOfFrame(t.unit, first.unit))) return null;
  const count = Math.max(least, ...found.map((t) => t.unit.place + 1));
  const places = Array.from({ length: count }, (_, i) => i);
  return {
    items: places.map((i) => {
      const own = found.filter((t) => t.unit.place === i).map((t) => t.rest);
      return own.length === 0 ? ZERO : sum(own);
    }),
    basis: places.map((i) => unitAt(first.unit, i)),
  };
}

interface Unit {
  readonly frame: Frame;
  readonly place: number;
  readonly name: Sym;
}
interface Term {
  readonly unit: Unit;
  readonly rest: Expr;
}
function split(term: Expr): Term | null {
  const factors: readonly Expr[] = term.kind === 'mul' ? factorsOf(term) : [term];
  const units = factors.filter((f): f is Sym => f.kind === 'sym' && unitOf(f) !== null);
  const [only] = units;
  const unit = only && unitOf(only);
  if (!unit || units.length > 1) return null;
  const rest = factors.filter((f) => f !== only);
  return { unit, rest: rest.length === 0 ? ONE : product(rest) };
}
const factorsOf = (e: Mul): readonly Expr[] =>
  e.factors.flatMap((f) => (f.kind === 'mul' ? factorsOf(f) : [f]));

const STYLES: ReadonlySet<string> = new Set(['hat', 'bold', 'vec']);
function unitOf(s: Sym): Unit | null {
  if (s.marks.length === 0 || s.marks.some((m) => !STYLES.has(m))) return null;
  const letter = isIndexed(s) ? s.sub : s.sub === null ? withDot(s.base) : null;
  const isBold = !isIndexed(s) && !s.marks.includes('hat');
  const frame = FRAMES.find((f) => letter !== null && f.letters.includes(letter) && (f.inBold || !isBold));
  return frame && letter !== null ? { frame, place: frame.letters.indexOf(letter), name: s } : null;
}
/** e_x: the letter of the frame stands below. */
const isIndexed = (s: Sym): boolean => s.base === 'e' && s.sub !== null;
const isOfFrame = (a: Unit, b: Unit): boolean =>
  a.frame === b.frame &&
  isIndexed(a.name) === isIndexed(b.name) &&
  a.name.marks.join() === b.name.marks.join();

/** Another unit vector of the frame, written as this one is. */
function unitAt({ frame, name }: Unit, place: number): Sym {
  const letter = frame.letters[place] ?? '';
  if (isIndexed(name)) return sym(name.base, name.marks, letter);
  return sym(withDot(name.base) === name.base ? letter : withoutDot(letter), name.marks);
}
