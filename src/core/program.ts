/** Programs: a result by way of named intermediate values, derived name by name. */
import { equated } from './equation.js';
import { connected } from './connectives.js';
import { done, type Steps } from '../steps.js';
import type { Binding, Budget, Derivation, Question, Refusal } from './derivation.js';
import { deriveInSteps } from './derive.js';
import { isWithin } from './compare/closeness.js';
import { centralDifference } from './compare/difference.js';
import { positiveValues } from './compare/points.js';
import { ROWS } from './compare/table.js';
import { compile } from './evaluate.js';
import { logic, ONE, piecewise, relation, sym, type Expr, type Relation, type Sym } from './expr.js';
import { children, mapChildren, someNode, substitute } from './walk.js';
import { isZero } from './fold.js';
import { tidyInSteps } from './tidy/index.js';
import { replaceAll, topDown } from './rewrite.js';
import { varies } from './varies.js';

/** A named value; it may mention the parameters and the names before it. */
export interface Local {
  readonly name: Sym;
  readonly value: Expr;
}

export interface Program {
  readonly params: readonly Sym[];
  readonly bindings: readonly Local[];
  readonly result: Expr;
  /** Functions and constants from outside that the values mention, by symbol id. */
  readonly definitions: ReadonlyMap<string, Binding>;
}

/** The derivative of a local that varies: its name, t′, and how it was found. */
export interface LocalDerivative {
  readonly of: Sym;
  readonly name: Sym;
  readonly derivation: Derivation;
  /** The derivation's result with the names of other derivatives put in. */
  readonly value: Expr;
}

export interface ProgramDerivative {
  readonly program: Program;
  readonly target: Sym;
  /** In the order of the program's bindings; locals whose derivative is a number or another name are left out. */
  readonly locals: readonly LocalDerivative[];
  readonly derivation: Derivation;
  readonly result: Expr;
}

/**
 * The derivative of a program by one of its names, forward and name by name: each local that varies is a function of
 * the target whose derivative is a name of its own. A thousand doubling locals stay a thousand small derivations.
 */
export function deriveProgram(program: Program, target: Sym, budget: Budget): ProgramDerivative | Refusal {
  return done(deriveProgramInSteps(program, target, budget));
}

/** The same in steps. */
export function* deriveProgramInSteps(
  program: Program,
  target: Sym,
  budget: Budget,
): Steps<ProgramDerivative | Refusal> {
  const known = new Map<string, Expr>();
  const locals: LocalDerivative[] = [];
  const names = new DerivativeNames(program);
  const dependent = new Set<string>();
  const take = function* (
    body: Expr,
    name: Sym | null,
  ): Steps<{ derivation: Derivation; value: Expr } | Refusal> {
    const question: Question = {
      body,
      target,
      order: ONE,
      partial: program.params.length > 1,
      atPoints: true,
      definitions: program.definitions,
      dependent: new Set([...body.free].filter((id) => dependent.has(id))),
    };
    const found = yield* deriveInSteps(
      question,
      (e, b) => tidyInSteps(e, b, { question: body, target }),
      budget,
    );
    if ('code' in found) return found;
    const result = name ? replaced(found.result, body, name) : found.result;
    const value = named(result, known);
    // A derivative that is a number is put in, and there is something to collect again: 2r·3 is 6r.
    const isNumber = [...body.free].some((id) => known.get(id)?.kind === 'num');
    const tidied = isNumber ? (yield* tidyInSteps(value, budget, { question: body, target })).result : value;
    return { derivation: found, value: tidied };
  };
  for (const { name, value } of program.bindings) {
    const found = yield* take(value, name);
    if ('code' in found) return found;
    if (isZero(found.value)) continue;
    dependent.add(name.id);
    if (isNameOrNumber(found.value)) known.set(name.id, found.value);
    else {
      const derivative = names.derivative(name);
      known.set(name.id, derivative);
      locals.push({ of: name, name: derivative, ...found });
    }
  }
  const last = yield* take(program.result, null);
  if ('code' in last) return last;
  return { program, target, locals, derivation: last.derivation, result: last.value };
}

const isNameOrNumber = (e: Expr): boolean => e.kind === 'num' || e.kind === 'sym' || e.kind === 'const';

/** The value of a local by its name where it stands whole: the derivative of t = e^{x²} is 2x·t. */
function replaced(e: Expr, value: Expr, name: Sym): Expr {
  return value.size < 3 ? e : replaceAll(e, value, name);
}

/** t′ as the name of t's derivative, wherever it stands. */
function named(e: Expr, derivatives: ReadonlyMap<string, Expr>): Expr {
  return topDown((x) =>
    x.kind === 'apply' && x.args.length === 0 && x.orders[0] === 1
      ? (derivatives.get(x.fn.id) ?? null)
      : null,
  )(e);
}

/** Names for derivatives, none of them in use. */
class DerivativeNames {
  private readonly taken: Set<string>;

  constructor(program: Program) {
    this.taken = new Set([...program.params, ...program.bindings.map((b) => b.name)].map((s) => s.id));
    for (const e of [program.result, ...program.bindings.map((b) => b.value)])
      for (const id of e.free) this.taken.add(id);
  }

  derivative(of: Sym): Sym {
    for (let i = 0; ; i++) {
      const name = sym(
        'd' + of.base + (of.sub === null ? '' : '_' + of.sub) + (i === 0 ? '' : String(i + 1)),
        ['word'],
      );
      if (this.taken.has(name.id)) continue;
      this.taken.add(name.id);
      return name;
    }
  }
}

/** Derivatives that stand only once, and short ones, put where they stand. */
function folded(program: Program, made: ReadonlySet<string>): Program {
  const values = new Map<string, Expr>();
  const counts = mentions(program, made);
  const bindings: Local[] = [];
  for (const b of program.bindings) {
    const value = substitute(b.value, values);
    if (made.has(b.name.id) && ((counts.get(b.name.id) ?? 0) < 2 || value.size <= 3))
      values.set(b.name.id, value);
    else bindings.push({ name: b.name, value });
  }
  return { ...program, bindings, result: substitute(program.result, values) };
}

/** How often each of the names stands in the program. */
function mentions(program: Program, names: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (e: Expr): void => {
    if (e.kind === 'sym') counts.set(e.id, (counts.get(e.id) ?? 0) + 1);
    else if ([...e.free].some((id) => names.has(id))) children(e).forEach(visit);
  };
  [...program.bindings.map((b) => b.value), program.result].forEach(visit);
  return counts;
}

/** The derivative as a program of its own: the locals, each followed by its derivative, and the result. */
export function derivativeProgram({ program, locals, result }: ProgramDerivative): Program {
  const after = new Map(locals.map((l) => [l.of.id, l]));
  const bindings = program.bindings.flatMap((b): Local[] => {
    const d = after.get(b.name.id);
    return d ? [b, { name: d.name, value: d.value }] : [b];
  });
  return needed(folded({ ...program, bindings, result }, new Set(locals.map((l) => l.name.id))));
}

/** The derivative name by name, as often as the order says. */
export function derivedProgram(
  program: Program,
  target: Sym,
  order: number,
  budget: Budget,
): Program | Refusal {
  return done(derivedProgramInSteps(program, target, order, budget));
}

/** The same in steps. */
export function* derivedProgramInSteps(
  program: Program,
  target: Sym,
  order: number,
  budget: Budget,
): Steps<Program | Refusal> {
  let current = program;
  for (let k = 0; k < order; k++) {
    const next = yield* deriveProgramInSteps(current, target, budget);
    if ('code' in next) return next;
    current = atIsolatedPoints(derivativeProgram(next), current, target, budget);
    yield null;
  }
  return current;
}

/** The program's result as one expression of at most so many symbols, its locals put in; null where that is longer. */
export function inlined(program: Program, most: number): Expr | null {
  const values = new Map<string, Expr>();
  for (const b of needed(program).bindings) {
    const value = substitute(b.value, values);
    if (value.size > most) return null;
    values.set(b.name.id, value);
  }
  const whole = substitute(program.result, values);
  return whole.size > most ? null : whole;
}

/** The program without the locals that nothing mentions. */
export function needed(program: Program, others: readonly Expr[] = []): Program {
  const wanted = new Set([program.result, ...others].flatMap((e) => [...e.free]));
  const bindings: Local[] = [];
  for (const b of [...program.bindings].reverse()) {
    if (!wanted.has(b.name.id)) continue;
    bindings.push(b);
    for (const id of b.value.free) wanted.add(id);
  }
  return { ...program, bindings: bindings.reverse() };
}

/** Distinct nodes of the program, those of its bindings included: the measure of its length. */
export function programSize(program: Program): number {
  return [program.result, ...program.bindings.map((b) => b.value)].reduce((s, e) => s + e.size, 0);
}

/**
 * A program compiled for values by symbol id, `keys` being those of components (`x[1]`) that will be given; linear in
 * its length, however its locals are chained.
 */
export function compileProgram(
  program: Program,
  keys: readonly string[] = [],
  budget?: Budget,
): (values: ReadonlyMap<string, number>) => number {
  const run = [...program.bindings, { name: null, value: program.result }].map(({ name, value }) => {
    const free = idsOf(value, program.definitions);
    const ids = [...free, ...keys.filter((k) => free.some((id) => k.startsWith(id + '[')))];
    return { id: name?.id ?? null, ids, f: compile(value, ids, program.definitions, budget) };
  });
  return (values) => {
    const all = new Map(values);
    let last = NaN;
    for (const { id, ids, f } of run) {
      last = f(...ids.map((n) => all.get(n) ?? NaN));
      if (id !== null) all.set(id, last);
    }
    return last;
  };
}

/** Names that the value needs, through definitions too, but for those that definitions give. */
function idsOf(e: Expr, definitions: ReadonlyMap<string, Binding>): string[] {
  const found = new Set<string>();
  const queue = [...e.free];
  const seen = new Set<string>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const d = definitions.get(id);
    if (!d) found.add(id);
    else queue.push(...[...d.value.free].filter((n) => !d.params.some((p) => p.id === n)));
  }
  return [...found];
}

/** Whether the program is so short that its locals may be looked through all at once. */
export function expandedSize(program: Program): number {
  const sizes = new Map<string, number>();
  const sizeOf = (e: Expr): number => {
    let size = e.size;
    for (const id of e.free) size += (sizes.get(id) ?? 0) * 2;
    return Math.min(size, 1e15);
  };
  for (const b of program.bindings) sizes.set(b.name.id, sizeOf(b.value));
  return sizeOf(program.result);
}

/**
 * A derivative with what it says at single points taken back where it does not hold there: `x = 1 ? 1 : x²` has the
 * slope 2 at 1, and not the slope of the constant. Compared with differences of the program at such points.
 */
export function atIsolatedPoints(
  derivative: Program,
  program: Program,
  target: Sym,
  budget?: Budget,
): Program {
  const varying = new Set([target.id]);
  for (const b of program.bindings) if (varies(b.value, varying)) varying.add(b.name.id);
  const pins = [derivative.result, ...derivative.bindings.map((b) => b.value)].flatMap((e) =>
    pinsIn(e, varying),
  );
  if (pins.length === 0 || pins.every((p) => holdsAt(p, derivative, program, target, budget)))
    return derivative;
  const without = (exclude: boolean): Program => ({
    ...derivative,
    bindings: derivative.bindings.map((b) =>
      program.bindings.includes(b) ? b : { ...b, value: withoutPins(b.value, varying, exclude) },
    ),
    result: withoutPins(derivative.result, varying, exclude),
  });
  // Where the formula around the point goes on through it, it is the derivative there too.
  const through = without(false);
  return pins.every((p) => holdsAt(p, through, program, target, budget)) ? through : without(true);
}

/** Pieces have one value over a whole stretch: that they have it is no single point. */
const isPin = (c: Expr, varying: ReadonlySet<string>): c is Relation =>
  equated(c) !== null && varies(c, varying) && !someNode(c, (n) => n.kind === 'piecewise');

function pinsIn(e: Expr, varying: ReadonlySet<string>): Relation[] {
  if (![...e.free].some((id) => varying.has(id))) return [];
  const own =
    e.kind === 'piecewise' ? e.branches.map((b) => b.condition).filter((c) => isPin(c, varying)) : [];
  return [...own, ...children(e).flatMap((c) => pinsIn(c, varying))];
}

/** Whether the derivative is that of the program where the target has the one value that the condition asks for. */
function holdsAt(
  pin: Relation,
  derivative: Program,
  program: Program,
  target: Sym,
  budget?: Budget,
): boolean {
  const [left, right] = pin.sides;
  const value = left?.kind === 'sym' && left.id === target.id ? right : left;
  const other = value === left ? right : left;
  if (!value || other?.kind !== 'sym' || other.id !== target.id || value.free.size > 0) return false;
  const at = compile(value, [], new Map(), budget)();
  const [f, g] = [compileProgram(program, [], budget), compileProgram(derivative, [], budget)];
  const others = idsOf(program.result, program.definitions).concat(
    program.bindings.flatMap((b) => idsOf(b.value, program.definitions)),
  );
  return Array.from({ length: ROWS.pin.sets }, (_, k) => positiveValues(k, others.length)).every((values) => {
    const point = (x: number): ReadonlyMap<string, number> =>
      new Map([...others.map((id, i) => [id, values[i] ?? NaN] as const), [target.id, x]]);
    const numeric = centralDifference((x) => f(point(x)), at, ROWS.pin.step);
    return (
      numeric !== null &&
      isWithin(f(point(at)), f(point(at + ROWS.pin.beside)), ROWS.pin.agree) &&
      isWithin(numeric.value, g(point(at)), ROWS.pin.agree)
    );
  });
}

/** Branches for single points left out; with `exclude` those points too. */
function withoutPins(e: Expr, varying: ReadonlySet<string>, exclude: boolean): Expr {
  if (![...e.free].some((id) => varying.has(id))) return e;
  const inner = mapChildren(e, (c) => withoutPins(c, varying, exclude));
  if (inner.kind !== 'piecewise') return inner;
  const pins = inner.branches.filter((b) => isPin(b.condition, varying)).map((b) => b.condition as Relation);
  if (pins.length === 0) return inner;
  const off = pins.map((p): Expr => relation(['!='], p.sides));
  const kept = inner.branches.filter((b) => !isPin(b.condition, varying));
  const branches = kept.map((b) => ({ value: b.value, condition: logic('and', ...off, b.condition) }));
  if (!exclude) return kept.length === 0 ? (inner.otherwise ?? inner) : piecewise(kept, inner.otherwise);
  const last = connected('and', off);
  return piecewise(inner.otherwise ? [...branches, { value: inner.otherwise, condition: last }] : branches);
}
