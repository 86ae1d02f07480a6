/** What the name of one function says about another: fPrime, dF, df_dx, gradF. */
import { plain } from '../../notation/programs/nameKey.js';
import { isCoordinateInCode, isFunctionName, isGreekFunction } from '../../customs/usually.js';

/** How much a name by itself says. */
export type Strength =
  /** It can hardly mean anything else. */
  | 'strong'
  /** It may mean something else too: `dScore`, the change of a score. */
  | 'weak'
  /** It says little: such a pair may be found right, but never wrong. */
  | 'hint';

export interface SaidByName {
  readonly kind: 'derivative' | 'gradient';
  /** The variable that the name says (dfdx); null where it says none. */
  readonly variable: string | null;
  readonly order: number;
  readonly strength: Strength;
}

/** What a function called `d` says, by its name, about one called `f` with these parameters; null for nothing. */
export function relationOf(f: string, d: string, parameters: readonly string[]): SaidByName | null {
  const [of, name] = [plain(f), plain(d)];
  if (of === '' || name === of) return null;
  const bySuffix = name.startsWith(of) ? SUFFIXES.get(name.slice(of.length)) : undefined;
  if (bySuffix)
    return isCoordinateInCode(of) && bySuffix.strength === 'strong' ? weakened(bySuffix, name) : bySuffix;
  if (name.endsWith(of)) {
    const byPrefix = PREFIXES.get(name.slice(0, name.length - of.length));
    if (byPrefix) return byPrefix;
    if (name === `d${of}`) return byLetter(f, d);
  }
  return byVariable(f, d, parameters);
}

/** x and xPrime are coordinates before and after as often as a function and its derivative. */
const weakened = (said: SaidByName, name: string): SaidByName =>
  /prime|grad/.test(name) ? { ...said, strength: 'weak' } : said;

/** dF, df, dSigmoid: for functions with a well-known derivative it says so, for others it may mean a difference. */
function byLetter(f: string, d: string): SaidByName | null {
  const of = plain(f);
  const isJoined = /^d[a-z]/.test(d) && d.toLowerCase() === d && !d.includes('_');
  if (isJoined && WORDS.has(d)) return null;
  const strength = isWellKnown(of) ? 'strong' : isJoined && of.length < 3 && of !== 'f' ? 'hint' : 'weak';
  return { kind: 'derivative', variable: null, order: 1, strength };
}
const isWellKnown = (name: string): boolean =>
  WELL_KNOWN.has(name) || isFunctionName(name) || isGreekFunction(name);
const WELL_KNOWN: ReadonlySet<string> = new Set([
  'fn', 'func', 'sigmoid', 'logistic', 'tanh', 'relu', 'leakyrelu', 'elu', 'selu', 'gelu',
  'swish', 'silu', 'softplus', 'softsign', 'mish', 'activation', 'activate', 'sin', 'cos', 'tan',
]); // prettier-ignore
/** English words that are another with a d before it. */
const WORDS: ReadonlySet<string> = new Set([
  'damp', 'dare', 'dart', 'dash', 'date', 'dawn', 'day', 'deal', 'dear', 'deft', 'dent', 'dice', 'did', 'die', 'dim',
  'dip', 'disk', 'doff', 'done', 'door', 'dot', 'down', 'draft', 'drag', 'drain', 'draw', 'drink', 'driver', 'drop',
  'drum', 'duke', 'dump', 'dunit', 'dust', 'delight', 'demerge', 'deploy', 'depend', 'devent', 'dinner', 'depth',
  'dray', 'dread', 'dribble', 'dally', 'damage', 'dangle', 'danger', 'demotion', 'demit', 'deject', 'devolve',
]); // prettier-ignore

/** dfdx, df_dx, dFByX, fDx, d2f_dx2: the name says the variable. */
function byVariable(f: string, d: string, parameters: readonly string[]): SaidByName | null {
  const [of, name] = [plain(f), plain(d)];
  for (const p of parameters) {
    const v = plain(p);
    if (v === '') continue;
    if (
      [
        `d${of}d${v}`,
        `d${of}by${v}`,
        `${of}derivativeby${v}`,
        `${of}d${v}`,
        `partial${of}partial${v}`,
      ].includes(name)
    )
      return { kind: 'derivative', variable: p, order: 1, strength: 'strong' };
    const order = HIGHER.find((n) => isHigherBy(name, of, v, String(n)));
    if (order !== undefined) return { kind: 'derivative', variable: p, order, strength: 'strong' };
    if (d === `${f}_${p}`) return { kind: 'derivative', variable: p, order: 1, strength: 'weak' };
  }
  return null;
}

/** Orders that names say by a digit, as d3fdx3 does. */
const HIGHER = [2, 3, 4] as const;

/** d2fdx2, d3f_dx3, fdx2, d2fdxx and fdxdx. */
const isHigherBy = (name: string, of: string, v: string, order: string): boolean =>
  [`d${order}${of}d${v}${order}`, `${of}d${v}${order}`].includes(name) ||
  (order === '2' && [`d2${of}d${v}${v}`, `${of}d${v}d${v}`].includes(name));

const said = (kind: SaidByName['kind'], order: number, strength: Strength): SaidByName => ({
  kind,
  variable: null,
  order,
  strength,
});
const FIRST = said('derivative', 1, 'strong');
const SECOND = said('derivative', 2, 'strong');
const THIRD = said('derivative', 3, 'strong');
const FOURTH = said('derivative', 4, 'strong');
const GRADIENT = said('gradient', 1, 'strong');
const HINT = said('derivative', 1, 'hint');

const SUFFIXES: ReadonlyMap<string, SaidByName> = new Map([
  ['prime', FIRST],
  ['derivative', FIRST],
  ['deriv', FIRST],
  ['der', FIRST],
  ['derivate', FIRST],
  ['firstderivative', FIRST],
  ['diff', HINT],
  ['doubleprime', SECOND],
  ['primeprime', SECOND],
  ['secondderivative', SECOND],
  ['derivative2', SECOND],
  ['tripleprime', THIRD],
  ['primeprimeprime', THIRD],
  ['thirdderivative', THIRD],
  ['derivative3', THIRD],
  ['fourthderivative', FOURTH],
  ['derivative4', FOURTH],
  ['grad', GRADIENT],
  ['gradient', GRADIENT],
  ['withgradient', GRADIENT],
  ['andgradient', GRADIENT],
  ['withgrad', GRADIENT],
]);
const PREFIXES: ReadonlyMap<string, SaidByName> = new Map([
  ['deriv', FIRST],
  ['der', said('derivative', 1, 'weak')],
  ['derivative', FIRST],
  ['derivativeof', FIRST],
  ['derivof', FIRST],
  ['firstderivativeof', FIRST],
  ['dd', said('derivative', 2, 'weak')],
  ['d2', said('derivative', 2, 'weak')],
  ['d3', said('derivative', 3, 'weak')],
  ['secondderivativeof', SECOND],
  ['thirdderivativeof', THIRD],
  ['fourthderivativeof', FOURTH],
  ['diff', HINT],
  ['grad', GRADIENT],
  ['gradient', GRADIENT],
  ['gradientof', GRADIENT],
  ['gradof', GRADIENT],
  ['nabla', GRADIENT],
]);
/** Names that a function may have of which a name is the derivative's, each once: few, where functions are many. */
export function namesWithin(d: string): string[] {
  const name = plain(d);
  const found = new Set<string>();
  for (let k = 1; k < Math.min(name.length, LONGEST_NAME); k++) {
    found.add(name.slice(0, k));
    if (name.startsWith('d')) found.add(name.slice(1, k + 1));
    if (/^d[2-4]/.test(name)) found.add(name.slice(2, k + 2));
  }
  for (const [prefix] of PREFIXES) if (name.startsWith(prefix)) found.add(name.slice(prefix.length));
  if (name.startsWith('partial')) for (let k = 8; k < name.length; k++) found.add(name.slice(7, k));
  return [...found];
}
const LONGEST_NAME = 200;

/** Names of members that hold the derivative of the member beside them, in an object or a class of its own. */
export function memberSays(name: string): SaidByName | null {
  return MEMBERS.get(plain(name)) ?? null;
}
const MEMBERS: ReadonlyMap<string, SaidByName> = new Map([
  ['derivative', FIRST],
  ['deriv', FIRST],
  ['der', FIRST],
  ['derivate', FIRST],
  ['prime', FIRST],
  ['dfn', FIRST],
  ['df', FIRST],
  ['dfunc', FIRST],
  ['slope', FIRST],
  ['dx', said('derivative', 1, 'weak')],
  ['d', said('derivative', 1, 'weak')],
  ['diff', HINT],
  ['grad', GRADIENT],
  ['gradient', GRADIENT],
  ['secondderivative', SECOND],
  ['thirdderivative', THIRD],
  ['fourthderivative', FOURTH],
  ['backward', said('derivative', 1, 'hint')],
]);

/** Whether a member's name is one by which the function itself goes, beside its derivative. */
export const namesFunction = (name: string): boolean => FUNCTIONS.has(plain(name));
const FUNCTIONS: ReadonlySet<string> = new Set([
  'f', 'fn', 'func', 'fun', 'function', 'activate', 'activation', 'apply', 'eval', 'evaluate', 'call', 'value', 'val',
  'output', 'forward', 'compute', 'primal', 'calc', 'calculate', 'run', 'transform', 'y', 'loss', 'cost',
]); // prettier-ignore
