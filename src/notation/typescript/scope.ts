/** What a name means where it stands: declarations and the scopes that hold them. */
import type * as t from '@babel/types';

export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

export type DeclarationKind = 'const' | 'let' | 'var' | 'parameter' | 'function' | 'import' | 'other';

/** One step into a destructured value: a property, an entry, or what is left over. */
export type PathStep = string | number | null;

export interface Declaration {
  readonly name: string;
  readonly kind: DeclarationKind;
  readonly id: t.Node;
  readonly scope: Scope;
  /** The initialiser; of a destructured name, that of the whole pattern. */
  readonly init: t.Expression | null;
  /** The way from the initial value to the name's; empty without destructuring. */
  readonly path: readonly PathStep[];
  readonly fallback: t.Expression | null;
  readonly fn: FunctionNode | null;
  /** The class, enumeration or namespace that it declares. */
  readonly holder: Holder | null;
}
export type Holder = t.Class | t.TSEnumDeclaration | t.TSModuleDeclaration;

export class Scope {
  readonly names = new Map<string, Declaration>();

  constructor(
    readonly parent: Scope | null,
    readonly node: t.Node,
  ) {}

  /** The declaration that a name refers to; null for a global one. */
  resolve(name: string): Declaration | null {
    return this.names.get(name) ?? this.parent?.resolve(name) ?? null;
  }

  get isModule(): boolean {
    return this.parent === null;
  }
}

/** The scope of the whole file. */
export function outermost(scope: Scope): Scope {
  let found = scope;
  while (found.parent !== null) found = found.parent;
  return found;
}

const scopes = new WeakMap<t.Node, Scope>();

/** The scope that a node opens within another, made once a node. */
export function scopeOf(node: t.Node, parent: Scope | null): Scope {
  const known = scopes.get(node);
  if (known && known.parent === parent) return known;
  const scope = new Scope(parent, node);
  scopes.set(node, scope);
  declareIn(scope, node);
  return scope;
}

export const opensScope = (node: t.Node): boolean =>
  isFunction(node) ||
  node.type === 'Program' ||
  node.type === 'BlockStatement' ||
  node.type === 'ForStatement' ||
  node.type === 'ForOfStatement' ||
  node.type === 'ForInStatement' ||
  node.type === 'SwitchStatement' ||
  node.type === 'CatchClause' ||
  node.type === 'StaticBlock' ||
  node.type === 'ClassExpression' ||
  node.type === 'TSModuleBlock';

export function isFunction(node: t.Node | null | undefined): node is FunctionNode {
  switch (node?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

function declareIn(scope: Scope, node: t.Node): void {
  if (isFunction(node)) {
    declareFunction(scope, node);
    return;
  }
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      declareStatements(scope, node.body);
      if (node.type === 'Program') node.body.forEach((s) => declareVars(scope, s));
      return;
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') declareVariables(scope, node.init);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      if (node.left.type === 'VariableDeclaration') declareVariables(scope, node.left);
      return;
    case 'SwitchStatement':
      node.cases.forEach((c) => {
        declareStatements(scope, c.consequent);
      });
      return;
    case 'CatchClause':
      if (node.param) declarePattern(scope, node.param, { kind: 'other', init: null });
      return;
    case 'ClassExpression':
      if (node.id) declareName(scope, node.id.name, node.id, { kind: 'other', init: null, holder: node });
      return;
    default:
      return;
  }
}

interface Origin {
  readonly kind: DeclarationKind;
  readonly init: t.Expression | null;
  readonly fn?: FunctionNode;
  readonly holder?: Holder;
}

function declareFunction(scope: Scope, fn: FunctionNode): void {
  if (fn.type === 'FunctionExpression' && fn.id)
    declareName(scope, fn.id.name, fn.id, { kind: 'function', init: null, fn });
  if (fn.type !== 'ArrowFunctionExpression')
    declareName(scope, 'arguments', fn, { kind: 'other', init: null });
  for (const p of fn.params) declarePattern(scope, p, { kind: 'parameter', init: null });
  if (fn.body.type === 'BlockStatement') fn.body.body.forEach((s) => declareVars(scope, s));
}

function declareStatements(scope: Scope, statements: readonly t.Statement[]): void {
  for (const outer of statements) {
    const s = unexported(outer);
    switch (s.type) {
      case 'VariableDeclaration':
        if (s.kind !== 'var') declareVariables(scope, s);
        break;
      case 'FunctionDeclaration':
        if (s.id) declareName(scope, s.id.name, s.id, { kind: 'function', init: null, fn: s });
        break;
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        if (s.id) declareName(scope, s.id.name, s.id, { kind: 'other', init: null, holder: s });
        break;
      case 'TSModuleDeclaration':
        if (s.id.type === 'Identifier')
          declareName(scope, s.id.name, s.id, { kind: 'other', init: null, holder: s });
        break;
      case 'TSImportEqualsDeclaration':
        declareName(scope, s.id.name, s.id, { kind: 'import', init: null });
        break;
      case 'ImportDeclaration':
        s.specifiers.forEach((i) => {
          declareName(scope, i.local.name, i.local, { kind: 'import', init: null });
        });
        break;
      default:
        break;
    }
  }
}

/** The declaration that an export statement wraps, or the statement itself. */
export function unexported(s: t.Statement): t.Statement {
  if (s.type === 'ExportNamedDeclaration' && s.declaration) return s.declaration;
  if (
    s.type === 'ExportDefaultDeclaration' &&
    (s.declaration.type === 'FunctionDeclaration' || s.declaration.type === 'ClassDeclaration')
  )
    return s.declaration;
  return s;
}

/** `var` belongs to the function: declarations of nested blocks too, but not of nested functions. */
function declareVars(scope: Scope, statement: t.Node): void {
  const queue: t.Node[] = [statement];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'VariableDeclaration') {
      if (node.kind === 'var') declareVariables(scope, node);
      continue;
    }
    if (isFunction(node) || !HOLDS_STATEMENTS.has(node.type)) continue;
    queue.push(...childNodes(node));
  }
}
const HOLDS_STATEMENTS: ReadonlySet<string> = new Set([
  'BlockStatement', 'IfStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement',
  'DoWhileStatement', 'SwitchStatement', 'SwitchCase', 'TryStatement', 'CatchClause', 'LabeledStatement',
  'ExportNamedDeclaration',
]); // prettier-ignore

/** The direct parts of a node, in no order of their own. */
export function childNodes(node: t.Node): t.Node[] {
  const found: t.Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key === 'extra' || key.endsWith('omments')) continue;
    for (const v of Array.isArray(value) ? (value as unknown[]) : [value as unknown])
      if (isNode(v)) found.push(v);
  }
  return found;
}
const isNode = (v: unknown): v is t.Node =>
  typeof v === 'object' && v !== null && 'type' in v && 'start' in v && typeof v.type === 'string';

function declareVariables(scope: Scope, declaration: t.VariableDeclaration): void {
  const { kind } = declaration;
  for (const d of declaration.declarations)
    declarePattern(scope, d.id, {
      kind: kind === 'const' || kind === 'let' || kind === 'var' ? kind : 'other',
      init: d.init ?? null,
    });
}

type PatternNode = t.Node;
function declarePattern(
  scope: Scope,
  pattern: PatternNode,
  origin: Origin,
  path: readonly PathStep[] = [],
  fallback: t.Expression | null = null,
): void {
  switch (pattern.type) {
    case 'Identifier':
      declareName(scope, pattern.name, pattern, origin, path, fallback);
      return;
    case 'AssignmentPattern':
      declarePattern(scope, pattern.left, origin, path, pattern.right);
      return;
    case 'TSParameterProperty':
      declarePattern(scope, pattern.parameter, origin, path);
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((e, i) => {
        if (e) declarePattern(scope, e, origin, [...path, i]);
      });
      return;
    case 'ObjectPattern':
      pattern.properties.forEach((p) => {
        if (p.type === 'RestElement') declarePattern(scope, p.argument, origin, [...path, null]);
        else declarePattern(scope, p.value, origin, [...path, propertyName(p.key, p.computed)]);
      });
      return;
    case 'RestElement':
      declarePattern(scope, pattern.argument, origin, [...path, null]);
      return;
    default:
      return;
  }
}

/**
 * A property's name where it is written out, a private one with its #; null where it is computed, or would look like
 * a private one.
 */
export function propertyName(key: t.Node, computed: boolean): string | null {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'StringLiteral') return key.value.startsWith('#') ? null : key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'PrivateName') return '#' + key.id.name;
  return null;
}

function declareName(
  scope: Scope,
  name: string,
  id: t.Node,
  { kind, init, fn, holder }: Origin,
  path: readonly PathStep[] = [],
  fallback: t.Expression | null = null,
): void {
  // `var x` beside a parameter or a function of that name is the same variable.
  const known = kind === 'var' ? scope.names.get(name) : undefined;
  if (known && (known.kind === 'parameter' || known.kind === 'function')) return;
  scope.names.set(name, {
    name,
    kind,
    id,
    scope,
    init,
    path,
    fallback,
    fn: fn ?? null,
    holder: holder ?? null,
  });
}
