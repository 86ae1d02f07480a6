/** From what a text says to the question for the core. */
import {
  ONE,
  opaqueIn,
  plainName,
  same,
  someNode,
  substitute,
  type Binding,
  type Expr,
  type Sym,
} from '../core/index.js';
import { refuse, unsaid, type Asked, type NotAsked, type VariableSource } from './asked.js';
import {
  abstractNames,
  dependentNames,
  ownFunctions,
  reachable,
  resolveNames,
  varying,
  type Definitions,
} from './dependence.js';
import { arrayQuestion } from './arrayQuestion.js';
import { withoutEvidence, type Constancy } from './constancy.js';
import { circleFrom, leadingTo } from './circles.js';
import { byCoordinate } from './coordinates.js';
import { isAbstractLetter, isConstantBy, isCounted } from './candidates.js';
import { implicitQuestion } from './implicit.js';
import { indexedQuestion, mayBeIndexed, unsaidOfEntries, type Indexed } from './indexed.js';
import { isDistribution } from '../customs/usually.js';
import {
  isFunctionLetter,
  isParameterLetter,
  isQuantityLetter,
  isUsualVariable,
  variableName,
  type Variable,
} from './symbolCustoms.js';
import { namesIn, primedIn } from './freeNames.js';
import { IMPLIED, isImplied, operatorOf, type Operator } from './operator.js';
import type { SaidOfArrays } from './ranks.js';
import { severalQuestion } from './severalVariables.js';
import { throughEarlierStates } from './recurrences.js';
import { isNaming, parametersOf, subjectOf, type Subject } from './subject.js';
import { derivativeAmong, unsupported } from './support.js';
import { mentions, withoutParameter } from './unsaid.js';
import {
  candidatesIn,
  likeliest,
  listNames,
  operatorVariable,
  unusedVariable,
  wantedAmong,
  type Wanted,
} from './variable.js';
import { quantityName, unknownQuantity, nameOfLetters } from './quantities.js';

/** What is known round the text. */
export interface Situation {
  readonly definitions: Definitions;
  /** A variable and an order asked for from outside. */
  readonly variable: Wanted | null;
  readonly order: Expr | null;
  /** Ids of names that the note writes with primes near by. */
  readonly primed: ReadonlySet<string>;
  /** The section speaks of Hessian matrices and not of the Laplacian, so that ∇² is one. */
  readonly hessian?: boolean;
  /** Ids of names that the note says are constants, or gives a number. */
  readonly constants?: Constancy['constants'];
  /** What is said of shapes of vectors and matrices. */
  readonly arrays?: SaidOfArrays;
  /** How many entries names have in each direction, by plain name. */
  readonly shapes?: ReadonlyMap<string, readonly number[]>;
}
export const NO_SITUATION: Situation = {
  definitions: new Map(),
  variable: null,
  order: null,
  primed: new Set(),
};

/** The question that an expression or equation asks, or why it asks none. A claim's right side is never looked at. */
export function questionOf(e: Expr, situation: Situation = NO_SITUATION): Asked | NotAsked {
  const opaque = opaqueIn(askedOf(e));
  if (opaque)
    return refuse('unsupported', `What ${plainName(opaque)} depends on is not worked out here.`, opaque);
  const arrays = arrayQuestion(e, situation);
  if (arrays) return arrays;
  const several = severalQuestion(e, situation);
  if (several) return several;
  const implicit =
    e.kind === 'relation' && !isNaming(e) ? implicitQuestion(e, situation.variable, situation.order) : null;
  if (implicit) return implicit;
  const subject = subjectOf(e);
  if (!subject.ok) return subject;
  return new Asking(subject, { ...situation, primed: new Set([...situation.primed, ...primedIn(e)]) }).ask();
}

/** Of an equation that asks for a derivative its left side. */
const askedOf = (e: Expr): Expr =>
  e.kind === 'relation' && e.sides[0] && operatorOf(e.sides[0]) ? e.sides[0] : e;

/** Works one subject out, step by step. */
class Asking {
  private readonly params: readonly Variable[];

  constructor(
    private readonly subject: Subject,
    private readonly situation: Situation,
  ) {
    this.params = subject.params ?? parametersOf(subject.head);
  }

  ask(): Asked | NotAsked {
    const { operator } = this.subject;
    if (isImplied(this.subject.body) || someNode(this.subject.body, isOperatorAlone)) {
      return refuse('no-formula', 'What is differentiated is missing after the operator.', this.subject.body);
    }
    if (operator?.partial && operator.target === null) {
      return refuse(
        'unsupported',
        'A gradient is by all its variables: name the one that is meant by ∂.',
        this.subject.body,
      );
    }
    const among = operator || this.situation.variable ? null : derivativeAmong(this.subject.body);
    if (among) return among;
    const order = this.order();
    if ('ok' in order) return order;
    const own = ownFunctions(this.subject.body, this.situation.definitions);
    const known = without(this.withoutCircles(), this.independent(own));
    const body = resolveNames(own, known, this.subject.operator?.target ?? null);
    const chosen = this.variable(body, known);
    if ('code' in chosen) return chosen;
    return this.build(body, known, chosen, order, operator);
  }

  /**
   * Of μ = m(1 − p)/p and p = m/(m + μ) each says the other: what is given by the name in question,
   * itself or by others, is not used for it.
   */
  private withoutCircles(): Definitions {
    const { definitions } = this.situation;
    const { head } = this.subject;
    if (head?.kind !== 'sym') return definitions;
    return without(definitions, leadingTo(head, definitions));
  }

  /** Ids of names whose definitions are not meant: parameters, the variable that was asked for, abstract letters. */
  private independent(body: Expr): ReadonlySet<string> {
    const wanted = this.situation.variable?.read;
    const target = this.subject.operator?.target ?? (wanted?.kind === 'sym' ? wanted : null);
    const abstract = this.subject.head ? NOTHING : abstractNames(body, this.situation.definitions);
    return new Set([...this.params.flatMap((p) => [...p.free]), ...(target?.free ?? []), ...abstract]);
  }

  private build(
    written: Expr,
    known: Definitions,
    chosen: { variable: Variable; source: VariableSource },
    order: Expr,
    operator: Operator | null,
  ): Asked | NotAsked {
    const { variable, source } = chosen;
    if (this.subject.head && same(this.subject.head, variable)) {
      return refuse(
        'unsupported',
        `There is nothing to differentiate: ${variableName(variable)} is given a value.`,
        this.subject.head,
      );
    }
    const body = written.free.has(IMPLIED.id)
      ? substitute(written, new Map([[IMPLIED.id, variable]]))
      : written;
    const definitions = reachable(body, without(known, variable.free), NOTHING);
    const recurrence = throughEarlierStates(body, variable, definitions);
    if (recurrence) return recurrence;
    const reached = [body, ...[...definitions.values()].map((d) => d.value)];
    const indexed = mayBeIndexed(variable, reached) ? indexedQuestion(body, variable, known) : null;
    if (indexed) return this.indexed(indexed, chosen, order, operator);
    const total = operator !== null && !operator.partial;
    const letters = operator ? 'any' : this.params.length > 0 ? 'none' : 'law';
    // ∂ holds the other letters fixed, whatever the note writes with primes.
    const primed = operator?.partial ? NOTHING : this.situation.primed;
    const custom = { primed, total, letters } as const;
    const dependent = dependentNames(body, variable, definitions, custom);
    const ids = new Set(dependent.map((s) => s.id));
    const inForce = without(definitions, ids);
    const values = [body, ...[...inForce.values()].map((d) => d.value)];
    const refusal =
      (operator?.target ? byCoordinate(variable, values) : null) ??
      this.ofItself(body, variable, source) ??
      (operator?.partial ? null : this.circle(body, variable, inForce)) ??
      this.unsaid(body, variable, inForce, values) ??
      this.unknown(body, variable, inForce, ids) ??
      this.alone(body, source) ??
      distribution(values, inForce) ??
      withoutParameter(this.params, body, variable, inForce, ids) ??
      values.map((v) => unsupported(v, variable)).find((r) => r !== null) ??
      (operator && withoutEvidence(body, this.constancy(variable, inForce, ids, operator))) ??
      this.absent(body, variable, inForce, ids, source);
    if (refusal) return refusal;
    const bindings: ReadonlyMap<string, Binding> = inForce;
    return {
      ok: true,
      question: {
        body,
        target: variable,
        order,
        partial: operator?.partial ?? this.params.length > 1,
        definitions: bindings,
        dependent: ids,
      },
      input: body,
      head: this.subject.head,
      isDerivative: operator !== null,
      variable,
      source,
      variables: this.alternatives(body, inForce, variable, ids),
      point: operator?.point ?? null,
      used: varying(inForce, variable),
      notes: notesOn(
        dependent,
        total ? constantsIn(body, variable, new Set([...ids, ...inForce.keys()])) : [],
        variable,
      ),
    };
  }

  /** A question about entries: what they are is known from the formulas that give them, and not from customs of letters. */
  private indexed(
    asked: Indexed,
    { source }: { source: VariableSource },
    order: Expr,
    operator: Operator | null,
  ): Asked | NotAsked {
    const refusal = unsaidOfEntries(asked);
    if (refusal) return refusal;
    const { body, variable, definitions, arrays, entries } = asked;
    return {
      ok: true,
      question: {
        body,
        target: variable,
        order,
        partial: operator?.partial ?? true,
        definitions,
        dependent: NOTHING,
        arrays,
      },
      input: body,
      head: this.subject.head,
      isDerivative: operator !== null,
      variable,
      source,
      variables: [variable],
      point: operator?.point ?? null,
      used: [...varying(definitions, variable), ...entries],
      notes: [],
    };
  }

  private constancy(
    variable: Variable,
    definitions: Definitions,
    dependent: ReadonlySet<string>,
    { partial }: Operator,
  ): Constancy {
    const { constants = NOTHING } = this.situation;
    return { variable, definitions, dependent, constants, partial };
  }

  private order(): Expr | NotAsked {
    const own = this.subject.operator?.order ?? null;
    const wanted = this.situation.order;
    if (own && wanted && !same(own, wanted)) {
      return refuse('ambiguous', 'The formula asks for another order of derivative than was given.', own);
    }
    const order = own ?? wanted ?? ONE;
    if (order.kind === 'num' && (!order.value.isInteger || order.value.sign < 0)) {
      return refuse('unsupported', 'The order of a derivative is a whole number.', order);
    }
    return order;
  }

  /** The operator's variable, the one asked for, a parameter, or the likeliest name. */
  private variable(
    body: Expr,
    known: Definitions,
  ): { variable: Variable; source: VariableSource } | NotAsked {
    const wanted = this.situation.variable;
    const own = this.subject.operator?.target ?? null;
    if (own) {
      return operatorVariable(own, wanted);
    }
    const through = [...reachable(body, known, NOTHING).values()].map((d) => d.value);
    const all = candidatesIn(body, this.params, through).filter((v) => !isImplied(v));
    if (wanted) {
      const variable = wantedAmong(wanted, all);
      return variable
        ? { variable, source: 'given' }
        : refuse(
            'no-such-variable',
            `There is no ${wanted.name} in this formula; it has ${listNames(all) || 'no names'}.`,
          );
    }
    if (this.params.length > 0) {
      const { variable } = likeliest(this.params);
      return { variable, source: 'parameter' };
    }
    return this.inferred(body, known, all);
  }

  private inferred(
    body: Expr,
    known: Definitions,
    all: readonly Variable[],
  ): { variable: Variable; source: VariableSource } | NotAsked {
    const own = candidatesIn(body, [], []).filter((v) => !isImplied(v) && !isCounted(v, body));
    const names = namesIn(body).symbols.filter((s) => !isImplied(s));
    // A name alone that has a definition asks for the derivative of that.
    const definedAlone = body.kind === 'sym' && known.has(body.id);
    if (this.subject.primed && !definedAlone && (body.kind === 'sym' || body.kind === 'component')) {
      return unsaid(`Nothing here says how ${variableName(body)} depends on its variable.`, body);
    }
    const candidates = definedAlone ? all.filter((v) => !same(v, body)) : own;
    // γ′ beside γ = C/D: another quantity, as likely as a derivative by one of these.
    if (this.subject.primed && candidates.length > 1 && !candidates.some(isLikelyVariable))
      return refuse('ambiguous', 'Nothing here says by which variable to differentiate.', body);
    const { primed } = this.situation;
    const free = candidates.filter(
      (v) => !(v.kind === 'sym' && (primed.has(v.id) || isAbstractLetter(v, names))),
    );
    const usable = free.filter(
      (v) => !(v.kind === 'sym' && free.length < candidates.length && isParameterLetter(v)),
    );
    // x′·x′ of (x·x)′: a letter alone is the variable, whatever the note primes.
    const [only] = names;
    const ofItself =
      only && (!own.some((v) => same(v, only)) || (!this.subject.operator && primedIn(body).has(only.id)));
    if (only && names.length === 1 && !definedAlone && !isFunctionLetter(only) && !ofItself)
      return { variable: only, source: 'only' };
    if (usable.length === 0 && names.length > 0 && free.length < candidates.length) {
      return { variable: unusedVariable(names), source: 'custom' };
    }
    if (
      candidates.length === 0 &&
      (body.free.size > 0 || own.length < names.length) &&
      !body.free.has(IMPLIED.id)
    ) {
      return refuse('ambiguous', 'Nothing here says by which variable to differentiate.', body);
    }
    return likeliest(usable.length > 0 ? usable : candidates);
  }

  /** a = b + x and b = a + x, of which neither says what it is, be it asked for or what is asked rests on it. */
  private circle(body: Expr, variable: Variable, inForce: Definitions): NotAsked | null {
    const { head } = this.subject;
    const known = without(this.situation.definitions, new Set(this.params.flatMap((p) => [...p.free])));
    const named = body.kind === 'sym' ? known.get(body.id) : undefined;
    const own = head?.kind === 'sym' ? { name: head, value: body } : named;
    const isLeft = (id: string): boolean => known.has(id) && !inForce.has(id) && !variable.free.has(id);
    // What leads back to itself is not in force, and stands as it is written in what rests on it.
    if (!own && ![body, ...[...inForce.values()].map((d) => d.value)].some((e) => [...e.free].some(isLeft)))
      return null;
    const starts = own ? [own] : [...inForce.values()].filter((d) => body.free.has(d.name.id));
    const circle = circleFrom(starts, known, variable);
    return circle && refuse('unsupported', givenInACircle(circle.map(({ name }) => name)), body);
  }

  /** u′(c(a)) of a u that nothing defines: the u before the prime is no variable. */
  private ofItself(body: Expr, variable: Variable, source: VariableSource): NotAsked | null {
    const isNamed = source === 'operator' || source === 'given';
    if (isNamed || (this.subject.operator?.point ?? null) === null || !same(body, variable)) return null;
    return unsaid(`Nothing here says how ${variableName(variable)} depends on its variable.`, body);
  }

  /** A name alone that nothing defines: how it depends on the variable cannot be known. */
  private unknown(
    body: Expr,
    variable: Variable,
    known: Definitions,
    dependent: ReadonlySet<string>,
  ): NotAsked | null {
    const name = unknownQuantity(body, known) ?? nameOfLetters(body, variable, known, dependent);
    if (!name || same(body, variable)) return null;
    if (body.kind === 'sym' && isConstantBy(body, variable) && !dependent.has(body.id)) return null;
    return unsaid(`Nothing here says how ${name} depends on ${variableName(variable)}.`, body);
  }

  /** dy/dx of a y that is given in terms of t alone. */
  private unsaid(
    body: Expr,
    variable: Variable,
    known: Definitions,
    values: readonly Expr[],
  ): NotAsked | null {
    const d = body.kind === 'sym' && this.subject.operator?.target ? known.get(body.id) : undefined;
    if (!d || values.some((v) => mentions(v, variable)) || same(body, variable)) return null;
    const { symbols, applications } = namesIn(...values.slice(1));
    const through = symbols.filter((s) => !known.has(s.id));
    // dz/dg of z = f(g(x)).
    if (applications.some((a) => same(a.fn, variable))) return null;
    if (through.length === 0 || through.every(isParameterLetter)) return null;
    return unsaid(`Nothing here says how ${plainName(d.name)} depends on ${variableName(variable)}.`, body);
  }

  /** L alone, by no variable at all: only a letter that is one by custom stands for itself. */
  private alone(body: Expr, source: VariableSource): NotAsked | null {
    if (source !== 'only' || body.kind !== 'sym' || isUsualVariable(body)) return null;
    return unsaid(
      `Nothing here says how ${plainName(body)} depends on anything: give it a definition, or say by what to differentiate.`,
      body,
    );
  }

  /** A variable from outside that the formula does not have; where only constants stand, the derivative is 0. */
  private absent(
    body: Expr,
    variable: Variable,
    known: Definitions,
    dependent: ReadonlySet<string>,
    source: VariableSource,
  ): NotAsked | null {
    if ((source !== 'given' && variable.kind === 'sym') || dependent.size > 0) return null;
    const values = [body, ...[...known.values()].map((d) => d.value)];
    if (this.params.some((p) => same(p, variable)) || values.some((v) => mentions(v, variable))) return null;
    const { symbols: names, components } = namesIn(body);
    if (names.every(isParameterLetter) && components.length === 0) return null;
    const alone = quantityName(body);
    if (alone !== null || components.length > 0) {
      return unsaid(`Nothing here says how ${alone ?? 'this'} depends on ${variableName(variable)}.`, body);
    }
    const wanted = this.situation.variable?.name ?? variableName(variable);
    return refuse('no-such-variable', `There is no ${wanted} in this formula; it has ${listNames(names)}.`);
  }

  private alternatives(
    body: Expr,
    known: Definitions,
    variable: Variable,
    dependent: ReadonlySet<string>,
  ): readonly Variable[] {
    if (this.subject.operator?.target) return [variable];
    const through = [...known.values()].map((d) => d.value);
    const params = new Set([...known.values()].flatMap((d) => d.params.map((p) => p.id)));
    const all = candidatesIn(body, this.params, through);
    const usable = all.filter(
      (v) => v.kind === 'component' || (!dependent.has(v.id) && (!params.has(v.id) || mentions(body, v))),
    );
    return usable.some((v) => same(v, variable)) ? usable : [variable, ...usable];
  }
}

/** δ(x − a): what nothing defines and may be Dirac’s delta, whose derivative is none of a function. */
function distribution(values: readonly Expr[], known: Definitions): NotAsked | null {
  const found = namesIn(...values).applications.find((a) => isDistribution(a.fn.id) && !known.has(a.fn.id));
  return found
    ? refuse('unsupported', `${plainName(found.fn)} may be Dirac’s delta here, which is no function.`, found)
    : null;
}

function givenInACircle(names: readonly Sym[]): string {
  const [last = '', ...before] = names.map(plainName).reverse();
  const listed = `${before.reverse().join(', ')} and ${last}`;
  return names.length === 2
    ? `${listed} are each given by the other here.`
    : `${listed} are given by each other here, in a circle.`;
}
const isLikelyVariable = (v: Variable): boolean => v.kind === 'sym' && isUsualVariable(v);

/** A d/dx that nothing follows. */
const isOperatorAlone = (e: Expr): boolean => e.kind === 'diff' && isImplied(e.body);
const NOTHING: ReadonlySet<string> = new Set();
const without = (definitions: Definitions, ids: ReadonlySet<string>): Definitions =>
  new Map([...definitions].filter(([id]) => !ids.has(id)));

/** Letters that a total derivative takes as constants here, though others would take them as functions. */
function constantsIn(body: Expr, variable: Variable, varying: ReadonlySet<string>): readonly Sym[] {
  const isDoubtful = (s: Sym): boolean =>
    isQuantityLetter(s) && !varying.has(s.id) && !variable.free.has(s.id);
  return namesIn(body).symbols.filter(isDoubtful);
}

function notesOn(
  dependent: readonly Sym[],
  constants: readonly Sym[],
  variable: Variable,
): readonly string[] {
  const functions = dependent.length > 0 ? [functionsNote(dependent, variable)] : [];
  return [...functions, ...constants.map((s) => `${plainName(s)} read as a constant`)];
}

function functionsNote(dependent: readonly Sym[], variable: Variable): string {
  const names = dependent.map(plainName);
  const last = names.pop() ?? '';
  const all = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  return `${all} read as ${names.length === 0 ? 'a function' : 'functions'} of ${variableName(variable)}`;
}
