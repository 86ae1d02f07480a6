/**
 * What is said about each rule and law: one entry a stable name, so that it can be translated in one place. Braces
 * name facts of the step at hand (src/explain/facts.ts), which stand in the text as maths between dollar signs.
 */
export interface Phrase {
  readonly title: string;
  /** Said where every fact that it names is known of the step. */
  readonly why: string;
  /** Said in its place where one of those facts is missing: the first whose facts are all known. */
  readonly or?: readonly string[];
  /** Said otherwise; names no facts but those that every step has. */
  readonly bare?: string;
}

export const RULE_WORDS: Readonly<Record<string, Phrase>> = {
  constant: { title: 'Constant rule', why: '{body} does not depend on {x}, so its derivative is 0.' },
  identity: { title: 'Derivative of the variable', why: 'The derivative of {x} by itself is 1.' },
  sum: { title: 'Sum rule', why: 'Differentiate term by term.' },
  'constant-multiple': {
    title: 'Constant multiple rule',
    why: 'The constant {c} stays as a factor.',
    or: ['The constant {divisor} stays in the denominator.'],
    bare: '',
  },
  product: {
    title: 'Product rule',
    why: 'Let {parts}. Then {primes}. Each factor takes its derivative in turn.',
    bare: 'Each factor takes its derivative in turn, the others stay.',
  },
  reciprocal: {
    title: 'Reciprocal rule',
    why: 'Let {v}. Then {primes}. Minus this derivative, over the square of the denominator.',
    bare: 'Minus the derivative of the denominator, over its square.',
  },
  quotient: {
    title: 'Quotient rule',
    why: 'Let {parts}. Then {primes}.',
    bare: 'Derivative of the top times the bottom, minus the top times the derivative of the bottom, over the bottom squared.',
  },
  power: {
    title: 'Power rule',
    why: 'The exponent {exponent} comes down as a factor, and the new exponent is one less.',
    bare: 'The exponent comes down as a factor, and the new exponent is one less.',
  },
  exponential: {
    title: 'Exponential rule',
    why: 'An exponential of base {base} is its own derivative up to the factor {log}.',
    bare: 'The exponential function is its own derivative.',
  },
  'general-power': {
    title: 'Logarithmic differentiation',
    why: 'Base and exponent both vary: write the power as {exponentialForm} and differentiate its exponent.',
    bare: 'Base and exponent both vary: differentiate the logarithm.',
  },
  'square-root': {
    title: 'Square root rule',
    why: 'The derivative of a square root is one over twice the root.',
  },
  'nth-root': {
    title: 'Root rule',
    why: 'The root is the power with exponent {reciprocal}.',
    bare: 'The root is a power.',
  },
  'root-as-power': {
    title: 'Write the root as a power',
    why: 'The root is the power with exponent {reciprocal}.',
    bare: 'The root is a power.',
  },
  'change-of-base': {
    title: 'Change of base',
    why: 'A logarithm to a base that varies is a quotient of natural logarithms.',
  },
  table: {
    title: 'Derivative of the {function}',
    why: 'From the table: {entry}.',
    bare: 'From the table.',
  },
  'several-arguments': {
    title: 'Chain rule in several arguments',
    why: 'Let {parts}. Each argument that varies gives one term: the derivative by it, times its own derivative.',
    bare: 'Each argument that varies gives one term: the derivative by it, times its own derivative.',
  },
  chain: {
    title: 'Chain rule',
    why: 'Let {substitution}. Then {outer} and {inner}; multiply the two.',
    or: [
      'Let {substitution}. Then the derivative is {composed}.',
      '{body} depends on {x} through {link}: the derivative is {linked}.',
    ],
    bare: 'The outer derivative at the inner function, times the inner derivative.',
  },
  piecewise: { title: 'Piece by piece', why: 'Each piece is differentiated on its own part of the line.' },
  extremum: {
    title: 'By cases',
    why: 'Where one argument is the largest or smallest, the function is that argument: each case by itself.',
  },
  unknown: {
    title: 'Derivative of an unknown function',
    why: '{body} depends on {x} in a way that is not given: its derivative is written with a prime.',
  },
  definition: {
    title: 'Use the definition',
    why: 'By definition {definition}.',
    bare: 'Put the definition in.',
  },
  'inner-derivative': {
    title: 'Take the inner derivative first',
    why: 'The expression holds a derivative, which is taken first.',
  },
  entry: {
    title: 'Same entry or another',
    why: 'An entry changes with itself at the rate 1, and not with any other entry.',
  },
  'product-over-index': {
    title: 'Product over an index',
    why: 'Each factor gives one term: the whole product, with its derivative in place of the factor.',
  },
  entries: { title: 'Entry by entry', why: 'Each entry is differentiated on its own.' },
  series: {
    title: 'Differentiate under the sum',
    why: 'The range does not depend on {x}, so the derivative goes inside the sum.',
  },
  'leibniz-integral': {
    title: 'Leibniz’s integral rule',
    why: 'The integrand at each end times the derivative of that end, and the derivative under the integral.',
  },
  'both-sides': {
    title: 'Differentiate both sides',
    why: 'The other letter is a function of the variable: {result}.',
  },
  implicit: {
    title: 'Solve for the derivative',
    why: 'The terms with it on one side: {collected}. Divide by what stands with it.',
    bare: 'Bring the terms with it to one side.',
  },
  'put-in-slope': { title: 'Put the first derivative in', why: 'The first derivative is already known.' },
  'simplify-first': {
    title: 'Simplify first',
    why: 'The function is the same as a shorter one wherever it has a value.',
  },
  'expand-first': {
    title: 'Expand first',
    why: 'Then the power rule is enough.',
  },
  logarithmic: {
    title: 'Logarithmic differentiation',
    why: 'Take logarithms, {logarithms}; differentiate, {slope}; multiply by {y}.',
    bare: 'Take logarithms, differentiate, and multiply by the function.',
  },
  'logarithmic-part': {
    title: 'Derivative of the logarithm',
    why: 'The derivative of the logarithm of an absolute value is the inner derivative over the inner function.',
  },
  'definition-limit': {
    title: 'Definition of the derivative',
    why: 'The derivative is the limit of the difference quotient.',
  },
  'rewrite-quotient': { title: 'Rewrite the quotient', why: 'Nothing changes but the form.' },
  'take-limit': { title: 'Take the limit', why: 'What is left has a limit that is known.' },
  gradient: { title: 'Gradient', why: 'One partial derivative for each variable, in the order {variables}.' },
  jacobian: {
    title: 'Jacobian matrix',
    why: 'The rows are the components, the columns their partial derivatives by {variables}.',
  },
  hessian: {
    title: 'Hessian matrix',
    why: 'All second partial derivatives: first by {variables}, for the rows, then each of them by {variables}, for the columns.',
  },
  divergence: {
    title: 'Divergence',
    why: 'Each component by its own coordinate, added up.',
  },
  curl: {
    title: 'Curl',
    why: 'Each entry is the difference of two partial derivatives: of one component by the coordinate of the other, both ways round.',
  },
  laplacian: { title: 'Laplacian', why: 'The second partial derivatives by each coordinate, added up.' },
  'second-partial': {
    title: 'Second partial derivative',
    why: 'Twice by the same variable, the others held fixed.',
  },
  directional: {
    title: 'Derivative along a vector',
    why: 'The gradient times the vector: how fast the function changes along it.',
  },
  'jacobian-determinant': {
    title: 'Jacobian determinant',
    why: 'The determinant of the matrix of partial derivatives.',
  },
  none: {
    title: 'No rule applies',
    why: 'Nothing known says what this derivative is: it stays as it is written.',
  },
};

/** Of a law: what is said where the facts that it names are known, and otherwise. */
export interface LawPhrase {
  /** In place of the law's own title, where its facts are known. */
  readonly title?: string;
  readonly why: string;
  readonly bare?: string;
}

/** What is said about each law of tidying; its title is the law's own, or one that names what happened. */
export const LAW_WORDS: Readonly<Record<string, string | LawPhrase>> = {
  'expand-and-collect': 'Multiply out the brackets, then add up like terms.',
  expand: 'Each term of one bracket times each term of the other.',
  'factor-out': { why: 'Every term contains {factor}.', bare: 'What every term contains stands in front.' },
  'common-denominator': { why: 'The common denominator is {denominator}.', bare: 'The fractions are added.' },
  'nested-fraction': 'Multiply top and bottom by the inner denominator.',
  collect: 'Their factors are added up in one bracket.',
  cancel: 'The same factor stands above and below.',
  'factor-polynomial': 'The polynomial is a product of simpler ones.',
  pythagoras: { title: 'Use {identity}', why: '' },
  'double-angle': 'Functions of twice the angle.',
  'single-angle': 'Functions of twice the angle are written by those of the angle itself.',
  'divide-terms': 'Divide each term of the numerator.',
  'angle-sum': 'Products of sines and cosines add up to a function of the sum of the angles.',
  'quarter-turns': 'A quarter turn makes a sine a cosine, and half a turn changes the sign.',
  'quotient-identities': 'Tangent, cotangent, secant and cosecant are quotients of sine and cosine.',
  factorial: 'A factorial is its number times the factorial before it.',
  hyperbolic: 'Hyperbolic functions are halves of sums of exponentials.',
  'log-to-base': 'A logarithm to a base, times the logarithm of that base, is the natural logarithm.',
  'log-of-power': 'The exponent stands in front of the logarithm.',
  'sum-of-logs': 'Logarithms of numbers add up to the logarithm of their product.',
  'same-exponent': 'Powers with one exponent are multiplied by multiplying their bases.',
  'function-of-inverse':
    'The identity between the squares gives the one function from the other, whose inverse is undone.',
  'root-above': 'Multiply top and bottom by the root.',
  'sign-products': 'A number is its sign times its absolute value.',
  'recognise-sigmoid': 'The expression is the sigmoid function, or one minus it.',
  'equal-indices': 'Whether the two indices are equal is plain here.',
  'sum-collapse': 'Of all terms only the one in which the indices are equal is not 0.',
  'sum-constant': 'What does not depend on the index of the sum stands in front of it.',
  'sum-total': 'What all the entries come to is known.',
  'fold-definition': { why: 'By definition {meaning}.', bare: 'By definition.' },
  'one-fraction': 'Multiply and cancel within each term.',
  'collect-like-terms': 'Add up the multiples of the same term.',
  'combine-powers': 'Exponents of one base are added.',
  'inverse-functions': 'A function and its inverse undo each other.',
  'function-value': 'The value at this place is known.',
  'absolute-value': 'The root of a square is the absolute value.',
  'multiply-numbers': 'The numbers are multiplied and cancelled.',
  'recognise-function': 'The function has a name, and its derivative is known by it.',
  'sign-as-quotient': 'The sign of a number is the number over its absolute value.',
  rearrange: 'The same terms and factors in the usual order.',
  simplify: 'The same value, written more simply.',
};

/** What is said about the rules for differentials of vectors and matrices, and about what is read off. */
export const ARRAY_WORDS: Readonly<Record<string, string>> = {
  'd-linear': 'What is linear in the variable keeps its form: the differential stands in its place.',
  'd-sum': 'Term by term; a constant term has the differential 0.',
  'd-quadratic':
    'Each place of the vector gives a term: one with the matrix, one with its transpose, which are twice the same where it is symmetric.',
  'd-product': 'Each factor takes its differential in turn, where it stands: the order of factors is kept.',
  'd-quotient': 'The quotient rule for numbers.',
  'd-norm-squared': 'A squared norm is uᵀu: both of its factors give the same number.',
  'd-frobenius-squared': 'The squared Frobenius norm is tr(uᵀu): both of its factors give the same number.',
  'd-norm-power': 'A power of the root of uᵀu: its exponent falls by two.',
  'd-power': 'The exponent comes down as a factor, times the differential of the base.',
  'd-root': 'One over twice the root, times the differential inside.',
  'd-log-det': 'The differential of a determinant over the determinant.',
  'd-norm': 'The root of uᵀu; this holds where the norm is not 0.',
  'd-norm-one': 'Each entry gives its sign; this holds where no entry is 0.',
  'd-frobenius': 'The root of tr(uᵀu); this holds where the norm is not 0.',
  'd-transpose': 'Turning round and taking the differential may be exchanged.',
  'd-trace': 'The trace is linear.',
  'd-inverse': 'From A A⁻¹ = I: the differential of the product is 0.',
  'd-det': 'Jacobi’s formula.',
  'd-diag': 'Entry by entry.',
  'd-total': 'The sum over all entries is linear.',
  'd-hadamard': 'The product rule in each entry.',
  'd-cross': 'The product rule; the order of the factors is kept.',
  'd-softmax': 'Of softmax, entry by entry, s_i(δ_ij − s_j): as a matrix diag(s) − s sᵀ.',
  'd-log-softmax': 'The logarithm of softmax is the argument minus its log-sum-exp.',
  'd-log-sum-exp': 'The gradient of log-sum-exp is softmax.',
  'd-function': 'The derivative of the outer function, times the differential of its argument.',
  'd-entrywise':
    'The function goes entry by entry, and so do its slopes: they multiply the differential by ⊙.',
  'd-series': 'The differential goes under the sum.',
  'd-entry': 'The differential of an entry is that entry of the differential.',
  'read-off-gradient':
    'Moved to the other side of the inner product: what stands beside the differential there is the gradient, of the shape of the variable.',
  'read-off-jacobian':
    'What stands before the differential is the Jacobian: row i and column j hold ∂f_i/∂x_j.',
  coefficients:
    'Numbers are simplified, terms of the same vector are added up, and what is the same in every term stands before the sum.',
  'read-off-slope': 'What multiplies the differential of the variable is the derivative.',
};

/** What is said about formulas for the n-th derivative, by family; `nth` of PHRASES about any other. */
export const NTH_WORDS: Readonly<Record<string, string>> = {
  'nth-sum': 'The derivative of a sum is taken term by term, whatever its order.',
  'nth-polynomial': 'Each derivative lowers the degree by one; beyond the degree nothing is left.',
  'nth-leibniz':
    'The derivatives of one factor times those of the other, orders adding up to n, with binomial coefficients; the polynomial’s derivatives come to an end.',
  'nth-wave': 'Each derivative multiplies by the same number and turns by the same angle.',
  'nth-double-angle':
    'Written by the double angle, as in sin² u = (1 − cos 2u)/2 and sin u cos u = (sin 2u)/2; each derivative then turns by a right angle.',
  'nth-sin': 'Each derivative turns by a right angle.',
  'nth-cos': 'Each derivative turns by a right angle.',
};

/** Said of the parts of a derivation that are no rule's work. */
export const PHRASES = {
  stages: [
    'First derivative',
    'Second derivative',
    'Third derivative',
    'Fourth derivative',
    'Fifth derivative',
  ],
  stage: 'Derivative {order}',
  stageWhy: '',
  firstStageWhy: '',
  nth: 'A known formula, proved by induction on the order.',
  evaluate: 'Put in the value',
  evaluateWhy: 'The derivative at {point}.',
  again: 'As in step {again}.',
  more: 'Further steps',
  moreWhy: 'More steps of the same kinds follow; they are not written out.',
  layer: 'By definition {definition}, which depends on {x} through {link}.',
  given: 'From the table.',
  atSight: 'Used: {rules}.',
  boundary: 'Where the pieces meet',
} as const;

/** Said of a boundary between two pieces of a function. */
export const BOUNDARY_WORDS = {
  jump: 'At {place} the function jumps, so it has no derivative there.',
  kink: 'At {place} the function is continuous; its slopes are {left} from the left and {right} from the right, so it has no derivative there.',
  smooth:
    'At {place} the function is continuous, and its slope is {left} from both sides, which is its derivative there.',
  open: 'At {place} the function is continuous; its slopes are {left} from the left and {right} from the right, and the derivative there exists only where these are equal.',
  unknown:
    'At {place} the slopes are {left} from the left and {right} from the right; whether the function is continuous there depends on the other letters.',
} as const;

/** What the check found, in words. */
export const CHECK_WORDS = {
  agrees: 'checked numerically at {points}, worst relative difference {worst}',
  agreesExactly: 'checked numerically at {points}',
  undecided: 'not checked: {reason}',
  contradicts: 'disagrees with a numeric derivative: {reason}',
  noReason: 'no points could be compared',
} as const;
