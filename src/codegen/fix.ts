/** The edit that puts a hand-written derivative right: its body, or the one wrong number of a gradient. */
import { call, COST, derivedProgram, inlined, sym, type Budget, type Program } from '../core/index.js';
import {
  leavesIn,
  nameTree,
  rowOf,
  withNames,
  type Code,
  type CodeTree,
  type CodeVariable,
  type FunctionTarget,
  type Leaf,
  type ResultShape,
  type Source,
} from '../notation/typescript/index.js';
import { bodyEdit, numberEdit } from './bodyEdit.js';
import { gradientProgram } from './derivative.js';
import { parsedFor, type TextChange } from './editCheck.js';

/** Longer derivatives are not written as one expression. */
const MOST_SIZE = 120;

/** `derivative` is to be that of `of`, so many times. */
interface Claimed {
  readonly source: Source;
  readonly of: FunctionTarget;
  readonly derivative: FunctionTarget;
  readonly order: number;
}

/** A number that is returned: a partial derivative, or the value where there is no variable. */
interface Part {
  readonly variable: CodeVariable | null;
  readonly leaf: Leaf;
  /** What computes it rightly. */
  readonly right: Program;
}

/** The derivative's body, computing the right one; null where it cannot be written with the parameters it has. */
export function derivativeFix(
  { source, of, derivative, order }: Claimed,
  right: { readonly f: Code; readonly variable: CodeVariable; readonly program: Program },
  budget: Budget,
): TextChange | null {
  const named = asSigmoid(of, right.f);
  const code = inNamesOf(of, derivative, named, source);
  if (!code) return null;
  const program =
    named === right.f ? right.program : derivedProgram(code.program, right.variable.symbol, order, budget);
  if ('code' in program) return null;
  if (budget.shouldStop(parsedFor(source, derivative.statement) * COST.parsed)) return null;
  const shape = { kind: 'number', e: program.result, span: null } as const;
  return bodyEdit(source, code, of.fn, derivative, { program, values: [program.result], shape });
}

/** The wrong number alone where it is written out and the only one, else the whole body. */
export function gradientFix(
  { source, of, derivative }: Claimed,
  right: {
    readonly f: Code;
    readonly shape: ResultShape;
    readonly parts: readonly Part[];
    readonly wrong: readonly Part[];
  },
  budget: Budget,
): TextChange | null {
  const { f, shape, parts, wrong } = right;
  const code = inNamesOf(of, derivative, f, source);
  if (!code) return null;
  const [only] = wrong;
  if (wrong.length === 1 && only?.variable && only.leaf.span) {
    const e = inlined(only.right, MOST_SIZE);
    if (budget.shouldStop(parsedFor(source, derivative.statement) * COST.parsed)) return null;
    const edit = e && numberEdit(source, code, of.fn, derivative, only.leaf.span, e);
    if (edit) return edit;
  }
  const inOrder = leavesIn(shape).map((leaf) => parts.find((p) => p.leaf === leaf));
  if (inOrder.includes(undefined)) return null;
  const variables = parts.flatMap((p) => p.variable ?? []);
  const made = gradientProgram(code, variables, budget);
  if ('code' in made || budget.shouldStop(parsedFor(source, derivative.statement) * COST.parsed)) return null;
  const values = inOrder.map((p) => made.values[variables.indexOf(p?.variable ?? NONE)] ?? f.program.result);
  return bodyEdit(source, code, of.fn, derivative, { program: made.program, values, shape });
}

/** A logistic function as the sigmoid under its own name: its derivative is written by calls of it. */
function asSigmoid({ name, isMember, fn, scope }: FunctionTarget, f: Code): Code {
  const whole = inlined(f.program, MOST_SIZE);
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

/** The function's code with its parameters under the names that the derivative has for them. */
function inNamesOf(of: FunctionTarget, derivative: FunctionTarget, f: Code, { text }: Source): Code | null {
  const [slots, own] = [of.params, derivative.params];
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
