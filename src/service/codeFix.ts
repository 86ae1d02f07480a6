/** The edit that puts a hand-written derivative right: its body, or the one wrong number of a gradient. */
import { call, sym, type Expr } from '../core/expr.js';
import { substitute } from '../core/walk.js';
import { needed, type Program } from '../core/program.js';
import { bodyEdit, derivedProgram, gradientProgram, numberEdit } from '../codegen/index.js';
import {
  parameterSlots,
  nameTree,
  rowOf,
  withNames,
  type Code,
  type CodeTree,
  type CodeVariable,
  type FunctionTarget,
  type Results,
  type Source,
} from '../notation/typescript/index.js';
import { type Pair } from '../claims/code/index.js';
import { leavesIn, type Assignment, type Part } from './codeGradient.js';
import type { CodeEdit } from './codeTypes.js';
import type { Budget } from './service.js';

/** Longer derivatives are not written as one expression. */
const MOST_SIZE = 120;

/** The derivative's body, computing the right one; null where it cannot be written with the parameters it has. */
export function derivativeFix(
  source: Source,
  { of, derivative, order }: Pair,
  f: Code,
  variable: CodeVariable,
  budget: Budget,
): CodeEdit | null {
  const code = inNamesOf(of, derivative, asSigmoid(of, f), source);
  if (!code) return null;
  const program = derivedProgram(code.program, variable, order, budget);
  if ('code' in program) return null;
  const shape = { kind: 'number', e: program.result, span: null } as const;
  const edit = bodyEdit(source, code, of.fn, derivative, { program, values: [program.result], shape });
  return edit && { ...edit, name: derivative.name ?? '' };
}

/** The wrong number alone where it is written out and the only one, else the whole body. */
export function gradientFix(
  source: Source,
  { of, derivative }: Pair,
  f: Code,
  d: Results,
  parts: Assignment,
  wrong: readonly Part[],
  budget: Budget,
): CodeEdit | null {
  const code = inNamesOf(of, derivative, f, source);
  if (!code) return null;
  const name = derivative.name ?? '';
  const [only] = wrong;
  if (wrong.length === 1 && only?.variable && only.leaf.span) {
    const made = derivedProgram(f.program, only.variable, 1, budget);
    const e = 'code' in made ? null : asOne(made);
    const edit = e && numberEdit(source, code, of.fn, derivative, only.leaf.span, e);
    if (edit) return { ...edit, name };
  }
  const inOrder = leavesIn(d.shape).map((leaf) => parts.find((p) => p.leaf === leaf));
  if (inOrder.includes(undefined)) return null;
  const variables = parts.flatMap((p) => p.variable ?? []);
  const made = gradientProgram(code, variables, budget);
  if ('code' in made) return null;
  const values = inOrder.map((p) => made.values[variables.indexOf(p?.variable ?? NONE)] ?? f.program.result);
  const edit = bodyEdit(source, code, of.fn, derivative, { program: made.program, values, shape: d.shape });
  return edit && { ...edit, name };
}

/** A logistic function as the sigmoid under its own name: its derivative is written by calls of it. */
function asSigmoid({ name, isMember, fn, scope }: FunctionTarget, f: Code): Code {
  const whole = asOne(f.program);
  const row = whole && rowOf(whole, f.program.params);
  // Code elsewhere can call it only by a name that is declared.
  if (row === null || name === null || isMember || !scope.resolve(name)) return f;
  const symbol = sym(`#${name}`, ['word']);
  return {
    ...f,
    program: { ...f.program, bindings: [], result: call(row, ...f.program.params) },
    functions: new Map([...f.functions, [row, symbol]]),
    spellings: new Map([...f.spellings, [symbol.id, nameTree(name)]]),
    origins: new Map([...f.origins, [symbol.id, fn]]),
  };
}

const NONE: CodeVariable = { symbol: sym('none'), code: '', path: nameTree('none') };

/** The program's result as one expression, its locals put in; null where that is long. */
export function asOne(program: Program, most = MOST_SIZE): Expr | null {
  const values = new Map<string, Expr>();
  for (const b of needed(program).bindings) {
    const value = substitute(b.value, values);
    if (value.size > most) return null;
    values.set(b.name.id, value);
  }
  const whole = substitute(program.result, values);
  return whole.size > most ? null : whole;
}

/** The function's code with its parameters under the names that the derivative has for them. */
function inNamesOf(of: FunctionTarget, derivative: FunctionTarget, f: Code, { text }: Source): Code | null {
  const [slots, own] = [parameterSlots(of), parameterSlots(derivative)];
  const parameters = ({ fn }: FunctionTarget): string =>
    text.slice(fn.params[0]?.start ?? 0, fn.params.at(-1)?.end ?? 0);
  const areSame = parameters(of) === parameters(derivative);
  if (!areSame && (slots.includes(null) || own.includes(null))) return null;
  const names = new Map<string, string | null>();
  slots.forEach((slot, i) => {
    if (slot !== null) names.set(slot, areSame || own.includes(slot) ? slot : (own[i] ?? null));
  });
  const spellings = new Map<string, CodeTree>();
  for (const [id, spelling] of f.spellings) {
    const isLocal = f.program.bindings.some((b) => b.name.id === id);
    const rename = (name: string): string | null =>
      names.has(name) && !isLocal ? (names.get(name) ?? null) : name;
    const renamed = withNames(spelling, rename);
    if (!renamed) return null;
    spellings.set(id, renamed);
  }
  return { ...f, target: derivative, spellings };
}
