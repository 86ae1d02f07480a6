/**
 * KaTeX's own parser, wrapped: the layout tree of a formula, or the problem that stops it.
 *
 * `__parse` is semi-internal, so this is the one file that calls it, and the node shapes used are declared here.
 */
import katex from 'katex';
import type { Problem } from '../notation.js';
import { isStackOverflow } from '../../stack.js';
import { COMMON_MACROS, type MacroFunction } from './commonMacros.js';

/** A place in whatever text the lexer read: the source, or the body of a macro. */
export interface Loc {
  readonly start: number;
  readonly end: number;
  readonly lexer: { readonly input: string };
}
interface Base {
  readonly mode: 'math' | 'text';
  readonly loc?: Loc | null;
}
export interface SymbolNode extends Base {
  readonly type: 'mathord' | 'textord' | 'spacing' | 'accent-token' | 'op-token';
  readonly text: string;
}
export interface AtomNode extends Base {
  readonly type: 'atom';
  readonly family: 'bin' | 'close' | 'inner' | 'open' | 'punct' | 'rel';
  readonly text: string;
}
export interface OpNode extends Base {
  readonly type: 'op';
  readonly name?: string;
  readonly body?: readonly Node[];
}
/** Wrappers with a list inside: braces, styles, sizes, colours, words, links. */
export interface ListNode extends Base {
  readonly type:
    | 'ordgroup'
    | 'styling'
    | 'sizing'
    | 'color'
    | 'text'
    | 'hbox'
    | 'pmb'
    | 'operatorname'
    | 'href'
    | 'html'
    | 'phantom'
    | 'mclass';
  readonly body: readonly Node[];
  /** Of text: the command that set it. */
  readonly font?: string;
}
/** Wrappers with one node inside. */
export interface BoxNode extends Base {
  readonly type:
    'overline' | 'underline' | 'lap' | 'smash' | 'vcenter' | 'raisebox' | 'vphantom' | 'reflectbox';
  readonly body: Node;
}
export interface EncloseNode extends Base {
  readonly type: 'enclose';
  readonly label: string;
  readonly body: Node;
}
export interface FontNode extends Base {
  readonly type: 'font';
  readonly font: string;
  readonly body: Node;
}
export interface AccentNode extends Base {
  readonly type: 'accent' | 'accentUnder' | 'horizBrace';
  readonly label: string;
  readonly base: Node;
}
export interface SupsubNode extends Base {
  readonly type: 'supsub';
  readonly base?: Node | null;
  readonly sup?: Node;
  readonly sub?: Node;
}
export interface FractionNode extends Base {
  readonly type: 'genfrac';
  readonly numer: Node;
  readonly denom: Node;
  readonly hasBarLine: boolean;
}
export interface SqrtNode extends Base {
  readonly type: 'sqrt';
  readonly body: Node;
  readonly index: Node | null;
}
export interface LeftRightNode extends Base {
  readonly type: 'leftright';
  readonly body: readonly Node[];
  readonly left: string;
  readonly right: string;
}
export interface DelimiterNode extends Base {
  readonly type: 'delimsizing';
  readonly mclass: 'mopen' | 'mclose' | 'mrel' | 'mord';
  readonly delim: string;
}
export interface MiddleNode extends Base {
  readonly type: 'middle';
  readonly delim: string;
}
export interface ArrayNode extends Base {
  readonly type: 'array';
  readonly body: readonly (readonly Node[])[];
  readonly colSeparationType?: string;
}
export interface KernNode extends Base {
  readonly type: 'kern';
  readonly dimension: { readonly number: number; readonly unit: string };
}
export interface HtmlMathmlNode extends Base {
  readonly type: 'htmlmathml';
  readonly mathml: readonly Node[];
}
export interface TagNode extends Base {
  readonly type: 'tag';
  readonly body: readonly Node[];
}
export interface ChoiceNode extends Base {
  readonly type: 'mathchoice';
  readonly text: readonly Node[];
}
export interface OpaqueNode extends Base {
  readonly type:
    | 'cdlabel'
    | 'cdlabelparent'
    | 'color-token'
    | 'cr'
    | 'environment'
    | 'includegraphics'
    | 'infix'
    | 'internal'
    | 'leftright-right'
    | 'raw'
    | 'rule'
    | 'size'
    | 'url'
    | 'verb'
    | 'xArrow';
}
export type Node =
  | SymbolNode
  | AtomNode
  | OpNode
  | ListNode
  | BoxNode
  | EncloseNode
  | FontNode
  | AccentNode
  | SupsubNode
  | FractionNode
  | SqrtNode
  | LeftRightNode
  | DelimiterNode
  | MiddleNode
  | ArrayNode
  | KernNode
  | HtmlMathmlNode
  | TagNode
  | ChoiceNode
  | OpaqueNode;

interface Settings {
  readonly displayMode: boolean;
  readonly throwOnError: boolean;
  readonly strict: 'ignore';
  readonly trust: (context: { readonly command: string }) => never;
  readonly maxExpand: number;
  readonly macros: Record<string, string | MacroFunction>;
}
interface KatexParser {
  __parse(tex: string, settings: Settings): readonly Node[];
}
const parser = katex as unknown as KatexParser;

/** The layout tree, or why there is none; never throws. The caller guards the length and the nesting. */
export function katexTree(text: string, maxExpand: number): readonly Node[] | Problem {
  try {
    return parser.__parse(text, settings(maxExpand, { ...COMMON_MACROS }));
  } catch (error) {
    return asProblem(error, text);
  }
}

/** Whether KaTeX by itself knows a command, as a symbol, a function or a macro. */
export function knowsCommand(name: string): boolean {
  try {
    parser.__parse(name, settings(0, {}));
    return true;
  } catch (error) {
    return !(isParseError(error) && error.rawMessage.startsWith('Undefined control sequence'));
  }
}

const settings = (maxExpand: number, macros: Settings['macros']): Settings => ({
  displayMode: true,
  throwOnError: true,
  strict: 'ignore',
  trust: refuse,
  maxExpand,
  macros,
});

/** Links, images and HTML: KaTeX would leave their names as letters, which mean nothing. */
class Untrusted extends Error {
  constructor(readonly command: string) {
    super(command);
  }
}
function refuse({ command }: { readonly command: string }): never {
  throw new Untrusted(command);
}

function asProblem(error: unknown, text: string): Problem {
  if (error instanceof Untrusted) {
    const from = Math.max(0, text.indexOf(error.command));
    const message = `The command ${error.command} is not supported.`;
    return { code: 'unsupported', message, from, to: Math.min(from + error.command.length, text.length) };
  }
  if (isStackOverflow(error)) return wholeText(text, 'limit', 'The formula is nested too deeply to read.');
  // What KaTeX trips over is a defect of its own, and text that cannot be read.
  if (!isParseError(error)) return wholeText(text, 'syntax', 'The formula could not be read.');
  const raw = error.rawMessage;
  const from = Math.min(error.position ?? 0, text.length);
  const to = Math.min(from + Math.max(1, error.length ?? 1), text.length);
  if (raw.startsWith('Too many expansions'))
    return wholeText(text, 'limit', 'The commands of this formula expand without end.');
  const unknown = /^Undefined control sequence: (.*)$/s.exec(raw);
  if (!unknown) return { code: 'syntax', message: sentence(raw), from, to };
  const name = unknown[1] ?? '';
  // KaTeX counts the spaces behind a command in.
  const end = Math.min(from + name.length, text.length);
  return { code: 'unsupported', message: `The command ${name} is not known.`, from, to: end };
}

const wholeText = (text: string, code: Problem['code'], message: string): Problem => ({
  code,
  message,
  from: 0,
  to: text.length,
});
const sentence = (s: string): string => (s.endsWith('.') ? s : s + '.');

interface ParseError {
  readonly rawMessage: string;
  readonly position?: number;
  readonly length?: number;
}
const isParseError = (e: unknown): e is ParseError =>
  e instanceof Error && typeof (e as unknown as { rawMessage?: unknown }).rawMessage === 'string';
