/** Macros: what an author's own commands stand for. */
import type { Abbreviations, Context } from '../../notation.js';
import { placeless, textOf, type Token } from './token.js';

export interface Macro {
  /** With its backslash, or a single character. */
  readonly name: string;
  readonly parameters: number;
  /** What stands for the first argument where none is given in brackets; null where it is none to be left out. */
  readonly fallback: readonly Token[] | null;
  /** Of \def: the text before the first argument, and after each. */
  readonly delimiters: readonly (readonly string[])[] | null;
  /** May be followed by a star or a size before its argument, which change nothing that is said. */
  readonly sized: boolean;
  readonly body: readonly Token[];
  /** Why it cannot be used; null where it can. */
  readonly fault: MacroFault | null;
  /** Two macros with one digest stand for the same. */
  readonly digest: string;
}

export interface MacroFault {
  readonly code: 'unsupported' | 'limit';
  readonly message: string;
}

/** A macro of which something is not supported. */
export const unsupported = (message: string): MacroFault => ({ code: 'unsupported', message });

/** The macros in force at some place. */
export interface Macros {
  /** What names there are: none, commands alone, or single characters as well. */
  readonly names: 'none' | 'commands' | 'any';
  get(name: string): Macro | undefined;
}

export const NO_MACROS: Macros = { names: 'none', get: () => undefined };

/** The macros of a context; abbreviations of another notation are none. */
export const macrosIn = ({ macros }: Context): Macros => (isMacros(macros) ? macros : NO_MACROS);
const isMacros = (known: Abbreviations): known is Macros => 'names' in known;

/** Characters of a body, parameters in it, and tokens that delimit arguments. */
const MAX_BODY = 5_000;
const MAX_PLACES = 100;
const MAX_DELIMITERS = 100;

type Parts = Pick<Macro, 'name' | 'body'> & Partial<Macro>;

export function macro(parts: Parts): Macro {
  const { body } = parts;
  const whole = {
    parameters: 0,
    fallback: null,
    delimiters: null,
    sized: false,
    ...parts,
    fault: parts.fault ?? faultOf(parts),
  };
  const usable = whole.fault === null ? whole : { ...whole, body: [] };
  return { ...usable, digest: digestOf(usable, body) };
}

/** A macro as settings give it, in KaTeX's form: as many parameters as it names. */
export function macroOf(name: string, expansion: string): Macro {
  if (!NAME.test(name))
    return macro({ name, body: [], fault: unsupported(`“${name}” is no name for a macro.`) });
  if (expansion.length > MAX_BODY) return macro({ name, body: [], fault: tooLarge(name) });
  return macro({ name, body: placeless(expansion), parameters: parametersIn(expansion) });
}
const NAME = /^(\\([a-zA-Z@]+|.)|[^\\\s{}])$/su;

function parametersIn(expansion: string): number {
  const plain = expansion.replaceAll('##', '');
  let n = 0;
  while (n < 9 && plain.includes(`#${String(n + 1)}`)) n++;
  return n;
}

/** The macros of settings, by name. */
export function macrosOf(expansions: Readonly<Record<string, string>>): Macros {
  const byName = new Map(
    Object.entries(expansions)
      .filter(([, expansion]) => typeof expansion === 'string')
      .map(([name, expansion]) => [name, macroOf(name, expansion)]),
  );
  const names = [...byName.keys()];
  return {
    names: names.length === 0 ? 'none' : names.every((n) => n.startsWith('\\')) ? 'commands' : 'any',
    get: (name) => byName.get(name),
  };
}

function faultOf({ name, body, delimiters }: Parts): MacroFault | null {
  const length = body.reduce((n, t) => n + t.text.length, 0);
  const places = body.reduce((n, t) => n + Number(t.text === '#'), 0);
  const delimiting = delimiters?.flat().length ?? 0;
  if (length > MAX_BODY || places > MAX_PLACES || delimiting > MAX_DELIMITERS) return tooLarge(name);
  return isBalanced(body) ? null : unsupported(`The braces in the macro ${name} do not match.`);
}
const tooLarge = (name: string): MacroFault => ({
  code: 'limit',
  message: `The macro ${name} is too large.`,
});

function isBalanced(body: readonly Token[]): boolean {
  let depth = 0;
  for (const { kind } of body) {
    if (kind === 'open') depth++;
    if (kind === 'close' && --depth < 0) return false;
  }
  return depth === 0;
}

function digestOf(m: Omit<Macro, 'digest'>, body: readonly Token[]): string {
  const frozen = body.map((t) => (t.frozen ? '1' : '')).join();
  const text = JSON.stringify([
    [m.name, m.parameters, m.delimiters, m.sized, m.fault],
    [m.fallback && textOf(m.fallback), textOf(body), frozen],
  ]);
  return `${m.name}:${String(text.length)}:${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1b873593)}`;
}

/** A hash of 32 bits after Fowler, Noll and Vo. */
function hashOf(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
