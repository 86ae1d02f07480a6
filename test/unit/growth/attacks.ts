/** Texts of any length that have made readers slow, and all that works on a whole text: every one is tried on every other. */
import { ignoredLines } from '../../../src/claims/ignored.js';
import { quotedEquations } from '../../../src/claims/code/comments.js';
import { docCommentsOf } from '../../../src/notation/typescript/docComments.js';
import { languageNamed } from '../../../src/languages.js';
import { claimsInSteps } from '../../../src/claims/notes/find.js';
import { definitionEnd } from '../../../src/documents/definitions.js';
import { indexDocument, kindOfFile, reindex } from '../../../src/documents/index.js';
import { noteOptions } from '../../../src/documents/noteOptions.js';
import { claimMessage } from '../../../src/editor/claimText.js';
import { ignoreEdit, replacementEdit } from '../../../src/editor/fixEdits.js';
import { insertionFor } from '../../../src/editor/insertion.js';
import { termsOf } from '../../../src/editor/lineBreaks.js';
import { LineStarts } from '../../../src/editor/lineStarts.js';
import { escapeMarkdown } from '../../../src/editor/markdownText.js';
import { noteCommentEdit } from '../../../src/editor/noteComment.js';
import { texInPlace } from '../../../src/editor/texInPlace.js';
import { unfinishedDerivative } from '../../../src/editor/unfinished.js';
import { visible } from '../../../src/files/visible.js';
import { Note } from '../../../src/meaning/note.js';
import { LATEX, PLAIN } from '../../../src/notation/index.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { expand, mayDefine, NO_MACROS } from '../../../src/notation/latex/macros/index.js';
import type { Found } from '../../../src/service/service.js';
import { done } from '../../../src/steps.js';
import { ANSWER } from '../editor/answers.js';
import { claimed } from '../editor/checks.js';
import { WHOLES } from './wholes.js';

const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
/** Pieces that are numbered from 0 on. */
const numbered = (piece: (k: number) => string, length: number): string => {
  const parts: string[] = [];
  for (let [k, size] = [0, 0]; size < length; k++) {
    const part = piece(k);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
};

export const ATTACKS: Readonly<Record<string, (length: number) => string>> = {
  'blank lines in a display': (n) => `$$\nx^2${repeat('\n', n)}$$\n`,
  'blank quoted lines in a display': (n) => `> $$\n> x^2\n${repeat('> \n', n)}> $$\n`,
  'a definition of many arguments': (n) => `\\def\\x${repeat('\\a', n)}\n$x$`,
  'definitions without a brace': (n) => repeat('\\def\\x\\a', n),
  'dashes and tabs': (n) => `| a |\n|-|-|${repeat('\t', n)}x\n`,
  'a heading with tabs': (n) => `# [${repeat('\t', n)}x\n\n$x$`,
  'spaces in front matter': (n) => `---\nmacros:\n  \\a: ${repeat(' ', n)}b\n---\n$x$`,
  'newlines before a formula': (n) => `The derivative of $x^2$ is${repeat('\n', n)}$2x$`,
  spaces: (n) => `$x$${repeat(' ', n)}x`,
  fences: (n) => repeat('```math\nx\n', n),
  'one fence': (n) => `\`\`\`math\n${repeat('x + \n', n)}`,
  brackets: (n) => `$${repeat('(', n)}$`,
  'square brackets': (n) => repeat('\\[x ', n),
  environments: (n) => repeat('\\begin{align} x\n', n),
  dollars: (n) => repeat('$x ', n),
  'display dollars': (n) => repeat('$$x\n\n', n),
  comments: (n) => repeat('<!-- x ', n),
  'comments of code': (n) => repeat('/** $x$\n', n),
  'closed comments of code': (n) => repeat('/** $f = x$ `f = x` */\n', n),
  quotes: (n) => `${repeat('> ', n)}$x$`,
  lists: (n) => `${repeat('- ', n)}$x$`,
  'rows of a table': (n) => `| f | f' |\n|---|---|\n${repeat('| $x^2$ | $2x$ |\n', n)}`,
  'a line': (n) => `$x$ ${repeat('word ', n)}$y$`,
  'a formula': (n) => `$${repeat('x + ', n)}1$`,
  headings: (n) => repeat('# h\n', n),
  'definitions that name each other': (n) => numbered((k) => `$a_{${k}} = a_{${k + 1}} x$\n\n`, n),
  names: (n) => numbered((k) => `$x_{${k}} = ${k}$, `, n),
  macros: (n) => numbered((k) => `\\newcommand{\\a${'b'.repeat(k % 40)}}{x}\n`, n),
  braces: (n) => `$${repeat('{', n / 2)}x${repeat('}', n / 2)}$`,
  claims: (n) => repeat("$(x^2)' = 3x$\n\n", n),
  'a chain': (n) => `$x${repeat(' = x', n)}$`,
  verbatims: (n) => repeat('\\verb|', n),
  percents: (n) => repeat('% x\n', n),
  marks: (n) => repeat('<!-- leibniz-ignore -->\n', n),
  'line ends': (n) => repeat('\r\n', n),
  backticks: (n) => repeat('` ``', n),
  backslashes: (n) => repeat('\\', n),
  stars: (n) => `/**\n${repeat(' * $x$\n', n)} */`,
  bars: (n) => `| ${repeat('\\|', n)} |`,
  texts: (n) => `$${repeat('\\text{a', n)}$`,
};

/** A find and a claim in the middle of a text. */
const middle = (text: string): Found => {
  const from = Math.floor(text.length / 2);
  const [outerFrom, to, outerTo] = [Math.max(0, from - 1), text.length - 1, text.length];
  return {
    kind: 'formula', from, to, outerFrom, outerTo, display: true, inTable: false, isQuestion: false, isAsked: true, code: null,
    text: text.slice(from, to),
  }; // prettier-ignore
};
const claimIn = (text: string, expected = '2x'): ReturnType<typeof claimed>['claim'] => {
  const { from, to, outerFrom, outerTo } = middle(text);
  const { claim } = claimed('');
  return {
    ...claim,
    from,
    to,
    outerFrom,
    outerTo,
    tex: text.slice(from, to),
    expected,
    rightPlace: { from, to },
  };
};

/** What is remembered from one text would be no work in the next. */
const UNSHARED = { read: parse, brokenBy: String };
const note = (text: string): Note =>
  new Note(indexDocument(kindOfFile('a.md'), text), { logBase: 'e', macros: {} }, UNSHARED);
const asked = (text: string, traits: Partial<Found>): unknown =>
  insertionFor(text, { ...middle(text), ...traits }, { ...ANSWER });

export const FUNCTIONS: Readonly<Record<string, (text: string) => unknown>> = {
  'index of Markdown': (text) => indexDocument(kindOfFile('a.md'), text).formulas,
  'index of TeX': (text) => indexDocument(kindOfFile('a.tex'), text).formulas,
  'index of code': (text) => indexDocument(kindOfFile('a.ts'), text).formulas,
  'index of a notebook': (text) =>
    indexDocument(
      kindOfFile('a.ipynb'),
      JSON.stringify({ cells: [{ cell_type: 'markdown', source: [text] }] }),
    ).formulas,
  'index of an edited note': (text) => reindex(indexDocument(kindOfFile('a.md'), text), `a${text}`).formulas,
  definitions: (text) => note(text).definitions.all,
  claims: (text) => {
    const read = note(text);
    return done(
      claimsInSteps(
        read.index,
        (f) => read.reading(f),
        () => undefined,
      ),
    );
  },
  'ignored lines': (text) => ignoredLines(text).covers(text.length / 2, text.length / 2),
  'ignored lines of code': (text) =>
    ignoredLines(text, languageNamed('typescript').comments).covers(text.length / 2, text.length / 2),
  'doc comments': docCommentsOf,
  'quoted equations': quotedEquations,
  'options of a note': noteOptions,
  'comment of options': (text) => [
    noteCommentEdit(text, 'markdown', 'log', '10'),
    noteCommentEdit(text, 'latex', 'log', '10'),
  ],
  'ends of definitions': (text) => definitionEnd(text, 0),
  macros: (text) => [mayDefine(text), expand(text, NO_MACROS)],
  'reading of TeX': (text) => LATEX.parse(text),
  'reading of plain notation': (text) => PLAIN.parse(text),
  'insertion of a display': (text) => asked(text, {}),
  'insertion of an inline formula': (text) => asked(text, { display: false }),
  'insertion after a question': (text) => asked(text, { isQuestion: true }),
  'insertion of a line': (text) => asked(text, { kind: 'plain' }),
  'insertion of a long answer': (text) =>
    insertionFor('$x$', { ...middle('$x$'), display: false }, { ...ANSWER, tex: text }),
  'TeX in place': (text) => [
    texInPlace(text, { opening: '\\(', closing: '\\)', inTable: true }),
    texInPlace(text, { opening: '```math', closing: '```', inTable: false }),
  ],
  'fix of a claim': (text) => replacementEdit(claimIn(text), text, true),
  'fix by a long answer': (text) => replacementEdit(claimIn('$x$', text), '$x$', true),
  'a claim passed over': (text) =>
    (['markdown', 'latex', 'typescript'] as const).map((language) =>
      ignoreEdit(claimIn(text), text, language, false),
    ),
  'a claim passed over in a table': (text) => ignoreEdit(claimIn(text), text, 'markdown', true),
  'words of a claim': (text) => claimMessage({ ...claimIn(text), links: 2 }),
  'unfinished derivatives': (text) => unfinishedDerivative(`${text} =`),
  'terms of a sum': termsOf,
  'escapes of Markdown': escapeMarkdown,
  'what is seen': visible,
  'starts of lines': (text) => new LineStarts(text).at(text.length),
  ...WHOLES,
};
