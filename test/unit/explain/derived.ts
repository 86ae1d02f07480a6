/** Derivations of formulas in LaTeX, for tests of what is said about them. */
import { solve, type Solved } from '../../../src/answer/solve.js';
import { ask } from '../meaning/note.js';

/** The checked answer to what the formula asks; throws where there is none. */
export function derived(tex: string, note = ''): Solved {
  const asked = ask(tex, { note });
  if (!asked.ok) throw new Error(`${tex}: ${asked.message}`);
  const answer = solve(asked, { nodes: 1000, shouldStop: () => false });
  if (!answer.ok) throw new Error(`${tex}: ${answer.message}`);
  return answer;
}
