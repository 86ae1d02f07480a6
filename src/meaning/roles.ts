/** What each name of a question is taken for, and what shows it, as data: the evidence of a reading. */
import { freeIndices, isPrimed, plainName, someNode, type Expr, type Sym } from '../core/index.js';
import type { Asked, NotAsked, VariableSource } from './asked.js';
import type { SaidConstants } from './constants.js';
import { entriesKey, type Definition } from './definitions.js';
import { isFunctionLetter, isParameterLetter, variableName, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import type { Note } from './note.js';

export type RoleKind = 'variable' | 'function' | 'constant' | 'defined' | 'primed' | 'transposed' | 'unknown';

/** A name, what it is taken for, and why, in words. */
export interface NameRole {
  readonly name: string;
  readonly role: RoleKind;
  readonly why: string;
}

/** How a question was read. */
export interface ExplainedReading {
  readonly variable: { readonly name: string; readonly why: string } | null;
  readonly roles: readonly NameRole[];
  /** Why there is no question; null where there is one. */
  readonly refused: string | null;
}

/** Where a question stands; without a note nothing is known but the customs. */
export interface QuestionContext {
  readonly note: Pick<Note, 'constants' | 'primeEvidence' | 'index'> | null;
  readonly offset: number;
}

const WHY_VARIABLE: Readonly<Record<VariableSource, string>> = {
  operator: 'the operator names it',
  given: 'it was asked for',
  parameter: 'the function is given as one of it',
  only: 'it is the only name',
  custom: 'of the names here one most often differentiates by it',
};

/** The roles of all names in the sides and in the definitions that they rest on. */
export function explainedBy(
  asked: Asked | NotAsked,
  sides: readonly Expr[],
  inForce: ReadonlyMap<string, Definition>,
  place: QuestionContext,
  /** What a written operator derives by, whether or not there is a question. */
  written: Variable | null = null,
): ExplainedReading {
  const chosen = asked.ok ? asked : written ? { variable: written, source: 'operator' as const } : null;
  const variable = chosen && { name: variableName(chosen.variable), why: WHY_VARIABLE[chosen.source] };
  const evidence = new Evidence(asked, inForce, place, chosen?.variable ?? null);
  return {
    variable,
    roles: evidence.rolesIn([...sides, ...evidence.valuesOf(sides)]),
    refused: asked.ok ? null : asked.message,
  };
}

/** How many indices an entry may have that a definition gives. */
const ENTRIES: readonly number[] = [1, 2, 3];

class Evidence {
  private readonly constants: SaidConstants;

  constructor(
    private readonly asked: Asked | NotAsked,
    private readonly inForce: ReadonlyMap<string, Definition>,
    private readonly place: QuestionContext,
    private readonly variable: Variable | null,
  ) {
    this.constants = place.note?.constants ?? new Map();
  }

  rolesIn(sides: readonly Expr[]): readonly NameRole[] {
    const { symbols, components, applications } = namesIn(...sides);
    const names = new Map<string, Sym>();
    for (const s of [...symbols, ...applications.map((a) => a.fn)]) names.set(s.id, s);
    for (const c of components) if (c.base.kind === 'sym') names.set(c.base.id, c.base);
    const applied = new Set(applications.map((a) => a.fn.id));
    // An index stands for no quantity.
    const indices = new Set(freeIndices(...sides).map((i) => i.id));
    return [...names.values()]
      .filter((s) => plainName(s) !== '' && !indices.has(s.id))
      .map((s) => ({ name: plainName(s), ...this.roleOf(s, applied, sides) }));
  }

  /** The values of the definitions that the sides mention, directly or through each other. */
  valuesOf(sides: readonly Expr[]): readonly Expr[] {
    const found = new Map<string, Expr>();
    const add = (id: string): void => {
      const d = this.definitionOf(id);
      if (d && !found.has(id)) found.set(id, d.value);
    };
    for (const side of sides) side.free.forEach(add);
    for (const value of found.values()) value.free.forEach(add);
    return [...found.values()];
  }

  /** That which the question rests on: a letter of an abstract rule has none, whatever the note says of it. */
  private definitionOf(id: string): Definition | undefined {
    const d = this.inForce.get(id) ?? ENTRIES.map((n) => this.inForce.get(entriesKey(id, n))).find((e) => e);
    if (this.variable?.free.has(id) || (this.asked.ok && this.asked.question.dependent.has(id)))
      return undefined;
    return d;
  }

  private roleOf(s: Sym, applied: ReadonlySet<string>, sides: readonly Expr[]): Omit<NameRole, 'name'> {
    const { asked } = this;
    if (this.variable?.free.has(s.id))
      return { role: 'variable', why: WHY_VARIABLE[asked.ok ? asked.source : 'operator'] };
    const prime = s.marks.includes('prime') ? this.primed(s) : null;
    const d = this.definitionOf(s.id);
    if (d)
      return { role: 'defined', why: [prime?.why, this.said(d)].filter((w) => w !== undefined).join('; ') };
    if (prime) return prime;
    if (isTransposed(s, sides)) return { role: 'transposed', why: 'it is written transposed' };
    const variable = asked.ok ? variableName(asked.variable) : 'its variable';
    if (asked.ok && asked.question.dependent.has(s.id))
      return { role: 'function', why: `a function of ${variable}: ${whyFunction(s, sides)}` };
    if (applied.has(s.id)) return { role: 'function', why: 'it is written with an argument' };
    return this.constant(s);
  }

  private said({ line, from, evidence, late }: Definition): string {
    const how = { equation: 'equation', sentence: 'sentence', late: 'where', words: 'in words' } as const;
    const title = this.place.note?.index.scopes.at(from).title ?? '';
    const where = title === '' ? '' : `, in “${title}”`;
    return `defined in line ${String(line)} (${how[evidence ?? (late ? 'late' : 'equation')]})${where}`;
  }

  private primed(s: Sym): Omit<NameRole, 'name'> | null {
    const own = plainName(s).replace('′', '');
    const id = s.id
      .split(':')
      .filter((part) => part !== 'prime')
      .join(':');
    const shown = this.place.note?.primeEvidence(id, this.place.offset) ?? null;
    const why = shown === null ? '' : ` because ${shown.reason} (line ${String(shown.line)})`;
    return { role: 'primed', why: `a quantity beside ${own}, and no derivative${why}` };
  }

  private constant(s: Sym): Omit<NameRole, 'name'> {
    const said = this.constants.get(s.id);
    if (said?.by === 'words')
      return { role: 'constant', why: `the note says so in line ${String(said.line)}` };
    if (said?.by === 'option') return { role: 'constant', why: 'a comment of the note says so' };
    if (said) return { role: 'constant', why: `it is given a number in line ${String(said.line)}` };
    if (isParameterLetter(s)) return { role: 'constant', why: 'by the custom of letters' };
    if (!this.asked.ok) return { role: 'unknown', why: 'nothing here says what it is' };
    return { role: 'constant', why: 'nothing here says that it depends on the variable' };
  }
}

function whyFunction(s: Sym, sides: readonly Expr[]): string {
  const isWrittenPrimed = sides.some((side) =>
    someNode(side, (e) => e.kind === 'apply' && e.fn.id === s.id && isPrimed(e)),
  );
  if (isWrittenPrimed) return 'it is written with a prime';
  return isFunctionLetter(s) ? 'by the custom of letters' : 'the derivative is a total one';
}

const isTransposed = (s: Sym, sides: readonly Expr[]): boolean =>
  sides.some((side) =>
    someNode(side, (e) => e.kind === 'call' && e.fn === 'transpose' && e.free.has(s.id) && e.free.size === 1),
  );
