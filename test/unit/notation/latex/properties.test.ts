import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expr } from '../../../../src/core/expr.js';
import { children } from '../../../../src/core/walk.js';
import type { Reading } from '../../../../src/notation/notation.js';
import { parse } from '../../../../src/notation/latex/parse.js';

const TOKENS =
  String.raw`x y z a e i n 1 2 0 . , ; : ! ? + - \cdot \times / = < > \le \ne := ( ) [ ] \{ \} | \| { } ^ _ ' & \\ ~ %
\frac \sqrt \sin \log \ln \max \sum_ \prod \int \lim \to d \mathrm \text \operatorname \hat \dot \mathbf \alpha \sigma \pi
\partial \nabla \infty \left( \right) \left. \right| \Big| \begin{cases} \end{cases} \begin{aligned} \end{aligned} \boxed
\quad \, \implies f g' ^2 _i ^{(n)} \frac{d}{dx} \frac{d}{dx}(x) {x} {1} {if} \displaystyle \Large \dv \pdv \def \tag
\binom \over \overset \underbrace \pm \mp \ldots \prime ′ ² ₁ ŷ π ∑ \color{red} \limits \middle \mid \char \verb|x| \rule`
    .split(/\s+/)
    .filter(Boolean);

const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((list) => list.join(' '));
// Pieces that fit together, so that most of it reads.
const { formula } = fc.letrec<{ formula: string; atom: string }>((tie) => ({
  atom: fc.constantFrom(
    'x',
    'y',
    '2',
    '0.5',
    '\\alpha',
    'z_k',
    'y_{pred}',
    '\\hat{y}',
    "f'",
    'f(x)',
    '\\pi',
    'e',
  ),
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    tie('atom'),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `${a} + ${b}`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `(${a}) ${b}`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `\\frac{${a}}{${b}}`),
    tie('formula').map((a) => `e^{${a}}`),
    tie('formula').map((a) => `\\sin(${a})`),
    tie('formula').map((a) => `\\sqrt{${a}}`),
    tie('formula').map((a) => `\\left(${a}\\right)^2`),
    tie('formula').map((a) => `\\frac{d}{dx}\\left[${a}\\right]`),
    tie('formula').map((a) => `\\sum_{i=1}^n (${a})`),
    tie('formula').map((a) => `\\mathbf{w} - |${a}|`),
    tie('formula').map((a) => `\\boxed{${a}} + {\\color{red} ${a}}`),
  ),
}));

const SETTINGS = { seed: 20, numRuns: 1500 };

function checkPlaces(text: string, reading: Reading): void {
  const inside = (s: { from: number; to: number }): boolean =>
    s.from >= 0 && s.from <= s.to && s.to <= text.length;
  for (const p of [...reading.problems, ...reading.assumptions, ...reading.statements])
    expect(inside(p)).toBe(true);
  const seen = new Set<Expr>();
  const walk = (e: Expr): void => {
    expect(seen.has(e)).toBe(false);
    seen.add(e);
    const span = reading.spans.get(e);
    if (span) expect(inside(span) && isBalanced(text.slice(span.from, span.to))).toBe(true);
    for (const c of children(e)) {
      const inner = reading.spans.get(c);
      if (span && inner) expect(inner.from >= span.from && inner.to <= span.to).toBe(true);
      walk(c);
    }
  };
  for (const s of reading.statements) walk(s.expr);
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const c of tex.replace(/\\./gs, '')) {
    depth += c === '{' ? 1 : c === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

describe('whatever the text', () => {
  const check = (text: string): void => {
    const reading = parse(text);
    for (const p of [...reading.problems, ...reading.statements]) {
      expect(p.from >= 0 && p.from <= p.to && p.to <= text.length).toBe(true);
    }
  };
  it('arbitrary text ends in a reading', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), SETTINGS);
  });
  it('arbitrary tokens end in a reading', () => {
    fc.assert(fc.property(soup, check), SETTINGS);
  });
  it('a formula made by the book reads without a problem, and its places nest', () => {
    fc.assert(
      fc.property(formula, (text) => {
        const reading = parse(text);
        expect(reading.problems).toEqual([]);
        checkPlaces(text, reading);
      }),
      SETTINGS,
    );
  });
});
