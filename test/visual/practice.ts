/** Real derivations and practices for pictures: made by the engine, and shown as the editor would. */
import { flawedInSteps } from '../../src/practice/flawed.js';
import { exerciseOf } from '../../src/practice/exercise.js';
import { answered, begun, hinted, type Session } from '../../src/practice/session.js';
import { shownSession } from '../../src/practice/telling.js';
import { outlineOf } from '../../src/answer/outlines.js';
import { questionOf } from '../../src/meaning/index.js';
import { solve, type Solved } from '../../src/answer/solve.js';
import { LATEX } from '../../src/notation/index.js';
import { DEFAULT_STYLE, NO_CONTEXT } from '../../src/notation/notation.js';
import { texWith } from '../../src/answer/notations.js';
import { budgetFor } from '../../src/service/budgets.js';
import { done } from '../../src/steps.js';
import type { Outline, ToPanel } from '../../src/protocol.js';

const tex = texWith(DEFAULT_STYLE);

function derived(text: string): Solved {
  const [statement] = LATEX.parse(text, NO_CONTEXT).statements;
  const none = { definitions: new Map(), variable: null, order: null, primed: new Set<string>() };
  const asked = statement && questionOf(statement.expr, none);
  const answer = asked?.ok ? solve(asked, budgetFor('command')) : null;
  if (!answer?.ok) throw new Error(text);
  return answer;
}

export const outlineFor = (text: string): Outline => outlineOf(derived(text), [], tex);

function session(text: string, answers: readonly string[], hints = 0): Session {
  const exercise = exerciseOf(derived(text), tex);
  if (!exercise) throw new Error(text);
  let s = begun(exercise);
  for (const a of answers) s = answered(s, a, () => budgetFor('practice'));
  for (let i = 0; i < hints; i++) s = hinted(s);
  return s;
}

function error(text: string, turn: number, picks: readonly string[]): Session {
  const exercise = done(flawedInSteps(derived(text), tex, turn, budgetFor('practice')));
  if (!exercise) throw new Error(text);
  return picks.reduce((s, p) => answered(s, p, () => budgetFor('practice')), begun(exercise));
}

const shown = (s: Session): ToPanel => ({ type: 'practice', model: shownSession(s) });
const QUESTION = 'x^2 \\sin(3x^2 + 1)';

/** What the editor says, by the name in the page's address. */
export const PRACTICES: Readonly<Record<string, ToPanel>> = {
  rule: shown(session(QUESTION, ['chain'])),
  formula: shown(session(QUESTION, ['product', 'x^2', '2x', 'cos(3x^2 + 1)'], 2)),
  over: shown(session('\\sin(x^2)', ['chain', 'x^2', '2x', '2x cos(x^2)'])),
  error: shown(error('\\frac{x^2 - 1}{x^2 + 1}', 3, [])),
  picked: shown(error('\\frac{x^2 - 1}{x^2 + 1}', 3, ['4'])),
};
