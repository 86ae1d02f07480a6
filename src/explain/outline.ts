/** A derivation as a numbered, nested outline. */
import { done, type Steps } from '../steps.js';
import {
  askedBy,
  at,
  equation,
  same,
  validityOf,
  type Alternative,
  type Check,
  type Derivation,
  type Expr,
  type Stage,
  type Step,
  type Sym,
} from '../core/index.js';
import type { Level, Outline, OutlineAlternative, OutlineStep, Phase } from '../protocol.js';
import { boundaryInWords } from './boundary.js';
import { checkInWords } from './checkInWords.js';
import { factOf } from './facts.js';
import { ruleFormula } from './formula.js';
import { linesInFull, linesOf, simpleOnes } from './lines.js';
import { replacePending, withoutUnits } from './plug.js';
import { isAtSight, isNamedIn, partsAtSight, shownSubsteps } from './sight.js';
import { joined } from './joined.js';
import { fillIn, inline, spelled, spelledOne, type Spell } from './spell.js';
import { ARRAY_WORDS, LAW_WORDS, NTH_WORDS, PHRASES, RULE_WORDS } from './phrases.js';

/** What an outline says beyond the derivation itself. */
export interface Circumstances {
  readonly check: Check | null;
  readonly assumptions: readonly string[];
  /** The point at which the derivative was asked for, and its value there. */
  readonly point: { readonly variable: Sym; readonly at: Expr; readonly value: Expr } | null;
  readonly also: Expr | null;
  /** Other methods for the same question. */
  readonly alternatives?: readonly Alternative[];
}
export const NO_CIRCUMSTANCES: Circumstances = { check: null, assumptions: [], point: null, also: null };

/** More steps than this are not written out, nor more characters of maths. */
export const MOST_STEPS = 300;
const MOST_CHARACTERS = 150_000;
/** Steps nested deeper than this follow one another on one level. */
const MOST_LEVELS = 6;

/**
 * The outline of a derivation, its maths spelled by `spell`: every step, with the level at which it is told, from which
 * `told` picks. Linear in what is shown.
 */
export function outline(d: Derivation, spell: Spell, about: Circumstances = NO_CIRCUMSTANCES): Outline {
  return done(outlineInSteps(d, spell, about));
}

/** The same in steps: a line at a time. */
export function* outlineInSteps(d: Derivation, spell: Spell, about: Circumstances): Steps<Outline> {
  const { alternatives = [] } = about;
  const writer = new Writer(spell);
  const closing = boundaries(d, spell);
  yield null;
  const steps = [...(yield* writer.stages(d)), ...evaluation(d, spell, about), ...closing];
  const others: OutlineAlternative[] = [];
  for (const a of alternatives) others.push(yield* otherWay(a, spell));
  const question = askedBy(d.question);
  const { point } = about;
  const answer = spell(point ? point.value : d.result);
  yield null;
  const conditions = yield* spelled(conditionsOf(d), spell);
  return {
    question: spell(point ? at(question, point.variable, point.at) : question),
    answer,
    also: about.also && spell(about.also),
    steps: renumbered(steps),
    conditions,
    check: about.check ? checkInWords(about.check) : '',
    ...(about.check && about.check.verdict !== 'contradicts' ? { verdict: about.check.verdict } : {}),
    assumptions: about.assumptions,
    ...(others.length > 0 ? { alternatives: others } : {}),
  };
}

function* otherWay(a: Alternative, spell: Spell): Steps<OutlineAlternative> {
  const steps = renumbered(yield* new Writer(spell).stages(a));
  return { title: a.title, steps, answer: spell(a.result) };
}

/** The closing word on the places where pieces meet. */
function boundaries({ boundaries: all = [], question }: Derivation, spell: Spell): readonly OutlineStep[] {
  if (all.length === 0) return [];
  const why = all.map((b) => boundaryInWords(b, question.target, spell)).join(' ');
  return [{ ...NO_LINE, number: '', rule: 'boundary', title: PHRASES.boundary, why }];
}

/** Where the answer holds, as far as a reader needs to be told: conditions about a name. */
export const conditionsOf = (d: Derivation): readonly Expr[] =>
  validityOf(d).said.filter((c) => c.free.size > 0);

function evaluation(d: Derivation, spell: Spell, { point }: Circumstances): readonly OutlineStep[] {
  if (!point) return [];
  const where = inline(spell(equation(point.variable, point.at)));
  return [
    {
      number: '',
      rule: 'evaluate',
      level: 1,
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

  *stages({ stages }: Pick<Derivation, 'stages'>): Steps<readonly OutlineStep[]> {
    const [only] = stages;
    if (only && stages.length === 1) return yield* this.stage(only, '');
    const sections: OutlineStep[] = [];
    for (const [i, s] of stages.entries()) sections.push(yield* this.section(s, i));
    return sections;
  }

  /** One derivative of several, as a step with its own steps below it. */
  private *section(s: Stage, index: number): Steps<OutlineStep> {
    const number = String(index + 1);
    return {
      number,
      rule: 'derivative',
      title: PHRASES.stages[index] ?? fillIn(PHRASES.stage, () => number) ?? '',
      formula: null,
      why: index === 0 ? PHRASES.firstStageWhy : PHRASES.stageWhy,
      before: this.spell(s.asked ?? s.root.before),
      after: this.spell(s.result),
      result: null,
      level: 1,
      children: yield* this.stage(s, number + '.'),
    };
  }

  private *stage(s: Stage, prefix: string): Steps<readonly OutlineStep[]> {
    const taken = inOrder(s.root);
    const all = yield* this.list([...taken, ...s.tidying], prefix, 0, 2);
    return joined(
      all.map((line, i) => inPhase(line, i < taken.length ? 'differentiate' : phaseOf(line.rule))),
    );
  }

  private *list(
    steps: readonly Step[],
    prefix: string,
    depth: number,
    least: Level,
  ): Steps<readonly OutlineStep[]> {
    const out: OutlineStep[] = [];
    // A stack, last first: on the deepest level a step's own steps come right after it.
    const waiting = [...steps].reverse();
    for (let step = waiting.pop(); step; step = waiting.pop()) {
      const number = prefix + String(out.length + 1);
      if (this.written++ >= MOST_STEPS || this.characters > MOST_CHARACTERS)
        return [...out, moreSteps(number)];
      const again = this.numberOf(step, number);
      const inner = again === undefined ? behindDefinition(step) : null;
      const below = again === undefined ? shownSubsteps(inner ?? step) : [];
      const nested = depth + 1 < MOST_LEVELS;
      const level = levelOf(step, depth, least);
      const children = nested ? yield* this.list(below, number + '.', depth + 1, level === 3 ? 3 : 2) : [];
      const line = inner
        ? yield* this.through(step, inner, number, children)
        : yield* this.line(step, number, again, children);
      out.push({ ...line, level });
      yield null;
      if (!nested) waiting.push(...[...below].reverse());
    }
    return depth === 0 ? out : joined(out.map(asTidying), 1);
  }

  /** A definition put in and its value differentiated, in one line: dŷ/dz = d/dz[σ(z)] = σ(z)(1 − σ(z)). */
  private *through(
    step: Step,
    inner: Step,
    number: string,
    children: readonly OutlineStep[],
  ): Steps<OutlineStep> {
    const { rule, title, formula, why } = yield* this.line(inner, number, undefined, children);
    const [own = inner.after] = linesOf(inner);
    return {
      number,
      rule,
      title,
      formula,
      why: this.layer(step, inner) ?? [whyOf(step, this.spell), why].filter(Boolean).join(' '),
      before: yield* spelledOne(step.before, this.spell),
      ...(yield* this.lines([step.after, own, step.result])),
      ...substitutionOf(inner, this.spell),
      children,
    };
  }

  /** L = … depends on z through ŷ: said of what is defined by a name, whose derivative the next lines take. */
  private layer(step: Step, inner: Step): string | null {
    const link = factOf(inner, 'link', this.spell);
    return link && fillIn(PHRASES.layer, (name) => (name === 'link' ? link : factOf(step, name, this.spell)));
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

  /** Each formula of a line may be as long as the answer: there is a pause after every one. */
  private *line(
    step: Step,
    number: string,
    again: string | undefined,
    children: readonly OutlineStep[],
  ): Steps<OutlineStep> {
    const formula = this.formula(step.rule);
    const isAgain = again !== undefined;
    const why = isAgain ? PHRASES.again : whyWithSight(step, this.spell);
    yield null;
    const sides = yield* this.sides(step);
    return {
      number,
      rule: step.rule,
      title: titleOf(step),
      formula,
      why,
      before: sides?.before ?? (yield* spelledOne(step.before, this.spell)),
      ...(sides ?? (yield* this.lines(linesOf(step)))),
      ...substitutionOf(step, this.spell),
      ...(isAgain ? { again } : yield* this.full(step, why, sides)),
      children,
    };
  }

  /** What beginners are told instead: every factor 1 and every term 0, and no rules of parts, which have steps. */
  private *full(step: Step, why: string, sides: Lines | null): Steps<Pick<OutlineStep, 'full'>> {
    const own = whyOf(step, this.spell);
    const [lines, inFull] = [linesOf(step), linesInFull(step)];
    const isSame = lines.length === inFull.length && lines.every((e, i) => same(e, inFull[i] as Expr));
    if (own === why && (sides || isSame)) return {};
    return { full: { why: own, ...(sides ?? (yield* this.lines(inFull))) } };
  }

  /** Of an equation whose sides are differentiated: the one side and the other. */
  private *sides(step: Step): Steps<(Lines & Pick<OutlineStep, 'before'>) | null> {
    const after = withoutUnits(replacePending(step.after, simpleOnes(step), (s) => s.result));
    if (after.kind !== 'relation' || after.sides.length !== 2) return null;
    const [before = '', right = ''] = yield* spelled(after.sides, this.spell);
    return { before, after: right, result: null };
  }

  /** The rule's own line, the substeps' results put in, and what that comes to: e^{-x}·(−1), then −e^{−x}. */
  private *lines(all: readonly Expr[]): Steps<Lines> {
    const texts = yield* spelled(all, this.spell);
    const [after = '', ...others] = texts.filter((t, i) => t !== texts[i - 1]);
    const result = others.at(-1) ?? null;
    return others.length > 1 ? { after, putIn: others[0] ?? '', result } : { after, result };
  }
}

/** An equation is differentiated before it is solved for the slope: neither is a part of the other. */
function inOrder(root: Step): readonly Step[] {
  return root.rule === 'implicit' ? [...root.substeps, { ...root, substeps: [] }] : [root];
}

/** The step that differentiates what a definition gives, where that is no matter of sight. */
function behindDefinition({ rule, substeps }: Step): Step | null {
  const [inner] = substeps;
  return rule === 'definition' && inner && substeps.length === 1 && !isAtSight(inner) ? inner : null;
}
/** Laws among the steps of a part are its tidying. */
const asTidying = (s: OutlineStep): OutlineStep => (s.rule in LAW_WORDS ? { ...s, phase: 'tidy' } : s);
type Lines = Pick<OutlineStep, 'after' | 'putIn' | 'result'>;

/** What is taken at sight is for beginners, and so is all below it; the rule of the whole is told even in brief. */
function levelOf(step: Step, depth: number, least: Level): Level {
  if (least === 3 || (depth > 0 && isAtSight(step)) || step.rule === 'rearrange') return 3;
  return depth === 0 && step.before.kind === 'diff' ? 1 : 2;
}

/** Steps after the derivative was taken put it in order, or write it in the note's names again. */
export const phaseOf = (rule: string): Phase => (RECOGNISED.has(rule) ? 'recognise' : 'tidy');
const RECOGNISED: ReadonlySet<string> = new Set([
  'fold-definition',
  'recognise-function',
  'sign-as-quotient',
]);
const inPhase = (s: OutlineStep, phase: Phase): OutlineStep => ({
  ...s,
  phase,
  children: s.children.map((c) => inPhase(c, phase)),
});

function substitutionOf({ substitution }: Step, spell: Spell): Pick<OutlineStep, 'substitution'> {
  return substitution ? { substitution: spell(equation(substitution.name, substitution.value)) } : {};
}

const NO_LINE = { formula: null, before: '', after: '', result: null, children: [] } as const;

function moreSteps(number: string): OutlineStep {
  return { ...NO_LINE, number, level: 1, rule: 'more', title: PHRASES.more, why: PHRASES.moreWhy };
}

export function titleOf(step: Step): string {
  const law = LAW_WORDS[step.rule];
  const title = RULE_WORDS[step.rule]?.title ?? (typeof law === 'object' ? law.title : undefined);
  return (title && fillIn(title, (name) => factOf(step, name, String))) ?? step.title;
}

function lawWhy(rule: string, fact: (name: string) => string | null): string | null {
  const words = LAW_WORDS[rule];
  if (words === undefined || typeof words === 'string') return words ?? null;
  return fillIn(words.why, fact) ?? words.bare ?? '';
}

function ruleWhy(rule: string, fact: (name: string) => string | null): string | null {
  const words = RULE_WORDS[rule];
  if (!words) return null;
  for (const template of [words.why, ...(words.or ?? [])]) {
    const said = fillIn(template, fact);
    if (said !== null) return said;
  }
  return fillIn(words.bare ?? '', fact);
}

/** The same with the rules by which the parts were taken at sight, and where those hold. */
function whyWithSight(step: Step, spell: Spell): string {
  const own = ownWhy(step, spell);
  const parts = partsAtSight(step);
  const named = parts.filter((s) => isNamedIn(step, s)).map(titleOf);
  const rules = named
    .filter((t) => !own.includes(t))
    .map((t) => `the ${t.charAt(0).toLowerCase()}${t.slice(1)}`);
  const used = rules.length > 0 ? fillIn(PHRASES.atSight, () => inSeries(rules)) : null;
  return [own, used].filter(Boolean).join(' ');
}

function inSeries(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Why the step may be taken, in words with maths between dollar signs. */
export function whyOf(step: Step, spell: Spell): string {
  return ownWhy(step, spell);
}
function ownWhy(step: Step, spell: Spell): string {
  const fact = (name: string): string | null => factOf(step, name, spell);
  const said =
    ruleWhy(step.rule, fact) ?? lawWhy(step.rule, fact) ?? ARRAY_WORDS[step.rule] ?? NTH_WORDS[step.rule];
  return said ?? (step.rule.startsWith('nth-') ? PHRASES.nth : '');
}
