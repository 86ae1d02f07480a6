/**
 * The operators of vector calculus in Cartesian coordinates, each by the partial derivatives that it adds up:
 * ∇·F = Σ ∂F_i/∂x_i, ∇×F = (∂R/∂y − ∂Q/∂z, ∂P/∂z − ∂R/∂x, ∂Q/∂x − ∂P/∂y), Δf = Σ ∂²f/∂x_i², D_u f = Σ u_i ∂f/∂x_i.
 */
import {
  call,
  diff,
  MINUS_ONE,
  ONE,
  sum,
  product,
  tuple,
  TWO,
  type Call,
  type Expr,
  type Tuple,
} from '../expr.js';

export type FieldOperator = 'divergence' | 'curl' | 'laplacian' | 'directional' | 'jacobian-determinant';

/** What is made of the partial derivatives of a question's body by its targets. */
export type Field =
  | { readonly operator: Exclude<FieldOperator, 'directional'> }
  /** Along a vector with an entry for each target. */
  | { readonly operator: 'directional'; readonly along: Tuple };

/** A coefficient times a derivative: by each variable in turn, the last one first. */
export interface FieldTerm {
  readonly coefficient: Expr;
  readonly of: Expr;
  readonly by: readonly Expr[];
}
/** What is added up; for a vector a list for each entry. */
export type FieldForm =
  | { readonly shape: 'number'; readonly terms: readonly FieldTerm[] }
  | { readonly shape: 'vector'; readonly entries: readonly (readonly FieldTerm[])[] };

/**
 * What the operator adds up; null where the number of components does not fit the number of variables. The curl of a
 * field in the plane is the one entry that is not 0. A Jacobian determinant is no sum, and has none.
 */
export function formOf({ operator, ...rest }: Field, body: Expr, targets: readonly Expr[]): FieldForm | null {
  const items = body.kind === 'tuple' ? body.items : null;
  switch (operator) {
    case 'divergence':
      if (items?.length !== targets.length) return null;
      return { shape: 'number', terms: items.map((f, i) => term(ONE, f, [targets[i] as Expr])) };
    case 'curl':
      return items?.length === targets.length ? curl(items, targets) : null;
    case 'laplacian':
      return items
        ? { shape: 'vector', entries: items.map((f) => squares(f, targets)) }
        : { shape: 'number', terms: squares(body, targets) };
    case 'directional': {
      const { along } = rest as { readonly along: Tuple };
      if (items || along.items.length !== targets.length) return null;
      return { shape: 'number', terms: targets.map((x, i) => term(along.items[i] as Expr, body, [x])) };
    }
    case 'jacobian-determinant':
      return null;
  }
}
/** The same, a list for each entry: a number has one. */
export function termsOfField(
  field: Field,
  body: Expr,
  targets: readonly Expr[],
): readonly (readonly FieldTerm[])[] | null {
  const form = formOf(field, body, targets);
  return form && (form.shape === 'number' ? [form.terms] : form.entries);
}
const term = (coefficient: Expr, of: Expr, by: readonly Expr[]): FieldTerm => ({ coefficient, of, by });
const squares = (f: Expr, targets: readonly Expr[]): readonly FieldTerm[] =>
  targets.map((x) => term(ONE, f, [x, x]));

function curl(field: readonly Expr[], targets: readonly Expr[]): FieldForm | null {
  /** ∂F_j/∂x_i − ∂F_i/∂x_j. */
  const turn = (i: number, j: number): readonly FieldTerm[] => [
    term(ONE, field[j] as Expr, [targets[i] as Expr]),
    term(MINUS_ONE, field[i] as Expr, [targets[j] as Expr]),
  ];
  if (field.length === 2) return { shape: 'number', terms: turn(0, 1) };
  return field.length === 3 ? { shape: 'vector', entries: [turn(1, 2), turn(2, 0), turn(0, 1)] } : null;
}

/** The term's derivative, still to be taken: ∂²f/∂x² where it is twice by the same variable. */
export function pendingOf({ of, by }: FieldTerm): Expr {
  const [x] = by;
  return diff(of, x as Expr, by.length === 2 ? TWO : ONE, true);
}
/** The sum with its derivatives still to be taken. */
export const pendingSum = (terms: readonly FieldTerm[]): Expr =>
  sum(terms.map((t) => product(t.coefficient === ONE ? [pendingOf(t)] : [t.coefficient, pendingOf(t)])));

/** The operator with what it is taken of: ∇·F, ∇×F, Δf, ∇f · u, det ∂F/∂(u, v). */
export function fieldCall(field: Field, body: Expr, targets: Expr): Call {
  if (field.operator === 'jacobian-determinant') return call('det', diff(body, targets, ONE, true));
  return field.operator === 'directional'
    ? call('dot', diff(body, targets, ONE, true), field.along)
    : call(field.operator, body);
}

/** A determinant of more rows is not written out: it has as many terms as the rows have orders. */
export const MOST_ROWS = 4;

/** As a list, whatever it is. */
export const itemsOf = (e: Expr): readonly Expr[] => (e.kind === 'tuple' ? e.items : [e]);
export const listOf = (form: FieldForm, entries: readonly Expr[]): Expr =>
  form.shape === 'vector' ? tuple(entries) : (entries[0] ?? tuple(entries));
