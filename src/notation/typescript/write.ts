/** Programs as complete functions in the author's language and style. */
import { apply, sym, type Expr, type Sym } from '../../core/expr.js';
import { needed, type Program } from '../../core/program.js';
import { bottomUp } from '../../core/rewrite.js';
import { codeForm } from './codeForm.js';
import type { FunctionTarget } from './find.js';
import { linesOf, type Line, type Lines } from './lines.js';
import { FreeNames, identifiersIn } from './names.js';
import { printForm, type Spell } from './print.js';
import type { Code } from './read.js';
import type { Source } from './source.js';
import { stable } from './stable.js';
import { writingStyle, type WritingStyle } from './style.js';

export interface Written {
  readonly name: string;
  /** The whole function with its doc comment, without a line end after it. */
  readonly text: string;
}

/** What a function to be written computes and is called. */
export interface Order {
  /** The wanted name; the one taken is not in use in the file. */
  readonly name: string;
  readonly program: Program;
  /** Several results make an object: its fields in order. A single one is returned as it is. */
  readonly fields:
    readonly { readonly key: string; readonly values: readonly Expr[]; readonly isList: boolean }[] | null;
  /** Lines of the doc comment; none without. */
  readonly comment: readonly string[];
}

/** The function, or null where code cannot say it. */
export function writeFunction(
  source: Source,
  code: Code,
  order: Order,
  names: FreeNames = new FreeNames(source.text),
): Written | null {
  const target = code.target.kind === 'function' ? code.target : null;
  const style = writingStyle(source, target ?? code.target.enclosing);
  const name = names.take(order.name);
  const values = order.fields ? order.fields.flatMap((f) => f.values) : [order.program.result];
  const forms = formsOf(order.program, values, code.functions);
  if (!forms) return null;
  const parameters = parametersOf(source, code, forms);
  const { lines, spell } = spelledOut(
    source,
    code,
    forms,
    [...identifiersIn(parameters.text), name],
    parameters.renamed,
  );
  return { name, text: layout(name, parameters, lines, order, style, spell) };
}

interface SpelledOut {
  readonly lines: Lines;
  readonly spell: Spell;
}

/** Locals and results as lines, under names that are free beside the parameters. */
export function spelledOut(
  source: Source,
  code: Code,
  forms: Forms,
  parameters: readonly string[],
  renamed: ReadonlyMap<string, string>,
): SpelledOut {
  const local = new FreeNames([...parameters, ...spelledNames(code), ...globalsOf(source)].join(' '));
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

interface Speller {
  readonly spell: Spell;
  local(s: Sym, names: FreeNames): void;
  set(s: Sym, text: string): void;
}

/** Parameters and names of the file as the code has them; everything else under a name of its own. */
function speller(code: Code, renamed: ReadonlyMap<string, string>): Speller {
  const known = new Map<string, string>();
  const bound = new Set(code.program.bindings.map((b) => b.name.id));
  for (const [id, text] of code.spellings) if (!bound.has(id)) known.set(id, renamed.get(id) ?? text);
  return {
    spell: (id) => known.get(id) ?? id.replace(/^(?:\w+:)+/, ''),
    set: (s, text) => known.set(s.id, text),
    local: (s, names) => {
      if (known.has(s.id)) return;
      const wanted = code.spellings.get(s.id) ?? s.base + (s.sub === null ? '' : s.sub);
      known.set(s.id, names.take(wanted));
    },
  };
}

function nameFor(names: FreeNames, spell: Speller, wanted: string): Sym {
  const text = names.take(wanted);
  const made = sym('#' + text, ['word']);
  spell.set(made, text);
  return made;
}

/** Names that the written function refers to or must not hide. */
function spelledNames(code: Code): string[] {
  const bound = new Set(code.program.bindings.map((b) => b.name.id));
  return [...code.spellings].filter(([id]) => !bound.has(id)).map(([, text]) => text);
}
/** Names declared at the top of the file. */
const globalsOf = (source: Source): readonly string[] =>
  source.tree.body.flatMap((s) =>
    'id' in s && s.id && 'name' in s.id && typeof s.id.name === 'string' ? [s.id.name] : [],
  );

interface Parameters {
  /** Type parameters in their brackets, or nothing. */
  readonly generics: string;
  readonly text: string;
  /** Fields that become parameters, by symbol id. */
  readonly renamed: ReadonlyMap<string, string>;
}

function parametersOf(source: Source, code: Code, forms: Forms): Parameters {
  const typed = (name: string): string => (source.language === 'typescript' ? `${name}: number` : name);
  const { target } = code;
  const used = new Set([...forms.results, ...forms.bindings.map((b) => b.value)].flatMap((e) => [...e.free]));
  if (target.kind === 'expression') {
    const names = FreeNames.within([]);
    const renamed = new Map(
      code.variables.map((v) => [v.symbol.id, names.take(v.code.replace(/^.*\.#?/, ''))]),
    );
    const arrays = code.arrays.map((a) =>
      source.language === 'typescript' ? `${a.code}: number[]` : a.code,
    );
    return { generics: '', text: [...[...renamed.values()].map(typed), ...arrays].join(', '), renamed };
  }
  const own = ownParameters(source, target);
  const taken = FreeNames.within(identifiersIn(own));
  const fields = code.variables.filter((v) => v.code.startsWith('this.') && used.has(v.symbol.id));
  const renamed = new Map(
    fields.map((v) => [v.symbol.id, taken.take(v.code.replace(/^this\.#?/, '').replaceAll('.', '_'))]),
  );
  const text = [own, ...[...renamed.values()].map(typed)].filter((p) => p !== '').join(', ');
  const { typeParameters } = target.fn;
  const generics = typeParameters
    ? source.text.slice(typeParameters.start ?? 0, typeParameters.end ?? 0)
    : '';
  return { generics, text, renamed };
}

/** The parameters as they are written; unannotated ones get a type in TypeScript. */
function ownParameters(source: Source, { fn }: FunctionTarget): string {
  const [first] = fn.params;
  const last = fn.params.at(-1);
  if (!first || !last) return '';
  const text = source.text.slice(first.start ?? 0, last.end ?? 0);
  if (source.language === 'javascript') return text;
  const untyped = fn.params.every((p) => p.type === 'Identifier' && !p.typeAnnotation);
  return untyped
    ? fn.params.map((p) => (p.type === 'Identifier' ? `${p.name}: number` : '')).join(', ')
    : text;
}

function layout(
  name: string,
  { generics, text: parameters }: Parameters,
  { lines, results }: Lines,
  order: Order,
  style: WritingStyle,
  spell: Spell,
): string {
  const print = (e: Expr): string => printForm(e, spell, style);
  const result = returned(order, results.map(print));
  const head = style.exported ? 'export ' : '';
  const type = style.language === 'typescript' ? `: ${typeOf(order)}` : '';
  const end = style.semicolon;
  const body = lines.flatMap((l) => lineText(l, print, style));
  const text =
    style.form === 'arrow' && body.length === 0 && !order.fields
      ? [`${head}const ${name} = ${generics}(${parameters})${type} => ${result}${end}`]
      : [
          style.form === 'arrow'
            ? `${head}const ${name} = ${generics}(${parameters})${type} => {`
            : `${head}function ${name}${generics}(${parameters})${type} {`,
          ...body.map((l) => style.indent + l),
          `${style.indent}return ${result}${end}`,
          style.form === 'arrow' ? `}${end}` : '}',
        ];
  return [...comment(order.comment), ...text]
    .map((l, i) => (i === 0 ? l : style.margin + l))
    .join(style.newline);
}

function typeOf({ fields }: Order): string {
  if (!fields) return 'number';
  const types = fields.map(
    (f) => `${f.key}: ${f.isList ? `[${f.values.map(() => 'number').join(', ')}]` : 'number'}`,
  );
  return `{ ${types.join('; ')} }`;
}

function returned({ fields }: Order, texts: readonly string[]): string {
  if (!fields) return texts[0] ?? 'NaN';
  let at = 0;
  const parts = fields.map((f) => {
    const own = texts.slice(at, (at += f.values.length));
    return `${f.key}: ${f.isList ? `[${own.join(', ')}]` : (own[0] ?? 'NaN')}`;
  });
  return `{ ${parts.join(', ')} }`;
}

/** A line of a program as lines of code. */
export function lineText(
  line: Line,
  print: (e: Expr) => string,
  { semicolon, indent }: WritingStyle,
): string[] {
  if (line.kind === 'const') return [`const ${print(line.name)} = ${print(line.value)}${semicolon}`];
  const [i, total] = [print(line.index), print(line.name)];
  const test = line.inclusive ? '<=' : '<';
  const grow = line.op === 'sum' ? '+=' : '*=';
  return [
    `let ${total} = ${line.op === 'sum' ? '0' : '1'}${semicolon}`,
    `for (let ${i} = ${print(line.from)}; ${i} ${test} ${print(line.until)}; ${i}++) {`,
    `${indent}${total} ${grow} ${print(codeForm(line.term) ?? line.term)}${semicolon}`,
    '}',
  ];
}

function comment(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const safe = lines.map((l) => l.replaceAll('*/', '* /'));
  return ['/**', ...safe.map((l) => ` * ${l}`), ' */'];
}
