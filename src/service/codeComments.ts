/** Mathematics in doc comments: compared with the function below it, and its claims judged as those of a note. */
import { compile } from '../core/evaluate.js';
import { ONE, plainName, sym, type Apply, type Diff, type Expr, type Sym } from '../core/expr.js';
import { indexDocument, kindOfLanguage } from '../documents/index.js';
import { derivedProgram, editProblem, inBlockComment } from '../codegen/index.js';
import {
  docCommentOf,
  docComments,
  functionGroups,
  pairsIn,
  plain,
  quotedEquations,
  type Pair,
} from '../claims/code/index.js';
import {
  parameterSlots,
  readResults,
  type Code,
  type CodeVariable,
  type FunctionTarget,
  type Source,
} from '../notation/typescript/index.js';
import { NO_CONTEXT, type Reading } from '../notation/notation.js';
import { checkClaims } from './check.js';
import { ignoredLines } from './checkIgnored.js';
import { isClosed } from './codeAlign.js';
import { agreements, compare, valuesOf, type Compared, type Comparison, type Point } from './codeCompare.js';
import { asOne } from './codeFix.js';
import { exampleOf } from './codeVerdict.js';
import { apart } from './figures.js';
import { readingOptions } from './documents.js';
import { UNHEARD, type OnFault } from './fault.js';
import { Note, type ReadingOptions } from './note.js';
import { readText } from '../answer/notations.js';
import type { Budget, CheckedClaim } from './service.js';

/** Where a comment can hold mathematics at all. */
const HAS_MATHS = /\$|\\[([]|`[^`\n]*=/;

/**
 * The verdicts on the formulas of a source's doc comments, comment by comment: letters of one say nothing about those
 * of another. Null between pieces of work.
 */
export function* checkComments(
  source: Source,
  options: ReadingOptions,
  budget: () => Budget,
  onFault: OnFault = UNHEARD,
): Generator<CheckedClaim | null, void, undefined> {
  if (!HAS_MATHS.test(source.text)) return;
  const ignored = ignoredLines(source.text);
  const pairs = new Map(pairsIn(source).map((p) => [p.derivative.fn, p]));
  const below = new Map<number, FunctionTarget>();
  for (const target of functionGroups(source).flatMap((g) => g.functions)) {
    const place = docCommentOf(source.text, target);
    if (place) below.set(place.from, target);
  }
  for (const { from, to } of docComments(source.text)) {
    const text = source.text.slice(from, to);
    if (!HAS_MATHS.test(text)) continue;
    yield null;
    const target = below.get(from) ?? null;
    const comment: Comment = { source, from, text, target, pair: (target && pairs.get(target.fn)) ?? null };
    try {
      for (const claim of commentClaims(comment, options, budget))
        yield claim && !ignored.covers(claim.from, claim.to) ? claim : null;
    } catch (error) {
      onFault({ text, from, error });
    }
  }
}

interface Comment {
  readonly source: Source;
  /** Where its text begins in the source. */
  readonly from: number;
  readonly text: string;
  /** The function below it; null where none follows. */
  readonly target: FunctionTarget | null;
  /** What the function claims to be the derivative of. */
  readonly pair: Pair | null;
}

function* commentClaims(
  comment: Comment,
  options: ReadingOptions,
  budget: () => Budget,
): Generator<CheckedClaim | null, void, undefined> {
  const { text, from } = comment;
  const note = new Note(indexDocument(kindOfLanguage('typescript'), text), readingOptions(text, options));
  const compared: CheckedClaim[] = [];
  for (const equation of equationsIn(comment, note)) {
    const claim = verdictOn(comment, equation, budget());
    if (claim) compared.push(claim);
    yield claim;
  }
  for (const c of checkClaims(note, budget)) {
    const own = c && moved(c, from);
    // What was compared with the code is judged, and what rests on nothing known is no claim.
    const isNews =
      own && own.verdict !== 'undecided' && !compared.some((k) => own.from < k.to && k.from < own.to);
    yield isNews ? withSafeFix(own, comment.source) : null;
  }
}

/** The claim with a fix that leaves the comment a comment; without one where none does. */
function withSafeFix(c: CheckedClaim, source: Source): CheckedClaim {
  if (c.expected === null || c.rightPlace === null) return c;
  const expected = inBlockComment(c.expected);
  const problem = editProblem(source, { ...c.rightPlace, text: expected }, { kind: 'words' });
  return { ...c, expected: problem === null ? expected : null };
}

function moved(c: CheckedClaim, by: number): CheckedClaim {
  const { rightPlace } = c;
  return {
    ...c,
    evident: true,
    from: c.from + by,
    to: c.to + by,
    outerFrom: c.outerFrom + by,
    outerTo: c.outerTo + by,
    rightPlace: rightPlace && { from: rightPlace.from + by, to: rightPlace.to + by },
  };
}

/** An equation of a comment, its sides from left to right, with its place in the source. */
interface Equation {
  readonly sides: readonly Expr[];
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly text: string;
  /** It was read one way of several. */
  readonly isChosen: boolean;
}

function equationsIn({ text, from }: Comment, note: Note): readonly Equation[] {
  const formulas = note.index.formulas.flatMap((f) => {
    const place = {
      from: from + f.from,
      to: from + f.to,
      outerFrom: from + f.outerFrom,
      outerTo: from + f.outerTo,
    };
    return equationOf(note.reading(f), f.tex, place);
  });
  const quoted = quotedEquations(text).flatMap((q) => {
    const place = {
      from: from + q.from,
      to: from + q.to,
      outerFrom: from + q.from - 1,
      outerTo: from + q.to + 1,
    };
    return equationOf(readText('plain', q.text, NO_CONTEXT), q.text, place);
  });
  return [...formulas, ...quoted];
}

function equationOf(
  { statements, problems, assumptions }: Reading,
  text: string,
  place: Pick<Equation, 'from' | 'to' | 'outerFrom' | 'outerTo'>,
): Equation[] {
  const [only] = statements;
  if (problems.length > 0 || statements.length !== 1 || only?.expr.kind !== 'relation') return [];
  const { ops, sides } = only.expr;
  const isChosen = assumptions.length > 0;
  return ops.every((op) => op === '=') ? [{ ...place, sides, text, isChosen }] : [];
}

/** What the left side of an equation says that the right one is. */
interface Head {
  readonly name: string;
  /** The arguments; null where the name stands alone. */
  readonly args: readonly string[] | null;
  /** What it is derived by, and how often; null for the value. */
  readonly derived: { readonly by: string | null; readonly order: number } | null;
}

function headOf(e: Expr): Head | null {
  if (e.kind === 'sym') return { name: plainName(e), args: null, derived: null };
  if (e.kind === 'call') return { name: e.fn, args: namesOf(e.args), derived: null };
  if (e.kind === 'apply') return headOfUnknown(e);
  return e.kind === 'diff' ? headOfDerivative(e) : null;
}
function headOfUnknown(e: Apply): Head | null {
  const order = e.orders.reduce<number>((n, o) => n + (typeof o === 'number' ? o : NaN), 0);
  if (!Number.isFinite(order)) return null;
  const args = e.args.length === 0 ? null : namesOf(e.args);
  const at = e.orders.findIndex((o) => o !== 0);
  return { name: plainName(e.fn), args, derived: order === 0 ? null : { by: args?.[at] ?? null, order } };
}
function headOfDerivative(e: Diff): Head | null {
  const inner = headOf(e.body);
  const order = e.order.kind === 'num' ? e.order.value.toNumber() : NaN;
  if (!inner || inner.derived || !Number.isFinite(order) || e.target.kind !== 'sym') return null;
  return { ...inner, derived: { by: plainName(e.target), order } };
}
/** The names of arguments that are all names; a row of others matches no parameters. */
const namesOf = (args: readonly Expr[]): readonly string[] =>
  args.map((a) => (a.kind === 'sym' ? plainName(a) : ''));

/** The verdict on an equation that says what the function, or its derivative, is; null where it says something else. */
function verdictOn(comment: Comment, equation: Equation, budget: Budget): CheckedClaim | null {
  const [left, ...rights] = equation.sides;
  const head = left && headOf(left);
  const of = head && meant(comment, head);
  const read = of && readResults(comment.source, of);
  if (!of || !read?.ok || read.shape.kind !== 'number' || !isClosed(read.code)) return null;
  const { code } = read;
  const comparisons = rights.map((right) => comparisonOf(code, of, head, right, budget));
  const known = comparisons.flatMap((c) => (c ? [{ c, gap: compare(c) }] : []));
  const worst = known.find(({ gap }) => gap.verdict !== 'same') ?? known[0];
  if (!worst || known.length < rights.length) return null;
  return claimOf(comment, of, equation, head, code, worst.gap, agreements(worst.c) > 0);
}

/** The function that the head names, if its arguments are the function's parameters. */
function meant({ target, pair }: Comment, head: Head): FunctionTarget | null {
  const candidates = [...(target ? [target] : []), ...(head.derived && pair ? [pair.of] : [])];
  return candidates.find((f) => isCalled(f, head.name) && takes(f, head)) ?? null;
}

const isCalled = ({ name }: FunctionTarget, said: string): boolean =>
  name !== null && (plain(name) === plain(said) || (plain(name) === 'sigmoid' && said === 'sigma'));

function takes(f: FunctionTarget, { args, derived }: Head): boolean {
  const slots = parameterSlots(f);
  // d/dx f names no arguments, and a bare name is no function.
  if (args === null) return derived !== null;
  return args.length === slots.length && args.every((a, i) => a !== '' && a === slots[i]);
}

/** Null where the right side has other names than the function, or the derivative cannot be worked out. */
function comparisonOf(
  code: Code,
  of: FunctionTarget,
  head: Head,
  right: Expr,
  budget: Budget,
): Comparison | null {
  const { variables, program } = code;
  const by = head.derived?.by ?? null;
  const variable = head.derived ? variables.find((v) => by === null || v.code === by) : undefined;
  if (head.derived && (!variable || (by === null && variables.length > 1))) return null;
  const target = variable && derivedProgram(program, variable, head.derived?.order ?? 1, budget);
  if (target && 'code' in target) return null;
  const f = valuesOf(program, budget);
  const claimed = evaluator(code, of, right, budget);
  return (
    claimed && {
      f,
      right: target ? valuesOf(target, budget) : f,
      claimed,
      variables,
      variable: variable ?? null,
    }
  );
}

/** The right side at points of the function; null where it mentions anything else. */
function evaluator(code: Code, of: FunctionTarget, e: Expr, budget: Budget): ((at: Point) => number) | null {
  const whole = asOne(code.program);
  const own = new Map(
    [...namedIn(e)].filter(([, name]) => of.name !== null && plain(name) === plain(of.name)),
  );
  if (own.size > 0 && !whole) return null;
  const bound = new Set(own.keys());
  const ids: string[] = [];
  const from: CodeVariable[] = [];
  for (const [id, name] of namedIn(e)) {
    if (bound.has(id)) continue;
    const v = code.variables.find((w) => plain(w.code) === plain(name));
    if (!v) return null;
    ids.push(id);
    from.push(v);
  }
  const params: readonly Sym[] = code.variables.map((v) => v.symbol);
  const definitions = new Map(code.program.definitions);
  for (const id of bound) definitions.set(id, { name: sym(of.name ?? ''), params, value: whole ?? ONE });
  const run = compile(e, ids, definitions, budget);
  return (at) => run(...from.map((v) => at.get(v.symbol.id) ?? NaN));
}

/** The free names of an expression by id, as they are written plainly. */
function namedIn(e: Expr): ReadonlyMap<string, string> {
  return new Map([...e.free].map((id) => [id, id.replace(/^.*:/, '')]));
}

function claimOf(
  { source }: Comment,
  of: FunctionTarget,
  equation: Equation,
  { derived }: Head,
  { variables }: Code,
  gap: Compared,
  agrees: boolean,
): CheckedClaim | null {
  const { from, to, outerFrom, outerTo } = equation;
  const name = of.name ?? '';
  const base = {
    ...{ from, to, outerFrom, outerTo },
    tex: source.text.slice(from, to),
    expected: null,
    mistake: null,
    quoted: false,
    evident: true,
    counterexample: null,
    link: 1,
    links: 1,
    rightPlace: null,
  };
  const what = derived ? `the derivative of ${name}` : `what ${name} computes`;
  switch (gap.verdict) {
    case 'same':
      return { ...base, verdict: 'true', message: `The formula is ${what}.` };
    case 'different': {
      const { at, place } = exampleOf(gap, variables);
      const { claimed, actual } = gap;
      const counterexample = { at, claimed, actual };
      if (equation.isChosen) return null;
      if (agrees)
        return {
          ...base,
          verdict: 'conditional',
          counterexample,
          message: `The formula is ${what}, but not at ${place}.`,
        };
      const [right, written] = apart(actual, claimed ?? NaN);
      const values = `at ${place} the formula gives ${written}, and the ${derived ? 'derivative is' : 'code'} ${right}`;
      return { ...base, verdict: 'false', counterexample, message: `The formula is not ${what}: ${values}.` };
    }
    default:
      return null;
  }
}
