/** Which files a document takes macros in from, and which it does not. */
import { describe, expect, test } from 'vitest';
import { macrosTakenIn } from '../../../src/documents/takenIn.js';

type Files = Readonly<Record<string, string>>;

interface Taken {
  readonly tex: string;
  readonly asked: readonly string[];
}

/** What the files define for a document among them. */
function taken(path: string, files: Files, named: readonly string[] = []): Taken {
  const asked: string[] = [];
  const taking = macrosTakenIn({ path, text: files[path] ?? '' }, named);
  let next = taking.next();
  while (next.done !== true) {
    asked.push(next.value);
    next = taking.next(textIn(files, next.value));
  }
  return { tex: next.value, asked };
}
function textIn(files: Files, path: string): string | null {
  if (!path.endsWith('/')) return files[path] ?? null;
  const folder = path === './' ? '' : path;
  const names = Object.keys(files).filter((f) => f.startsWith(folder));
  return names
    .map((f) => f.slice(folder.length))
    .filter((f) => !f.includes('/'))
    .join('\n');
}

const A = String.raw`\newcommand{\A}{a}`;
const B = String.raw`\newcommand{\B}{b}`;
const r = String.raw;

describe('files that are taken in', () => {
  test.each<[what: string, path: string, files: Files, tex: string]>([
    ['by \\input', 'n.tex', { 'n.tex': r`\documentclass{article}\input{m}`, 'm.tex': A }, A],
    [
      'by \\input with an ending',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\input{m.sty}`, 'm.sty': A },
      A,
    ],
    [
      'from the folder above',
      'd/n.tex',
      { 'd/n.tex': r`\documentclass{article}\input{../m}`, 'm.tex': A },
      A,
    ],
    [
      'a package beside it',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\usepackage[x]{amsmath, own}`, 'own.sty': A },
      A,
    ],
    ['a class beside it', 'n.tex', { 'n.tex': r`\documentclass[12pt]{own}`, 'own.cls': A }, A],
    [
      'in turn, before those that take them in',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\input{m}`, 'm.tex': r`\input{o}${B}`, 'o.tex': A },
      `${A}\n${B}`,
    ],
    [
      'each once, however they name each other',
      'n.tex',
      {
        'n.tex': r`\documentclass{article}\input{m}`,
        'm.tex': r`\input{o}\input{n}${B}`,
        'o.tex': r`\input{m}${A}`,
      },
      `${A}\n${B}`,
    ],
    [
      'the root that a magic comment names',
      'd/n.tex',
      {
        'd/n.tex': '% !TEX root = ../main.tex\n$x$',
        'main.tex': r`\documentclass{book}${A}\begin{document}${B}`,
      },
      A,
    ],
    [
      'the root of a subfile, and what lies beside that',
      'd/n.tex',
      {
        'd/n.tex': r`\documentclass[../main.tex]{subfiles}`,
        'main.tex': r`\documentclass{book}\input{m/a}`,
        'm/a.tex': A,
      },
      A,
    ],
    [
      'the book that puts a chapter in',
      'd/n.tex',
      { 'd/n.tex': '$x$', 'book.tex': r`\documentclass{book}${A}\begin{document}\input{d/n}` },
      A,
    ],
    ['a preamble above a chapter by custom', 'd/n.tex', { 'd/n.tex': '$x$', 'preamble.tex': A }, A],
    [
      "a site's configuration",
      'd/n.md',
      { 'd/n.md': '', '_config.yml': 'title: x\nmathjax3_config:\n  tex:\n    macros:\n      A: "a"\n' },
      r`\newcommand{\A}[0]{a}`,
    ],
    [
      "MathJax's settings in a script",
      'd/n.md',
      {
        'd/n.md': '',
        'docs/javascripts/mathjax.js':
          'window.MathJax = {\n  tex: {\n    macros: {\n      A: "a",\n      pd: ["\\\\partial_{#1}", 1],\n    },\n  },\n};\n',
      },
      r`\newcommand{\A}[0]{a}` + '\n' + r`\newcommand{\pd}[1]{\partial_{#1}}`,
    ],
    ["a vault's preamble", 'd/n.md', { 'd/n.md': '', 'preamble.sty': A }, A],
    [
      'a header that a front matter names',
      'd/n.qmd',
      { 'd/n.qmd': '---\ninclude-in-header: m.tex\n---\n', 'd/m.tex': A },
      A,
    ],
  ])('%s', (_what, path, files, tex) => {
    expect(taken(path, files).tex).toBe(tex);
  });

  test('those that the settings name, which the others override', () => {
    const files = { 'n.md': '', 'own/m.tex': A, 'preamble.sty': B };
    expect(taken('n.md', files, ['own/m.tex']).tex).toBe(`${A}\n${B}`);
  });
});

describe('files that are not', () => {
  test.each<[what: string, path: string, files: Files]>([
    ['in a comment', 'n.tex', { 'n.tex': '\\documentclass{article}\n% \\input{m}', 'm.tex': A }],
    [
      'what the body of a document puts in',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\begin{document}\input{m}`, 'm.tex': A },
    ],
    [
      'what another document defines in its body',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\input{m}`, 'm.tex': r`\begin{document}${A}` },
    ],
    [
      'a preamble above a document of its own',
      'd/n.tex',
      { 'd/n.tex': r`\documentclass{article}`, 'preamble.tex': A },
    ],
    [
      'a book that puts in another chapter',
      'd/n.tex',
      { 'd/n.tex': '$x$', 'book.tex': r`\documentclass{book}${A}\begin{document}\input{d/m}` },
    ],
    [
      'a longer one',
      'n.tex',
      { 'n.tex': r`\documentclass{article}\input{m}`, 'm.tex': A + ' '.repeat(1_000_000) },
    ],
  ])('%s', (_what, path, files) => {
    expect(taken(path, files).tex).toBe('');
  });

  test.each(['../m', '/m', '~/m', 'C:/m', 'd/../../m', r`..\m`])('outside of the folder: %s', (name) => {
    const { asked } = taken('n.tex', { 'n.tex': `\\documentclass{article}\\input{${name}}` });
    expect(asked).toEqual(['article.cls']);
  });

  test('without end', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `\\input{m${String(i)}}`).join('\n');
    expect(taken('n.tex', { 'n.tex': `\\documentclass{article}${text}` }).asked.length).toBeLessThanOrEqual(
      200,
    );
  });
});
