/** From a place in a source to the program that stands there. */
import type { Binding, Expr, Local, Sym } from '../../core/index.js';
import { codeText } from './codeText.js';
import type { Code as AnyCode, CodeVariable, Unread } from '../programs/code.js';
import { nameTree } from '../programs/codeTree.js';
import type { FunctionTarget, Target } from './find.js';
import { declaredType, given } from './givens.js';
import { Reader } from './reader.js';
import { scopeOf, type Declaration } from './scope.js';
import type { Source } from './source.js';
import type { Origin } from './symbols.js';
import { attempt, refuse, spanOf } from './unreadable.js';
import { frameOf, type Given, type Environment } from './value.js';

/** A function or an expression as a program. */
export interface Code extends AnyCode {
  readonly target: Target;
  /** Functions of the table that the file has under names of its own, by function name. */
  readonly functions: ReadonlyMap<string, Sym>;
  /** What the names of the file are declared by, by symbol id; none for locals and global names. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** What the target computes, or why that is not known. Never throws. */
export function readCode(source: Source, target: Target): Code | Unread {
  const whole = target.kind === 'function' ? target.fn : target.node;
  const read = attempt(whole, () =>
    target.kind === 'function' ? readFunction(source, target) : readExpression(source, target),
  );
  return 'ok' in read ? read : { ok: false, ...read };
}

function readFunction(source: Source, target: FunctionTarget): Code {
  const { fn } = target;
  const { reader, params, at } = openFunction(source, target);
  const result = reader.body(fn, at);
  if (params.length === 0 && result.free.size === 0)
    refuse(fn, 'The function has no parameter to differentiate by.');
  return codeOf(reader, target, params, reader.locals, result);
}

/** A function about to be read: its parameters given, and the place of its body. */
export interface OpenedFunction {
  readonly reader: Reader;
  readonly params: readonly Given[];
  readonly at: Environment;
}

export function openFunction({ text }: Source, { fn, scope: outer, owner }: FunctionTarget): OpenedFunction {
  const reader = new Reader(text, false, outer, owner);
  const scope = scopeOf(fn, outer);
  const frame = frameOf(scope, reader.outside);
  const params: Given[] = [];
  for (const d of parametersOf(scope.names)) {
    const g = given(reader.symbols, d, nameTree(d.name), d, declaredType(d.id, d.fallback));
    // The symbol is made now, so that parameters have the names as they are.
    params.push(g);
    reader.symbols.of(d, d.name, g.path, d);
    frame.set(d, { kind: 'given', given: g });
  }
  return { reader, params, at: { scope, frame } };
}

const parametersOf = (names: ReadonlyMap<string, Declaration>): Declaration[] =>
  [...names.values()]
    .filter((d) => d.kind === 'parameter')
    .sort((a, b) => spanOf(a.id).from - spanOf(b.id).from);

function readExpression(source: Source, target: Extract<Target, { kind: 'expression' }>): Code {
  const reader = new Reader(
    source.text,
    target.enclosing === null,
    target.scope,
    target.enclosing?.owner ?? null,
  );
  const result = reader.number(target.node, { scope: target.scope, frame: reader.outside });
  const own = reader.ownConstants();
  const locals = [...own].map(([, b]): Local => ({ name: b.name, value: b.value }));
  own.forEach((_, id) => reader.definitions.delete(id));
  return codeOf(reader, target, [], locals, result);
}

/** What was read as a program of the numbers that it depends on. */
export function codeOf(
  reader: Reader,
  target: Target,
  params: readonly Given[],
  locals: readonly Local[],
  result: Expr,
): Code {
  const { definitions } = reader;
  const all = [...params, ...reader.free.values()].flatMap(withFields);
  const outside = reader.constantsGiven().filter((g) => !params.includes(g) && g.use.as === 'number');
  const numbers = all.filter(
    (g) => g.use.as === 'number' || (g.use.as === undefined && g.use.declared === 'number'),
  );
  const isParameter = (g: Given): boolean => params.includes(g);
  const rest = [...numbers.filter((g) => !isParameter(g)), ...outside].filter((g) =>
    mentioned(g.symbol, result, locals, definitions),
  );
  const variables = [...numbers.filter(isParameter), ...rest];
  return {
    ok: true,
    target,
    program: { params: variables.map((g) => g.symbol), bindings: locals, result, definitions },
    variables: variables.map(variableOf),
    arrays: all.filter((g) => g.use.as === 'array').map(variableOf),
    functions: reader.ownFunctions,
    spellings: reader.symbols.spellings(),
    origins: reader.symbols.origins(),
  };
}

const variableOf = (g: Given): CodeVariable => ({ symbol: g.symbol, code: g.code, path: g.path });
const withFields = (g: Given): Given[] => [g, ...g.fields().flatMap(withFields)];

function mentioned(
  s: Sym,
  result: Expr,
  locals: readonly Local[],
  definitions: ReadonlyMap<string, Binding>,
): boolean {
  const values = [result, ...locals.map((l) => l.value), ...[...definitions.values()].map((d) => d.value)];
  return values.some((e) => e.free.has(s.id));
}

/** Whether the code has anything of that name, a number or not. */
export const symbolNamed = (code: AnyCode, name: string): boolean =>
  [...code.spellings.values()].some((s) => codeText(s) === name) || code.arrays.some((a) => a.code === name);
