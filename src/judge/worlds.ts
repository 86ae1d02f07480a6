/** The worlds in which a claim is judged: one for a claim about known functions, several where f may be any function. */
import {
  isPrimed,
  apply,
  call,
  FAMILIES,
  num,
  someNode,
  standIn,
  sym,
  topDown,
  type Apply,
  type Binding,
  type BindingsById,
  type Expr,
  type Question,
  type Sym,
} from '../core/index.js';
import type { Definition } from '../meaning/definitions.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import { isImplied } from '../meaning/operator.js';
import type { World } from './workedOut.js';
import { ASSUMED_FUNCTIONS } from '../customs/usually.js';

export interface WorldsSubject {
  readonly variable: Variable;
  readonly order: Question['order'];
  /** Ids of names that stand for unknown functions of the variable. */
  readonly dependent: ReadonlySet<string>;
  /** Definitions in force at the claim. */
  readonly noted: Noted;
  readonly sides: readonly Expr[];
}

export interface Worlds {
  readonly list: readonly World[];
  /** Names that nothing defines and custom gives to a function of the table: Φ, φ, σ. */
  readonly assumed: readonly Sym[];
  /** Names of functions that nothing defines. */
  readonly unknown: readonly Sym[];
}

/** Orders tried where an order is a name. */
const ORDERS = [1, 2, 3, 4];

export function worldsFor(subject: WorldsSubject): Worlds {
  const { variable, noted, sides } = subject;
  const known = new Map([...noted].filter(([id]) => !variable.free.has(id) && !subject.dependent.has(id)));
  const undefinedOnes = unknownFunctions(subject, known);
  const assumed = undefinedOnes.filter(
    (f) => f.arity === 1 && ASSUMED_FUNCTIONS.has(f.name.id) && !subject.dependent.has(f.name.id),
  );
  const unknown = undefinedOnes.filter((f) => !assumed.includes(f));
  const counts = countsFor(subject);
  const signs = sides.some((s) => someNode(s, (e) => e.kind === 'plusminus')) ? [true, false] : [true];
  const list: World[] = [];
  const bareNames = new Set(unknown.filter((f) => f.arity <= 1).map((f) => f.name.id));
  const given = new Map([...known].map(([id, d]) => [id, atVariable(d, bareNames, variable)]));
  for (let family = 0; family < (unknown.length > 0 ? FAMILIES : 1); family++) {
    const definitions: BindingsById = new Map([
      ...given,
      ...assumed.map((f) => [f.name.id, customary(f.name)] as const),
      ...unknown.map((f, k) => [f.name.id, standIn(f.name, f.arity, k, family)] as const),
    ]);
    for (const n of counts)
      for (const plus of signs)
        list.push({ variable, definitions, noted: known, bare: bareNames, counts: n, plus });
  }
  return { list, unknown: unknown.map((f) => f.name), assumed: assumed.map((f) => f.name) };
}

/** x = R cos θ, of a θ that is a function of the variable: x = R cos θ(t). */
function atVariable(d: Definition, functions: ReadonlySet<string>, variable: Variable): Definition {
  if (![...functions].some((id) => d.value.free.has(id) && d.params.every((p) => p.id !== id))) return d;
  const value = topDown((e) => (e.kind === 'sym' && functions.has(e.id) ? apply(e, [variable]) : null))(
    d.value,
  );
  return { ...d, value };
}

function customary(name: Sym): Binding {
  const u = sym('#u');
  return { name, params: [u], value: call(ASSUMED_FUNCTIONS.get(name.id) ?? '', u) };
}

function countsFor({ order }: WorldsSubject): readonly ReadonlyMap<string, Expr>[] {
  if (order.kind === 'num') return [new Map()];
  const [name] = order.free;
  return name === undefined ? [new Map()] : ORDERS.map((n) => new Map([[name, num(n)]]));
}

interface Unknown {
  readonly name: Sym;
  readonly arity: number;
}

/** Names applied to arguments that no definition gives, and names that depend on the variable. */
function unknownFunctions(subject: WorldsSubject, known: BindingsById): readonly Unknown[] {
  const used = reachableNames(subject.sides, known);
  const values = [...known].flatMap(([id, d]) => (used.has(id) ? [d.value] : []));
  const { applications, symbols } = namesIn(...subject.sides, ...values);
  const found = new Map<string, Unknown>();
  for (const a of applications) {
    if (known.has(a.fn.id)) continue;
    const arity = Math.max(a.args.length, found.get(a.fn.id)?.arity ?? 0);
    found.set(a.fn.id, { name: a.fn, arity });
  }
  for (const id of subject.dependent) {
    if (!found.has(id)) found.set(id, { name: symbols.find((s) => s.id === id) ?? sym(id), arity: 1 });
  }
  return [...found.values()];
}

/** Names that the sides mention, directly and through definitions. */
export function reachableNames(sides: readonly Expr[], known: BindingsById): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    for (const id of e.free) {
      if (found.has(id)) continue;
      found.add(id);
      const d = known.get(id);
      if (d) visit(d.value);
    }
  };
  sides.forEach(visit);
  return found;
}

/** Names written under a derivative, as y in dy/dx, or with primes and no argument: functions of the variable. */
export function derivedNames(sides: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const s of sides) {
    someNode(s, (e) => {
      if (e.kind === 'diff' && isNameOverName(e.body, e.target)) found.add(e.body.id);
      if (isBarePrimed(e)) found.add(e.fn.id);
      return false;
    });
  }
  return found;
}
/** dy/dx; neither (x)′ nor dx/dx. */
const isNameOverName = (body: Expr, target: Expr): body is Sym =>
  body.kind === 'sym' &&
  !isImplied(body) &&
  target.kind === 'sym' &&
  !isImplied(target) &&
  target.id !== body.id;
const isBarePrimed = (e: Expr): e is Apply => e.kind === 'apply' && e.args.length === 0 && isPrimed(e);
