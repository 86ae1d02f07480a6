/** An outline as a flat list in reading order: a step before its substeps. */
import type { Outline, OutlineStep } from '../protocol.js';

export interface FlatStep {
  readonly step: OutlineStep;
  /** From 0. */
  readonly depth: number;
}

export function flatSteps({ steps }: Pick<Outline, 'steps'>): readonly FlatStep[] {
  const out: FlatStep[] = [];
  const visit = (step: OutlineStep, depth: number): void => {
    out.push({ step, depth });
    step.children.forEach((c) => visit(c, depth + 1));
  };
  steps.forEach((s) => visit(s, 0));
  return out;
}
