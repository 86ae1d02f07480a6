/** The names of a function's parameters. */
import type * as t from '@babel/types';
import type { FunctionTarget } from './find.js';

/** The parameters that are plain names. */
export function parameterNames({ fn }: FunctionTarget): string[] {
  return fn.params.flatMap((p) => nameIn(p) ?? []);
}

/** The name of each parameter; null for a pattern. */
export const parameterSlots = ({ fn }: FunctionTarget): readonly (string | null)[] => fn.params.map(nameIn);

function nameIn(p: t.Node): string | null {
  if (p.type === 'Identifier') return p.name;
  return p.type === 'AssignmentPattern' ? nameIn(p.left) : null;
}
