/** An outline as Markdown, told at a level, with its lines as display formulas. */
import { rightsOf, STANDARD, told, type Telling } from '../levels.js';
import type { Outline, OutlineAlternative, OutlineStep } from '../protocol.js';
import { alignedLines } from './aligned.js';
import { checkLine, withoutStop } from './checkInWords.js';

/** The question and its answer, the steps as a nested list, then conditions and check. */
export function outlineMarkdown(o: Outline, telling: Telling = STANDARD): string {
  const head = display([{ left: o.question, right: o.answer }], '');
  const others = (o.alternatives ?? []).map((a) => otherWay(a, telling));
  return [head, listed(o.steps, telling), ...others, ...closing(o)].filter(Boolean).join('\n\n') + '\n';
}

const listed = (steps: readonly OutlineStep[], telling: Telling): string =>
  told(steps, telling)
    .map((s) => stepMarkdown(s, 0, telling.level === 3))
    .join('\n\n');

function otherWay({ title, steps, answer }: OutlineAlternative, telling: Telling): string {
  return `Another way: **${title}**, which gives $${answer}$.\n\n${listed(steps, telling)}`;
}

/** Beginners are told the rule's formula as well. */
function stepMarkdown(s: OutlineStep, depth: number, withRule: boolean): string {
  const indent = '   '.repeat(depth);
  const why = s.why && ` ${s.why}`;
  const head = `${indent}${s.number.split('.').at(-1) ?? '1'}. **${s.title}.**${why}`;
  const rows = rightsOf(s).map((right, i) => ({ left: i === 0 ? s.before : null, right }));
  const rule = withRule && s.formula !== null && `${indent}   $${s.formula}$`;
  const line = s.before && display(rows, indent + '   ');
  const below = s.children.map((c) => stepMarkdown(c, depth + 1, withRule));
  return [head, rule, line, ...below].filter(Boolean).join('\n\n');
}

/** Between lines of two dollar signs each, which every reader of Markdown takes for a display formula. */
function display(rows: Parameters<typeof alignedLines>[0], indent: string): string {
  const [only] = rows;
  const tex = only && rows.length === 1 ? `${only.left ?? ''} = ${only.right}` : alignedLines(rows);
  return ['$$', ...tex.split('\n'), '$$'].map((line) => indent + line).join('\n');
}

function closing(o: Outline): readonly string[] {
  const lines: string[] = [];
  if (o.conditions.length > 0) lines.push(`Valid for ${o.conditions.map((c) => `$${c}$`).join(', ')}.`);
  if (o.check) lines.push(checkLine(o));
  if (o.assumptions.length > 0)
    lines.push(`Read as: ${o.assumptions.map((a) => withoutStop(a)).join('; ')}.`);
  return lines;
}
