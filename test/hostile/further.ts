/** Hostile files of further kinds: names, keys, nesting, macros, front matter, HTML, tables, numbers, encodings, types. */
import { code, note, notebook, unterminated, type HostileFile } from './hostileFile.js';

const made = (count: number, piece: (k: number) => string, joint = ''): string =>
  Array.from({ length: count }, (_, k) => piece(k)).join(joint);
const nested = (depth: number, open: string, middle: string, close: string): string =>
  open.repeat(depth) + middle + close.repeat(depth);
const asked = (tex: string): string => `$\\frac{d}{dx} ${tex} = 1$`;
const letter = (k: number): string => String.fromCharCode(97 + (k % 26));

export const further = (): readonly HostileFile[] => [...notes(), ...sources()];

function notes(): readonly HostileFile[] {
  return [
    note('names-of-objects', "$__proto__(x) = x^2$, $f_{constructor}(x) = x^2$, $f_{constructor}'(x) = 2x$"),
    note(
      'front-matter-anchors',
      `---\n${made(8, (k) => `${letter(k + 1)}: &${letter(k + 1)} [${made(9, () => `*${letter(k)}`, ', ')}]\n`)}---\n`,
    ),
    note(
      'front-matter-macros',
      `---\nmacros:\n${made(2_000, (k) => `  \\m${letter(k).repeat(1 + (k % 30))}: "\\\\m${letter(k + 1)}"\n`)}---\n`,
    ),
    note(
      'macros-doubling',
      `$${made(9, (k) => `\\def\\${letter(k)}{\\${letter(k + 1)}\\${letter(k + 1)}}`)}\\def\\j{x} \\a$`,
    ),
    note('macro-arguments-doubling', `$\\newcommand{\\q}[1]{#1#1#1#1} ${nested(14, '\\q{', 'x', '}')}$`),
    note('html-open', `${'<div '.repeat(5_000)}\n\n`),
    unterminated('html-comments', `${'<!--'.repeat(5_000)}\n${'<script>'.repeat(2_000)}`),
    note(
      'table-with-formulas',
      `|${made(800, (k) => ` f${String(k)} |`)}\n|${'-|'.repeat(800)}\n|${made(800, (k) => ` $x^{${String(k)}}$ |`)}\n`,
    ),
    note(
      'list-nested',
      made(400, (k) => `${' '.repeat(k)}- $x^2$\n`),
    ),
    note(
      'footnotes',
      made(1_000, (k) => `[^${String(k)}]: $f_{${String(k)}}(x) = x^{${String(k % 9)}}$\n`),
    ),
    note('accents', `$x${'\u0301'.repeat(20_000)}^2$ ${'\u202e'.repeat(1_000)}\u2066`),
    note('letters-of-two-units', `$${'\u{1d465}'.repeat(10_000)}$ \ud800`),
    note(
      'numbers-long',
      [
        asked(`${'9'.repeat(20_000)}x^{${'9'.repeat(2_000)}}`),
        asked('x^{1e999999999}'),
        asked('10^{10^{10^{10^x}}}'),
      ].join(' '),
    ),
    note(
      'factorials',
      [
        asked('(99999!) x'),
        asked('x^{170!}'),
        asked('\\binom{100000}{50000} x'),
        asked('\\prod_{k=1}^{1000000} (x + k)'),
      ].join(' '),
    ),
    note(
      'fractions-swelling',
      made(
        10,
        (k) =>
          `${asked(`\\left(\\frac{${String(k + 1)}}{${String(16_807 + k)}}x + \\frac{1}{${String(k + 99_991)}}\\right)^{50}`)}\n\n`,
      ),
    ),
    note('roots-nested', asked(nested(60, '\\sqrt{x + ', 'x', '}'))),
    note('bars-nested', asked(nested(40, '\\left|', 'x', '\\right|'))),
    note(
      'cases-many',
      asked(`\\begin{cases}${made(400, (k) => `x^{${String(k)}} & x > ${String(k)} \\\\ `)}\\end{cases}`),
    ),
    note(
      'determinant',
      asked(
        `\\det\\begin{pmatrix}${made(12, (i) => made(12, (j) => `x^{${String(i * j)}}`, '&'), '\\\\')}\\end{pmatrix}`,
      ),
    ),
    note('line-ends-of-all-kinds', `$x^2$\u2028\u2029\u0085\v\f\r\r\r\n${'\r'.repeat(20_000)}`),
    note(
      'sums-of-indices',
      `$\\frac{\\partial}{\\partial x_k} \\sum_i\\sum_j\\sum_l\\sum_m\\sum_n A_{ijlmn} x_i x_j x_l x_m x_n = 0$`,
    ),
    note(
      'order-forty',
      `$\\frac{\\partial^{40}}{${'\\partial x \\, \\partial y '.repeat(20)}} \\frac{\\sin(xy)}{x+y} = 0$`,
    ),
    notebook('cells-of-other-kinds', [
      { cell_type: 'markdown', source: ['$$', 1, null, { a: 1 }] },
      null,
      7,
      { cell_type: ['code'], source: 9 },
    ]),
    unterminated(
      'tex-inputs-itself',
      `${'\\input{tex-inputs-itself}\n'.repeat(300)}${'\\begin{equation}'.repeat(1_000)}`,
    ),
  ];
}

function sources(): readonly HostileFile[] {
  return [
    code(
      'names-inherited',
      'const o = { __proto__: { f(x: number) { return x; } }, hasOwnProperty(x: number) { return x * x; }, hasOwnPropertyDerivative(x: number) { return 3 * x; } };\n',
    ),
    code('templates-nested', `const s = ${nested(300, '`${\n', '1', '\n}`')};\n`),
    code('elements-nested', `const a = ${nested(300, '<a b={\n', '1', '\n}/>')};\n`, 'tsx'),
    code('decorators', `${'@a()\n'.repeat(3_000)}class A { static f(x: number) { return x ** 2; } }\n`),
    code('types-nested', `type T = ${nested(500, 'Array<\n', 'number', '\n>')};\n`),
    code('links-in-comments', `/**\n${' * $\\frac{d}{dx} x^2 = 3x$ {@link\n'.repeat(500)} */\n`),
  ];
}
