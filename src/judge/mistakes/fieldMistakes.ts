/** What goes wrong in what an operator of vector calculus adds up: a term’s sign, a term left out, a derivative too few. */
import {
  div,
  itemsOf,
  MINUS_ONE,
  mul,
  ONE,
  pendingSum,
  plainName,
  termsOfField,
  type Expr,
  type FieldTerm,
  type Question,
} from '../../core/index.js';

/** What one entry is where a mistake was made in it. */
export interface WrongEntry {
  readonly code: string;
  readonly explanation: string;
  readonly answer: Expr;
}

/** Every such mistake in the entry, of which `right` is what it is. */
export function wrongEntries(
  { field, body, target }: Question,
  entry: number,
  right: Expr,
): readonly WrongEntry[] {
  const terms = (field && termsOfField(field, body, itemsOf(target))?.[entry]) ?? [];
  const negative: WrongEntry = {
    code: 'sign-lost',
    explanation: 'All of it has the other sign.',
    answer: mul(MINUS_ONE, right),
  };
  if (field?.operator === 'jacobian-determinant')
    return [
      { ...negative, explanation: 'It has the other sign: two rows or columns are exchanged.' },
      {
        code: 'inverted-fraction',
        explanation: 'This is the determinant of the inverse map: the answer upside down.',
        answer: div(ONE, right),
      },
    ];
  return [negative, ...terms.flatMap((_, k) => wrongTerm(terms, k))];
}

function wrongTerm(terms: readonly FieldTerm[], k: number): readonly WrongEntry[] {
  const term = terms[k] as FieldTerm;
  const others = terms.filter((_, i) => i !== k);
  const put = (t: FieldTerm): Expr => pendingSum(terms.map((u, i) => (i === k ? t : u)));
  const by = byWhat(term);
  const isTwice = term.by.length > 1;
  return [
    {
      code: 'sign-lost',
      explanation: `The term ${by} has the other sign.`,
      answer: put({ ...term, coefficient: mul(MINUS_ONE, term.coefficient) }),
    },
    ...(others.length > 0
      ? [{ code: 'dropped-term', explanation: `The term ${by} is missing.`, answer: pendingSum(others) }]
      : []),
    ...(isTwice
      ? [
          {
            code: 'higher-order-missed',
            explanation: `The term ${by} is derived once, not twice.`,
            answer: put({ ...term, by: term.by.slice(1) }),
          },
        ]
      : []),
  ];
}

/** With the second derivative by y. */
function byWhat({ by: [x, more] }: FieldTerm): string {
  const name = x?.kind === 'sym' ? plainName(x) : 'one of its entries';
  return `with the ${more ? 'second ' : ''}derivative by ${name}`;
}
