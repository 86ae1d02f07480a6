/** A generated note, as large as one may be. */

const FORMULAS = 10_000;

const KINDS: readonly ((n: string) => string)[] = [
  (n) => `\\frac{d}{dx} \\sin(${n} x^2) = ${n} \\cdot 2x \\cos(${n} x^2)`,
  (n) => `f(x) = x^2 + ${n} x`,
  (n) => `\\frac{d}{dx} e^{-${n} x} = -${n} e^{-${n} x}`,
  (n) => `x^{${n}} \\sin x`,
  (n) => `\\int_0^{${n}} t^2 \\, dt`,
  (n) => `\\frac{d}{dx} \\ln(${n} + x^2) = \\frac{2x}{${n} + x^2}`,
  (n) => `a_{${n}} + b`,
  (n) => `\\frac{d}{dx} \\frac{x}{x + ${n}} = \\frac{1}{(x + ${n})^2}`,
  (n) => `g(t) = \\frac{1}{1 + e^{-${n} t}}`,
  (n) => `x > ${n}`,
];

/** About a megabyte: paragraphs of five lines, headings, four claims in ten formulas, a quarter of them false. */
export function generatedNote(): string {
  const lines: string[] = [];
  for (let i = 0; i < FORMULAS; i++) {
    const formula = KINDS[i % KINDS.length]?.(String(2 + (i % 97))) ?? '';
    if (i % 100 === 0) lines.push(`## Part ${String(i / 100)}`, '');
    lines.push(`Among other things, line ${String(i)} says $${formula}$, and goes on in so many words.`);
    if (i % 5 === 4) lines.push('');
  }
  return lines.join('\n');
}
