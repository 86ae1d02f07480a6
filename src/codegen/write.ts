/** Programs as complete functions in the author's language and style. */
import { apply, bottomUp, needed, sym, type Expr, type Program, type Sym } from '../core/index.js';
import { codeForm } from '../notation/typescript/codeForm.js';
import { functionText, type AddedParameter, type CodeFunction, type Returns } from './codeFunction.js';
import { codeText } from '../notation/typescript/codeText.js';
import { lastKeyOf, listTree, nameTree, numberTree, recordTree, rootOf, type CodeBody, type CodeStatement, type CodeTree } from '../notation/programs/codeTree.js'; // prettier-ignore
import { editProblem, type TextChange } from './editCheck.js';
import type { FunctionTarget, Target } from '../notation/typescript/find.js';
import { linesOf, type CodeLine, type Lines } from './lines.js';
import { UnusedNames, identifiersIn } from '../notation/typescript/identifiers.js';
import { ownName, treeOf, type SpellSymbol } from '../notation/typescript/print.js';
import type { Code } from '../notation/typescript/read.js';
import { scopeOf } from '../notation/typescript/scope.js';
import type { Source } from '../notation/typescript/source.js';
import { stable } from './stable.js';
import { writingStyle, type WritingStyle } from './style.js';
import { unwritable, type Unwritable } from './unwritable.js';
import { isGlobal, isMeant, type Home } from './visibility.js';

export interface WrittenFunction {
  readonly name: string;
  /** The whole function with its doc comment, without a line end after it. */
  readonly text: string;
  /** The edit that puts it below what it was written for, an empty line between. */
  readonly edit: TextChange;
}

/** What a function to be written computes and is called. */
export interface FunctionOrder {
  /** The wanted name; the one taken is not in use in the file. */
  readonly name: string;
  readonly program: Program;
  /** Several results make an object: its fields in order. A single one is returned as it is. */
  readonly fields:
    readonly { readonly key: string; readonly values: readonly Expr[]; readonly isList: boolean }[] | null;
  /** Lines of the doc comment; none without. */
  readonly comment: readonly string[];
}

/** The function below the one that was read, or why it cannot be written. */
export function writeFunction(
  source: Source,
  code: Code,
  order: FunctionOrder,
): WrittenFunction | Unwritable {
  const target = code.target.kind === 'function' ? code.target : code.target.enclosing;
  const style = writingStyle(source, target);
  const name = new UnusedNames(source.text).take(order.name);
  const values = order.fields ? order.fields.flatMap((f) => f.values) : [order.program.result];
  const forms = formsOf(order.program, values, code.functions);
  if (!forms) return unwritable('The derivative needs a function that Math does not have.');
  const parameters = parametersOf(source, code, forms);
  const said = spelledOut(source, code, forms, [...parameters.words, name], parameters.renamed);
  const fn: CodeFunction = {
    name,
    exported: style.exported,
    form: style.form,
    generics: parameters.generics,
    own: parameters.own,
    added: parameters.added,
    returns: style.language === 'typescript' ? returnsOf(order) : null,
    body: bodyOf(said, order, style),
    comment: order.comment,
  };
  const strange = strangeName(code, forms, fn.body, homeOf(code), parameters.renamed);
  if (strange !== null) return unwritable(strange);
  return placed(source, fn, style, code.target);
}

/** The function in its place, if the file holds it there. */
function placed(
  source: Source,
  fn: CodeFunction,
  style: WritingStyle,
  target: Target,
): WrittenFunction | Unwritable {
  const { to } = target.kind === 'function' ? target.statement : (target.enclosing?.statement ?? target.span);
  const text = functionText(source, fn, style);
  const edit = { from: to, to, text: style.newline + style.newline + style.margin + text };
  const problem = editProblem(source, edit, { kind: 'function', fn });
  return problem === null ? { name: fn.name, text, edit } : unwritable(problem);
}

/** Where a function of its own stands: beside the one that was read, with its parameters. */
function homeOf({ target }: Code): Home {
  if (target.kind === 'function')
    return { scope: scopeOf(target.fn, target.scope), from: target.fn, to: target.fn };
  return { scope: target.enclosing?.scope ?? target.scope, from: null, to: null };
}

/**
 * Why a name would not mean at home what it means where the code was read; null where all do. What is renamed is a
 * parameter.
 */
export function strangeName(
  code: Code,
  { bindings, results }: Forms,
  body: CodeBody,
  home: Home,
  renamed: readonly Renamed[] = [],
): string | null {
  const bound = new Set(bindings.map((b) => b.name.id));
  const used = new Set([...results, ...bindings.map((b) => b.value)].flatMap((e) => [...e.free]));
  for (const id of used) {
    const tree = bound.has(id) ? undefined : code.spellings.get(id);
    if (!tree || renamedIn(tree, renamed) !== tree) continue;
    if (!isMeant(tree, code.origins.get(id) ?? null, home))
      return `\`${codeText(tree)}\` would mean something else where the derivative stands.`;
  }
  const hidden = GLOBALS.find((g) => mentions(body, g) && !isGlobal(home.scope.resolve(g)));
  return hidden === undefined ? null : `The file has a \`${hidden}\` of its own.`;
}
const GLOBALS = ['Math', 'Array', 'NaN', 'Infinity', 'undefined'] as const;
const mentions = (body: CodeBody, name: string): boolean =>
  JSON.stringify(body).includes(JSON.stringify(nameTree(name)));

interface SpelledOut {
  readonly lines: Lines;
  readonly spell: SpellSymbol;
}

/** Locals and results as lines, under names that are free beside the parameters. */
export function spelledOut(
  source: Source,
  code: Code,
  forms: Forms,
  parameters: readonly string[],
  renamed: readonly Renamed[] = [],
): SpelledOut {
  const local = new UnusedNames([...parameters, ...spelledNames(code), ...globalsOf(source)].join(' '));
  const spell = speller(code, renamed);
  forms.bindings.forEach((b) => {
    spell.local(b.name, local);
  });
  const lines = linesOf(forms.bindings, forms.results, (wanted) => nameFor(local, spell, wanted));
  return { lines, spell: spell.spell };
}

export interface Forms {
  readonly bindings: readonly { readonly name: Sym; readonly value: Expr }[];
  readonly results: readonly Expr[];
}

/** The needed locals and the results in stable code form; null where a part has none. */
export function formsOf(
  program: Program,
  values: readonly Expr[],
  own: ReadonlyMap<string, Sym>,
): Forms | null {
  const form = (e: Expr): Expr | null => codeForm(inOwnWords(stable(e), own));
  const kept = needed({ ...program, result: values[0] ?? program.result }, values);
  const results = values.map((v) => form(v));
  const bindings = kept.bindings.map((b) => ({ name: b.name, value: form(b.value) }));
  if (results.some((r) => r === null) || bindings.some((b) => b.value === null)) return null;
  return {
    results: results.filter((r): r is Expr => r !== null),
    bindings: bindings.flatMap((b) => (b.value ? [{ name: b.name, value: b.value }] : [])),
  };
}

/** Functions that the file has itself as calls of those. */
function inOwnWords(e: Expr, own: ReadonlyMap<string, Sym>): Expr {
  if (own.size === 0) return e;
  return bottomUp((x) => {
    const name = x.kind === 'call' ? own.get(x.fn) : undefined;
    return name && x.kind === 'call' ? apply(name, x.args) : x;
  })(e);
}

/** A path that is a parameter of its own in what is written. */
export interface Renamed {
  readonly path: CodeTree;
  readonly name: string;
}

/** The spelling with the longest of those paths that it begins with under its new name; itself where none is. */
function renamedIn(tree: CodeTree, renamed: readonly Renamed[]): CodeTree {
  const own = renamed.find((r) => JSON.stringify(r.path) === JSON.stringify(tree));
  if (own) return nameTree(own.name);
  if (tree.kind === 'binary') {
    const left = renamedIn(tree.left, renamed);
    return left === tree.left ? tree : { ...tree, left };
  }
  if (tree.kind !== 'member' && tree.kind !== 'entry') return tree;
  const object = renamedIn(tree.object, renamed);
  return object === tree.object ? tree : { ...tree, object };
}

interface Speller {
  readonly spell: SpellSymbol;
  local(s: Sym, names: UnusedNames): void;
  set(s: Sym, text: string): void;
}

/** Parameters and names of the file as the code has them; everything else under a name of its own. */
function speller(code: Code, renamed: readonly Renamed[]): Speller {
  const known = new Map<string, CodeTree>();
  const bound = new Set(code.program.bindings.map((b) => b.name.id));
  for (const [id, tree] of code.spellings) if (!bound.has(id)) known.set(id, renamedIn(tree, renamed));
  return {
    spell: (id) => known.get(id) ?? nameTree(ownName(id)),
    set: (s, text) => known.set(s.id, nameTree(text)),
    local: (s, names) => {
      if (known.has(s.id)) return;
      const spelling = code.spellings.get(s.id);
      const wanted = spelling?.kind === 'name' ? spelling.name : s.base + (s.sub ?? '');
      known.set(s.id, nameTree(names.take(wanted)));
    },
  };
}

function nameFor(names: UnusedNames, spell: Speller, wanted: string): Sym {
  const text = names.take(wanted);
  const made = sym('#' + text, ['word']);
  spell.set(made, text);
  return made;
}

/** Names that the written function refers to or must not hide. */
function spelledNames(code: Code): string[] {
  const bound = new Set(code.program.bindings.map((b) => b.name.id));
  return [...code.spellings].filter(([id]) => !bound.has(id)).map(([, tree]) => codeText(tree));
}
/** Names declared at the top of the file. */
const globalsOf = (source: Source): readonly string[] =>
  source.tree.body.flatMap((s) =>
    'id' in s && s.id && 'name' in s.id && typeof s.id.name === 'string' ? [s.id.name] : [],
  );

interface Parameters {
  readonly generics: CodeFunction['generics'];
  readonly own: CodeFunction['own'];
  readonly added: readonly AddedParameter[];
  /** Paths that are parameters of their own. */
  readonly renamed: readonly Renamed[];
  /** Names that are in use among them. */
  readonly words: readonly string[];
}

/** The author's parameters, and one for each field of `this`; for an expression one for each thing it depends on. */
function parametersOf(source: Source, code: Code, forms: Forms): Parameters {
  const { target } = code;
  const used = new Set([...forms.results, ...forms.bindings.map((b) => b.value)].flatMap((e) => [...e.free]));
  const isTyped = source.language === 'typescript';
  const head = target.kind === 'function' ? ownParameters(source, target) : NO_HEAD;
  const names = UnusedNames.within(head.words);
  const wanted = (v: { path: CodeTree }): boolean =>
    target.kind === 'expression' || rootOf(v.path) === 'this';
  const add = (list: Code['variables'], type: 'number' | 'number[]'): (Renamed & AddedParameter)[] =>
    list.filter(wanted).map((v) => ({
      path: v.path,
      name: names.take(pathName(v.path)),
      type: isTyped ? type : null,
    }));
  const numbers = code.variables.filter((v) => target.kind === 'expression' || used.has(v.symbol.id));
  const renamed = [...add(numbers, 'number'), ...add(code.arrays, 'number[]')];
  const added = renamed.map(({ name, type }) => ({ name, type }));
  return {
    generics: head.generics,
    own: head.own,
    added: [...head.added, ...added],
    renamed,
    words: [...head.words, ...added.map((p) => p.name)],
  };
}

interface Head extends Pick<Parameters, 'generics' | 'own' | 'added'> {
  readonly words: ReadonlySet<string>;
}
const NO_HEAD: Head = { generics: null, own: [], added: [], words: new Set() };

/** What a path of `this` is called as a parameter: `a_b` of `this.a.b`; elsewhere its last name. */
function pathName(path: CodeTree): string {
  if (path.kind !== 'member' || rootOf(path) !== 'this') return lastKeyOf(path);
  const before = path.object.kind === 'name' ? '' : `${pathName(path.object)}_`;
  return before + lastKeyOf(path);
}

/** The parameters as they are written; unannotated ones get a type in TypeScript. */
function ownParameters(source: Source, { fn }: FunctionTarget): Head {
  const words = identifiersIn(source.text.slice(fn.params[0]?.start ?? 0, fn.params.at(-1)?.end ?? 0));
  const generics = fn.typeParameters ?? null;
  const names = fn.params.flatMap((p) => (p.type === 'Identifier' && !p.typeAnnotation ? [p.name] : []));
  const isUntyped = source.language === 'typescript' && names.length === fn.params.length;
  return isUntyped
    ? { generics, own: [], added: names.map((name) => ({ name, type: 'number' as const })), words }
    : { generics, own: fn.params, added: [], words };
}

/** A bare expression where the author's style has one and nothing needs a line, else statements. */
function bodyOf(
  { lines: { lines, results }, spell }: SpelledOut,
  order: FunctionOrder,
  style: WritingStyle,
): CodeBody {
  const value = returned(
    order,
    results.map((e) => treeOf(e, spell, style)),
  );
  if (style.form === 'arrow' && lines.length === 0 && !order.fields) return { kind: 'expression', value };
  return block(lines, value, spell, style);
}

/** The lines, and a return of the value after them. */
export const block = (
  lines: readonly CodeLine[],
  value: CodeTree,
  spell: SpellSymbol,
  style: WritingStyle,
): Extract<CodeBody, { kind: 'block' }> => ({
  kind: 'block',
  statements: [...lines.flatMap((l) => statementsOf(l, spell, style)), { kind: 'return', value }],
});

const returnsOf = ({ fields }: FunctionOrder): Returns =>
  fields?.map((f) => ({ key: f.key, count: f.isList ? f.values.length : null })) ?? 'number';

function returned({ fields }: FunctionOrder, trees: readonly CodeTree[]): CodeTree {
  if (!fields) return trees[0] ?? nameTree('NaN');
  let at = 0;
  return recordTree(
    fields.map(({ key, values, isList }) => {
      const own = trees.slice(at, (at += values.length));
      return { key, value: isList ? listTree(own) : (own[0] ?? nameTree('NaN')) };
    }),
  );
}

/** A line of a program as statements. */
function statementsOf(line: CodeLine, spell: SpellSymbol, style: WritingStyle): CodeStatement[] {
  const tree = (e: Expr): CodeTree => treeOf(e, spell, style);
  const name = tree(line.name);
  if (line.kind === 'const') return [{ kind: 'const', name, value: tree(line.value) }];
  const value = tree(codeForm(line.term) ?? line.term);
  return [
    { kind: 'let', name, value: numberTree(line.op === 'sum' ? '0' : '1') },
    {
      kind: 'for',
      index: tree(line.index),
      from: tree(line.from),
      op: line.inclusive ? '<=' : '<',
      until: tree(line.until),
      body: [{ kind: 'update', name, op: line.op === 'sum' ? '+=' : '*=', value }],
    },
  ];
}
