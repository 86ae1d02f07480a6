/** What a learner types: read in plain notation or LaTeX, and compared with what is right by its values. */
import {
  compareValues,
  compile,
  GRID,
  inputsOf,
  isModerate,
  parameterSets,
  plainName,
  ROWS,
  same,
  type Binding,
  type Budget,
  type Compiled,
  type Expr,
  type Sym,
} from '../core/index.js';
import { namesIn } from '../meaning/freeNames.js';
import { LATEX, PLAIN } from '../notation/index.js';
import { NO_CONTEXT } from '../notation/notation.js';

export type Typed = { readonly ok: true; readonly e: Expr } | { readonly ok: false; readonly words: string };

/** Longer answers are not read. */
const LONGEST = 500;

/** The formula that was typed; of "u' = 2x" the right side. `known` are the expressions whose names may occur. */
export function readTyped(text: string, known: readonly Expr[], variable: Sym | null): Typed {
  const typed = text.trim();
  if (typed === '') return { ok: false, words: 'Type a formula, such as 2x*cos(x^2).' };
  if (typed.length > LONGEST) return { ok: false, words: 'That is too long to be read.' };
  const symbols = namesIn(...known).symbols;
  const context = { ...NO_CONTEXT, variable, defined: new Set(symbols.map((s) => s.id)) };
  const notation = /[\\{}$]/.test(typed) ? LATEX : PLAIN;
  const { statements, problems } = notation.parse(typed.replace(/\$/g, ''), context);
  const [problem] = problems;
  if (problem) return { ok: false, words: `That cannot be read: ${problem.message}.` };
  const e = statements.at(-1)?.expr;
  const side = e?.kind === 'relation' && e.ops.every((op) => op === '=') ? e.sides.at(-1) : e;
  if (!side || side.kind === 'relation') return { ok: false, words: 'That is no formula.' };
  const foreign = namesIn(side).symbols.find((s) => !symbols.some((k) => k.id === s.id));
  if (foreign) return { ok: false, words: unknownName(plainName(foreign), symbols.map(plainName)) };
  return { ok: true, e: side };
}

function unknownName(name: string, known: readonly string[]): string {
  const spelled = name.length > 1 ? ' Products of letters want a star or a space: x*y.' : '';
  const others = known.length === 0 ? '' : ` Its names are ${known.join(', ')}.`;
  return `There is no ${name} in this question.${others}${spelled}`;
}

/** Whether two formulas have the same values; null where too few of them can be compared. */
export function haveSameValues(
  a: Expr,
  b: Expr,
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): boolean | null {
  if (same(a, b)) return true;
  const names = [...new Set(inputsOf([a, b], definitions))];
  const [f, g] = [a, b].map((e) => compile(e, names, definitions, budget)) as [Compiled, Compiled];
  const verdict = compareValues(pairs(f, g, names.length), ROWS.mistake);
  return verdict === 'undecided' ? null : verdict === 'agrees';
}

function* pairs(f: Compiled, g: Compiled, names: number): Generator<readonly [number, number]> {
  if (names === 0) for (let i = 0; i < ROWS.mistake.enough; i++) yield [f(), g()];
  const others = Array.from({ length: Math.max(0, names - 1) }, (_, i) => String(i));
  for (const { values } of names === 0 ? [] : parameterSets(others))
    for (const x of [...ROWS.mistake.line, ...GRID.filter((v, i) => i % 8 === 0 && isModerate(v))])
      yield [f(x, ...values), g(x, ...values)];
}
