/** Tidying told in few lines, none longer than the one before: the ways round of a search are no steps of a reader's. */
import type { OutlineStep } from '../protocol.js';

/** Lines of tidying that a reader is shown. */
const MOST_LINES = 2;

/**
 * The steps of one derivative with its tidying in at most two lines: a line that grows is one with those after it, up to
 * where it is no longer than it was. The steps that were joined stand below the line.
 */
export function joined(steps: readonly OutlineStep[], most = MOST_LINES): readonly OutlineStep[] {
  const first = steps.findIndex((s) => s.phase === 'tidy');
  if (first < 0) return steps;
  const after = steps.findIndex((s, i) => i > first && s.phase !== 'tidy');
  const end = after < 0 ? steps.length : after;
  const groups = inLines(steps.slice(first, end), (s) => s, most);
  return [...steps.slice(0, first), ...groups.map((g) => lineOf(g)), ...steps.slice(end)];
}

type Group = readonly OutlineStep[];

/** What is told in one line each: steps by their sides, in at most so many lines. */
export function inLines<T>(
  steps: readonly T[],
  sidesOf: (step: T) => { readonly before: string; readonly after: string },
  most = MOST_LINES,
): readonly (readonly T[])[] {
  const groups: (readonly T[])[] = [];
  let open: T[] = [];
  for (const s of steps) {
    open.push(s);
    const [first = s] = open;
    if (signsIn(sidesOf(s).after) > signsIn(sidesOf(first).before)) continue;
    groups.push(open);
    open = [];
  }
  // What ends longer than it began is one with the line before.
  if (open.length > 0) groups.push([...(groups.pop() ?? []), ...open]);
  while (groups.length > most) groups.unshift([...(groups.shift() ?? []), ...(groups.shift() ?? [])]);
  return groups;
}

function lineOf(group: Group): OutlineStep {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || first === last) return first as OutlineStep;
  const distinct = group.filter((s, i) => group.findIndex((t) => t.title === s.title) === i);
  return {
    ...first,
    rule: distinct.length === 1 ? first.rule : 'joined',
    title: titleOf(distinct),
    why: distinct
      .map((s) => s.why)
      .filter(Boolean)
      .join(' '),
    after: last.after,
    result: last.result,
    children: group.map(forBeginners),
  };
}

/** Of several laws the first and the last are named; the explanation tells all. */
function titleOf(steps: Group): string {
  const [first, last] = [steps[0]?.title ?? '', steps.at(-1)?.title ?? ''];
  return steps.length < 2 ? first : `${first} and ${last.charAt(0).toLowerCase()}${last.slice(1)}`;
}

const forBeginners = (s: OutlineStep): OutlineStep => ({
  ...s,
  level: 3,
  children: s.children.map(forBeginners),
});

/** Visible signs, a command counted as one. */
export const signsIn = (tex: string): number =>
  tex
    .replace(/\\(?:frac|left|right|cdot|operatorname|mathrm|text)(?![A-Za-z])|\\[,;! ]/g, '')
    .replace(/\\[A-Za-z]+/g, '#')
    .replace(/[{}\s]/g, '').length;
