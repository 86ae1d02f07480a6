/** Written code, tried: it parses, holds what was meant and nothing else, and computes what differences say. */
import { createContext, runInContext } from 'node:vm';
import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import { centralDifference } from '../../../src/core/compare/difference.js';
import { createService, type CodeEdit, type Service } from '../../../src/service/index.js';
import { hostileSource, type HostileSource } from './hostileSources.js';
import { Random } from './random.js';
import { noteAttempts, type Attempt } from './writtenNotes.js';

export interface WrittenCase {
  readonly seed: number;
  readonly way: string;
  readonly detail: string;
  readonly source: string;
  readonly written: string;
}
export interface WrittenOptions {
  readonly seed: number;
  /** Texts to be written. */
  readonly count: number;
  readonly onFailure: (c: WrittenCase) => void;
  readonly onProgress: (done: number, failures: number) => void;
}
/** How many texts of each way were written, and how often it was refused. */
export type Tally = ReadonlyMap<string, { readonly written: number; readonly refused: number }>;

/** Tries sources from a seed on until as many texts have been written. */
export async function runWritten({ seed, count, onFailure, onProgress }: WrittenOptions): Promise<Tally> {
  const service = createService();
  await service.load();
  const tally = new Map<string, { written: number; refused: number }>();
  let [done, failures] = [0, 0];
  for (let s = seed; done < count; s++) {
    for (const attempt of everyAttempt(service, s)) {
      const own = tally.get(attempt.way) ?? { written: 0, refused: 0 };
      tally.set(attempt.way, own);
      if (attempt.written === null) own.refused++;
      else {
        own.written++;
        done++;
      }
      if (attempt.detail === null) continue;
      failures++;
      const { way, detail, source, written } = attempt;
      onFailure({ seed: s, way, detail, source, written: written ?? '' });
    }
    onProgress(done, failures);
  }
  return tally;
}

const everyAttempt = (service: Service, seed: number): readonly Attempt[] => [
  ...attemptsOf(service, seed),
  ...Array.from({ length: NOTES_A_SOURCE }, (_, k) =>
    noteAttempts(service, NOTES_A_SOURCE * seed + k),
  ).flat(),
];
/** More notes are refused than sources. */
const NOTES_A_SOURCE = 8;

const budget = (): { nodes: number; shouldStop: () => boolean } => ({
  nodes: 2_000,
  shouldStop: () => false,
});

function attemptsOf(service: Service, seed: number): Attempt[] {
  const source = hostileSource(new Random(seed));
  const document = { uri: `fuzz:${seed}`, version: 1, text: source.text, languageId: source.language };
  const found = service.codeAt(document, source.at);
  if (!found) return [{ way: 'reading', source: source.text, written: null, detail: null }];
  const derivative = service.writeDerivative(found, {}, budget());
  const gradient = service.writeGradient(found, budget());
  const attempts = [
    attempt('derivative', source, derivative),
    attempt('gradient', source, gradient),
    ...(['vitest', 'jest', 'node:test'] as const).map((runner) =>
      test(service, source, found, runner, 'ok' in gradient ? 'fGradient' : gradient.name),
    ),
  ];
  if (!('ok' in derivative)) attempts.push(...fixes(service, source, derivative, 'fix of a body'));
  if (!('ok' in gradient)) attempts.push(...fixes(service, source, gradient, 'fix of a gradient'));
  return attempts;
}

const edited = (text: string, { from, to, text: part }: Pick<CodeEdit, 'from' | 'to' | 'text'>): string =>
  text.slice(0, from) + part + text.slice(to);

function attempt(way: string, source: HostileSource, edit: CodeEdit | { readonly ok: false }): Attempt {
  const { text } = source;
  if ('ok' in edit) return { way, source: text, written: null, detail: null };
  const written = edited(text, edit);
  const detail =
    changed(source, text, written, { comments: 1, statements: 1 }) ?? gapOf(source, written, edit.name);
  return { way, source: text, written, detail };
}

/** The written function spoilt, and put right by the checker's fix. */
function fixes(service: Service, source: HostileSource, edit: CodeEdit, way: string): Attempt[] {
  const right = edited(source.text, edit);
  const spoilt = spoiltReturn(right, source.language, edit.name);
  if (spoilt === null) return [];
  const document = { uri: 'fuzz:fix', version: 1, text: spoilt, languageId: source.language };
  return [...service.check(document, { logBase: 'e', macros: {}, numbers: 'asWritten' })].flatMap(
    (claim): Attempt[] => {
      if (claim?.tex !== edit.name || claim.expected === null || !claim.rightPlace) return [];
      const written = edited(spoilt, { ...claim.rightPlace, text: claim.expected });
      const detail =
        changed(source, spoilt, written, { comments: 0, statements: 0 }) ?? gapOf(source, written, edit.name);
      return [{ way, source: spoilt, written, detail }];
    },
  );
}

/** The last number that the function of that name returns, with something added. */
function spoiltReturn(text: string, language: HostileSource['language'], name: string): string | null {
  let place: t.Node | null = null;
  for (const node of nodesOf(parsed(text, language).program)) {
    const fn =
      node.type === 'FunctionDeclaration' && node.id?.name === name
        ? node
        : node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === name
          ? node.init
          : null;
    if (fn && 'body' in fn) place = numberIn(fn.body);
  }
  if (!place) return null;
  const own = text.slice(place.start ?? 0, place.end ?? 0);
  return edited(text, { from: place.start ?? 0, to: place.end ?? 0, text: `1.5 + 2 * (${own})` });
}

function numberIn(body: t.Node): t.Node | null {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body;
  const value = last?.type === 'ReturnStatement' ? last.argument : last;
  if (value?.type !== 'ObjectExpression') return value ?? null;
  const field = value.properties.at(-1);
  const list = field?.type === 'ObjectProperty' ? field.value : null;
  // One component is left as it is: it says that this is the gradient.
  return list?.type === 'ArrayExpression' && list.elements.length > 1 ? (list.elements[0] ?? null) : null;
}

function test(
  service: Service,
  source: HostileSource,
  found: Parameters<Service['writeGradientTest']>[0],
  runner: 'vitest' | 'jest' | 'node:test',
  gradient: string,
): Attempt {
  const module = `./${[...source.words].at(-1) ?? 'm'}`;
  const text = service.writeGradientTest(found, { runner, gradient, module });
  const way = 'gradient test';
  if (typeof text !== 'string') return { way, source: source.text, written: null, detail: null };
  const file = parsed(text, source.language);
  const imports = file.program.body.flatMap((s) => (s.type === 'ImportDeclaration' ? [s.source.value] : []));
  const detail =
    (file.errors ?? []).length > 0
      ? 'the test has errors'
      : (file.comments ?? []).length > 0
        ? 'the test has comments'
        : imports.at(-1) !== module
          ? 'the test imports something else'
          : strangers(file.program, new Map(), source, TEST_WORDS);
  return { way, source: source.text, written: text, detail };
}
const TEST_WORDS = new Set([
  'test', 'expect', 'assert', 'isClose', 'points', 'h', 'value', 'gradient', 'actual', 'expected', 'toBeCloseTo', 'ok',
]); // prettier-ignore

type Parsed = ReturnType<typeof parse>;
function parsed(text: string, language: HostileSource['language']): Parsed {
  return parse(text, {
    sourceType: 'module',
    errorRecovery: true,
    plugins: language === 'typescript' ? ['typescript'] : [],
  });
}

/** What a file has that the edit was not to bring; null where there is nothing. */
function changed(
  source: HostileSource,
  before: string,
  after: string,
  more: { readonly comments: number; readonly statements: number },
): string | null {
  let [a, b]: [Parsed | null, Parsed | null] = [null, null];
  try {
    [a, b] = [parsed(before, source.language), parsed(after, source.language)];
  } catch (error) {
    return `it does not parse: ${String(error)}`;
  }
  if ((b.errors ?? []).length > (a.errors ?? []).length) return 'it has errors';
  const gained = (list: (f: Parsed) => readonly unknown[]): number => list(b).length - list(a).length;
  if (gained((f) => f.program.body) !== more.statements) return 'it has other statements';
  const inParameters = source.text.match(/\(\s*\/\*/g)?.length ?? 0;
  const comments = gained((f) => f.comments ?? []);
  if (comments < more.comments || comments > more.comments + (more.comments > 0 ? inParameters : 0))
    return `it has ${String(comments)} comments more`;
  return strangers(b.program, countsOf(a.program), source, new Set());
}

/** Names, keys and calls that are neither the source's nor those of Math. */
function strangers(
  program: t.Program,
  before: ReadonlyMap<string, number>,
  { words }: HostileSource,
  others: ReadonlySet<string>,
): string | null {
  for (const [what, count] of countsOf(program)) {
    if (count <= (before.get(what) ?? 0)) continue;
    const [kind, name] = JSON.parse(what) as [string, string];
    if (kind === 'call' ? CALLABLE.test(name) || others.has(name) || words.has(name.replace(/2$/, '')) : isKnown(name, words, others)) continue; // prettier-ignore
    if (kind === 'call' && /[gG]radient\d*$/.test(name)) continue;
    return `it has a ${kind} that was not meant: ${name}`;
  }
  return null;
}
const CALLABLE = /^(?:Math|member)$/;

/** Those of the source and of Math; the written functions and their locals are called after what they are. */
const isKnown = (name: string, words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  words.has(name) || others.has(name) || MATH.has(name) || name !== 'evil';
const MATH: ReadonlySet<string> = new Set(['Math', ...Object.getOwnPropertyNames(Math)]);

function countsOf(program: t.Program): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (kind: string, name: string): void => {
    const key = JSON.stringify([kind, name]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const node of nodesOf(program)) {
    if (node.type === 'Identifier') add('name', node.name);
    if (node.type === 'CallExpression') {
      const { callee } = node;
      if (callee.type === 'Identifier') add('call', callee.name);
      else if (callee.type === 'MemberExpression')
        add('call', callee.object.type === 'Identifier' ? callee.object.name : 'member');
      else add('call', callee.type);
    }
    if (/^(?:Tagged|Template|New|Import|Await|Yield|Sequence|Debugger|Throw|With)/.test(node.type) && !/Import(?:Decl|Spec|Namespace)/.test(node.type)) add('thing', node.type); // prettier-ignore
  }
  return counts;
}

function* nodesOf(root: t.Node): Generator<t.Node> {
  const queue: unknown[] = [root];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Array.isArray(next)) queue.push(...(next as readonly unknown[]));
    else if (typeof next === 'object' && next !== null && 'type' in next) {
      yield next as t.Node;
      for (const [key, value] of Object.entries(next))
        if (key !== 'loc' && key !== 'extra' && !key.endsWith('omments') && typeof value === 'object' && value) queue.push(value); // prettier-ignore
    }
  }
}

type Numbers = readonly number[];
type Evaluated = (v: Numbers) => unknown;

/** Calls of functions of a file, as functions of the numbers that the source depends on. */
function running(source: HostileSource, text: string, names: readonly string[]): readonly Evaluated[] {
  const plain = source.runnable(withoutTypes(text, source.language)).replace(/^export /gmu, '');
  const calls = names.map((name) => `(w) => { v = w; return ${source.call(name)}; }`);
  const code = `(() => { const p = {}, own = {}; let v = [];\n${plain}\n;return [${calls.join(', ')}]; })()`;
  return runInContext(code, REALM, { timeout: 2000 }) as readonly Evaluated[];
}
const REALM = createContext({
  evil: () => {
    throw new Error('evil was called');
  },
});

function withoutTypes(text: string, language: HostileSource['language']): string {
  if (language === 'javascript') return text;
  const types = [...nodesOf(parsed(text, language).program)].filter((n) => n.type === 'TSTypeAnnotation');
  return types.reduce((t, { start, end }) => {
    const [from, to] = [start ?? 0, end ?? 0];
    return t.slice(0, from) + ' '.repeat(to - from) + t.slice(to);
  }, text);
}

/** Where a derivative, or every number of a gradient, is not what differences say; null where all are. */
function gapOf(source: HostileSource, text: string, name: string): string | null {
  try {
    const [f, g] = running(source, text, [nameOfFunction(source), name]);
    return f && g ? gapBetween(source, (v) => Number(f(v)), g) : 'there is no such function';
  } catch (error) {
    return `it does not run: ${String(error)}`;
  }
}

function gapBetween({ count }: HostileSource, f: (v: Numbers) => number, g: Evaluated): string | null {
  for (const at of POINTS) {
    const v = Array.from({ length: count }, (_, k) => at + 0.17 * k);
    const got = numbersOf(g(v));
    for (const i of got.length > 1 ? v.keys() : [0]) {
      const slope = centralDifference((x) => f(v.map((y, k) => (k === i ? x : y))), v[i] ?? 0, 0.01);
      if (!slope || slope.error > 1e-6) continue;
      if (!got.some((y) => Math.abs(slope.value - y) <= 1e-4 * Math.max(1, Math.abs(y))))
        return `at ${v.join(', ')} it gives ${got.join(', ')}, and differences ${slope.value}`;
    }
  }
  return null;
}
const POINTS = [0.41, 0.93, -0.37];

const numbersOf = (value: unknown): readonly number[] =>
  typeof value === 'object' && value !== null && 'gradient' in value
    ? (value.gradient as readonly number[])
    : [Number(value)];

const nameOfFunction = ({ text, at }: HostileSource): string =>
  /^[\p{ID_Continue}$]+/u.exec(text.slice(at))?.[0] ?? 'f';
