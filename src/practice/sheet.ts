/** A sheet of exercises with their solutions, made from a seed: the same on every machine. */
import type { Budget } from '../core/index.js';
import { questionOf } from '../meaning/index.js';
import { LATEX } from '../notation/index.js';
import { NO_CONTEXT } from '../notation/notation.js';
import { firstStatement } from '../answer/ask.js';
import { texWith } from '../answer/notations.js';
import { outlineOf } from '../answer/outlines.js';
import { questionExpr } from '../answer/question.js';
import { solve, type Solved } from '../answer/solve.js';
import { outlineMarkdown, signsIn, type Spell } from '../explain/index.js';
import { rightsOf, STANDARD, told, type ToldStep } from '../levels.js';
import type { Outline } from '../protocol.js';
import { FAMILIES, type Family } from './families.js';
import { Random } from './random.js';

export interface SheetOrder {
  /** Null for one after the other. */
  readonly family: string | null;
  readonly count: number;
  readonly seed: number;
}

export interface SheetExercise {
  readonly family: string;
  /** The formula that is differentiated, as it is given. */
  readonly text: string;
  readonly question: string;
  readonly answer: string;
  readonly variable: string;
  readonly outline: Outline;
}

/** What a derivation is to keep to, so that it is an exercise: its steps, and the signs in a line. */
const CEILING = { steps: 6, signs: 48 };
/** Texts that are tried for an exercise before one that has been set is taken again. */
const MOST_TRIES = 60;

/** The exercises that an order asks for; the same text only where a family has no other. */
export function sheet({ family, count, seed }: SheetOrder, budget: () => Budget): readonly SheetExercise[] {
  const families = FAMILIES.filter((f) => family === null || f.name === family);
  const random = new Random(seed);
  const made: SheetExercise[] = [];
  for (let i = 0; i < count && families.length > 0; i++) {
    const one = exerciseOf(families[i % families.length] as Family, random, made, budget);
    if (one) made.push(one);
  }
  return made;
}

function exerciseOf(
  family: Family,
  random: Random,
  before: readonly SheetExercise[],
  budget: () => Budget,
): SheetExercise | null {
  let again: SheetExercise | null = null;
  for (let i = 0; i < MOST_TRIES; i++) {
    const text = family.make(random);
    const known = before.find((e) => e.text === text);
    again ??= known ?? null;
    const made = known ? null : solvedExercise(family.name, text, budget());
    if (made) return made;
  }
  return again;
}

function solvedExercise(family: string, text: string, budget: Budget): SheetExercise | null {
  const reading = LATEX.parse(text, NO_CONTEXT);
  const statement = firstStatement(reading);
  if ('ok' in statement) return null;
  const none = { definitions: new Map(), variable: null, order: null, primed: new Set<string>() };
  const asked = questionOf(statement.expr, none);
  const solved = asked.ok ? solve(asked, budget) : asked;
  if (!solved.ok || solved.check.verdict !== 'agrees') return null;
  const tex = texWith(reading.style);
  const outline = outlineOf(solved, [], tex);
  return isModest(told(outline.steps, STANDARD)) ? exerciseWith(family, text, solved, outline, tex) : null;
}

const exerciseWith = (
  family: string,
  text: string,
  solved: Solved,
  outline: Outline,
  tex: Spell,
): SheetExercise => ({
  family,
  text,
  question: tex(questionExpr(solved)),
  answer: outline.answer,
  variable: tex(solved.asked.variable),
  outline,
});

function isModest(steps: readonly ToldStep[]): boolean {
  const all: ToldStep[] = [];
  const waiting = [...steps];
  for (let s = waiting.pop(); s; s = waiting.pop()) {
    all.push(s);
    waiting.push(...s.children);
  }
  const longest = Math.max(0, ...all.flatMap((s) => rightsOf(s).map(signsIn)));
  return all.length <= CEILING.steps && longest <= CEILING.signs;
}

/** The sheet as Markdown: each solution folded below its exercise. */
export function sheetMarkdown(exercises: readonly SheetExercise[], { family, seed }: SheetOrder): string {
  const title = FAMILIES.find((f) => f.name === family)?.title ?? 'Derivatives';
  const head = `# ${title}\n\nExercises: ${String(exercises.length)}. Seed: ${String(seed)}.\n`;
  return [head, ...exercises.map((e, i) => exerciseMarkdown(e, i + 1))].join('\n');
}

function exerciseMarkdown({ text, variable, outline }: SheetExercise, n: number): string {
  const isAsked = /^\\frac\{(?:d|\\partial)/.test(text);
  const isEquation = text.includes(' = ');
  const words = isAsked
    ? 'Take the derivative.'
    : isEquation
      ? `Find $\\frac{dy}{d${variable}}$.`
      : `Differentiate with respect to $${variable}$.`;
  const solution = outlineMarkdown({ ...outline, check: '' });
  return `## ${String(n)}\n\n${words}\n\n$$\n${text}\n$$\n\n<details>\n<summary>Solution</summary>\n\n${solution}\n</details>\n`;
}
