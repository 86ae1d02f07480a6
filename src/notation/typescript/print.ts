/** Expressions as code. */
import {
  div,
  neg,
  num,
  sym,
  ONE,
  type Binder,
  type Component,
  type ConstantName,
  type Expr,
  type Mul,
  type Num,
  type Pow,
  type Relation,
  type RelationOp,
} from '../../core/expr.js';
import { freshSymbol, openBody } from '../../core/walk.js'; // prettier-ignore
import { plus, isOne } from '../../core/fold.js';
import { codeForm } from './codeForm.js';
import { SPELLINGS } from './spellings.js';

/** The spelling of a symbol in the code. */
export type Spell = (id: string) => string;
export interface CodeStyle {
  /** x ** 2 or Math.pow(x, 2). */
  readonly power: 'operator' | 'function';
}
export const DEFAULT_CODE_STYLE: CodeStyle = { power: 'operator' };

/** JavaScript's precedence, from loose to tight. */
const Level = {
  Conditional: 0,
  Or: 1,
  And: 2,
  Relation: 3,
  Sum: 4,
  Product: 5,
  Unary: 6,
  Power: 7,
  Postfix: 8,
} as const;
type Level = (typeof Level)[keyof typeof Level];
interface Text {
  readonly text: string;
  readonly level: Level;
}

const byName: Spell = (id) => id.replace(/^(?:\w+:)+/, '');

/** The expression as code, or null where code cannot say it. */
export function printCode(
  e: Expr,
  spell: Spell = byName,
  style: CodeStyle = DEFAULT_CODE_STYLE,
): string | null {
  const form = codeForm(e);
  return form && printForm(form, spell, style);
}

/** As `printCode`, of an expression that is in code form already. */
export function printForm(form: Expr, spell: Spell, style: CodeStyle): string {
  return new Printer(spell, style).text(form).text;
}

class Printer {
  private readonly known = new Map<Expr, Text>();

  constructor(
    private readonly spell: Spell,
    private readonly style: CodeStyle,
  ) {}

  text(e: Expr): Text {
    const done = this.known.get(e);
    if (done) return done;
    const made = this.write(e);
    this.known.set(e, made);
    return made;
  }

  private at(e: Expr, least: Level): string {
    const { text, level } = this.text(e);
    return level >= least ? text : `(${text})`;
  }

  private write(e: Expr): Text {
    switch (e.kind) {
      case 'num':
        return numberText(e);
      case 'const':
        return { text: CONSTANTS[e.name], level: Level.Postfix };
      case 'sym':
        return { text: this.spell(e.id), level: Level.Postfix };
      case 'add':
        return { text: this.sum(e.terms), level: Level.Sum };
      case 'mul':
        return this.product(e);
      case 'div':
        return {
          text: `${this.at(e.numer, Level.Product)} / ${this.at(e.denom, Level.Unary)}`,
          level: Level.Product,
        };
      case 'pow':
        return this.power(e);
      case 'root':
        return this.called(e.index.kind === 'num' && e.index.value.n === 3 ? 'Math.cbrt' : 'Math.sqrt', [
          e.body,
        ]);
      case 'call': {
        const [u, v] = e.args;
        if (e.fn === 'rem' && u && v)
          return { text: `${this.at(u, Level.Product)} % ${this.at(v, Level.Unary)}`, level: Level.Product };
        return this.called(SPELLINGS[e.fn] ?? 'NaN', e.args);
      }
      case 'apply':
        return this.called(this.spell(e.fn.id), e.args);
      case 'piecewise':
        return this.piecewise(e.branches, e.otherwise);
      case 'relation':
        return this.relation(e);
      case 'logic':
        return this.logic(e.op, e.args);
      case 'component':
        return this.component(e);
      case 'binder':
        return this.binder(e);
      case 'diff':
      case 'at':
      case 'bound':
      case 'plusminus':
      case 'delta':
      case 'tuple':
      case 'matrix':
        return { text: 'NaN', level: Level.Postfix };
    }
  }

  private called(name: string, args: readonly Expr[]): Text {
    return {
      text: `${name}(${args.map((a) => this.at(a, Level.Conditional)).join(', ')})`,
      level: Level.Postfix,
    };
  }

  private sum(terms: readonly Expr[]): string {
    return terms.reduce((text, t, i) => {
      if (i === 0) return this.at(t, Level.Sum);
      const taken = opposite(t);
      return taken ? `${text} - ${this.at(taken, Level.Product)}` : `${text} + ${this.at(t, Level.Product)}`;
    }, '');
  }

  private product({ factors }: Mul): Text {
    const [first, ...rest] = factors;
    const minus = first?.kind === 'num' && first.value.neg().isOne && rest.length > 0;
    const list = minus ? rest : factors;
    // A power right after a minus stands in brackets: −x ** 2 is no JavaScript.
    const leading = (f: Expr): string =>
      minus && this.text(f).level === Level.Power ? `(${this.text(f).text})` : this.at(f, Level.Product);
    const text = list.map((f, i) => (i === 0 ? leading(f) : this.at(f, Level.Unary))).join(' * ');
    if (!minus) return { text, level: Level.Product };
    const single = list.length === 1 ? list[0] : undefined;
    const head = single ? this.at(single, Level.Power) : text;
    // −(−x): the inner minus stands in brackets.
    if (head.startsWith('-') || (single && this.text(single).level === Level.Power))
      return { text: `-(${head})`, level: Level.Product };
    return { text: `-${head}`, level: single ? Level.Unary : Level.Product };
  }

  private power({ base, exponent }: Pow): Text {
    if (this.style.power === 'function') return this.called('Math.pow', [base, exponent]);
    return {
      text: `${this.at(base, Level.Postfix)} ** ${this.at(exponent, Level.Unary)}`,
      level: Level.Power,
    };
  }

  private piecewise(
    branches: Extract<Expr, { kind: 'piecewise' }>['branches'],
    otherwise: Expr | null,
  ): Text {
    const last = otherwise ? this.at(otherwise, Level.Conditional) : 'NaN';
    const tests = branches.map((b) => `${this.at(b.condition, Level.Or)} ? ${this.at(b.value, Level.Or)} : `);
    return { text: tests.join('') + last, level: Level.Conditional };
  }

  private relation({ ops, sides }: Relation): Text {
    const parts = ops.map((op, i) => {
      const [a, b] = [sides[i] as Expr, sides[i + 1] as Expr];
      return `${this.at(a, Level.Sum)} ${OPERATORS[op] ?? '==='} ${this.at(b, Level.Sum)}`;
    });
    return { text: parts.join(' && '), level: parts.length > 1 ? Level.And : Level.Relation };
  }

  private logic(op: 'and' | 'or' | 'not', args: readonly Expr[]): Text {
    if (op === 'not') return { text: `!${this.at(args[0] ?? ONE, Level.Postfix)}`, level: Level.Unary };
    const level = op === 'and' ? Level.And : Level.Or;
    const inner = (op === 'and' ? Level.Relation : Level.And) as Level;
    return { text: args.map((a) => this.at(a, inner)).join(op === 'and' ? ' && ' : ' || '), level };
  }

  /** Components count from 1, entries from 0. */
  private component({ base, indices }: Component): Text {
    const entries = indices.map((i) => `[${this.at(plus([i, num(-1)]), Level.Conditional)}]`);
    return { text: this.at(base, Level.Postfix) + entries.join(''), level: Level.Postfix };
  }

  /** ∑ and ∏ in one expression: the terms in an array, put together. */
  private binder(e: Binder): Text {
    const index = freshSymbol(sym('i'), [e]);
    const lower = e.lower ?? ONE;
    const upper = e.upper ?? ONE;
    const shifted = isOne(lower) ? index : plus([index, lower, num(-1)]);
    const { body } = openBody(e, plus([shifted, ONE]));
    const inner = new Printer((id) => (id === index.id ? 'i' : this.spell(id)), this.style);
    const [op, unit] = e.op === 'product' ? ['*', '1'] : ['+', '0'];
    const length = this.at(isOne(lower) ? upper : plus([upper, negative(lower), ONE]), Level.Conditional);
    const term = inner.at(codeForm(body) ?? body, Level.Conditional);
    return {
      text: `Array.from({ length: ${length} }, (_, i) => ${term}).reduce((a, b) => a ${op} b, ${unit})`,
      level: Level.Postfix,
    };
  }
}

/** t where the term is −t with a number in front: a minus between terms is an operator. */
function opposite(t: Expr): Expr | null {
  if (t.kind === 'num') return t.value.sign < 0 ? neg(t) : null;
  if (t.kind === 'div') {
    const numer = opposite(t.numer);
    return numer && div(numer, t.denom);
  }
  return t.kind === 'mul' && t.factors[0]?.kind === 'num' && t.factors[0].value.sign < 0 ? neg(t) : null;
}
const negative = (e: Expr): Expr => (e.kind === 'num' ? num(e.value.neg()) : e);

const CONSTANTS: Readonly<Record<ConstantName, string>> = {
  pi: 'Math.PI',
  e: 'Math.E',
  i: 'NaN',
  infinity: 'Infinity',
  true: 'true',
  false: 'false',
};
const OPERATORS: Partial<Record<RelationOp, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function numberText(e: Num): Text {
  const text = e.written ?? (e.value.isInteger ? String(e.value.n) : String(e.value.toNumber()));
  return { text, level: text.startsWith('-') ? Level.Unary : Level.Postfix };
}
