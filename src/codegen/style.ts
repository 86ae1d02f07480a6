/** How the author writes code, so that what is written looks the same. */
import type { FunctionTarget } from '../notation/typescript/find.js';
import type { CodeStyle } from '../notation/typescript/print.js';
import type { Source } from '../notation/typescript/source.js';

export interface WritingStyle extends CodeStyle {
  readonly language: Source['language'];
  readonly semicolon: ';' | '';
  readonly indent: string;
  /** What stands before the function on its line. */
  readonly margin: string;
  readonly newline: '\n' | '\r\n';
  /** `const f = (x) => …`, or `function f(x) { … }`. */
  readonly form: 'arrow' | 'function';
  readonly exported: boolean;
  readonly quote: "'" | '"';
}

export function writingStyle(source: Source, target: FunctionTarget | null): WritingStyle {
  const { text, language } = source;
  const own = target ? text.slice(target.statement.from, target.statement.to) : text;
  const lineStart = target ? text.lastIndexOf('\n', target.statement.from - 1) + 1 : 0;
  const isArrow = target?.fn.type === 'ArrowFunctionExpression' && !target.isMember;
  return {
    language,
    power: /Math\.pow\(/.test(own) && !/\*\*/.test(own) ? 'function' : 'operator',
    semicolon: usesSemicolons(own, text) ? ';' : '',
    indent:
      /^([ \t]+)\S/m.exec(own.slice(own.indexOf('\n') + 1))?.[1] === undefined
        ? indentOf(text)
        : ownIndent(own, text),
    margin: target ? (/^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '') : '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    form: isArrow ? 'arrow' : 'function',
    exported: target?.exported === true,
    quote: (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0) ? '"' : "'",
  };
}

/** Lines that could end with a semicolon: do they? The function's own decide, else those of the file. */
function usesSemicolons(own: string, text: string): boolean {
  for (const part of [own, text]) {
    const ended = (part.match(/;[ \t]*(?:\/\/.*)?$/gm) ?? []).length;
    const open = (part.match(/^[ \t]*(?:return|const|let)\b.*[\w)\]][ \t]*$/gm) ?? []).length;
    if (ended !== open) return ended > open;
  }
  return true;
}

const indentOf = (text: string): string => /^(\t+| {2,8})\S/m.exec(text)?.[1]?.replace(/^\t+$/, '\t') ?? '  ';

/** The step from the function's line to the first line of its body. */
function ownIndent(own: string, text: string): string {
  const first = /\n([ \t]+)\S/.exec(own)?.[1] ?? '';
  const margin = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', text.indexOf(own)) + 1))?.[0] ?? '';
  return first.startsWith(margin) && first.length > margin.length
    ? first.slice(margin.length)
    : indentOf(text);
}
