/**
 * Which claims are evident enough to be underlined in other people's notes where they do not hold: equations within one
 * formula, with a written derivative, all of whose names are known where they stand. What rests on words, on a table or on
 * another section may be meant otherwise: of that the verdict is told on demand alone.
 */
import type { Component, Expr, Sym } from '../../core/index.js';
import type { Definition } from '../../meaning/definitions.js';
import { isFunctionLetter, isParameterLetter, isUsualVariable, variableName } from '../../meaning/letters.js';
import { namesIn } from '../../meaning/names.js';
import { IMPLIED, operatorOf, type Operator } from '../../meaning/operator.js';
import type { Link } from './link.js';
import { isCurve, isImaginaryUnit } from '../../customs/usually.js';

type Definitions = ReadonlyMap<string, Definition>;

/** Whether it is underlined where it does not hold; `inForce` are the definitions that it is judged by. */
export const isEvident = (claim: Link, inForce: Definitions): boolean =>
  whyNotEvident(claim, inForce) === null;

/** Why it is not underlined where it does not hold, in words; null where it is. */
export function whyNotEvident(claim: Link, inForce: Definitions): string | null {
  const operator = operatorOf(claim.head);
  if (!operator || !claim.isWritten)
    return 'No derivative is written in the formula itself: the words or formulas round it make it a claim.';
  if (claim.tentative) return 'It is a claim only by what stands near it.';
  if (claim.choices.has('sigma')) return 'Nothing here says which function σ is.';
  const evidence = new Evidence(claim, inForce, operator);
  if (!evidence.knowsHead()) return 'What is differentiated is not said in this section, before the claim.';
  const sides = [claim.head, claim.left, claim.right];
  const unknown = sides.map((side) => evidence.unknownIn(side, NONE)).find((name) => name !== null);
  return unknown === undefined ? null : `Nothing in this section says what ${unknown} is.`;
}
const NONE: ReadonlySet<string> = new Set();

class Evidence {
  private readonly variables: ReadonlySet<string>;
  /** Definitions that were looked into, which may lead back to themselves. */
  private readonly checked = new Map<string, boolean>();

  constructor(
    private readonly claim: Link,
    private readonly inForce: Definitions,
    private readonly operator: Operator,
  ) {
    this.variables = variablesOf(operator, inForce);
  }

  /** Of a name alone it is said here what it is; of anything else one sees how it depends on the variable. */
  knowsHead(): boolean {
    const { body, target } = this.operator;
    const name = nameOf(body);
    if (name === null) return body.free.size === 0 || this.dependsOnVariable(body);
    const d = this.inForce.get(name.id);
    // x′ beside x is another quantity more often than a derivative.
    const isPrimedQuantity = target === null && d?.params.length === 0 && !isFunctionLike(name);
    return d !== undefined && this.isHere(d) && !isPrimedQuantity && this.dependsOnVariable(body);
  }

  /** The first name in it that is not known; parameters of a definition have their values from its calls. */
  unknownIn(e: Expr, parameters: ReadonlySet<string>): string | null {
    const { symbols, components, applications } = namesIn(e);
    const unknown =
      symbols.find((s) => !parameters.has(s.id) && !this.knowsSymbol(s)) ??
      components.find((c) => !this.knowsComponent(c)) ??
      applications.find((a) => !parameters.has(a.fn.id) && !this.isDefined(a.fn.id))?.fn;
    return unknown === undefined ? null : variableName(unknown);
  }

  private knowsSymbol(s: Sym): boolean {
    if (s.id === IMPLIED.id || this.variables.has(s.id)) return true;
    return this.inForce.has(s.id) ? this.isDefined(s.id) : this.isConstant(s);
  }

  /** x_2 beside ∂/∂x_1; an index that is a letter needs a sum or a range, which is not looked for. */
  private knowsComponent({ base, indices }: Component): boolean {
    if (base.kind !== 'sym' || indices.some((i) => i.kind !== 'num')) return false;
    return this.variables.has(base.id) && !this.inForce.has(base.id);
  }

  private isDefined(id: string): boolean {
    const known = this.checked.get(id);
    if (known !== undefined) return known;
    this.checked.set(id, false);
    const d = this.inForce.get(id);
    const made =
      d !== undefined &&
      this.isHere(d) &&
      this.unknownIn(d.value, new Set(d.params.map((p) => p.id))) === null;
    this.checked.set(id, made);
    return made;
  }

  /** In the section of the claim and before it, or in its formula. */
  private isHere({ from }: Definition): boolean {
    return this.claim.near <= from && from <= this.claim.at;
  }

  /** A plain letter that is no function of anything; beside ∂/∂x also y. */
  private isConstant(s: Sym): boolean {
    if (s.marks.length > 0 || !/^[a-z]+$/.test(s.base) || isFunctionLetter(s)) return false;
    if (isImaginaryUnit(s.base)) return false;
    return isParameterLetter(s) || (this.operator.partial && isUsualVariable(s));
  }

  private dependsOnVariable(body: Expr): boolean {
    const seen = new Set<string>();
    const reaches = (e: Expr): boolean =>
      [...e.free].some((id) => {
        if (this.variables.has(id)) return true;
        if (seen.has(id)) return false;
        seen.add(id);
        const d = this.inForce.get(id);
        return d !== undefined && reaches(d.value);
      });
    return reaches(body);
  }
}

/** f of f′(x), y of dy/dx; null for anything that is spelled out. */
function nameOf(body: Expr): Sym | null {
  if (body.kind === 'sym') return body;
  return body.kind === 'apply' ? body.fn : null;
}

const isFunctionLike = (s: Sym): boolean => isFunctionLetter(s) || isCurve(s.base);

/** What is derived by: as written, else the one letter by which one derives without saying so. */
function variablesOf({ body, target }: Operator, inForce: Definitions): ReadonlySet<string> {
  if (target) return target.free;
  const name = nameOf(body);
  const d = name === null ? undefined : inForce.get(name.id);
  if (d !== undefined && d.params.length > 0) return new Set(d.params.map((p) => p.id));
  const usual = namesIn(d?.value ?? body).symbols.filter((s) => isUsualVariable(s) && !inForce.has(s.id));
  return usual.length === 1 ? new Set(usual.map((s) => s.id)) : NONE;
}
