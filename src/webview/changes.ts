/** What changes from one line to the next: the terms of each that the other does not have, marked in their TeX. */

/** A class for what changed; the page's KaTeX knows no other. */
export const CHANGED = 'changed';

/** Both lines with the terms that differ marked; null where nothing is the same, or it cannot be told apart. */
export function withChanges(before: string, after: string): readonly [string, string] | null {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  if (a === null || b === null) return null;
  const start = commonLength(a, b);
  const end = commonLength([...a].reverse(), [...b].reverse(), Math.min(a.length, b.length) - start);
  if (start + end === 0) return null;
  const [left, right] = [a, b].map((t) => marked(t, start, t.length - end));
  return left !== undefined && right !== undefined && left !== null && right !== null ? [left, right] : null;
}

const TOKEN = /\\[A-Za-z]+|\\[^]|[^\\]/g;

/** The tokens of a line; null for arrays and cases, which are no sums of terms. */
function tokensOf(tex: string): readonly string[] | null {
  const tokens = tex.match(TOKEN) ?? [];
  return tokens.some((t) => t === '&' || t === '\\\\' || t === '\\begin') ? null : tokens;
}

function commonLength(a: readonly string[], b: readonly string[], most = Infinity): number {
  let n = 0;
  while (n < Math.min(a.length, b.length, most) && a[n] === b[n]) n++;
  return n;
}

/** The tokens from `from` to `to`, widened to whole terms, between marks; the line as it is where that is nothing. */
function marked(tokens: readonly string[], from: number, to: number): string | null {
  if (from >= to) return tokens.join('');
  const group = groupAround(tokens, from, to);
  if (group === null) return null;
  const [first, last] = wholeTerms(tokens, group, from, to);
  if (first === 0 && last === tokens.length) return null;
  const part = (i: number, j?: number): string => tokens.slice(i, j).join('');
  return `${part(0, first)}\\htmlClass{${CHANGED}}{${part(first, last)}}${part(last)}`;
}

type Range = readonly [from: number, to: number];

/** The innermost brackets or braces that hold the range, without themselves; the whole line where there are none. */
function groupAround(tokens: readonly string[], from: number, to: number): Range | null {
  let best: Range = [0, tokens.length];
  const open: number[] = [];
  for (const [i, t] of tokens.entries()) {
    if (isOpening(t)) open.push(i);
    else if (isClosing(t)) {
      const start = open.pop();
      if (start === undefined) return null;
      const inside: Range = [start + 1, i - (tokens[i - 1] === '\\right' ? 1 : 0)];
      const holds = inside[0] <= from && to <= inside[1];
      if (holds && inside[1] - inside[0] < best[1] - best[0] && !isName(tokens, start)) best = inside;
    }
  }
  return open.length === 0 ? best : null;
}
const isOpening = (t: string): boolean => t === '{' || t === '(' || t === '[';
const isClosing = (t: string): boolean => t === '}' || t === ')' || t === ']';
/** Letters of a name, and the index of a root, are no terms. */
const isName = (tokens: readonly string[], at: number): boolean =>
  /^\\(?:operatorname|text|mathrm|mathbf|mathbb)$/.test(tokens[at - 1] ?? '') ||
  (tokens[at] === '[' && tokens[at - 1] === '\\sqrt');

/** The range widened to the signs round it that stand directly in the group. */
function wholeTerms(tokens: readonly string[], [start, end]: Range, from: number, to: number): Range {
  const signs: number[] = [];
  let depth = 0;
  for (let i = start; i < end; i++) {
    const t = tokens[i] ?? '';
    if (isOpening(t)) depth++;
    else if (isClosing(t)) depth--;
    else if (depth === 0 && (t === '+' || t === '-')) signs.push(i);
  }
  const before = signs.filter((i) => i < from).at(-1);
  const after = signs.find((i) => i >= to);
  return [before === undefined ? start : before + 1, after ?? end];
}
