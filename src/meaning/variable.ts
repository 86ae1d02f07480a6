/** By which variable: the text's own, the one given, the parameter, the only name, or custom. */
import { plainName, same, sym, type Expr, type Sym } from '../core/index.js';
import { refuse, type NotAsked, type VariableSource } from './asked.js';
import { rank, variableName, type Variable } from './symbolCustoms.js';
import { variablesIn } from './freeNames.js';

/** A variable that was asked for from outside: as a name, and as its notation reads it. */
export interface Wanted {
  readonly name: string;
  readonly read: Expr | null;
}

/** A variable chosen from a list of plain names. */
export const plainNameWanted = (name: string): Wanted => ({
  name,
  read: /^[A-Za-z]+$/.test(name) ? sym(name) : null,
});

export interface Chosen {
  readonly ok: true;
  readonly variable: Variable;
  readonly source: VariableSource;
}

export const X = sym('x');
const T = sym('t');

/** The variable among the candidates that was asked for, or the one that was read even where it does not occur. */
export function wantedAmong(wanted: Wanted, candidates: readonly Variable[]): Variable | null {
  const { name, read } = wanted;
  const exact = candidates.find((v) => read !== null && same(v, read));
  const byName = candidates.find((v) => variableName(v) === name);
  if (exact ?? byName) return exact ?? byName ?? null;
  return read?.kind === 'sym' || read?.kind === 'component' ? read : null;
}

/** Whether what was asked for is this variable. */
export function isWanted(wanted: Wanted, v: Variable): boolean {
  return variableName(v) === wanted.name || (wanted.read !== null && same(wanted.read, v));
}

/** The likeliest of several names; x where there is none. The earlier one in the text wins a tie. */
export function likeliest(candidates: readonly Variable[]): { variable: Variable; source: VariableSource } {
  const [first, ...rest] = candidates;
  if (!first) return { variable: X, source: 'custom' };
  const variable = rest.reduce((best, v) => (rank(v) < rank(best) ? v : best), first);
  return { variable, source: rest.length === 0 ? 'only' : 'custom' };
}

/** A letter for the variable that abstract functions depend on: x, or t where x is one of them. */
export const unusedVariable = (names: readonly Sym[]): Sym => (names.some((n) => n.id === X.id) ? T : X);

/** The operator's variable; what was asked for from outside may repeat it and nothing else. */
export function operatorVariable(own: Variable, wanted: Wanted | null): Chosen | NotAsked {
  if (wanted && !isWanted(wanted, own)) {
    const message = `The formula is differentiated by ${variableName(own)}, not by ${wanted.name}.`;
    return refuse('ambiguous', message, own);
  }
  return { ok: true, variable: own, source: 'operator' };
}

/** Names that a formula could be differentiated by, its parameters first where it names them. */
export function candidatesIn(
  body: Expr,
  params: readonly Variable[],
  through: readonly Expr[],
): readonly Variable[] {
  const all = [...params, ...variablesIn(body, ...through)];
  return all.filter((v, i) => all.findIndex((w) => same(v, w)) === i);
}

/** The names in words: "x, y or t". */
export function listNames(variables: readonly Variable[]): string {
  const names = variables.map((v) => (v.kind === 'sym' ? plainName(v) : variableName(v)));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}
