/** Operands of plain notation from their tokens: names, calls f(x), primes, roots, d/dx. */
import { call, diff, div, num, ONE, pow, root, type Expr } from '../../core/index.js';
import type { Span } from '../notation.js';
import {
  baseOfLog,
  bareArgumentEnd,
  callBracket,
  factorCount,
  functionPower,
  inverseName,
  isWordFunction,
  type FunctionPower,
} from './applied.js';
import { derivativeHead, type DerivativeHead } from './derivativeHead.js';
import { isCall, type BracketGroup, type Item, type NamesKnown } from './items.js';
import { constantOf, nameExpr, symbolOf } from './names.js';
import type { Read, ReadingNotes } from './notes.js';
import { fractionExpr, raisedExpr } from './raised.js';
import { readSegment, TOO_DEEP, type Part } from './segment.js';
import { PRIMES, ROOT_INDEX, SCOPE_ENDS, UNSUPPORTED } from './signs.js';
import type { Token } from './tokens.js';
import { Calls } from './calls.js';

/** The expression of a run of items without commas and equals signs, or null with a Problem noted. */
export function readItems(
  items: readonly Item[],
  where: Span,
  names: NamesKnown,
  notes: ReadingNotes,
  depth = 0,
): Read | null {
  if (depth > MAX_PREFIXES) return notes.refuse('limit', where, TOO_DEEP);
  return new Operands(items, names, notes, depth).read(where);
}
/** How many roots or d/dx may stand in front of one operand. */
const MAX_PREFIXES = 20;

class Operands {
  private at = 0;
  private readonly calls: Calls;

  constructor(
    private readonly items: readonly Item[],
    private readonly names: NamesKnown,
    private readonly notes: ReadingNotes,
    private depth: number,
  ) {
    this.calls = new Calls(names, notes);
  }

  read(where: Span): Read | null {
    const parts: Part[] = [];
    while (this.at < this.items.length) {
      const part = this.next(parts.at(-1));
      if (!part) return null;
      parts.push(part);
    }
    return readSegment(parts, where, this.notes);
  }

  private peek(offset = 0): Item | undefined {
    return this.items[this.at + offset];
  }

  private next(before?: Part): Part | null {
    const item = this.peek();
    if (!item) return null;
    const derivative = item.kind === 'name' ? this.derivative() : undefined;
    if (derivative !== undefined) return derivative && operand(derivative);
    this.at++;
    switch (item.kind) {
      case 'number':
        return { kind: 'number', token: item };
      case 'op':
        return this.isNamedOperator(item, before) ? this.named(item) : this.operator(item);
      case 'name':
        return item.text === 'NaN' ? { kind: 'undefined', token: item } : this.named(item);
      case 'group':
        return this.bracket(item);
      case 'raised':
        return this.raised(item);
      case 'fraction':
        return this.fraction(item, before);
      case 'root':
        return this.rooted(item);
      case 'prime':
        return this.notes.refuse('syntax', item, 'a prime stands after a function or a bracket');
      default:
        return this.notes.refuse(
          'unsupported',
          item,
          `"${item.text}" is not part of a formula that can be read`,
        );
    }
  }

  private raised(token: Token): Part | null {
    const exponent = raisedExpr(token.text);
    if (exponent) return { kind: 'raised', read: this.notes.placed(exponent, token) };
    return this.notes.refuse('unsupported', token, 'these raised signs are no exponent that can be read');
  }
  private fraction(token: Token, before: Part | undefined): Part | null {
    const value = fractionExpr(token.text);
    if (value && before?.kind !== 'number') return operand(this.notes.placed(value, token), true);
    return this.notes.refuse(
      'unsupported',
      token,
      `"${token.text}" behind a number may be added or multiplied: write + or *`,
    );
  }

  /** mod(a, b), with nothing in front that it could join. */
  private isNamedOperator(token: Token, before: Part | undefined): boolean {
    const joins = before !== undefined && before.kind !== 'operator';
    return token.text === 'mod' && !joins && this.peek()?.kind === 'group';
  }

  private operator(token: Token): Part | null {
    const why = UNSUPPORTED.get(token.text);
    return why === undefined ? { kind: 'operator', token } : this.notes.refuse('unsupported', token, why);
  }

  private bracket(group: BracketGroup): Part | null {
    const read = this.onlyArgument(group);
    if (!read) return null;
    const whole = { ...read, from: group.from, to: group.to };
    const primes = this.primes();
    if (primes.count === 0) return operand(whole, true);
    const derived = this.primed(read.expr, primes);
    return derived && operand(this.notes.placed(derived, { from: group.from, to: primes.to }));
  }
  private onlyArgument(group: BracketGroup): Read | null {
    const [first, ...more] = group.args;
    if (more.length > 0)
      return this.notes.refuse('unsupported', group, 'a list of values is not supported here');
    if (first === undefined)
      return this.notes.refuse('syntax', group, 'nothing stands between these brackets');
    return first;
  }

  private primes(): { count: number; from: number; to: number } {
    const start = this.peek()?.from ?? 0;
    let [count, to] = [0, start];
    for (let item = this.peek(); item?.kind === 'prime'; item = this.peek()) {
      count += PRIMES.get(item.text) ?? 1;
      to = item.to;
      this.at++;
    }
    return { count, from: start, to };
  }
  /** (…)′ is the derivative by the variable in question, or by the only name there is. */
  private primed(body: Expr, primes: { count: number; from: number; to: number }): Expr | null {
    const { variable } = this.names.context;
    const [only, ...others] = body.free;
    const target = variable ?? (only !== undefined && others.length === 0 ? symbolOf(only) : null);
    if (!target)
      return this.notes.refuse('unsupported', primes, 'it is not clear by which variable the prime derives');
    this.notes.assume('prime', primes, `the prime is read as the derivative by ${target.base}`);
    return diff(body, target, num(primes.count));
  }

  private rooted(token: Token): Part | null {
    if (this.depth > MAX_PREFIXES) return this.notes.refuse('limit', token, TOO_DEEP);
    this.depth++;
    const body = this.next();
    this.depth--;
    if (!body) {
      const missing = this.at >= this.items.length && this.notes.problems.length === 0;
      return missing ? this.notes.refuse('syntax', token, 'something is missing under this root') : null;
    }
    const read =
      body.kind === 'number'
        ? readSegment([body], body.token, this.notes)
        : body.kind === 'operand'
          ? body.read
          : null;
    if (!read) return this.notes.refuse('syntax', token, 'something is missing under this root');
    const index = ROOT_INDEX.get(token.text) ?? 2;
    const after = this.peek();
    if (body.kind === 'number' && (after?.kind === 'name' || after?.kind === 'group')) {
      const root = this.notes.text({ from: token.from, to: read.to });
      this.notes.assume('other', { from: token.from, to: after.to }, `${root} alone is under the root`);
    }
    return operand(this.notes.placed(root(read.expr, num(index)), { from: token.from, to: read.to }));
  }

  /** A name, with its primes and its bracket where it is a function's. */
  private named(token: Token): Part | null {
    const shaped = this.shaped(token);
    if (shaped !== undefined) return shaped;
    const primes = this.primes();
    const group = callBracket(this.peek());
    if (primes.count > 0 || (group && isCall(token, group, this.names))) {
      if (group) this.at++;
      return this.called(token, primes, group);
    }
    const read = this.calls.plain(token, this.peek());
    if (group && read)
      this.notes.assume(
        'call-or-product',
        { from: token.from, to: group.to },
        `${token.text}(…) is read as a product`,
      );
    return read && operand(read);
  }

  private isOwn(name: string): boolean {
    const { id } = symbolOf(name);
    const { defined, functions, variable } = this.names.context;
    return defined.has(id) || functions.has(id) || variable?.id === id || this.names.functions.has(name);
  }

  /** sin² x, sqrt x, log_2(x), frac{a}{b}: names with a reading of their own; undefined for any other. */
  private shaped(token: Token): Part | null | undefined {
    if (this.isOwn(token.text) || this.peek()?.kind === 'prime') return undefined;
    const twoGroups = this.twoGroups(token);
    if (twoGroups !== undefined) return twoGroups;
    const base = baseOfLog(token.text);
    if (base === null && !isWordFunction(token.text)) return undefined;
    const power = functionPower(this.items, this.at);
    const group = callBracket(this.peek(power?.length ?? 0));
    if (group && !power && base === null) return undefined;
    return this.appliedBare(token, power, base);
  }

  /** frac{a}{b}, root(3)(x) and sqrt[3]{x}. */
  private twoGroups(token: Token): Part | null | undefined {
    const [first, second] = [callBracket(this.peek()), callBracket(this.peek(1))];
    const isIndexed = token.text === 'sqrt' && first?.open === '[';
    if (!first || !second || !(token.text === 'frac' || token.text === 'root' || isIndexed)) return undefined;
    this.at += 2;
    const [a, b] = [this.onlyArgument(first), this.onlyArgument(second)];
    const expr = a && b && (token.text === 'frac' ? div(a.expr, b.expr) : root(b.expr, a.expr));
    return expr && operand(this.notes.placed(expr, { from: token.from, to: second.to }));
  }

  /** A function with its power before the argument, or with an argument that has no bracket. */
  private appliedBare(token: Token, power: FunctionPower | null, base: string | null): Part | null {
    const start = this.at + (power?.length ?? 0);
    const read = this.bareArgument(token, start);
    if (!read) return null;
    const span = { from: token.from, to: read.to };
    const inverse = power?.text === '-1' ? inverseName(token.text) : null;
    if (power?.text.startsWith('-') && inverse === null)
      return this.notes.refuse(
        'unsupported',
        span,
        `${token.text}^(${power.text}) may be an inverse or a power: write (${token.text}(…))^(${power.text})`,
      );
    const expr = base
      ? call('log', read.expr, this.exponent(base))
      : this.calls.known(inverse ?? token.text, [read.expr], span);
    if (!expr || !power || inverse) return expr && operand(this.notes.placed(expr, span));
    this.notes.place(expr, span);
    return operand(this.notes.placed(pow(expr, this.exponent(power.text)), span), true);
  }
  private exponent(text: string): Expr {
    return /^\d+$/.test(text) ? num(BigInt(text)) : (constantOf(text) ?? raisedExpr(text) ?? nameExpr(text));
  }

  private bareArgument(token: Token, start: number): Read | null {
    const group = callBracket(this.items[start]);
    if (group) {
      this.at = start + 1;
      const read = this.onlyArgument(group);
      return read && { ...read, to: group.to };
    }
    const end = bareArgumentEnd(this.items, start);
    const argument = this.items.slice(start, end);
    const [first, next] = [argument[0], this.items[end]];
    const factors = factorCount(argument);
    const isUnclear = next?.kind === 'group' || (next?.kind === 'op' && '!%.'.includes(next.text));
    if (!first || isUnclear || (factors > 1 && token.text.endsWith('rt')))
      return this.notes.refuse(
        'syntax',
        token,
        `${token.text} needs its argument in brackets: ${token.text}(…)`,
      );
    this.at = end;
    const read = readItems(argument, first, this.names, this.notes, this.depth + 1);
    if (read && (factors > 1 || (next?.kind === 'op' && next.text === '/')))
      this.notes.assume(
        'other',
        read,
        `only ${this.notes.text(read)} is read as the argument of ${token.text}`,
      );
    return read;
  }

  private called(
    token: Token,
    primes: { count: number; to: number },
    group: BracketGroup | null,
  ): Part | null {
    const args: Read[] = [];
    for (const arg of group?.args ?? []) {
      if (!arg) return null;
      args.push(arg);
    }
    const span = { from: token.from, to: group?.to ?? primes.to };
    const written = { token, primes: primes.count, span, bracketed: group !== null };
    const expr = this.calls.call(
      written,
      args.map((a) => a.expr),
    );
    return expr && operand(this.notes.placed(expr, span));
  }

  /** d/dx …, d²/dx² …, dy/dx, d(…)/dx; undefined where the name at hand begins none. */
  private derivative(): Read | null | undefined {
    const head = derivativeHead(this.items, this.at, this.names.context);
    if (!head) return undefined;
    if (head.problem !== null) return this.notes.refuse('syntax', head, head.problem);
    this.at += head.length;
    return this.derived(head, head.above);
  }

  private derived(dx: DerivativeHead, above: BracketGroup | string): Read | null {
    if (typeof above !== 'string') {
      const read = this.onlyArgument(above);
      return read && this.notes.placed(derivativeOf(read.expr, dx), dx);
    }
    if (above !== '') {
      const body = nameExpr(above);
      this.notes.place(body, dx);
      return this.notes.placed(derivativeOf(body, dx), dx);
    }
    const body = this.scope(dx);
    return body && this.notes.placed(derivativeOf(body.expr, dx), { from: dx.from, to: body.to });
  }

  /** What d/dx derives: the next bracket, else the run of factors. */
  private scope(dx: Span): Read | null {
    const next = this.peek();
    if (next?.kind === 'group') {
      this.at++;
      const read = this.onlyArgument(next);
      return read && { ...read, to: next.to };
    }
    const start = this.at;
    while (this.at < this.items.length && !this.endsScope(this.at - start)) this.at++;
    return readItems(this.items.slice(start, this.at), dx, this.names, this.notes, this.depth + 1);
  }
  private endsScope(offset: number): boolean {
    const item = this.peek();
    return item?.kind === 'op' && SCOPE_ENDS.has(item.text) && !(offset === 0 && item.text === '-');
  }
}

const derivativeOf = (body: Expr, dx: DerivativeHead): Expr =>
  dx.targets.reduceRight(
    (inner, target) => diff(inner, target, dx.order === 1 ? ONE : num(dx.order), dx.partial),
    body,
  );

const operand = (read: Read, isGroup = false): Part => ({ kind: 'operand', read, isGroup });
