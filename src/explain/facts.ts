/** What can be said of a step: the facts that the words of src/explain/phrases.ts name. */
import {
  apply,
  call,
  diff,
  div,
  equation,
  exp,
  functionRow,
  identityOfSquares,
  MINUS_ONE,
  mul,
  ONE,
  product,
  same,
  someNode,
  type Diff,
  type Expr,
  type NamedPart,
  type Step,
  type Sym,
} from '../core/index.js';
import { inline, type Spell } from './spell.js';

/** The fact of that name, as maths between dollar signs or as words; null where the step has none. */
export function factOf(step: Step, name: string, spell: Spell): string | null {
  if (name === 'function') return functionTitle(step);
  if (name === 'identity') return identityOf(step);
  if (name === 'variables' && step.before.kind === 'diff' && step.before.target.kind === 'tuple')
    return listed(step.before.target.items, spell);
  if (name === 'parts') return listed(namedParts(step).map(partEquation), spell);
  if (name === 'primes') return listed(primes(step), spell);
  if (name === 'u' || name === 'v')
    return listed(
      namedParts(step)
        .filter((p) => p.name.id === name)
        .map(partEquation),
      spell,
    );
  const fact = expressionFact(step, name);
  return fact && inline(spell(fact));
}

function expressionFact(step: Step, name: string): Expr | null {
  const before = step.before.kind === 'diff' ? step.before : null;
  const body = before?.body ?? null;
  switch (name) {
    case 'result':
      return step.result;
    case 'body':
      return body;
    case 'x':
      return before?.target ?? null;
    case 'c':
      return isDivisor(step) ? null : constantFactor(step);
    case 'divisor':
      return isDivisor(step) ? constantFactor(step) : null;
    case 'exponent':
      return body?.kind === 'pow' ? body.exponent : null;
    case 'base':
      return body?.kind === 'pow' ? body.base : null;
    case 'log':
      return body?.kind === 'pow' ? call('ln', body.base) : null;
    case 'exponentialForm':
      return body?.kind === 'pow' ? exp(mul(body.exponent, call('ln', body.base))) : null;
    case 'reciprocal':
      return body?.kind === 'root' ? div(ONE, body.index) : null;
    case 'entry':
      return before && tableEntry(before);
    case 'substitution':
      return step.substitution && partEquation(step.substitution);
    case 'composed':
      return step.substitution && before && composed(step, step.substitution.name, before);
    case 'outer':
      return step.substitution && outerDerivative(step);
    case 'inner':
      return step.substitution && before && innerDerivative(step, step.substitution, before);
    case 'link':
      return linkOf(step);
    case 'linked':
      return before && linked(step, before);
    case 'factor':
      return commonFactor(step);
    case 'denominator':
      return step.before.kind === 'add' ? denominatorOf(step.after) : null;
    case 'meaning':
      return step.parts[0] ? partEquation(step.parts[0]) : null;
    case 'y':
      return step.parts.find((p) => p.name.id === 'y')?.value ? (step.parts[0]?.name ?? null) : null;
    case 'logarithms':
      return logarithms(step);
    case 'slope':
      return slopeOfLogarithm(step);
    case 'collected':
      return collected(step);
    case 'definition':
      return body && definition(step, body);
    default:
      return null;
  }
}

/** What stands before the bracket that a sum became. */
function commonFactor({ before, after }: Step): Expr | null {
  if (before.kind === 'div' && after.kind === 'div' && same(before.denom, after.denom))
    return factorBefore(before.numer, after.numer);
  return factorBefore(before, after);
}
function factorBefore(before: Expr, after: Expr): Expr | null {
  if (before.kind !== 'add' || after.kind !== 'mul') return null;
  const brackets = after.factors.filter((f) => f.kind === 'add');
  const bracket = brackets.at(-1);
  return bracket ? product(after.factors.filter((f) => f !== bracket)) : null;
}

const denominatorOf = (e: Expr): Expr | null =>
  e.kind === 'div'
    ? e.denom
    : e.kind === 'mul' && e.factors.length === 2
      ? denominatorOf(e.factors[1] as Expr)
      : null;

/** The identity between the two functions whose squares a step has exchanged. */
function identityOf({ before, after }: Step): string | null {
  const has = (fn: string): boolean =>
    [before, after].some((e) => someNode(e, (x) => x.kind === 'call' && x.fn === fn));
  return identityOfSquares(has);
}

/** ln y = Σ k ln f. */
function logarithms(step: Step): Expr | null {
  const y = step.parts.find((p) => p.name.id === 'y');
  const sum = step.substeps[0]?.before;
  return y && sum?.kind === 'diff' ? equation(call('ln', y.name), sum.body) : null;
}
/** y′/y = Σ k f′/f. */
function slopeOfLogarithm(step: Step): Expr | null {
  const y = step.parts.find((p) => p.name.id === 'y');
  const sum = step.substeps[0];
  return y && sum ? equation(div(apply(y.name, [], [1]), y.name), sum.result) : null;
}

/** The equation between solving for y′ and differentiating: what stands with y′ on one side, 2yy′ = −2x. */
function collected({ after, parts }: Step): Expr | null {
  const y = parts[0]?.name;
  return y && after.kind === 'div' ? equation(mul(after.denom, apply(y, [], [1])), after.numer) : null;
}

/** The constant of a constant multiple; a mere minus sign is not worth naming. */
function constantFactor(step: Step): Expr | null {
  const c = step.parts.find((p) => p.name.id === 'c')?.value;
  return c && !same(c, MINUS_ONE) ? c : null;
}

/** Whether the constant stands below the line. */
function isDivisor(step: Step): boolean {
  const c = constantFactor(step);
  const body = step.before.kind === 'diff' ? step.before.body : null;
  return c !== null && body?.kind === 'div' && same(body.denom, c);
}

function functionTitle(step: Step): string | null {
  const body = step.before.kind === 'diff' ? step.before.body : null;
  return body?.kind === 'call' ? (functionRow(body.fn)?.title ?? body.fn) : null;
}

/** The row's own entry, of a letter: said where the function is not already taken of a plain letter. */
function tableEntry({ body }: Diff): Expr | null {
  const row = body.kind === 'call' ? functionRow(body.fn) : null;
  const letter = row?.params[0];
  const derivative = row?.derivatives[0];
  if (body.kind !== 'call' || !row || !letter || !derivative || body.args.length !== 1) return null;
  if (body.args[0]?.kind === 'sym') return null;
  return equation(diff(call(row.name, letter), letter), derivative);
}

/** dF/du · du/dx. */
function composed(step: Step, u: Sym, before: Diff): Expr | null {
  const outer = step.substeps[0];
  return outer ? mul(outer.before, diff(u, before.target, ONE, before.partial)) : null;
}

/** dF/du = F′(u). */
function outerDerivative(step: Step): Expr | null {
  const outer = step.substeps[0];
  return outer ? equation(outer.before, outer.result) : null;
}
/** du/dx = …, unless that is too long for a sentence. */
function innerDerivative(step: Step, { name, value }: NamedPart, before: Diff): Expr | null {
  const taken = step.substeps.find((s) => s.before.kind === 'diff' && same(s.before.body, value));
  if (!taken || taken.result.size > MOST_INNER) return null;
  return equation(diff(name, before.target, ONE, before.partial), taken.result);
}
const MOST_INNER = 30;

/** The defined name g through which the outer function depends on the variable: g in g². */
function linkOf(step: Step): Sym | null {
  const target = step.substeps[0]?.before.kind === 'diff' ? step.substeps[0].before.target : null;
  const isLink = step.rule === 'chain' && step.substitution === null && step.substeps.length > 1;
  return isLink && target?.kind === 'sym' ? target : null;
}
/** dz/dg · dg/dx. */
function linked(step: Step, before: Diff): Expr | null {
  const g = linkOf(step);
  return g && composed(step, g, before);
}

function definition(step: Step, body: Expr): Expr | null {
  return step.after.kind === 'diff' ? equation(body, step.after.body) : null;
}

const partEquation = (p: NamedPart): Expr => equation(p.name, p.value);

/** The parts of a rule's formula, where naming them says more than the formula at hand does. */
function namedParts(step: Step): readonly NamedPart[] {
  const clash = step.parts.some((p) => step.parts.some((q) => q.value.free.has(p.name.id)));
  return clash || step.parts.every((p) => isPlainName(p.value)) ? [] : step.parts;
}
const isPlainName = (e: Expr): boolean => e.kind === 'sym' || e.kind === 'apply';

/** u′ = …, v′ = … of the parts whose derivatives the substeps took. */
function primes(step: Step): readonly Expr[] {
  return namedParts(step).flatMap((p) => {
    const taken = step.substeps.find((s) => s.before.kind === 'diff' && same(s.before.body, p.value));
    return taken ? [equation(apply(p.name, [], [1]), taken.result)] : [];
  });
}

function listed(items: readonly Expr[], spell: Spell): string | null {
  const texts = items.map((e) => inline(spell(e)));
  const last = texts.pop();
  if (last === undefined) return null;
  return texts.length === 0 ? last : `${texts.join(', ')} and ${last}`;
}
