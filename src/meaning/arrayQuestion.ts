/** Questions about vectors and matrices: by which of them, of which shapes. */
import type { Clash, Lengths, Typing } from '../core/index.js';
import {
  arrayWord,
  bottomUp,
  call,
  num,
  ONE,
  plainName,
  same,
  someNode,
  TWO,
  type Component,
  type Expr,
  type Rank,
  type Sym,
  isLengthName,
  numberedName,
} from '../core/index.js';
import { placeAmongArrays } from '../customs/ranks.js';
import { refuse, type Asked, type NotAsked, type VariableSource } from './asked.js';
import { clashRefusal } from './clashes.js';
import { reachable, resolveNames, varying, type Definitions } from './dependence.js';
import { namesIn } from './freeNames.js';
import type { NablaSquared } from './nablaSquared.js';
import { isImplied, type Operator } from './operator.js';
import { isAboutArrays, NOTHING_SAID, rankNames, ranksInWords, type SaidOfArrays } from './ranks.js';
import { isStyled } from './styles.js';
import { parametersOf, subjectOf, type Subject } from './subject.js';
import { isWanted, type Wanted } from './variable.js';

/** What is known round the text. */
interface Known {
  readonly definitions: Definitions;
  readonly variable: Wanted | null;
  readonly order: Expr | null;
  readonly nablaSquared?: NablaSquared | null;
  readonly arrays?: SaidOfArrays;
  readonly shapes?: ReadonlyMap<string, readonly number[]>;
}

/** The question about vectors or matrices that the expression or equation asks; null where it is about numbers. */
export function arrayQuestion(e: Expr, known: Known): Asked | NotAsked | null {
  const { definitions: all, shapes } = known;
  const shown = [e, ...[...reachable(e, all, NONE).values()].map((d) => d.value)];
  const said = withShapes(known.arrays ?? NOTHING_SAID, shapes, shown);
  if (!isAboutArrays(shown, said)) return null;
  const subject = subjectOf(e);
  if (!subject.ok) return null;
  return new Asking(subject, known, said, isSquaredNabla(e)).ask();
}
/** What a request says of shapes, by the ids of the names that are meant. */
function withShapes(
  said: SaidOfArrays,
  shapes: ReadonlyMap<string, readonly number[]> | undefined,
  shown: readonly Expr[],
): SaidOfArrays {
  if (!shapes || shapes.size === 0) return said;
  const { symbols, components } = namesIn(...shown);
  const numbered = components.flatMap((c) => numberedName(c) ?? []);
  const named = [...symbols, ...numbered].flatMap((s): [string, readonly number[]][] => {
    const shape = shapes.get(plainName(s));
    return shape ? [[s.id, shape]] : [];
  });
  return {
    ...said,
    sizes: new Map([...said.sizes, ...named]),
    ranks: new Map([...said.ranks, ...named.map(([id, s]) => [id, s.length as Rank] as const)]),
  };
}
/** softmax(z), diag(s): words that are functions of whole vectors and matrices. */
const arrayCalls = (formula: Expr): Expr =>
  bottomUp((e) => {
    const fn = e.kind === 'apply' && e.orders.every((o) => o === 0) ? arrayWord(e.fn.base) : null;
    return e.kind === 'apply' && fn !== null && e.args.length === 1 ? call(fn, ...e.args) : e;
  })(formula);
const NONE: ReadonlySet<string> = new Set();

/** x² of an x that is a vector elsewhere: here it is a number, as nothing shows by its style that it is not. */
const isPowerOfNumber = ({ kind, parts }: Clash, body: Expr): boolean =>
  kind === 'power' &&
  parts.every((p) => p.shape === 'vector') &&
  !someNode(body, (e) => e.kind === 'sym' && isStyled(e));

class Asking {
  constructor(
    private readonly subject: Subject,
    private readonly known: Known,
    private readonly said: SaidOfArrays,
    private readonly isDoubtful: boolean,
  ) {}

  ask(): Asked | NotAsked | null {
    const { operator } = this.subject;
    const order = this.order(operator);
    if ('ok' in order) return order;
    const entry = entryOf(operator, this.known.variable);
    if (entry) return vectorOfMany(entry, this.subject.body);
    const target = this.given(operator);
    if (target && 'ok' in target) return target;
    const own = new Set(target ? [...target.variable.free] : []);
    const inForce = new Map([...this.known.definitions].filter(([id]) => !own.has(id)));
    const body = resolveNames(arrayCalls(this.subject.body), inForce, target?.variable ?? null);
    if (isImplied(body) || someNode(body, (x) => x.kind === 'diff')) return null;
    const reached = reachable(body, inForce, own);
    const definitions: Definitions = new Map(
      [...reached].map(([id, d]) => [id, { ...d, value: arrayCalls(d.value) }]),
    );
    const values = [body, ...[...definitions.values()].map((d) => d.value)];
    const unknown = namesIn(...values).applications.find((a) => !definitions.has(a.fn.id));
    if (unknown) return null;
    if (namesIn(...values).derivatives.length > 0) return null;
    const ranked = rankNames([body], definitions, this.said, target ? [target.variable] : []);
    if (!ranked.ok) {
      if (ranked.tie) return tied(ranked.tie);
      const { clash } = ranked;
      return clash && !isPowerOfNumber(clash, body) ? clashRefusal(clash) : null;
    }
    const { typing, ranks } = ranked;
    const typed = typing.typed(body);
    if (!typed) return null;
    const given: Definitions = new Map(
      [...definitions].map(([id, d]) => [id, { ...d, value: typing.definition(id)?.e ?? d.value }]),
    );
    const written = [typed.e, ...[...given.values()].map((d) => d.value)];
    const chosen = target ?? this.inferred(written, given);
    if (!chosen) return null;
    const { variable, source } = chosen;
    const isArray = (x: Expr): boolean => !typing.isScalar(x);
    if (!isArray(variable) && !written.some((v) => someNode(v, (x) => x.kind === 'sym' && isArray(x))))
      return null;
    // What is said of its entries alone is a question by components.
    if (!written.some((v) => v.free.has(variable.id))) return null;
    const shape = shapeRefusal(typing.lengths, typed.type, typing.typeOf(variable), order, body);
    if (shape) return shape;
    const words = ranksInWords(ranked.chosen);
    return {
      ok: true,
      question: {
        body: typed.e,
        target: variable,
        order,
        partial: operator?.partial ?? false,
        definitions: given,
        dependent: NONE,
        arrays: {
          ranks,
          families: new Map(),
          totals: [],
          symmetric: this.said.symmetric,
          sizes: this.said.sizes,
          constants: typing.given.constants ?? new Map(),
          route: 'differentials',
        },
      },
      input: body,
      head: this.subject.head,
      isDerivative: operator !== null,
      variable,
      source,
      variables: target ? [variable] : this.candidates(written, given),
      point: null,
      used: varying(given, variable),
      notes: [
        ...(words === null ? [] : [words]),
        ...(someNode(body, (x) => isPlainNorm(x, typing))
          ? ['the norm of a matrix read as Frobenius’s']
          : []),
        ...layoutNotes(typing.lengths, typed.type, typing.typeOf(variable), order),
      ],
    };
  }

  private order(operator: Operator | null): Expr | NotAsked {
    const own = operator?.order ?? null;
    const { order: wanted, nablaSquared } = this.known;
    if (own && wanted && !same(own, wanted))
      return refuse('ambiguous', 'The formula asks for another order of derivative than was given.', own);
    const order = own ?? wanted ?? ONE;
    const isTwice = order.kind === 'num' && same(order, TWO);
    if (isTwice && this.isDoubtful && nablaSquared !== 'hessian')
      return refuse(
        'ambiguous',
        '∇² may mean the Laplacian or the Hessian matrix, and nothing here says which: write the Hessian as ∇∇.',
        this.subject.body,
      );
    return isTwice || same(order, ONE)
      ? num(isTwice ? 2 : 1)
      : refuse('unsupported', 'By vectors and matrices only first and second derivatives are taken.', order);
  }

  /** The operator's variable, the one asked for, or a parameter. */
  private given(operator: Operator | null): { variable: Sym; source: VariableSource } | NotAsked | null {
    const { variable: wanted } = this.known;
    const own = operator?.target ?? null;
    if (own) {
      if (wanted && !isWanted(wanted, own))
        return refuse('ambiguous', `The formula is differentiated by another name than ${wanted.name}.`, own);
      const name = nameIn(own);
      return name && { variable: name, source: 'operator' };
    }
    if (wanted) {
      const name = wanted.read && nameIn(wanted.read);
      return name && { variable: name, source: 'given' };
    }
    const [param, ...more] = this.subject.params ?? parametersOf(this.subject.head);
    return param?.kind === 'sym' && more.length === 0 ? { variable: param, source: 'parameter' } : null;
  }

  private candidates(values: readonly Expr[], definitions: Definitions): readonly Sym[] {
    return namesIn(...values).symbols.filter((s) => !definitions.has(s.id) && !isLengthName(s.id));
  }
  private inferred(
    values: readonly Expr[],
    definitions: Definitions,
  ): { variable: Sym; source: VariableSource } | null {
    const [first, ...rest] = this.candidates(values, definitions);
    if (!first) return null;
    const place = (s: Sym): number => placeAmongArrays(s.base);
    return {
      variable: rest.reduce((a, b) => (place(b) < place(a) ? b : a), first),
      source: rest.length === 0 ? 'only' : 'custom',
    };
  }
}

/** ‖A‖ of a matrix, which may be another norm too. */
function isPlainNorm(e: Expr, typing: Typing): boolean {
  const [a, degree] = e.kind === 'call' && e.fn === 'norm' ? e.args : [];
  return a !== undefined && !degree && typing.lengths.isMatrix(typing.typeOf(a));
}

/** ∇²f, written as one sign; ∇∇f is the Hessian. */
function isSquaredNabla(e: Expr): boolean {
  const left = e.kind === 'relation' ? e.sides[0] : e;
  return left?.kind === 'diff' && left.partial && isImplied(left.target) && same(left.order, TWO);
}

type Type = Parameters<Lengths['isScalar']>[0];
function shapeRefusal(lengths: Lengths, of: Type, by: Type, order: Expr, body: Expr): NotAsked | null {
  const isSecond = !same(order, ONE);
  if (isSecond && !(lengths.isScalar(of) && lengths.isVector(by)))
    return refuse(
      'unsupported',
      'A second derivative is taken of a number by a vector: any other has more than two indices.',
      body,
    );
  if (lengths.isScalar(of) || lengths.isScalar(by)) return null;
  if (lengths.isVector(of) && lengths.isVector(by)) return null;
  if (lengths.isRow(of))
    return refuse('unsupported', 'This is a row: ask for the derivative of its transpose.', body);
  return refuse(
    'unsupported',
    'The derivative of a vector or matrix by a matrix, or of a matrix by a vector, has more than two indices: ask for an entry of it.',
    body,
  );
}

function layoutNotes(lengths: Lengths, of: Type, by: Type, order: Expr): readonly string[] {
  if (lengths.isScalar(by)) return [];
  if (!same(order, ONE)) return ['row i and column j: ∂²f/∂x_i∂x_j'];
  return lengths.isScalar(of) ? [] : ['row i and column j: ∂f_i/∂x_j'];
}

/** z_k, by which a question is one of entries, whatever else there is. */
function entryOf(operator: Operator | null, wanted: Wanted | null): Component | null {
  const target = operator?.target ?? wanted?.read ?? null;
  return target?.kind === 'component' && nameIn(target) === null ? target : null;
}
/** **h**_{t−1} is a vector of many, and no number: what is asked of it cannot be asked of entries. */
function vectorOfMany({ base, indices }: Component, body: Expr): NotAsked | null {
  const isOne = base.kind === 'sym' && isStyled(base) && indices.some((i) => i.kind === 'add');
  return isOne
    ? refuse(
        'unsupported',
        `${plainName(base)} is a vector, and one of many: give this one a name of its own.`,
        body,
      )
    : null;
}

/** A name, or W_1 as one. */
const nameIn = (e: Expr): Sym | null =>
  e.kind === 'sym' ? e : e.kind === 'component' ? numberedName(e) : null;
const RANKS = ['a number', 'a vector', 'a matrix'] as const;
function tied({ name, ranks }: { name: Sym; ranks: readonly (0 | 1 | 2)[] }): NotAsked {
  const words = ranks.map((r) => RANKS[r]).join(' or ');
  return refuse(
    'ambiguous',
    `Whether ${plainName(name)} is ${words} nothing here says: write a vector bold, or say ${plainName(name)} ∈ ℝⁿ.`,
    name,
  );
}
