/** Mistakes that the whole answer shows: a sign within a root, the answer upside down, the function itself. */
import {
  bottomUp,
  children,
  div,
  MINUS_ONE,
  mul,
  ONE,
  piecewise,
  sum,
  withChildren,
  type Expr,
  type Piecewise,
} from '../../core/index.js';

/** A mistake as a change of the right answer; `body` is what is differentiated. */
export interface WholeMistake {
  readonly code: string;
  readonly explanation: string;
  readonly answers: (right: Expr, body: Expr) => readonly Expr[];
}

const negative = (e: Expr): Expr => mul(MINUS_ONE, e);

/** Each copy of a tree with one node replaced by one of its variants, outermost and leftmost first. */
type Variants = (e: Expr) => readonly Expr[];

/** The copies are made one at a time, and a subtree without any is looked through once, wherever it is shared. */
function variantsBy(of: Variants): Variants {
  const barren = new WeakSet<Expr>();
  function* all(e: Expr): Generator<Expr, void, undefined> {
    let isBarren = true;
    for (const own of of(e)) {
      isBarren = false;
      yield own;
    }
    const parts = children(e);
    for (const [i, p] of parts.entries()) {
      if (barren.has(p)) continue;
      for (const v of all(p)) {
        isBarren = false;
        yield withChildren(
          e,
          parts.map((q, j) => (i === j ? v : q)),
        );
      }
    }
    if (isBarren) barren.add(e);
  }
  return (e) => [...firstOf(all(e), MOST)];
}
const MOST = 60;

function* firstOf<T>(items: Iterable<T>, n: number): Generator<T, void, undefined> {
  let left = n;
  for (const item of items) {
    yield item;
    if (--left === 0) return;
  }
}

/** A sum with one term's sign changed. */
const signsChanged = variantsBy((e) =>
  e.kind === 'add' ? e.terms.map((_, k) => sum(e.terms.map((t, i) => (i === k ? negative(t) : t)))) : [],
);
const insideRoots = variantsBy((e) => {
  if (e.kind === 'root') return signsChanged(e.body).map((b) => withChildren(e, [b, e.index]));
  const isRoot = e.kind === 'pow' && e.exponent.kind !== 'num' && e.exponent.kind === 'div';
  return isRoot ? signsChanged(e.base).map((b) => withChildren(e, [b, e.exponent])) : [];
});
const inDenominators = variantsBy((e) => {
  if (e.kind === 'div') return signsChanged(e.denom).map((d) => div(e.numer, d));
  const below = e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.sign < 0;
  return below ? signsChanged(e.base).map((b) => withChildren(e, [b, e.exponent])) : [];
});

/** abs(w) as w and sign(w) as 1, everywhere. */
const withoutBars = (e: Expr): Expr =>
  bottomUp((x) => {
    if (x.kind !== 'call') return x;
    if (x.fn === 'abs') return x.args[0] ?? x;
    return x.fn === 'sign' ? ONE : x;
  })(e);

export const DOMAIN_MISTAKES: readonly WholeMistake[] = [
  {
    code: 'abs-value-lost',
    explanation: 'The absolute value, or its sign, is lost: √(x²) is |x|, and |x|′ = x/|x|.',
    answers: (right: Expr): readonly Expr[] => {
      const bare = withoutBars(right);
      return bare === right ? [] : [bare, negative(bare)];
    },
  },
];

export const SIGN_MISTAKES: readonly WholeMistake[] = [
  {
    code: 'sign-inside-root',
    explanation: 'A sign inside the root is wrong.',
    answers: (right: Expr): readonly Expr[] => insideRoots(right),
  },
  {
    code: 'sign-in-denominator',
    explanation: 'A sign in the denominator is wrong.',
    answers: (right: Expr): readonly Expr[] => inDenominators(right),
  },
];

/** e^u as e^{−u}, xⁿ as x^{−n}. */
const exponentChanged = variantsBy((e) => {
  if (e.kind === 'call' && e.fn === 'exp' && e.args[0]) return [withChildren(e, [negative(e.args[0])])];
  return e.kind === 'pow' ? [withChildren(e, [e.base, negative(e.exponent)])] : [];
});

export const WHOLE_MISTAKES: readonly WholeMistake[] = [
  {
    code: 'exponent-sign',
    explanation: 'The sign of an exponent is wrong.',
    answers: (right: Expr): readonly Expr[] => exponentChanged(right),
  },
  {
    code: 'sign-lost',
    explanation: 'A minus is lost or added.',
    answers: (right: Expr): readonly Expr[] => [negative(right), ...signsChanged(right)],
  },
  {
    code: 'branches-swapped',
    explanation: 'The branches are the wrong way round: each piece belongs to the other condition.',
    answers: (right: Expr): readonly Expr[] => (right.kind === 'piecewise' ? branchesSwapped(right) : []),
  },
  {
    code: 'dropped-term',
    explanation: 'A whole term is missing.',
    answers: (right: Expr): readonly Expr[] =>
      right.kind === 'add' ? right.terms.map((_, k) => sum(right.terms.filter((__, i) => i !== k))) : [],
  },
  {
    code: 'inverted-fraction',
    explanation: 'The answer is upside down.',
    answers: (right: Expr): readonly Expr[] =>
      isFraction(right) ? [div(ONE, right), negative(div(ONE, right))] : [],
  },
  {
    code: 'reciprocal-of-function',
    explanation: 'The derivative is not the reciprocal of the function, nor that of its derivative.',
    answers: (right, body) => [div(ONE, body), div(ONE, right)],
  },
  {
    code: 'function-value-instead',
    explanation: 'This is the function itself, not its derivative.',
    answers: (_, body) => [body],
  },
];

/** The values of two branches exchanged; of more, none. */
function branchesSwapped({ branches, otherwise }: Piecewise): readonly Expr[] {
  const [first, second] = branches;
  const last = second?.value ?? otherwise;
  if (!first || !last || branches.length + (otherwise ? 1 : 0) !== 2) return [];
  const swapped = [{ ...first, value: last }, ...(second ? [{ ...second, value: first.value }] : [])];
  return [piecewise(swapped, otherwise && first.value)];
}

function isFraction(e: Expr): boolean {
  if (e.kind === 'mul') return e.factors.some(isFraction);
  if (e.kind === 'pow') return e.exponent.kind === 'num' && e.exponent.value.sign < 0;
  return e.kind === 'div';
}
