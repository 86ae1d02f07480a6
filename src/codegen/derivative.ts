/** Derivatives and gradients of code as code. */
import {
  atIsolatedPoints,
  derivedProgramInSteps,
  isWrittenDerivative,
  deriveProgramInSteps,
  needed,
  programSize,
  substitute,
  sym,
  withLimits,
  type Budget,
  type Expr,
  type Local,
  type Program,
  type Refusal,
} from '../core/index.js';
import { lastKeyOf } from '../notation/programs/codeTree.js';
import { done, type Steps } from '../steps.js';
import { inBackticks } from './commentText.js';
import { joined } from '../notation/typescript/identifiers.js';
import type { CodeVariable } from '../notation/programs/index.js';
import type { Code } from '../notation/typescript/read.js';
import type { Source } from '../notation/typescript/source.js';
import { writeFunction, type WrittenFunction } from './write.js';

const ORDINALS = ['', '', 'second', 'third', 'fourth'];

/** What is known of the answer already: the derivative with the locals' own names, and its formula for the comment. */
export interface KnownAnswer {
  readonly result: Expr | null;
  /** LaTeX, without delimiters; null where it is too long for a comment. */
  readonly formula: string | null;
}
export const NOTHING_KNOWN: KnownAnswer = { result: null, formula: null };

/**
 * `fDerivative`, the derivative of a function of the source by one of its variables. The last step writes the function,
 * and parses the file with it.
 */
export function* writeDerivative(
  source: Source,
  code: Code,
  variable: CodeVariable,
  order: number,
  budget: Budget,
  known: KnownAnswer = NOTHING_KNOWN,
): Steps<WrittenFunction | Refusal> {
  const byName = yield* derivedProgramInSteps(code.program, variable.symbol, order, budget);
  const found = shortest(code.program, variable, byName, known.result, budget);
  if ('code' in found) return found;
  yield null;
  let below = code.program;
  for (let k = 1; k < order; k++) {
    const next = yield* derivedProgramInSteps(below, variable.symbol, 1, budget);
    if ('code' in next) return next;
    below = withLimits(next, below, variable.symbol, budget);
  }
  const program = withLimits(found, below, variable.symbol, budget);
  yield null;
  const name = derivativeName(code, variable, order);
  return writeFunction(source, code, {
    name,
    program,
    fields: null,
    comment: derivativeComment(code, variable, order, known),
  });
}

/** Of two forms of an answer the one with less code. */
function shortest(
  program: Program,
  variable: CodeVariable,
  byName: Program | Refusal,
  direct: Expr | null,
  budget: Budget,
): Program | Refusal {
  if (!direct || isWrittenDerivative(direct)) return byName;
  const other = atIsolatedPoints(needed({ ...program, result: direct }), program, variable.symbol, budget);
  return 'code' in byName || programSize(other) < programSize(byName) ? other : byName;
}

function derivativeName({ target, variables }: Code, variable: CodeVariable, order: number): string {
  const name = target.kind === 'function' ? target.name : null;
  const word =
    order === 1
      ? ['derivative']
      : ORDINALS[order]
        ? [ORDINALS[order], 'derivative']
        : ['derivative', String(order)];
  const by = variables[0] === variable ? [] : ['by', lastKeyOf(variable.path)];
  return name === null
    ? [...word, ...by].map((w, i) => (i === 0 ? w : w.charAt(0).toUpperCase() + w.slice(1))).join('')
    : joined(name, ...word, ...by);
}

function derivativeComment(
  { target }: Code,
  variable: CodeVariable,
  order: number,
  { formula }: KnownAnswer,
): string[] {
  const what =
    target.kind === 'function' && target.name !== null ? inBackticks(target.name) : 'the expression';
  const which = order === 1 ? 'derivative' : `${ORDINALS[order] ?? `${String(order)}th`} derivative`;
  const head = `The ${which} of ${what} with respect to ${inBackticks(variable.code)}`;
  return formula === null ? [head + '.'] : [head + ':', `$${formula}$`];
}

/** `fGradient`: the value and all partial derivatives in one pass. The last step writes it, as for a derivative. */
export function* writeGradient(source: Source, code: Code, budget: Budget): Steps<WrittenFunction | Refusal> {
  const made = yield* gradientProgramInSteps(code, code.variables, budget);
  if ('code' in made) return made;
  yield null;
  const { program: whole, values } = made;
  const fields = [
    { key: 'value', values: [code.program.result], isList: false },
    { key: 'gradient', values, isList: true },
  ];
  const name =
    code.target.kind === 'function' && code.target.name !== null
      ? joined(code.target.name, 'gradient')
      : 'gradient';
  return writeFunction(source, code, { name, program: whole, fields, comment: gradientComment(code) });
}

/** All partial derivatives, and a program with the locals that they need. */
interface Gradient {
  readonly program: Program;
  readonly values: readonly Expr[];
}

/** The partial derivatives by the variables, with the locals that they need. */
export function gradientProgram(
  code: Code,
  variables: readonly CodeVariable[],
  budget: Budget,
): Gradient | Refusal {
  return done(gradientProgramInSteps(code, variables, budget));
}

function* gradientProgramInSteps(
  { program }: Code,
  variables: readonly CodeVariable[],
  budget: Budget,
): Steps<Gradient | Refusal> {
  const values: Expr[] = [];
  let bindings = program.bindings;
  for (const [i, variable] of variables.entries()) {
    const part = yield* deriveProgramInSteps(program, variable.symbol, budget);
    if ('code' in part) return part;
    // The same local has a derivative by each variable: each under a name of its own.
    const renamed = new Map(part.locals.map((l) => [l.name.id, distinct(l.name, i, variables.length)]));
    bindings = [
      ...bindings,
      ...part.locals.map((l) => ({
        name: renamed.get(l.name.id) ?? l.name,
        value: substitute(l.value, renamed),
      })),
    ];
    values.push(substitute(part.result, renamed));
  }
  return { program: { ...program, bindings }, values };
}

function distinct(name: Local['name'], i: number, count: number): Local['name'] {
  return count === 1 ? name : sym(name.base, name.marks, `${name.sub ?? ''}${String(i + 1)}`);
}

function gradientComment({ target, variables }: Code): string[] {
  const what =
    target.kind === 'function' && target.name !== null ? inBackticks(target.name) : 'the expression';
  return [
    `The value of ${what} and its partial derivatives by ${listed(variables.map((v) => inBackticks(v.code)))}.`,
  ];
}
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
