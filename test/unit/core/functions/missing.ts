/** What a row of the table of functions still lacks: columns that its values speak against, and spellings. */
import { functionRow, type FunctionRow } from '../../../../src/core/functions/index.js';
import { functionOf, inverseOf } from '../../../../src/notation/latex/functions.js';
import { spellingOf } from '../../../../src/notation/latex/spellings.js';
import * as plain from '../../../../src/notation/plain/spellings.js';
import { EXPANDED as PLAIN_EXPANDED } from '../../../../src/notation/plain/expansions.js';
import * as code from '../../../../src/notation/typescript/spellings.js';

/** Functions that a notation of programs has no means for. */
const NO_PLAIN = ['digamma', 'trigamma', 'lambertw', 'Si', 'Ci', 'Ei'];
const NO_CODE = [
  ...NO_PLAIN,
  ...['erf', 'erfc', 'normcdf', 'gamma', 'factorial', 'lngamma', 'beta', 'gelu', 'sinc'],
];
/** Functions that are an operator of the language: u % v. */
const OPERATORS_OF_CODE = ['rem'];

/** What is missing of a row, each as a sentence; none of a row that is whole. */
export function missing(row: FunctionRow): readonly string[] {
  return [...spellingsMissing(row.name), ...columnsMissing(row)];
}

function spellingsMissing(name: string): readonly string[] {
  const said: readonly (readonly [boolean, string])[] = [
    [functionOf(name)?.fn === name, `notation/latex/functions.ts reads no ${name}`],
    [spellingOf(name) !== undefined, `notation/latex/spellings.ts prints no ${name}`],
    [plain.isFunctionName(name), `notation/plain/spellings.ts reads no ${name}`],
    [
      name in plain.SPELLINGS || PLAIN_EXPANDED.includes(name) || NO_PLAIN.includes(name),
      `notation/plain/spellings.ts prints no ${name}, nor does expansions.ts spell it out`,
    ],
    [
      [name in code.SPELLINGS, code.EXPANDED.includes(name)].includes(true) ||
        [...NO_CODE, ...OPERATORS_OF_CODE].includes(name),
      `notation/typescript/spellings.ts has no ${name}, nor spells it out`,
    ],
  ];
  return said.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

function columnsMissing(row: FunctionRow): readonly string[] {
  const inverse = row.inverse === null ? null : functionRow(row.inverse);
  const said: readonly (readonly [boolean, string])[] = [
    [parityOf(row) === row.parity, `the parity of ${row.name} is ${String(parityOf(row))}`],
    [row.sign === null || signHolds(row), `${row.name} is not ${String(row.sign)}`],
    [row.sign !== null || !isPositive(row), `${row.name} is positive`],
    [
      row.inverse === null || inverse?.inverse === row.name,
      `${row.name} and its inverse do not name each other`,
    ],
    [inverse === null || undoes(row, inverse), `${String(row.inverse)} does not undo ${row.name}`],
    [!isDirect(row) || inverseOf(row.name) === row.inverse, `${row.name} has no inverse in LaTeX`],
    [row.base === null || Math.abs(row.evaluate(row.base) - 1) < 1e-12, `the base of ${row.name} is another`],
    [row.vanishes === vanishes(row), `${row.name} ${row.vanishes ? 'is not' : 'is'} 0 on an interval`],
    [row.rounding !== 'none' || picks(row), `the values of ${row.name} are rounded`],
    [row.partners.every((p) => functionRow(p) !== null), `a partner of ${row.name} has no row`],
  ];
  return said.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

const isDirect = ({ family }: FunctionRow): boolean => family === 'trigonometric' || family === 'hyperbolic';

/** Points in and outside the usual domains, none of them special. */
const POINTS = Array.from({ length: 60 }, (_, i) => 0.037 + i * 0.113);
const BOTH_SIDES = [...POINTS, ...POINTS.map((x) => -x)];
const valuesOf = ({ evaluate }: FunctionRow, points: readonly number[]): readonly number[] =>
  points.map((x) => evaluate(x)).filter((y) => Number.isFinite(y));
const isUnary = (row: FunctionRow): boolean => row.arity[0] === 1 && row.arity[1] === 1;

/** Odd or even at all points where both sides have values; null for neither, and for jumps, which are not turned. */
function parityOf(row: FunctionRow): 'odd' | 'even' | null {
  const pairs = POINTS.map((x) => [row.evaluate(x), row.evaluate(-x)] as const);
  const known = pairs.filter(([y, z]) => Number.isFinite(y) && Number.isFinite(z));
  if (!isUnary(row) || known.length < 5 || NOT_TURNED.includes(row.name)) return null;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
  if (known.every(([y, z]) => near(y, -z))) return 'odd';
  return known.every(([y, z]) => near(y, z)) ? 'even' : null;
}
/** Bars and signs have laws of their own; a whole part is none of them, but is so by its floor. */
const NOT_TURNED = ['abs', 'sign', 'round', 'trunc'];

const signHolds = (row: FunctionRow): boolean =>
  isUnary(row)
    ? valuesOf(row, BOTH_SIDES).every((y) => (row.sign === 'positive' ? y > 0 : y >= 0))
    : BOTH_SIDES.every((x) => !(row.evaluate(x, 0.7) < 0));
const isPositive = (row: FunctionRow): boolean =>
  isUnary(row) &&
  !POSITIVE_OTHERWISE.includes(row.name) &&
  valuesOf(row, BOTH_SIDES).length > 5 &&
  valuesOf(row, BOTH_SIDES).every((y) => y > 0);
/** A power of e, which is positive as such; where ψ′ has no pole. */
const POSITIVE_OTHERWISE = ['exp', 'trigamma'];

function undoes(row: FunctionRow, inverse: FunctionRow): boolean {
  const [outer, inner] = isDirect(row) ? [row, inverse] : [inverse, row];
  const [from, to] = inner.sample[0] ?? [0, 0];
  return [0.2, 0.5, 0.8].every((t) => {
    const x = from + t * (to - from);
    return Math.abs(outer.evaluate(inner.evaluate(x)) - x) < 1e-9;
  });
}

const vanishes = (row: FunctionRow): boolean =>
  isUnary(row) && [-4.1, -4.2, -4.3].every((x) => row.evaluate(x) === 0);
/** Whole numbers at whole numbers. */
const picks = (row: FunctionRow): boolean => [-3, -1, 2, 5].every((x) => Number.isInteger(row.evaluate(x)));
