/** Mathematics in doc comments: formulas that say what the function below them computes, or its derivative. */
import { plainName, type Apply, type Diff, type Expr } from '../../core/expr.js';
import type { Formula } from '../../documents/formula.js';
import { mayHoldMaths } from '../../documents/docComments.js';
import { PLAIN } from '../../notation/index.js';
import { NO_CONTEXT, type Reading, type Span } from '../../notation/notation.js';
import { plain, readerOf, type FunctionTarget, type Source } from '../../notation/programs/index.js';
import type { FormulaClaim, Pair } from './claim.js';
import { pairsIn } from './pairs.js';

/** A doc comment, and the function that it is about. */
export interface Comment {
  readonly source: Source;
  /** Where its text begins in the source. */
  readonly from: number;
  readonly text: string;
  /** The function below it; null where none follows. */
  readonly target: FunctionTarget | null;
  /** What the function claims to be the derivative of. */
  readonly pair: Pair | null;
}

/** The doc comments of a source that may hold mathematics, in order. */
export function* docComments(source: Source): Generator<Comment> {
  if (!mayHoldMaths(source.text)) return;
  const reader = readerOf(source.language);
  const pairs = new Map(pairsIn(source).map((p) => [p.derivative.fn, p]));
  const below = new Map<number, FunctionTarget>();
  for (const target of reader.functionGroups(source).flatMap((g) => g.functions)) {
    const place = reader.docCommentOf(source, target);
    if (place) below.set(place.from, target);
  }
  for (const { from, to } of reader.docComments(source)) {
    const text = source.text.slice(from, to);
    const target = below.get(from) ?? null;
    if (mayHoldMaths(text))
      yield { source, from, text, target, pair: (target && pairs.get(target.fn)) ?? null };
  }
}

/** The formulas of a comment, and how each is read. */
interface Readings {
  readonly index: { readonly formulas: readonly Formula[] };
  reading(formula: Formula): Reading;
}

/** The equations of a comment that say what the function, or its derivative, is; `note`: the comment as a note. */
export function formulaClaims(comment: Comment, note: Readings): readonly FormulaClaim[] {
  return equationsIn(comment, note).flatMap(({ sides, ...place }): FormulaClaim[] => {
    const [left, ...rights] = sides;
    const head = left && headOf(left);
    const of = head && meant(comment, head);
    if (!of) return [];
    return [{ kind: 'formula', source: comment.source, of, derived: head.derived, rights, ...place }];
  });
}

/** An equation of a comment, its sides from left to right, with its place in the source. */
interface Equation {
  readonly sides: readonly Expr[];
  readonly from: number;
  readonly to: number;
  readonly outerFrom: number;
  readonly outerTo: number;
  /** It was read one way of several. */
  readonly isChosen: boolean;
}

function equationsIn({ text, from }: Comment, note: Readings): readonly Equation[] {
  const formulas = note.index.formulas.flatMap((f) => {
    const place = {
      from: from + f.from,
      to: from + f.to,
      outerFrom: from + f.outerFrom,
      outerTo: from + f.outerTo,
    };
    return equationOf(note.reading(f), place);
  });
  const quoted = quotedEquations(text).flatMap((q) => {
    const place = {
      from: from + q.from,
      to: from + q.to,
      outerFrom: from + q.from - 1,
      outerTo: from + q.to + 1,
    };
    return equationOf(PLAIN.parse(q.text, NO_CONTEXT), place);
  });
  return [...formulas, ...quoted];
}

/** Texts between backticks that hold an equals sign: `f(x) = x^2`. Not those that are programs. */
export function quotedEquations(comment: string): readonly (Span & { readonly text: string })[] {
  return [...comment.matchAll(/(?<!`)`([^`\n]{3,300})`(?!`)/g)].flatMap((m) => {
    const text = m[1] ?? '';
    const from = m.index + 1;
    return /^[^=<>!]+=[^=>]+$/.test(text) && !/\b(?:const|let|var|return|new)\b/.test(text)
      ? [{ from, to: from + text.length, text }]
      : [];
  });
}

function equationOf(
  { statements, problems, assumptions }: Reading,
  place: Pick<Equation, 'from' | 'to' | 'outerFrom' | 'outerTo'>,
): Equation[] {
  const [only] = statements;
  if (problems.length > 0 || statements.length !== 1 || only?.expr.kind !== 'relation') return [];
  const { ops, sides } = only.expr;
  const isChosen = assumptions.length > 0;
  return ops.every((op) => op === '=') ? [{ ...place, sides, isChosen }] : [];
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

/** The function that the head names, if its arguments are the function's parameters. */
function meant({ target, pair }: Comment, head: Head): FunctionTarget | null {
  const candidates = [...(target ? [target] : []), ...(head.derived && pair ? [pair.of] : [])];
  return candidates.find((f) => isCalled(f, head.name) && takes(f, head)) ?? null;
}

const isCalled = ({ name }: FunctionTarget, said: string): boolean =>
  name !== null && (plain(name) === plain(said) || (plain(name) === 'sigmoid' && said === 'sigma'));

function takes(f: FunctionTarget, { args, derived }: Head): boolean {
  // d/dx f names no arguments, and a bare name is no function.
  if (args === null) return derived !== null;
  return args.length === f.params.length && args.every((a, i) => a !== '' && a === f.params[i]);
}
