/** The nodes around a place of a source. */
import type * as t from '@babel/types';
import { childNodes, opensScope, scopeOf, type Scope } from './scope.js';
import { noteCall } from './syntax.js';

export interface TreeStep {
  readonly node: t.Node;
  /** The scope in which the node stands. */
  readonly scope: Scope;
}
export const scopeWithin = ({ node, scope }: TreeStep): Scope =>
  opensScope(node) && node.type !== 'Program' ? scopeOf(node, scope) : scope;

/** The nodes around a place, outermost first. */
export function pathTo(tree: t.Program, from: number, to = from): TreeStep[] {
  const path: TreeStep[] = [{ node: tree, scope: scopeOf(tree, null) }];
  for (let step = path.at(-1); step;) {
    const scope = scopeWithin(step);
    const children: t.Node[] = childNodes(step.node).filter((c) => isInside(c, from) && isInside(c, to));
    const next: t.Node | undefined = children.find((c) => (c.end ?? 0) > to) ?? children[0];
    if (!next) break;
    noteCall(next);
    step = { node: next, scope };
    path.push(step);
  }
  return path;
}

export const isInside = (node: t.Node, offset: number): boolean =>
  (node.start ?? 0) <= offset && offset <= (node.end ?? 0);
