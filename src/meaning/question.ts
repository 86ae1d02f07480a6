/** From what a text says to the question for the core. */
import {
  diff,
  relation,
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
import { refuse, type Asked, type NotAsked, type VariableSource } from './asked.js';
import {
  abstractNames,
  dependentNames,
  ownFunctions,
  reachable,
  resolveNames,
  varying,
  type Definitions,
  without,
} from './dependence.js';
import { arrayQuestion } from './arrayQuestion.js';
import { leadingTo } from './circles.js';
import { fieldQuestion } from './fieldQuestion.js';
import { implicitQuestion } from './implicit.js';
import { indexedQuestion, mayBeIndexed, unsaidOfEntries, type Indexed } from './indexed.js';
import { lossAsked, lossByCustom } from './losses.js';
import { variableName, type Variable } from './symbolCustoms.js';
import { primedIn } from './freeNames.js';
import { IMPLIED, isImplied, operatorOf, type Operator } from './operator.js';
import { bySquare, definitionsBySquare, rootId, squaresIn } from './squares.js';
import { isStyled } from './styles.js';
import { withPlacesAsked } from './placesAsked.js';
import { severalQuestion } from './severalVariables.js';
import { throughEarlierStates } from './recurrences.js';
import { functionOf } from './namedFunctions.js';
import { strayIndex } from './strayIndices.js';
import { isNaming, parametersOf, subjectOf, type Subject } from './subject.js';
import { derivativeAmong, raisedToT } from './support.js';
import { mentions } from './unsaid.js';
import { candidatesIn } from './variable.js';
import { NO_SITUATION, type Posed, type Situation } from './situation.js';
import { writtenByEntries } from './byEntries.js';
import { type Worked, refusalOf } from './refusals.js';
import { chosenVariable } from './chosenVariable.js';
import { constantsIn, notesOn } from './howRead.js';

/** The question that an expression or equation asks, or why it asks none. A claim's right side is never looked at. */
export function questionOf(written: Expr, around: Situation = NO_SITUATION): Asked | NotAsked {
  const [e, situation] = withPlacesAsked(written, around);
  const square = squaresIn([e], situation.definitions, situation.variable?.read ?? null).find(
    (s) => !isBySquare(e, situation, s),
  );
  if (square)
    return questionOf(bySquare(e, square), {
      ...situation,
      definitions: definitionsBySquare(situation.definitions, square),
    });
  const { definitions, variable } = situation;
  const loss = lossByCustom(lossAsked(e, variable?.read ?? null), definitions);
  if (!loss) return questionIn(e, situation);
  const asked = questionIn(e, { ...situation, definitions: new Map(definitions).set(loss.name.id, loss) });
  return asked.ok
    ? {
        ...asked,
        notes: [...asked.notes, `${plainName(loss.name)} read as the loss of line ${String(loss.line)}`],
      }
    : asked;
}

/** σ itself stands nowhere any more. */
const isBySquare = (e: Expr, { definitions }: Situation, square: Sym): boolean =>
  [e, ...[...definitions.values()].map((d) => d.value)].every((x) => !x.free.has(rootId(square)));

function questionIn(written: Expr, situation: Situation): Asked | NotAsked {
  const e = byVectorParameter(written, situation.definitions);
  const opaque = opaqueIn(askedOf(e));
  if (opaque)
    return refuse('unsupported', `What ${plainName(opaque)} depends on is not worked out here.`, opaque);
  const field = fieldQuestion(e, situation);
  if (field) return field;
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

/** ∇f of an f(**z**) is by **z**. */
function byVectorParameter(e: Expr, definitions: Definitions): Expr {
  if (e.kind === 'relation') {
    const [left, ...rest] = e.sides;
    const made = left && byVectorParameter(left, definitions);
    return made && made !== left ? relation(e.ops, [made, ...rest]) : e;
  }
  if (e.kind !== 'diff' || !e.partial || !isImplied(e.target) || e.body.kind !== 'sym') return e;
  const [param, more] = definitions.get(e.body.id)?.params ?? [];
  return param && !more && isStyled(param) ? diff(e.body, param, e.order, true) : e;
}

/** Of an equation that asks for a derivative its left side. */
const askedOf = (e: Expr): Expr =>
  e.kind === 'relation' && e.sides[0] && operatorOf(e.sides[0]) ? e.sides[0] : e;

/** Works one subject out, step by step. */
class Asking implements Posed {
  readonly params: readonly Variable[];

  constructor(
    readonly subject: Subject,
    readonly situation: Situation,
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
    const chosen = chosenVariable(this, body, known);
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
    const named = written.free.has(IMPLIED.id)
      ? substitute(written, new Map([[IMPLIED.id, variable]]))
      : written;
    const definitions = reachable(named, without(known, variable.free), NOTHING);
    const body = writtenByEntries(named, definitions, variable);
    const recurrence = throughEarlierStates(body, variable, definitions);
    if (recurrence) return recurrence;
    const stray = this.strayIndex(variable, definitions);
    if (stray) return stray;
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
    const worked: Worked = { body, variable, source, inForce, dependent: ids, values };
    const refusal = refusalOf(this, worked);
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
        named: this.named(),
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

  /** What is asked and what it rests on may count with the variable’s letters, and each with those of its own name. */
  private strayIndex(variable: Variable, definitions: Definitions): NotAsked | null {
    const { body, head } = this.subject;
    const own = strayIndex(body, new Set([...variable.free, ...(head?.free ?? [])]));
    if (own) return own;
    for (const { name, indices = [], params, value } of definitions.values()) {
      const carried = [name, variable, ...indices, ...params].flatMap((e) => [...e.free]);
      const found = strayIndex(value, new Set(carried));
      if (found) return found;
    }
    return null;
  }

  /** Functions that the note gives by an equation, and the one whose value is asked about. */
  private named(): ReadonlySet<string> {
    const { named = NOTHING } = this.situation;
    const own = functionOf(this.subject.head);
    return own === null ? named : new Set([...named, own]);
  }

  /** A question about entries: what they are is known from the formulas that give them, and not from customs of letters. */
  private indexed(
    asked: Indexed,
    { source }: { source: VariableSource },
    order: Expr,
    operator: Operator | null,
  ): Asked | NotAsked {
    const refusal = unsaidOfEntries(asked) ?? raisedToT(asked.body, asked.variable);
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

/** A d/dx that nothing follows. */
const isOperatorAlone = (e: Expr): boolean => e.kind === 'diff' && isImplied(e.body);
const NOTHING: ReadonlySet<string> = new Set();
