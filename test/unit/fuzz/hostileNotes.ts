/** Random notes, TeX files and comments of code that hold one formula, with hostile names in it and text around it. */
import type { Random } from './random.js';

export type NoteLanguage = 'markdown' | 'latex' | 'typescript' | 'javascript' | 'plaintext';

export interface HostileNote {
  readonly language: NoteLanguage;
  readonly text: string;
  /** An offset in the formula, and the end of it. */
  readonly at: number;
  readonly to: number;
}

/** What the formula is: something to differentiate, a derivative without its result, one with a wrong result, plain code. */
export type Said = 'formula' | 'question' | 'claim' | 'plain';

/** Factors that can be read, and names of hostile words. */
const ATOMS = [
  'x', 'x^2', 'x^{3}', '\\sin x', '\\sin(x)', 'e^{x}', '\\ln x', 'a', '\\alpha', '\\hat y', '\\mathrm{rate}', '\\text{it\'s}', 'a^*', 'x^{\\star}',
  '2^{a^* x/b}', 'a^{*}', '|x|', '\\lvert x\\rvert', '\\left|x\\right|', '\\vert x\\vert', '\\{x\\}', '\\operatorname{evil}(x)', 'x\\,', 'x\\ ',
  '\\frac{x}{2}', 'x\\!', '\\begin{cases}x & x>0\\\\ -x & x\\le 0\\end{cases}', '\\sqrt[3]{x}', '\\max(x, a)', 'x!', '\\lfloor x\\rfloor', '\\C',
]; // prettier-ignore
const WORDS = [
  'a-b', 'a|b', '|', '\\|', '-->', '<!--', 'a*/b', '/*', '//', '\\$', '数', 'é', '\u202ea', 'a\u200f', 'a`b', '```', '~~~', '$b$', '\\%', '\\#', '\\)', '\\]',
  'a; evil()', '${evil()}', '# h', '> q', '- i', '\\&', '\\_', 'a\\\\b', '\\end{align}', '\u2028', '|-|-|', "''", '*', '\\', '\\{', '</b>', '&lt;', '\u0000', '1',
]; // prettier-ignore
const NAMED = ['x_{\\text{W}}', 'a_{\\mathrm{W}}', 'x_{W}', '\\mathrm{W}', '\\text{W}', '\\operatorname{W}(x)', 'x^{\\text{W}}', '\\textbf{W}', 'a_\\text{W}']; // prettier-ignore

const PLAIN = ['x', 'x^2', 'sin(x)', 'exp(-x)', 'abs(x)', 'sqrt(x)', 'a', 'x_1', 'log(x)', 'max(x, a)', '2', 'é']; // prettier-ignore

/** Text that stands before the formula's block or after it. */
const NEIGHBOURS = [
  'word', 'it costs $5 and $6', '| a | b |\n|---|---|\n| 1 | $y$ |', '> quote $y$', '- item\n- item', '1. one', '```\ncode $x$\n```',
  '<!-- comment $x$ -->', 'ends with a backslash\\', '**bold** _it_ `code $x$`', '~~~\nx\n~~~', '$$\ny\n$$', '    indented $x$', '# $h$',
  '---', '\u202ertl\u2066', '[a]: /b', '\\$', '\\begin{align}\ny\n\\end{align}', '$y$', '\\(y\\) and \\[z\\]',
  '```math\ny\n```', '*/ evil();', '// $y$', '% $y$', 'a -- b --> c', '`', '\\', '$\\def\\C{a^*/b}$', '&nbsp;<br>', '數學 שלום',
  '\\newcommand{\\C}{x^{a^*/b}}', '```', '$', '<!--', '\\verb|$|', '***', '- [ ] $y$', '> > $y$', 'Let $a > 0$.', '| $y$ |',
]; // prettier-ignore

/** Ways in which a formula, F, stands in Markdown. */
const MARKDOWN = [
  'so $F$ is', '$F$', 'so $F$, $y$ and $z$.', '> so $F$ is\n> it', '> > $F$', '- $F$', '- a\n  - so $F$', '1. so $F$', '- [ ] $F$',
  '| a | b |\n|---|---|\n| $F$ | c |', '| a | b |\n|:--|--:|\n| c | $F$ |\n| $y$ | d |', 'a | b\n--|--\n$F$ | c', '> | a | b |\n> |---|---|\n> | $F$ | c |',
  '- x\n\n  | a | b |\n  |---|---|\n  | c | $F$ |', '# about $F$', '$$F$$', 'text $$F$$ text', '$$\nF\n$$', '> $$\n> F\n> $$', '- $$\n  F\n  $$',
  '1. a\n\n   $$\n   F\n   $$', '```math\nF\n```', '~~~~math\nF\n~~~~', '> ```math\n> F\n> ```', '- ```math\n  F\n  ```', '\\(F\\)', 'so \\(F\\), \\(y\\)',
  '\\[F\\]', '\\[\nF\n\\]', '> \\[\n> F\n> \\]', '\\begin{align}\nF\n\\end{align}', '$$\n\\begin{aligned}\nF\n\\end{aligned}\n$$', '**$F$**', '[$F$](/a)',
  '`$F$`', '<!-- $F$ -->', '```\n$F$\n```', '[^1]: $F$', 'so $ F $ is', '$$ F\n$$', '$$\n\nF\n\n$$', '> $F$\nlazy $y$', '## a\n$F$\n---', '<b>$F$</b>',
  '| a |\n|---|\n| \\(F\\) |', '| a |\n|---|\n| $$F$$ |', '> - $$F$$', '$`F`$', '`` $F$ ``', '| $F$ | b |\n|---|---|\n| c | d |',
]; // prettier-ignore
const LATEX = [
  'so $F$ is', '\\(F\\)', '\\[F\\]', '\\[\n  F\n\\]', '\\begin{equation}\nF\n\\end{equation}', '\\begin{align*}\n  F\n\\end{align*}', '$$F$$',
  '\\begin{itemize}\n\\item $F$\n\\end{itemize}', '\\begin{tabular}{cc}\n$F$ & $y$ \\\\\n\\end{tabular}', '% $F$', 'a $F$ % b', '\\footnote{$F$}',
  '\\begin{verbatim}\n$F$\n\\end{verbatim}', '\\begin{comment}\n$F$\n\\end{comment}', '\\section{About $F$}', '$F$\\\\', '\\begin{gather}F\\end{gather}',
]; // prettier-ignore
const PLAINTEXT = ['F', '  F', '// F', '# F', '- F', '> F', '1. F', '    F', '\tF', '% F', '* F', 'a\nF'];
/** Comments of code, and what a function may look like below them. */
const COMMENTS = [
  '/** F */', '/**\n * F\n */', '/**\nF\n*/', '/**F*/', '/* F */', '// F', '/** F\n */', '  /**\n   * F\n   */', 'g(); /** F */', '/** a *//** F */',
  '/**\n\tF */', '/***\n * F\n ***/', '/**\n * F\\\n */', '/** `F` $z$ */',
]; // prettier-ignore
const CODE_BEFORE = ['', 'const s = "/** $y$ */";', "const r = /\\/\\*/;", 'const t = `/** ${1} $y$`;', '// it', '/* a */', '"use strict";']; // prettier-ignore
const CODE_AFTER = ['function f(x) { return x * x; }', 'const f = (x) => x ** 3;', '/** $z$ */', '', 'evil;', 'class A { /** a */ m(x) { return x; } }', '/* open */ f;']; // prettier-ignore

/** A note from a generator of random numbers. */
export function hostileNote(r: Random, said: Said): HostileNote {
  const language = said === 'plain' ? r.pick(['plaintext', 'markdown'] as const) : languageOf(r);
  const formula = formulaOf(r, said);
  const newline = r.next() < 0.25 ? '\r\n' : '\n';
  const marked = (said === 'plain' ? r.pick(PLAINTEXT) : placed(r, language)).replaceAll('F', () => MARK);
  const text = textAround(r, language, marked).replaceAll('\n', newline);
  const at = text.indexOf(MARK);
  return { language, text: text.replace(MARK, () => formula), at, to: at + formula.length };
}

/** Stands for the formula until its place is known. */
const MARK = '\ue000';

const isCode = (language: NoteLanguage): boolean => language === 'typescript' || language === 'javascript';

function languageOf(r: Random): NoteLanguage {
  const at = r.next();
  return at < 0.5 ? 'markdown' : at < 0.65 ? 'latex' : at < 0.85 ? 'typescript' : 'javascript';
}

function placed(r: Random, language: NoteLanguage): string {
  return language === 'latex' ? r.pick(LATEX) : r.pick(MARKDOWN);
}

function textAround(r: Random, language: NoteLanguage, marked: string): string {
  const gap = (): string => r.pick(['\n', '\n\n', '\n\n']);
  const some = (): string => (r.next() < 0.5 ? r.pick(NEIGHBOURS) : '');
  const [before, after] = [some(), some()];
  const note = (before && before + gap()) + marked + (after && gap() + after);
  if (!isCode(language)) return note + r.pick(['', '\n']);
  const comment = r.pick(COMMENTS);
  const lines = note.replaceAll('*/', '* /').split('\n');
  const isLine = comment.startsWith('//');
  const margin = isLine
    ? '// '
    : /\n\s*\* F/.test(comment)
      ? `${/\n(\s*)\* F/.exec(comment)?.[1] ?? ''}* `
      : '';
  return [
    r.pick(CODE_BEFORE),
    comment.replace('F', () => lines.join(`\n${margin}`)),
    r.pick(CODE_AFTER),
    '',
  ].join('\n');
}

function formulaOf(r: Random, said: Said): string {
  if (said === 'plain') return terms(r, PLAIN, ' * ');
  const body = terms(r, ATOMS, ' ');
  switch (said) {
    case 'formula':
      return r.next() < 0.6 ? body : `${r.pick(['f(x)', 'y', 'g_1(x)'])} = ${body}`;
    case 'question':
      return r.pick([`\\frac{d}{dx} \\left(${body}\\right)`, `\\frac{d}{dx}(${body})`, `(${body})'`]);
    case 'claim':
      return `\\frac{d}{dx} (${body}) = ${wrong(r, body)}`;
  }
}

const wrong = (r: Random, body: string): string =>
  r.pick(['3x + 7', `7 x ${body}`, 'x^5', ' 7 x ', '\\frac{7}{x}', '{7 x}', `7\\sin x + ${r.pick(ATOMS)}`]);

function terms(r: Random, atoms: readonly string[], times: string): string {
  const atom = (): string =>
    atoms === ATOMS && r.next() < 0.2 ? r.pick(NAMED).replace('W', () => r.pick(WORDS)) : r.pick(atoms);
  const term = (): string => Array.from({ length: r.whole(1, 2) }, atom).join(times);
  return ['x^2'.slice(0, r.next() < 0.5 ? 3 : 1), ...Array.from({ length: r.whole(1, 2) }, term)].join(
    r.pick([' + ', ' - ']),
  );
}
