/** Programs: a result by way of named intermediate values, derived name by name. */
import type { Binding, Budget, Derivation, Question, Refusal } from './derivation.js';
import { derive } from './derive.js';
import { compile } from './evaluate.js';
import { mapChildren, ONE, sym, type Expr, type Sym } from './expr.js';
import { isZero } from './fold.js';
import { tidy } from './tidy/index.js';

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
  const known = new Map<string, Expr>();
  const locals: LocalDerivative[] = [];
  const names = new Names(program);
  const dependent = new Set<string>();
  const take = (body: Expr): { derivation: Derivation; value: Expr } | Refusal => {
    const question: Question = {
      body,
      target,
      order: ONE,
      partial: program.params.length > 1,
      definitions: program.definitions,
      dependent,
    };
    const found = derive(question, (e, b) => tidy(e, b, { question: body, target }), budget);
    if ('code' in found) return found;
    return { derivation: found, value: named(found.result, known) };
  };
  for (const { name, value } of program.bindings) {
    const found = take(value);
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
  const last = take(program.result);
  if ('code' in last) return last;
  return { program, target, locals, derivation: last.derivation, result: last.value };
}

const isNameOrNumber = (e: Expr): boolean => e.kind === 'num' || e.kind === 'sym' || e.kind === 'const';

/** t′ as the name of t's derivative, wherever it stands. */
function named(e: Expr, derivatives: ReadonlyMap<string, Expr>): Expr {
  const memo = new Map<Expr, Expr>();
  const go = (x: Expr): Expr => {
    const done = memo.get(x);
    if (done) return done;
    const prime =
      x.kind === 'apply' && x.args.length === 0 && x.orders[0] === 1 ? derivatives.get(x.fn.id) : null;
    const made = prime ?? mapChildren(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}

/** Names for derivatives, none of them in use. */
class Names {
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

/** The derivative as a program of its own: the locals, each followed by its derivative, and the result. */
export function derivativeProgram({ program, locals, result }: ProgramDerivative): Program {
  const after = new Map(locals.map((l) => [l.of.id, l]));
  const bindings = program.bindings.flatMap((b): Local[] => {
    const d = after.get(b.name.id);
    return d ? [b, { name: d.name, value: d.value }] : [b];
  });
  return needed({ ...program, bindings, result });
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

/** A program compiled for values by symbol id; linear in its length, however its locals are chained. */
export function compileProgram(program: Program): (values: ReadonlyMap<string, number>) => number {
  const run = [...program.bindings, { name: null, value: program.result }].map(({ name, value }) => {
    const ids = idsOf(value, program.definitions);
    return { id: name?.id ?? null, ids, f: compile(value, ids, program.definitions) };
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
