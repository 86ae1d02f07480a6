/** The likely mistake behind a wrong derivative in code. */
import {
  diff,
  inlined,
  substitute,
  sym,
  type Budget,
  type Expr,
  type Program,
  type Sym,
} from '../../core/index.js';
import type { Steps } from '../../steps.js';
import type { ExplainedMistake } from '../mistakes/explained.js';
import type { Definition } from '../../meaning/index.js';
import { judgeLink } from '../link.js';
import { linkAlone } from '../linkAlone.js';
import { explain, isOnlyDomain } from '../mistakes/explain.js';
import type { Code } from '../../notation/programs/index.js';
import type { Alignment } from './align.js';

/** Longer functions are not searched for mistakes. */
const MOST_SIZE = 400;

/** What explains that `claimed` is written for the derivative of `f`; null where nothing known does. In steps. */
export function* mistakeIn(
  f: Program,
  claimed: Program,
  target: Sym,
  budget: Budget,
): Steps<ExplainedMistake | null> {
  const [body, right] = [inlined(f, MOST_SIZE), inlined(claimed, MOST_SIZE)];
  if (!body || !right) return null;
  const definitions = new Map(
    [...f.definitions, ...claimed.definitions].map(([id, d]): [string, Definition] => [
      id,
      { ...d, replaces: null, line: 0, from: 0, late: false },
    ]),
  );
  const claim = linkAlone(diff(body, target), right);
  const verdict = yield* judgeLink(claim, { definitions, namesakes: () => [] }, budget);
  yield null;
  if (!verdict.refuted) return null;
  const onPart =
    verdict.kind === 'conditional' ? yield* explain(claim, verdict, verdict.refuted, false, budget) : null;
  if (onPart && !isOnlyDomain(onPart)) return onPart;
  // Code is run where functions saturate: that both sides are equal there bounds no domain.
  return yield* explain(claim, { ...verdict, kind: 'false' }, verdict.refuted, false, budget);
}

/** What a hand-written derivative computes as one expression in the function's own variables, if it is short. */
export function renamed({ program }: Code, { to }: Alignment): Program {
  const whole = inlined(program, MOST_SIZE);
  const names = new Map([...to].map(([id, v]): [string, Expr] => [id, v.symbol]));
  return { ...program, bindings: [], result: whole ? substitute(whole, names) : NO_VALUE };
}
/** Compares with nothing. */
const NO_VALUE = sym('#unknown', ['word']);
