/** Hand-written gradients: which number of an array or object claims to be which partial derivative. */
import { namesGradient, namesValue } from '../../customs/fieldNames.js';
import { lastKeyOf, plain, type CodeVariable, type ResultShape } from '../../notation/programs/index.js';

type Leaf = Extract<ResultShape, { kind: 'number' }>;

export interface GradientPart {
  /** Null for the function's own value. */
  readonly variable: CodeVariable | null;
  readonly leaf: Leaf;
  /** How the code reaches it: `[0]`, `dx`, `gradient[1]`. */
  readonly label: string;
}

/** How a shape may be read: ways to be tried in turn, the value first where there is one. */
export type Assignment = readonly GradientPart[];

/**
 * The ways in which numbers that are returned can be the value and the partial derivatives by the variables. None
 * where the shape says something else.
 */
export function assignments(
  shape: ResultShape,
  variables: readonly CodeVariable[],
  of: string,
): readonly Assignment[] {
  switch (shape.kind) {
    case 'number':
      return variables.map((variable) => [{ variable, leaf: shape, label: '' }]);
    case 'list':
      return listAssignments(shape.items, variables, '', of);
    case 'record':
      return recordAssignments(shape.fields, variables, '', of);
  }
}

function listAssignments(
  items: readonly ResultShape[],
  variables: readonly CodeVariable[],
  label: string,
  of: string,
): readonly Assignment[] {
  const n = variables.length;
  const at = (i: number): string => `${label}[${String(i)}]`;
  const [first, second] = items;
  if (items.every((s) => s.kind === 'number')) {
    const parts = (list: readonly Leaf[], offset: number): Assignment =>
      list.flatMap((leaf, i) => {
        const variable = variables[i];
        return variable ? [{ variable, leaf, label: at(i + offset) }] : [];
      });
    const [value, ...rest] = items;
    if (items.length === n || (items.length < n && items.length > 1)) return [parts(items, 0)];
    if (items.length === n + 1 && value)
      return [[{ variable: null, leaf: value, label: at(0) }, ...parts(rest, 1)]];
    return [];
  }
  // [value, [dx, dy]]
  if (items.length !== 2 || first?.kind !== 'number' || !second || second.kind === 'number') return [];
  const inner =
    second.kind === 'list'
      ? listAssignments(second.items, variables, at(1), of)
      : recordAssignments(second.fields, variables, at(1), of);
  return inner.map((parts) => [{ variable: null, leaf: first, label: at(0) }, ...parts]);
}

function recordAssignments(
  fields: ReadonlyMap<string, ResultShape>,
  variables: readonly CodeVariable[],
  label: string,
  of: string,
): readonly Assignment[] {
  const value: GradientPart[] = [];
  const parts: GradientPart[] = [];
  let nested: readonly Assignment[] | null = null;
  for (const [key, shape] of fields) {
    const path = label === '' ? key : `${label}.${key}`;
    const variable = variableOf(key, variables, of);
    if (shape.kind === 'number' && variable) parts.push({ variable, leaf: shape, label: path });
    else if (shape.kind === 'number' && (namesValue(plain(key)) || plain(key) === plain(of)))
      value.push({ variable: null, leaf: shape, label: path });
    else if (namesGradient(plain(key)) && !nested) nested = nestedAssignments(shape, variables, path, of);
    else return [];
  }
  if (nested) return parts.length > 0 ? [] : nested.map((n) => [...value, ...n]);
  const distinct = new Set(parts.map((p) => p.variable));
  return parts.length > 0 && distinct.size === parts.length ? [[...value, ...parts]] : [];
}

function nestedAssignments(
  shape: ResultShape,
  variables: readonly CodeVariable[],
  label: string,
  of: string,
): readonly Assignment[] {
  switch (shape.kind) {
    case 'number':
      return variables.map((variable) => [{ variable, leaf: shape, label }]);
    case 'list':
      return listAssignments(shape.items, variables, label, of);
    case 'record':
      return recordAssignments(shape.fields, variables, label, of);
  }
}
/** dx, dfdx, dLdw, gradX, xGrad, partialX, or x itself. */
function variableOf(key: string, variables: readonly CodeVariable[], of: string): CodeVariable | null {
  const name = plain(key);
  const found = variables.filter((v) => {
    const last = plain(lastKeyOf(v.path));
    const forms = [last, `d${last}`, `d${plain(of)}d${last}`, `grad${last}`, `${last}grad`, `partial${last}`];
    return (
      forms.includes(name) ||
      (name.length === last.length + 3 && /^d[a-z]d/.test(name) && name.endsWith(last))
    );
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
