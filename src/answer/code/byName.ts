/** A long program derived name by name: its derivative is a program, and is checked as one. */
import { ready, type Steps } from '../../steps.js';
import {
  atIsolatedPoints,
  compareSlopes,
  compileProgram,
  derivativeProgram,
  deriveProgramInSteps,
  diff,
  ONE,
  ROWS,
  TurnBudget,
  type Around,
  type Budget,
  type Compiled,
  type Derivation,
  type Program,
  type Step,
  type Sym,
} from '../../core/index.js';
import type { Asked } from '../../meaning/index.js';
import type { solve, Solved } from '../solve.js';

type Unsolved = Extract<ReturnType<typeof solve>, { ok: false }>;

/** A long program name by name, in steps: the names of derivatives are definitions beside the program's own. */
export function* solveByName(
  asked: Asked,
  program: Program,
  target: Sym,
  budget: Budget,
): Steps<Solved | Unsolved> {
  const found = yield* deriveProgramInSteps(program, target, budget);
  if ('code' in found) return { ok: false, ...found };
  const derivative = atIsolatedPoints(derivativeProgram(found), program, target, budget);
  yield null;
  const check = yield* checkPrograms(program, derivative, target, budget);
  if (check.verdict === 'contradicts')
    return { ok: false, code: 'contradiction', message: 'The answer failed its own numeric check.' };
  const definitions = new Map(asked.question.definitions);
  for (const b of derivative.bindings)
    definitions.set(b.name.id, { name: b.name, params: [], value: b.value });
  const question = { ...asked.question, definitions };
  const root: Step = {
    rule: 'definition',
    title: 'Name by name',
    before: diff(program.result, target, ONE, question.partial),
    after: derivative.result,
    result: derivative.result,
    parts: [],
    substitution: null,
    conditions: [],
    substeps: [...found.locals.map((l) => l.derivation), found.derivation].flatMap((d) =>
      d.stages.map((s) => s.root),
    ),
  };
  const derivation: Derivation = {
    question,
    stages: [{ root, tidying: [], result: derivative.result }],
    result: derivative.result,
    conditions: [],
  };
  return {
    ok: true,
    asked: { ...asked, question },
    derivation,
    result: derivative.result,
    point: null,
    check,
  };
}

/** The derivative as a program: its bindings are the names that the solution defines beside the program's own. */
export function programOf(solved: Solved, program: Program): Program {
  const { definitions } = solved.asked.question;
  const own = new Set(program.definitions.keys());
  const bindings = [...definitions.values()].filter((d) => !own.has(d.name.id) && d.params.length === 0);
  return ordered({ ...program, bindings, result: solved.result });
}

/** Bindings in an order in which each mentions only those before it. */
function ordered(program: Program): Program {
  const byId = new Map(program.bindings.map((b) => [b.name.id, b]));
  const done = new Set<string>();
  const out: Program['bindings'][number][] = [];
  const stack = [...program.bindings].reverse();
  for (let b = stack.pop(); b; b = stack.pop()) {
    if (done.has(b.name.id)) continue;
    const missing = [...b.value.free].flatMap((id) => (done.has(id) ? [] : (byId.get(id) ?? [])));
    if (missing.length > 0) {
      stack.push(b, ...missing);
      continue;
    }
    done.add(b.name.id);
    out.push(b);
  }
  return { ...program, bindings: out };
}

function* checkPrograms(
  program: Program,
  derivative: Program,
  target: Sym,
  budget: Budget,
): Steps<Solved['check']> {
  const others = program.params.filter((p) => p.id !== target.id);
  const turns = new TurnBudget(budget);
  const valuesOf = (p: Program): Compiled => {
    const run = compileProgram(p, [], turns);
    return (x, ...rest) =>
      run(new Map([...others.map((o, i) => [o.id, rest[i] ?? NaN] as const), [target.id, x]]));
  };
  const f = valuesOf(program);
  yield null;
  const g = valuesOf(derivative);
  yield null;
  const around: Around =
    ([, ...rest]) =>
    (x) =>
      f(x, ...rest);
  turns.start();
  return yield* compareSlopes(
    { f: around, g, isNoise: () => ready(false) },
    others.length,
    ROWS.program,
    turns,
  );
}
