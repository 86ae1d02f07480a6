/** Functions of a source that claim, by their names, to be derivatives of others. */
import type { Pair, PairClaim } from './claim.js';
import { namesBoth } from '../../customs/fieldNames.js';
import { namedParameters, otherMeaning } from './pairDoubts.js';
import { memberSays, namesFunction, namesWithin, relationOf, type SaidByName } from './pairNames.js';
import {
  plain,
  readerOf,
  type FunctionGroup,
  type FunctionTarget,
  type Source,
} from '../../notation/programs/index.js';

/** The pairs of a source, in the order of the derivatives. Members of one object or class belong together. */
export function pairsIn(source: Source): readonly Pair[] {
  const groups = readerOf(source.language).functionGroups(source);
  const objects = new Map<FunctionGroup, FunctionGroup[]>();
  for (const g of groups) {
    if (g.kind !== 'object' || g.name === null || !g.within) continue;
    const known = objects.get(g.within);
    if (known) known.push(g);
    else objects.set(g.within, [g]);
  }
  const found = groups.flatMap((g) => [...pairsByName(g), ...(g.kind === 'scope' ? [] : pairsByRole(g))]);
  const parallel = [...objects.values()].flatMap(pairsOfObjects);
  const attached = groups.flatMap((g) => attachedPairs(g));
  const whole = groups.flatMap((g) => g.functions).filter((f) => givesBoth(source, f));
  return once([...found, ...parallel, ...attached, ...whole.map((f) => ({ of: f, derivative: f, ...BOTH }))]);
}

/** { loss, grad }: a function that gives a value and its derivatives is a pair with itself. */
const givesBoth = (source: Source, f: FunctionTarget): boolean =>
  namesBoth(readerOf(source.language).returnedNames(f).map(plain), namedParameters(f).map(plain));
const BOTH: SaidByName = { kind: 'gradient', variable: null, order: 1, strength: 'strong' };

/** The same as claims. */
export function* pairClaims(source: Source): Generator<PairClaim> {
  for (const pair of pairsIn(source))
    yield { kind: 'pair', source, pair, otherMeaning: otherMeaning(source, pair) };
}

/** One claim a function, the first that was found. */
function once(pairs: readonly Pair[]): readonly Pair[] {
  const seen = new Map<FunctionTarget['fn'], Pair>();
  for (const p of pairs) if (!seen.has(p.derivative.fn)) seen.set(p.derivative.fn, p);
  return [...seen.values()].sort((a, b) => a.derivative.nameSpan.from - b.derivative.nameSpan.from);
}

interface Named<T> {
  readonly name: string;
  readonly thing: T;
}

/** Each thing whose name says that it is the derivative of another's, with that other. */
function related<T>(
  things: readonly Named<T>[],
  parametersOf: (thing: T) => readonly string[],
): { readonly of: T; readonly derivative: T; readonly said: SaidByName }[] {
  const byName = new Map<string, number[]>();
  things.forEach(({ name }, i) => {
    const key = plain(name);
    const known = byName.get(key);
    if (known) known.push(i);
    else byName.set(key, [i]);
  });
  return things.flatMap((d) => {
    const indices = namesWithin(d.name).flatMap((name) => byName.get(name) ?? []);
    for (const i of indices.sort((a, b) => a - b)) {
      const of = things[i];
      const said = of && of !== d ? relationOf(of.name, d.name, parametersOf(of.thing)) : null;
      if (of && said) return [{ of: of.thing, derivative: d.thing, said }];
    }
    return [];
  });
}

const namedFunctions = (functions: readonly FunctionTarget[]): Named<FunctionTarget>[] =>
  functions.map((thing) => ({ name: thing.name ?? '', thing }));

function pairsByName({ functions }: FunctionGroup): Pair[] {
  return related(namedFunctions(functions), namedParameters).map(({ said, ...pair }) => ({
    ...pair,
    ...said,
  }));
}

/** { fn, derivative }: members that go by what they are. Only where there is one function that can be meant. */
function pairsByRole({ functions }: FunctionGroup): Pair[] {
  const roles = functions.flatMap((derivative) => {
    const said = memberSays(derivative.name ?? '');
    return said ? [{ derivative, said }] : [];
  });
  if (roles.length === 0) return [];
  const others = functions.filter((f) => memberSays(f.name ?? '') === null);
  const known = others.filter((f) => namesFunction(f.name ?? ''));
  const [of] = known.length > 0 ? known : others;
  if (!of || (known.length === 0 && others.length > 1) || known.length > 1) return [];
  const isKnown = known.length > 0;
  return roles.map(({ derivative, said }) => ({
    of,
    derivative,
    ...said,
    strength: isKnown || said.strength === 'hint' ? said.strength : 'weak',
  }));
}

/** activations and activationDerivatives: objects whose members of one name belong together. */
function pairsOfObjects(objects: readonly FunctionGroup[]): Pair[] {
  const named = objects.map((thing) => ({ name: singular(thing.name ?? ''), thing }));
  const byName = related(named, () => []);
  const known = new Set(byName.map((r) => r.derivative));
  const bare = named.filter(({ name, thing }) => !known.has(thing) && BARE.has(plain(name)));
  const byRole = bare.flatMap(({ thing: derivative }) => {
    const others = objects.filter((o) => o !== derivative && !known.has(o) && sharesNames(o, derivative));
    const [of] = others;
    return of && others.length === 1 ? [{ of, derivative, said: WEAK }] : [];
  });
  return [...byName, ...byRole].flatMap(({ of, derivative, said }) => membersAlike(of, derivative, said));
}
const singular = (name: string): string => name.replace(/([A-Za-z]{2}[^sS])s$/, '$1');
const BARE: ReadonlySet<string> = new Set(['derivative', 'deriv', 'prime', 'gradient', 'grad']);
const WEAK: SaidByName = { kind: 'derivative', variable: null, order: 1, strength: 'weak' };

const sharesNames = (a: FunctionGroup, b: FunctionGroup): boolean =>
  a.functions.some((f) => b.functions.some((d) => d.name === f.name));

function membersAlike(of: FunctionGroup, derivative: FunctionGroup, said: SaidByName): Pair[] {
  const byName = new Map(of.functions.map((f) => [f.name, f]));
  return derivative.functions.flatMap((d) => {
    const f = byName.get(d.name);
    return f ? [{ of: f, derivative: d, ...said }] : [];
  });
}

/** sigmoid.derivative = …, beside the function sigmoid. */
function attachedPairs({ kind, name, within, functions }: FunctionGroup): Pair[] {
  if (kind !== 'object' || name === null || !within) return [];
  const of = within.functions.find((f) => f.name === name);
  return functions.flatMap((derivative) => {
    const said = memberSays(derivative.name ?? '');
    return of && said ? [{ of, derivative, ...said }] : [];
  });
}
