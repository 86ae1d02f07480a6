/**
 * Macros expanded before anything is read, as TeX expands them: the reader sees a text without any, and its places
 * are those of the author's text. All that a text can ask for is bounded: uses, what they stand for, definitions.
 */
import type { Problem, Span } from '../../notation.js';
import { MAX_NESTING } from '../guard.js';
import { knowsCommand } from '../katexTree.js';
import { AwaitedArguments } from './arguments.js';
import { DEFINING, Incomplete, mayDefine, PREFIXES, type MacroDefinition } from './define.js';
import { Input } from './input.js';
import { macro, type Macro, type Macros } from './macro.js';
import { Output } from './output.js';
import { MacroScopes } from './scopes.js';
import { tokensOf, type Token, type MacroUse } from './token.js';

/** A macro that the text defines for what comes after it. */
export interface DefinedMacro {
  readonly macro: Macro;
  /** Offset in the text at which its definition is over. */
  readonly to: number;
}

export interface MacroExpansion {
  /** The text without macros and definitions. */
  readonly text: string;
  readonly defined: readonly DefinedMacro[];
  /** What stopped it; the definitions before that count all the same. */
  readonly problem: Problem | null;
  /** The place in the text as it was written. */
  place(span: Span): Span;
  /** The macro that the author used there; null where the text is the author's own. */
  macroAt(span: Span): string | null;
}

/** Characters of a text, uses of macros in it, and tokens that they put back. */
const MAX_LENGTH = 200_000;
const MAX_USES = 1_000;
const MAX_TOKENS = 20_000;

/** The text with the macros expanded that are in force before it and that it defines. Never throws. */
export function expand(text: string, macros: Macros): MacroExpansion {
  if (!mayDefine(text) && !usesAny(text, macros)) return unchanged(text);
  if (text.length > MAX_LENGTH) {
    const message = `The formula is longer than ${String(MAX_LENGTH)} characters.`;
    return { ...unchanged(text), problem: { code: 'limit', message, from: 0, to: text.length } };
  }
  return new Expander(text, macros).run();
}

const unchanged = (text: string): MacroExpansion => ({
  text,
  defined: [],
  problem: null,
  place: (span) => span,
  macroAt: () => null,
});

function usesAny(text: string, macros: Macros): boolean {
  if (macros.names === 'none') return false;
  const names = macros.names === 'any' ? /\\(?:[a-zA-Z@]+|[^])|[^]/gu : /\\(?:[a-zA-Z@]+|[^])/g;
  for (const [name] of text.matchAll(names)) if (macros.get(name)) return true;
  return false;
}

/** Thrown within, and caught by `run`. */
class Stopped extends Error {
  constructor(
    readonly code: Problem['code'],
    message: string,
    readonly at: Span,
  ) {
    super(message);
  }
}

class Expander {
  private input: Input;
  private readonly output = new Output();
  private readonly scopes: MacroScopes;
  private readonly awaited = new AwaitedArguments();
  private uses = 0;
  private tokens = 0;
  private readonly defined: DefinedMacro[] = [];

  constructor(text: string, macros: Macros) {
    this.input = new Input(tokensOf(text));
    this.scopes = new MacroScopes(macros);
  }

  run(): MacroExpansion {
    const problem = this.attempt(() => this.readAll((token) => this.write(token)));
    const { output } = this;
    return {
      text: output.text,
      defined: this.defined,
      problem,
      place: (span) => output.place(span),
      macroAt: (span) => output.macroAt(span),
    };
  }

  private attempt(work: () => void): Problem | null {
    try {
      work();
      return null;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      const { code, message, at } = error;
      return { code, message, from: at.from, to: at.to };
    }
  }

  private readAll(write: (token: Token) => void): void {
    for (let token = this.input.next(); token; token = this.input.next()) {
      const found = token.frozen ? undefined : this.scopes.get(token.text);
      if (found) this.use(found, token);
      else if (!this.define(token)) write(token);
    }
  }

  private write(token: Token): void {
    this.awaited.pass(token.kind, token.text);
    if (token.kind === 'open' || token.text === '\\begin') this.scopes.enter();
    else if (token.kind === 'close' || token.text === '\\end') this.scopes.leave();
    if (this.scopes.depth > MAX_NESTING)
      throw new Stopped('limit', 'The formula is nested too deeply to read.', token);
    this.output.add(token);
  }

  private use(used: Macro, token: Token): void {
    const stop = (code: Problem['code'], message: string): never => {
      throw new Stopped(code, message, token);
    };
    const { name, fault } = used;
    if (fault !== null) stop(fault.code, fault.message);
    for (let outer = token.use; outer; outer = outer.outer)
      if (outer.macro === used) stop('limit', `The macro ${name} is defined by itself.`);
    if (++this.uses > MAX_USES) stop('limit', `The macro ${name} expands without end.`);
    const given = this.argumentsOf(used);
    if (given === null) return stop('syntax', missing(used));
    const to = Math.max(token.to, this.input.reached);
    const written = token.use?.written ?? name;
    const use: MacroUse = { macro: used, from: token.from, to, outer: token.use, written };
    const size = this.sizeOf(used, given);
    this.tokens += size;
    if (this.tokens > MAX_TOKENS) stop('limit', `The macro ${name} grows too large.`);
    const body = filled(used.body, given, use);
    this.input.push(this.awaited.any && given.length === 0 && body.length !== 1 ? braced(body, use) : body);
  }

  private sizeOf({ body }: Macro, given: readonly (readonly Token[])[]): number {
    return body.reduce(
      (n, t, i) => n + (t.text === '#' ? (given[numberAt(body, i) - 1]?.length ?? 0) : 1),
      0,
    );
  }

  /** The arguments that follow; null where one is missing. */
  private argumentsOf(used: Macro): readonly (readonly Token[])[] | null {
    const { input } = this;
    const { parameters, fallback, delimiters } = used;
    if (used.sized) {
      input.skipSpaces();
      if (!input.take('*')) input.optional();
    }
    if (delimiters) return delimitedArguments(input, delimiters);
    const found: (readonly Token[])[] = [];
    if (fallback) found.push(input.optional() ?? fallback);
    while (found.length < parameters) {
      const next = input.argument();
      if (next === null) return null;
      found.push(next);
    }
    return found;
  }

  /** Takes in a definition where one begins; false where none does. */
  private define(token: Token): boolean {
    const command = token.kind === 'command' ? this.definingCommand(token) : null;
    if (!command) return false;
    const read = DEFINING.get(command.name);
    if (!read) return false;
    this.keep(
      this.attemptDefinition(() => read(this.input), token),
      command.global,
    );
    return true;
  }

  /** The command, behind \global and the like. */
  private definingCommand({ text }: Token): { readonly name: string; readonly global: boolean } | null {
    if (!PREFIXES.has(text)) return DEFINING.has(text) ? { name: text, global: false } : null;
    let global = text === '\\global';
    for (;;) {
      this.input.skipSpaces();
      const next = this.input.peek();
      if (!next || !(PREFIXES.has(next.text) || DEFINING.has(next.text))) return null;
      this.input.next();
      if (DEFINING.has(next.text)) return { name: next.text, global };
      global ||= next.text === '\\global';
    }
  }

  private attemptDefinition(read: () => MacroDefinition, { from, to }: Token): MacroDefinition {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      throw new Stopped('syntax', error.message, { from, to });
    }
  }

  private keep(definition: MacroDefinition, prefixed: boolean): void {
    const { name } = definition.macro;
    if (definition.provided && (this.scopes.get(name) ?? knowsCommand(name))) return;
    const made = this.finished(definition);
    const global = prefixed || definition.global === true;
    this.scopes.set(name, made, global);
    if (global || this.scopes.depth === 0) this.defined.push({ macro: made, to: this.input.reached });
  }

  private finished({ macro: m, expanded, copied }: MacroDefinition): Macro {
    const same = copied && !copied.frozen ? this.scopes.get(copied.text) : undefined;
    if (same) return macro({ ...same, name: m.name, fault: same.fault });
    return expanded ? macro({ ...m, body: this.expandedNow(m.body) }) : m;
  }

  /** Tokens fully expanded, as \edef asks for. */
  private expandedNow(tokens: readonly Token[]): readonly Token[] {
    const outside = this.input;
    const found: Token[] = [];
    this.input = new Input([]);
    this.input.push(tokens);
    this.readAll((token) => found.push(token));
    this.input = outside;
    return found.map((t) => ({ ...t, from: 0, to: 0, use: null }));
  }
}

function delimitedArguments(
  input: Input,
  [before = [], ...after]: readonly (readonly string[])[],
): readonly (readonly Token[])[] | null {
  if (before.length > 0) input.skipSpaces();
  if (!before.every((text) => input.take(text))) return null;
  const found: (readonly Token[])[] = [];
  for (const delimiter of after) {
    const next = delimiter.length === 0 ? input.argument() : input.upTo(delimiter);
    if (next === null) return null;
    found.push(next);
  }
  return found;
}

const missing = ({ name, parameters, delimiters }: Macro): string =>
  delimiters
    ? `The macro ${name} is not used as it is defined.`
    : `The macro ${name} needs ${parameters === 1 ? 'an argument' : `${String(parameters)} arguments`}.`;

/** The number behind the # at an index of a body; 0 where it is none. */
function numberAt(body: readonly Token[], i: number): number {
  const next = body[i + 1]?.text ?? '';
  return /^[1-9]$/.test(next) ? Number(next) : 0;
}

/** The body with the arguments in place: #1 is the first, ## a mere #. */
function filled(
  body: readonly Token[],
  given: readonly (readonly Token[])[],
  use: MacroUse,
): readonly Token[] {
  const found: Token[] = [];
  for (let i = 0; i < body.length; i++) {
    const token = body[i];
    if (!token) continue;
    const argument = token.text === '#' ? given[numberAt(body, i) - 1] : undefined;
    if (argument) found.push(...argument);
    else found.push({ ...token, from: use.from, to: use.to, use });
    if (argument || (token.text === '#' && body[i + 1]?.text === '#')) i++;
  }
  return found;
}

function braced(body: readonly Token[], use: MacroUse): readonly Token[] {
  const brace = (kind: 'open' | 'close', text: string): Token => ({
    kind,
    text,
    from: use.from,
    to: use.to,
    use,
  });
  return [brace('open', '{'), ...body, brace('close', '}')];
}
