/** The likely mistake behind a wrong derivative in code. */
import type { Budget } from '../core/derivation.js';
import { diff, substitute, type Expr, type Sym } from '../core/expr.js';
import type { Program } from '../core/program.js';
import type { Claim } from '../meaning/claims/claim.js';
import type { Definition } from '../meaning/index.js';
import { judgeChain } from '../meaning/verdict/chain.js';
import { DEFAULT_STYLE } from '../notation/notation.js';
import type { CodeClaim } from './codeTypes.js';

/** Longer functions are not searched for mistakes. */
const MOST_SIZE = 400;

/** What explains that `claimed` is written for the derivative of `f`; null where nothing known does. */
export function mistakeIn(f: Program, claimed: Program, target: Sym, budget: Budget): CodeClaim['mistake'] {
  const [body, right] = [asOne(f), asOne(claimed)];
  if (!body || !right) return null;
  const definitions = new Map(
    [...f.definitions, ...claimed.definitions].map(([id, d]): [string, Definition] => [
      id,
      { ...d, replaces: null, line: 0, from: 0, late: false },
    ]),
  );
  const known = { definitions, namesakes: () => [] };
  for (const judged of judgeChain([claimOf(diff(body, target), right)], known, () => budget)) {
    if (judged?.mistake) return { code: judged.mistake.code, explanation: judged.mistake.explanation };
  }
  return null;
}

/** The program's result as one expression, its locals put in. */
function asOne({ bindings, result }: Program): Expr | null {
  const values = new Map<string, Expr>();
  for (const b of bindings) {
    const value = substitute(b.value, values);
    if (value.size > MOST_SIZE) return null;
    values.set(b.name.id, value);
  }
  const whole = substitute(result, values);
  return whole.size > MOST_SIZE ? null : whole;
}

const claimOf = (head: Expr, right: Expr): Claim => ({
  head,
  right,
  left: head,
  op: '=',
  chain: [head, right],
  link: 1,
  links: 1,
  group: 0,
  conditions: [],
  said: [],
  variable: null,
  quoted: false,
  tentative: false,
  echo: false,
  doubtful: false,
  choices: new Set(),
  from: 0,
  to: 0,
  tex: '',
  outerFrom: 0,
  outerTo: 0,
  style: DEFAULT_STYLE,
  rightPlace: null,
  at: 0,
  near: 0,
});
