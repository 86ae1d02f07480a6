/** Which names of a formula are numbers, vectors and matrices: by evidence, then by the custom of letters. */
import {
  arrayWord,
  children,
  plainName,
  numberedName,
  same,
  someNode,
  Typing,
  type Component,
  type Binding,
  type Clash,
  type Expr,
  type Rank,
  type Sym,
} from '../core/index.js';
import { rankCosts, type RankCosts } from '../customs/ranks.js';
import { namesIn } from './freeNames.js';
import { isStyled } from './styles.js';
import { variableName } from './symbolCustoms.js';

/** What is said of names, by id. */
export interface SaidOfArrays {
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly sizes: ReadonlyMap<string, readonly number[]>;
  readonly symmetric: ReadonlySet<string>;
}
export const NOTHING_SAID: SaidOfArrays = { ranks: new Map(), sizes: new Map(), symmetric: new Set() };

/** The formula itself is about vectors or matrices, or about names that are said to be some. */
export function isAboutArrays(expressions: readonly Expr[], said: SaidOfArrays): boolean {
  // softmax(z)_i is an entry.
  const entered = new Set<Expr>();
  for (const x of expressions)
    someNode(x, (e) => {
      if (e.kind === 'component') entered.add(e.base);
      return false;
    });
  const tells = (e: Expr): boolean =>
    (e.kind === 'sym' && (isStyled(e) || (said.ranks.get(e.id) ?? 0) > 0)) ||
    (e.kind === 'call' && ARRAY_CALLS.has(e.fn)) ||
    (isOfWhole(e) && !entered.has(e)) ||
    isTransposeByT(e);
  return expressions.some((x) => someNode(x, tells));
}
const ARRAY_CALLS: ReadonlySet<string> = new Set([
  'transpose', 'norm', 'trace', 'det', 'inverse', 'hadamard', 'inner', 'dot', 'cross', 'diag',
]); // prettier-ignore

/** softmax(z), softmax(Kq): a function of a whole vector, of what is no entry. */
function isOfWhole(e: Expr): boolean {
  const word = e.kind === 'apply' && e.orders.every((o) => o === 0) ? arrayWord(e.fn.base) : null;
  const name = e.kind === 'call' ? e.fn : word;
  const args = e.kind === 'call' || e.kind === 'apply' ? e.args : [];
  const [only, more] = args;
  return name !== null && OF_WHOLES.has(name) && only !== undefined && !more && only.kind !== 'component';
}
const OF_WHOLES: ReadonlySet<string> = new Set(['softmax', 'logsoftmax', 'logsumexp']);

/**
 * w^T x, x_i^T w: a small letter with a T above that is nothing else, before another factor. (Xw − y)^T(Xw − y) and
 * X^T(Xw − y): a bracket or a capital that stands again without it, which no power of it does.
 */
function isTransposeByT(e: Expr): boolean {
  if (e.kind !== 'mul') return false;
  return e.factors.some((f, i) => {
    const rest = e.factors.slice(i + 1);
    const [next] = rest;
    if (f.kind !== 'pow' || f.exponent.kind !== 'sym' || f.exponent.base !== 'T' || !next) return false;
    const { base } = f;
    if (base.kind === 'add') return rest.some((g) => same(g, base));
    const letter = base.kind === 'component' ? base.base : base;
    if (letter.kind !== 'sym' || next.kind === 'num') return false;
    return (
      /^[a-z]$/.test(letter.base) ||
      (/^[A-Z]$/.test(letter.base) && rest.some((g) => someNode(g, (x) => same(x, base))))
    );
  });
}

/** What was taken for a number, a vector or a matrix without being said. */
export interface Chosen {
  readonly written: string;
  readonly rank: Rank;
}

/** What the names are, or why that cannot be told. */
export type Ranked =
  | {
      readonly ok: true;
      readonly typing: Typing;
      readonly ranks: ReadonlyMap<string, Rank>;
      readonly chosen: readonly Chosen[];
    }
  | {
      readonly ok: false;
      readonly clash: Clash | null;
      readonly tie: { readonly name: Sym; readonly ranks: readonly Rank[] } | null;
    };

/** Typings tried before a formula is given up. */
const MOST_TRIED = 600;

interface Choice {
  readonly name: Sym;
  /** x_i of an x that stands with an index alone: an entry of a vector, or a vector of its own. */
  readonly entry?: Component;
  readonly options: readonly { readonly rank: Rank; readonly cost: number }[];
}

/** The readings by custom, the most usual first: the first that fits is the one, unless another one is as usual. */
export function rankNames(
  expressions: readonly Expr[],
  definitions: ReadonlyMap<string, Binding>,
  said: SaidOfArrays,
  more: readonly Sym[] = [],
): Ranked {
  const [plain, functions] = [false, true].map((isFunction) =>
    [...definitions.values()].filter((d) => d.params.length > 0 === isFunction),
  ) as [Binding[], Binding[]];
  // What a function says of its parameters is typed where it is applied.
  const all = [...expressions, ...plain.map((d) => d.value)];
  const own = namesIn(...all, ...more);
  const inner = namesIn(...functions.map((d) => d.value));
  const params = new Set(functions.flatMap((d) => d.params.map((p) => p.id)));
  const symbols = distinct([...own.symbols, ...inner.symbols.filter((s) => !params.has(s.id))]);
  const components = [...own.components, ...inner.components];
  const names = symbols.filter(
    (s) =>
      !definitions.has(s.id) &&
      !(isTransposeSign(s) && [...all, ...functions.map((d) => d.value)].every((e) => isOnlyAbove(e, s))) &&
      !(s.id === 'F' && all.every((e) => isOnlyDegree(e, s))) &&
      !CONSTANT_NAMES.has(s.id),
  );
  const fixed = new Map<string, Rank>();
  const whole = (c: Component): boolean =>
    c.base.kind === 'sym' && symbols.some((s) => s.id === (c.base as Sym).id);
  const numbered = distinct(components.flatMap((c) => (whole(c) ? [] : (numberedName(c) ?? [])))).filter(
    (s) => !definitions.has(s.id),
  );
  const choices: Choice[] = [];
  const listed = new Map<string, readonly [Sym, Component]>();
  for (const c of components.filter((x) => !whole(x) && !numberedName(x))) {
    if (c.base.kind !== 'sym') continue;
    if (c.indices.length > 1 || isStyled(c.base)) fixed.set(c.base.id, 2);
    else listed.set(c.base.id, [c.base, c]);
  }
  for (const [id, [name, entry]] of listed) {
    if (fixed.has(id)) continue;
    const rank = said.ranks.get(id);
    if (rank === undefined) choices.push({ name, options: AS_ENTRY, entry });
    else fixed.set(id, rank);
  }
  for (const s of [...names, ...numbered.filter((n) => !names.some((o) => o.id === n.id))]) {
    const rank = said.ranks.get(s.id) ?? styledRank(s);
    if (rank !== null) fixed.set(s.id, rank);
    else choices.push({ name: s, options: optionsOf(costsOf(s)) });
  }
  const isOwn = (id: string): boolean =>
    definitions.has(id) || said.ranks.has(id) || more.some((m) => m.id === id);
  const constants = new Map([...CONSTANT_NAMES].filter(([id]) => !isOwn(id)));
  return new Search(all, definitions, { ...said, constants }, fixed, choices).run();
}
const CONSTANT_NAMES: ReadonlyMap<string, 'identity' | 'ones'> = new Map([
  ['I', 'identity'], ['bold:I', 'identity'], ['blackboard:I', 'identity'], ['bold:1', 'ones'], ['blackboard:1', 'ones'],
] as const); // prettier-ignore
const distinct = (names: readonly Sym[]): readonly Sym[] =>
  names.filter((s, i) => names.findIndex((o) => o.id === s.id) === i);
/** Stands nowhere but as an exponent. */
function isOnlyAbove(e: Expr, s: Sym): boolean {
  if (!e.free.has(s.id)) return true;
  if (e.kind === 'sym') return false;
  if (e.kind === 'pow' && e.exponent.free.has(s.id)) return isOnlyAbove(e.base, s);
  return children(e).every((c) => isOnlyAbove(c, s));
}
/** The F of ‖A‖_F, which says which norm is meant. */
function isOnlyDegree(e: Expr, s: Sym): boolean {
  if (!e.free.has(s.id)) return true;
  if (e.kind === 'sym') return false;
  if (e.kind === 'call' && e.fn === 'norm') return e.args.slice(0, 1).every((a) => isOnlyDegree(a, s));
  return children(e).every((c) => isOnlyDegree(c, s));
}
const isTransposeSign = (s: Sym): boolean => s.id === 'T';

/** A bold small letter is a vector, a bold capital a matrix; under an arrow any letter is a vector. */
function styledRank(s: Sym): Rank | null {
  if (!isStyled(s)) return null;
  if (s.marks.includes('vec')) return 1;
  return /^[A-Z]/.test(s.base) ? 2 : 1;
}
/** x_1 is likelier an entry, W_1 a matrix as W is. */
function costsOf(s: Sym): RankCosts {
  const costs = rankCosts(s.base);
  const isEntry = s.sub !== null && /^[a-z]$/.test(s.base) && /^\d+$/.test(s.sub);
  return isEntry ? { ...costs, number: 0, vector: Math.max(costs.vector, ENTRY) } : costs;
}
const ENTRY = 0.5;
function optionsOf(costs: RankCosts): Choice['options'] {
  const all = [
    { rank: 0 as Rank, cost: costs.number },
    { rank: 1 as Rank, cost: costs.vector },
    { rank: 2 as Rank, cost: costs.matrix },
  ];
  return all.sort((a, b) => a.cost - b.cost);
}

const AS_ENTRY: Choice['options'] = [
  { rank: 1, cost: 0 },
  { rank: 2, cost: 1 },
];

interface Assignment {
  readonly cost: number;
  readonly picks: readonly number[];
}

class Search {
  private clash: Clash | null = null;

  constructor(
    private readonly expressions: readonly Expr[],
    private readonly definitions: ReadonlyMap<string, Binding>,
    private readonly said: SaidOfArrays & { readonly constants: ReadonlyMap<string, 'identity' | 'ones'> },
    private readonly fixed: ReadonlyMap<string, Rank>,
    private readonly choices: readonly Choice[],
  ) {}

  /** Assignments in the order of their costs, as a queue that each is followed in by its neighbours. */
  run(): Ranked {
    const start: Assignment = {
      cost: this.costOf(this.choices.map(() => 0)),
      picks: this.choices.map(() => 0),
    };
    const queue: Assignment[] = [start];
    const seen = new Set([start.picks.join()]);
    let best: { readonly cost: number; readonly found: Ranked & { ok: true } } | null = null;
    for (let tried = 0; queue.length > 0 && tried < MOST_TRIED; tried++) {
      queue.sort((a, b) => a.cost - b.cost);
      const next = queue.shift() as Assignment;
      if (best && next.cost > best.cost) return best.found;
      const found = this.typed(next.picks);
      if (found && best) return this.tie(best.found, found);
      if (found) best = { cost: next.cost, found };
      next.picks.forEach((p, i) => {
        if (p + 1 >= (this.choices[i]?.options.length ?? 0)) return;
        const picks = next.picks.map((q, j) => (j === i ? q + 1 : q));
        if (seen.has(picks.join())) return;
        seen.add(picks.join());
        queue.push({ cost: this.costOf(picks), picks });
      });
    }
    return best ? best.found : { ok: false, clash: this.clash, tie: null };
  }

  private costOf(picks: readonly number[]): number {
    return picks.reduce((sum, p, i) => sum + (this.choices[i]?.options[p]?.cost ?? 0), 0);
  }

  private typed(picks: readonly number[]): (Ranked & { ok: true }) | null {
    const ranks = new Map<string, Rank>(this.fixed);
    picks.forEach((p, i) => {
      const choice = this.choices[i];
      if (choice) ranks.set(choice.name.id, choice.options[p]?.rank ?? 0);
    });
    const { sizes, constants } = this.said;
    const typing = new Typing({ ranks, definitions: this.definitions, sizes, constants });
    for (const e of this.expressions) {
      if (typing.typed(e)) continue;
      this.clash ??= typing.clash;
      return null;
    }
    const chosen = this.choices.flatMap(({ name, entry }): Chosen[] => {
      const rank = ranks.get(name.id) ?? 0;
      if (!entry) return [{ written: plainName(name), rank }];
      return rank === 2 ? [{ written: variableName(entry), rank: 1 }] : [];
    });
    return { ok: true, typing, ranks, chosen };
  }

  private tie(a: Ranked & { ok: true }, b: Ranked & { ok: true }): Ranked {
    const name = this.choices.find((c) => a.ranks.get(c.name.id) !== b.ranks.get(c.name.id))?.name;
    return name
      ? {
          ok: false,
          clash: null,
          tie: { name, ranks: [a.ranks.get(name.id) ?? 0, b.ranks.get(name.id) ?? 0] },
        }
      : a;
  }
}

/** "x and y read as vectors, A as a matrix": of the names whose reading was chosen; none where nothing was. */
export function ranksInWords(chosen: readonly Chosen[]): string | null {
  const of = (rank: Rank): readonly string[] => chosen.filter((c) => c.rank === rank).map((c) => c.written);
  const [vectors, matrices] = [of(1), of(2)];
  const parts = [
    ...(vectors.length > 0
      ? [`${listed(vectors)} read as ${vectors.length > 1 ? 'vectors' : 'a vector'}`]
      : []),
    ...(matrices.length > 0
      ? [
          `${listed(matrices)} ${vectors.length > 0 ? '' : 'read '}as ${matrices.length > 1 ? 'matrices' : 'a matrix'}`,
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
