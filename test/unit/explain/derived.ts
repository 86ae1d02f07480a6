/** Derivations of formulas in LaTeX, for tests of what is said about them. */
import { questionOf } from '../../../src/meaning/index.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { solve, type Solved } from '../../../src/service/solve.js';

/** The checked answer to what the formula asks; throws where there is none. */
export function derived(tex: string): Solved {
  const [statement] = parse(tex).statements;
  if (!statement) throw new Error(`${tex} cannot be read`);
  const asked = questionOf(statement.expr);
  if (!asked.ok) throw new Error(`${tex}: ${asked.message}`);
  const answer = solve(asked, { nodes: 1000, shouldStop: () => false });
  if (!answer.ok) throw new Error(`${tex}: ${answer.message}`);
  return answer;
}
