/**
 * What a single letter usually stands for where a text does not say it: one row a letter, with its reason. All guesses
 * about letters ask it, by the queries beside this file. What a text says itself always comes before a custom.
 */

/** What a letter may stand for; several at once, since which one is meant depends on where it stands. */
export type Role =
  /** A function wherever a bracket follows: f(x). */
  | 'function'
  /** A function in an abstract rule, (uv)′, and before a bracket; a quantity elsewhere. */
  | 'rule-function'
  /** A function in a rule beside u and v only. */
  | 'third-function'
  /** A Greek letter that a bracket makes a function. */
  | 'greek-function'
  /** A letter for one function that mathematics knows by it: the bracket after it is never a factor. */
  | 'known-function'
  /** With an index below, a member of a family of special functions: P_ℓ, T_n. */
  | 'family'
  /** A distribution before a bracket as often as a function. */
  | 'distribution'
  /** Read as its function of the table (`fn`) as soon as a bracket follows. */
  | 'read-as-function'
  /** Taken for its function of the table (`fn`) where nothing defines it. */
  | 'assumed-function'
  /** The unknown of a partial differential equation: u_{xx} + u_{yy} = 0. */
  | 'field'
  /** The value of a function, which goes by the same name: y = f(x), y′, y(x). */
  | 'curve'
  /** A constant of nature as often as a function: g and h of a product need not be functions. */
  | 'natural'
  /** A quantity that is added to others as often as a function is: (F + G)(x). */
  | 'physical'
  /** A quantity that a total derivative takes for a function of its variable: d/dx y² = 2y y′. */
  | 'dependent'
  /** A constant where another letter can be the variable. */
  | 'parameter'
  /** A capital that is a constant even by itself; others may be quantities: dN/dt. */
  | 'constant'
  /** The constant of integration. */
  | 'integration'
  /** A number before a bracket: it multiplies. */
  | 'factor'
  /** A number that a function's argument begins with: sin ax, cos nt. */
  | 'multiplier'
  /** A number with a value of its own. */
  | 'number'
  /** The imaginary unit of mathematicians or engineers. */
  | 'imaginary'
  /** An index: x_i is an entry of x. */
  | 'index'
  /** A name for an index where the usual ones are taken. */
  | 'spare-index'
  /** Numbers the coordinates of space and time: ∂_μ j^μ. */
  | 'coordinate-index'
  /** A step in time, raised as an index is: h^{(t)}. */
  | 'step'
  /** An order of derivative as often as an index, raised on what may be a function: f^{(k)}. */
  | 'order'
  /** An order of derivative wherever it is raised: y^{(n)}. */
  | 'always-order'
  /** A whole number that counts. */
  | 'count'
  /** A whole exponent, though no count by itself. */
  | 'exponent'
  /** In programs a length or a rate as often as a whole number. */
  | 'length'
  /** In programs a point or a state. */
  | 'point'
  /** A coordinate: f_x is a partial derivative of f. */
  | 'coordinate'
  /** A radius or an angle of polar, cylindrical or spherical coordinates, in which ∇ has other terms. */
  | 'curvilinear'
  /** What one differentiates or integrates by, right behind a d: dx. */
  | 'differential'
  /** An expectation, probability or variance before [X]. */
  | 'expectation'
  /** A quantity of events or random variables, which takes a condition behind a bar: P(A | B). */
  | 'conditional'
  /** How fast a rest grows: O(x²), o(h). */
  | 'growth'
  /** Its square is a quantity by itself: the variance σ². */
  | 'squared'
  /** What learning makes small, by whatever name the text gives its formula. */
  | 'loss';

export interface Letter {
  /** A Latin letter, or the plain name of a Greek one: alpha, Phi. */
  readonly name: string;
  /** What it is in mathematics at large, which the roles follow from. */
  readonly reason: string;
  readonly roles: readonly Role[];
  /** Its place among the letters that one differentiates by without saying so, 0 for the likeliest. */
  readonly variable: number | null;
  /** The function of the core's table that it stands for. */
  readonly fn: string | null;
}

const letter = (
  name: string,
  reason: string,
  roles: readonly Role[],
  { variable = null, fn = null }: Partial<Pick<Letter, 'variable' | 'fn'>> = {},
): Letter => ({ name, reason, roles, variable, fn });

/** One row a letter; the letters without a row stand for nothing in particular. */
export const LETTERS: readonly Letter[] = [
  letter('a', 'a first coefficient', ['parameter', 'factor', 'multiplier']),
  letter('b', 'a coefficient beside a', ['parameter', 'factor', 'multiplier']),
  letter('c', 'a constant', ['parameter', 'factor', 'integration']),
  letter('d', 'a coefficient after c, or the sign of a differential', ['parameter', 'factor']),
  letter('e', 'Euler’s number, or an eccentricity', ['parameter', 'factor', 'number']),
  letter('f', 'the function', ['function']),
  letter('g', 'the function after f, or gravity', ['function', 'parameter', 'natural']),
  letter('h', 'the function after g, a height, a step or Planck’s constant', [
    'function',
    'parameter',
    'natural',
    'physical',
  ]),
  letter('i', 'the first index, or the imaginary unit', [
    'index',
    'parameter',
    'factor',
    'number',
    'imaginary',
  ]),
  letter('j', 'the index after i, or the engineers’ unit', ['index', 'parameter', 'factor', 'imaginary']),
  letter('k', 'an index, a count, an order or a rate', [
    'index',
    'count',
    'order',
    'parameter',
    'factor',
    'multiplier',
  ]),
  letter('l', 'an index of layers, or a length', ['index', 'length', 'parameter', 'factor']),
  letter('m', 'an index, a count, an order or a mass', ['index', 'count', 'order', 'parameter', 'factor']),
  letter('n', 'the count, and the order of a derivative', [
    'index',
    'count',
    'always-order',
    'parameter',
    'factor',
    'multiplier',
  ]),
  letter('o', 'a rest that grows slower', ['growth']),
  letter('p', 'an exponent, a probability or a momentum', ['exponent', 'point', 'parameter']),
  letter('q', 'an exponent beside p, or a charge', ['exponent', 'point', 'parameter']),
  letter('r', 'a radius', ['dependent', 'point', 'spare-index', 'curvilinear'], { variable: 8 }),
  letter('s', 'an arc length or a path', ['dependent', 'spare-index'], { variable: 7 }),
  letter('t', 'time', ['differential', 'step'], { variable: 1 }),
  letter(
    'u',
    'a substitution, a field, and the first function of a rule',
    ['differential', 'rule-function', 'field'],
    {
      variable: 3,
    },
  ),
  letter('v', 'a velocity, and the second function of a rule', ['differential', 'rule-function'], {
    variable: 9,
  }),
  letter('w', 'a weight, and the third function of a rule', ['differential', 'third-function', 'dependent'], {
    variable: 6,
  }),
  letter('x', 'the unknown and the first coordinate', ['differential', 'coordinate'], { variable: 0 }),
  letter(
    'y',
    'the second coordinate, the value of a curve',
    ['differential', 'coordinate', 'curve', 'dependent'],
    {
      variable: 4,
    },
  ),
  letter('z', 'the third coordinate, or a complex number', ['differential', 'coordinate', 'dependent'], {
    variable: 2,
  }),

  letter('A', 'an amplitude or an area', ['parameter']),
  letter('B', 'a coefficient beside A', ['parameter']),
  letter('C', 'a constant, or a cost', ['parameter', 'constant', 'integration', 'loss']),
  letter('D', 'a coefficient after C, or a divergence', ['parameter', 'conditional']),
  letter('E', 'an energy, an expectation or an error', ['parameter', 'expectation', 'conditional', 'loss']),
  letter('F', 'an antiderivative, or a force', ['function', 'physical']),
  letter('G', 'a function beside F, or a conductance', ['function', 'physical', 'parameter']),
  letter('H', 'a function after G, an enthalpy or an entropy', ['function', 'physical', 'conditional']),
  letter('I', 'a moment, a current or an information', ['parameter', 'conditional']),
  letter('J', 'what is made small', ['loss']),
  letter('K', 'a constant of a law', ['parameter', 'constant']),
  letter('L', 'a loss, or a length', ['loss']),
  letter('M', 'a mass or a number of things', ['parameter', 'count']),
  letter('N', 'a number of things', ['parameter', 'count']),
  letter('O', 'a rest that grows as fast', ['growth']),
  letter('P', 'a pressure, a power, a probability or Legendre’s polynomials', [
    'parameter',
    'expectation',
    'conditional',
    'family',
  ]),
  letter('Q', 'a heat, a charge or a quantity sold', ['parameter']),
  letter('R', 'a resistance, or a radius that is given', ['parameter']),
  letter('T', 'a temperature, a period or Chebyshev’s polynomials', ['parameter', 'family']),
  letter('V', 'a volume, a voltage or a variance', ['parameter', 'expectation', 'conditional']),
  letter('W', 'Lambert’s function', ['known-function']),

  letter('alpha', 'a coefficient, an exponent or an angle', ['parameter', 'factor']),
  letter('beta', 'a coefficient beside α', ['parameter', 'factor']),
  letter('gamma', 'a rate or a discount', ['parameter']),
  letter('delta', 'a small number, or Dirac’s and Kronecker’s delta', [
    'parameter',
    'known-function',
    'distribution',
  ]),
  letter('epsilon', 'a small number', ['parameter']),
  letter('varepsilon', 'a small number', ['parameter']),
  letter('zeta', 'Riemann’s function', ['known-function']),
  letter('eta', 'a rate of learning or an efficiency', ['parameter']),
  letter('theta', 'an angle, or what a model learns', ['curvilinear'], { variable: 5 }),
  letter('kappa', 'a curvature or a constant', ['parameter']),
  letter('lambda', 'an eigenvalue, a rate or a wavelength', ['parameter', 'factor']),
  letter('mu', 'a mean, or the first index of a tensor', ['parameter', 'coordinate-index']),
  letter('nu', 'a frequency, or the index after μ', ['parameter', 'coordinate-index']),
  letter('xi', 'a point between', ['parameter']),
  letter('pi', 'the number π', ['factor', 'number']),
  letter('rho', 'a density, a radius, a correlation, or an index of a tensor', [
    'parameter',
    'coordinate-index',
    'curvilinear',
  ]),
  letter(
    'sigma',
    'the sigmoid before a bracket, a deviation, or an index of a tensor',
    ['parameter', 'known-function', 'read-as-function', 'assumed-function', 'coordinate-index', 'squared'],
    { fn: 'sigmoid' },
  ),
  letter('tau', 'a time constant', ['parameter']),
  letter(
    'phi',
    'the normal density before a bracket, a function or an angle',
    ['parameter', 'greek-function', 'assumed-function', 'curvilinear'],
    { fn: 'normpdf' },
  ),
  letter(
    'varphi',
    'φ in its other form',
    ['parameter', 'greek-function', 'assumed-function', 'curvilinear'],
    {
      fn: 'normpdf',
    },
  ),
  letter('psi', 'a wave function, or an angle', ['parameter', 'greek-function']),
  letter('omega', 'an angular frequency', ['parameter']),
  letter('Gamma', 'Euler’s function', ['known-function', 'read-as-function'], { fn: 'gamma' }),
  letter('Lambda', 'a constant, or a matrix of eigenvalues', ['parameter']),
  letter('Sigma', 'a covariance', ['parameter']),
  letter(
    'Phi',
    'the normal distribution function before a bracket, or a potential',
    ['greek-function', 'assumed-function'],
    { fn: 'normcdf' },
  ),
  letter('Psi', 'a wave function', ['greek-function']),
  letter('Omega', 'an angular frequency, or a domain', ['parameter']),
  letter('hbar', 'Planck’s constant over 2π', ['parameter']),
  letter('ell', 'l in its other form, or a loss', ['index', 'length', 'parameter', 'loss']),
];
