/** Where a function has the derivative that is shown, as a set: solved for the variable where its ends are known. */
import { connected, negated } from '../connectives.js';
import { expanded, valueOf } from '../definitions.js';
import type { Budget, Condition, Derivation } from '../derivation.js';
import { same } from '../equality.js';
import { compile, type Compiled } from '../evaluate.js';
import { FALSE, TRUE, logic, num, relation, ZERO, type Expr, type Sym } from '../expr.js';
import { inputsOf } from '../inputs.js';
import { positiveValues } from '../compare/points.js';
import { Rational } from '../rational.js';
import { bottomUp } from '../rewrite.js';
import { hasValueWide } from '../wide/evaluate.js';
import { simplifyConditions } from '../tidy/conditions.js';
import { someNode, substitute } from '../walk.js';
import { Work } from '../work.js';
import { edgesOf, MOST_EDGES, type Edge } from './edges.js';
import { Line, type Cut, type Needed } from './line.js';
import { meetingOnlyWhere } from './meeting.js';
import { rootsOf } from './roots.js';

export interface Validity {
  /** Holds exactly where the function has the derivative shown; null for everywhere, `false` for nowhere. */
  readonly where: Expr | null;
  /** What a reader needs to be told of it: not that a denominator of the question itself must not be 0. */
  readonly said: readonly Condition[];
}

/** Units of work for one derivation's set, which is made in one go: less than a step may take. */
const OWN_WORK = 4_000;
/** What looking for the zeros of an edge costs, in units a node of it. */
const A_NODE = 6;
const known = new WeakMap<Derivation, Validity>();

/** Computed once for each derivation. */
export function validityOf(d: Derivation, budget: Budget = new Work(OWN_WORK)): Validity {
  const before = known.get(d);
  if (before) return before;
  const found = onTheLine(d, budget) ?? asCollected(d);
  known.set(d, found);
  return found;
}

/** Whether the derivative shown is there at a place, which may be given by a number; where that cannot be told, it is. */
export function isValidAt(d: Derivation, x: Sym, at: Expr): boolean {
  const { where } = validityOf(d);
  return where === null || compile(substitute(where, new Map([[x.id, at]])), [])() !== 0;
}

/** What the steps required, and the places where pieces meet without a derivative. */
function asCollected({ conditions, boundaries = [], question }: Derivation): Validity {
  const kinks = boundaries
    .filter((b) => b.differentiable === false)
    .map((b) => relation(['!='], [question.target, b.at]));
  const said = [...conditions, ...kinks].filter((c, i, list) => list.findIndex((o) => same(o, c)) === i);
  return { where: all(said), said };
}

const all = (parts: readonly Expr[]): Expr | null => (parts.length === 0 ? null : connected('and', parts));

/** What may lack a value for another reason than its domain. */
const isOpen = ({ kind }: Expr): boolean => !CLOSED.has(kind);
const CLOSED: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>([
  'num',
  'const',
  'sym',
  'add',
  'mul',
  'div',
  'pow',
  'root',
  'call',
  'piecewise',
  'relation',
  'logic',
]);

/** Parameters take these many sets of values; what holds for all of them is taken to hold for any. */
const SETS = 3;

/** A place like any other. */
const SOMEWHERE = 0.37;

type Edges = readonly Edge[];

function onTheLine(d: Derivation, budget: Budget): Validity | null {
  const { question } = d;
  const x = question.target;
  if (x.kind !== 'sym' || question.equation || question.arrays || question.dependent.size > 0) return null;
  if (question.order.kind !== 'num') return null;
  const body = expanded(valueOf(question.body, question.definitions), question.definitions);
  const results = d.stages.map((s) => expanded(s.result, question.definitions));
  if (!body || !results.every((r) => r !== null)) return null;
  const forms = [body, ...results];
  const [asked, ...answered] = forms.map((e, k) => edgesOf(e, x.id, k === results.length)) as [
    Edges,
    ...Edges[],
  ];
  if ([asked, ...answered].some((list) => list.length >= MOST_EDGES)) return null;
  const edges = [...asked, ...answered.flat()];
  // Of what has names alone every value is one; √−2 has none.
  const isPlain = edges.length === 0 && forms.every((e) => e.free.size > 0 && !someNode(e, isOpen));
  const others = inputsOf(forms, new Map()).filter((n) => n !== x.id);
  const names = [x.id, ...others];
  const sets = Array.from({ length: others.length === 0 ? 1 : SETS }, (_, s) =>
    positiveValues(s, others.length),
  );
  const compiled = forms.map((e) => compile(e, names, new Map(), budget));
  // e^(e^x) has a value where doubles have none.
  const isInside = (t: number, set: readonly number[]): boolean =>
    compiled.every((g, k) => {
      if (Number.isFinite(g(t, ...set))) return true;
      const point = Object.fromEntries(names.map((n, i) => [n, [t, ...set][i] ?? NaN]));
      return hasValueWide(forms[k] as Expr, point, new Map(), budget);
    });
  if (isPlain && isInside(SOMEWHERE, sets[0] ?? [])) return { where: null, said: [] };
  const { cuts, unsolved } = solvedEdges(edges, asked, x, others, sets, budget);
  const line = new Line({
    pairs: compiled.slice(1).map((g, k) => ({ f: compiled[k] as Compiled, g })),
    isInside,
    sets,
    cuts,
    unsolved: unsolved.map((e) => ({
      edge: e,
      of: compile(e.of, names, new Map(), budget),
      counts: compile(all(e.within) ?? TRUE, names, new Map(), budget),
      isPole: e.pole && asked.some((a) => a.pole && same(a.of, e.of)),
    })),
  });
  // Once the budget is spent nothing has a value.
  if (budget.shouldStop(0)) return null;
  const written = line.written(x, (cut) => meetingOnlyWhere({ forms, x, others, at: cut.at, budget }));
  if (budget.shouldStop(0)) return null;
  if (!written) return line.isEmpty ? null : fromEdges(edges, line, x, budget);
  if (!written.where) return forms.some((e) => someNode(e, isOpen)) ? null : { where: FALSE, said: [] };
  const needed = line.needed().filter(({ edge: e }, _, list) => !list.some((o) => implies(o.edge, e, x.id)));
  if (budget.shouldStop(0)) return null;
  // That the answer divides by 0 there is for everyone to see.
  const shown = answered.flat().filter((e) => e.pole);
  const told = needed.filter(({ edge: e }) => !e.tacit && (!e.pole || !shown.some((o) => same(o.of, e.of))));
  return {
    where: all([...written.where, ...conditionsOf(needed, x)]),
    said: [...written.said, ...conditionsOf(told, x)],
  };
}

/** What is above 0 has a value: where tan x > 0, cos x is not 0. */
const implies = (o: Edge, e: Edge, x: string): boolean =>
  o !== e &&
  o.within.every((c) => e.within.includes(c)) &&
  ((same(o.of, e.of) && o.op === '>' && e.op === '!=') ||
    (e.pole && edgesOf(o.of, x).some((i) => same(i.of, e.of))));

function solvedEdges(
  edges: readonly Edge[],
  asked: readonly Edge[],
  x: Sym,
  others: readonly string[],
  sets: readonly (readonly number[])[],
  budget: Budget,
): { readonly cuts: readonly Cut[]; readonly unsolved: readonly Edge[] } {
  const cuts: Cut[] = [];
  const unsolved: Edge[] = [];
  for (const e of edges) {
    if (budget.shouldStop(1 + A_NODE * e.of.size)) {
      unsolved.push(e);
      continue;
    }
    const roots = rootsOf(e.of, x, budget);
    if (!roots && !unsolved.some((u) => isSame(u, e))) unsolved.push(e);
    for (const root of roots ?? []) {
      const at = withPositive(root);
      const value = compile(at, others, new Map(), budget);
      const values = sets.map((s) => value(...s));
      const cut = {
        at,
        values,
        pole: e.pole && asked.some((a) => a.pole && same(a.of, e.of)),
        tacit: e.tacit,
      };
      const known = cuts.findIndex((c) => c.values.every((v, i) => isAlike(v, values[i] ?? NaN)));
      if (known >= 0) cuts[known] = both(cuts[known] as Cut, cut);
      else if (values.some(Number.isFinite)) cuts.push(cut);
    }
  }
  return { cuts, unsolved };
}
const isSame = (a: Edge, b: Edge): boolean =>
  a.op === b.op &&
  a.pole === b.pole &&
  same(a.of, b.of) &&
  a.within.length === b.within.length &&
  a.within.every((c, i) => same(c, b.within[i] as Expr));

/** |a| is a: letters beside the variable are taken as positive. */
const withPositive = (root: Expr): Expr =>
  bottomUp((e) => {
    const [a] = e.kind === 'call' && e.fn === 'abs' ? e.args : [];
    return a?.kind === 'sym' ? a : e;
  })(root);

/** Two edges at one place. */
const both = (a: Cut, b: Cut): Cut => ({ ...a, pole: a.pole || b.pole, tacit: a.tacit && b.tacit });
const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));

/** Edges whose zeros are not known, as conditions: cos x ≠ 0; ⌊|x|⌋ ≠ |x| or x = 0. */
function conditionsOf(needed: readonly Needed[], x: Sym): readonly Condition[] {
  const isPlain = ({ edge, but }: Needed): boolean => edge.within.length === 0 && but.length === 0;
  const inPieces = needed
    .filter((n) => !isPlain(n))
    .map(({ edge, but }) =>
      logic(
        'or',
        ...edge.within.map(negated),
        conditionOf(edge),
        ...but.map((c) => relation(['='], [x, num(Rational.of(2 * c, 2))])),
      ),
    );
  const plain = needed.filter(isPlain).map((n) => conditionOf(n.edge));
  return [...simplifyConditions(plain), ...simplifyConditions(inPieces)];
}
const conditionOf = (e: Edge): Condition => e.told ?? relation([e.op], [e.of, ZERO]);

/** Where the ends come in another order for other values of the parameters: each edge by itself. */
function fromEdges(edges: readonly Edge[], line: Line, x: Sym, budget: Budget): Validity {
  const ends = edges.filter((e) => e.op === '>');
  const holes = line.cuts
    .filter((c, i) => line.isOut(i) && !ends.some((e) => isZeroOf(e, c, x, budget)))
    .map((c) => relation(['!='], [x, c.at]));
  const conditions = simplifyConditions([...conditionsOf(ends.map(whole), x), ...holes]);
  return { where: all(conditions), said: conditions };
}
const whole = (edge: Edge): Needed => ({ edge, but: [] });
const isZeroOf = (e: Edge, c: Cut, x: Sym, budget: Budget): boolean =>
  rootsOf(e.of, x, budget)?.some((r) => same(r, c.at)) ?? false;
