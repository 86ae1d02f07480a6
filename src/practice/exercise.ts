/** An exercise: a question that has been answered, and what a learner is asked on the way to its answer. */
import { askedBy, diff, same, type Expr, type Stage, type Step, type Sym } from '../core/index.js';
import type { Solved } from '../answer/solve.js';
import { isAtSight, type Spell } from '../explain/index.js';
import { choiceFor, type RuleChoice } from './rules.js';

/** What is asked, one after the other. */
export type Task =
  /** Which rule comes first? */
  | { readonly kind: 'rule'; readonly of: Expr; readonly right: RuleChoice; readonly step: Step }
  /** What is u? Of a product either factor may be it. */
  | { readonly kind: 'part'; readonly step: Step; readonly name: Sym; readonly accepted: readonly Expr[] }
  /** What is u′? `of` is what u was said to be. */
  | {
      readonly kind: 'slope';
      readonly step: Step;
      readonly name: Sym;
      readonly of: Expr;
      readonly right: Expr;
    }
  /** Put it together; then tidy. */
  | { readonly kind: 'whole'; readonly step: Step; readonly of: Expr; readonly right: Expr }
  | { readonly kind: 'tidy'; readonly from: Expr; readonly of: Expr; readonly right: Expr }
  /** Which line is wrong? */
  | { readonly kind: 'line'; readonly flaw: Flaw }
  /** What is right instead? */
  | { readonly kind: 'mend'; readonly flaw: Flaw; readonly of: Expr; readonly right: Expr };

/** A derivation with one wrong line. */
export interface Flaw {
  /** The sides, each said to be equal to the one before; the first is the question. */
  readonly lines: readonly Expr[];
  /** The index of the first wrong one. */
  readonly wrong: number;
  /** The mistake, as a claim's verdict would name it. */
  readonly explanation: string;
}

export interface Exercise {
  readonly solved: Solved;
  /** How it is written. */
  readonly tex: Spell;
  /** The derivative that is asked for. */
  readonly question: Expr;
  readonly tasks: readonly Task[];
}

/** The exercise of an answered question; null where it has no steps that one can ask about. */
export function exerciseOf(solved: Solved, tex: Spell): Exercise | null {
  const { derivation, asked, point } = solved;
  const { question } = derivation;
  const [stage, ...more] = derivation.stages;
  if (!stage || more.length > 0 || point !== null || question.arrays || question.target.kind !== 'sym')
    return null;
  const tasks = tasksOf(stage, question.equation ?? null);
  return tasks.length === 0 ? null : { solved, tex, question: askedBy(asked.question), tasks };
}

function tasksOf({ root, tidying, result: answer }: Stage, equation: Expr | null): readonly Task[] {
  const body = bodyOf(root);
  if (body === null) return [];
  const step = whereItHappens(root);
  const tasks: Task[] = [
    ...ruleTask(root, equation ?? body),
    ...(step === root ? [] : ruleTask(step, bodyOf(step))),
    ...partTasks(step),
  ];
  tasks.push({ kind: 'whole', step: root, of: body, right: root.result });
  // What is only turned round is tidy as it is.
  if (!same(root.result, answer) && tidying.some((t) => t.rule !== 'rearrange'))
    tasks.push({ kind: 'tidy', from: root.result, of: body, right: answer });
  return tasks;
}

const bodyOf = ({ before }: Step): Expr | null => (before.kind === 'diff' ? before.body : null);

function ruleTask(step: Step, of: Expr | null): readonly Task[] {
  const right = choiceFor(step.rule);
  return right && of ? [{ kind: 'rule', of, right, step }] : [];
}

/** 3 sin x² and x² + sin x³ have one part that is worth asking about. */
function whereItHappens(root: Step): Step {
  if (hasParts(root)) return root;
  const [only, ...more] = root.substeps.filter((s) => s.before.kind === 'diff' && !isAtSight(s));
  return only && more.length === 0 && hasParts(only) ? only : root;
}

const PARTED: ReadonlySet<string> = new Set(['product', 'quotient']);
const hasParts = (s: Step): boolean => s.substitution !== null || PARTED.has(s.rule);

function partTasks(step: Step): readonly Task[] {
  const named = step.substitution ? [step.substitution] : PARTED.has(step.rule) ? step.parts : [];
  const values = named.map((p) => p.value);
  const isProduct = step.rule === 'product';
  const asked = named.map(({ name, value }): Task => ({
    kind: 'part',
    step,
    name,
    accepted: [value, ...(isProduct ? values.filter((v) => v !== value) : [])],
  }));
  const slopes = named.flatMap(({ name, value }): readonly Task[] => {
    const right = slopeOf(step, value);
    return right === null ? [] : [{ kind: 'slope', step, name, of: value, right }];
  });
  // Which factor is left over needs no question.
  return [...(isProduct ? asked.slice(0, -1) : asked), ...slopes];
}

/** The derivative of a part, as a substep has taken it; that of the variable itself needs no question. */
function slopeOf({ before, substeps }: Step, part: Expr): Expr | null {
  if (before.kind !== 'diff' || same(part, before.target)) return null;
  const asked = diff(part, before.target, before.order, before.partial);
  return substeps.find((s) => same(s.before, asked))?.result ?? null;
}
