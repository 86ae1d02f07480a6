/** Divergence, curl, Laplacian, derivatives along a direction and Jacobian determinants, with the steps of their parts. */
import type { Steps } from '../../steps.js';
import type { Budget, Question, Step } from '../derivation.js';
import { call, diff, MINUS_ONE, ONE, type Expr, type Matrix, type Tuple } from '../expr.js';
import { plus, times } from '../fold.js';
import { deriveBySeveral, type Partial } from '../several.js';
import { fieldCall, formOf, listOf, pendingOf, pendingSum, type Field, type FieldTerm } from './field.js';

/** The operator's step, whose substeps are the partial derivatives; null where the budget ran out or the shapes do not fit. */
export function* deriveField(
  question: Question,
  field: Field,
  targets: Tuple,
  partial: Partial,
  budget: Budget,
): Steps<Step | null> {
  if (field.operator === 'jacobian-determinant')
    return yield* determinant(question, field, targets, partial, budget);
  if (field.operator === 'directional') return yield* along(question, field, targets, partial, budget);
  const form = formOf(field, question.body, targets.items);
  if (!form) return null;
  const lists = form.shape === 'vector' ? form.entries : [form.terms];
  const substeps: Step[] = [];
  const entries: Expr[] = [];
  for (const terms of lists) {
    const parts: Expr[] = [];
    for (const t of terms) {
      const step = yield* taken(t, partial);
      if (!step || budget.shouldStop()) return null;
      substeps.push(step);
      parts.push(times([t.coefficient, step.result]));
    }
    entries.push(plus(parts));
  }
  return {
    ...BARE,
    rule: field.operator,
    title: TITLES[field.operator],
    before: fieldCall(field, question.body, targets),
    after: listOf(form, lists.map(pendingSum)),
    result: listOf(form, entries),
    substeps,
  };
}
const TITLES = { divergence: 'Divergence', curl: 'Curl', laplacian: 'Laplacian' } as const;
const BARE = { parts: [], substitution: null, conditions: [], substeps: [] } as const;

/** One derivative, or one taken twice by the same variable. */
function* taken(t: FieldTerm, partial: Partial): Steps<Step | null> {
  const [x] = t.by;
  if (!x) return null;
  const first = yield* partial(t.of, x);
  if (!first || t.by.length === 1) return first;
  const second = yield* partial(first.result, x);
  return (
    second && {
      ...BARE,
      rule: 'second-partial',
      title: 'Second partial derivative',
      before: pendingOf(t),
      after: diff(first.result, x, ONE, true),
      result: second.result,
      substeps: [first, second],
    }
  );
}

/** D_u f = ∇f · u. */
function* along(
  question: Question,
  field: Field & { operator: 'directional' },
  targets: Tuple,
  partial: Partial,
  budget: Budget,
): Steps<Step | null> {
  const form = formOf(field, question.body, targets.items);
  const gradient = yield* deriveBySeveral({ ...question, order: ONE }, targets, 1, partial, budget);
  if (form?.shape !== 'number' || gradient?.result.kind !== 'tuple') return null;
  const { items } = gradient.result;
  return {
    ...BARE,
    rule: 'directional',
    title: 'Derivative along a direction',
    before: fieldCall(field, question.body, targets),
    after: call('dot', gradient.after, field.along),
    result: plus(form.terms.map((t, i) => times([t.coefficient, items[i] as Expr]))),
    substeps: gradient.substeps,
  };
}

/** The determinant of the Jacobian matrix, written out. */
function* determinant(
  question: Question,
  field: Field,
  targets: Tuple,
  partial: Partial,
  budget: Budget,
): Steps<Step | null> {
  const jacobian = yield* deriveBySeveral({ ...question, order: ONE }, targets, 1, partial, budget);
  if (jacobian?.result.kind !== 'matrix') return null;
  return {
    ...BARE,
    rule: 'jacobian-determinant',
    title: 'Jacobian determinant',
    before: fieldCall(field, question.body, targets),
    after: call('det', jacobian.before),
    result: expanded(jacobian.result.rows),
    substeps: [jacobian],
  };
}
/** Along the first row: Σ_j (−1)^j m_{1j} · the determinant of what is left without row 1 and column j. */
function expanded(rows: Matrix['rows']): Expr {
  const [first = [], ...others] = rows;
  if (others.length === 0) return first[0] ?? ONE;
  return plus(
    first.map((x, j) =>
      times([
        ...(j % 2 === 1 ? [MINUS_ONE] : []),
        x,
        expanded(others.map((r) => r.filter((_, k) => k !== j))),
      ]),
    ),
  );
}

/** Every derivative by one variable among the steps: what numbers can check. */
export function partialsIn(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((s) =>
    WHOLE.has(s.rule) ? partialsIn(s.substeps) : s.before.kind === 'diff' ? [s] : [],
  );
}
const WHOLE: ReadonlySet<string> = new Set([
  'divergence', 'curl', 'laplacian', 'directional', 'jacobian-determinant', 'second-partial', 'gradient', 'jacobian', 'hessian',
]); // prettier-ignore
