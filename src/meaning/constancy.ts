/** What a derivative takes for a constant, and whether anything says that it is one. */
import { someNode, type Binding, type Expr } from '../core/index.js';
import { isConstantAlone, isCoordinate, isTime } from '../customs/usually.js';
import { unsaid, type NotAsked } from './asked.js';
import type { SaidConstants } from './constants.js';
import type { Definitions } from './dependence.js';
import { isParameterLetter, variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import { mentions } from './unsaid.js';

/** What is known where a derivative is asked. */
export interface Constancy {
  readonly variable: Variable;
  readonly definitions: Definitions;
  /** Ids of names that stand for functions of the variable. */
  readonly dependent: ReadonlySet<string>;
  /** Ids of names that the note says are constants, or gives a number. */
  readonly constants: SaidConstants;
  /** ∂ or ∇, which are taken of quantities that depend on several others. */
  readonly partial: boolean;
}

/**
 * A derivative of what does not hold its variable is 0 only where all of it is known to be constant. d ln T/dτ, ∂E/∂w
 * and de/dt ask how a quantity depends on another one, and where nothing says that, there is no answer.
 */
export function withoutEvidence(body: Expr, known: Constancy): NotAsked | null {
  const { variable, definitions } = known;
  const values = [body, ...[...definitions.values()].map((d) => d.value)];
  if (values.some((v) => mentions(v, variable))) return null;
  const { symbols, components, applications } = namesIn(...values);
  const names = [...symbols, ...components, ...applications.map((a) => a.fn)];
  const unknown = names.find((v) => !isKnown(v, known)) ?? circular(body, definitions);
  const name = unknown ? variableName(unknown) : known.dependent.size > 0 ? null : numberLetter(body, known);
  if (name === null) return null;
  return unsaid(`Nothing here says how ${name} depends on ${variableName(variable)}.`, body);
}

/** The f of f(g(f)), where f(g) and g(f) are said: a function that stands for no value, since it leads back to itself. */
const circular = (body: Expr, definitions: Definitions): Variable | undefined =>
  namesIn(body).symbols.find((s) => (definitions.get(s.id)?.params.length ?? 0) > 0);

/** Whether something says what the name is: the note, or a custom that needs no note. */
function isKnown(v: Variable, known: Constancy): boolean {
  const s = v.kind === 'sym' ? v : v.base;
  if (s.kind !== 'sym') return false;
  const { definitions, constants, dependent } = known;
  const d = definitions.get(s.id);
  if (dependent.has(s.id) || (d && !(isNumber(d) && isRate(known)))) return true;
  const said = constants.get(s.id);
  if (said && !(said.by === 'number' && isRate(known))) return true;
  if ([...definitions.values()].some((d) => d.params.some((p) => p.id === s.id))) return true;
  // The mass of d/dt (m v) stands beside what changes; alone it may change itself.
  if (dependent.size > 0 && v.kind === 'sym') return isParameterLetter(s);
  // x, y and z beside each other are coordinates, of which none moves with another.
  if (known.partial && v.kind === 'sym' && isCoordinate(s.id))
    return [...known.variable.free].every(isCoordinate);
  return isRule(known) && v.kind === 'sym' && s.sub === null && isConstantAlone(s.base);
}

/** dV/dt: h = 5 is what a quantity comes to at one moment, while it changes in time. */
const isRate = ({ variable, partial }: Constancy): boolean =>
  !partial && variable.kind === 'sym' && isTime(variable.base);
const isNumber = ({ params, value }: Binding): boolean => params.length === 0 && value.free.size === 0;

/** d/dx c, d/dx (a + C): the rule of the constant, told by its x and by a letter that is a constant everywhere. */
const isRule = ({ variable, partial }: Constancy): boolean => !partial && variable.free.has('x');

/** e, π or i, differentiated by another letter than the x of the rule: an error, a policy, a current. */
function numberLetter(body: Expr, known: Constancy): string | null {
  if (isRule(known)) return null;
  let found: string | null = null;
  someNode(body, (e) => (found = numberIn(e)) !== null);
  return found;
}
function numberIn(e: Expr): string | null {
  if (e.kind === 'const') return e.name === 'infinity' ? null : e.name;
  // e² is read as the exponential of 2.
  return e.kind === 'call' && e.fn === 'exp' && e.free.size === 0 ? 'e' : null;
}
