/** What is told beside a question of how its names were read. */
import { plainName, type Expr, type Sym } from '../core/index.js';
import { isQuantityLetter, variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';

/** Letters that a total derivative takes as constants here, though others would take them as functions. */
export function constantsIn(body: Expr, variable: Variable, varying: ReadonlySet<string>): readonly Sym[] {
  const isDoubtful = (s: Sym): boolean =>
    isQuantityLetter(s) && !varying.has(s.id) && !variable.free.has(s.id);
  return namesIn(body).symbols.filter(isDoubtful);
}

export function notesOn(
  dependent: readonly Sym[],
  constants: readonly Sym[],
  variable: Variable,
): readonly string[] {
  const functions = dependent.length > 0 ? [functionsNote(dependent, variable)] : [];
  return [...functions, ...constants.map((s) => `${plainName(s)} read as a constant`)];
}

function functionsNote(dependent: readonly Sym[], variable: Variable): string {
  const names = dependent.map(plainName);
  const last = names.pop() ?? '';
  const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  return `${all} read as ${names.length === 0 ? 'a function' : 'functions'} of ${variableName(variable)}`;
}
