/** The real line cut at the ends of a function's pieces and domain: on which parts it has its derivative. */
import { connected } from '../connectives.js';
import type { Condition } from '../derivation.js';
import type { Compiled } from '../evaluate.js';
import { logic, relation, type Expr, type Sym } from '../expr.js';
import type { Edge } from './edges.js';
import { hasSlope } from './slopeAt.js';
import { SCAN, zerosSeen } from './zerosSeen.js';

/** A place, and its value for each set of values of the parameters. */
export interface Cut {
  readonly at: Expr;
  readonly values: readonly number[];
  /** The question itself divides by 0 there. */
  readonly pole: boolean;
  /** No reader asks for it (edges.ts). */
  readonly tacit: boolean;
}
export interface Parts {
  /** Each function beside its derivative, of the variable and then the parameters. */
  readonly pairs: readonly { readonly f: Compiled; readonly g: Compiled }[];
  /** Whether all of them have a value at a place, also where doubles overflow. */
  readonly isInside: (x: number, set: readonly number[]) => boolean;
  readonly sets: readonly (readonly number[])[];
  readonly cuts: readonly Cut[];
  /** Edges at places that are not known. */
  readonly unsolved: readonly Unsolved[];
}

export interface Unsolved {
  readonly edge: Edge;
  readonly of: Compiled;
  /** Whether the pieces are in force within which it counts. */
  readonly counts: Compiled;
  /** The question itself divides by 0 there, so that nothing is to be looked for. */
  readonly isPole: boolean;
}

/** An edge that leaves something out, but for places with a derivative. */
export interface Needed {
  readonly edge: Edge;
  readonly but: readonly number[];
}

export interface Written {
  /** Null for nowhere. */
  readonly where: readonly Condition[] | null;
  readonly said: readonly Condition[];
}

/** Places within a part, as fractions of it or distances from its end: none of them special. */
const WITHIN = [0.31, 0.53, 0.77, 0.093, 0.911];
const BEYOND = [0.37, 1.9, 4.1, 0.043, 8.3];
const ANYWHERE = [0.37, -1.43, 2.71, -0.061, 4.3, -3.7];

export class Line {
  /** From left to right, where that is the same for all values of the parameters. */
  readonly cuts: readonly Cut[];
  private readonly ordered: boolean;

  constructor(private readonly parts: Parts) {
    const sorted = [...parts.cuts].sort((a, b) => (a.values[0] ?? NaN) - (b.values[0] ?? NaN));
    this.cuts = sorted;
    this.ordered = sorted.every((c, i) =>
      c.values.every((v, s) => Number.isFinite(v) && (i === 0 || (sorted[i - 1]?.values[s] ?? NaN) < v)),
    );
  }

  /** Whether no place was found at which the function and its derivative have values. */
  get isEmpty(): boolean {
    return this.parts.sets.every((_, s) => this.samples(s).every((k) => this.insideOf(s, k) !== true));
  }

  /** Whether there is no derivative on a cut, though there is on both sides of it. */
  isOut(i: number): boolean {
    return this.parts.sets.some((_, s) => !this.hasDerivativeOn(i, s));
  }

  /** The set as conditions; null where it cannot be told. `except` says for which parameters a cut is none. */
  written(x: Sym, except: (cut: Cut) => Condition | null): Written | null {
    if (!this.ordered) return null;
    const inside = Array.from({ length: this.cuts.length + 1 }, (_, k) => this.inside(k));
    if (inside.some((s) => s === null)) return null;
    if (inside.every((s) => s === false)) return { where: null, said: [] };
    const runs: { from: number; to: number; holes: Hole[] }[] = [];
    inside.forEach((s, k) => {
      if (s !== true) return;
      const last = runs[runs.length - 1];
      if (last?.to !== k - 1) runs.push({ from: k, to: k, holes: [] });
      else {
        last.to = k;
        const hole = this.hole(k - 1, x, except);
        if (hole) last.holes.push(hole);
      }
    });
    const written = runs.map((r) => ({
      ends: this.ends(x, r.from, r.to, () => true),
      endsSaid: this.ends(x, r.from, r.to, (c) => !c.tacit),
      holes: r.holes.map((h) => h.condition),
      said: r.holes.filter((h) => h.said).map((h) => h.condition),
    }));
    const [only, ...others] = written;
    if (only && others.length === 0)
      return { where: [...only.ends, ...only.holes], said: [...only.endsSaid, ...only.said] };
    const of = (pick: (w: (typeof written)[number]) => readonly Condition[]): Condition =>
      logic('or', ...written.map((w) => connected('and', pick(w))));
    return { where: [of((w) => [...w.ends, ...w.holes])], said: [of((w) => [...w.endsSaid, ...w.said])] };
  }

  /** Between which cuts a run of parts lies. */
  private ends(x: Sym, from: number, to: number, isMeant: (c: Cut) => boolean): readonly Condition[] {
    const [low, high] = [this.cuts[from - 1], this.cuts[to]].map((c) => (c && isMeant(c) ? c.at : null));
    if (low && high) return [relation(['<', '<'], [low, x, high])];
    if (low) return [relation(['>'], [x, low])];
    return high ? [relation(['<'], [x, high])] : [];
  }

  private hole(i: number, x: Sym, except: (cut: Cut) => Condition | null): Hole | null {
    const { sets } = this.parts;
    const cut = this.cuts[i] as Cut;
    if (sets.every((_, s) => this.hasDerivativeOn(i, s))) return null;
    const isPole = sets.every((_, s) => !this.hasValue(i, s, 'f') && !this.hasValue(i, s, 'g'));
    const hole = relation(['!='], [x, cut.at]);
    const unless = isPole ? null : except(cut);
    return {
      condition: unless ? logic('or', hole, unless) : hole,
      said: !(isPole && cut.pole) && !cut.tacit,
    };
  }

  /**
   * Of the edges whose places are not known those that leave something out: one that is not to be 0 does not where, at
   * all zeros that are seen, another forbids the place already or the derivative is there.
   */
  needed(): readonly Needed[] {
    const { unsolved } = this.parts;
    const kept = unsolved.filter((u) => u.edge.op === '>' && this.parts.sets.some((set) => !isAbove(u, set)));
    const found: Needed[] = kept.map(({ edge }) => ({ edge, but: [] }));
    for (const u of unsolved) {
      if (u.edge.op === '>') continue;
      const zeros = u.isPole ? null : this.zerosOn(u, kept);
      if (zeros?.left.length === 0) continue;
      kept.push(u);
      const but = zeros?.smooth ?? [];
      found.push({ edge: u.edge, but: but.length <= MOST_BUT && but.every(isPlainNumber) ? but : [] });
    }
    return found;
  }
  /** Zeros of an edge that nothing else leaves out: without a derivative for some parameters, and with one for all. */
  private zerosOn(
    own: Unsolved,
    kept: readonly Unsolved[],
  ): { readonly left: readonly number[]; readonly smooth: readonly number[] } {
    const left: number[] = [];
    const smooth: number[] = [];
    this.parts.sets.forEach((set, s) => {
      for (const z of zerosSeen((t) => own.of(t, ...set))) {
        if (own.counts(z, ...set) !== 1 || !kept.every((u) => isOff(u, z, set)) || this.isOnCut(z, s))
          continue;
        (this.hasDerivative(z, set) ? smooth : left).push(z);
      }
    });
    const isForAll = (z: number): boolean =>
      this.parts.sets.every((set) => Math.abs(own.of(z, ...set)) < ON_EDGE && this.hasDerivative(z, set));
    return { left, smooth: smooth.filter((z, i) => smooth.indexOf(z) === i && isForAll(z)) };
  }
  private isOnCut(z: number, s: number): boolean {
    return this.cuts.some((c, i) => Math.abs((c.values[s] ?? NaN) - z) < ON_EDGE && this.isOut(i));
  }

  private hasDerivativeOn(i: number, s: number): boolean {
    return this.hasDerivative(this.cuts[i]?.values[s] ?? NaN, this.parts.sets[s] ?? []);
  }
  private hasDerivative(at: number, set: readonly number[]): boolean {
    return this.parts.pairs.every(({ f, g }) => hasSlope((t) => f(t, ...set), at, g(at, ...set)));
  }
  private hasValue(i: number, s: number, of: 'f' | 'g'): boolean {
    const [at, set] = [this.cuts[i]?.values[s] ?? NaN, this.parts.sets[s] ?? []];
    return this.parts.pairs.some((p) => Number.isFinite(p[of](at, ...set)));
  }

  /** Whether all is defined between two cuts; null where that is not one thing, or not the same for all parameters. */
  private inside(k: number): boolean | null {
    const found = this.parts.sets.map((_, s) => this.insideOf(s, this.between(s, k)));
    const told = found.filter((f) => f !== undefined);
    if (told.length === 0) return true;
    return told.every((f) => f === told[0]) ? (told[0] ?? null) : null;
  }

  /** undefined where no place was found at which all that has to hold besides does. */
  private insideOf(s: number, places: readonly number[]): boolean | null | undefined {
    const set = this.parts.sets[s] ?? [];
    const states = places
      .filter((x) => this.parts.unsolved.every((u) => isOff(u, x, set)))
      .map((x) => this.parts.isInside(x, set));
    if (states.length === 0) return undefined;
    return states.every((v) => v === states[0]) ? (states[0] ?? null) : null;
  }

  private samples(s: number): readonly (readonly number[])[] {
    return Array.from({ length: this.cuts.length + 1 }, (_, k) => this.between(s, k));
  }

  private between(s: number, k: number): readonly number[] {
    const [low, high] = [this.cuts[k - 1]?.values[s], this.cuts[k]?.values[s]];
    if (low !== undefined && high !== undefined) return WITHIN.map((p) => low + p * (high - low));
    if (low !== undefined) return BEYOND.map((d) => low + d);
    return high !== undefined ? BEYOND.map((d) => high - d) : ANYWHERE;
  }
}

/** Whether what is to be above 0 is so wherever one looks. */
const isAbove = ({ of, edge }: Unsolved, set: readonly number[]): boolean =>
  SCAN.every((x) => of(x, ...set) > (edge.touching ? -ON_EDGE : ON_EDGE));

/** Whether a place is off an edge, and not within rounding of it; where the edge has no value, so it is. */
function isOff({ edge, of, counts }: Unsolved, x: number, set: readonly number[]): boolean {
  if (counts(x, ...set) !== 1) return true;
  const value = of(x, ...set);
  return edge.op === '>' ? !(value <= (edge.touching ? -ON_EDGE : ON_EDGE)) : !(Math.abs(value) <= ON_EDGE);
}
const ON_EDGE = 1e-9;

/** More of them are part of an interval, or of more than are seen. */
const MOST_BUT = 1;
/** Halves of whole numbers, which are told as such. */
const isPlainNumber = (z: number): boolean => Number.isInteger(2 * z);

interface Hole {
  readonly condition: Condition;
  readonly said: boolean;
}
