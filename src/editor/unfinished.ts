/** A derivative that is being written, up to its equals sign. Knows nothing of VS Code. */
import type { OffsetRange } from './trackedRange.js';

/** What ends a statement inside a formula: a line, a column, a comma or words between two statements. */
const JOINT =
  /\\\\(?:\[[^[\]\n]*\])?|&|\\begin\{\w+\*?\}|\\q?quad(?![a-zA-Z])|\\(?:implies|Rightarrow|iff)(?![a-zA-Z])|[,;]/g;
const OTHER_RELATION = /=|\\(?:ne|neq|le|leq|ge|geq|approx|equiv|to|sim|mapsto)(?![a-zA-Z])|[<>]/;
const DERIVATIVE =
  /\\d?frac\s*\{\s*(?:\\mathrm\s*(?:\{\s*)?)?(?:d|\\partial)|\\d?frac\s*d|\\partial|'|\\prime|d\s*\/\s*d|\\p?dv(?![a-z])|\\dot|D_/;
/** A longer beginning is no formula that someone types. */
const LONGEST = 2_000;

/** Whether a line's beginning can end in a derivative's equals sign: cheap, for every place where one types. */
export const endsInEquals = (line: string): boolean => /[^=<>!:]=[ \t]*$/.test(line.slice(-200));

/**
 * The derivative before the equals sign at the end of a formula's beginning, in offsets of that; null where there is
 * none, or where it is equal to something already.
 */
export function unfinishedDerivative(beginning: string): OffsetRange | null {
  if (beginning.length > LONGEST || !endsInEquals(beginning)) return null;
  const left = withoutEquals(beginning);
  const start = statementStart(left);
  const statement = left.slice(start);
  if (OTHER_RELATION.test(statement) || !DERIVATIVE.test(statement)) return null;
  const from = start + (/^\s*/.exec(statement)?.[0].length ?? 0);
  const to = left.trimEnd().length;
  return from < to ? { from, to } : null;
}

/** Whether what follows in the formula leaves room for a result: nothing, or the end of the statement. */
export const isAtStatementEnd = (rest: string): boolean =>
  /^(?:\\\\|\\end\s*\{|[,.;]?\s*$)/.test(rest.trimStart());

/** What stands before the equals sign at the end; an alignment mark before the sign belongs to the sign. */
function withoutEquals(beginning: string): string {
  const left = beginning.trimEnd().slice(0, -1).trimEnd();
  return left.endsWith('&') ? left.slice(0, -1) : left;
}

/** After the last joint outside brackets; a comma within f(x, y) joins nothing. */
function statementStart(text: string): number {
  let start = 0;
  for (const { 0: joint, index } of text.matchAll(JOINT)) {
    if (/^[,;]$/.test(joint) && depthAt(text, start, index) > 0) continue;
    start = index + joint.length;
  }
  return start;
}

function depthAt(text: string, from: number, to: number): number {
  let depth = 0;
  for (const character of text.slice(from, to)) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
  }
  return depth;
}
