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

/**
 * How the work grows up to texts as long as the largest that are read, under the attacks that make the most work on short
 * ones; null for an expression that no attack can be made on.
 */
export function longGrowth(
  expression: Pick<RegExp, 'source' | 'flags'>,
  attacks: number,
  length = LONG,
): Growth | null {
  const program = programOf(expression);
  const weighed = attacksOn(expression).map((attack) => ({ attack, work: steps(program, attack, GLANCE) }));
  const heaviest = weighed.sort((a, b) => b.work - a.work).slice(0, attacks);
  const grown = heaviest.map(({ attack }) => ({
    attack,
    exponent: exponent(program, attack, length / 2, MOST_LONG),
  }));
  return grown.reduce<Growth | null>((worst, g) => (worst && worst.exponent >= g.exponent ? worst : g), null);
}
const LONG = 100_000;
const MOST_LONG = 100_000_000;

/** Up to which exponent work counts as linear; a glance at short texts is allowed a little more. */
export const LINEAR = 1.15;
const SUSPECT = 1.3;
const ENDLESS = 10;
/** Lengths of texts: for a first glance at each attack, and for a look at what seems to grow. */
const GLANCE = 64;
const LOOK = 1000;
const MOST_STEPS = 3_000_000;

function exponent(program: Program, attack: Attack, length: number, most = MOST_STEPS): number {
  const [once, twice] = [steps(program, attack, length, most), steps(program, attack, 2 * length, most)];
  return twice >= most ? ENDLESS : Math.log2(twice / once);
}

function steps(program: Program, attack: Attack, length: number, most = MOST_STEPS): number {
  const count = { steps: 0, most };
  sweep(program, attackText(attack, length), count);
  return count.steps;
}
