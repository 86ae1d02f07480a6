/** An outline as plain text for a terminal: made from an outline whose maths is spelled in plain notation. */
import type { Outline, OutlineAlternative, OutlineStep } from '../protocol.js';
import { checkLine, withoutStop } from './checking.js';

/** Columns after which text goes on in the next line. */
const WIDTH = 80;

/** The question with its answer, the steps indented by level, then conditions and check. */
export function outlineText(o: Outline): string {
  const head = equation(o.question, o.answer, '');
  const steps = o.steps.flatMap((s) => stepText(s, 0));
  return (
    [...head, '', ...steps, ...(o.alternatives ?? []).flatMap(otherWay), ...closing(o)].join('\n') + '\n'
  );
}

function otherWay({ title, steps, answer }: OutlineAlternative): readonly string[] {
  const head = wrap(`Another way: ${title}, which gives ${answer}`, '', '  ');
  return ['', ...head, ...steps.flatMap((s) => stepText(s, 1))];
}

function stepText(s: OutlineStep, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const inner = indent + ' '.repeat(s.number.length + 2);
  const head = wrap(`${s.number}. ${s.title}. ${plainWords(s.why)}`.trim(), indent, inner);
  return [...head, ...formulaText(s, inner), ...s.children.flatMap((c) => stepText(c, depth + 1))];
}

function formulaText(s: OutlineStep, indent: string): readonly string[] {
  if (!s.before) return [];
  const rights = [s.after, ...(s.result ? sides(s.result) : [])];
  const [first = '', ...rest] = rights.filter((r, i) => r !== rights[i - 1]);
  return [...equation(s.before, first, indent), ...rest.map((r) => `${indent}  = ${r}`)];
}

/** The sides of a chain: the signs of equality within brackets, as in sum(k, k = 1..5), are the formula's own. */
function sides(chain: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < chain.length; i++) {
    const c = chain.charAt(i);
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (depth === 0 && chain.startsWith(' = ', i)) {
      found.push(chain.slice(from, i));
      from = i + ' = '.length;
    }
  }
  return [...found, chain.slice(from)];
}

/** On one line where it fits, else the right side on the next. */
function equation(left: string, right: string, indent: string): readonly string[] {
  const line = `${indent}${left} = ${right}`;
  return line.length <= WIDTH ? [line] : [indent + left, `${indent}  = ${right}`];
}

function closing(o: Outline): readonly string[] {
  const lines: string[] = [];
  if (o.conditions.length > 0) lines.push(`Valid for ${o.conditions.join(', ')}.`);
  if (o.assumptions.length > 0)
    lines.push(`Read as: ${o.assumptions.map((a) => withoutStop(a)).join('; ')}.`);
  if (o.check) lines.push(checkLine(o));
  return lines.length === 0 ? [] : ['', ...lines.flatMap((l) => wrap(l, '', '  '))];
}

/** Words without the dollar signs round their maths. */
const plainWords = (why: string): string => why.replace(/\$/g, '');

/** Breaks between words; formulas longer than a line stay whole. */
function wrap(text: string, first: string, others: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = others;
      empty = true;
    }
    line += (empty ? '' : ' ') + word;
    empty = false;
  }
  return [...lines, line];
}
