/** Functions of a source that claim, by their names, to be derivatives of others. */
import type * as t from '@babel/types';
import { allFunctions, type FunctionTarget } from './find.js';
import type { Source } from './source.js';

/** `derivative` claims, by its name, to be that of `of`: by one variable, or all partial derivatives. */
export interface Pair {
  readonly of: FunctionTarget;
  readonly derivative: FunctionTarget;
  readonly kind: 'derivative' | 'gradient';
  /** The variable that the name says (dfdx); null for the first. */
  readonly variable: string | null;
  readonly order: 1 | 2;
}

/** The pairs of a source, in the order of the derivatives. Members of one object or class belong together. */
export function pairsIn(source: Source): readonly Pair[] {
  const functions = allFunctions(source).filter((f) => f.name !== null);
  const byName = new Map<string, number[]>();
  functions.forEach(({ name }, i) => {
    const key = plain(name ?? '');
    const known = byName.get(key);
    if (known) known.push(i);
    else byName.set(key, [i]);
  });
  return functions.flatMap((d) => {
    const indices = namesWithin(plain(d.name ?? '')).flatMap((name) => byName.get(name) ?? []);
    const candidates = indices.sort((a, b) => a - b).flatMap((i) => functions[i] ?? []);
    const claim = claimed(d, candidates);
    return claim ? [claim] : [];
  });
}

/** What a function may be called of which this is the name of a derivative, each once: few, where functions are many. */
function namesWithin(name: string): string[] {
  const found = new Set<string>();
  for (let k = 1; k < Math.min(name.length, LONGEST_NAME); k++) {
    found.add(name.slice(0, k));
    if (name.startsWith('d')) found.add(name.slice(1, k + 1));
  }
  for (const [prefix] of PREFIXES) if (name.startsWith(prefix)) found.add(name.slice(prefix.length));
  return [...found];
}
const LONGEST_NAME = 200;

function claimed(d: FunctionTarget, functions: readonly FunctionTarget[]): Pair | null {
  for (const of of functions) {
    if (of === d || of.name === null || d.name === null || of.isMember !== d.isMember) continue;
    if (of.isMember && of.statement.from !== d.statement.from) continue;
    if (!of.isMember && of.scope !== d.scope) continue;
    const said = relationOf(of.name, d.name, parametersOf(of));
    if (said) return { of, derivative: d, ...said };
  }
  return null;
}

type Said = Pick<Pair, 'kind' | 'variable' | 'order'>;

/** What the name of one function says about another: fPrime, dF, df_dx, gradF. */
function relationOf(f: string, d: string, parameters: readonly string[]): Said | null {
  const [of, name] = [plain(f), plain(d)];
  for (const [suffix, said] of SUFFIXES) if (name === of + suffix) return said;
  for (const [prefix, said] of PREFIXES) if (name === prefix + of) return said;
  const by = parameters.find((p) =>
    [`d${of}d${plain(p)}`, `d${of}by${plain(p)}`, `${of}derivativeby${plain(p)}`].includes(name),
  );
  return by === undefined ? null : { kind: 'derivative', variable: by, order: 1 };
}

const FIRST: Said = { kind: 'derivative', variable: null, order: 1 };
const SECOND: Said = { kind: 'derivative', variable: null, order: 2 };
const GRADIENT: Said = { kind: 'gradient', variable: null, order: 1 };
const SUFFIXES: readonly (readonly [string, Said])[] = [
  ['prime', FIRST],
  ['derivative', FIRST],
  ['deriv', FIRST],
  ['diff', FIRST],
  ['derivate', FIRST],
  ['doubleprime', SECOND],
  ['secondderivative', SECOND],
  ['grad', GRADIENT],
  ['gradient', GRADIENT],
];
const PREFIXES: readonly (readonly [string, Said])[] = [
  ['d', FIRST],
  ['deriv', FIRST],
  ['derivative', FIRST],
  ['derivativeof', FIRST],
  ['derivof', FIRST],
  ['grad', GRADIENT],
  ['gradient', GRADIENT],
  ['gradientof', GRADIENT],
];

/** The name without the marks that join words: fPrime and f_prime are one. */
const plain = (name: string): string => name.replace(/[_$]/g, '').toLowerCase();

function parametersOf({ fn }: FunctionTarget): string[] {
  return fn.params.flatMap((p) => nameIn(p) ?? []);
}
function nameIn(p: t.Node): string | null {
  if (p.type === 'Identifier') return p.name;
  return p.type === 'AssignmentPattern' ? nameIn(p.left) : null;
}
