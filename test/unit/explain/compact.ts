/** An outline as a mathematician reads it in a golden file: a step a line, its equalities in a chain. */
import { rightsOf, STANDARD, told } from '../../../src/levels.js';
import { checkLine } from '../../../src/explain/checkInWords.js';
import type { Outline, OutlineAlternative, OutlineStep } from '../../../src/protocol.js';

/** The question and its answer, the steps of the standard telling as a nested list, then conditions and check. */
export function compactMarkdown(o: Outline): string {
  const head = `$$${o.question} = ${o.answer}$$`;
  return [head, listed(o.steps), ...(o.alternatives ?? []).map(otherWay), ...closing(o)].join('\n\n') + '\n';
}

const listed = (steps: readonly OutlineStep[]): string =>
  told(steps, STANDARD)
    .map((s) => stepMarkdown(s, 0))
    .join('\n');

const otherWay = ({ title, steps, answer }: OutlineAlternative): string =>
  `Another way: **${title}**, which gives $${answer}$.\n\n${listed(steps)}`;

function stepMarkdown(s: OutlineStep, depth: number): string {
  const indent = '   '.repeat(depth);
  const why = s.why && ` ${s.why}`;
  const head = `${indent}${s.number.split('.').at(-1) ?? '1'}. **${s.title}.**${why}`;
  const line = s.before && `${indent}   $${[s.before, ...rightsOf(s)].join(' = ')}$`;
  return [head, line, ...s.children.map((c) => stepMarkdown(c, depth + 1))].filter(Boolean).join('\n');
}

function closing(o: Outline): readonly string[] {
  const lines: string[] = [];
  if (o.conditions.length > 0) lines.push(`Valid for ${o.conditions.map((c) => `$${c}$`).join(', ')}.`);
  if (o.check) lines.push(checkLine(o));
  return lines.length === 0 ? [] : [lines.join('\n\n')];
}
