/** Edits that make a function compute something else, and leave its head as it is. */
import type { Expr, Program } from '../core/index.js';
import type { Span } from '../notation/notation.js';
import { codeForm } from '../notation/typescript/codeForm.js';
import { bodyText, codeText } from '../notation/typescript/codeText.js';
import {
  listTree,
  nameTree,
  recordTree,
  type CodeBody,
  type CodeTree,
} from '../notation/programs/codeTree.js';
import { editProblem, type Meant, type TextChange } from './editCheck.js';
import type { FunctionTarget } from '../notation/typescript/find.js';
import { identifiersIn } from '../notation/typescript/identifiers.js';
import { pathTo, scopeWithin } from '../notation/typescript/path.js';
import { ownName, treeOf } from '../notation/typescript/print.js';
import type { Code } from '../notation/typescript/read.js';
import type { ResultShape } from '../notation/programs/index.js';
import { numbersIn } from '../notation/typescript/results.js';
import { scopeOf, type FunctionNode } from '../notation/typescript/scope.js';
import type { Source } from '../notation/typescript/source.js';
import { stable } from './stable.js';
import { writingStyle } from './style.js';
import { block, formsOf, spelledOut, strangeName } from './write.js';

/** What a body is to return: numbers, put together as `shape` puts its own together, in the same order. */
export interface NewResult {
  readonly program: Program;
  readonly values: readonly Expr[];
  readonly shape: ResultShape;
}

/**
 * The body of `target` replaced by one that returns the values. `code` was read from `from`, and spells every name as it
 * is called within the target. Null where code cannot say it, or would not say that there, or where a comment of the
 * body would be lost.
 */
export function bodyEdit(
  source: Source,
  code: Code,
  from: FunctionNode,
  target: FunctionTarget,
  { program, values, shape }: NewResult,
): TextChange | null {
  const place = bodyPlace(source, target);
  const forms = formsOf(program, values, code.functions);
  if (!place || !forms || numbersIn(shape).length !== values.length) return null;
  const said = spelledOut(source, code, forms, parameterWords(source, target));
  const style = { ...writingStyle(source, target), margin: marginOf(source.text, target.fn.start ?? 0) };
  const results = said.lines.results.map((e) => treeOf(e, said.spell, style));
  const value = together(shape, results);
  const isBlock = target.fn.body.type === 'BlockStatement';
  const body: CodeBody =
    !isBlock && said.lines.lines.length === 0
      ? { kind: 'expression', value }
      : block(said.lines.lines, value, said.spell, style);
  const home = { scope: scopeOf(target.fn, target.scope), from, to: target.fn };
  if (strangeName(code, forms, body, home) !== null) return null;
  if (hasComment(source, place)) {
    const own = said.lines.lines.length === 0 ? returnedPlace(target) : null;
    if (!own || hasComment(source, own)) return null;
    return checked(source, { ...own, text: codeText(value, style.quote) }, { kind: 'number', tree: value });
  }
  const isShort = isBlock && !source.text.slice(place.from, place.to).includes('\n');
  return checked(source, { ...place, text: bodyText(body, style, isShort) }, { kind: 'body', body });
}

/** One number that is written out, replaced by another; as `bodyEdit`. */
export function numberEdit(
  source: Source,
  code: Code,
  from: FunctionNode,
  target: FunctionTarget,
  place: Span,
  e: Expr,
): TextChange | null {
  const form = codeForm(stable(e));
  const step = pathTo(source.tree, place.from, place.to).at(-1);
  if (!form || !step || [...form.free].some((id) => !code.spellings.has(id))) return null;
  const spell = (id: string): CodeTree => code.spellings.get(id) ?? nameTree(ownName(id));
  const style = writingStyle(source, target);
  const tree = treeOf(form, spell, style);
  const home = { scope: scopeWithin(step), from, to: target.fn };
  const body = { kind: 'expression', value: tree } as const;
  if (strangeName(code, { bindings: [], results: [form] }, body, home) !== null) return null;
  return checked(source, { ...place, text: codeText(tree, style.quote) }, { kind: 'number', tree });
}

const checked = (source: Source, edit: TextChange, meant: Meant): TextChange | null =>
  editProblem(source, edit, meant) === null ? edit : null;

const hasComment = ({ comments }: Source, { from, to }: Span): boolean =>
  comments.some((c) => from <= (c.start ?? 0) && (c.end ?? 0) <= to);

/** What a body of one statement returns; null of any other. */
function returnedPlace({ fn: { body } }: FunctionTarget): Span | null {
  const [only, ...others] = body.type === 'BlockStatement' ? body.body : [];
  const value = only?.type === 'ReturnStatement' && others.length === 0 ? only.argument : null;
  return value ? { from: value.start ?? 0, to: value.end ?? 0 } : null;
}

/** The body with the parentheses around it, if there are any. */
function bodyPlace({ text }: Source, { fn }: FunctionTarget): Span | null {
  const { body } = fn;
  const [from, to] = [body.start ?? 0, body.end ?? 0];
  const open: unknown = body.extra?.['parenStart'];
  if (body.type === 'BlockStatement' || typeof open !== 'number') return { from, to };
  const close = /^\s*\)/.exec(text.slice(to, to + 200));
  return close ? { from: open, to: to + close[0].length } : null;
}

const parameterWords = ({ text }: Source, { fn }: FunctionTarget): string[] => [
  ...identifiersIn(text.slice(fn.params[0]?.start ?? 0, fn.params.at(-1)?.end ?? 0)),
];

const marginOf = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';

/** The numbers put together as the shape has them. */
function together(shape: ResultShape, numbers: CodeTree[]): CodeTree {
  switch (shape.kind) {
    case 'number':
      return numbers.shift() ?? nameTree('NaN');
    case 'list':
      return listTree(shape.items.map((s) => together(s, numbers)));
    case 'record':
      return recordTree([...shape.fields].map(([key, s]) => ({ key, value: together(s, numbers) })));
  }
}
