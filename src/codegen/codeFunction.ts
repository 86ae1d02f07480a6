/** A whole function that is written: its head, its comment, its body; as text, and found again in parsed code. */
import type * as t from '@babel/types';
import { bodyText } from '../notation/typescript/codeText.js';
import type { CodeBody } from '../notation/programs/codeTree.js';
import { docComment } from './commentText.js';
import { shapeOf } from './nodeShape.js';
import { parsedBody } from './parsedCode.js';
import type { Source } from '../notation/typescript/source.js';
import type { WritingStyle } from './style.js';

export interface CodeFunction {
  readonly name: string;
  readonly exported: boolean;
  readonly form: 'arrow' | 'function';
  /** Type parameters as the author has them. */
  readonly generics: t.Node | null;
  /** Parameters as the author has them, in the words of the file. */
  readonly own: readonly t.Node[];
  readonly added: readonly AddedParameter[];
  /** What it says it gives back; null where the language has no types. */
  readonly returns: Returns | null;
  readonly body: CodeBody;
  /** Lines of the doc comment; none without. */
  readonly comment: readonly string[];
}
export interface AddedParameter {
  readonly name: string;
  readonly type: 'number' | 'number[]' | null;
}
/** One number, or an object: of each field, how many numbers are in its list; null for one that is a number itself. */
export type Returns = 'number' | readonly { readonly key: string; readonly count: number | null }[];

/** The function with its comment, without a line end after it. */
export function functionText(source: Source, fn: CodeFunction, style: WritingStyle): string {
  const head = `${fn.exported ? 'export ' : ''}${fn.form === 'arrow' ? 'const' : 'function'} ${fn.name}`;
  const parameters = [...fn.added.map(({ name, type }) => (type === null ? name : `${name}: ${type}`))];
  if (fn.own.length > 0) parameters.unshift(textOf(source, fn.own));
  const type = fn.returns === null ? '' : `: ${returnsText(fn.returns)}`;
  const signature = `${textOf(source, fn.generics ? [fn.generics] : [])}(${parameters.join(', ')})${type}`;
  const body = bodyText(fn.body, style);
  const whole =
    fn.form === 'arrow'
      ? `${head} = ${signature} => ${body}${style.semicolon}`
      : `${head}${signature} ${body}`;
  return [...docComment(fn.comment), whole].join(style.newline + style.margin);
}

/** The file's own words from the first node to the last. */
const textOf = ({ text }: Source, nodes: readonly t.Node[]): string =>
  text.slice(nodes[0]?.start ?? 0, nodes.at(-1)?.end ?? 0);

function returnsText(returns: Returns): string {
  if (returns === 'number') return 'number';
  const types = returns.map(({ key, count }) => {
    const list = `[${Array.from({ length: count ?? 0 }, () => 'number').join(', ')}]`;
    return `${key}: ${count === null ? 'number' : list}`;
  });
  return `{ ${types.join('; ')} }`;
}

/** Whether a statement, with the comments in it, is that function and nothing else. */
export function holdsFunction(
  source: Source,
  statement: t.Node,
  comments: readonly t.Comment[],
  fn: CodeFunction,
): boolean {
  const exported = statement.type === 'ExportNamedDeclaration';
  const found = functionIn(exported ? (statement.declaration ?? statement) : statement);
  if (!found || exported !== fn.exported || found.name !== fn.name || found.form !== fn.form) return false;
  const { node } = found;
  return (
    !node.async &&
    node.generator !== true &&
    sameShape(node.typeParameters, fn.generics) &&
    sameParameters(node.params, fn) &&
    JSON.stringify(returnsOf(node.returnType)) === JSON.stringify(fn.returns) &&
    JSON.stringify(parsedBody(node.body)) === JSON.stringify(fn.body) &&
    sameComments(source, comments, fn)
  );
}

interface Found {
  readonly node: t.FunctionDeclaration | t.ArrowFunctionExpression;
  readonly name: string;
  readonly form: CodeFunction['form'];
}

function functionIn(node: t.Node): Found | null {
  if (node.type === 'FunctionDeclaration')
    return node.id ? { node, name: node.id.name, form: 'function' } : null;
  if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return null;
  const [only, ...others] = node.declarations;
  if (only?.init?.type !== 'ArrowFunctionExpression' || others.length > 0) return null;
  return only.id.type === 'Identifier' && !only.id.typeAnnotation
    ? { node: only.init, name: only.id.name, form: 'arrow' }
    : null;
}

const sameShape = (a: t.Node | null | undefined, b: t.Node | null): boolean =>
  a && b ? shapeOf(a) === shapeOf(b) : !a && !b;

function sameParameters(params: readonly t.Node[], { own, added }: CodeFunction): boolean {
  if (params.length !== own.length + added.length) return false;
  return params.every((p, i) => {
    const before = own[i];
    return before ? sameShape(p, before) : isAdded(p, added[i - own.length]);
  });
}

const isAdded = (p: t.Node, wanted: AddedParameter | undefined): boolean =>
  p.type === 'Identifier' && p.name === wanted?.name && typeOf(p.typeAnnotation) === wanted.type;

function typeOf(annotation: t.Node | null | undefined): AddedParameter['type'] | 'other' {
  if (!annotation) return null;
  const type = annotation.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : annotation;
  if (type.type === 'TSNumberKeyword') return 'number';
  return type.type === 'TSArrayType' && type.elementType.type === 'TSNumberKeyword' ? 'number[]' : 'other';
}

function returnsOf(annotation: t.Node | null | undefined): Returns | 'other' | null {
  if (annotation?.type !== 'TSTypeAnnotation') return annotation ? 'other' : null;
  const type = annotation.typeAnnotation;
  if (type.type === 'TSNumberKeyword') return 'number';
  if (type.type !== 'TSTypeLiteral') return 'other';
  const fields = type.members.flatMap((m) => {
    if (m.type !== 'TSPropertySignature' || m.key.type !== 'Identifier' || m.computed) return [];
    const inner = m.typeAnnotation?.typeAnnotation;
    return [{ key: m.key.name, count: inner?.type === 'TSTupleType' ? inner.elementTypes.length : null }];
  });
  return fields.length === type.members.length ? fields : 'other';
}

/** The doc comment, and the comments that stand among the author's parameters. */
function sameComments(source: Source, comments: readonly t.Comment[], fn: CodeFunction): boolean {
  const own = [...(fn.generics ? [[fn.generics]] : []), fn.own].flatMap((nodes) => commentsIn(source, nodes));
  const doc = docComment(fn.comment);
  const found = comments.map((c) => c.value);
  const first = doc.length > 0 ? found.shift() : undefined;
  const isDoc = doc.length === 0 || (first !== undefined && sameLines(`/*${first}*/`, doc));
  return isDoc && JSON.stringify(found) === JSON.stringify(own);
}

function commentsIn({ comments }: Source, nodes: readonly t.Node[]): string[] {
  const [from, to] = [nodes[0]?.start ?? 0, nodes.at(-1)?.end ?? 0];
  return comments.filter((c) => from <= (c.start ?? -1) && (c.end ?? 0) <= to).map((c) => c.value);
}

function sameLines(text: string, wanted: readonly string[]): boolean {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((l) => l.trim());
  return lines.length === wanted.length && lines.every((l, i) => l === wanted[i]?.trim());
}
