/** What written code says, as a tree: names and keys are data in it, and become text in `codeText.ts` alone. */

export type CodeTree =
  /** A declared or global name, or `this`. */
  | { readonly kind: 'name'; readonly name: string }
  /** An unsigned literal as it is written. */
  | { readonly kind: 'number'; readonly digits: string }
  /** `object.key` or `object['any key']`; a key that begins with # is a private name. */
  | { readonly kind: 'member'; readonly object: CodeTree; readonly key: string }
  | { readonly kind: 'entry'; readonly object: CodeTree; readonly index: CodeTree }
  | { readonly kind: 'call'; readonly callee: CodeTree; readonly args: readonly CodeTree[] }
  | { readonly kind: 'unary'; readonly op: UnaryOperator; readonly operand: CodeTree }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOperator;
      readonly left: CodeTree;
      readonly right: CodeTree;
    }
  | {
      readonly kind: 'conditional';
      readonly test: CodeTree;
      readonly yes: CodeTree;
      readonly no: CodeTree;
    }
  | { readonly kind: 'list'; readonly items: readonly CodeTree[] }
  | { readonly kind: 'record'; readonly fields: readonly CodeField[] }
  /** `(a, b) => body`. */
  | { readonly kind: 'lambda'; readonly params: readonly string[]; readonly body: CodeTree };

export interface CodeField {
  readonly key: string;
  readonly value: CodeTree;
}
export type UnaryOperator = '-' | '!';
export const BINARY_OPERATORS = [
  '+', '-', '*', '/', '%', '**', '<', '<=', '>', '>=', '===', '!==', '&&', '||', '??',
] as const; // prettier-ignore
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** A statement of a body. */
export type CodeStatement =
  | { readonly kind: 'const'; readonly name: CodeTree; readonly value: CodeTree }
  | { readonly kind: 'let'; readonly name: CodeTree; readonly value: CodeTree }
  /** `for (let index = from; index < until; index++) { body }`. */
  | {
      readonly kind: 'for';
      readonly index: CodeTree;
      readonly from: CodeTree;
      readonly op: '<' | '<=';
      readonly until: CodeTree;
      readonly body: readonly CodeStatement[];
    }
  | {
      readonly kind: 'update';
      readonly name: CodeTree;
      readonly op: '+=' | '*=';
      readonly value: CodeTree;
    }
  | { readonly kind: 'return'; readonly value: CodeTree };

/** What a function does: a bare expression, or statements in braces. */
export type CodeBody =
  | { readonly kind: 'expression'; readonly value: CodeTree }
  | { readonly kind: 'block'; readonly statements: readonly CodeStatement[] };

export const nameTree = (name: string): CodeTree => ({ kind: 'name', name });
export const numberTree = (digits: string): CodeTree => ({ kind: 'number', digits });
export const memberTree = (object: CodeTree, key: string): CodeTree => ({ kind: 'member', object, key });
export const entryTree = (object: CodeTree, index: CodeTree): CodeTree => ({ kind: 'entry', object, index });
export const callTree = (callee: CodeTree, args: readonly CodeTree[]): CodeTree => ({
  kind: 'call',
  callee,
  args,
});
export const unaryTree = (op: UnaryOperator, operand: CodeTree): CodeTree => ({ kind: 'unary', op, operand });
export const binaryTree = (op: BinaryOperator, left: CodeTree, right: CodeTree): CodeTree => ({
  kind: 'binary',
  op,
  left,
  right,
});
export const conditionalTree = (test: CodeTree, yes: CodeTree, no: CodeTree): CodeTree => ({
  kind: 'conditional',
  test,
  yes,
  no,
});
export const lambdaTree = (params: readonly string[], body: CodeTree): CodeTree => ({
  kind: 'lambda',
  params,
  body,
});
export const listTree = (items: readonly CodeTree[]): CodeTree => ({ kind: 'list', items });
export const recordTree = (fields: readonly CodeField[]): CodeTree => ({ kind: 'record', fields });
export const mathTree = (key: string): CodeTree => memberTree(nameTree('Math'), key);

/** The name that a path of members begins with: `p` of `p.a[0]`; null for anything but a path. */
export function rootOf(tree: CodeTree): string | null {
  switch (tree.kind) {
    case 'name':
      return tree.name;
    case 'member':
    case 'entry':
      return rootOf(tree.object);
    default:
      return null;
  }
}

/** The last name or key of a path, an index as its digits: `a` of `p.a`. */
export function lastKeyOf(tree: CodeTree): string {
  switch (tree.kind) {
    case 'name':
      return tree.name;
    case 'member':
      return tree.key.replace(/^#/, '');
    case 'entry':
      return tree.index.kind === 'number' ? tree.index.digits : '';
    case 'binary':
      return lastKeyOf(tree.left);
    default:
      return '';
  }
}

/** The keys of a path of members after its root; null for anything but one. */
export function keysOf(tree: CodeTree): readonly string[] | null {
  if (tree.kind === 'name') return [];
  const before = tree.kind === 'member' ? keysOf(tree.object) : null;
  return before && tree.kind === 'member' ? [...before, tree.key] : null;
}

/** The tree with every name that is the beginning of a path changed; null where one of them has no other name. */
export function withNames(tree: CodeTree, rename: (name: string) => string | null): CodeTree | null {
  const go = (t: CodeTree): CodeTree | null => withNames(t, rename);
  const all = (list: readonly CodeTree[]): readonly CodeTree[] | null => {
    const made = list.flatMap((t) => go(t) ?? []);
    return made.length === list.length ? made : null;
  };
  switch (tree.kind) {
    case 'name': {
      const name = rename(tree.name);
      return name === null ? null : nameTree(name);
    }
    case 'number':
      return tree;
    case 'member': {
      const object = go(tree.object);
      return object && memberTree(object, tree.key);
    }
    case 'entry': {
      const parts = all([tree.object, tree.index]);
      return parts?.[0] && parts[1] ? entryTree(parts[0], parts[1]) : null;
    }
    case 'binary': {
      const parts = all([tree.left, tree.right]);
      return parts?.[0] && parts[1] ? binaryTree(tree.op, parts[0], parts[1]) : null;
    }
    case 'unary': {
      const operand = go(tree.operand);
      return operand && unaryTree(tree.op, operand);
    }
    case 'call': {
      const [callee, args] = [go(tree.callee), all(tree.args)];
      return callee && args && callTree(callee, args);
    }
    default:
      return null;
  }
}
