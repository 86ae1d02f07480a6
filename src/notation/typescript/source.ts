/** A source file as a syntax tree. */
import type { ParserOptions } from '@babel/parser';
import type * as t from '@babel/types';
import type { Problem } from '../notation.js';
import { isStackOverflow } from '../../stack.js';
import type { Source as AnySource } from '../programs/source.js';
import { parser } from './parser.js';

export type Language = 'typescript' | 'javascript';

export interface Source extends AnySource {
  readonly language: Language;
  readonly tree: t.Program;
  readonly comments: readonly t.Comment[];
  /** Errors that the parser went on after. */
  readonly errors: readonly string[];
  /** What the parser had to be told to read it. */
  readonly dialect: Dialect;
}

type Dialect = ParserOptions['plugins'];

/** Longer files are not read. */
const MOST_CHARACTERS = 4_000_000;
/** Declarations with syntax errors that are left out before giving up. */
const MOST_GAPS = 6;

/**
 * The tree of a source. A top-level declaration that cannot be parsed is left out, so that a half-typed function
 * does not hide the others; with nothing readable the tree is empty. Never throws.
 */
export function readSource(text: string, language: Language): Source {
  return readAs(text, language, DIALECTS[language]);
}

/** Another text as a part of the same file: in its dialect alone. */
export const readLike = ({ language, dialect }: Source, text: string): Source =>
  readAs(text, language, [dialect]);

function readAs(text: string, language: Language, dialects: readonly Dialect[]): Source {
  const problems: Problem[] = [];
  const empty = { text, language, tree: EMPTY, comments: [], errors: [], dialect: dialects[0], problems };
  if (text.length > MOST_CHARACTERS) {
    problems.push({ code: 'limit', message: 'The file is too long.', from: 0, to: text.length });
    return empty;
  }
  let rest = text;
  for (let gaps = 0; gaps <= MOST_GAPS; gaps++) {
    const parsed = parseAs(rest, dialects);
    if (!(parsed instanceof Error)) return { text, language, problems, ...parsed };
    if (isStackOverflow(parsed)) {
      problems.push({ code: 'limit', message: 'The code is nested too deeply.', from: 0, to: text.length });
      return empty;
    }
    const at = Math.min(positionOf(parsed), rest.length);
    const [from, to] = declarationAround(rest, at);
    problems.push({
      code: 'syntax',
      message: syntaxMessage(parsed),
      from: at,
      to: Math.min(at + 1, text.length),
    });
    const blanked = rest.slice(0, from) + rest.slice(from, to).replace(/[^\r\n]/g, ' ') + rest.slice(to);
    if (blanked === rest) return empty;
    rest = blanked;
  }
  return empty;
}

const EMPTY = { type: 'Program', body: [], directives: [], start: 0, end: 0 } as unknown as t.Program;

const DIALECTS: Readonly<Record<Language, readonly Dialect[]>> = {
  typescript: [
    ['typescript', 'decorators'],
    ['typescript', 'jsx', 'decorators'],
  ],
  javascript: [
    ['jsx', 'decorators'],
    ['typescript', 'decorators'],
  ],
};

type Parsed = Pick<Source, 'tree' | 'comments' | 'errors' | 'dialect'>;

/** The tree in the first dialect that takes the text; else the error of the first. */
function parseAs(text: string, dialects: readonly Dialect[]): Parsed | Error {
  let first: Error | null = null;
  for (const dialect of dialects) {
    try {
      const file = parser().parse(text, { ...TOLERANT, plugins: dialect ?? [] });
      const errors = (file.errors ?? []).map((e) => e.reasonCode);
      return { tree: file.program, comments: file.comments ?? [], errors, dialect };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      first ??= error;
    }
  }
  return first ?? new Error('nothing was parsed');
}

const TOLERANT: ParserOptions = {
  sourceType: 'module',
  errorRecovery: true,
  allowImportExportEverywhere: true,
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  attachComment: false,
  createParenthesizedExpressions: false,
};

function positionOf(error: Error): number {
  const pos: unknown = (error as { pos?: unknown }).pos;
  return typeof pos === 'number' ? pos : 0;
}

/** The parser's own words, without its place. */
const syntaxMessage = (error: Error): string => {
  const [told = ''] = error.message.split(/\(\d+:\d+\)/, 1);
  const words = told.trimEnd().replace(/\.$/, '');
  return `The code has a syntax error: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
};

/** The lines from the last line that begins at the margin up to the next one: a declaration as people lay it out. */
function declarationAround(text: string, at: number): readonly [number, number] {
  let from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  while (from > 0 && !beginsDeclaration(text, from)) from = text.lastIndexOf('\n', from - 2) + 1;
  let to = text.indexOf('\n', Math.max(at, from));
  while (to >= 0 && !beginsDeclaration(text, to + 1)) to = text.indexOf('\n', to + 1);
  return [from, to < 0 ? text.length : to];
}
const beginsDeclaration = (text: string, at: number): boolean => /[\p{L}_$@/]/u.test(text.charAt(at));
