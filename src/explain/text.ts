/** An outline as plain text for a terminal: made from an outline whose maths is spelled in plain notation. */
import { rightsOf, STANDARD, told, type Telling } from '../levels.js';
import type { Outline, OutlineAlternative, OutlineStep } from '../protocol.js';
import { checkLine, withoutStop } from './checkInWords.js';

/** Columns after which text goes on in the next line. */
const WIDTH = 80;

/** The question with its answer, the steps indented one below the other, then conditions and check. */
export function outlineText(o: Outline, telling: Telling = STANDARD): string {
  const head = equation(o.question, o.answer, '');
  const steps = told(o.steps, telling).flatMap((s) => stepText(s, 0, telling.level === 3));
  const others = (o.alternatives ?? []).flatMap((a) => otherWay(a, telling));
  return [...head, '', ...steps, ...others, ...closing(o)].join('\n') + '\n';
}

function otherWay({ title, steps, answer }: OutlineAlternative, telling: Telling): readonly string[] {
  const head = wrap(`Another way: ${title}, which gives ${answer}`, '', '  ');
  return ['', ...head, ...told(steps, telling).flatMap((s) => stepText(s, 1, telling.level === 3))];
}

/** Beginners are told the rule's formula as well. */
function stepText(s: OutlineStep, depth: number, withRule: boolean): readonly string[] {
  const indent = '  '.repeat(depth);
  const inner = indent + ' '.repeat(s.number.length + 2);
  const head = wrap(`${s.number}. ${s.title}. ${plainWords(s.why)}`.trim(), indent, inner);
  const rule = withRule && s.formula !== null ? wrap(`Rule: ${s.formula}`, inner, inner + '  ') : [];
  const below = s.children.flatMap((c) => stepText(c, depth + 1, withRule));
  return [...head, ...rule, ...formulaText(s, inner), ...below];
}

function formulaText(s: OutlineStep, indent: string): readonly string[] {
  if (!s.before) return [];
  const [first = '', ...rest] = rightsOf(s);
  return [...equation(s.before, first, indent), ...rest.map((r) => `${indent}  = ${r}`)];
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
