/** Questions about code: a function of a source, its derivative, and the code of that. */
import type { Budget, Derivation, Question, Step } from '../core/derivation.js';
import { centralDifference } from '../core/difference.js';
import type { Value } from '../core/evaluate.js';
import { apply, diff, ONE, plainName, type Expr, type Sym } from '../core/expr.js';
import {
  atIsolatedPoints,
  compileProgram,
  derivativeProgram,
  deriveProgram,
  expandedSize,
  type Program,
} from '../core/program.js';
import type { Asked, Definition } from '../meaning/index.js';
import {
  onlyTarget,
  readCode,
  readSource,
  symbolNamed,
  targetAt,
  targetIn,
  variableNamed,
  writeDerivative,
  type Code,
  type CodeVariable,
  type Language,
  type Source,
  type Target,
  type Written,
} from '../notation/typescript/index.js';
import type { Declined } from './ask.js';
import { texWith } from './notations.js';
import { DEFAULT_STYLE } from '../notation/notation.js';
import { symbolOf } from '../notation/plain/names.js';
import { solve, type Solved } from './solve.js';

/** An answered question about code. */
export interface CodeAnswer {
  readonly ok: true;
  readonly source: Source;
  readonly code: Code;
  readonly variable: CodeVariable;
  readonly solved: Solved;
  /** The derivative as a program with the names of the code. */
  readonly derivative: Program;
  /** The derivative as a function; null where code cannot say it. */
  readonly written: Written | null;
}

export interface CodePlace {
  readonly offset: number | null;
  readonly range: readonly [number, number] | null;
}

/** The function or expression at a place of a source. */
export function codeAt(source: Source, { offset, range }: CodePlace): Code | Declined {
  const target = range
    ? targetIn(source, range[0], range[1])
    : offset === null
      ? onlyTarget(source)
      : targetAt(source, offset);
  if (!target) return nothingAt(source, offset, range);
  const code = readCode(source, target);
  return code.ok
    ? code
    : { ok: false, code: code.code, message: code.message, span: { from: code.from, to: code.to } };
}

function nothingAt({ problems, text }: Source, offset: number | null, range: CodePlace['range']): Declined {
  const [problem] = problems;
  if (problem) return { ok: false, code: problem.code, message: problem.message, span: problem };
  const span = range ? { from: range[0], to: range[1] } : { from: offset ?? 0, to: offset ?? text.length };
  if (offset === null && !range)
    return {
      ok: false,
      code: 'ambiguous',
      message: 'The source has several functions or none: say which by an offset.',
      span,
    };
  return {
    ok: false,
    code: 'no-formula',
    message: 'There is no function and no expression of numbers here.',
    span,
  };
}

/** Locals and lengths up to which a program is derived as one formula, looking through its names. */
const MOST_LOCALS = 24;
const MOST_EXPANDED = 4_000;

/** The derivative of code by one of its variables, by default the parameter meant or the first. */
export function answerCode(
  source: Source,
  code: Code,
  wanted: string | null,
  order: Expr | null,
  budget: Budget,
): CodeAnswer | Declined {
  const variable = chosenVariable(code, wanted);
  if ('ok' in variable) return variable;
  const asked = askedOf(source, code, variable, order ?? ONE);
  const { program } = code;
  const whole = order ?? ONE;
  const times = whole.kind === 'num' ? whole.value.toNumber() : NaN;
  const isShort = program.bindings.length <= MOST_LOCALS && expandedSize(program) <= MOST_EXPANDED;
  if (!isShort && times !== 1) return declined('limit', tooLong(program), code.target);
  const found = isShort ? solve(asked, budget) : byName(asked, program, variable.symbol, budget);
  if (!found.ok) return { ...found, span: spanOf(code.target) };
  const direct: Program = { ...program, result: found.result };
  const fixed = isShort && times === 1 ? atIsolatedPoints(direct, program, variable.symbol) : direct;
  const solved = fixed === direct ? found : withResult(found, fixed.result);
  const write = (): Written | null => {
    if (Number.isNaN(times)) return null;
    const known = { result: isShort ? solved.result : null, formula: formulaOf(solved) };
    const made = writeDerivative(source, code, variable, times, budget, known);
    return 'text' in made ? made : null;
  };
  const derivative = isShort ? fixed : programOf(solved, program);
  let written: Written | null | undefined;
  return {
    ok: true,
    source,
    code,
    variable,
    solved,
    derivative,
    // A hover does not need it.
    get written() {
      return (written ??= write());
    },
  };
}

const tooLong = ({ bindings }: Program): string =>
  bindings.length > MOST_LOCALS
    ? `The function has ${String(bindings.length)} locals. Beyond ${String(MOST_LOCALS)} it is derived name by name, and only once: write its first derivative, and derive that.`
    : 'The locals of the function make it too long for more than its first derivative: write that, and derive it.';

function chosenVariable(code: Code, wanted: string | null): CodeVariable | Declined {
  const { target, variables } = code;
  const span = spanOf(target);
  const name = wanted ?? (target.kind === 'function' ? target.parameter : null);
  const found = name === null ? (variables[0] ?? null) : variableNamed(code, name);
  if (found) return found;
  if (name !== null && symbolNamed(code, name))
    return {
      ok: false,
      code: 'no-such-variable',
      message: `\`${name}\` is no number to differentiate by.`,
      span,
    };
  // The parameter under the cursor may be an array: the first number is meant then.
  const [first] = variables;
  if (wanted === null && first) return first;
  const message =
    name === null
      ? 'There is no number to differentiate by.'
      : `There is no \`${name}\` here to differentiate by.`;
  return { ok: false, code: 'no-such-variable', message, span };
}

const spanOf = (t: Target): { from: number; to: number } => (t.kind === 'function' ? t.statement : t.span);
const declined = (code: Declined['code'], message: string, target: Target): Declined => ({
  ok: false,
  code,
  message,
  span: spanOf(target),
});

/** The question as notes ask it: locals and helpers are definitions in force. */
function askedOf(source: Source, code: Code, variable: CodeVariable, order: Expr): Asked {
  const { program, variables, target } = code;
  const locals = program.bindings.map((b) => ({ name: b.name, params: [], value: b.value }));
  const all = [...program.definitions.values(), ...locals];
  const declared = all.length > MOST_LOCALS ? () => spanOf(target).from : declarations(source.text, code);
  const question: Question = {
    body: program.result,
    target: variable.symbol,
    order,
    partial: variables.length > 1,
    definitions: new Map(all.map((d) => [d.name.id, d])),
    dependent: new Set(),
    atPoints: true,
  };
  return {
    ok: true,
    question,
    input: program.result,
    head: headOf(code),
    isDerivative: false,
    variable: variable.symbol,
    source: 'parameter',
    variables: variables.map((v) => v.symbol),
    point: null,
    used: all.map((d): Definition => ({
      ...d,
      replaces: null,
      line: lineOf(source.text, declared(d.name.id)),
      from: spanOf(target).from,
      late: false,
    })),
    notes: [],
  };
}

/** Where each name is declared: in the function or else in the file, as far as the text shows; else the function. */
function declarations(text: string, { spellings, target }: Code): (id: string) => number {
  const { from, to } = spanOf(target);
  return (id) => {
    const name = spellings.get(id) ?? '';
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return from;
    const declaration = new RegExp(`\\b(?:const|let|var|function)\\s+${name}(?![\\p{L}\\p{N}_$])`, 'u');
    const inside = declaration.exec(text.slice(from, to));
    const found = inside ?? declaration.exec(text);
    return found ? (inside ? from : 0) + found.index + found[0].length - name.length : from;
  };
}

function headOf({ target, variables }: Code): Expr | null {
  if (target.kind !== 'function' || target.name === null) return null;
  return apply(
    symbolOf(target.name),
    variables.map((v) => v.symbol),
  );
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const withResult = (solved: Solved, result: Expr): Solved => ({
  ...solved,
  result,
  derivation: { ...solved.derivation, result },
});

/** A long program name by name: the names of derivatives are definitions beside the program's own. */
function byName(asked: Asked, program: Program, target: Sym, budget: Budget): Solved | Unsolved {
  const found = deriveProgram(program, target, budget);
  if ('code' in found) return { ok: false, ...found };
  const derivative = atIsolatedPoints(derivativeProgram(found), program, target);
  const check = checkPrograms(program, derivative, target);
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
type Unsolved = Extract<ReturnType<typeof solve>, { ok: false }>;

function programOf(solved: Solved, program: Program): Program {
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

const POINTS = [0.37, 1.43, -0.61, 2.71, 0.83, -1.87, 0.11];

function checkPrograms(program: Program, derivative: Program, target: Sym): Solved['check'] {
  const [f, g] = [compileProgram(program), compileProgram(derivative)];
  let [points, worst] = [0, 0];
  let against = 0;
  for (const x of POINTS) {
    const at = (t: number): ReadonlyMap<string, number> =>
      new Map([...program.params.map((p, i) => [p.id, 0.6 + 0.2 * i] as const), [target.id, t]]);
    const [numeric, claimed] = [centralDifference((t) => f(at(t)), x), g(at(x))];
    if (!numeric || !Number.isFinite(claimed) || numeric.error > 1e-4 * Math.max(1, Math.abs(numeric.value)))
      continue;
    const gap =
      Math.abs(numeric.value - claimed) / Math.max(1e-9, Math.abs(numeric.value), Math.abs(claimed));
    if (gap < 1e-5) points++;
    else if (gap > 1e-2) against++;
    worst = Math.max(worst, gap);
  }
  if (against > 1) return { verdict: 'contradicts', points, worst, reason: null };
  return points >= 3 && against === 0
    ? { verdict: 'agrees', points, worst, reason: null }
    : { verdict: 'undecided', points, worst, reason: 'too few points could be compared' };
}

/** The longest formula for a doc comment. */
const MOST_FORMULA = 160;

/** d/dx f = … for a doc comment, with the names of the code; null where that is too long. */
function formulaOf({ asked, result }: Solved): string | null {
  const tex = texWith(DEFAULT_STYLE);
  const { question, head } = asked;
  if (result.size > 120) return null;
  const left = tex(
    diff(head?.kind === 'apply' ? head.fn : question.body, question.target, question.order, question.partial),
  );
  const formula = `${left} = ${tex(result)}`;
  return formula.length <= MOST_FORMULA ? formula : null;
}

/** Values of the derivative at points given by the names of the code; null where it, or the function, has none. */
export function codeValues(
  { code, derivative }: CodeAnswer,
  points: readonly Readonly<Record<string, Value>>[],
): (number | null)[] {
  return points.map((p) => {
    const values = valuesById(code, p);
    const keys = [...values.keys()].filter((k) => k.includes('['));
    const f = compileProgram(code.program, keys)(values);
    const value = compileProgram(derivative, keys)(values);
    return Number.isFinite(f) && Number.isFinite(value) ? value : null;
  });
}

function valuesById(
  { variables, arrays, spellings }: Code,
  point: Readonly<Record<string, Value>>,
): ReadonlyMap<string, number> {
  const given = new Map(Object.entries(point));
  const values = new Map<string, number>();
  const of = (v: CodeVariable): Value | undefined =>
    given.get(v.code) ??
    given.get(plainName(v.symbol)) ??
    given.get(v.code.slice(v.code.lastIndexOf('.') + 1)) ??
    nested(point, v.code);
  for (const v of variables) {
    const value = of(v);
    if (typeof value === 'number') values.set(v.symbol.id, value);
  }
  for (const a of arrays) {
    const value = of(a);
    if (typeof value === 'number' || value === undefined) continue;
    value.forEach((x, i) => {
      if (typeof x === 'number') values.set(`${a.symbol.id}[${String(i + 1)}]`, x);
    });
    for (const [id, text] of spellings) if (text === `${a.code}.length`) values.set(id, value.length);
  }
  for (const [id, text] of spellings) {
    const flag = given.get(text);
    if (!values.has(id) && typeof flag === 'number') values.set(id, flag);
  }
  return values;
}

/** p.x where the point has { p: { x: 1 } }. */
function nested(point: Readonly<Record<string, unknown>>, code: string): Value | undefined {
  let at: unknown = point;
  for (const part of code.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return typeof at === 'number' ? at : undefined;
}

/** Sources by text: the last one asked about is kept. */
export class CodeSources {
  private last: Source | null = null;

  of(text: string, language: Language): Source {
    if (this.last?.text !== text || this.last.language !== language) this.last = readSource(text, language);
    return this.last;
  }
}
