/** Expressions as trees of code, and as its text. */
import {
  div,
  freshSymbol,
  isOne,
  neg,
  num,
  ONE,
  openBody,
  plus,
  sym,
  type Binder,
  type Component,
  type ConstantName,
  type Expr,
  type Mul,
  type Num,
  type Pow,
  type Relation,
  type RelationOp,
} from '../../core/index.js';
import { codeForm } from './codeForm.js';
import { codeText } from './codeText.js';
import {
  binaryTree,
  callTree,
  conditionalTree,
  entryTree,
  lambdaTree,
  mathTree,
  memberTree,
  nameTree,
  numberTree,
  recordTree,
  unaryTree,
  type BinaryOperator,
  type CodeTree,
} from '../programs/codeTree.js';
import { isIdentifier } from './identifiers.js';
import { SPELLINGS } from './spellings.js';

/** The spelling of a symbol in the code. */
export type SpellSymbol = (id: string) => CodeTree;
export interface CodeStyle {
  /** x ** 2 or Math.pow(x, 2). */
  readonly power: 'operator' | 'function';
}
export const DEFAULT_CODE_STYLE: CodeStyle = { power: 'operator' };

/** The name that a symbol itself has. */
export const ownName = (id: string): string => id.replace(/^(?:\w+:)+/, '');
const byName: SpellSymbol = (id) => nameTree(ownName(id));

/** The expression as code, or null where code cannot say it or one of its names. */
export function printCode(
  e: Expr,
  spell: SpellSymbol = byName,
  style: CodeStyle = DEFAULT_CODE_STYLE,
): string | null {
  const form = codeForm(e);
  const sayable = [...(form?.free ?? [])].every((id) => isSayable(spell(id)));
  return form && sayable ? codeText(treeOf(form, spell, style)) : null;
}

/** Whether a spelling is a path that begins with an identifier. */
const isSayable = (tree: CodeTree): boolean =>
  tree.kind === 'name' ? isIdentifier(tree.name) : tree.kind !== 'member' || isSayable(tree.object);

/** An expression in code form as a tree of code. */
export const treeOf = (form: Expr, spell: SpellSymbol, style: CodeStyle): CodeTree =>
  new Printer(spell, style).tree(form);

class Printer {
  private readonly known = new Map<Expr, CodeTree>();

  constructor(
    private readonly spell: SpellSymbol,
    private readonly style: CodeStyle,
  ) {}

  tree(e: Expr): CodeTree {
    const done = this.known.get(e);
    if (done) return done;
    const made = this.write(e);
    this.known.set(e, made);
    return made;
  }

  private write(e: Expr): CodeTree {
    switch (e.kind) {
      case 'num':
        return numberOf(e);
      case 'const':
        return CONSTANTS[e.name];
      case 'sym':
        return this.spell(e.id);
      case 'add':
        return this.sum(e.terms);
      case 'mul':
        return this.product(e);
      case 'div':
        return binaryTree('/', this.tree(e.numer), this.tree(e.denom));
      case 'pow':
        return this.power(e);
      case 'root':
        return this.called(mathTree(e.index.kind === 'num' && e.index.value.n === 3 ? 'cbrt' : 'sqrt'), [
          e.body,
        ]);
      case 'call': {
        const [u, v] = e.args;
        if (e.fn === 'rem' && u && v) return binaryTree('%', this.tree(u), this.tree(v));
        const name = SPELLINGS[e.fn];
        return name === undefined ? NAN : this.called(mathTree(name), e.args);
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
      case 'matmul':
        return NAN;
    }
  }

  private called(callee: CodeTree, args: readonly Expr[]): CodeTree {
    return callTree(
      callee,
      args.map((a) => this.tree(a)),
    );
  }

  private sum(terms: readonly Expr[]): CodeTree {
    return joined(
      terms.map((t, i) => {
        const taken = i === 0 ? null : opposite(t);
        return taken ? (['-', this.tree(taken)] as const) : (['+', this.tree(t)] as const);
      }),
    );
  }

  private product({ factors }: Mul): CodeTree {
    const [first, ...rest] = factors;
    const minus = first?.kind === 'num' && first.value.neg().isOne && rest.length > 0;
    const trees = (minus ? rest : factors).map((f) => this.tree(f));
    const whole = joined(trees.map((t) => ['*', t] as const));
    if (!minus) return whole;
    return trees.length === 1 ? unaryTree('-', whole) : negated(whole);
  }

  private power({ base, exponent }: Pow): CodeTree {
    if (this.style.power === 'function') return this.called(mathTree('pow'), [base, exponent]);
    return binaryTree('**', this.tree(base), this.tree(exponent));
  }

  private piecewise(
    branches: Extract<Expr, { kind: 'piecewise' }>['branches'],
    otherwise: Expr | null,
  ): CodeTree {
    return branches.reduceRight<CodeTree>(
      (no, b) => conditionalTree(this.tree(b.condition), this.tree(b.value), no),
      otherwise ? this.tree(otherwise) : NAN,
    );
  }

  private relation({ ops, sides }: Relation): CodeTree {
    const parts = ops.map((op, i) => {
      const [a, b] = [sides[i] as Expr, sides[i + 1] as Expr];
      return ['&&', binaryTree(OPERATORS[op] ?? '===', this.tree(a), this.tree(b))] as const;
    });
    return joined(parts);
  }

  private logic(op: 'and' | 'or' | 'not', args: readonly Expr[]): CodeTree {
    if (op === 'not') return unaryTree('!', this.tree(args[0] ?? ONE));
    return joined(args.map((a) => [op === 'and' ? '&&' : '||', this.tree(a)] as const));
  }

  /** Components count from 1, entries from 0. */
  private component({ base, indices }: Component): CodeTree {
    return indices.reduce<CodeTree>(
      (tree, i) => entryTree(tree, this.tree(plus([i, num(-1)]))),
      this.tree(base),
    );
  }

  /** ∑ and ∏ in one expression: the terms in an array, put together. */
  private binder(e: Binder): CodeTree {
    const index = freshSymbol(sym('i'), [e]);
    const lower = e.lower ?? ONE;
    const upper = e.upper ?? ONE;
    const shifted = isOne(lower) ? index : plus([index, lower, num(-1)]);
    const { body } = openBody(e, plus([shifted, ONE]));
    const inner = new Printer((id) => (id === index.id ? nameTree('i') : this.spell(id)), this.style);
    const length = this.tree(isOne(lower) ? upper : plus([upper, negative(lower), ONE]));
    const terms = callTree(memberTree(nameTree('Array'), 'from'), [
      recordTree([{ key: 'length', value: length }]),
      lambdaTree(['_', 'i'], inner.tree(codeForm(body) ?? body)),
    ]);
    const [op, unit] = e.op === 'product' ? (['*', '1'] as const) : (['+', '0'] as const);
    return callTree(memberTree(terms, 'reduce'), [
      lambdaTree(['a', 'b'], binaryTree(op, nameTree('a'), nameTree('b'))),
      numberTree(unit),
    ]);
  }
}

/** a op b op c, from left to right; the operator before the first is not used. */
function joined(parts: readonly (readonly [BinaryOperator, CodeTree])[]): CodeTree {
  const [first, ...rest] = parts;
  return rest.reduce((left, [op, right]) => binaryTree(op, left, right), first?.[1] ?? NAN);
}

/** The minus of a product stands before its first factor. */
function negated(tree: CodeTree): CodeTree {
  if (tree.kind !== 'binary' || (tree.op !== '*' && tree.op !== '/' && tree.op !== '%'))
    return unaryTree('-', tree);
  return binaryTree(tree.op, negated(tree.left), tree.right);
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

const NAN = nameTree('NaN');
const CONSTANTS: Readonly<Record<ConstantName, CodeTree>> = {
  pi: mathTree('PI'),
  e: mathTree('E'),
  i: NAN,
  infinity: nameTree('Infinity'),
  true: nameTree('true'),
  false: nameTree('false'),
};
const OPERATORS: Partial<Record<RelationOp, BinaryOperator>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function numberOf(e: Num): CodeTree {
  const text = e.written ?? (e.value.isInteger ? String(e.value.n) : String(e.value.toNumber()));
  return text.startsWith('-') ? unaryTree('-', numberTree(text.slice(1))) : numberTree(text);
}
