/**
 * The form of an answer by rules, before any cost: what no law may do to it, however short that is. A rule looks at a law's
 * work on one node and at what the question has; what it forbids is no candidate of the search.
 */
import { familyNames } from '../functions/index.js';
import { mentions } from './factorOrder.js';
import {
  calls,
  dividesBy,
  exponentsIn,
  factorsOf,
  functionsIn,
  hasBinder,
  hasFractions,
  haveOneDenominator,
  isTurned,
  meetIn,
  onlySum,
} from './formFacts.js';
import type { AskedForm, Ground } from './law.js';
import type { Candidate, Node } from './node.js';
import type { Page } from './style.js';

/** What a law is about to do, and where. */
export interface Proposal extends Candidate {
  readonly from: Node;
}

export interface FormRule {
  readonly name: string;
  /** Why a reader would mind. */
  readonly reason: string;
  readonly forbids: (proposal: Proposal, asked: AskedForm, page: Page) => boolean;
}

export const FORM_RULES: readonly FormRule[] = [
  {
    name: 'unlike-fractions',
    reason:
      '2/x³ − 1/(x + 1) comes from a sum and says more as one; fractions are added where the question was one, or terms meet by it',
    forbids: addsUnlikeFractions,
  },
  {
    name: 'strange-hyperbolic',
    reason:
      'who writes tanh knows its derivative as 1 − tanh², and not as sech², but under a root or over a tanh',
    forbids: ({ law, from, made }, asked) =>
      law.name === 'pythagoras' &&
      !from.factors.some(
        (f) => (f.b.op === 'sum' && !f.q.isInteger) || (f.b.name === 'tanh' && f.q.sign < 0),
      ) &&
      HYPERBOLIC.some(
        (fn) => !asked.functions.has(fn) && !asked.functions.has('cosh') && calls(made, fn) > calls(from, fn),
      ),
  },
  {
    name: 'turned-exponential',
    reason: 'the e^(−x) of a question stays: nobody multiplies above and below by e^x unasked',
    forbids: ({ from, made }, asked, { table }) =>
      exponentsIn(table, made).some(
        (w) => isTurned(table, w, asked.exponents) && !exponentsIn(table, from).includes(w),
      ),
  },
  {
    name: 'parameters-in-a-block',
    reason: 'a bracket that the author wrote, with fractions of parameters in it, is one thing to its reader',
    forbids: ({ law, from }, _asked, { table, style }) =>
      law.name === 'nested-fraction' &&
      style.target !== null &&
      from.factors.some(
        (f) =>
          f.b.op === 'sum' &&
          table.isAuthored(f.b) &&
          f.b.terms.some((t) => dividesBy(table, t.m, (b) => !mentions(b, style.target as Node))),
      ),
  },
  {
    name: 'power-split',
    reason:
      'xⁿ⁻¹(n − x) keeps the power that the rule gave; one with fractions left in the bracket takes it apart',
    forbids: ({ law, made }, _asked, { table, style: { target } }) =>
      law.name === 'factor-out' &&
      target !== null &&
      made.factors.some((f) => f.u !== table.one && f.b !== table.e) &&
      made.factors.some(
        (s) => s.b.op === 'sum' && s.b.terms.some((t) => dividesBy(table, t.m, (b) => mentions(b, target))),
      ),
  },
  {
    name: 'identity-without-gain',
    reason:
      'sec x tan² x + sec³ x has the functions of the question: an identity is used where terms meet by it',
    forbids: ({ law, from, made }, asked) =>
      law.name === 'pythagoras' &&
      from.op === 'sum' &&
      made.terms.length + (made.q.isZero ? 0 : 1) >= from.terms.length + (from.q.isZero ? 0 : 1) &&
      made.op === 'sum' &&
      functionsIn(from).every((fn) => asked.functions.has(fn)),
  },
  {
    name: 'root-upside-down',
    reason: 'who asks about √((1 − x)/(1 + x)) does not expect it multiplied up',
    forbids: ({ law, from }, _asked, { table }) =>
      law.name === 'root-above' &&
      from.factors.some(
        (f) =>
          f.b.op === 'product' &&
          f.q.sign < 0 &&
          !f.q.isInteger &&
          f.b.factors.some((g) => g.b.op === 'sum' && table.isAuthored(g.b)),
      ),
  },
  {
    name: 'collect-within',
    reason: 'x sin x + sin x inside a bracket has its order from the rule: one bracket more hides it',
    forbids: ({ law, from, made }, _asked, { table }) =>
      law.name === 'collect' &&
      !made.terms.some((t) => factorsOf(table, t.m).some((f) => f.b.op === 'sum' && table.isAuthored(f.b))) &&
      from.terms.length <= MOST_LISTED,
  },
  {
    name: 'bars-asked',
    reason: 'the derivative of |u| is known as u/|u|; in sums and products its short form sgn u reads better',
    forbids: ({ law, made, from }, { isBars }) =>
      isBars && law.name === 'sign-products' && calls(made, 'sign') > calls(from, 'sign'),
  },
  {
    name: 'number-alone',
    reason: 'a number is no common factor of fractions and series: each term has its own in front',
    forbids: ({ law, from, made }, _asked, { table }) =>
      law.name === 'factor-out' &&
      from.op === 'sum' &&
      made.factors.length === 1 &&
      from.terms.some((t) => hasBinder(t.m) || dividesBy(table, t.m, () => true)),
  },
];

/** So many terms are read one after the other. */
const MOST_LISTED = 4;

/** The first rule that a law's work breaks. */
export function brokenRule(proposal: Proposal, ground: Ground): FormRule | undefined {
  const { asked } = ground;
  return asked === null ? undefined : FORM_RULES.find((r) => r.forbids(proposal, asked, ground));
}

/** A sum in 1/x as a product of such has one denominator too. */
const ADDS_FRACTIONS: ReadonlySet<string> = new Set(['common-denominator', 'factor-polynomial']);
function addsUnlikeFractions({ law, from, made }: Proposal, asked: AskedForm, { table }: Page): boolean {
  if (asked.isFraction) return false;
  const adds = ADDS_FRACTIONS.has(law.name) && from.op === 'sum';
  const sum = adds ? from : law.name === 'nested-fraction' ? onlySum(table, from) : null;
  return (
    sum !== null && hasFractions(table, sum) && !haveOneDenominator(table, sum) && !meetIn(table, sum, made)
  );
}

const HYPERBOLIC = familyNames('hyperbolic');
