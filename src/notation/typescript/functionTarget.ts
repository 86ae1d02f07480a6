/** A function of a source: its name, its statement, and what it belongs to. */
import type * as t from '@babel/types';
import type { Span } from '../notation.js';
import type { FunctionTarget as AnyFunction } from '../programs/source.js';
import type { Owner } from './holders.js';
import { isInside, type TreeStep } from './path.js';
import { childNodes, propertyName, type FunctionNode, type Scope } from './scope.js';
import { spanOf } from './unreadable.js';

export interface Enclosure {
  /** The scope in which the function or expression stands. */
  readonly scope: Scope;
  /** The function around it, if any. */
  readonly enclosing: FunctionTarget | null;
}
export interface FunctionTarget extends AnyFunction, Enclosure {
  readonly fn: FunctionNode;
  readonly enclosing: FunctionTarget | null;
  /** What `this` is in a method: its class or object, and where that stands. */
  readonly owner: { readonly node: Owner; readonly scope: Scope } | null;
}
/** The function at the i-th step of a path. */
export function describe(
  path: readonly TreeStep[],
  i: number,
  enclosing: FunctionTarget | null,
  offset: number | null,
): FunctionTarget {
  const { node, scope } = path[i] as TreeStep;
  const fn = node as FunctionNode;
  const parents = path
    .slice(0, i)
    .map((p) => p.node)
    .reverse();
  const { name, at } = nameOf(fn, parents);
  const statement = parents.find((p) => STATEMENTS.has(p.type)) ?? fn;
  const outer = parents[parents.indexOf(statement) + 1];
  const wrapped =
    outer?.type.startsWith('Export') === true && outer.type !== 'ExportAllDeclaration' ? outer : null;
  const own = fn.type === 'FunctionDeclaration' ? fn : statement;
  const exporter =
    fn.type === 'FunctionDeclaration' && parents[0]?.type.startsWith('Export') === true
      ? parents[0]
      : wrapped;
  const isMember =
    fn.type.includes('Method') || parents.slice(0, parents.indexOf(own)).some((p) => MEMBERS.has(p.type));
  return {
    kind: 'function',
    fn,
    name,
    nameSpan: at,
    statement: spanOf(exporter ?? own),
    exported: exporter?.type === 'ExportNamedDeclaration',
    isMember: isMember && fn.type !== 'FunctionDeclaration',
    scope,
    enclosing,
    owner: ownerOf(path.slice(0, i)),
    params: fn.params.map(parameterName),
    parameter: offset === null ? null : parameterAt(fn, offset),
  };
}
const STATEMENTS: ReadonlySet<string> = new Set([
  'VariableDeclaration', 'ExpressionStatement', 'ClassDeclaration', 'FunctionDeclaration', 'ReturnStatement',
  'ExportDefaultDeclaration', 'TSModuleDeclaration',
]); // prettier-ignore
const MEMBERS: ReadonlySet<string> = new Set([
  'ObjectProperty',
  'ObjectExpression',
  'ClassBody',
  'ClassProperty',
]);

/** The class or object of which the function is a member, directly or as the value of one. */
function ownerOf(parents: readonly TreeStep[]): FunctionTarget['owner'] {
  const step = [...parents].reverse().find((p) => !BETWEEN.has(p.node.type));
  if (!step) return null;
  const { node, scope } = step;
  return node.type === 'ClassDeclaration' ||
    node.type === 'ClassExpression' ||
    node.type === 'ObjectExpression'
    ? { node, scope }
    : null;
}
const BETWEEN: ReadonlySet<string> = new Set([
  'ClassBody', 'ClassProperty', 'ClassPrivateProperty', 'ObjectProperty', 'TSAsExpression', 'TSSatisfiesExpression',
]); // prettier-ignore

/** What the code calls the function: its own name, or that of the constant or property it is the value of. */
function nameOf(fn: FunctionNode, parents: readonly t.Node[]): { name: string | null; at: Span } {
  if ((fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') && fn.id) {
    const own = fn.type === 'FunctionDeclaration' ? fn.id : null;
    if (own) return { name: own.name, at: spanOf(own) };
  }
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod')
    return {
      name: propertyName(fn.key, 'computed' in fn && fn.computed)?.replace(/^#/, '') ?? null,
      at: spanOf(fn.key),
    };
  for (const p of parents) {
    if (p.type === 'VariableDeclarator' && p.id.type === 'Identifier')
      return { name: p.id.name, at: { from: p.id.start ?? 0, to: (p.id.start ?? 0) + p.id.name.length } };
    if (p.type === 'ObjectProperty' || p.type === 'ClassProperty')
      return {
        name: propertyName(p.key, p.computed),
        at: spanOf(p.key),
      };
    if (p.type === 'AssignmentExpression') return assigned(p.left, fn);
    if (!TRANSPARENT.has(p.type)) break;
  }
  if (fn.type === 'FunctionExpression' && fn.id) return { name: fn.id.name, at: spanOf(fn.id) };
  return { name: null, at: { from: fn.start ?? 0, to: fn.start ?? 0 } };
}
const TRANSPARENT: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'ParenthesizedExpression',
  'TSNonNullExpression',
]);

function assigned(left: t.Node, fn: FunctionNode): { name: string | null; at: Span } {
  if (left.type === 'Identifier') return { name: left.name, at: spanOf(left) };
  if (left.type === 'MemberExpression')
    return { name: propertyName(left.property, left.computed), at: spanOf(left.property) };
  return { name: null, at: { from: fn.start ?? 0, to: fn.start ?? 0 } };
}

/** The name of a parameter; null for a pattern. */
function parameterName(p: t.Node): string | null {
  if (p.type === 'Identifier') return p.name;
  return p.type === 'AssignmentPattern' ? parameterName(p.left) : null;
}

function parameterAt(fn: FunctionNode, offset: number): string | null {
  const param = fn.params.find((p) => isInside(p, offset));
  if (!param) return null;
  const queue: t.Node[] = [param];
  for (let n = queue.pop(); n; n = queue.pop()) {
    if (n.type === 'Identifier') {
      const { from } = spanOf(n);
      if (from <= offset && offset <= from + n.name.length) return n.name;
      continue;
    }
    queue.push(...childNodes(n));
  }
  return null;
}
