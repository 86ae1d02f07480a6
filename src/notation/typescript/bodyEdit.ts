/** Edits that make a function compute something else, and leave its head as it is. */
import type { Expr } from '../../core/expr.js';
import type { Program } from '../../core/program.js';
import type { Span } from '../notation.js';
import { codeForm } from './codeForm.js';
import type { FunctionTarget } from './find.js';
import { identifiersIn } from './names.js';
import { printForm } from './print.js';
import type { Code } from './read.js';
import { numbersIn, type Shape } from './results.js';
import type { Source } from './source.js';
import { stable } from './stable.js';
import { writingStyle } from './style.js';
import { formsOf, lineText, spelledOut } from './write.js';

export interface BodyEdit extends Span {
  readonly text: string;
}

/** What a body is to return: numbers, put together as `shape` puts its own together, in the same order. */
export interface Returned {
  readonly program: Program;
  readonly values: readonly Expr[];
  readonly shape: Shape;
}

/**
 * The body of `target` replaced by one that returns the values. `code` spells every name as it is called within the
 * target. Null where code cannot say it.
 */
export function bodyEdit(
  source: Source,
  code: Code,
  target: FunctionTarget,
  { program, values, shape }: Returned,
): BodyEdit | null {
  const place = bodyPlace(source, target);
  const forms = formsOf(program, values, code.functions);
  if (!place || !forms || numbersIn(shape).length !== values.length) return null;
  const { lines, spell } = spelledOut(source, code, forms, parameterWords(source, target), new Map());
  const style = { ...writingStyle(source, target), margin: marginOf(source.text, target.fn.start ?? 0) };
  const print = (e: Expr): string => printForm(e, spell, style);
  const statements = lines.lines.flatMap((l) => lineText(l, print, style));
  const result = together(shape, [...lines.results.map(print)]);
  const isBlock = target.fn.body.type === 'BlockStatement';
  if (!isBlock && statements.length === 0)
    return { ...place, text: result.startsWith('{') ? `(${result})` : result };
  const inner = [...statements, `return ${result}${style.semicolon}`];
  const isShort =
    statements.length === 0 && isBlock && !source.text.slice(place.from, place.to).includes('\n');
  const text = isShort
    ? `{ ${inner.join(' ')} }`
    : ['{', ...inner.map((l) => style.margin + style.indent + l), `${style.margin}}`].join(style.newline);
  return { ...place, text };
}

/** One number that is written out, replaced by another. */
export function numberEdit(
  source: Source,
  code: Code,
  target: FunctionTarget,
  place: Span,
  e: Expr,
): BodyEdit | null {
  const form = codeForm(stable(e));
  if (!form || hasLocals(code, source, target, form)) return null;
  const spell = (id: string): string => code.spellings.get(id) ?? id.replace(/^(?:\w+:)+/, '');
  return { ...place, text: printForm(form, spell, writingStyle(source, target)) };
}

/** Whether the function has a local under the name of something else that the expression mentions, or it is a sum. */
function hasLocals(code: Code, source: Source, { fn }: FunctionTarget, e: Expr): boolean {
  const parameters = new Set(code.variables.map((v) => v.symbol.id));
  const body = source.text.slice(fn.body.start ?? 0, fn.body.end ?? 0);
  const locals = new Set(Array.from(body.matchAll(LOCAL), (match) => match[1]));
  return [...e.free].some((id) => {
    const name = code.spellings.get(id);
    return !parameters.has(id) && (name === undefined || locals.has(name));
  });
}
const LOCAL = /(?:const|let|var)\s+([\p{L}\p{N}_$]+)/gu;

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

function together(shape: Shape, texts: string[]): string {
  switch (shape.kind) {
    case 'number':
      return texts.shift() ?? 'NaN';
    case 'list':
      return `[${shape.items.map((s) => together(s, texts)).join(', ')}]`;
    case 'record': {
      const fields = [...shape.fields].map(([key, s]) => {
        const value = together(s, texts);
        const name = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
        return name === value ? name : `${name}: ${value}`;
      });
      return `{ ${fields.join(', ')} }`;
    }
  }
}
