/** A language of one line a function, `let f(x) = x^2`, with all that a language is to have: a row and a reader. */
import type { Language } from '../../src/languages.js';
import { NO_CONTEXT } from '../../src/notation/notation.js';
import { parsePlain } from '../../src/notation/plain/parse.js';
import { symbolOf } from '../../src/notation/plain/names.js';
import { nameTree, rootOf } from '../../src/notation/programs/codeTree.js';
import { variableNamed, type Code, type Unread } from '../../src/notation/programs/code.js';
import type { ProgramReader } from '../../src/notation/programs/reader.js';
import type { FunctionTarget, Source, Target } from '../../src/notation/programs/source.js';

export const TOY: Language = {
  name: 'toy',
  files: { '.toy': 'toy' },
  comments: {
    line: '#',
    alone: ['#'],
    doc: { open: '"""', close: '"""', unless: null, starred: false },
  },
  tests: null,
};

interface ToyFunction extends FunctionTarget {
  readonly name: string;
  readonly body: string;
}

const LINE = /^let ([A-Za-z]\w*)\(([^()]*)\) = (.*)$/gm;

function functionsOf({ text }: Source): readonly ToyFunction[] {
  return [...text.matchAll(LINE)].map(({ 0: line, 1: name = '', 2: list = '', 3: body = '', index }) => ({
    kind: 'function',
    fn: { index },
    name,
    nameSpan: { from: index + 'let '.length, to: index + 'let '.length + name.length },
    statement: { from: index, to: index + line.length },
    exported: false,
    isMember: false,
    params: list.split(',').map((p) => p.trim()),
    parameter: null,
    enclosing: null,
    body,
  }));
}

function codeOf(source: Source, target: Target): Code | Unread {
  const fn = functionsOf(source).find(({ statement }) => statement.from === startOf(target));
  const { statements, problems } = parsePlain(fn?.body ?? '', NO_CONTEXT);
  const [only] = statements;
  if (!fn || !only) return { ok: false, code: 'syntax', message: 'no body', from: 0, to: 0, ...problems[0] };
  const params = fn.params.map((p) => symbolOf(p ?? ''));
  const program = { params, bindings: [], result: only.expr, definitions: new Map() };
  const variables = params.map((symbol, i) => {
    const code = fn.params[i] ?? '';
    return { symbol, code, path: nameTree(code) };
  });
  const spellings = new Map(variables.map(({ symbol, path }) => [symbol.id, path]));
  return { ok: true, target, program, variables, arrays: [], spellings };
}

const startOf = (t: Target): number => (t.kind === 'function' ? t.statement : t.span).from;

const at = (source: Source, from: number, to: number): FunctionTarget | null =>
  functionsOf(source).find(({ statement }) => statement.from <= from && to <= statement.to) ?? null;

let loaded = false;

export const TOY_READER: ProgramReader = {
  load: () => {
    loaded = true;
    return Promise.resolve();
  },
  isLoaded: () => loaded,
  read: (text, language) => ({ text, language, problems: [] }),
  targetAt: (source, offset) => at(source, offset, offset),
  expressionAt: () => null,
  targetIn: at,
  onlyTarget: (source) => {
    const [only, ...others] = functionsOf(source);
    return others.length === 0 ? (only ?? null) : null;
  },
  functionGroups: (source) => [{ kind: 'scope', name: null, within: null, functions: functionsOf(source) }],
  codeOf,
  resultsOf: (source, target) => {
    const code = codeOf(source, target);
    return code.ok ? { ok: true, code, shape: { kind: 'number', e: code.program.result, span: null } } : code;
  },
  returnedNames: () => [],
  isDifference: () => false,
  isNamed: (code, name) => variableNamed(code, name) !== null,
  textOf: (tree) => rootOf(tree) ?? '',
  declaredIn: () => new Map(),
  docComments: () => [],
  docCommentOf: () => null,
};
