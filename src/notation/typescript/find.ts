/** What is meant by a place in a source: a function, one of its parameters, or an expression. */
import type * as t from '@babel/types';
import type { ParserOptions } from '@babel/parser';
import type { ExpressionTarget as AnyExpression } from '../programs/source.js';
import { parser } from './parser.js';
import { describe, type Enclosure, type FunctionTarget } from './functionTarget.js';
import { isInside, pathTo, scopeWithin, type TreeStep } from './path.js';
import { childNodes, isFunction, scopeOf, type FunctionNode } from './scope.js';
import type { Source } from './source.js';
import { unwrapped } from './syntax.js';
import { spanOf } from './unreadable.js';

export type { FunctionTarget };
export interface ExpressionTarget extends AnyExpression, Enclosure {
  readonly node: t.Expression;
  readonly enclosing: FunctionTarget | null;
}
export type Target = FunctionTarget | ExpressionTarget;

/** The function whose name, parameters or body hold the offset; outside of functions the expression that does. */
export function targetAt(source: Source, offset: number): Target | null {
  const path = pathTo(source.tree, offset);
  const functions = functionsOn(path, offset);
  const meant = last(functions, (f) => !f.isCallback) ?? functions.at(-1);
  if (meant) return meant.target;
  return outermostExpression(path);
}

/** The numeric expression in a function's body that holds the offset; null elsewhere. */
export function expressionAt(source: Source, offset: number): ExpressionTarget | null {
  const path = pathTo(source.tree, offset);
  const functions = functionsOn(path, offset);
  const found = last(functions, (f) => !f.isCallback);
  if (!found || !isInside(found.target.fn.body, offset)) return null;
  const { target } = found;
  const step = path.slice(path.findIndex((p) => p.node === target.fn) + 1).find((p) => isArithmetic(p.node));
  return step
    ? {
        kind: 'expression',
        node: step.node as t.Expression,
        span: spanOf(step.node),
        scope: step.scope,
        enclosing: target,
      }
    : null;
}

/** What a selection covers: a function, or an expression that is read as it stands. */
export function targetIn(source: Source, from: number, to: number): Target | null {
  const [start, end] = trimmed(source.text, from, to);
  const path = pathTo(source.tree, start, end);
  const exact = last(path, (p) => p.node.start === start && p.node.end === end);
  const whole = functionsOn(path, start).find(
    (f) => f.target.statement.from >= start && f.target.statement.to <= end,
  );
  const inner = whole ?? functionCovered(source, path, start, end);
  if (inner) return inner.target;
  const named = functionsOn(path, start).at(-1);
  if (named && named.target.nameSpan.from <= start && end <= named.target.nameSpan.to) return named.target;
  const enclosing = last(functionsOn(path, start), (f) => isInside(f.target.fn, start))?.target ?? null;
  const scope = path.at(-1)?.scope;
  if (!scope) return null;
  if (exact && isExpression(exact.node))
    return {
      kind: 'expression',
      node: exact.node,
      span: { from: start, to: end },
      scope: exact.scope,
      enclosing,
    };
  const node = parsedAlone(source, start, end);
  return node && { kind: 'expression', node, span: { from: start, to: end }, scope, enclosing };
}

/** The only function of a source, or the only expression; null where there are several. */
export function onlyTarget(source: Source): Target | null {
  const { body } = source.tree;
  const functions = allFunctions(source).filter((f) => f.enclosing === null);
  if (functions.length === 1) return functions[0] ?? null;
  const [only] = body;
  if (body.length !== 1 || only?.type !== 'ExpressionStatement') return null;
  const scope = scopeOf(source.tree, null);
  return { kind: 'expression', node: only.expression, span: spanOf(only.expression), scope, enclosing: null };
}

/** The functions with a name: declarations, constants, and members of classes and objects, not inside of functions. */
export function allFunctions(source: Source): FunctionTarget[] {
  const found: FunctionTarget[] = [];
  const visit = (path: readonly TreeStep[]): void => {
    const step = path.at(-1);
    if (!step) return;
    if (isFunction(step.node)) {
      found.push(describe(path, path.length - 1, null, null));
      return;
    }
    if (!HOLDERS.has(step.node.type)) return;
    for (const child of childNodes(step.node)) visit([...path, { node: child, scope: scopeWithin(step) }]);
  };
  visit([{ node: source.tree, scope: scopeOf(source.tree, null) }]);
  return found.sort((a, b) => a.statement.from - b.statement.from);
}
const HOLDERS: ReadonlySet<string> = new Set([
  'Program', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'VariableDeclaration', 'VariableDeclarator',
  'ClassDeclaration', 'ClassExpression', 'ClassBody', 'ClassProperty', 'ObjectExpression', 'ObjectProperty',
  'TSAsExpression', 'TSSatisfiesExpression', 'ExpressionStatement', 'AssignmentExpression', 'TSModuleDeclaration', 'TSModuleBlock',
]); // prettier-ignore

function last<T>(list: readonly T[], is: (x: T) => boolean): T | undefined {
  return [...list].reverse().find(is);
}

interface Found {
  readonly target: FunctionTarget;
  readonly isCallback: boolean;
}

/** The functions on a path, and one whose name the path ends in. */
function functionsOn(path: readonly TreeStep[], offset: number): Found[] {
  const found: Found[] = [];
  path.forEach(({ node }, i) => {
    if (isFunction(node)) {
      const parent = path[i - 1]?.node;
      const isCallback = parent?.type === 'CallExpression' && parent.callee !== node;
      found.push({ target: describe(path, i, found.at(-1)?.target ?? null, offset), isCallback });
      return;
    }
    const value = namedFunction(node, path[i + 1]?.node);
    const step = path[i];
    if (value && step)
      found.push({
        target: describe(
          [...path.slice(0, i + 1), { node: value, scope: step.scope }],
          i + 1,
          found.at(-1)?.target ?? null,
          offset,
        ),
        isCallback: false,
      });
  });
  return found;
}

/** `const f = …` or `f: …` where the place is on the name. */
function namedFunction(node: t.Node, next: t.Node | undefined): FunctionNode | null {
  const value =
    node.type === 'VariableDeclarator' && next === node.id
      ? node.init
      : (node.type === 'ObjectProperty' || node.type === 'ClassProperty') && next === node.key
        ? node.value
        : node.type === 'AssignmentExpression' && next === node.left
          ? node.right
          : node.type === 'VariableDeclaration' && !next && node.declarations.length === 1
            ? node.declarations[0]?.init
            : null;
  const inner = value ? unwrapped(value) : null;
  return isFunction(inner) ? inner : null;
}

function functionCovered(source: Source, path: readonly TreeStep[], from: number, to: number): Found | null {
  const inmost = path.at(-1);
  if (!inmost) return null;
  for (const f of functionsOn(path, from)) {
    const { fn, statement } = f.target;
    if ((fn.start === from && fn.end === to) || (statement.from === from && statement.to === to)) return f;
  }
  // The selection is a statement of which the function is the value.
  for (const child of [inmost.node, ...childNodes(inmost.node)]) {
    if (child.start !== from || !isEnd(source.text, child, to)) continue;
    const only = soleFunction(child);
    const at = only && pathTo({ ...(path[0]?.node as t.Program) }, spanOf(only).from, spanOf(only).to);
    const index = at ? at.findIndex((p) => p.node === only) : -1;
    if (at && index >= 0) return { target: describe(at, index, null, null), isCallback: false };
  }
  return null;
}
/** Whether a node ends where a selection does, a semicolon aside. */
const isEnd = (text: string, node: t.Node, to: number): boolean =>
  (node.end ?? 0) >= to && /^\s*;?$/.test(text.slice(to, node.end ?? to));

function soleFunction(node: t.Node): FunctionNode | null {
  if (isFunction(node)) return node;
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration')
    return node.declaration ? soleFunction(node.declaration) : null;
  if (node.type !== 'VariableDeclaration' || node.declarations.length !== 1) return null;
  const init = node.declarations[0]?.init;
  const inner = init ? unwrapped(init) : null;
  return isFunction(inner) ? inner : null;
}

const isExpression = (node: t.Node): node is t.Expression =>
  node.type.endsWith('Expression') || node.type === 'Identifier' || node.type.endsWith('Literal');

function isArithmetic(node: t.Node): boolean {
  if (node.type === 'CallExpression') return true;
  return (
    node.type === 'BinaryExpression' ||
    node.type === 'UnaryExpression' ||
    node.type === 'ConditionalExpression'
  );
}

/** The widest expression on the path, inside its statement. */
function outermostExpression(path: readonly TreeStep[]): ExpressionTarget | null {
  const found = path.find(
    ({ node }, i) =>
      isExpression(node) &&
      !isFunction(node) &&
      !(node.type === 'Identifier' && path[i - 1]?.node.type === 'VariableDeclarator'),
  );
  const step = found ?? initialiser(path);
  return (
    step && {
      kind: 'expression',
      node: step.node as t.Expression,
      span: spanOf(step.node),
      scope: step.scope,
      enclosing: null,
    }
  );
}
/** On the name of a constant: its value. */
function initialiser(path: readonly TreeStep[]): TreeStep | null {
  const at = last(
    path,
    ({ node }) => node.type === 'VariableDeclarator' || node.type === 'VariableDeclaration',
  );
  const declarator = at?.node.type === 'VariableDeclaration' ? at.node.declarations[0] : at?.node;
  return at && declarator?.type === 'VariableDeclarator' && declarator.init
    ? { node: declarator.init, scope: at.scope }
    : null;
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  const skip = (c: string): boolean => /[\s;]/.test(c);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && skip(text.charAt(end - 1))) end--;
  return [start, end];
}

/** A part of an expression that is no node of the tree, read by itself at its place. */
function parsedAlone(source: Source, from: number, to: number): t.Expression | null {
  const plugins: NonNullable<ParserOptions['plugins']> =
    source.language === 'typescript' ? ['typescript'] : ['jsx'];
  try {
    return parser().parseExpression(' '.repeat(from) + source.text.slice(from, to), { plugins });
  } catch {
    return null;
  }
}
