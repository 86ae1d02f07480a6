/** What an answer says besides its formula: the rules in a line, the outline, its assumptions. */
import { done, type Steps } from '../steps.js';
import { functionRow, plainName, type Derivation, type Expr, type Step } from '../core/index.js';
import { outlineInSteps, shownSubsteps, titleOf, type Circumstances, type Spell } from '../explain/index.js';
import type { Definition } from '../meaning/index.js';
import type { Assumption } from '../notation/notation.js';
import type { Outline } from '../protocol.js';
import type { Solved } from './solve.js';

/** The outline of an answer; what more it shall say goes with it. */
export function outlineOf(...about: Parameters<typeof outlineOfInSteps>): Outline {
  return done(outlineOfInSteps(...about));
}

/** The same in steps. */
export function outlineOfInSteps(
  solved: Solved,
  assumptions: readonly string[],
  spell: Spell,
  more: Pick<Circumstances, 'alternatives'> = {},
): Steps<Outline> {
  const { derivation, check, point } = solved;
  return outlineInSteps(derivation, spell, { check, point, assumptions, also: also(derivation), ...more });
}

/** The other common form of the answer, where the tidying has one. */
const also = ({ stages }: Derivation): Expr | null => stages.at(-1)?.also ?? null;

/** Titles of the rules, level by level from the outermost in, each once; laws of tidying are not among them. */
export function ruleTitles({ stages }: Derivation): readonly string[] {
  const titles = new Set<string>();
  const seen = new Set<Step>();
  for (let level = stages.map((s) => s.root); level.length > 0;) {
    level.forEach((s) => titles.add(titleOf(s)));
    level = level.flatMap(shownSubsteps).filter((s) => !seen.has(s) && seen.add(s));
  }
  return [...titles];
}

/** A reading that was chosen among several, in words, and what it is about. */
export interface ChangeableReading {
  readonly about: 'log' | 'sigma';
  readonly message: string;
}

/** The readings that a note's comment or a setting can change. */
export function changeable(readings: readonly Assumption[]): readonly ChangeableReading[] {
  return readings.flatMap(({ kind, message }) => {
    const about = kind === 'log-natural' ? 'log' : kind === 'sigma-sigmoid' ? 'sigma' : null;
    return about === null ? [] : [{ about, message } as const];
  });
}

/** Readings and definitions that were chosen, in words. */
export function assumptionsOf({ asked }: Solved, readings: readonly Assumption[]): readonly string[] {
  return [...readings.map((a) => a.message), ...asked.notes, ...asked.used.map(usedAs)];
}
/** By its words or its company a name is a function of the table; by an equation it is what that says. */
function usedAs({ name, value, line, evidence }: Definition): string {
  const row = evidence === 'words' && value.kind === 'call' ? functionRow(value.fn) : null;
  return row
    ? `${plainName(name)} as the ${row.title}`
    : `${plainName(name)} as defined in line ${String(line)}`;
}
