/** Questions about code: a function of a source, its derivative, and the code of that. */
import {
  apply,
  atIsolatedPoints,
  diff,
  expandedSize,
  ONE,
  type Budget,
  type Expr,
  type Program,
  type Question,
} from '../../core/index.js';
import { done, type Steps } from '../../steps.js';
import type { Asked, Definition } from '../../meaning/index.js';
import {
  readerOf,
  variableNamed,
  type Code,
  type CodeVariable,
  type Source,
  type Target,
} from '../../notation/programs/index.js';
import type { Declined } from '../ask.js';
import { texWith } from '../notations.js';
import { programOf, solveByName } from './byName.js';
import { DEFAULT_STYLE } from '../../notation/notation.js';
import { symbolOf } from '../../notation/plain/names.js';
import { solveInSteps, type Solved } from '../solve.js';

/** An answered question about code. */
export interface CodeAnswer {
  readonly ok: true;
  readonly source: Source;
  readonly code: Code;
  readonly variable: CodeVariable;
  readonly solved: Solved;
  /** The derivative as a program with the names of the code. */
  readonly derivative: Program;
  /** How often it was derived; null where the order is no number. */
  readonly times: number | null;
  /** The derivative with the locals' own names, where it was found as one formula. */
  readonly direct: Expr | null;
}

/** Locals and lengths up to which a program is derived as one formula, looking through its names. */
const MOST_LOCALS = 24;
const MOST_EXPANDED = 4_000;

/** The derivative of code by one of its variables, by default the parameter meant or the first. */
export const answerCode = (...asked: Parameters<typeof answerCodeInSteps>): CodeAnswer | Declined =>
  done(answerCodeInSteps(...asked));

/** The same in steps. */
export function* answerCodeInSteps(
  source: Source,
  code: Code,
  wanted: string | null,
  order: Expr | null,
  budget: Budget,
): Steps<CodeAnswer | Declined> {
  const variable = chosenVariable(source, code, wanted);
  if ('ok' in variable) return variable;
  const asked = askedOf(source, code, variable, order ?? ONE);
  const { program } = code;
  const whole = order ?? ONE;
  const times = whole.kind === 'num' ? whole.value.toNumber() : NaN;
  const isShort = program.bindings.length <= MOST_LOCALS && expandedSize(program) <= MOST_EXPANDED;
  if (!isShort && times !== 1) return declined('limit', tooLong(program), code.target);
  const found = isShort
    ? yield* solveInSteps(asked, budget)
    : yield* solveByName(asked, program, variable.symbol, budget);
  if (!found.ok) return { ...found, span: spanOf(code.target) };
  const direct: Program = { ...program, result: found.result };
  const fixed = isShort && times === 1 ? atIsolatedPoints(direct, program, variable.symbol, budget) : direct;
  const solved = fixed === direct ? found : withResult(found, fixed.result);
  const derivative = isShort ? fixed : programOf(solved, program);
  return {
    ok: true,
    source,
    code,
    variable,
    solved,
    derivative,
    times: Number.isNaN(times) ? null : times,
    direct: isShort ? solved.result : null,
  };
}

const tooLong = ({ bindings }: Program): string =>
  bindings.length > MOST_LOCALS
    ? `The function has ${String(bindings.length)} locals. Beyond ${String(MOST_LOCALS)} it is derived name by name, and only once: write its first derivative, and derive that.`
    : 'The locals of the function make it too long for more than its first derivative: write that, and derive it.';

function chosenVariable({ language }: Source, code: Code, wanted: string | null): CodeVariable | Declined {
  const { target, variables } = code;
  const span = spanOf(target);
  const name = wanted ?? (target.kind === 'function' ? target.parameter : null);
  const found = name === null ? (variables[0] ?? null) : variableNamed(code, name);
  if (found) return found;
  if (name !== null && readerOf(language).isNamed(code, name))
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
  const declared = all.length > MOST_LOCALS ? () => spanOf(target).from : declarations(source, code);
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
function declarations({ text, language }: Source, { spellings, target }: Code): (id: string) => number {
  const { from, to } = spanOf(target);
  const reader = readerOf(language);
  const whole = reader.declaredIn(text);
  const own = reader.declaredIn(text.slice(from, to));
  return (id) => {
    const spelling = spellings.get(id);
    const name = spelling?.kind === 'name' ? spelling.name : '';
    const inside = own.get(name);
    return inside === undefined ? (whole.get(name) ?? from) : from + inside;
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

/** The longest formula for a doc comment. */
const MOST_FORMULA = 160;

/** d/dx f = … for a doc comment, with the names of the code; null where that is too long. */
export function formulaOf({ asked, result }: Solved): string | null {
  const tex = texWith(DEFAULT_STYLE);
  const { question, head } = asked;
  if (result.size > 120) return null;
  const left = tex(
    diff(head?.kind === 'apply' ? head.fn : question.body, question.target, question.order, question.partial),
  );
  const formula = `${left} = ${tex(result)}`;
  return formula.length <= MOST_FORMULA ? formula : null;
}
