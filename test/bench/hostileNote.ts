/** A hostile note: ordinary Markdown between formulas and lines that ask for much work, each by its name. */

export interface HostilePart {
  readonly name: string;
  /** Markdown; a cursor is put into its first formula. */
  readonly text: string;
}

const repeat = (count: number, piece: (k: number) => string, joint = ''): string =>
  Array.from({ length: count }, (_, k) => piece(k + 1)).join(joint);
const nested = (depth: number, open: string, middle: string, close: string): string =>
  open.repeat(depth) + middle + close.repeat(depth);
const inline = (tex: string): string => `so $${tex}$ it is`;
const display = (tex: string): string => `$$\n${tex}\n$$`;
const claimed = (tex: string): string => inline(`\\frac{d}{dx} ${tex} = x`);

const TABLE = '| $x^2$ | b |\n| - | - |\n';

/** The parts, each of which alone is a note too. */
export const HOSTILE_PARTS: readonly HostilePart[] = [
  { name: 'long table', text: TABLE + repeat(2_000, (k) => `| $x^{${String(k)}}$ | \\| |\n`) },
  { name: 'row of tabs', text: `${inline('x^2')}\n\n|-|-${'\t'.repeat(4_000)}x` },
  { name: 'heading of tabs', text: `${inline('x^2')}\n\n# [${'\t'.repeat(4_000)}x` },
  { name: 'parameters without a brace', text: inline(`x^2 \\def\\x${'\\a'.repeat(30)}`) },
  { name: 'blank lines in a display', text: display(`x^2\n${'\n> '.repeat(30)}`) },
  { name: 'newlines before a formula', text: `${inline('x^2 = ?')}${'\n'.repeat(2_000)}${inline('x')}` },
  {
    name: 'max of 50',
    text: claimed(`\\max(${repeat(50, (k) => `x^{${String(k)}}`, ',')})`),
  },
  { name: 'nested integrals', text: claimed(nested(5, '\\int_0^1 ', 'e^{x t}', '\\, dt')) },
  { name: 'triple sum', text: claimed(nested(3, '\\sum_{k=1}^{100} ', 'x^k', '')) },
  { name: 'nested brackets', text: inline(nested(3_000, '(', 'x', ')')) },
  { name: 'nested fractions', text: inline(nested(3_000, '\\frac{1}{', 'x', '}')) },
  { name: 'continued fraction', text: inline(nested(20, '\\frac{1}{x + ', 'x', '}')) },
  { name: 'tower', text: inline(nested(40, 'x^{', 'x', '}')) },
  { name: 'chain of sines', text: inline(nested(200, '\\sin(', 'x', ')')) },
  { name: 'long sum', text: inline(`${'x + '.repeat(25_000)}1`) },
  { name: 'polynomial', text: inline(repeat(400, (k) => `${String(k)}x^{${String(k)}}`, ' + ')) },
  { name: 'product', text: inline(repeat(60, (k) => `\\sin(${String(k)}x)`, ' ')) },
  { name: 'twentieth derivative', text: inline(`\\frac{d^{20}}{dx^{20}} \\frac{\\sin x}{1 + x^2}`) },
  { name: 'eighth derivative', text: inline(`\\frac{d^8}{dx^8} \\sqrt{1 + x^2} \\sin x`) },
  { name: 'matrix', text: inline(`\\begin{pmatrix}${'x & y \\\\ '.repeat(500)}\\end{pmatrix}`) },
  { name: 'plot with poles', text: inline(repeat(30, (k) => `\\tan(${String(k)}x)`, ' + ')) },
  { name: 'plot of an integral', text: inline('\\int_0^x e^{-t^2} \\sin(20 t) \\, dt') },
  { name: 'dollars', text: `${inline('x^2')} ${'$'.repeat(100_000)}` },
  { name: 'dollars and spaces', text: `${inline('x^2')} ${'$ a '.repeat(25_000)}` },
  { name: 'line of a megabyte', text: `${inline('x^2')} ${'word '.repeat(200_000)}` },
  {
    name: 'chain of definitions',
    text: repeat(300, (k) => `$a_{${String(k)}} = a_{${String(k - 1)}}^2 + x$\n`),
  },
  {
    name: 'doubled definitions',
    text: repeat(40, (k) => `$a_{${String(k)}}(x) = a_{${String(k - 1)}}(x) a_{${String(k - 1)}}(x)$\n`),
  },
];

/** All of them in one note. */
export const hostileNote = (): string =>
  HOSTILE_PARTS.map(({ name, text }) => `## ${name}\n\n${text}\n`).join('\n');
