/** What happens where the pieces of a function meet, in words. */
import { equation, same, type Boundary, type Expr } from '../core/index.js';
import { fillIn, inline, type Spell } from './spell.js';
import { BOUNDARY_WORDS } from './phrases.js';

/** Whether the function is continuous at the boundary, and whether its slopes from both sides agree. */
export function boundaryInWords(b: Boundary, target: Expr, spell: Spell): string {
  const facts: Readonly<Record<string, string>> = {
    place: inline(spell(equation(target, b.at))),
    left: inline(spell(b.left)),
    right: inline(spell(b.right)),
  };
  return fillIn(BOUNDARY_WORDS[caseOf(b)], (name) => facts[name] ?? null) ?? '';
}

function caseOf({ continuous, differentiable, left, right }: Boundary): keyof typeof BOUNDARY_WORDS {
  if (continuous === false) return 'jump';
  if (continuous === null) return 'unknown';
  if (differentiable === true || same(left, right)) return 'smooth';
  return differentiable === false ? 'kink' : 'open';
}
