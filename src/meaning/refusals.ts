/** Why a question about what was understood cannot be answered. */
import { plainName, same, type Expr, type Sym } from '../core/index.js';
import { refuse, unsaid, type NotAsked, type VariableSource } from './asked.js';
import { without, type Definitions } from './dependence.js';
import { withoutEvidence, type Constancy } from './constancy.js';
import { circleFrom } from './circles.js';
import { byCoordinate } from './coordinates.js';
import { isConstantBy } from './candidates.js';
import { isDistribution } from '../customs/usually.js';
import { isParameterLetter, isUsualVariable, variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import type { Operator } from './operator.js';
import { unsupported } from './support.js';
import { mentions, withoutParameter } from './unsaid.js';
import { listNames } from './variable.js';
import { quantityName, unknownQuantity, nameOfLetters } from './quantities.js';
import type { Posed } from './situation.js';

/** A subject whose variable and names are known. */
export interface Worked {
  readonly body: Expr;
  readonly variable: Variable;
  readonly source: VariableSource;
  /** What the body rests on. */
  readonly inForce: Definitions;
  /** Ids of names that are functions of the variable. */
  readonly dependent: ReadonlySet<string>;
  /** The body and the values of what is in force. */
  readonly values: readonly Expr[];
}

/** The first reason against a question, or null where it can be asked. */
export function refusalOf(posed: Posed, worked: Worked): NotAsked | null {
  const { operator } = posed.subject;
  const { body, variable, inForce, dependent, values } = worked;
  return (
    (operator?.target ? byCoordinate(variable, values) : null) ??
    ofItself(posed, worked) ??
    givenInCircle(posed, worked) ??
    givenByOthers(posed, worked) ??
    unknown(worked) ??
    alone(worked) ??
    distribution(values, inForce) ??
    withoutParameter(posed.params, body, variable, inForce, dependent) ??
    values.map((v) => unsupported(v, variable)).find((r) => r !== null) ??
    (operator && withoutEvidence(body, constancy(posed, worked, operator))) ??
    absent(posed, worked)
  );
}

function constancy(
  { situation: { constants = new Map() } }: Posed,
  { variable, inForce, dependent }: Worked,
  { partial }: Operator,
): Constancy {
  return { variable, definitions: inForce, dependent, constants, partial };
}

/** a = b + x and b = a + x, of which neither says what it is, be it asked for or what is asked rests on it. */
function givenInCircle(posed: Posed, { body, variable, inForce }: Worked): NotAsked | null {
  const { head, operator } = posed.subject;
  if (operator?.partial) return null;
  const known = without(posed.situation.definitions, new Set(posed.params.flatMap((p) => [...p.free])));
  const named = body.kind === 'sym' ? known.get(body.id) : undefined;
  const own = head?.kind === 'sym' ? { name: head, value: body } : named;
  const isLeft = (id: string): boolean => known.has(id) && !inForce.has(id) && !variable.free.has(id);
  // What leads back to itself is not in force, and stands as it is written in what rests on it.
  if (!own && ![body, ...[...inForce.values()].map((d) => d.value)].some((e) => [...e.free].some(isLeft)))
    return null;
  const starts = own ? [own] : [...inForce.values()].filter((d) => body.free.has(d.name.id));
  const circle = circleFrom(starts, known, variable);
  return circle && refuse('unsupported', givenInACircle(circle.map(({ name }) => name)), body);
}

/** u′(c(a)) of a u that nothing defines: the u before the prime is no variable. */
export function ofItself({ subject }: Posed, { body, variable, source }: Worked): NotAsked | null {
  const isNamed = source === 'operator' || source === 'given';
  if (isNamed || (subject.operator?.point ?? null) === null || !same(body, variable)) return null;
  return unsaid(`Nothing here says how ${variableName(variable)} depends on its variable.`, body);
}

/** A name alone that nothing defines: how it depends on the variable cannot be known. */
function unknown({ body, variable, inForce, dependent }: Worked): NotAsked | null {
  const name = unknownQuantity(body, inForce) ?? nameOfLetters(body, variable, inForce, dependent);
  if (!name || same(body, variable)) return null;
  if (body.kind === 'sym' && isConstantBy(body, variable) && !dependent.has(body.id)) return null;
  return unsaid(`Nothing here says how ${name} depends on ${variableName(variable)}.`, body);
}

/** dy/dx of a y that is given in terms of t alone. */
function givenByOthers(
  { subject }: Posed,
  { body, variable, inForce: known, values }: Worked,
): NotAsked | null {
  const d = body.kind === 'sym' && subject.operator?.target ? known.get(body.id) : undefined;
  if (!d || values.some((v) => mentions(v, variable)) || same(body, variable)) return null;
  const { symbols, applications } = namesIn(...values.slice(1));
  const through = symbols.filter((s) => !known.has(s.id));
  // dz/dg of z = f(g(x)).
  if (applications.some((a) => same(a.fn, variable))) return null;
  if (through.length === 0 || through.every(isParameterLetter)) return null;
  return unsaid(`Nothing here says how ${plainName(d.name)} depends on ${variableName(variable)}.`, body);
}

/** L alone, by no variable at all: only a letter that is one by custom stands for itself. */
function alone({ body, source }: Worked): NotAsked | null {
  if (source !== 'only' || body.kind !== 'sym' || isUsualVariable(body)) return null;
  return unsaid(
    `Nothing here says how ${plainName(body)} depends on anything: give it a definition, or say by what to differentiate.`,
    body,
  );
}

/** A variable from outside that the formula does not have; where only constants stand, the derivative is 0. */
function absent(posed: Posed, { body, variable, inForce, dependent, source }: Worked): NotAsked | null {
  if ((source !== 'given' && variable.kind === 'sym') || dependent.size > 0) return null;
  const values = [body, ...[...inForce.values()].map((d) => d.value)];
  if (posed.params.some((p) => same(p, variable)) || values.some((v) => mentions(v, variable))) return null;
  const { symbols: names, components } = namesIn(body);
  if (names.every(isParameterLetter) && components.length === 0) return null;
  const alone = quantityName(body);
  if (alone !== null || components.length > 0) {
    return unsaid(`Nothing here says how ${alone ?? 'this'} depends on ${variableName(variable)}.`, body);
  }
  const wanted = posed.situation.variable?.name ?? variableName(variable);
  return refuse('no-such-variable', `There is no ${wanted} in this formula; it has ${listNames(names)}.`);
}

/** δ(x − a): what nothing defines and may be Dirac’s delta, whose derivative is none of a function. */
function distribution(values: readonly Expr[], known: Definitions): NotAsked | null {
  const found = namesIn(...values).applications.find((a) => isDistribution(a.fn.id) && !known.has(a.fn.id));
  return found
    ? refuse('unsupported', `${plainName(found.fn)} may be Dirac’s delta here, which is no function.`, found)
    : null;
}

function givenInACircle(names: readonly Sym[]): string {
  const [last = '', ...before] = names.map(plainName).reverse();
  const listed = `${before.reverse().join(', ')} and ${last}`;
  return names.length === 2
    ? `${listed} are each given by the other here.`
    : `${listed} are given by each other here, in a circle.`;
}
