/** Commands that define macros, read from the tokens behind them. */
import type { Input } from './input.js';
import { macro, unsupported, type Macro } from './macro.js';
import { placeless, textOf, type Token } from './token.js';

/** What a defining command says. */
export interface MacroDefinition {
  readonly macro: Macro;
  /** In force outside of the braces around it as well. */
  readonly global?: boolean;
  /** Only where the name means nothing yet. */
  readonly provided?: boolean;
  /** Its body is expanded at once. */
  readonly expanded?: boolean;
  /** It means what this token means now. */
  readonly copied?: Token;
}

/** A definition that breaks off, in words. */
export class Incomplete extends Error {}

type DefinitionReader = (input: Input) => MacroDefinition;

/** Whether a text may define macros. */
export const mayDefine = (text: string): boolean => DEFINING_TEXT.test(text);
const DEFINING_TEXT =
  /\\(?:(?:new|renew|provide)command|DeclareRobustCommand|[gex]?def|let|DeclareMathOperator|DeclarePairedDelimiter|(?:New|Renew|Provide|Declare)DocumentCommand)(?![a-zA-Z@])/;

export const DEFINING: ReadonlyMap<string, DefinitionReader> = new Map<string, DefinitionReader>([
  ['\\newcommand', newCommand],
  ['\\renewcommand', newCommand],
  ['\\DeclareRobustCommand', newCommand],
  ['\\providecommand', (input) => ({ ...newCommand(input), provided: true })],
  ['\\def', def],
  ['\\gdef', (input) => ({ ...def(input), global: true })],
  ['\\edef', (input) => ({ ...def(input), expanded: true })],
  ['\\xdef', (input) => ({ ...def(input), global: true, expanded: true })],
  ['\\let', letCommand],
  ['\\DeclareMathOperator', operator],
  ['\\DeclarePairedDelimiter', pairedDelimiter],
  ['\\NewDocumentCommand', documentCommand],
  ['\\RenewDocumentCommand', documentCommand],
  ['\\DeclareDocumentCommand', documentCommand],
  ['\\ProvideDocumentCommand', (input) => ({ ...documentCommand(input), provided: true })],
]);

/** What may stand before a defining command. */
export const PREFIXES: ReadonlySet<string> = new Set(['\\global', '\\long', '\\outer', '\\protected']);

/** The body as it is kept: it has no place of its own. */
const kept = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((t) => ({ ...t, from: 0, to: 0, use: null }));

function newCommand(input: Input): MacroDefinition {
  const name = nameIn(input);
  const count = input.optional();
  const parameters = count === null ? 0 : Number(textOf(count));
  const fallback = count === null ? null : input.optional();
  const body = bodyIn(input, name);
  if (!Number.isInteger(parameters) || parameters < 0 || parameters > 9)
    throw new Incomplete(`The macro ${name} has no proper number of arguments.`);
  const first = parameters > 0 && fallback !== null ? kept(fallback) : null;
  return { macro: macro({ name, parameters, fallback: first, body }) };
}

function def(input: Input): MacroDefinition {
  input.skipSpaces();
  const name = input.next();
  if (name?.kind !== 'command') throw new Incomplete(NO_NAME);
  const delimiters = delimitersIn(input, name.text);
  const body = bodyIn(input, name.text);
  const isPlain = delimiters.every((d) => d.length === 0);
  return {
    macro: macro({
      name: name.text,
      parameters: delimiters.length - 1,
      delimiters: isPlain ? null : delimiters,
      body,
    }),
  };
}

/** The text before the first # and after each, up to the brace of the body. */
function delimitersIn(input: Input, name: string): readonly (readonly string[])[] {
  const delimiters: string[][] = [[]];
  for (let t = input.peek(); t?.kind !== 'open'; t = input.peek()) {
    if (!t || t.kind === 'close') throw new Incomplete(`The definition of ${name} breaks off.`);
    input.next();
    if (t.text !== '#') delimiters.at(-1)?.push(t.text);
    else if (input.next()?.text === String(delimiters.length) && delimiters.length <= 9) delimiters.push([]);
    else throw new Incomplete(`The arguments of ${name} are not numbered in order.`);
  }
  // A space behind a command's name ends the name and is no delimiter.
  if (delimiters[0]?.[0]?.trim() === '') delimiters[0].shift();
  return delimiters;
}

function letCommand(input: Input): MacroDefinition {
  const name = nameIn(input);
  input.skipSpaces();
  input.take('=');
  input.skipSpaces();
  const token = input.next();
  if (!token) throw new Incomplete(`The definition of ${name} breaks off.`);
  const isBrace = token.kind === 'open' || token.kind === 'close';
  const fault = isBrace ? unsupported(`The macro ${name} stands for a single brace.`) : null;
  return { macro: macro({ name, body: kept([{ ...token, frozen: true }]), fault }), copied: token };
}

function operator(input: Input): MacroDefinition {
  const star = input.take('*') ? '*' : '';
  const name = nameIn(input);
  const body = placeless(`\\operatorname${star}{${textOf(bodyIn(input, name))}}`);
  return { macro: macro({ name, body }) };
}

// \DeclarePairedDelimiter{\abs}{\lvert}{\rvert}: \abs{x}, \abs*{x} and \abs[\big]{x}.
function pairedDelimiter(input: Input): MacroDefinition {
  const name = nameIn(input);
  const [left, right] = [bodyIn(input, name), bodyIn(input, name)].map(textOf);
  const body = placeless(`\\left${left ?? ''} #1\\right${right ?? ''}`);
  return { macro: macro({ name, parameters: 1, sized: true, body }) };
}

/** Arguments that must be given, after one that may be left out. */
function documentCommand(input: Input): MacroDefinition {
  const name = nameIn(input);
  const shape = textOf(bodyIn(input, name)).replace(/\s+/g, '');
  const body = bodyIn(input, name);
  const [read, fallback, required = ''] = /^(?:O\{([^{}]*)\})?(m{0,9})$/.exec(shape) ?? [];
  const fault =
    read === undefined ? unsupported(`The arguments of the macro ${name} are not understood.`) : null;
  const first = fallback === undefined ? null : placeless(fallback);
  const parameters = required.length + Number(first !== null);
  return { macro: macro({ name, parameters, fallback: first, body, fault }) };
}

const NO_NAME = 'A definition names no macro.';

function nameIn(input: Input): string {
  input.skipSpaces();
  if (input.take('*')) input.skipSpaces();
  const name = input.name();
  if (name === null) throw new Incomplete(NO_NAME);
  return name;
}

function bodyIn(input: Input, name: string): readonly Token[] {
  const body = input.argument();
  if (body === null) throw new Incomplete(`The definition of ${name} breaks off.`);
  return kept(body);
}
