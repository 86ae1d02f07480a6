/** Plain notation (mathjs's syntax) read: brackets and statements here, precedence by mathjs's parser. */
import { call, relation, type Expr, type RelationOp } from '../../core/index.js';
import {
  type Context,
  DEFAULT_STYLE,
  NO_CONTEXT,
  type Reading,
  type Span,
  type Statement,
  type Style,
} from '../notation.js';
import { ReadingNotes, type Read } from './notes.js';
import type { BracketGroup, Item, NamesKnown } from './items.js';
import { readItems } from './operands.js';
import { TOO_DEEP } from './segment.js';
import { type Token, tokenize } from './tokens.js';
import { isWordFunction } from './applied.js';
import { partedLetters } from './severalLetters.js';

const MAX_LENGTH = 100_000;
const MAX_DEPTH = 1000;

/**
 * Reads expressions, equations and definitions, several where ; or line ends part them. Never throws, evaluates
 * nothing, takes linear time; what it cannot read is a Problem, and its statement is left out.
 */
export function parsePlain(text: string, context: Context = NO_CONTEXT): Reading {
  const notes = new ReadingNotes(text);
  const statements: Statement[] = [];
  if (text.length > MAX_LENGTH) {
    notes.refuse(
      'limit',
      { from: 0, to: text.length },
      `a formula of more than ${String(MAX_LENGTH)} characters is not read`,
    );
  } else {
    const tokens = partedLetters(tokenize(text), context, notes);
    new Reader(tokens, namesIn(tokens, context), notes, statements).read();
    if (statements.length === 0 && notes.problems.length === 0) {
      notes.refuse('syntax', { from: 0, to: text.length }, 'there is no formula here');
    }
  }
  const { problems, assumptions, spans } = notes;
  return { statements, problems, assumptions, seen: [], spans, style: styleOf(text) };
}

function styleOf(text: string): Style {
  return /\d\.\d/.test(text) ? { ...DEFAULT_STYLE, numbers: 'decimals' } : DEFAULT_STYLE;
}

/** Which names the text itself defines as functions, and which stand without a bracket. */
function namesIn(tokens: readonly Token[], context: Context): NamesKnown {
  const [functions, bare] = [new Set<string>(), new Set<string>()];
  tokens.forEach((token, i) => {
    if (token.kind !== 'name') return;
    const next = tokens[i + 1];
    if (next?.kind !== 'open' && next?.kind !== 'prime') bare.add(token.text);
    else if (startsStatement(tokens[i - 1]) && isDefinition(tokens, i + 1)) functions.add(token.text);
  });
  return { context, functions, bare };
}
const startsStatement = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'semicolon' || before.kind === 'newline';

/** Whether a bracket of plain names at `open`, and nothing else, stands before an equals sign. */
function isDefinition(tokens: readonly Token[], open: number): boolean {
  let i = open + 1;
  while (tokens[i]?.kind === 'name' || tokens[i]?.kind === 'comma') i++;
  const [close, equals] = [tokens[i], tokens[i + 1]];
  return i > open + 1 && close?.kind === 'close' && equals !== undefined && isEquals(equals);
}
const isEquals = (t: Item): t is Token => t.kind === 'op' && (t.text === '=' || t.text === ':=');

/** An open bracket: what it holds so far, argument by argument. */
interface Frame {
  readonly open: Token;
  readonly args: (Read | null)[];
  items: Item[];
  /** Where the argument at hand begins. */
  from: number;
}

class Reader {
  private readonly frames: Frame[] = [];
  private readonly top: { items: Item[] } = { items: [] };
  private joint = '';
  private tooDeep = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: NamesKnown,
    private readonly notes: ReadingNotes,
    private readonly statements: Statement[],
  ) {}

  read(): void {
    this.tokens.forEach((token, i) => {
      this.take(token, i);
    });
    const open = this.frames.at(-1)?.open;
    if (open && !this.tooDeep) this.notes.refuse('syntax', open, 'this bracket is never closed');
    else if (!open) this.endStatement('');
  }

  private take(token: Token, i: number): void {
    const [frame, next] = [this.frames.at(-1), this.tokens[i + 1]];
    switch (token.kind) {
      case 'open':
        this.open(token);
        return;
      case 'close':
        this.close(token);
        return;
      case 'newline':
        if (!frame && !this.goesOn(next)) this.endStatement('\n');
        return;
      case 'comma':
        if (isDecimalComma(this.tokens, i)) this.refuseDecimalComma(i);
        else if (frame) this.endArgument(frame, token);
        else this.endStatement(',');
        return;
      case 'semicolon':
        if (frame) this.notes.refuse('unsupported', token, 'matrices are not supported');
        else this.endStatement(';');
        return;
      default:
        if (token.kind === 'op' && token.text === '|') this.bar(token, next);
        else (frame ?? this.top).items.push(token);
    }
  }

  /** |x|: a bar closes the one that is open where an operand stands before it. */
  private bar(token: Token, next: Token | undefined): void {
    const frame = this.frames.at(-1);
    const last = (frame ?? this.top).items.at(-1);
    const endsOperand = last !== undefined && (last.kind !== 'op' || last.text === '!');
    if (frame?.open.text === '|' && endsOperand) this.close(token);
    else if (endsOperand && last.to < token.from && next && token.to < next.from) {
      // a | b, with space on both sides, is neither an absolute value nor anything that is read.
      (frame ?? this.top).items.push(token);
    } else this.open(token);
  }

  private refuseDecimalComma(i: number): void {
    const [from, to] = [this.tokens[i - 1]?.from ?? 0, this.tokens[i + 1]?.to ?? 0];
    const written = this.notes.text({ from, to });
    const point = written.replace(',', '.');
    this.notes.refuse(
      'syntax',
      { from, to },
      `${written} may be a decimal or two numbers: write ${point}, or a space after the comma`,
    );
    (this.frames.at(-1) ?? this.top).items.push({ kind: 'bad', text: ',', from, to });
  }

  /** Whether a line's end is only a break in a formula that goes on. */
  private goesOn(next: Token | undefined): boolean {
    const last = this.top.items.at(-1);
    if (!last || !next) return true;
    return last.kind === 'op' || (next.kind === 'op' && next.text !== '-' && next.text !== 'not');
  }

  private open(token: Token): void {
    if (this.frames.length >= MAX_DEPTH && !this.tooDeep) {
      this.tooDeep = true;
      this.notes.refuse('limit', token, TOO_DEEP);
    }
    this.frames.push({ open: token, args: [], items: [], from: token.to });
  }

  private endArgument(frame: Frame, end: Token): void {
    const where = { from: frame.from, to: Math.max(end.from, frame.from) };
    const isEmpty = frame.items.length === 0;
    frame.args.push(
      isEmpty
        ? this.notes.refuse('syntax', end, 'an argument is missing here')
        : this.expression(frame.items, where),
    );
    frame.items = [];
    frame.from = end.to;
  }

  private close(token: Token): void {
    const frame = this.frames.pop();
    if (!frame) {
      this.notes.refuse('syntax', token, 'this bracket was never opened');
      this.top.items.push({ ...token, kind: 'bad' });
      return;
    }
    if (frame.items.length > 0 || frame.args.length > 0) this.endLastArgument(frame, token);
    const group = this.group(frame, token);
    (this.frames.at(-1) ?? this.top).items.push(group);
  }
  /** A comma before the closing bracket is let be. */
  private endLastArgument(frame: Frame, close: Token): void {
    if (frame.items.length > 0) this.endArgument(frame, close);
  }

  private group({ open, args }: Frame, close: Token): BracketGroup {
    const span = { from: open.from, to: close.to };
    const group = {
      kind: 'group',
      open: open.text,
      text: this.notes.text({ from: open.to, to: close.from }),
    } as const;
    if (PAIRS.get(open.text) !== close.text) {
      this.notes.refuse('syntax', span, `"${open.text}" is closed by "${close.text}"`);
    } else if (open.text === '(') return { ...group, args, ...span };
    else if (args.length === 1 && !this.isIndex(open)) {
      return { ...group, args: [this.enclosed(open.text, args[0] ?? null)], ...span };
    } else this.notes.refuse('unsupported', span, 'lists and matrices are not supported');
    return { ...group, args: [null], ...span };
  }

  /** What |x|, ⌊x⌋ and ⌈x⌉ make of what they enclose; [x] and {x} only group. */
  private enclosed(open: string, read: Read | null): Read | null {
    const fn = ENCLOSING.get(open);
    if (!read || fn === undefined) return read;
    const expr = call(fn, read.expr);
    this.notes.place(expr, read);
    return { ...read, expr };
  }

  /** a[1] takes an entry; d/dx[…] and sin[…] do not. */
  private isIndex(open: Token): boolean {
    const { items } = this.frames.at(-1) ?? this.top;
    const [slash, name] = [items.at(-2), items.at(-1)];
    if (open.text !== '[' || name?.kind !== 'name' || name.to < open.from) return false;
    const isDenominator = slash?.kind === 'op' && slash.text === '/' && /^[d∂]./u.test(name.text);
    return !isDenominator && !isWordFunction(name.text);
  }

  private expression(items: readonly Item[], where: Span): Read | null {
    return this.tooDeep ? null : readItems(items, where, this.names, this.notes);
  }

  private endStatement(joint: string): void {
    const items = this.top.items;
    this.top.items = [];
    if (items.length === 0) return;
    const statement = this.statement(items);
    if (statement) this.statements.push(statement);
    this.joint = joint;
  }

  private statement(items: readonly Item[]): Statement | null {
    const { sides, ops, wheres } = splitAtEquals(items);
    const leads = sides[0]?.length === 0 && sides.length > 1;
    const reads = sides
      .slice(leads ? 1 : 0)
      .map((side, i) => this.expression(side, wheres[leads ? i + 1 : i] ?? EMPTY));
    const [first, last] = [reads[0], reads.at(-1)];
    if (!first || !last || reads.some((r) => r === null)) return null;
    const inner = leads ? ops.slice(1) : ops;
    const exprs = reads.flatMap((r) => (r ? [r.expr] : []));
    const expr: Expr = inner.length === 0 ? first.expr : relation(inner, exprs);
    const from = leads ? (items[0]?.from ?? first.from) : first.from;
    this.notes.place(expr, { from, to: last.to });
    return { expr, leading: leads ? (ops[0] ?? null) : null, joint: this.joint, from, to: last.to };
  }
}
const EMPTY: Span = { from: 0, to: 0 };
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['|', '|'],
  ['⌊', '⌋'],
  ['⌈', '⌉'],
]);
const ENCLOSING: ReadonlyMap<string, string> = new Map([
  ['|', 'abs'],
  ['⌊', 'floor'],
  ['⌈', 'ceil'],
]);

/** 1,5 without a space, outside the arguments of a call: a decimal to half the world. */
function isDecimalComma(tokens: readonly Token[], i: number): boolean {
  const [before, comma, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const isBetween = before?.kind === 'number' && after?.kind === 'number' && /^\d+$/.test(before.text);
  return isBetween && before.to === comma?.from && comma.to === after.from && !isInCall(tokens, i);
}
/** max(2,3), log(8,2): whether the bracket at hand holds arguments, as far as the next tokens before it tell. */
function isInCall(tokens: readonly Token[], i: number): boolean {
  let depth = 0;
  for (let at = i - 1; at >= Math.max(0, i - LOOK_BACK); at--) {
    const kind = tokens[at]?.kind;
    if (kind === 'close') depth++;
    else if (kind === 'open' && depth-- === 0) return tokens[at - 1]?.kind === 'name';
  }
  return false;
}
const LOOK_BACK = 100;

/** The sides of an equation, the signs between them, and for each side a place to name when it is empty. */
function splitAtEquals(items: readonly Item[]): { sides: Item[][]; ops: RelationOp[]; wheres: Span[] } {
  let side: Item[] = [];
  const [sides, ops, wheres]: [Item[][], RelationOp[], Span[]] = [[side], [], [items[0] ?? EMPTY]];
  for (const item of items) {
    if (!isEquals(item)) {
      side.push(item);
      continue;
    }
    ops.push(item.text === ':=' ? ':=' : '=');
    sides.push((side = []));
    wheres.push(item);
  }
  return { sides, ops, wheres };
}
