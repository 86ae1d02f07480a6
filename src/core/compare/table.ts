/**
 * Every comparison by numbers, a row each: where it looks, how many points it wants, and what it takes for agreement.
 * Whoever compares takes a row of this table; whoever needs another threshold adds a row with its reason. Bounds are
 * relative to the larger side, or to a floor (`1e-6 of 1+`: of 1 where both sides are smaller), and may grow with an
 * estimate of the noise (`+10n`). Between the two bounds a point says nothing, and is left out of both counts.
 *
 * | row      | who compares what                                   | points | enough | against | agree      | differ      |
 * | -------- | --------------------------------------------------- | ------ | ------ | ------- | ---------- | ----------- |
 * | answer   | verify: an answer or a step with differences        | 20     | 3      | 2       | 1e-6+10n   | 0.001+100n  |
 * | program  | a long program's derivative with differences        | 7      | 3      | 2       | 1e-5       | 0.01        |
 * | arrays   | a derivative with indices with differences          | 36     | 3      | 2       | 1e-6 of 1++10n | 0.001 of 1++100n |
 * | implicit | y′ of an equation with differences in the plane     | 7      | 3      | 1       | 1e-6 of 1+ | 0.001 of 1+ |
 * | pin      | a program's derivative at the one point of a branch | 2      | 2      | 1       | 1e-5 of 1+ | 1e-5 of 1+  |
 * | printed  | an answer with what its printed form is read as     | 5      | 0      | 1       | 1e-8 of 1+ | 1e-8 of 1+  |
 * | claim    | a note's claim with the derivative                  | 25     | 8      | 2       | 1e-14+20n  | 1e-12+100n  |
 * | limit    | the same where a limit is extrapolated              | 25     | 8      | 2       | 1e-14+20n  | 0.01+100n   |
 * | said     | a claim with the derivative at values said near by  | 1      | 1      | 1       | 0+10n      | 0+10n       |
 * | mistake  | what a wrong rule gives with what is written        | 16     | 4      | 1       | 1e-9       | 1e-9        |
 * | entry    | two functions of one argument                       | 6      | 1      | 1       | 1e-9       | 1e-9        |
 * | code     | what a function in code claims with what is right   | 16     | 3      | 1       | 1e-6 of 1+ | 0.02        |
 * | differentials | a derivative by arrays with differences, each entry | 3 | 3      | 1       | 1e-6 of 1+ | 0.001 of 1+ |
 */
import type { Quorum, ComparedValues } from './agree.js';
import type { Tolerance, Closeness } from './closeness.js';
import { isModerate, LINE, PLANE } from './points.js';

const within = (relative: number, floor = 0, noise = 0): Tolerance => ({ relative, floor, noise });

/** A row for functions of a variable that goes along the line. */
export interface ComparisonRow extends Closeness, Quorum {
  readonly line: readonly number[];
}
/** A row for a derivative that is held against differences of its function. */
export interface Slopes extends ComparisonRow {
  /** How many points are looked for: it ends once so many agree. */
  readonly wanted: number;
  /** The sets of values for names beside the variable that are tried until then. */
  readonly sets: number;
  /** What the estimated error of a difference may be at a point that counts. */
  readonly rough: Tolerance;
}

/**
 * Extrapolated differences of functions that a note has are good to nine digits: six leave room for steep ones. A
 * wrong answer differs in the first digits; what differs in the fourth to the sixth may be a function that swings.
 * Two points must contradict: one may be an accident of rounding. 1e-12 is far below what differences of moderate
 * functions can tell from 0.
 */
const answer: Slopes = {
  line: LINE.slice(0, 20),
  sets: 4,
  wanted: 8,
  enough: 3,
  against: 2,
  agree: within(1e-6, 1e-12, 10),
  differ: within(1e-3, 1e-12, 100),
  rough: within(1e-4, 1e-12),
};

/** Thousands of names hand on their rounding, so a digit less each way; and each point costs a run of all of them. */
const program: Slopes = {
  line: LINE.slice(0, 7),
  sets: 1,
  wanted: 7,
  enough: 3,
  against: 2,
  agree: within(1e-5, 1e-9),
  differ: within(1e-2, 1e-9),
  rough: within(1e-4, 1),
};

/** A slope of a curve is a quotient of two differences, so its noise is that of slopes near 1 even where it is small. */
const implicit = {
  plane: PLANE,
  enough: 3,
  against: 1,
  agree: within(1e-6, 1),
  differ: within(1e-3, 1),
  rough: within(1e-6, 1),
  /** Values of F_y up to this are no divisors. */
  flat: 1e-6,
};

/**
 * Formulas with indices at arrays of two lengths, at each place that their indices may have: what is right for one
 * length alone, or for equal indices alone, is found out so.
 */
const arrays = {
  sizes: [2, 3],
  /** The entries: all positive, or some of them negative. */
  fillings: ['positive', 'mixed'],
  /** Where these leave too few places with a value, as ln(1 − p) does: all between 0 and 1. */
  spare: ['shares', 'parts'],
  /** Places that are looked at for each of these. */
  places: 9,
  enough: 3,
  against: 2,
  agree: within(1e-6, 1, 10),
  differ: within(1e-3, 1, 100),
  rough: within(1e-5, 1),
} as const;

/** A branch for one point alone is kept or dropped on this: differences there have one step and no second opinion. */
const pin = {
  /** Sets of values for the other names; the target has the value that the branch asks for. */
  sets: 2,
  enough: 2,
  against: 1,
  agree: within(1e-5, 1),
  differ: within(1e-5, 1),
  /** The step of its differences, and how far off the jump of a function is felt. */
  step: 0.01,
  beside: 1e-7,
};

/**
 * The same tree or another one of the same value, without any differences in it: eight digits are what rounding in
 * another order leaves. What has no value anywhere is let pass, since the trees were compared before.
 */
const printed: ComparedValues & ComparisonRow = {
  line: LINE.slice(0, 5),
  missing: 'nothing',
  enough: 0,
  against: 1,
  agree: within(1e-8, 1),
  differ: within(1e-8, 1),
};

/**
 * Values come with bounds for their rounding, so the noise decides: a wrong alarm costs more than a mistake passed over,
 * hence a hundredfold of it. Eight points are more than two wrong formulas of a note share by accident.
 */
const claim = {
  line: LINE,
  enough: 8,
  against: 2,
  /** As many where the claimed side has no value. */
  missing: 8,
  /** Points all round which the sides agree before a claim is said to hold on a part of the domain. */
  open: 3,
  /** Fewer points than this have the finer grid tried as well, and all laws of algebra. */
  sparse: 10,
  agree: within(1e-14, 0, 20),
  differ: within(1e-12, 0, 100),
  /** What the noise may be where values are said to agree: seven digits are known then. */
  told: within(1e-7),
};

/** Extrapolation goes wrong near the edge of a domain by more than it says. */
const limit = { ...claim, differ: within(1e-2, 0, 100) };

/** One point that the text gives, and nothing but rounding between the sides. */
const said = {
  enough: 1,
  against: 1,
  agree: within(0, 0, 10),
  differ: within(0, 0, 10),
  /** A number that is written rounded may be off by half a unit of its last decimal, and a little for ties. */
  units: 0.51,
};

/** Another formula for the same value, found by search among hundreds: nine digits at four points are no accident. */
const mistake: ComparedValues & ComparisonRow = {
  line: LINE.filter(isModerate),
  missing: 'nothing',
  enough: 4,
  against: 1,
  agree: within(1e-9, 1e-12),
  differ: within(1e-9, 1e-12),
};

/** sech² x and 1 − tanh² x: the same function has values at the same points, to what series leave of sixteen digits. */
const entry: ComparedValues & ComparisonRow = {
  line: LINE.slice(0, 6),
  missing: 'differ',
  enough: 1,
  against: 1,
  agree: within(1e-9, 1e-12),
  differ: within(1e-9, 1e-12),
};

/**
 * Code rounds, takes differences and has numbers cut to a few digits: what is nearly right is said to be close, and only
 * what is off by a fiftieth, of a typical value at least, is different.
 */
const code = {
  line: LINE.filter(isModerate),
  enough: 3,
  against: 1,
  agree: within(1e-6, 1),
  differ: within(0.02),
  /** A gap is held against this part of a typical value where both sides are smaller: rounding near a zero is none. */
  typical: 0.01,
  /** Differences of the function are on the side of the right derivative up to this. */
  rough: within(1e-3, 1e-6),
};

/**
 * Each entry of arrays of three sizes, of which no two lengths are the same unless the formula says so: a product in
 * the wrong order then has no value, and a transpose that is lost shows in most entries.
 */
const differentials = {
  sets: 3,
  enough: 3,
  against: 1,
  agree: within(1e-6, 1),
  differ: within(1e-3, 1),
  rough: within(1e-4, 1e-6),
};

export const ROWS = {
  answer,
  program,
  arrays,
  implicit,
  pin,
  printed,
  claim,
  limit,
  said,
  mistake,
  entry,
  code,
  differentials,
} as const;
