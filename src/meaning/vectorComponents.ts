/** F_x, F_y and F_z of a field F whose components a text writes out. */
import { entriesName, sym, type Expr, type Sym } from '../core/index.js';
import { COORDINATES } from '../customs/frames.js';
import { inUnitVectors } from './unitVectors.js';

export interface NamedComponent {
  readonly name: Sym;
  readonly value: Expr;
}

/**
 * The components by the names of the coordinates, with the vector's mark and without it. Of a field with other variables,
 * or of another number of them, such a name is a derivative: r_x of a surface r(x, y) = (x, y, h(x, y)).
 */
export function namedComponents(vector: Sym, params: readonly Sym[], value: Expr): readonly NamedComponent[] {
  const items = value.kind === 'tuple' ? value.items : (inUnitVectors(value)?.items ?? []);
  const letters = COORDINATES.slice(0, items.length);
  if (vector.sub !== null || items.length < 2 || items.length > COORDINATES.length) return [];
  if (params.length > 0 && params.map((p) => p.id).join() !== letters.join()) return [];
  const plain = entriesName(vector);
  const names = plain.id === vector.id ? [plain] : [vector, plain];
  return items.flatMap((item, i) =>
    names.map(({ base, marks }) => ({ name: sym(base, marks, letters[i] ?? null), value: item })),
  );
}
