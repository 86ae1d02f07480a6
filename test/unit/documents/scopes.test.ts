import { describe, expect, test } from 'vitest';
import { BLOCK_WORDS } from '../../../src/documents/blockWords.js';
import { indexDocument, kindOfFile, MARKDOWN, reindex } from '../../../src/documents/index.js';
import type { DocumentScope } from '../../../src/documents/scopes.js';
import { workOf } from '../work.js';

const r = String.raw;

/** The scopes round an offset, the outermost first: "section A > example Example 1. > item". */
function path(scope: DocumentScope | null): string {
  const names: string[] = [];
  for (let s = scope; s && s.kind !== 'document'; s = s.parent) names.unshift(`${s.kind} ${s.title}`.trim());
  return names.join(' > ');
}

/** The scopes at ‸. */
function scopeAt(marked: string, file = 'a.md'): string {
  const at = marked.indexOf('‸');
  return path(indexDocument(kindOfFile(file), marked.replace('‸', '')).scopes.at(at));
}

/** Whether what is said at ‹ holds at › by its scope alone. */
function reaches(marked: string, file = 'a.md'): boolean {
  const text = marked.replace(/[‹›]/g, '');
  const [from, to] = [marked.indexOf('‹'), marked.indexOf('›') - 1];
  const { scopes } = indexDocument(kindOfFile(file), text);
  const scope = scopes.at(from);
  return scope.from <= to && to < scope.to;
}

describe('scopes', () => {
  test.each([
    ['none', 'a ‸ b', ''],
    ['sections', '# A\n\n## B\n\na ‸', 'section A > section B'],
    ['a section after a deeper one', '# A\n\n## B\n\n# C\n\na ‸', 'section C'],
    ['an exercise by its heading', '## Exercise 2\n\na ‸', 'example Exercise 2'],
    ['an exercise behind a sign and a number', '## 📝 2. Exercise 2\n\na ‸', 'example 📝 2. Exercise 2'],
    [
      'a result goes on with its section',
      '## A\n\n### B\n\n### ✅ Final Result:\n\na ‸',
      'section A > section B',
    ],
    [
      'what has a result in its name does not',
      '## A\n\n### Resultant forces\n\na ‸',
      'section A > section Resultant forces',
    ],
    ['a section of notation has none of its own', '# A\n\n## Notation\n\na ‸', 'section A'],
    ['a block in bold', '# A\n\n**Problem 1.** Let ‸', 'section A > example Problem 1.** Let'],
    ['a plain block', 'Example 2: Let ‸', 'example Example 2: Let'],
    ['a plain block before a sentence', 'Example 2 Let ‸', 'example Example 2 Let'],
    ['a block on a line of its own', 'Example 2\n\na ‸', 'example Example 2'],
    ['a word in a sentence is none', 'Example 2 shows that ‸', ''],
    ['nor a word in the middle of a paragraph', 'see\nexample: a ‸', ''],
    ['“for example” in Chinese is none', '例如：a ‸', ''],
    ['a part', '**Problem 1.** a\n\n(b) c ‸', 'example Problem 1.** a > part (b) c'],
    ['a number on a line of its own', 'a\n\n2)\n\nb ‸', 'part 2)'],
    ['a bracket in a sentence is no part', 'a (b) c ‸', ''],
    ['nor one in a display', '$$\n(b) + c\n$$\n\nd ‸', ''],
    ['an item', '- a\n- b ‸', 'item'],
    ['an item in an item', '- a\n  - b ‸', 'item > item'],
    ['after a list', '- a\n\nb ‸', ''],
    ['a line ends a block', '**Example 1.** a\n\n---\n\nb ‸', ''],
    ['a remark ends none', '**Example 1.** a\n\n**Note.** b ‸', 'example Example 1.** a'],
    ['a definition ends one and has none', '**Example 1.** a\n\n**Definition 2.** b ‸', ''],
    ['code holds none', '```\n**Example 1.** a\n```\n\nb ‸', ''],
    ['in German', '**Aufgabe 3** Sei ‸', 'example Aufgabe 3** Sei'],
    ['in French', 'Exemple 1. Soit ‸', 'example Exemple 1. Soit'],
    ['in Chinese', '例1：设 ‸', 'example 例1：设'],
    ['in Vietnamese', 'Ví dụ 1: a ‸', 'example Ví dụ 1: a'],
  ])('%s', (_, text, expected) => {
    expect(scopeAt(text)).toBe(expected);
  });

  test.each([
    ['an environment', r`\begin{example} a ‸ \end{example}`, 'example example'],
    [
      'after it',
      r`\begin{example} a
\end{example} b ‸`,
      '',
    ],
    ['with a star', r`\begin{exercise*} a ‸`, 'example exercise*'],
    ['a section', r`\section{A} a ‸`, 'section A'],
    ['a section ends what is open', r`\begin{example} a \section{B} b ‸`, 'section B'],
    [
      'items',
      r`\begin{itemize}
\item a
\item b ‸`,
      'item > item',
    ],
    [
      'after a list',
      r`\begin{itemize}
\item a
\end{itemize}
b ‸`,
      '',
    ],
    ['an end that nothing began', r`\end{example} \end{itemize} a ‸`, ''],
    [
      'in a comment',
      r`% \begin{example}
a ‸`,
      '',
    ],
  ])('in LaTeX: %s', (_, text, expected) => {
    expect(scopeAt(text, 'a.tex')).toBe(expected);
  });

  test.each([
    ['into a subsection', '# A\n\n‹\n\n## B\n\n›', true],
    ['not into the next section', '# A\n\n## B\n\n‹\n\n## C\n\n›', false],
    ['not out of an exercise', '**Problem 1.** ‹\n\n**Problem 2.** ›', false],
    ['into its parts', '**Problem 1.** ‹\n\n(a) a\n\n(b) ›', true],
    ['not from part to part', '**Problem 1.**\n\n(a) ‹\n\n(b) ›', false],
    ['into its solution', '**Problem 1.** ‹\n\n**Solution.** ›', true],
    ['into a section with its solution', '## Problem 1\n\n‹\n\n## Solution\n\n›', true],
    ['not into the solution of the next one', '## Problem 1\n\n‹\n\n## Problem 2\n\n## Solution\n\n›', false],
    ['behind a definition', '**Definition 1.** ‹\n\n**Example 1.** ›', true],
  ])('what is said reaches %s', (_, text, expected) => {
    expect(reaches(text)).toBe(expected);
  });

  test('a proof goes on with the theorem before it, in whatever environment', () => {
    const text = r`\begin{theorem} ‹ \end{theorem}

\begin{proof} › \end{proof}`;
    expect(reaches(text, 'a.tex')).toBe(true);
    expect(reaches(text.replace('proof} ›', 'example} ›'), 'a.tex')).toBe(false);
  });

  test('so does a solution in a box round both', () => {
    const text = r`\begin{workedexample}
\begin{example} ‹ \end{example}
\begin{solution} › \end{solution}
\end{workedexample}`;
    expect(reaches(text, 'a.tex')).toBe(true);
    expect(reaches(text.replace('solution} ›', 'exercise} ›'), 'a.tex')).toBe(false);
  });

  test.each(BLOCK_WORDS.flatMap(({ words, sort, reason }) => words.map((w) => [w, reason, sort] as const)))(
    '%s (%s) begins a block of its sort: %s',
    (word, _, sort) => {
      const scope = scopeAt(`**${word} 1.** a ‸`);
      expect(scope.split(' ')[0]).toBe(sort === 'example' || sort === 'statement' ? sort : '');
      expect(scopeAt(`${word} und so weiter ‸`)).toBe('');
    },
  );
});

describe('scopes of a notebook', () => {
  test('go on from cell to cell', () => {
    const cells = ['# A\n\n$x$', '$y$', '# B\n\n$z$'].map((source) => ({ cell_type: 'markdown', source }));
    const { formulas, scopes } = indexDocument(kindOfFile('a.ipynb'), JSON.stringify({ cells }));
    expect(formulas.map((f) => path(scopes.at(f.from)))).toEqual(['section A', 'section A', 'section B']);
  });
});

const MANY = 3_000;
const UNCLOSED: Readonly<Record<string, string>> = {
  environments: r`\begin{example} `,
  'environments and other ends': '\\begin{example}\n\\end{exercise}\n',
  lists: '\\begin{itemize}\n\\item a\n',
  items: '\\item a\n',
  blocks: '**Example 1.** a\n\n',
  parts: '(b) a\n\n',
  headings: '###### a\n\n',
  'deeper and deeper lists': '- a\n',
  stars: '**',
};

describe('what is never closed', () => {
  test.each(Object.entries(UNCLOSED))('%s: the work grows with their number', (_, piece) => {
    for (const file of ['a.md', 'a.tex']) {
      const work = (n: number): number =>
        workOf(() => indexDocument(kindOfFile(file), piece.repeat(n)).scopes.at(n * piece.length));
      expect(work(2 * MANY)).toBeLessThan(2.6 * work(MANY) + 10_000);
    }
  });
});

describe('after an edit', () => {
  const text = Array.from(
    { length: 40 },
    (_, i) => `## Section ${String(i)}\n\n**Example 1.** $x$\n\n$y$\n\n`,
  ).join('');

  test('the scopes are those of the text read anew', () => {
    for (const [from, to, by] of [
      [0, 0, '# Top\n\n'],
      [60, 75, ''],
      [100, 100, '**Problem 9.** a\n\n'],
    ] as const) {
      const edited = text.slice(0, from) + by + text.slice(to);
      const [later, anew] = [reindex(indexDocument(MARKDOWN, text), edited), indexDocument(MARKDOWN, edited)];
      expect(later.formulas.map((f) => path(later.scopes.at(f.from)))).toEqual(
        anew.formulas.map((f) => path(anew.scopes.at(f.from))),
      );
    }
  });

  test('only the marks of the blocks that differ are looked for', () => {
    const before = indexDocument(MARKDOWN, text);
    const edited = text.replace('$y$', '$z$');
    const work = workOf(() => reindex(before, edited).scopes);
    expect(work).toBeLessThan(workOf(() => indexDocument(MARKDOWN, edited).scopes) / 4);
  });
});
