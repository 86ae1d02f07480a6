/** Functions by what holds them together: a scope, an object, a class. */
import type * as t from '@babel/types';
import type { FunctionGroup as AnyGroup } from '../programs/source.js';
import { describe, type FunctionTarget } from './functionTarget.js';
import { parameterFor } from './handedOver.js';
import type { TreeStep } from './path.js';
import { childNodes, isFunction, opensScope, propertyName, scopeOf } from './scope.js';
import type { Source } from './source.js';

interface FunctionGroup extends AnyGroup {
  readonly within: FunctionGroup | null;
  readonly functions: FunctionTarget[];
}

/** The groups of a source, outer ones first. Linear in the source. */
export function functionGroups(source: Source): readonly FunctionGroup[] {
  const grouping = new Grouping();
  grouping.visit({ node: source.tree, scope: scopeOf(source.tree, null) });
  return [...grouping.groups.values()].filter((g) => g.functions.length > 0 || g.kind === 'scope');
}

class Grouping {
  readonly groups = new Map<unknown, FunctionGroup>();
  private readonly path: TreeStep[] = [];

  visit(step: TreeStep): void {
    const { node } = step;
    this.path.push(step);
    if (isFunction(node)) this.take(node);
    const scope = opensScope(node) && node.type !== 'Program' ? scopeOf(node, step.scope) : step.scope;
    for (const child of partsOf(node)) this.visit({ node: child, scope });
    this.path.pop();
  }

  private take(fn: t.Node): void {
    const target = describe(this.path, this.path.length - 1, null, null);
    if (target.name !== null) this.groupFor(fn).functions.push(target);
    else this.given(fn, target);
  }

  /** A function without a name goes by that of the parameter which takes it, with its neighbours. */
  private given(fn: t.Node, target: FunctionTarget): void {
    const at = this.path.length - 2;
    const caller = this.path[at];
    const name = caller && parameterFor(caller.node, fn, caller.scope);
    if (!caller || name === null || name === undefined) return;
    const group = this.group(caller.node, { kind: 'object', name: null, within: this.scopeGroup(at) });
    group.functions.push({ ...target, name, isMember: true });
  }

  /** What holds the function whose node the path ends in. */
  private groupFor(fn: t.Node): FunctionGroup {
    const at = this.path.length - 1;
    for (let i = at - 1; i >= 0; i--) {
      const node = this.path[i]?.node;
      if (!node || (i < at && isFunction(node) && node !== fn)) break;
      if (node.type === 'ObjectExpression') return this.object(i);
      if (node.type === 'ClassBody') return this.classOf(node, this.path[i + 1]?.node ?? fn, i);
      if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
        return this.assigned(node.left.object, i);
      if (BLOCKS.has(node.type)) break;
    }
    return this.scopeGroup(at);
  }

  /** The scope around a place of the path. */
  private scopeGroup(at: number): FunctionGroup {
    for (let i = at - 1; i >= 0; i--) {
      const node = this.path[i]?.node;
      if (node && (BLOCKS.has(node.type) || isFunction(node)))
        return this.group(node, { kind: 'scope', name: null, within: null });
    }
    return this.group(this.path[0]?.node, { kind: 'scope', name: null, within: null });
  }

  private object(i: number): FunctionGroup {
    const above = this.path.slice(0, i).map((p) => p.node);
    const outer = [...above].reverse().find((n) => !WRAPPERS.has(n.type));
    const name =
      outer?.type === 'VariableDeclarator' && outer.id.type === 'Identifier'
        ? outer.id.name
        : outer?.type === 'ObjectProperty' || outer?.type === 'ClassProperty'
          ? propertyName(outer.key, outer.computed)
          : null;
    const holder = above.map((n) => n.type).lastIndexOf('ObjectExpression');
    const block = Math.max(...above.map((n, k) => (BLOCKS.has(n.type) ? k : -1)));
    const within = holder > block ? this.object(holder) : this.scopeGroup(i);
    return this.group(this.path[i]?.node, { kind: 'object', name, within });
  }

  /** Static members and those of instances are apart. */
  private classOf(body: t.Node, member: t.Node, i: number): FunctionGroup {
    const isStatic = 'static' in member && member.static === true;
    const known = this.statics.get(body);
    const key = isStatic ? (known ?? {}) : body;
    if (isStatic && !known) this.statics.set(body, key);
    return this.group(key, { kind: 'class', name: null, within: this.scopeGroup(i) });
  }
  private readonly statics = new WeakMap<t.Node, object>();

  /** `exports.f = …`, `sigmoid.derivative = …`: what is assigned to one object in one scope. */
  private assigned(object: t.Node, i: number): FunctionGroup {
    const scope = this.scopeGroup(i);
    const name = object.type === 'Identifier' ? object.name : null;
    const key = name === null ? object : keyOf(scope, name, this.keys);
    return this.group(key, { kind: 'object', name, within: scope });
  }
  private readonly keys = new Map<FunctionGroup, Map<string, object>>();

  private group(key: unknown, { kind, name, within }: Omit<FunctionGroup, 'functions'>): FunctionGroup {
    const known = this.groups.get(key);
    if (known) return known;
    const made: FunctionGroup = { kind, name, within, functions: [] };
    this.groups.set(key, made);
    return made;
  }
}

function keyOf(scope: FunctionGroup, name: string, keys: Map<FunctionGroup, Map<string, object>>): object {
  const own = keys.get(scope) ?? new Map<string, object>();
  keys.set(scope, own);
  const key = own.get(name) ?? {};
  own.set(name, key);
  return key;
}

const BLOCKS: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'TSModuleBlock', 'StaticBlock']);
const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'ParenthesizedExpression', 'CallExpression',
]); // prettier-ignore

/** Where functions can be: statements, declarations, values of names and properties, arguments. Not in arithmetic. */
function partsOf(node: t.Node): t.Node[] {
  if (!isFunction(node) && !HOLDERS.has(node.type)) return [];
  return childNodes(node)
    .filter((n) => isFunction(n) || HOLDERS.has(n.type))
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
const HOLDERS: ReadonlySet<string> = new Set([
  'Program', 'ExportNamedDeclaration', 'ExportDefaultDeclaration', 'VariableDeclaration', 'VariableDeclarator',
  'ClassDeclaration', 'ClassExpression', 'ClassBody', 'ClassProperty', 'StaticBlock', 'ObjectExpression',
  'ObjectProperty', 'ArrayExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression',
  'ExpressionStatement', 'AssignmentExpression', 'TSModuleDeclaration', 'TSModuleBlock', 'BlockStatement',
  'ReturnStatement', 'IfStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement',
  'TryStatement', 'CallExpression', 'NewExpression', 'AwaitExpression', 'LabeledStatement',
]); // prettier-ignore
