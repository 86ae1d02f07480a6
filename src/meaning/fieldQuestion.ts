/** Questions of vector calculus: divergence, curl, Laplacian, derivatives along a vector, Jacobian determinants. */
import {
  compile,
  component,
  entriesName,
  MOST_ROWS,
  num,
  ONE,
  same,
  sym,
  tuple,
  TWO,
  type Expr,
  type Field,
  type Sym,
  type Tuple,
} from '../core/index.js';
import { COORDINATES } from '../customs/frames.js';
import { isCoordinate, isCurvilinear, isTime } from '../customs/usually.js';
import { refuse, unsaid, type Asked, type NotAsked } from './asked.js';
import { fieldIn, type Direction, type FieldAsked } from './fieldOperator.js';
import type { Definitions } from './dependence.js';
import {
  looked,
  nameOf,
  severalAsked,
  undefinedName,
  usualVariables,
  vectorOf,
  type Known,
} from './severalVariables.js';
import { variableName, type Variable } from './symbolCustoms.js';
import { inUnitVectors } from './unitVectors.js';

/** The question of vector calculus that the expression or equation asks; null where it asks none. */
export function fieldQuestion(e: Expr, known: Known): Asked | NotAsked | null {
  const left = e.kind === 'relation' ? e.sides[0] : e;
  const found = left && fieldIn(left, known);
  if (!found) return null;
  if ('code' in found) return found;
  if (
    known.order &&
    !same(known.order, found.operator === 'laplacian' ? TWO : ONE) &&
    !same(known.order, ONE)
  )
    return refuse(
      'ambiguous',
      'The formula asks for another order of derivative than was given.',
      found.body,
    );
  const { value, params } = looked(found.body, known.definitions);
  if (value === null)
    return unsaid(`Nothing here says how ${nameOf(found.body)} depends on its variables.`, found.body);
  const free = undefinedName(value, found.targets ?? [], known.definitions);
  if (free)
    return unsaid(`Nothing here says how ${variableName(free)} depends on its variables.`, found.body);
  const given = known.variable?.read ? variablesGiven(known.variable.read) : null;
  return asked(found, value, given ?? found.targets ?? params, known);
}
const variablesGiven = (e: Expr): readonly Variable[] | null => {
  const items = e.kind === 'tuple' ? e.items : [e];
  return items.every(isVariable) ? items : null;
};
const isVariable = (e: Expr): e is Variable => e.kind === 'sym' || e.kind === 'component';

function asked(found: FieldAsked, value: Expr, params: readonly Variable[], known: Known): Asked | NotAsked {
  const { operator, body: written } = found;
  const units = inUnitVectors(value, operator === 'curl' ? 3 : 2);
  const list = units ? tuple(units.items) : vectorOf(value);
  if (list === null && operator !== 'laplacian' && operator !== 'directional')
    return refuse(
      'unsupported',
      `${TITLES[operator]} is taken of a vector, with a component for each coordinate.`,
      written,
    );
  if (list !== null && operator === 'directional')
    return refuse(
      'unsupported',
      'A derivative along a vector is taken of a number here: ask for one component.',
      written,
    );
  const body = list ?? value;
  if (operator === 'curl' && (body.kind !== 'tuple' || body.items.length < 2 || body.items.length > 3))
    return refuse(
      'unsupported',
      'The curl is taken of a field with three components, or with two in the plane.',
      written,
    );
  const count =
    found.along?.length ?? (operator === 'laplacian' || body.kind !== 'tuple' ? null : body.items.length);
  const targets = coordinates(
    body,
    count,
    units && params.length === 2 && operator === 'curl' ? [] : params,
    known.definitions,
    operator,
  );
  if ('code' in targets) return targets;
  const direction = found.along && directionOf(found.along, targets.length, written);
  if (direction && 'code' in direction) return direction;
  const misfit = misfitOf(found, targets, count);
  if (misfit) return misfit;
  const field: Field = operator === 'directional' ? { operator, along: direction as Tuple } : { operator };
  const asking = severalAsked(body, targets, ONE, true, known, field);
  if (!asking.ok) return asking;
  const isVector = operator === 'curl' || operator === 'laplacian';
  return {
    ...asking,
    notes: [
      ...found.notes,
      ...notesOn(operator, targets, direction),
      ...(targets.length < params.length ? ['t read as the time'] : []),
    ],
    ...(units && isVector ? { basis: units.basis } : {}),
  };
}
const TITLES = {
  divergence: 'The divergence',
  curl: 'The curl',
  'jacobian-determinant': 'The Jacobian determinant',
} as const;

/** Coordinates by what is said, or else by custom: x, y, z, or x_1, x_2, …, or as many names as there are components. */
function coordinates(
  body: Expr,
  count: number | null,
  params: readonly Variable[],
  definitions: Definitions,
  operator: FieldAsked['operator'],
): readonly Variable[] | NotAsked {
  const all = params.length > 0 ? params : usualVariables(body, definitions);
  const space = operator === 'jacobian-determinant' ? all : withoutTime(all);
  const chosen = params.length > 0 || count === null ? space : ofSpace(space, count, operator);
  const [component] = namedComponents(body, params);
  if (component)
    return unsaid(`Nothing here says how ${variableName(component)} depends on its variables.`, body);
  if (chosen.length === 0)
    return refuse(
      'ambiguous',
      'By which coordinates nothing here says: write the function with its variables, as F(x, y, z).',
      body,
    );
  const bent =
    operator === 'jacobian-determinant'
      ? undefined
      : chosen.find((v) => v.kind === 'sym' && isCurvilinear(v.base));
  if (bent)
    return refuse(
      'ambiguous',
      `${variableName(bent)} may be a polar or spherical coordinate, in which this operator has other terms: write it in x, y and z.`,
      body,
    );
  return chosen;
}
/** P, Q and R of (P, Q, R), which are functions of the coordinates, as x, y and z of (x, y, z) are not. */
function namedComponents(body: Expr, params: readonly Variable[]): readonly Sym[] {
  const items = body.kind === 'tuple' && params.length === 0 ? body.items : [];
  const names = items.filter((i): i is Sym => i.kind === 'sym' && !isCoordinate(i.base));
  return names.length === items.length ? names : [];
}
const withoutTime = (all: readonly Variable[]): readonly Variable[] => {
  const rest = all.filter((v) => !(v.kind === 'sym' && isTime(v.base)));
  return rest.length > 0 ? rest : all;
};
const SPACE: readonly Sym[] = COORDINATES.map((letter) => sym(letter));
/** x of (x², 0, 0) is one of x, y, z. */
function ofSpace(
  found: readonly Variable[],
  count: number,
  operator: FieldAsked['operator'],
): readonly Variable[] {
  // Which component belongs to which of w, x, y, z their order in the alphabet does not say.
  if (found.length === count && (count <= SPACE.length || operator === 'jacobian-determinant')) return found;
  const usual = SPACE.slice(0, count);
  if (found.length < count && usual.length === count && found.every((v) => usual.some((u) => same(u, v))))
    return usual;
  const [first] = found;
  if (
    found.length < count &&
    first?.kind === 'component' &&
    found.every((v) => isEntryOf(v, first.base, count))
  )
    return Array.from({ length: count }, (_, i) => component(first.base, [num(i + 1)]));
  return found.length > count && count <= SPACE.length ? found : [];
}
function isEntryOf(v: Variable, base: Expr, count: number): boolean {
  const [i, ...more] = v.kind === 'component' ? v.indices : [];
  if (v.kind !== 'component' || !same(v.base, base) || more.length > 0 || i?.kind !== 'num') return false;
  return i.value.isInteger && i.value.sign > 0 && i.value.toNumber() <= count;
}

/** The direction with an entry for each coordinate: of **u** the entries u_1, u_2, …. */
function directionOf(along: Direction, count: number, at: Expr): Tuple | NotAsked {
  if ('items' in along)
    return along.items.length === count ? tuple(along.items) : misfitting(along.items.length, count, at);
  const entries = entriesName(along.name);
  return tuple(Array.from({ length: count }, (_, i) => component(entries, [num(i + 1)])));
}
const misfitting = (components: number, variables: number, at: Expr): NotAsked =>
  refuse(
    'unsupported',
    `There are ${String(components)} components for ${String(variables)} ${variables === 1 ? 'variable' : 'variables'}: each needs one of its own.`,
    at,
  );

function misfitOf(
  { operator, body: at }: FieldAsked,
  targets: readonly Variable[],
  count: number | null,
): NotAsked | null {
  if (count !== null && count !== targets.length) return misfitting(count, targets.length, at);
  if (operator === 'jacobian-determinant' && targets.length > MOST_ROWS)
    return refuse('limit', `A determinant of more than ${String(MOST_ROWS)} rows is not written out.`, at);
  return null;
}

function notesOn(
  operator: FieldAsked['operator'],
  targets: readonly Variable[],
  direction: Tuple | null | undefined,
): readonly string[] {
  const names = targets.map(variableName).join(', ');
  if (operator === 'curl' && targets.length === 2)
    return [`in the plane of ${names}: the one entry that is not 0`];
  if (direction && !isOfLengthOne(direction))
    return ['the vector is not of length 1: ∇f · u with the vector as it is'];
  if (direction) return [`∇f · u, with one entry for each of ${names}`];
  return [`by ${names}`];
}
/** Of numbers alone their squares come to 1; of what is not worked out here that is taken as said. */
function isOfLengthOne({ items }: Tuple): boolean {
  if (items.some((i) => i.free.size > 0)) return true;
  const length = Math.hypot(...items.map((i) => compile(i, [], new Map())()));
  return Math.abs(length - 1) < 1e-9;
}
