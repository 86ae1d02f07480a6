/** The engine as the bench asks it: questions of the corpus and of the scaling families, answers with steps. */
import { parse } from 'mathjs';
import { UNLIMITED, type Derivation } from '../../src/core/derivation.js';
import { derive } from '../../src/core/derive.js';
import { add, call, exp, mul, num, pow, product, sum, sym, type Expr } from '../../src/core/expr.js';
import { children } from '../../src/core/walk.js';
import { read } from '../../src/core/ruleText.js';
import { tidy } from '../../src/core/tidy/index.js';
import { verify } from '../../src/core/verify.js';
import { derived, printed, readFormula, X } from '../corpus/answer.js';
import { CORPUS } from '../corpus/scalar.js';

/** A formula, and the same in elementary functions and mathjs's syntax, for those who know no others. */
export interface Question {
  readonly text: string;
  readonly plain: string;
}

export const questions: readonly Question[] = Object.values(CORPUS)
  .flat()
  .map((text) => ({ text, plain: printed(readFormula(text)) }));

const read_ = new Map<string, Expr>();
function question(text: string): Expr {
  const known = read_.get(text) ?? readFormula(text);
  read_.set(text, known);
  return known;
}

/** Question to answer with steps. */
export const answer = (text: string, order = 1): Derivation => derived(question(text), order);
export const print = (d: Derivation): string => printed(d.result);

/** How an answer in plain notation fares against differences. */
export function judge(text: string, answered: string): 'right' | 'WRONG' | 'undecided' {
  let claimed: Expr;
  try {
    claimed = readFormula(answered);
  } catch {
    return 'undecided';
  }
  const { verdict } = verify(question(text), X, claimed);
  return verdict === 'agrees' ? 'right' : verdict === 'contradicts' ? 'WRONG' : 'undecided';
}

/** The time of the numeric check alone. */
export const check = (text: string, d: Derivation): unknown => verify(question(text), X, d.result);

/** Nodes of a text as mathjs reads it, brackets not counted; null where it cannot. */
export function nodes(text: string): number | null {
  try {
    let count = 0;
    parse(text).traverse((node) => {
      if (node.type !== 'ParenthesisNode') count++;
    });
    return count;
  } catch {
    return null;
  }
}

// ---- scaling

export interface Family {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The function and the order of the derivative asked. */
  readonly make: (n: number) => readonly [body: Expr, order: number];
}
const upTo = <T>(n: number, f: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => f(i + 1));
const ORDERS = [1, 5, 10, 15, 20];
const order =
  (text: string) =>
  (n: number): readonly [Expr, number] => [read(text), n];

export const FAMILIES: readonly Family[] = [
  {
    name: 'sin(sin(…x)), n deep',
    sizes: [10, 100, 1000],
    make: (n) => [upTo(n, () => 0).reduce<Expr>((e) => call('sin', e), X), 1],
  },
  {
    name: '(x + 1)(x + 2)…(x + n)',
    sizes: [10, 20, 50, 100, 200],
    make: (n) => [product(upTo(n, (i) => add(X, num(i)))), 1],
  },
  {
    name: 'sin x · sin 2x · … · sin nx',
    sizes: [10, 50, 200],
    make: (n) => [product(upTo(n, (i) => call('sin', mul(num(i), X)))), 1],
  },
  {
    name: 'x + 2x² + … + nxⁿ',
    sizes: [10, 100, 1000, 10_000],
    make: (n) => [sum(upTo(n, (i) => mul(num(i), pow(X, num(i))))), 1],
  },
  {
    name: 'sum of n terms xⁱ sin ix',
    sizes: [10, 100, 1000, 10_000],
    make: (n) => [sum(upTo(n, (i) => mul(pow(X, num(i)), call('sin', mul(num(i), X))))), 1],
  },
  {
    name: 'e^(e^(…x)), n deep',
    sizes: [10, 100, 1000],
    make: (n) => [upTo(n, () => 0).reduce<Expr>((e) => exp(e), X), 1],
  },
  {
    name: 'x^(x^(…x)), n high',
    sizes: [10, 50, 200],
    make: (n) => [upTo(n, () => 0).reduce<Expr>((e) => pow(X, e), X), 1],
  },
  { name: 'n-th derivative of e^x cos x', sizes: ORDERS, make: order('exp(x)*cos(x)') },
  { name: 'n-th derivative of tanh x', sizes: ORDERS, make: order('tanh(x)') },
  { name: 'n-th derivative of 1/(1 + x²)', sizes: ORDERS, make: order('1/(1 + x^2)') },
  { name: 'n-th derivative of x⁵e^x', sizes: ORDERS, make: order('x^5*exp(x)') },
];

/** The answer of a member of a family, or the reason of its refusal. */
export function scaled(family: Family, n: number): { size: number; distinct: number } | string {
  const [body, k] = family.make(n);
  const asked = {
    body,
    target: sym('x'),
    order: num(k),
    partial: false,
    definitions: new Map(),
    dependent: new Set<string>(),
  };
  const d = derive(asked, (e, budget) => tidy(e, budget, { question: body, target: X }), UNLIMITED);
  return 'result' in d ? { size: d.result.size, distinct: distinct(d.result) } : d.message;
}
/** A member's text for other systems; null where it is too long to be asked. */
export function textOf(family: Family, n: number): { text: string; order: number } | null {
  const [body, k] = family.make(n);
  return n > 1000 || body.depth > 200 ? null : { text: printed(body), order: k };
}

function distinct(e: Expr): number {
  const seen = new Set<Expr>();
  const stack = [e];
  for (let x = stack.pop(); x; x = stack.pop()) {
    if (seen.has(x)) continue;
    seen.add(x);
    stack.push(...children(x));
  }
  return seen.size;
}
