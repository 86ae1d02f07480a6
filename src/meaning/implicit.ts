/** Equations that give one name as a function of another without saying so: x² + y² = 1. */
import {
  equated,
  isWrittenDerivative,
  ONE,
  plainName,
  same,
  someNode,
  type Expr,
  type Relation,
  type Sym,
} from '../core/index.js';
import { refuse, type Asked, type NotAsked } from './asked.js';
import { isOfPlane } from '../customs/usually.js';
import { isParameterLetter, variableName } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';
import { unsupported } from './support.js';
import { isWanted, likeliest, type Wanted } from './variable.js';

/** The question for dy/dx, or null where the equation does not single two names out. */
export function implicitQuestion(
  e: Relation,
  wanted: Wanted | null,
  order: Expr | null,
): Asked | NotAsked | null {
  const [left, right] = equated(e) ?? [];
  if (!left || !right) return null;
  const pair = pairIn(e, wanted);
  if (!pair) return null;
  const [x, y] = pair;
  if (someNode(e, isWrittenDerivative)) {
    return refuse(
      'unsupported',
      'This equation holds derivatives of an unknown function: it is a differential equation.',
      e,
    );
  }
  const refusal = unsupported(left, x) ?? unsupported(right, x);
  if (refusal) return refusal;
  const nothing = { definitions: new Map(), dependent: new Set<string>() };
  return {
    ok: true,
    question: { body: y, target: x, order: order ?? ONE, partial: false, equation: e, ...nothing },
    input: e,
    head: null,
    isDerivative: false,
    variable: x,
    source: wanted ? 'given' : 'custom',
    variables: [x, y],
    point: null,
    used: [],
    notes: [`${plainName(y)} read as the function of ${variableName(x)} that the equation gives`],
  };
}

/** The variable and the function: x and y where both occur, else the only two letters that are no constants. */
function pairIn(e: Relation, wanted: Wanted | null): readonly [Sym, Sym] | null {
  const names = namesIn(e).symbols;
  const usual = names.filter((s) => isOfPlane(s.id));
  const pair = usual.length === 2 ? usual : names.filter((s) => !isParameterLetter(s));
  const [first, second, ...more] = pair;
  if (!first || !second || more.length > 0) return null;
  const x = wanted
    ? pair.find((s) => isWanted(wanted, s))
    : pair.find((s) => same(s, likeliest(pair).variable));
  if (!x) return null;
  return [x, x === first ? second : first];
}

/** Whether the right side says what the left side names: σ(x) = … x …, and not ln y = … x … or y = y² + x. */
export function isSaidBy(head: Expr, right: Expr): boolean {
  if (head.kind === 'sym') return !right.free.has(head.id);
  if (head.kind !== 'call') return true;
  return head.args.every((a) => [...a.free].some((id) => right.free.has(id)));
}
