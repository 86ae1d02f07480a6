/**
 * LaTeX, read: KaTeX's parser for the layout, a grammar of our own for the meaning.
 *
 * The way: the author's macros expanded → guard → katexTree → layout (pieces) → brackets → statements → expression,
 * factor and their families → places back in the author's text.
 * Conventions of the result: e^u is exp(u); log is ln or log(x, base); √x is a root; |x| is abs; a digit or index
 * letter as subscript makes a component (x_1 is component(x, [1])), a word makes part of the name; f′ with no
 * argument is apply(f, [], [1]); a prime on anything else is a derivative by IMPLIED, and so is what else the author
 * leaves understood: sec² is sec(IMPLIED)².
 */

import {
  NO_CONTEXT,
  NO_READING,
  type Context,
  type Problem,
  type Reading,
  type Span,
  type Statement,
} from '../notation.js';
import { readCondition } from './cases.js';
import { readSum, readTerm } from './expression.js';
import { evaluated, readFactor } from './factor.js';
import { expansions, tooLarge } from './guard.js';
import { COMMON_MACROS } from './commonMacros.js';
import { katexTree } from './katexTree.js';
import { layOut } from './layout.js';
import { expand, type MacroExpansion } from './macros/expand.js';
import { macrosIn } from './macros/macro.js';
import { Reader, type Grammar } from './reader.js';
import { readStatements } from './statements.js';
import { Unreadable } from './unreadable.js';
import { isStackOverflow } from '../../stack.js';

export { definedNames, primedNames } from './definitions.js';
const GRAMMAR: Grammar = {
  sum: readSum,
  term: readTerm,
  factor: readFactor,
  condition: readCondition,
  evaluated,
};

/** Deeper trees than this are refused: everything behind the reader walks them. */
const MAX_TREE_DEPTH = 400;

/** What the formula says; what was not understood is a problem with its place. What this throws is a defect of ours. */
export function parse(written: string, context: Context = NO_CONTEXT): Reading {
  const text = withoutUnseen(written);
  const expansion = expand(text, macrosIn(context));
  if (expansion.problem) return nothing([expansion.problem]);
  const reading = parseExpanded(expansion.text, context);
  return expansion.text === text ? reading : asWritten(reading, expansion);
}

function parseExpanded(text: string, context: Context): Reading {
  const large = tooLarge(text);
  if (large) return nothing([large]);
  const tree = katexTree(withAlignedArrays(text), expansions(text));
  if ('code' in tree) return nothing([tree]);
  const r = new Reader(text, context, GRAMMAR);
  const statements = read(r, () => readStatements(r, layOut(tree, text, COMMON_NAMES)));
  return {
    statements,
    problems: r.problems,
    assumptions: r.assumptions,
    seen: r.seen,
    spans: r.spans,
    style: r.style.style,
  };
}
const COMMON_NAMES = new Set(Object.keys(COMMON_MACROS));

/** The reading with the places of the text before its macros were expanded. */
function asWritten(reading: Reading, expansion: MacroExpansion): Reading {
  const placed = <T extends Span>(item: T): T => ({ ...item, ...expansion.place(item) });
  return {
    ...reading,
    statements: reading.statements.map((s) =>
      placed(s.sideOf ? { ...s, sideOf: expansion.place(s.sideOf) } : s),
    ),
    problems: reading.problems.map((p) =>
      placed({ ...p, message: inMacro(p.message, expansion.macroAt(p)) }),
    ),
    assumptions: reading.assumptions.map(placed),
    seen: reading.seen.map(placed),
    spans: new Map([...reading.spans].map(([e, span]) => [e, expansion.place(span)])),
  };
}

const inMacro = (message: string, macro: string | null): string =>
  macro === null ? message : `In the macro ${macro}: ${message}`;

/**
 * What cannot be seen as a space, what is switched off as spaces, a typographer's apostrophe as a prime, and three full stops
 * as an ellipsis: of the same length.
 */
const withoutUnseen = (text: string): string =>
  withoutSwitchedOff(
    text
      .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, ' ')
      .replace(/’/g, "'")
      .replace(/\.{3}/g, '…  '),
  );

/** What stands between \iffalse and \fi, as spaces; an \iffalse that nothing ends switches off nothing. */
function withoutSwitchedOff(text: string): string {
  let kept = '';
  let at = 0;
  let off = -1;
  for (const { 0: command, index } of text.matchAll(/\\(?:iffalse|fi)(?![a-zA-Z])/g)) {
    if (command === '\\fi' && off >= 0) {
      const end = index + command.length;
      kept += text.slice(at, off) + ' '.repeat(end - off);
      [at, off] = [end, -1];
    } else if (command !== '\\fi' && off < 0) off = index;
  }
  return kept + text.slice(at);
}

/**
 * LaTeX's old eqnarray and the flalign of amsmath, which KaTeX does not know, as aligned lines of the same length; the
 * line break \\*[2mm] without its star, and aligned lines without the place in which they stand, [t].
 */
const withAlignedArrays = (text: string): string =>
  text
    .replace(/\\\\\*(?=\[)/g, ' \\\\')
    .replace(
      /\\(begin|end)\{(?:(eqnarray)|flalign)(\*?)\}/g,
      (_, edge: string, old: string | undefined, star: string) =>
        `\\${edge}{aligned}${old === undefined ? '' : ' '}${star && ' '}`,
    )
    .replace(
      /\\begin\{(?:aligned|alignedat|gathered|split)\}\[[tbc]\]/g,
      (begin) => `${begin.slice(0, -3)}   `,
    );

function read(r: Reader, statements: () => Statement[]): Statement[] {
  try {
    return statements().filter((s) => isShallow(r, s));
  } catch (error) {
    r.problems.push(asProblem(error, r.text));
    return [];
  }
}
function asProblem(error: unknown, text: string): Problem {
  if (error instanceof Unreadable) return error.problem;
  if (!isStackOverflow(error)) throw error;
  return { code: 'limit', message: 'The formula is nested too deeply to read.', from: 0, to: text.length };
}

function isShallow(r: Reader, s: Statement): boolean {
  if (s.expr.depth <= MAX_TREE_DEPTH) return true;
  r.problems.push({
    code: 'limit',
    message: 'The formula is nested too deeply to work with.',
    from: s.from,
    to: s.to,
  });
  return false;
}

const nothing = (problems: readonly Problem[]): Reading => ({ ...NO_READING, problems });
