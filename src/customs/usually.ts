/** Questions to the table of letters: what a letter usually is. A name that is no letter of the table is none of it. */
import { LETTERS, type Letter, type Role } from './letters.js';

const byName: ReadonlyMap<string, Letter> = new Map(LETTERS.map((l) => [l.name, l]));
const has = (name: string, ...roles: readonly Role[]): boolean =>
  byName.get(name)?.roles.some((r) => roles.includes(r)) ?? false;
const namesWhere = (test: (name: string) => boolean): readonly string[] =>
  LETTERS.map((l) => l.name).filter(test);
const isCapital = (name: string): boolean => /^[A-Z]/.test(name);

// Variables

/** The place among the letters that one differentiates by without saying so, 0 for the likeliest; null for others. */
export const placeAsVariable = (name: string): number | null => byName.get(name)?.variable ?? null;
export const isUsualVariable = (name: string): boolean => placeAsVariable(name) !== null;
/** x, y, z: f_x is a partial derivative. */
export const isCoordinate = (name: string): boolean => has(name, 'coordinate');
/** x of dx, and what else stands right behind a d. */
export const isUsualDifferential = (name: string): boolean => has(name, 'differential');
/** t, which is no coordinate by itself: h_t is a state at a time. */
export const isTime = (name: string): boolean => has(name, 'step');
/** What a total derivative takes for a function of its variable, though no bracket says so. */
export const isUsualQuantity = (name: string): boolean => has(name, 'dependent');

/** r, θ, φ: no Cartesian coordinates, so that ∇· and Δ by them are no sums of plain derivatives. */
export const isCurvilinear = (name: string): boolean => has(name, 'curvilinear');

// Functions

/** f, g, h and their capitals: functions wherever a bracket follows, even where the letter has another meaning too. */
export const isFunctionName = (name: string): boolean => has(name, 'function');
/** These, and u and v of rules. */
export const isUsualFunction = (name: string): boolean => has(name, 'function', 'rule-function');
/** Before a bracket in typeset maths: Greek letters too. */
export const isFunctionInTex = (name: string): boolean =>
  has(name, 'function', 'rule-function', 'greek-function');
/** Before a bracket in plain text, where small φ and ψ are angles: φ(t + 1) there is a product. */
export const isFunctionInPlainText = (name: string): boolean =>
  isUsualFunction(name) || (isCapital(name) && has(name, 'greek-function'));
/** ζ and δ: before a bracket they are the function that mathematics knows by them. */
export const isKnownFunction = (name: string): boolean => has(name, 'known-function');
/** P_ℓ, T_n: special functions by an index. */
export const isFamily = (name: string): boolean => has(name, 'family');
/** δ: before a bracket Dirac’s as often as a function, and no function then. */
export const isDistribution = (name: string): boolean => has(name, 'distribution');
/** A letter that would swallow a bracket printed after it. */
export const isCallable = (name: string): boolean => isFunctionInTex(name) || has(name, 'known-function');
/** f, g, h with a coordinate below: f_x; F_x is the component of a force. */
export const hasPartialsByName = (name: string): boolean => isFunctionName(name) && !isCapital(name);
/** u with several coordinates below: u_{xx}. */
export const isField = (name: string): boolean => has(name, 'field');
/** f and g of (f + g)(x): the others are added as quantities as often. */
export const isFunctionInSums = (name: string): boolean =>
  isFunctionName(name) && !isCapital(name) && !has(name, 'physical');
/** Never the variable of an abstract rule: g and h alone may be constants of nature. */
export const isAlwaysFunction = (name: string): boolean => isFunctionName(name) && !has(name, 'natural');
/** u and v, beside which w is a function too. */
export const isRuleFunction = (name: string): boolean => has(name, 'rule-function');
export const isFunctionBesideRule = (name: string): boolean => has(name, 'third-function');
/** Small letters two of which make an abstract rule: fg, u/v, uvw. */
export const pairsInRules = (name: string): boolean =>
  !isCapital(name) && has(name, 'function', 'rule-function', 'third-function');
/** y: a name for the value of a function and for the function. */
export const isCurve = (name: string): boolean => has(name, 'curve');
/** x and y, the pair of a curve in the plane. */
export const isOfPlane = (name: string): boolean => placeAsVariable(name) === 0 || isCurve(name);
/** What a function or its derivative goes by in the heading of a table, small or capital: f, g, u, Y. */
export const isFunctionInHeadings = (name: string): boolean =>
  isUsualFunction(name.toLowerCase()) || isCurve(name.toLowerCase());
/** The letters of Greek functions with a well-known derivative in programs: phi, psi. */
export const isGreekFunction = (name: string): boolean => has(name, 'greek-function');

/** The function of the table that a letter is read as when a bracket follows: σ and Γ. */
export const functionBeforeBracket = (name: string): string | null =>
  has(name, 'read-as-function') ? (byName.get(name)?.fn ?? null) : null;
/** The functions of the table that letters stand for where nothing defines them, by letter. */
export const ASSUMED_FUNCTIONS: ReadonlyMap<string, string> = new Map(
  LETTERS.flatMap(({ name, fn }) => (fn !== null && has(name, 'assumed-function') ? [[name, fn]] : [])),
);

// Constants

/** A constant where another letter can be the variable. */
export const isUsualParameter = (name: string): boolean => has(name, 'parameter');
/** A constant even alone; capitals but C and K may be quantities that change: dN/dt. */
export const isConstantAlone = (name: string): boolean =>
  isUsualParameter(name) && (!isCapital(name) || has(name, 'constant'));
/** C of + C. */
export const isConstantOfIntegration = (name: string): boolean => has(name, 'integration');
/** A number before a bracket: a(b + c) is a product. */
export const isUsualFactor = (name: string): boolean => has(name, 'factor');
/** Stands between a function and the next without brackets: sin ax, x cos kt. */
export const isUsualArgument = (name: string): boolean => has(name, 'differential', 'multiplier');
/** e, i and π: numbers with a value of their own. */
export const isNumberOfItsOwn = (name: string): boolean => has(name, 'number');
export const isImaginaryUnit = (name: string): boolean => has(name, 'imaginary');
export const IMAGINARY_UNITS: readonly string[] = namesWhere(isImaginaryUnit);

// Whole numbers

/** An index below: x_i is an entry of x, x_t a name. */
export const isUsualIndex = (name: string): boolean => has(name, 'index');
/** Names for indices that are one letter, in the order in which they are taken. */
export const INDEX_NAMES: readonly string[] = namesWhere(
  (n) => n.length === 1 && has(n, 'index', 'spare-index'),
);
/** Raised in brackets on what is no function: sample i, layer l, step t; n is an order everywhere. */
export const isUpperIndex = (name: string): boolean =>
  has(name, 'index', 'step') && !has(name, 'always-order');
/** The same on what may be a function, where k and m are orders too. */
export const isUpperIndexOfFunction = (name: string): boolean => isUpperIndex(name) && !has(name, 'order');
/** A whole number that counts: n, m, k, N. */
export const countsThings = (name: string): boolean => has(name, 'count');
/** A whole number above a letter: counts, and p and q. */
export const isWholeExponent = (name: string): boolean => !isCapital(name) && has(name, 'count', 'exponent');
/** A parameter of a program that counts or numbers. */
export const countsInCode = (name: string): boolean => has(name, 'index') && !has(name, 'length');
/** A name in programs for a coordinate, a point or a number before and after: x and xPrime. */
export const isCoordinateInCode = (name: string): boolean =>
  has(name, 'differential', 'point') || countsInCode(name);

/** ∂_μ: by the coordinate of that number, where no μ stands in what is differentiated. */
export const numbersCoordinates = (name: string): boolean => has(name, 'coordinate-index');

// Signs

/** E[X], P[X]. */
export const isExpectationLetter = (name: string): boolean => has(name, 'expectation');
/** P(A | B), H(X | Y): of events or random variables, where f(y | θ) has one more argument. */
export const takesCondition = (name: string): boolean => has(name, 'conditional');
/** O(x²), o(h). */
export const isGrowthLetter = (name: string): boolean => has(name, 'growth');

/** L, J: what learning makes small, whichever of its formulas it is. */
export const isLossLetter = (name: string): boolean => has(name, 'loss');
/** σ, whose square is a quantity by itself, of which one takes derivatives. */
export const isUsuallySquared = (name: string): boolean => has(name, 'squared');
