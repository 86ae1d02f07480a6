/** By what a subject is to be derived: what is written, what was asked for, a parameter, or the likeliest name. */
import { same, type Expr } from '../core/index.js';
import { refuse, unsaid, type NotAsked, type VariableSource } from './asked.js';
import { reachable, type Definitions } from './dependence.js';
import { isAbstractLetter, isCounted } from './candidates.js';
import {
  isFunctionLetter,
  isParameterLetter,
  isUsualVariable,
  variableName,
  type Variable,
} from './symbolCustoms.js';
import { namesIn, primedIn } from './freeNames.js';
import { IMPLIED, isImplied } from './operator.js';
import {
  candidatesIn,
  likeliest,
  listNames,
  operatorVariable,
  unusedVariable,
  wantedAmong,
} from './variable.js';
import type { Posed } from './situation.js';
import { mentions } from './unsaid.js';

/** The operator's variable, the one asked for, a parameter, or the likeliest name. */
export function chosenVariable(
  posed: Posed,
  body: Expr,
  known: Definitions,
): { variable: Variable; source: VariableSource } | NotAsked {
  const wanted = posed.situation.variable;
  const own = posed.subject.operator?.target ?? null;
  if (own) {
    return operatorVariable(own, wanted);
  }
  const through = [...reachable(body, known, new Set()).values()].map((d) => d.value);
  const all = candidatesIn(body, posed.params, through).filter((v) => !isImplied(v));
  if (wanted) {
    const variable = wantedAmong(wanted, all);
    return variable
      ? { variable, source: 'given' }
      : refuse(
          'no-such-variable',
          `There is no ${wanted.name} in this formula; it has ${listNames(all) || 'no names'}.`,
        );
  }
  if (posed.params.length > 0) {
    // V(r, θ, t) = a(r) + b(θ)/r²: nobody asks by the t that does not stand there.
    const occurring = posed.params.filter((p) => [body, ...through].some((e) => mentions(e, p)));
    const { variable } = likeliest(occurring.length > 0 ? occurring : posed.params);
    return { variable, source: 'parameter' };
  }
  return inferred(posed, body, known, all);
}

function inferred(
  posed: Posed,
  body: Expr,
  known: Definitions,
  all: readonly Variable[],
): { variable: Variable; source: VariableSource } | NotAsked {
  const own = candidatesIn(body, [], []).filter((v) => !isImplied(v) && !isCounted(v, body));
  const names = namesIn(body).symbols.filter((s) => !isImplied(s));
  // A name alone that has a definition asks for the derivative of that.
  const definedAlone = body.kind === 'sym' && known.has(body.id);
  if (posed.subject.primed && !definedAlone && (body.kind === 'sym' || body.kind === 'component')) {
    return unsaid(`Nothing here says how ${variableName(body)} depends on its variable.`, body);
  }
  const candidates = definedAlone ? all.filter((v) => !same(v, body)) : own;
  // γ′ beside γ = C/D: another quantity, as likely as a derivative by one of these.
  if (posed.subject.primed && candidates.length > 1 && !candidates.some(isLikelyVariable))
    return refuse('ambiguous', 'Nothing here says by which variable to differentiate.', body);
  const { primed } = posed.situation;
  const free = candidates.filter(
    (v) => !(v.kind === 'sym' && (primed.has(v.id) || isAbstractLetter(v, names))),
  );
  const usable = free.filter(
    (v) => !(v.kind === 'sym' && free.length < candidates.length && isParameterLetter(v)),
  );
  // x′·x′ of (x·x)′: a letter alone is the variable, whatever the note primes.
  const [only] = names;
  const ofItself =
    only && (!own.some((v) => same(v, only)) || (!posed.subject.operator && primedIn(body).has(only.id)));
  if (only && names.length === 1 && !definedAlone && !isFunctionLetter(only) && !ofItself)
    return { variable: only, source: 'only' };
  if (usable.length === 0 && names.length > 0 && free.length < candidates.length) {
    return { variable: unusedVariable(names), source: 'custom' };
  }
  if (
    candidates.length === 0 &&
    (body.free.size > 0 || own.length < names.length) &&
    !body.free.has(IMPLIED.id)
  ) {
    return refuse('ambiguous', 'Nothing here says by which variable to differentiate.', body);
  }
  return likeliest(usable.length > 0 ? usable : candidates);
}
const isLikelyVariable = (v: Variable): boolean => v.kind === 'sym' && isUsualVariable(v);
