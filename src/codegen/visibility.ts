/** Whether names mean, where they are to be written, what they stood for where they were read. */
import type { CodeTree } from '../notation/programs/codeTree.js';
import { rootOf } from '../notation/programs/codeTree.js';
import type { Declaration, FunctionNode, Scope } from '../notation/typescript/scope.js';
import type { Origin } from '../notation/typescript/symbols.js';
import { calledAtOnce, unwrapped } from '../notation/typescript/syntax.js';
import { isFunction } from '../notation/typescript/scope.js';

/** Where something is to be written. */
export interface Home {
  /** The scope of the place itself. */
  readonly scope: Scope;
  /** The function that was read, whose parameters are meant, and the one whose parameters stand for them. */
  readonly from: FunctionNode | null;
  readonly to: FunctionNode | null;
}

/** Whether the spelling begins with the same thing at home as where its origin was read. */
export function isMeant(tree: CodeTree, origin: Origin | null, { scope, from, to }: Home): boolean {
  const path = tree.kind === 'binary' ? tree.left : tree;
  const root = rootOf(path);
  if (root === null) return true;
  const found = scope.resolve(root);
  if (!origin) return root === 'this' || isGlobal(found);
  const isParameter = 'scope' in origin && origin.kind === 'parameter' && origin.scope.node === from;
  if (isParameter) return found?.kind === 'parameter' && found.scope.node === to;
  return found !== null && (found === origin || declares(found, origin));
}

/** Whether a name that JavaScript itself gives is that there: nothing declares it, but for what is called with it. */
export const isGlobal = (found: Declaration | null): boolean =>
  found === null ||
  (found.kind === 'parameter' && isFunction(found.scope.node) && calledAtOnce(found.scope.node) !== null);

const declares = ({ fn, init, path }: Declaration, origin: Origin): boolean =>
  fn === origin || (init !== null && path.length === 0 && unwrapped(init) === origin);
