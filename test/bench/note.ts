/** A generated note, as large as one may be: no two of its formulas are alike. */

const FORMULAS = 10_000;

/** A function and its derivative, of an argument. */
type Pair = readonly [f: (u: string) => string, derivative: (u: string) => string];
const FUNCTIONS: readonly Pair[] = [
  [(u) => `\\sin(${u})`, (u) => `\\cos(${u})`],
  [(u) => `\\cos(${u})`, (u) => `\\left(-\\sin(${u})\\right)`],
  [(u) => `\\tan(${u})`, (u) => `\\sec^2(${u})`],
  [(u) => `\\arctan(${u})`, (u) => `\\frac{1}{1 + (${u})^2}`],
  [(u) => `e^{${u}}`, (u) => `e^{${u}}`],
  [(u) => `\\ln(${u})`, (u) => `\\frac{1}{${u}}`],
  [(u) => `\\sqrt{${u}}`, (u) => `\\frac{1}{2\\sqrt{${u}}}`],
  [(u) => `\\sinh(${u})`, (u) => `\\cosh(${u})`],
  [(u) => `\\tanh(${u})`, (u) => `\\left(1 - \\tanh^2(${u})\\right)`],
  [(u) => `\\frac{1}{${u}}`, (u) => `\\left(-\\frac{1}{(${u})^2}\\right)`],
];

/** What is said about a function with a number: four claims in ten, one of them false, and what no claim is. */
const KINDS: readonly ((pair: Pair, a: number) => string)[] = [
  ([f, g], a) => `\\frac{d}{dx} ${f(`${a}x + 1`)} = ${a} ${g(`${a}x + 1`)}`,
  ([f], a) => `f(x) = ${f('x')} + ${a} x`,
  ([f, g], a) => `\\frac{d}{dx} (x^{${a}} ${f('x')}) = ${a} x^{${a - 1}} ${f('x')} + x^{${a}} ${g('x')}`,
  ([f], a) => `x^{${a}} ${f('3x')}`,
  ([f], a) => `\\int_0^{${a}} ${f('t')} \\, dt`,
  ([f, g], a) => `\\frac{d}{dx} ${f(`x^2 + ${a}`)} = ${g(`x^2 + ${a}`)}`,
  ([f], a) => `a_{${a}} + ${f('b')}`,
  ([f, g], a) => `\\frac{d}{dx} (${f('x')} - ${a} x^2) = ${g('x')} - ${2 * a} x`,
  ([f], a) => `g(t) = \\frac{${f('t')}}{t + ${a}}`,
  ([f], a) => `${f('x')} > ${a}`,
];

/** About a megabyte: paragraphs of five lines, and headings. */
export function generatedNote(): string {
  const lines: string[] = [];
  for (const [i, formula] of generatedFormulas().entries()) {
    if (i % 100 === 0) lines.push(`## Part ${String(i / 100)}`, '');
    lines.push(`Among other things, line ${String(i)} says $${formula}$, and goes on in so many words.`);
    if (i % 5 === 4) lines.push('');
  }
  return lines.join('\n');
}

/** Each kind about each function with each number, kinds next to each other. */
export function generatedFormulas(): readonly string[] {
  const numbers = FORMULAS / (KINDS.length * FUNCTIONS.length);
  return Array.from({ length: numbers }, (_, a) =>
    FUNCTIONS.flatMap((pair) => KINDS.map((kind) => kind(pair, a + 2))),
  ).flat();
}
