/**
 * Which claims are evident enough to be underlined in other people's notes where they do not hold: equations within one
 * formula, with a written derivative, all of whose names are known where they stand. What rests on words, on a table or on
 * another section may be meant otherwise: of that the verdict is told on demand alone.
 */
import {
  isPrimed,
  isZero,
  ONE,
  same,
  someNode,
  type Component,
  type Diff,
  type Expr,
  type Sym,
} from '../../core/index.js';
import { definitionKey, pointKey, type Definition } from '../../meaning/definitions.js';
import { isOpenSum } from '../../meaning/reach.js';
import type { Definitions } from '../../meaning/dependence.js';
import {
  isFunctionLetter,
  isParameterLetter,
  isUsualVariable,
  variableName,
  type Variable,
} from '../../meaning/symbolCustoms.js';
import { namesIn } from '../../meaning/freeNames.js';
import { fieldBodyOf, IMPLIED, isImplied, operatorOf, type Operator } from '../../meaning/operator.js';
import { inUnitVectors } from '../../meaning/unitVectors.js';
import { EntriesSaid, lengthsIn, mayBeSummed } from './evidentEntries.js';
import type { Link } from './link.js';
import { isConstantAlone, isCurve, isImaginaryUnit, isTime } from '../../customs/usually.js';

/** What its judge knows of a claim that does not hold. */
export interface Refuted {
  /** It does not hold of any functions. */
  readonly isGeneral?: boolean;
  /** Every name is known by what is said of vectors and matrices. */
  readonly hasShapes?: boolean;
  /** By what an operator of vector calculus is taken, which its sign does not say. */
  readonly variables?: readonly Variable[];
  /** Why another thing may be meant, in words. */
  readonly doubt?: string;
}

/** Whether it is underlined where it does not hold; `inForce` are the definitions that it is judged by. */
export const isEvident = (claim: Link, inForce: Definitions, refuted: Refuted = {}): boolean =>
  whyNotEvident(claim, inForce, refuted) === null;

/** Why it is not underlined where it does not hold, in words; null where it is. */
export function whyNotEvident(
  claim: Link,
  inForce: Definitions,
  { isGeneral = false, hasShapes = false, variables, doubt: other }: Refuted = {},
): string | null {
  const operator = (variables && ofField(claim.head)) ?? operatorOf(claim.head);
  if (!operator || !claim.isWritten)
    return 'No derivative is written in the formula itself: the words or formulas round it make it a claim.';
  if (isGeneral && !claim.tentative) return null;
  // A gradient is by what is not said, and a letter below ∇ as often a vector or a matrix.
  if (claim.head.kind === 'diff' && isGradient(claim.head) && !hasShapes)
    return 'A gradient may be by a vector or a matrix here.';
  const doubt = DOUBTS.find(({ is }) => is(claim, operator));
  if (doubt) return doubt.why;
  if (claim.tentative) return 'It is a claim only by what stands near it.';
  if (other !== undefined) return other;
  if (claim.choices.has('sigma')) return 'Nothing here says which function σ is.';
  if (hasShapes) return null;
  const evidence = new Evidence(claim, inForce, operator, variables);
  if (!evidence.knowsHead()) return 'What is differentiated is not said in this section, before the claim.';
  const sides = [claim.head, claim.left, claim.right];
  const unknown = sides.map((side) => evidence.unknownIn(side, NONE)).find((name) => name !== null);
  return unknown === undefined ? null : `Nothing in this section says what ${unknown} is.`;
}
const NONE: ReadonlySet<string> = new Set();

/** ∇·F as a derivative of F by what is understood. */
function ofField(head: Expr): Operator | null {
  const body = fieldBodyOf(head);
  return body && { body, target: null, order: ONE, partial: true, point: null };
}

interface Doubt {
  readonly is: (claim: Link, operator: Operator) => boolean;
  readonly why: string;
}
/** What a claim may say other than that its derivative is its right side. */
const DOUBTS: readonly Doubt[] = [
  {
    // 0 = 2F″ + ηF′ + F = (2F′ + ηF)′.
    is: ({ chain }) => chain.length > 2 && chain.some(isZero),
    why: 'It may be an equation to solve.',
  },
  {
    // ∂x_i/∂x_i = 3.
    is: ({ head }) => head.kind === 'diff' && head.body.kind === 'component' && same(head.body, head.target),
    why: 'An index that stands twice may be summed over.',
  },
  {
    is: (_, operator) => mayBeSummed(operator),
    why: 'An index that stands twice may be summed over.',
  },
  {
    // D_i(0) = 1, f′(2) = 3.
    is: ({ head, right }, { body, target }) =>
      right.free.size === 0 &&
      body.kind !== 'sym' &&
      head.kind !== 'at' &&
      target !== null &&
      body.free.size === 0,
    why: 'A value may be given here.',
  },
  {
    // f′ = −1, where a cycle loses its hold.
    is: ({ head, right }) => head.kind === 'apply' && head.args.length === 0 && right.free.size === 0,
    why: 'A value may be given here.',
  },
  {
    // ∂F/∂b = 5 · ∂F/∂c.
    is: ({ head, right }) =>
      head.kind === 'diff' &&
      head.body.kind === 'sym' &&
      someNode(right, (e) => e.kind === 'diff' && same(e.body, head.body) && !same(e.target, head.target)),
    why: 'It relates two derivatives of one quantity.',
  },
  {
    // d/dx x² + 4x = 2x + 4.
    is: ({ left, right }) => [left, right].some(isOpenSum),
    why: 'How far the operator reaches is not clear.',
  },
];
class Evidence {
  private readonly variables: ReadonlySet<string>;
  /** Names that the operand itself uses as functions. */
  private readonly functions: ReadonlySet<string>;
  /** Names whose rates stand on the right side, which change with the variable then. */
  private readonly rates: ReadonlySet<string>;
  /** The right side differentiates some of them. */
  private readonly isRule: boolean;
  private readonly entries: EntriesSaid;
  /** Names that say how far sums go. */
  private readonly lengths = new Set<string>();
  /** Definitions that were looked into, which may lead back to themselves. */
  private readonly checked = new Map<string, boolean>();

  constructor(
    private readonly claim: Link,
    private readonly inForce: Definitions,
    private readonly operator: Operator,
    private readonly coordinates?: readonly Variable[],
  ) {
    this.variables = coordinates
      ? new Set(coordinates.flatMap((v) => [...v.free]))
      : variablesOf(operator, inForce, (d) => this.isHere(d));
    this.functions = functionsIn(operator, claim.right);
    this.rates = ratesIn(claim.right, this.variables);
    this.entries = new EntriesSaid(operator, inForce);
    this.isRule = [...derivedIn(claim.right)].some((id) => this.functions.has(id));
  }

  /** Of a name alone it is said here what it is; of anything else one sees how it depends on the variable. */
  knowsHead(): boolean {
    const { body, target } = this.operator;
    const name = nameOf(body);
    if (target !== null && same(body, target)) return true;
    if (name === null) return body.free.size === 0 || this.functions.size > 0 || this.dependsOnVariable(body);
    const d = this.inForce.get(name.id);
    // x′ beside x is another quantity more often than a derivative.
    const isPrimedQuantity =
      target === null && !this.coordinates && d?.params.length === 0 && !isFunctionLike(name);
    return d !== undefined && this.isHere(d) && !isPrimedQuantity && this.dependsOnVariable(body);
  }

  /** The first name in it that is not known; parameters of a definition have their values from its calls. */
  unknownIn(e: Expr, parameters: ReadonlySet<string>): string | null {
    lengthsIn(e).forEach((id) => this.lengths.add(id));
    const { symbols, components, applications } = namesIn(e);
    const isKnownFunction = (id: string): boolean =>
      parameters.has(id) || this.isAnyFunction(id) || this.isDefined(id);
    const unknown =
      symbols.find((s) => !parameters.has(s.id) && !this.knowsSymbol(s)) ??
      components.find((c) => !this.knowsComponent(c, parameters)) ??
      applications.find((a) => !isKnownFunction(a.fn.id))?.fn;
    return unknown === undefined ? null : variableName(unknown);
  }

  private knowsSymbol(s: Sym): boolean {
    if (s.id === IMPLIED.id || this.variables.has(s.id) || this.rates.has(s.id)) return true;
    if (this.isAnyFunction(s.id) || this.lengths.has(s.id) || this.entries.isIndex(s.id)) return true;
    if (this.inForce.has(s.id)) return this.isDefined(s.id);
    if (this.coordinates && (this.isDefined(pointKey(s.id)) || inUnitVectors(s) !== null)) return true;
    return this.isConstant(s) || this.isHeldByPartial(s) || this.isHeldBeside(s);
  }

  /**
   * d/dx x^{r+1}: a number, or something that changes with x. Of the second the right side would have to speak, which it does
   * not: what is false of a number is false of either.
   */
  private isHeldBeside(s: Sym): boolean {
    const { partial, body } = this.operator;
    const isPlain = s.marks.length === 0 && s.base === s.base.toLowerCase();
    const isSpelledOut = [...this.variables].some((id) => body.free.has(id));
    const isHeld = !isFunctionLike(s) && !isImaginaryUnit(s.base);
    return !partial && isPlain && isSpelledOut && body.free.has(s.id) && isHeld;
  }

  /**
   * ∂/∂w (y − wx)²: what stands beside w is held, whatever it is. What has a hat is computed from w more often, and capitals
   * are matrices as often as numbers.
   */
  private isHeldByPartial(s: Sym): boolean {
    const isPlain = s.marks.length === 0 && s.base === s.base.toLowerCase();
    return this.operator.partial && isPlain && this.operator.body.free.has(s.id);
  }

  /**
   * The f and g of (fg)′ and d/dx [f(x)g(x)], of which nothing is said: the claim is about any functions. Where the right side
   * has their derivatives, so it is whatever f is elsewhere.
   */
  private isAnyFunction(id: string): boolean {
    return this.functions.has(id) && (this.isRule || !this.inForce.has(id));
  }

  /**
   * x_2 beside ∂/∂x_1; s_i that a formula gives; beside ∂ also y_i, which is held whatever it is: what has a hat is computed
   * more often.
   */
  private knowsComponent(c: Component, parameters: ReadonlySet<string>): boolean {
    const { base, indices } = c;
    if (base.kind !== 'sym' || !this.entries.knowsIndices(c, parameters)) return false;
    if (this.variables.has(base.id)) return true;
    const d = this.entries.definitionOf(c);
    if (d) return this.isKnown(d);
    if (base.marks.length > 0) return false;
    if (this.operator.partial) return indices.some((i) => i.kind !== 'num') || this.isOperand(c);
    // c_1 and x_0 beside d/dx; by the time all of it may move.
    return (
      indices.every((i) => i.kind === 'num') && isParameterLetter(base) && ![...this.variables].some(isTime)
    );
  }
  private isOperand(c: Component): boolean {
    return someNode(this.operator.body, (e) => same(e, c));
  }

  private isDefined(id: string): boolean {
    const d = this.inForce.get(id);
    return d !== undefined && this.isKnown(d);
  }
  private isKnown(d: Definition): boolean {
    const key = definitionKey(d);
    const known = this.checked.get(key);
    if (known !== undefined) return known;
    this.checked.set(key, false);
    const own = [...d.params, ...(d.indices ?? [])].map((p) => p.id);
    const made = this.isHere(d) && this.unknownIn(d.value, new Set(own)) === null;
    this.checked.set(key, made);
    return made;
  }

  /** In the section of the claim and before it, or in its formula. */
  private isHere({ from }: Definition): boolean {
    return this.claim.near <= from && from <= this.claim.at;
  }

  /** A plain letter that is no function of anything; beside ∂/∂x also y. */
  private isConstant(s: Sym): boolean {
    if (s.marks.length > 0 || isFunctionLetter(s)) return false;
    if (isImaginaryUnit(s.base)) return false;
    if (isConstantAlone(s.base) && s.sub === null) return true;
    if (!/^[a-z]+$/.test(s.base)) return false;
    return isParameterLetter(s) || (this.operator.partial && isUsualVariable(s));
  }

  private dependsOnVariable(body: Expr): boolean {
    const seen = new Set<string>();
    const reaches = (e: Expr): boolean =>
      [...e.free].some((id) => {
        if (this.variables.has(id) || this.rates.has(id)) return true;
        if (seen.has(id)) return false;
        seen.add(id);
        const given = [...this.inForce.values()].filter((d) => d.name.id === id && d.ofSum !== true);
        return given.some((d) => reaches(d.value));
      });
    return reaches(body);
  }
}

/** ∇f, and ∇_A tr(AB), where it is by a capital. */
const isGradient = ({ target, partial }: Diff): boolean =>
  partial && (isImplied(target) || (target.kind === 'sym' && target.base !== target.base.toLowerCase()));

/** f and g of (fg)′, of d/dx [f(x)g(x)] and f(g(x)): not of a derivative that only names its function. */
function functionsIn({ body, target }: Operator, right: Expr): ReadonlySet<string> {
  if (nameOf(body) !== null) return NONE;
  const { symbols, applications } = namesIn(body);
  const applied = applications.map((a) => a.fn.id);
  // In (cfg)′ nothing says the variable: only functions and constants stand there.
  const letters = symbols.filter((s) => s.id !== IMPLIED.id && !isParameterOnly(s));
  const isRule = target === null && letters.every(isFunctionLetter);
  // d/dx (uv) = u dv/dx + …, d/dx y² = 2y y′: the right side says itself that v and y are functions.
  const derived = derivedIn(right);
  const bare = letters.filter((s) => isRule || derived.has(s.id));
  return new Set([...applied, ...bare.map((s) => s.id)]);
}
const isParameterOnly = (s: Sym): boolean => isParameterLetter(s) && !isFunctionLetter(s);

/** Names whose derivatives stand in the expression. */
function derivedIn(e: Expr): ReadonlySet<string> {
  const { applications, derivatives } = namesIn(e);
  const primed = applications.filter((a) => isPrimed(a)).map((a) => a.fn.id);
  const derived = derivatives.flatMap(({ body }) =>
    body.kind === 'sym' ? [body.id] : body.kind === 'apply' ? [body.fn.id] : [],
  );
  return new Set([...primed, ...derived]);
}

/** s of ds/dt, where it is derived by one of the variables. */
function ratesIn(e: Expr, variables: ReadonlySet<string>): ReadonlySet<string> {
  const rates = namesIn(e).derivatives.filter(
    (d) => !d.partial && [...d.target.free].every((id) => variables.has(id)),
  );
  return new Set(rates.flatMap(({ body }) => (body.kind === 'sym' ? [body.id] : [])));
}

/** f of f′(x), y of dy/dx; null for anything that is spelled out. */
function nameOf(body: Expr): Sym | null {
  if (body.kind === 'sym') return body;
  return body.kind === 'apply' && body.args.every((a) => a.kind === 'sym') ? body.fn : null;
}

const isFunctionLike = (s: Sym): boolean => isFunctionLetter(s) || isCurve(s.base);

/** What is derived by: as written, else the one letter by which one derives without saying so. */
function variablesOf(
  { body, target }: Operator,
  inForce: Definitions,
  isHere: (d: Definition) => boolean,
): ReadonlySet<string> {
  if (target) return target.free;
  const name = nameOf(body);
  const d = name === null ? undefined : inForce.get(name.id);
  if (d !== undefined && d.params.length > 0) return new Set(d.params.map((p) => p.id));
  const isGiven = (s: Sym): boolean => {
    const given = inForce.get(s.id);
    return given !== undefined && isHere(given);
  };
  const usual = namesIn(d?.value ?? body).symbols.filter((s) => isUsualVariable(s) && !isGiven(s));
  return usual.length === 1 ? new Set(usual.map((s) => s.id)) : NONE;
}
