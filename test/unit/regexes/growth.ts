/** How the work of an expression grows with the text, over all the attacks that can be made on it. */
import { attacksOn, attackText, type Attack } from './attacks.js';
import { sweep } from './machine.js';
import { programOf, type Program } from './program.js';

export interface Growth {
  readonly attack: Attack;
  /** The exponent: 1 where twice the text is twice the work. */
  readonly exponent: number;
}

/** The attack under which the work of an expression grows fastest, where it grows faster than the text. */
export function worstGrowth(expression: Pick<RegExp, 'source' | 'flags'>): Growth | null {
  const program = programOf(expression);
  let worst: Growth | null = null;
  for (const attack of attacksOn(expression)) {
    if (exponent(program, attack, GLANCE) <= SUSPECT) continue;
    const sure = exponent(program, attack, LOOK);
    if (sure > LINEAR && sure > (worst?.exponent ?? 0)) worst = { attack, exponent: sure };
    if (sure >= ENDLESS) break;
  }
  return worst;
}

/** Up to which exponent work counts as linear; a glance at short texts is allowed a little more. */
export const LINEAR = 1.15;
const SUSPECT = 1.3;
const ENDLESS = 10;
/** Lengths of texts: for a first glance at each attack, and for a look at what seems to grow. */
const GLANCE = 64;
const LOOK = 1000;
const MOST_STEPS = 3_000_000;

function exponent(program: Program, attack: Attack, length: number): number {
  const [once, twice] = [steps(program, attack, length), steps(program, attack, 2 * length)];
  return twice >= MOST_STEPS ? ENDLESS : Math.log2(twice / once);
}

function steps(program: Program, attack: Attack, length: number): number {
  const count = { steps: 0, most: MOST_STEPS };
  sweep(program, attackText(attack, length), count);
  return count.steps;
}
