/** What every name of a scope is: vectors, matrices and numbers, by what is said of them and by what defines them. */
import type { Binding } from '../derivation.js';
import { call, sym, type Component, type Expr, type Sym } from '../expr.js';
import { children, withChildren } from '../walk.js';
import type { Rank } from './arrays.js';
import { shapeOf, type Clash, type ClashKind } from './clash.js';
import { Lengths, SCALAR, UNIT, type Length, type Type } from './lengths.js';

/** An expression in which products say what they are, and its shape. */
export interface Typed {
  readonly e: Expr;
  readonly type: Type;
}

export interface Given {
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly definitions: ReadonlyMap<string, Binding>;
  /** How many entries a name has in each direction, where that is said. */
  readonly sizes?: ReadonlyMap<string, readonly number[]>;
  /** Names that stand for 𝟏 and I, by id. */
  readonly constants?: ReadonlyMap<string, 'identity' | 'ones'>;
  /** Whether a number beside a vector in a sum is added to each entry, as 1 − a ⊙ a is meant. */
  readonly lenient?: boolean;
}

const MOST_NESTED = 40;

/** The names of one scope: one has the same shape wherever it stands. */
export abstract class TypedScope {
  readonly lengths = new Lengths();
  /** The first thing that did not fit. */
  clash: Clash | null = null;
  private readonly names = new Map<string, Type>();
  readonly known = new Map<Expr, Typed>();
  private readonly values = new Map<string, Typed>();
  private nesting = 0;

  constructor(readonly given: Given) {}

  /** The expression with its products told apart; null where shapes clash, which `clash` tells. */
  abstract typed(e: Expr): Typed | null;

  /** The shape of an expression that is typed already. */
  typeOf(e: Expr): Type {
    return this.typed(e)?.type ?? SCALAR;
  }
  isScalar(e: Expr): boolean {
    return this.lengths.isScalar(this.typeOf(e));
  }

  /** What the definition of a name says, typed; null for names without one. */
  definition(id: string): Typed | null {
    const known = this.values.get(id);
    if (known) return known;
    const d = this.given.definitions.get(id);
    if (d?.params.length !== 0 || this.isDeep) return null;
    const made = this.within(() => this.typed(d.value));
    if (made) this.values.set(id, made);
    return made;
  }

  name(s: Sym): Typed | null {
    const constant = this.given.constants?.get(s.id);
    if (constant !== undefined) return constant === 'ones' ? this.ones() : this.identity();
    const known = this.names.get(s.id);
    if (known) return { e: s, type: known };
    const defined = this.definition(s.id);
    if (this.clash) return null;
    const type = defined ? defined.type : this.fresh(this.given.ranks.get(s.id) ?? 0, s.id);
    this.names.set(s.id, type);
    const rank = this.given.ranks.get(s.id);
    if (defined && rank !== undefined && !this.hasRank(type, rank))
      return this.fails('name', s, [{ e: s, type: this.fresh(rank, s.id) }, defined]);
    return { e: s, type };
  }
  /** The shape of a name that stands in an expression which is typed already. */
  nameType(id: string): Type {
    return this.names.get(id) ?? this.fresh(this.given.ranks.get(id) ?? 0, id);
  }
  private hasRank(t: Type, rank: Rank): boolean {
    const { lengths } = this;
    return rank === 0
      ? lengths.isScalar(t)
      : rank === 1
        ? lengths.isVector(t) || lengths.isRow(t)
        : !lengths.isScalar(t);
  }
  isName(id: string): boolean {
    return this.given.ranks.has(id) || this.given.definitions.has(id);
  }
  private fresh(rank: Rank, id: string): Type {
    const [m, n] = this.given.sizes?.get(id) ?? [];
    if (rank === 0) return SCALAR;
    const rows = this.lengths.fresh(m);
    return { rows, cols: rank === 1 ? UNIT : this.lengths.fresh(n) };
  }

  /** I and 𝟏, each of a length of its own until something says which. */
  identity(n: Length = this.lengths.fresh()): Typed {
    return this.keep({ e: call('identity', lengthName(n)), type: { rows: n, cols: n } });
  }
  ones(n: Length = this.lengths.fresh()): Typed {
    return this.keep({ e: call('ones', lengthName(n)), type: { rows: n, cols: UNIT } });
  }
  keep(t: Typed): Typed {
    this.known.set(t.e, t);
    return t;
  }

  fails(kind: ClashKind, at: Expr, parts: readonly Typed[]): null {
    this.clash ??= {
      kind,
      at,
      parts: parts.map(({ e, type }) => ({ e, shape: shapeOf(type, this.lengths) })),
    };
    return null;
  }

  all(list: readonly Expr[]): readonly Typed[] | null {
    const made: Typed[] = [];
    for (const e of list) {
      const t = this.typed(e);
      if (!t) return null;
      made.push(t);
    }
    return made;
  }

  /** A node whose parts are all numbers. */
  numbers(e: Expr): Typed | null {
    const parts = this.all(children(e));
    if (!parts) return null;
    const array = parts.find((p) => !this.lengths.isScalar(p.type));
    if (array) return this.fails('other', e, [array]);
    return { e: rebuilt(e, parts), type: SCALAR };
  }

  /** Whether a definition stands so deep that it is not gone into. */
  get isDeep(): boolean {
    return this.nesting > MOST_NESTED;
  }
  /** What stands one definition deeper. */
  protected within(work: () => Typed | null): Typed | null {
    this.nesting++;
    const made = work();
    this.nesting--;
    return made;
  }
}

/** W_1 as a name of its own: a weight of the first layer, and no entry of W. */
export function numberedName(e: Component): Sym | null {
  const [index, ...more] = e.indices;
  if (e.base.kind !== 'sym' || e.base.sub !== null || index?.kind !== 'num' || more.length > 0) return null;
  return sym(e.base.base, e.base.marks, index.value.toString());
}

/** The name under which a length is given its number. */
export const lengthName = (n: Length): Sym => sym(LENGTH + String(n));
const LENGTH = '#';
export const isLengthName = (id: string): boolean => id.startsWith(LENGTH);

/** An expression whose parts are typed. */
export function rebuilt(e: Expr, parts: readonly Typed[]): Expr {
  const old = children(e);
  return parts.every((p, i) => p.e === old[i])
    ? e
    : withChildren(
        e,
        parts.map((p) => p.e),
      );
}
