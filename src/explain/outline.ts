/** A derivation as a numbered, nested outline. */
import type { Check, Derivation, Stage, Step } from '../core/derivation.js';
import { at, diff, equation, relation, same, type Expr, type Sym } from '../core/expr.js';
import type { Outline, OutlineStep } from '../protocol.js';
import { checkInWords } from './checking.js';
import { factOf } from './facts.js';
import { ruleFormula } from './formula.js';
import { pluggedIn } from './plug.js';
import { fillIn, inline, type Spell } from './spell.js';
import { LAW_WORDS, PHRASES, RULE_WORDS } from './words.js';

/** What an outline says beyond the derivation itself. */
export interface Circumstances {
  readonly check: Check | null;
  readonly assumptions: readonly string[];
  /** The point at which the derivative was asked for, and its value there. */
  readonly point: { readonly variable: Sym; readonly at: Expr; readonly value: Expr } | null;
  readonly also: Expr | null;
}
export const NO_CIRCUMSTANCES: Circumstances = { check: null, assumptions: [], point: null, also: null };

/** More steps than this are not written out, nor more characters of maths. */
export const MOST_STEPS = 300;
const MOST_CHARACTERS = 150_000;
/** Steps nested deeper than this follow one another on one level. */
const MOST_LEVELS = 6;

/** The outline of a derivation, its maths spelled by `spell`. Linear in what is shown. */
export function outline(d: Derivation, spell: Spell, about: Circumstances = NO_CIRCUMSTANCES): Outline {
  const writer = new Writer(spell);
  const steps = [...writer.stages(d), ...evaluation(d, spell, about)];
  const { body, target, order, partial } = d.question;
  const question = diff(body, target, order, partial);
  const { point } = about;
  return {
    question: spell(point ? at(question, point.variable, point.at) : question),
    answer: spell(point ? point.value : d.result),
    also: about.also && spell(about.also),
    steps: renumbered(steps),
    conditions: conditionsOf(d).map(spell),
    check: about.check ? checkInWords(about.check) : '',
    ...(about.check && about.check.verdict !== 'contradicts' ? { verdict: about.check.verdict } : {}),
    assumptions: about.assumptions,
  };
}

/** Where the answer holds: conditions about a name, and the places where pieces meet without a derivative. */
export function conditionsOf(d: Derivation): readonly Expr[] {
  const { target } = d.question;
  const kinks = (d.boundaries ?? [])
    .filter((b) => b.differentiable === false)
    .map((b) => relation(['!='], [target, b.at]));
  const all = [...d.conditions.filter((c) => c.free.size > 0), ...kinks];
  return all.filter((c, i) => all.findIndex((o) => same(o, c)) === i);
}

function evaluation(d: Derivation, spell: Spell, { point }: Circumstances): readonly OutlineStep[] {
  if (!point) return [];
  const where = inline(spell(equation(point.variable, point.at)));
  return [
    {
      number: '',
      rule: 'evaluate',
      title: PHRASES.evaluate,
      formula: null,
      why: fillIn(PHRASES.evaluateWhy, () => where) ?? '',
      before: spell(at(d.result, point.variable, point.at)),
      after: spell(point.value),
      result: null,
      children: [],
    },
  ];
}

/** The top level counted through: 1, 2, 3. */
function renumbered(steps: readonly OutlineStep[]): readonly OutlineStep[] {
  return steps.map((s, i) => {
    const number = String(i + 1);
    return s.number === number ? s : numberedFrom(s, number);
  });
}
function numberedFrom(s: OutlineStep, number: string): OutlineStep {
  return { ...s, number, children: s.children.map((c, i) => numberedFrom(c, `${number}.${String(i + 1)}`)) };
}

class Writer {
  private written = 0;
  private characters = 0;
  private readonly spell: Spell;
  /** Where each derivative was first taken, by the hash of what it is the derivative of. */
  private readonly first = new Map<number, { readonly step: Step; readonly number: string }>();
  private readonly formulas = new Map<string, string | null>();

  constructor(spell: Spell) {
    this.spell = (e) => {
      const text = spell(e);
      this.characters += text.length;
      return text;
    };
  }

  stages(d: Derivation): readonly OutlineStep[] {
    const [only] = d.stages;
    if (only && d.stages.length === 1) return this.stage(only, '');
    return d.stages.map((s, i) => this.section(s, i));
  }

  /** One derivative of several, as a step with its own steps below it. */
  private section(s: Stage, index: number): OutlineStep {
    const number = String(index + 1);
    return {
      number,
      rule: 'derivative',
      title: PHRASES.stages[index] ?? fillIn(PHRASES.stage, () => number) ?? '',
      formula: null,
      why: index === 0 ? PHRASES.firstStageWhy : PHRASES.stageWhy,
      before: this.spell(s.root.before),
      after: this.spell(s.result),
      result: null,
      children: this.stage(s, number + '.'),
    };
  }

  private stage(s: Stage, prefix: string): readonly OutlineStep[] {
    return this.list([s.root, ...s.tidying], prefix, 0);
  }

  private list(steps: readonly Step[], prefix: string, level: number): readonly OutlineStep[] {
    const out: OutlineStep[] = [];
    // A stack, last first: on the deepest level a step's own steps come right after it.
    const waiting = [...steps].reverse();
    for (let step = waiting.pop(); step; step = waiting.pop()) {
      const number = prefix + String(out.length + 1);
      if (this.written++ >= MOST_STEPS || this.characters > MOST_CHARACTERS)
        return [...out, moreSteps(number)];
      const again = this.numberOf(step, number);
      const below = again === undefined ? shownSubsteps(step) : [];
      const nested = level + 1 < MOST_LEVELS;
      out.push(this.line(step, number, again, nested ? this.list(below, number + '.', level + 1) : []));
      if (!nested) waiting.push(...[...below].reverse());
    }
    return out;
  }

  /** The number under which the same derivative was taken before; notes this one otherwise. */
  private numberOf(step: Step, number: string): string | undefined {
    const { before, rule } = step;
    if (before.kind !== 'diff') return undefined;
    const known = this.first.get(before.hash);
    if (known?.step.rule === rule && same(known.step.before, before)) return known.number;
    this.first.set(before.hash, { step, number });
    return undefined;
  }

  private formula(rule: string): string | null {
    const known = this.formulas.get(rule);
    if (known !== undefined) return known;
    const made = ruleFormula(rule, this.spell);
    this.formulas.set(rule, made);
    return made;
  }

  private line(
    step: Step,
    number: string,
    again: string | undefined,
    children: readonly OutlineStep[],
  ): OutlineStep {
    return {
      number,
      rule: step.rule,
      title: titleOf(step),
      formula: this.formula(step.rule),
      why: again === undefined ? whyOf(step, this.spell) : (fillIn(PHRASES.again, () => again) ?? ''),
      ...(this.sides(step) ?? { before: this.spell(step.before), ...this.lines(step) }),
      ...substitutionOf(step, this.spell),
      children,
    };
  }

  /** Of an equation whose sides are differentiated: the one side and the other. */
  private sides({ after }: Step): Pick<OutlineStep, 'before' | 'after' | 'result'> | null {
    if (after.kind !== 'relation' || after.sides.length !== 2) return null;
    const [before = '', right = ''] = after.sides.map((s) => this.spell(s));
    return { before, after: right, result: null };
  }

  /** `after`, and as `result` the substeps' results put in and then folded: "e^{-x} \\cdot (-1) = -e^{-x}". */
  private lines(step: Step): Pick<OutlineStep, 'after' | 'result'> {
    if (isLinear(step)) return { after: this.spell(step.result), result: null };
    const after = this.spell(step.after);
    const lines: string[] = [];
    for (const e of [pluggedIn(step), step.result]) {
      const text = this.spell(e);
      if (text !== (lines.at(-1) ?? after)) lines.push(text);
    }
    return { after, result: lines.length === 0 ? null : lines.join(' = ') };
  }
}

function substitutionOf({ substitution }: Step, spell: Spell): Pick<OutlineStep, 'substitution'> {
  return substitution ? { substitution: spell(equation(substitution.name, substitution.value)) } : {};
}

/** (5x)′ = 5 at sight. */
const isLinear = (step: Step): boolean =>
  step.rule === 'constant-multiple' && step.substeps.every((s) => s.rule === 'identity');

function moreSteps(number: string): OutlineStep {
  const nothing = { formula: null, before: '', after: '', result: null, children: [] };
  return { number, rule: 'more', title: PHRASES.more, why: PHRASES.moreWhy, ...nothing };
}

/** The substeps but for those that a reader takes at sight: constants, and the variable itself. */
export function shownSubsteps(step: Step): readonly Step[] {
  return step.substeps.filter((s) => s.rule !== 'constant' && s.rule !== 'identity');
}

export function titleOf(step: Step): string {
  const title = RULE_WORDS[step.rule]?.title;
  return (title && fillIn(title, (name) => factOf(step, name, String))) ?? step.title;
}

function ruleWhy(rule: string, fact: (name: string) => string | null): string | null {
  const words = RULE_WORDS[rule];
  return words ? (fillIn(words.why, fact) ?? fillIn(words.bare ?? '', fact)) : null;
}

/** Why the step may be taken, in words with maths between dollar signs. */
export function whyOf(step: Step, spell: Spell): string {
  const fact = (name: string): string | null => factOf(step, name, spell);
  const why =
    ruleWhy(step.rule, fact) ?? LAW_WORDS[step.rule] ?? (step.rule.startsWith('nth-') ? PHRASES.nth : '');
  const [condition] = step.conditions;
  if (!condition) return why;
  const holds = fillIn(PHRASES.condition, () => step.conditions.map((c) => inline(spell(c))).join(', '));
  return [why, holds].filter(Boolean).join(' ');
}
