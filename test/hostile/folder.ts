/**
 * A folder of hostile files, made and not kept: each is a kind of input that has broken readers, in a size that an ordinary
 * checkout may hold. What is expected of each stands beside it.
 */

import { code, CLAIM, note, notebook, PAIR, refused, unterminated, type HostileFile } from './hostileFile.js';
import { further } from './further.js';

/** Names that objects have of their own. */
const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
];
const MARKS = [
  '\x00',
  '\x1b[31m',
  '\x7f',
  '\x85',
  '\x9b',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ud800',
  '\ufeff',
  '\u0300',
  '\u05d0',
];

export function hostileFiles(): readonly HostileFile[] {
  return [
    ...deep(),
    ...macros(),
    ...marks(),
    ...names(),
    ...numbers(),
    ...recursion(),
    ...shapes(),
    ...cutOff(),
    ...notebooks(),
    ...sources(),
    ...encodings(),
    ...further(),
  ];
}

function deep(): readonly HostileFile[] {
  const nested = (open: string, close: string, n: number): string => open.repeat(n) + 'x' + close.repeat(n);
  const pairs: readonly (readonly [name: string, open: string, close: string])[] = [
    ['parentheses', '(', ')'],
    ['braces', '{', '}'],
    ['roots', '\\sqrt{', '}'],
    ['fractions', '\\frac{1}{', '}'],
    ['powers', 'x^{', '}'],
    ['sines', '\\sin(', ')'],
    ['primes', '(', ")'"],
    ['left-right', '\\left(', '\\right)'],
    ['environments', '\\begin{matrix}', '\\end{matrix}'],
    ['derivatives', '\\frac{d}{dx}(', ')'],
  ];
  const quotes = `${'> '.repeat(5_000)}$x$\n`;
  const lists = Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- $x^${String(i)}$`).join('\n');
  return [
    ...pairs.flatMap(([name, open, close]) => [
      note(`deep-${name}-100`, `$\\frac{d}{dx} ${nested(open, close, 100)} = 1$`),
      note(`deep-${name}-5000`, `$\\frac{d}{dx} ${nested(open, close, 5_000)} = 1$`),
    ]),
    note('deep-quotes', quotes),
    note('deep-lists', lists),
  ];
}

function macros(): readonly HostileFile[] {
  const doubling = Array.from(
    { length: 60 },
    (_, i) => `\\newcommand{\\m${letters(i + 1)}}{\\m${letters(i)}\\m${letters(i)}}`,
  );
  return [
    note(
      'macro-doubling',
      `$$\\newcommand{\\m${letters(0)}}{x}${doubling.join('')}\\frac{d}{dx}\\m${letters(60)} = 1$$`,
    ),
    note('macro-itself', '$$\\def\\a{\\a\\a}\\frac{d}{dx}\\a = 1$$'),
    note('macro-two', '$$\\def\\a{\\b}\\def\\b{\\a}\\frac{d}{dx}\\a = 1$$'),
    note('macro-arguments', '$$\\newcommand{\\a}[1]{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}$$'),
    note(
      'macro-inherited',
      INHERITED.map((n) => `$\\newcommand{\\${n.replace(/_/g, '')}}{x}\\${n.replace(/_/g, '')}$`).join(
        '\n\n',
      ),
    ),
    note(
      'macro-many',
      Array.from({ length: 2_000 }, (_, i) => `$\\newcommand{\\q${letters(i)}}{x^${String(i)}}$`).join('\n'),
    ),
    note('macro-front-matter', `---\nmacros:\n  "\\\\a": "${'\\\\a'.repeat(200)}"\n---\n$\\a$`),
    unterminated('macro-cut-off', '$$\\def\\x\\a\\a\\a\\a'),
  ];
}

function marks(): readonly HostileFile[] {
  return MARKS.filter((m) => m !== '\x00' && m !== '\ud800').flatMap((mark, i) => [
    note(`mark-${String(i)}-in-formula`, `$\\frac{d}{dx} x^{3${mark}} = 3x^2${mark}$`),
    note(`mark-${String(i)}-in-words`, `The derivative ${mark} of $x^3$ ${mark} is $3x^2$${mark}.`),
    code(
      `mark-${String(i)}`,
      `export const f = (x: number) => x * ${JSON.stringify(mark)}.length;\n/** ${mark} $x^2$ */\n`,
    ),
  ]);
}

function names(): readonly HostileFile[] {
  return INHERITED.flatMap((name) => [
    note(
      `name-${name}`,
      `Let $\\mathrm{${name}}(x) = x^2$. Then $\\mathrm{${name}}'(x) = 2x$ and $x_{${name}} = ${name}$.\n\n| ${name} | f' |\n|---|---|\n| $${name}$ | $x$ |`,
    ),
    code(
      `name-${name}`,
      `export function ${name}(x: number) { return x * x; }\nexport function ${name}Prime(x: number) { return 3 * x; }\nconst o = { '${name}': (x: number) => x, ["}\${"]: (x: number) => x };\n`,
    ),
    code(
      `parameter-${name}`,
      `export const f = (${name}: number) => ${name} ** 2;\nexport const fPrime = (${name}: number) => ${name};\n`,
      'js',
    ),
  ]);
}

function numbers(): readonly HostileFile[] {
  const bodies = [
    '1e999999 x',
    'x^{10^{9}}',
    'x^{10^{10^{10}}}',
    `${'9'.repeat(5_000)}x`,
    `0.${'1'.repeat(5_000)}x`,
    'x \\cdot 100000!',
    '\\sum_{k=1}^{1000000000} x^k',
    '\\prod_{k=1}^{1000000000} (x + k)',
    '\\sum_{i=1}^{1000}\\sum_{j=1}^{1000}\\sum_{k=1}^{1000} x^{ijk}',
    '\\int_0^{1}\\int_0^{1}\\int_0^{1} e^{xyz} dx dy dz',
    `x${'+x'.repeat(3_000)}`,
    `(x+1)^{1000}(x-1)^{1000}`,
    '\\frac{1}{x-x}',
    `${'2^{'.repeat(20)}x${'}'.repeat(20)}`,
  ];
  return bodies.map((body, i) => note(`number-${String(i)}`, `$\\frac{d}{dx}(${body}) = 1$`));
}

function recursion(): readonly HostileFile[] {
  const ring = (n: number): string =>
    Array.from({ length: n }, (_, i) => `$f_{${String(i)}}(x) = f_{${String((i + 1) % n)}}(x) + 1$`).join(
      '\n\n',
    );
  const chain = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) => `$g_{${String(i + 1)}}(x) = g_{${String(i)}}(x) \\cdot g_{${String(i)}}(x + 1)$`,
    ).join('\n\n');
  return [
    note('ring-2', `$f(x) = g(x)$, $g(x) = f(x)$, $f'(x) = 1$`),
    note(
      'ring-parameter',
      'Here $y = g(x)$, $g(y) = y$. Differentiate $\\tan(\\arctan y) = y$: $1 = \\sec^2$.',
    ),
    note('ring-many', `${ring(200)}\n\n$f_{3}'(x) = 1$`),
    note('ring-itself', `$f(x) = f(x - 1) + f(x - 2)$, $f'(x) = 1$, $x = x + 1$, $\\frac{dx}{dt} = 2$`),
    note('chain-doubling', `$g_{0}(x) = x$\n\n${chain(60)}\n\n$g_{60}'(x) = 1$`),
    note('primed-index', "$$A_{B'}$$\n\n$$D_f = D_{f'}$$\n\n$$x_{C'}$$\n\n$$\\sigma_{XX'}^2$$"),
  ];
}

function shapes(): readonly HostileFile[] {
  const row = (n: number, cell: string): string => `|${` ${cell} |`.repeat(n)}\n`;
  return [
    note('dollars', '$'.repeat(100_000)),
    note('dollars-apart', '$ '.repeat(50_000)),
    note('backslashes', '\\'.repeat(100_000)),
    unterminated('backticks', '`'.repeat(50_000)),
    note('stars', '*'.repeat(50_000)),
    note('brackets', '['.repeat(50_000)),
    note('newlines', '\n'.repeat(500_000)),
    note('spaces', ' '.repeat(500_000)),
    note('tabs-in-heading', `# [${'\t'.repeat(2_000)}x`),
    note('tabs-in-table', `|-|-${'\t'.repeat(2_000)}x`),
    note('long-line', 'word '.repeat(400_000)),
    note('table-wide', row(2_000, '$x$') + row(2_000, '-') + row(2_000, '$2x$')),
    note('table-long', row(2, "f'") + row(2, '-') + row(2, '$x^2$').repeat(5_000)),
    note('matrix', `$$\\begin{pmatrix}${`${'x & '.repeat(60)}x \\\\`.repeat(60)}\\end{pmatrix}$$`),
    note('cases', `$$f(x) = \\begin{cases}${'x & x > 0 \\\\'.repeat(500)}\\end{cases}$$`),
    note('aligned', `$$\\begin{aligned}(x^2)' ${'&= 2x \\\\'.repeat(500)}\\end{aligned}$$`),
    note('line-ends', 'a\r\nb\rc\n\r$x^2$\r\r\n'.repeat(2_000)),
    note('right-to-left', '\u05d0\u0627 $x$ '.repeat(2_000)),
    note('questions', "What is $(x^2)'$?\n\n".repeat(500)),
    note('formulas', '$x^2 + 1$ and '.repeat(10_000)),
    note('html', `${'<div>'.repeat(5_000)}\n\n${'</div>'.repeat(5_000)}`),
    note('comments', '<!-- leibniz-ignore '.repeat(2_000) + '-->'),
  ];
}

function cutOff(): readonly HostileFile[] {
  const beginnings = [
    '$\\frac{d}{dx',
    '$$\\begin{aligned} x',
    '\\begin{align} x &= ',
    '\\[ x',
    '\\( x',
    '```math\nx',
    '`code',
    '<!-- comment',
    '<script>',
    '---\ntitle: "x',
    '$x_{',
    '$\\text{',
    '$\\left(',
    '$\\verb|',
  ];
  return beginnings.flatMap((text, i) => [
    unterminated(`cut-off-${String(i)}`, text),
    { ...unterminated(`cut-off-${String(i)}`, text), name: `cut-off-${String(i)}.tex`, content: text },
  ]);
}

function notebooks(): readonly HostileFile[] {
  const cell = { cell_type: 'markdown', source: [CLAIM] };
  const found = (name: string, cells: unknown): HostileFile => ({
    ...notebook(name, cells),
    expected: 'claim',
  });
  const raw = (name: string, content: string): HostileFile => ({
    name: `${name}.ipynb`,
    content,
    expected: 'any',
  });
  return [
    found('notebook-null-cells', [null, 1, 'x', [], {}, cell]),
    found('notebook-odd-types', [{ cell_type: 7, source: 3 }, { cell_type: 'markdown', source: null }, cell]),
    found('notebook-outputs', [
      { cell_type: 'code', outputs: [{ data: { png: 'A'.repeat(5_000_000) } }] },
      cell,
    ]),
    found('notebook-deep-output', [{ cell_type: 'code', outputs: nestedList(2_000) }, cell]),
    raw(
      'notebook-proto',
      `{"__proto__":{"cells":[]},"cells":[{"__proto__":{},"cell_type":"markdown","source":["$x$"]}]}`,
    ),
    raw('notebook-cut-off', '{"cells":[{"cell_type":"markdown","source":["$x'),
    raw('notebook-brackets', '[{'.repeat(200_000)),
    raw('notebook-closing', ']}'.repeat(200_000)),
    raw('notebook-quotes', '"'.repeat(200_001)),
    raw('notebook-backslashes', `"${'\\'.repeat(200_001)}`),
    raw('notebook-empty', ''),
    raw('notebook-no-json', 'not json at all'),
    notebook('notebook-surrogates', [{ cell_type: 'markdown', source: ['\ud800 $x\udfff$'] }]),
  ];
}

function sources(): readonly HostileFile[] {
  return [
    code('code-deep', `export const f = (x: number) => ${'('.repeat(3_000)}x${')'.repeat(3_000)};\n`),
    code('code-unary', `export const f = (x: number) => ${'-'.repeat(3_001)}x;\n`),
    code('code-sum', `export const f = (x: number) => x${' + x'.repeat(2_000)};\n`),
    code('code-conditions', `export const f = (x: number) => ${'x > 0 ? x : '.repeat(1_000)}x;\n`),
    code(
      'code-recursive',
      'export function f(x: number): number { return f(x - 1) + f(x); }\nexport const fPrime = (x: number) => x;\n',
    ),
    code(
      'code-doubling',
      `export function f(x: number) {\n${Array.from({ length: 60 }, (_, i) => `const a${String(i + 1)} = ${i === 0 ? 'x' : `a${String(i)}`} * ${i === 0 ? 'x' : `a${String(i)}`};`).join('\n')}\nreturn a60;\n}\nexport const fPrime = (x: number) => x;\n`,
    ),
    code(
      'code-loop',
      'export function f(x: number) { let s = 0; for (let i = 0; i < 1e9; i++) s += x; return s; }\nexport const fPrime = (x: number) => x;\n',
    ),
    code(
      'code-max',
      `export const f = (x: number) => Math.max(${Array.from({ length: 12 }, (_, i) => `x * ${String(i)}`).join(', ')});\n`,
    ),
    code('code-broken', 'export const f = (x: number => { return ((( \n'),
    code('code-template', 'const a = `${`${`${'.repeat(500)),
    code('code-regex', 'const a = /(a+)+$/.test("a");\n'),
    code(
      'code-keys',
      'const o = { "$": (x: number) => x, "}": (x: number) => x, "a\\u202eb": (x: number) => x };\n',
    ),
    refused('bundle.js', `var a=${'function(){return 1},'.repeat(40_000)}1`),
    refused('library.min.js', 'export const f = (x) => x;'),
    refused('generated.ts', `// @generated\n${PAIR}`),
    refused('functions.ts', 'x => 1;\n'.repeat(10_000)),
    refused('line.ts', `const s = "${'x'.repeat(20_000)}";`),
    refused('large.ts', ' \n'.repeat(600_000)),
  ];
}

function encodings(): readonly HostileFile[] {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  return [
    { name: 'utf16-le.md', content: utf16(`\ufeffx${CLAIM}`), expected: 'claim' },
    { name: 'utf16-be.md', content: utf16(`\ufeffx${CLAIM}`).swap16(), expected: 'claim' },
    { name: 'utf16-bare.md', content: utf16(`x${CLAIM}`), expected: 'claim' },
    note('utf8-mark', '\ufeff'),
    refused('utf32.md', Buffer.from([0xff, 0xfe, 0, 0, 0x24, 0, 0, 0])),
    { name: 'latin1.md', content: Buffer.from(`\xe9\xe8 $x$${CLAIM}`, 'latin1'), expected: 'claim' },
    refused('binary.md', Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7_919) % 256))),
    refused('zero.md', Buffer.alloc(100_000)),
    refused('zero.ts', Buffer.alloc(1_000)),
    refused('huge.md', Buffer.alloc(9_000_000, 'x')),
  ];
}

/** a, b, …, aa: a command's name has no digits. */
function letters(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(97 + (n % 26));
}

function nestedList(depth: number): unknown {
  let list: unknown = 1;
  for (let i = 0; i < depth; i++) list = [list];
  return list;
}
