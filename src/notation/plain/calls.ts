/** Names of plain notation, alone and applied: functions that are known, those of the context, and what is refused. */
import { apply, call, MOST_ARGUMENTS, type Expr, type Sym } from '../../core/index.js';
import type { Span } from '../notation.js';
import type { Item, NamesKnown } from './items.js';
import { constantOf, isLetter, nameExpr, symbolOf } from './names.js';
import type { Read, ReadingNotes } from './notes.js';

import { NO_NAMES, NOTHINGS } from './signs.js';
import { arityInWords, callOf, FOREIGN, isFunctionName, takesAnyNumber } from './spellings.js';
import type { Token } from './tokens.js';
import { sayOneName, wordProblem } from './severalLetters.js';

/** A name and what stands behind it. */
interface WrittenCall {
  readonly token: Token;
  readonly primes: number;
  readonly span: Span;
  /** Brackets follow, be they empty. */
  readonly bracketed: boolean;
}

/** Reads names, in the light of what is known of them. */
export class Calls {
  constructor(
    private readonly names: NamesKnown,
    private readonly notes: ReadingNotes,
  ) {}

  /** A name that is applied to nothing; `next` stands behind it. */
  plain(token: Token, next: Item | undefined): Read | null {
    const name = token.text;
    const symbol = symbolOf(name);
    const own = this.names.context.defined.has(symbol.id) || this.names.context.variable?.id === symbol.id;
    const problem = wordProblem(token, next, this.names.context, this.names.bare);
    if (problem !== null) return this.notes.refuse('unsupported', token, problem);
    sayOneName(name, token, this.names.context, this.notes);
    const fixed = own ? null : constantOf(name);
    if (fixed) return this.notes.placed(fixed, token);
    if (!own && name === 'i')
      return this.notes.refuse(
        'unsupported',
        token,
        'i is the imaginary unit here, and complex numbers are not supported',
      );
    if (NOTHINGS.has(name)) return this.notes.refuse('unsupported', token, `${name} has no derivative`);
    if (!own && isFunctionName(name) && !isLetter(name)) {
      return this.notes.refuse('syntax', token, `${name} needs its argument in brackets: ${name}(…)`);
    }
    const expr = nameExpr(name);
    if (expr.kind === 'component') {
      this.notes.place(expr.base, token);
      expr.indices.forEach((i) => {
        this.notes.place(i, token);
      });
    }
    return this.notes.placed(expr, token);
  }

  /** A name applied to arguments, with primes or without. */
  call({ token, primes, span, bracketed }: WrittenCall, args: readonly Expr[]): Expr | null {
    const name = token.text;
    const fn = this.functionSymbol(token);
    const own =
      this.names.functions.has(name) ||
      this.names.context.functions.has(fn.id) ||
      this.names.context.defined.has(fn.id);
    if (primes > 0) return this.primedCall(fn, own, name, primes, args, bracketed, span);
    if (!own && isFunctionName(name)) return this.known(name, args, span);
    if (!own && fn.id === 'sigma' && args.length === 1) {
      this.notes.assume('sigma-sigmoid', span, 'sigma is read as the sigmoid');
      return call('sigmoid', ...args);
    }
    if (!own && FOREIGN.has(name)) return this.notes.refuse('unsupported', span, `${name} is not supported`);
    if (args.length === 0) return this.notes.refuse('syntax', span, `${name} has no argument`);
    const tail = own ? null : /^[a-zA-Z]((?:arc)?(?:sin|cos|tan|exp|sqrt|log|ln)h?)$/.exec(name)?.[1];
    if (tail)
      return this.notes.refuse('unsupported', token, `write ${name.charAt(0)}*${tail}(…) for a product`);
    const problem = own ? null : wordProblem(token, undefined, this.names.context, NO_NAMES);
    if (problem !== null) return this.notes.refuse('unsupported', token, problem);
    return apply(fn, args);
  }

  private primedCall(
    fn: Sym,
    own: boolean,
    name: string,
    primes: number,
    args: readonly Expr[],
    bracketed: boolean,
    span: Span,
  ): Expr | null {
    if (!own && isFunctionName(name) && !isLetter(name)) {
      return this.notes.refuse(
        'unsupported',
        span,
        `write the derivative of ${name} as derivative(${name}(x), x)`,
      );
    }
    if (args.length > 1 || (bracketed && args.length === 0)) {
      return this.notes.refuse('unsupported', span, `a prime needs a function of one argument`);
    }
    return apply(fn, args, [primes]);
  }

  /** The call of a function that the notation knows. */
  known(name: string, args: readonly Expr[], span: Span): Expr | null {
    if (name === 'derivative' && args[1] && args[1].kind !== 'sym' && args[1].kind !== 'component') {
      return this.notes.refuse('unsupported', span, 'the second argument of derivative is a variable');
    }
    if (args.length > MOST_ARGUMENTS && takesAnyNumber(name))
      return this.notes.refuse('limit', span, `${name} is read of up to ${String(MOST_ARGUMENTS)} arguments`);
    const expr = callOf(name, args);
    if (!expr) return this.notes.refuse('syntax', span, `${name} takes ${arityInWords(name)}`);
    if (name === 'log' && args.length === 1)
      this.notes.assume('log-natural', span, 'log is read as the natural logarithm');
    return expr;
  }

  private functionSymbol(token: Token): Sym {
    const fn = symbolOf(token.text);
    this.notes.place(fn, token);
    return fn;
  }
}
