import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_KINDS,
  indexDocument,
  kindOfFile,
  kindOfLanguage,
  spansOf,
} from '../../../src/documents/index.js';
import { check } from './markers.js';

const LATEX = kindOfFile('a.tex');
const TYPESCRIPT = kindOfFile('a.ts');
const NOTEBOOK = kindOfFile('a.ipynb');

const LATEX_CASES = [
  'Let $«x^2»$ and $$«y»$$ and \\(«z»\\) and \\[«w»\\].',
  '$ «x» $ and $«5 apples»$',
  'costs \\$5 and \\$6, $«x»$',
  '% $x$⏎$«y»$',
  '50\\% of $«x»$',
  '$«a % $b$⏎+ c»$',
  '\\begin{equation}⏎«x = 1»⏎\\end{equation}',
  '\\begin{equation*}«x»\\end{equation*}',
  '«\\begin{align}⏎a &= b \\\\⏎c &= d⏎\\end{align}»',
  '«\\begin{gather*}a\\end{gather*}» $«y»$',
  '«\\begin{eqnarray}a&=&b\\end{eqnarray}»',
  '\\begin{multline}«a \\\\ b»\\end{multline}',
  '\\begin{displaymath}«a»\\end{displaymath}\\begin{math}«b»\\end{math}',
  '\\begin{verbatim}⏎$x$⏎⏎$y$⏎\\end{verbatim}⏎$«z»$',
  '\\begin{lstlisting}[language=C]⏎$x$⏎\\end{lstlisting} $«z»$',
  '\\begin{itemize}\\item $«x»$\\end{itemize}',
  '\\verb|$x$| and \\verb+$y$+ and $«z»$',
  '\\lstinline!$x$! $«z»$',
  '\\url{http://a.b/$x} $«z»$',
  'open $x⏎⏎and $«y»$',
  '\\(a⏎⏎\\(«b»\\)',
  '\\[«a \\\\[1em] b»\\]',
  '\\section{On $«x»$}⏎$«y»$',
  '$«a\\$b»$',
  '\\begin{tabular}{c|c}$«x»$ & $«y»$\\end{tabular}',
];

describe('formulas in LaTeX', () => {
  for (const text of LATEX_CASES) it(text, () => { check(LATEX, text); }); // prettier-ignore
});

const DOC_COMMENTS = [
  '/** The square $«x^2»$. */⏎const a = `${b}$`;',
  '/**⏎ * Returns \\(«f(x)»\\):⏎ * $$⏎ * «x^2»⏎ * $$⏎ */',
  '  /**⏎   * $«a⏎   * = b»$⏎   */',
  '/* $x$ */ // $y$⏎const s = "/** $z$ */";',
  '/** `$x$` and $5 or $10 */',
  '/** open $x$',
  '/**/ $x$ /** $y$ */',
];

describe('formulas in doc comments', () => {
  for (const text of DOC_COMMENTS) it(text, () => { check(TYPESCRIPT, text); }); // prettier-ignore

  it('strips the stars of the lines', () => {
    const [formula] = indexDocument(TYPESCRIPT, '/**\n * $$\n * a\n * + b\n * $$\n */').formulas;
    expect(formula?.tex).toBe('a\n+ b');
    expect(formula?.toFile(2)).toBe(18);
  });
});

describe('formulas in notebook files', () => {
  const cell = (type: string, source: unknown): object => ({ cell_type: type, metadata: {}, source });
  const file = (...cells: object[]): string =>
    JSON.stringify({ cells, metadata: { cells: [1] }, nbformat: 4 }, null, 1);
  const texts = (text: string): string[] => indexDocument(NOTEBOOK, text).formulas.map((f) => f.tex);

  it('reads Markdown cells only, each alone', () => {
    const text = file(
      cell('markdown', ['# On $x$\n', '\n', '$$\n', '\\frac{a}{b}\n', '$$']),
      cell('code', ['print("$y$")']),
      cell('raw', '$w$'),
      cell('markdown', '$$ open'),
      cell('markdown', 'then $z$ "quoted" \u00e9 $\\alpha$ $$'),
    );
    expect(texts(text)).toEqual(['x', '\\frac{a}{b}', 'z', '\\alpha']);
  });

  it('knows the type of a cell that comes after its source', () => {
    expect(texts('{"cells":[{"source":"$x$","cell_type":"markdown"}]}')).toEqual(['x']);
  });

  it('maps to the raw file through the escapes of strings', () => {
    const text = file(cell('markdown', ['a\t$\\frac{x}{y}$ \u00e9 and $\\\\\n', '= "2"$']));
    const [first, second] = indexDocument(NOTEBOOK, text).formulas;
    expect(text.slice(first?.from, first?.to)).toBe('\\\\frac{x}{y}');
    expect(first?.toFile(5)).toBe((first?.from ?? 0) + 6);
    expect(second?.tex).toBe('\\\\\n= "2"');
    expect(text.slice(second?.toFile(5))).toMatch(/^\\"2\\"\$/);
  });

  for (const broken of ['', '{', '{"cells":[{"source":["$x$"', '[]', '{"cells":[[[[', '}]}]', '"\\']) {
    it(`finds nothing in ${broken}`, () => { expect(texts(broken)).toEqual([]); }); // prettier-ignore
  }
});

describe('kinds of documents', () => {
  const byLanguage: readonly (readonly [string, string])[] = [
    ['markdown', 'markdown'],
    ['quarto', 'markdown'],
    ['rmd', 'markdown'],
    ['latex', 'latex'],
    ['tex', 'latex'],
    ['typescriptreact', 'code'],
    ['javascript', 'code'],
    ['plaintext', 'plaintext'],
    ['python', 'plaintext'],
  ];
  for (const [language, name] of byLanguage) {
    it(`${language} is ${name}`, () => { expect(kindOfLanguage(language).name).toBe(name); }); // prettier-ignore
  }
  const byFile: readonly (readonly [string, string])[] = [
    ['A.MD', 'markdown'],
    ['a.b/notes', 'markdown'],
    ['a.txt', 'markdown'],
    ['a.qmd', 'markdown'],
    ['a.tex', 'latex'],
    ['a.mts', 'code'],
    ['a.ipynb', 'notebook'],
    ['-', 'markdown'],
  ];
  for (const [file, name] of byFile) {
    it(`${file} is ${name}`, () => { expect(kindOfFile(file).name).toBe(name); }); // prettier-ignore
  }

  it('gives no language and no ending to two kinds', () => {
    const all = DOCUMENT_KINDS.flatMap((kind) => [...kind.languages, ...kind.endings]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('finds nothing in plain text', () => {
    expect(indexDocument(kindOfLanguage('plaintext'), 'a $x$').formulas).toEqual([]);
  });
});

describe('spans', () => {
  it('lists each formula with its place', () => {
    expect(spansOf('a $x$\r\n> $$\r\n> y\r\n> + z\r\n> $$\r\n', kindOfFile('-'))).toEqual([
      { from: 3, to: 4, line: 1, column: 4, delimiter: '$', tex: 'x' },
      { from: 15, to: 23, line: 3, column: 3, delimiter: '$$', tex: 'y\n+ z' },
    ]);
  });

  it('lists a bare environment as math', () => {
    expect(spansOf('\\begin{align}x\\end{align}', LATEX)[0]?.delimiter).toBe('math');
  });
});
