import { workOf } from '../work.js';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_KINDS,
  indexDocument,
  kindOfFile,
  MARKDOWN,
  reindex,
} from '../../../src/documents/index.js';

const LENGTH = 300_000;
const repeat = (piece: string, length = LENGTH): string => piece.repeat(Math.ceil(length / piece.length));

/** Backtick runs of every length once: none closes another. */
const ladder = (): string => Array.from({ length: 1400 }, (_, i) => '`'.repeat(i + 1)).join(' ');

const HOSTILE: Readonly<Record<string, () => string>> = {
  dollars: () => repeat('$', 1_000_000),
  'dollars apart': () => repeat('$ '),
  'dollars and letters': () => repeat('$a '),
  'closing dollars': () => repeat('a$ '),
  'unclosed displays in paragraphs': () => repeat('$$ x\n\nText goes on here.\n\n', 1_000_000),
  'unclosed displays': () => repeat('$$ x\n\n# h\n\n'),
  'displays of prose': () => repeat('$$ here are words '),
  'an unclosed display before all else': () => `$$\n${repeat('x = 1\n\n')}`,
  'opening brackets': () => repeat('\\('),
  'opening brackets with one that closes': () => `${repeat('\\(a ')}\\)`,
  'opening display brackets': () => repeat('\\[\n\n'),
  'environments without end': () => repeat('\\begin{align}\n'),
  'environments in paragraphs': () => repeat('\\begin{align}\n\n'),
  backslashes: () => repeat('\\'),
  'backslashes and a dollar': () => repeat('\\\\\\$'),
  backticks: () => repeat('`', 1_000_000),
  'backticks of every length': ladder,
  'lines of backticks of every length': () => ladder().replaceAll(' ', '\na '),
  'quote marks': () => repeat('>', 1_000_000),
  'lines of quote marks': () => repeat(`${'>'.repeat(1000)}$x$\n`),
  'list marks': () => `${repeat('- ', 60_000)}\n${repeat('\n', 60_000)}`,
  'nested lists': () => Array.from({ length: 1400 }, (_, i) => `${' '.repeat(2 * (i % 700))}- a`).join('\n'),
  'blank lines': () => repeat('\n'),
  spaces: () => repeat(' '),
  'a line of spaces and a mark': () => `a${repeat(' ')}|\n${repeat(' ')}b`,
  tags: () => repeat('<a b="'),
  'half tags': () => repeat('<a b c d '),
  'code tags': () => repeat('<code> $x$ '),
  comments: () => repeat('a <!-- $x$ '),
  links: () => repeat('[a]('),
  'a link of brackets': () => `](${repeat('(')}`,
  'link definitions': () => `[a]: ${repeat('/')} b c`,
  'rows of a table': () => `| a | b |\n|---|---|\n${repeat('| $|x|$ | \\| `|` |\n')}`,
  'broken rows': () => `| a | b | c |\n|---|---|---|\n${repeat('| $x$ |\nand\n')}`,
  'one row': () => `| a | b |\n|---|---|\n${repeat('| $x')}`,
  'a row of dashes': () => `a | b\n${repeat('-|')}`,
  'table after table': () => repeat('a | b\n--|--\n'),
  dashes: () => `a\n${repeat('-')}`,
  stars: () => repeat('* '),
  'front matter without end': () => `---\n${repeat('a: b\n')}`,
  fences: () => repeat('```\n$x$\n\n'),
  'fences in quotes': () => repeat('> ```\n'),
  braces: () => `$${repeat('{')}$`,
  'text within dollars': () => repeat('$\\text{ '),
  'long words': () => `$${repeat('word ')}$ $${repeat('日')}$`,
  'carriage returns': () => repeat('\r'),
  headings: () => `# ${repeat(' #')}`,
  footnotes: () => repeat('[^a]: '),
  addresses: () => repeat('a://'),
};

describe('work grows with the length', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(name, () => {
      const text = make();
      for (const kind of DOCUMENT_KINDS) {
        let counted = 0;
        // What the index's own count leaves out, the blocks of code that are entered show.
        const work = workOf(() => (counted = indexDocument(kind, text).work));
        expect(counted).toBeLessThan(25 * text.length + 1000);
        expect(work).toBeLessThan(100 * text.length + 1000);
      }
    });
  }

  for (const open of ['/** $x$ ', '/** `', '/**\n', ' * $x$ */\n']) {
    it(`doc comments of ${JSON.stringify(open)}`, () => {
      const text = repeat(open);
      expect(indexDocument(kindOfFile('a.ts'), text).work).toBeLessThan(25 * text.length);
    });
  }

  for (const open of [
    '{"cells":[',
    '{',
    '"\\u0024',
    '{"cells":[{"cell_type":"markdown","source":["$x$\\n"]}]}',
  ]) {
    it(`notebooks of ${JSON.stringify(open)}`, () => {
      const text = repeat(open);
      expect(indexDocument(kindOfFile('a.ipynb'), text).work).toBeLessThan(25 * text.length);
    });
  }
});

const withLetter = (text: string, at: number): string => `${text.slice(0, at)}a${text.slice(at)}`;

describe('an edit costs the blocks around it', () => {
  const section = (i: number): string =>
    `## Part ${i}\n\nLet $f_{${i}}(x) = x^2$ be given.\n\n$$\n\\frac{d}{dx} x^2 = 2x\n$$\n\n- one $a$\n- two $b$\n\n| f | g |\n|---|---|\n| $x$ | $1$ |\n\n`;
  const text = Array.from({ length: 500 }, (_, i) => section(i)).join('');

  it('wherever a character is typed', () => {
    const index = indexDocument(MARKDOWN, text);
    for (let from = 0; from < text.length; from += 97) {
      const after = reindex(index, withLetter(index.text, from));
      expect(after.work).toBeLessThan(1500);
    }
  });

  it('with an unclosed display and unclosed front matter in the note', () => {
    const index = indexDocument(MARKDOWN, `---\ntitle: a\n\n$$\nx\n\n${text}`);
    const from = index.text.length - 50;
    // The search for the end of the front matter passes over the whole text once more, and nothing else does.
    expect(reindex(index, withLetter(index.text, from)).work).toBeLessThan(index.text.length + 3000);
  });
});
