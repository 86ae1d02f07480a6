/** The likely mistake behind a claim that does not hold: the wrong rule that gives exactly what was written. */
import {
  add,
  ONE,
  plainName,
  replaceAll,
  same,
  substitute,
  tidyInSteps,
  type Budget,
  type Expr,
  type RuleInstance,
  type Sym,
} from '../../core/index.js';
import type { Steps } from '../../steps.js';
import type { Link } from '../../claims/notes/link.js';
import { variableName, type Variable } from '../../meaning/symbolCustoms.js';
import { namesIn } from '../../meaning/freeNames.js';
import { inlined } from '../inline.js';
import type { Refuted, Verdict } from '../verdict.js';
import { FUNCTION_MISTAKES } from './functionMistakes.js';
import { CHAIN_MISTAKES, PLAIN_MISTAKES, RULE_MISTAKES } from './ruleMistakes.js';
import type { ExplainedMistake } from './explained.js';
import { rightly, slipped, type Slip, type MistakeSubject, type Taken } from './slip.js';
import { slipIn } from './wrongNumbers.js';
import { Trial } from './trial.js';
import { wrongsAt, type WrongRule } from './wrongRule.js';
import { DOMAIN_MISTAKES, SIGN_MISTAKES, WHOLE_MISTAKES, type WholeMistake } from './wholeMistakes.js';

/** The mistake that gives what is written; `right`: all links of its chain before it hold. Yields between attempts. */
export function* explain(
  claim: Link,
  verdict: Verdict,
  refuted: Refuted,
  right: boolean,
  budget: Budget,
): Attempt {
  if (verdict.kind === 'conditional') return yield* domainMistake(refuted, budget);
  const isLast = right && claim.links > 1 && claim.link === claim.links;
  if (isLast && !verdict.needsMistake) return LAST_STEP;
  const found = yield* new MistakeSearch(refuted, budget).find();
  return isLast && found?.specific ? LAST_STEP : found;
}

/** What an attempt found, in steps. */
type Attempt = Steps<ExplainedMistake | null>;

const LAST_STEP: ExplainedMistake = {
  code: 'wrong-last-step',
  explanation: 'All steps before are right; the last one is not.',
  specific: true,
};
const ITSELF: ExplainedMistake = {
  code: 'function-value-instead',
  explanation: 'This is the function itself, not its derivative.',
  specific: true,
};
const RESTRICTED: ExplainedMistake = {
  code: 'domain-restricted',
  explanation: 'It holds on a part of the domain only.',
  specific: true,
};

/** Whether nothing more is known of the mistake than that what is written is right somewhere. */
export const isOnlyDomain = ({ code }: ExplainedMistake): boolean => code === RESTRICTED.code;

function* domainMistake(refuted: Refuted, budget: Budget): Steps<ExplainedMistake> {
  return (yield* new MistakeSearch(refuted, budget).ofDomain()) ?? RESTRICTED;
}

class MistakeSearch {
  private readonly trial: Trial;
  private readonly subject: MistakeSubject;
  /** What is differentiated first, and what last. */
  private readonly first: Expr | null;
  private body: Expr | null = null;
  private readonly order: number;
  private taken: Taken | null = null;
  /** The derivatives of lower orders, from the first on. */
  private readonly lower: Expr[] = [];
  /** The right answer in its forms: as the rules give it, tidied. */
  private rights: readonly Expr[] = [];

  constructor(
    private readonly refuted: Refuted,
    private readonly budget: Budget,
  ) {
    const { question } = refuted.asked;
    this.trial = new Trial(refuted, budget);
    this.subject = { variable: refuted.asked.variable, dependent: dependentIn(refuted) };
    this.order = question.order.kind === 'num' ? question.order.value.toNumber() : NaN;
    this.first = this.firstBody();
  }

  private *begin(): Steps<void> {
    this.body = yield* this.lastBody();
    this.taken = this.body && (yield* rightly(this.body, this.subject, this.budget));
    const raw = this.taken?.answer;
    if (!raw) return;
    const { body, target } = this.refuted.asked.question;
    const short = yield* tidyInSteps(raw, this.budget, { question: body, target });
    this.rights = [short.result, raw];
  }

  *find(): Attempt {
    yield* this.begin();
    const attempts: readonly (() => Attempt)[] = [
      () => this.lowerOrder(),
      ...FUNCTION_MISTAKES.slice(0, 2).map((rule) => () => this.amongRules([rule])),
      () => this.amongWholes(SIGN_MISTAKES),
      () => this.itself(),
      ...FUNCTION_MISTAKES.slice(2).map((rule) => () => this.amongRules([rule])),
      () => this.amongRules(CHAIN_MISTAKES),
      () => this.amongRules(RULE_MISTAKES),
      () => this.integrated(),
      () => this.amongRules(PLAIN_MISTAKES),
      () => this.otherVariable(),
      () => this.otherVariableToo(),
      () => this.lettersSwapped(),
      () => this.amongWholes(WHOLE_MISTAKES),
      () => this.amongWholes(DOMAIN_MISTAKES),
    ];
    for (const attempt of attempts) {
      const found = yield* attempt();
      if (found) return found;
      yield null;
    }
    const slip = yield* slipIn(this.trial, this.refuted, this.rights, this.body);
    return slip ?? (yield* this.withFactor());
  }

  *ofDomain(): Attempt {
    yield* this.begin();
    return yield* this.amongWholes(DOMAIN_MISTAKES);
  }

  /** A wrong rule and a wrong number or sign besides: told by the rule. */
  private *withFactor(): Attempt {
    const { body } = this;
    if (!body) return null;
    for (const rule of [...FUNCTION_MISTAKES, ...CHAIN_MISTAKES, ...RULE_MISTAKES]) {
      yield null;
      if (this.waysOf(rule).length === 0) continue;
      const answer = yield* this.slipped(body, { rule, place: 'everywhere', form: 0 });
      const factor = answer && (yield* this.trial.multipleOf(answer));
      if (factor === null) continue;
      const besides = Math.abs(factor + 1) < 1e-9 ? 'A sign' : 'A number';
      return {
        code: rule.code,
        explanation: `${rule.explanation} ${besides} is wrong, too.`,
        specific: false,
      };
    }
    return null;
  }

  /** Of a higher order one that is reached on the way to it, or the function. */
  private *lowerOrder(): Attempt {
    const { first } = this;
    // Of e^{2x} that would be the chain rule.
    const isExponential = first?.kind === 'call' && first.fn === 'exp';
    if (first && this.order > 1 && !isExponential && (yield* this.trial.gives(first))) return ITSELF;
    for (const [k, lower] of this.lower.entries()) {
      if (!(yield* this.trial.gives(lower))) continue;
      const explanation = `This is the derivative of order ${String(k + 1)}; that of order ${String(this.order)} was asked for.`;
      return { code: 'higher-order-missed', explanation, specific: true };
    }
    return null;
  }

  /** The right answer with the variable and another letter exchanged. */
  private *lettersSwapped(): Attempt {
    const { variable } = this.refuted.asked;
    const { body } = this;
    if (!body || variable.kind !== 'sym') return null;
    for (const other of this.others(body))
      for (const right of this.rights) {
        const swapped = substitute(
          right,
          new Map([
            [variable.id, other],
            [other.id, variable],
          ]),
        );
        if (!right.free.has(other.id) || !(yield* this.trial.gives(swapped))) continue;
        const explanation = `The letters ${plainName(variable)} and ${plainName(other)} are exchanged.`;
        return { code: 'letters-swapped', explanation, specific: true };
      }
    return null;
  }

  /** sin x for (sin x)′; of e^{2x} that would be the chain rule. */
  private *itself(): Attempt {
    const { body } = this;
    if (body?.kind !== 'call' || body.fn === 'exp' || !(yield* this.trial.gives(body))) return null;
    yield null;
    return this.order > 1 ? null : ITSELF;
  }

  *amongWholes(mistakes: readonly WholeMistake[]): Attempt {
    const { body } = this;
    if (!body) return null;
    for (const m of mistakes) {
      for (const right of this.rights) {
        yield null;
        if (yield* this.anyGiven(m.answers(right, body)))
          return { code: m.code, explanation: m.explanation, specific: true };
      }
    }
    return null;
  }

  private *anyGiven(answers: readonly Expr[]): Steps<boolean> {
    for (const answer of answers) {
      if (yield* this.trial.gives(answer)) return true;
      yield null;
    }
    return false;
  }

  private *amongRules(rules: readonly WrongRule[]): Attempt {
    const { body } = this;
    if (!body) return null;
    for (const rule of rules) {
      const place = yield* this.fits(rule, body);
      if (place) {
        const explanation = rule.here?.(place) ?? rule.explanation;
        return { code: rule.code, explanation, specific: true };
      }
      yield null;
    }
    return null;
  }

  /** Where the rule went wrong; tried everywhere, of which the first place speaks, then at each place by itself. */
  private *fits(rule: WrongRule, body: Expr): Steps<RuleInstance | null> {
    const places = this.taken?.places.filter((p) => wrongsAt(rule, p).length > 0) ?? [];
    const [first] = places;
    if (!first) return null;
    const forms = Math.min(Math.max(...this.waysOf(rule)), MOST_FORMS);
    if (yield* this.gives({ rule, place: 'everywhere', form: 0 }, body)) return first;
    if (yield* this.everyTime(rule)) return first;
    for (let form = 0; form < forms; form++) {
      if (form > 0 && (yield* this.gives({ rule, place: 'everywhere', form }, body))) return first;
      yield null;
      if (places.length === 1) continue;
      for (const [place, here] of places.slice(0, MOST_PLACES).entries()) {
        if (yield* this.gives({ rule, place, form }, body)) return here;
        yield null;
      }
    }
    return null;
  }

  /** In how many ways the rule can go wrong, at each place that it fits. */
  private waysOf(rule: WrongRule): readonly number[] {
    const ways = this.taken?.places.map((p) => wrongsAt(rule, p).length) ?? [];
    return ways.filter((n) => n > 0);
  }

  /** Of a higher order: the same slip each time. */
  private *everyTime(rule: WrongRule): Steps<boolean> {
    if (this.order < 2 || !this.first) return false;
    let answer: Expr | null = this.first;
    for (let k = 0; k < this.order && answer; k++)
      answer = yield* this.slipped(answer, { rule, place: 'everywhere', form: 0 });
    return answer !== null && (yield* this.trial.gives(answer));
  }

  private *gives(slip: Slip, body: Expr): Steps<boolean> {
    const answer = yield* this.slipped(body, slip);
    return answer !== null && (yield* this.trial.gives(answer));
  }
  private slipped(body: Expr, slip: Slip): Steps<Expr | null> {
    return slipped(body, this.subject, slip, this.budget);
  }
  /** The right derivative, by the claim's variable or another. */
  private *rightly(body: Expr, subject = this.subject): Steps<Expr | null> {
    return (yield* rightly(body, subject, this.budget))?.answer ?? null;
  }

  /** The derivative of what is written is the function itself. */
  private *integrated(): Attempt {
    const [c] = this.refuted.cases;
    const { question } = this.refuted.asked;
    if (!c?.body || this.refuted.asked.point || !this.body || this.body.kind === 'num') return null;
    const back = yield* this.rightly(c.claimed);
    if (!back) return null;
    const reversed = { ...this.refuted, cases: [{ ...c, claimed: back, actual: back }] };
    if (!(yield* new Trial(reversed, this.budget).gives(question.body))) return null;
    if (yield* this.trial.gives(question.body)) return null;
    return {
      code: 'integrated-instead',
      explanation: 'This is an antiderivative: the derivative was asked for.',
      specific: true,
    };
  }

  private *otherVariable(): Attempt {
    const { variable } = this.refuted.asked;
    const { body } = this;
    if (!body) return null;
    for (const other of [...this.others(body), ...this.otherEntries(body)]) {
      const answer = yield* this.rightly(body, { variable: other, dependent: NONE });
      if (!answer || !(yield* this.trial.gives(answer))) continue;
      const [found, wanted] = [variableName(other), variableName(variable)];
      return {
        code: 'wrong-variable',
        explanation: `This is the derivative with respect to ${found}; the one with respect to ${wanted} was asked for.`,
        specific: true,
      };
    }
    return null;
  }

  /** Another letter derived as well, as if it were the variable: ∂/∂x (x²y) as 2xy + x², or as 2x. */
  private *otherVariableToo(): Attempt {
    const { variable } = this.refuted.asked;
    const { body } = this;
    const [right] = this.rights;
    if (!body || !right || variable.kind !== 'sym') return null;
    const own = yield* this.rightly(body);
    for (const other of this.others(body)) {
      const by = yield* this.rightly(body, { variable: other, dependent: NONE });
      const mixed = own && by && add(own, by);
      const twice = yield* this.rightly(own ?? body, { variable: other, dependent: NONE });
      if (
        !(mixed && (yield* this.trial.gives(mixed))) &&
        !(twice && (yield* this.trial.gives(twice))) &&
        !(yield* this.asFunction(body, other))
      )
        continue;
      return {
        code: 'partial-other-variable-not-constant',
        explanation: `${plainName(other)} counts as a constant here: only ${plainName(variable)} varies.`,
        specific: true,
      };
    }
    return null;
  }

  /** The other letter taken for a function whose derivative is 1. */
  private *asFunction(body: Expr, other: Sym): Steps<boolean> {
    const dependent = new Set([...this.subject.dependent, other.id]);
    const answer = yield* this.rightly(body, { ...this.subject, dependent });
    const primes = answer && namesIn(answer).applications.find((a) => a.fn.id === other.id);
    if (!answer || !primes) return false;
    const one = replaceAll(answer, primes, ONE);
    return yield* this.trial.gives(one);
  }

  private others(body: Expr): readonly Sym[] {
    const { variable } = this.refuted.asked;
    return namesIn(body)
      .symbols.filter((s) => !variable.free.has(s.id) && !this.subject.dependent.has(s.id))
      .slice(0, MOST_OTHERS);
  }

  /** The same among the entries of indexed quantities: by w_1 there is w_2. */
  private otherEntries(body: Expr): readonly Variable[] {
    const { variable } = this.refuted.asked;
    return namesIn(body)
      .components.filter((c) => !same(c, variable))
      .slice(0, MOST_OTHERS);
  }

  /** What is differentiated, definitions put in. */
  private firstBody(): Expr | null {
    const { definitions, target, body } = this.refuted.asked.question;
    return inlined(body, new Map([...definitions].filter(([id]) => !target.free.has(id))));
  }

  /** Of a higher order what is differentiated last. */
  private *lastBody(): Steps<Expr | null> {
    const { question } = this.refuted.asked;
    let body = this.first;
    for (let k = 1; k < this.order && body; k++) {
      const next: Expr | null = yield* this.rightly(body);
      const options = { question: question.body, target: question.target };
      body = next && (yield* tidyInSteps(next, this.budget, options)).result;
      if (body) this.lower.push(body);
    }
    return Number.isNaN(this.order) ? null : body;
  }
}
const NONE: ReadonlySet<string> = new Set();
const MOST_OTHERS = 6;
const MOST_FORMS = 40;
const MOST_PLACES = 12;

/** Unknown functions vary with the variable: by their bare names, or by what they are applied to. */
function dependentIn({ asked }: Refuted): ReadonlySet<string> {
  return asked.question.dependent;
}
