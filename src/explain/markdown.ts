/** An outline as Markdown with LaTeX between dollar signs. */
import type { Outline, OutlineAlternative, OutlineStep } from '../protocol.js';
import { checkLine, withoutStop } from './checking.js';

/** A paragraph for the question and its answer, the steps as a nested list, then conditions and check. */
export function outlineMarkdown(o: Outline): string {
  const head = `$$${o.question} = ${o.answer}$$`;
  const steps = o.steps.map((s) => stepMarkdown(s, 0)).join('\n');
  return (
    [head, steps, ...(o.alternatives ?? []).map(otherWay), ...closing(o)].filter(Boolean).join('\n\n') + '\n'
  );
}

function otherWay({ title, steps, answer }: OutlineAlternative): string {
  const list = steps.map((s) => stepMarkdown(s, 0)).join('\n');
  return `Another way: **${title}**, which gives $${answer}$.\n\n${list}`;
}

function stepMarkdown(s: OutlineStep, depth: number): string {
  const indent = '   '.repeat(depth);
  const why = s.why && ` ${s.why}`;
  const head = `${indent}${s.number.split('.').at(-1) ?? '1'}. **${s.title}.**${why}`;
  const line = s.before && `${indent}   $${equalities(s)}$`;
  return [head, line, ...s.children.map((c) => stepMarkdown(c, depth + 1))].filter(Boolean).join('\n');
}

/** before = after = result, as one chain. */
export function equalities(s: OutlineStep): string {
  const parts = [s.before, s.after, s.result].filter((t): t is string => !!t);
  return parts.filter((t, i) => t !== parts[i - 1]).join(' = ');
}

function closing(o: Outline): readonly string[] {
  const lines: string[] = [];
  if (o.conditions.length > 0) lines.push(`Valid for ${o.conditions.map((c) => `$${c}$`).join(', ')}.`);
  if (o.check) lines.push(checkLine(o));
  if (o.assumptions.length > 0)
    lines.push(`Read as: ${o.assumptions.map((a) => withoutStop(a)).join('; ')}.`);
  return lines;
}
