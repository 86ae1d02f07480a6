/** Parameters and other things that come from outside the function. */
import type * as t from '@babel/types';
import type { Sym } from '../../core/index.js';
import { codeText } from './codeText.js';
import { lastKeyOf, memberTree, rootOf, type CodeTree } from '../programs/codeTree.js';
import type { Declaration } from './scope.js';
import type { Symbols } from './symbols.js';
import { refuse, type Placed } from './unreadable.js';
import type { Given, Use } from './value.js';

/** Something given at a path of the code, which begins with a declared name or not: `key` tells it from others. */
export function given(
  symbols: Symbols,
  key: unknown,
  path: CodeTree,
  declaration: Declaration | null,
  declared: Use['declared'],
): Given {
  const fields = new Map<string, Given>();
  const use: Use = { as: undefined, declared };
  let length: Sym | null = null;
  return {
    get symbol(): Sym {
      return symbols.of(key, wordFor(path), path, declaration);
    },
    path,
    code: codeText(path),
    declaration,
    use,
    length: () => (length ??= symbols.of({}, 'n', memberTree(path, 'length'), declaration)),
    fields: () => [...fields.values()],
    field: (name) => {
      const known = fields.get(name);
      if (known) return known;
      const made = given(symbols, {}, memberTree(path, name), declaration, undefined);
      fields.set(name, made);
      return made;
    },
  };
}

/** What a path is called in mathematics: by its last key, and where that is no word by its root too. */
function wordFor(path: CodeTree): string {
  const key = lastKeyOf(path);
  return /^[\p{L}_$]/u.test(key) ? key : `${rootOf(path) ?? ''}_${key}`;
}

const MEANT: Readonly<Record<NonNullable<Use['as']>, string>> = {
  number: 'a number',
  truth: 'a truth value',
  array: 'an array',
  object: 'an object',
};

/** Notes how something given is used; one thing is used in one way. */
export function use(g: Given, as: NonNullable<Use['as']>, node: Placed): Given {
  const { declared } = g.use;
  const wanted = declared === 'boolean' ? 'truth' : declared;
  if (
    declared === 'other' ||
    (wanted !== undefined && wanted !== as && !(wanted === 'number' && as === 'truth'))
  )
    refuse(node, `\`${g.code}\` is not declared as ${MEANT[as]}, but is used as one.`);
  if (g.use.as !== undefined && g.use.as !== as && !isTruthOfNumber(g.use.as, as))
    refuse(node, `\`${g.code}\` is used both as ${MEANT[g.use.as]} and as ${MEANT[as]}.`);
  if (g.use.as !== 'number') g.use.as = as;
  return g;
}
const isTruthOfNumber = (a: Use['as'], b: Use['as']): boolean =>
  (a === 'number' && b === 'truth') || (a === 'truth' && b === 'number');

/** What a type annotation says of a parameter; undefined where it says nothing that is understood. */
export function declaredType(id: t.Node, fallback: t.Expression | null): Use['declared'] {
  if (id.type === 'Identifier' && id.typeAnnotation?.type === 'TSTypeAnnotation')
    return meaningOf(id.typeAnnotation.typeAnnotation);
  switch (fallback?.type) {
    case 'NumericLiteral':
      return 'number';
    case 'BooleanLiteral':
      return 'boolean';
    case 'StringLiteral':
    case 'TemplateLiteral':
      return 'other';
    case 'ArrayExpression':
      return 'array';
    default:
      return undefined;
  }
}

function meaningOf(type: t.TSType): Use['declared'] {
  switch (type.type) {
    case 'TSNumberKeyword':
      return 'number';
    case 'TSBooleanKeyword':
      return 'boolean';
    case 'TSArrayType':
    case 'TSTupleType':
      return 'array';
    case 'TSTypeLiteral':
    case 'TSObjectKeyword':
      return 'object';
    case 'TSParenthesizedType':
      return meaningOf(type.typeAnnotation);
    case 'TSTypeOperator':
      return type.operator === 'readonly' ? meaningOf(type.typeAnnotation) : undefined;
    case 'TSLiteralType':
      return type.literal.type === 'NumericLiteral' || type.literal.type === 'UnaryExpression'
        ? 'number'
        : 'other';
    case 'TSStringKeyword':
    case 'TSBigIntKeyword':
    case 'TSSymbolKeyword':
    case 'TSFunctionType':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
    case 'TSNeverKeyword':
      return 'other';
    case 'TSUnionType':
      return unionMeaning(type.types);
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && ARRAYS.has(type.typeName.name) ? 'array' : undefined;
    default:
      return undefined;
  }
}
const ARRAYS: ReadonlySet<string> = new Set([
  'Array', 'ReadonlyArray', 'Float64Array', 'Float32Array', 'Int32Array', 'Uint8Array',
]); // prettier-ignore

/** `number | undefined` is a number that may be missing; other unions are not understood. */
function unionMeaning(types: readonly t.TSType[]): Use['declared'] {
  const meanings = types
    .filter((u) => u.type !== 'TSUndefinedKeyword' && u.type !== 'TSNullKeyword')
    .map(meaningOf);
  return meanings.every((m) => m === meanings[0]) ? meanings[0] : 'other';
}
