import { describe, expect, it } from 'vitest';
import { checkArrays } from '../../../../src/core/arrays/check.js';
import { NO_ARRAYS, type Rank } from '../../../../src/core/arrays/arrays.js';
import { typingOf } from '../../../../src/core/arrays/derive.js';
import { UNLIMITED, type Question } from '../../../../src/core/derivation.js';
import { derive } from '../../../../src/core/derive.js';
import { num } from '../../../../src/core/expr.js';
import { done } from '../../../../src/steps.js';
import { LATEX } from '../../../../src/notation/index.js';
import { ready } from '../../../../src/steps.js';

const RANKS: Readonly<Record<string, Rank>> = {
  x: 1, y: 1, w: 1, z: 1, u: 1, v: 1, b: 1, a: 1, A: 2, B: 2, X: 2, W: 2, M: 2, S: 2, Y: 2,
}; // prettier-ignore

function question(tex: string, by: string, order = 1, symmetric: readonly string[] = []): Question {
  const read = (t: string) => {
    const { statements, problems } = LATEX.parse(t);
    const [only] = statements;
    if (!only || problems.length > 0) throw new Error(`cannot read ${t}: ${problems.map((p) => p.message).join()}`);
    return only.expr;
  };
  const arrays = {
    ...NO_ARRAYS,
    ranks: new Map(Object.entries(RANKS)),
    symmetric: new Set(symmetric),
    route: 'differentials' as const,
    constants: new Map([['I', 'identity' as const]]),
  };
  const asked: Question = {
    body: read(tex), target: read(by), order: num(order), partial: true, definitions: new Map(), dependent: new Set(), arrays,
  }; // prettier-ignore
  const typing = typingOf(asked, false);
  const typed = typing.typed(asked.body);
  if (!typed) throw new Error(`clash in ${tex}: ${JSON.stringify(typing.clash?.kind)}`);
  return { ...asked, body: typed.e };
}

const CASES: readonly (readonly [tex: string, by: string, result: string])[] = [
  ['w^\\top x', 'w', 'x'],
  ['x^\\top A x', 'x', '\\left(A + A^\\top\\right) x'],
  ['\\|X w - y\\|^2', 'w', '2 X^\\top (X w - y)'],
  ['\\|w\\|', 'w', ''],
  ['\\ln\\det X', 'X', ''],
  ['\\operatorname{tr}(A X B)', 'X', ''],
  ['a^\\top X^{-1} b', 'X', ''],
  ['\\det(X)', 'X', ''],
  ['\\sigma(W x)', 'x', ''],
  ['\\|W x - y\\|^2', 'W', ''],
  ['\\frac{x^\\top A x}{x^\\top x}', 'x', ''],
  ['\\tanh(A x)', 'x', ''],
  ['\\|\\tanh(W x) - y\\|^2', 'W', ''],
  ['x x^\\top a', 'x', ''],
  ['\\operatorname{tr}(X^\\top A X)', 'X', ''],
  ['\\exp(a^\\top x)', 'x', ''],
  ['\\ln(1 + e^{-w^\\top x})', 'w', ''],
];

describe('derivatives by vectors and matrices', () => {
  for (const [tex, by, wanted] of CASES)
    it(`${tex} by ${by}`, () => {
      const found = derive(question(tex, by), (e) => ready({ result: e, steps: [] }), UNLIMITED);
      if ('code' in found) throw new Error(found.message);
      console.log(tex, ' ', LATEX.print(found.stages[0]!.root.result), '   ', LATEX.print(found.result));
      const check = done(checkArrays(found, UNLIMITED));
      expect(check).toMatchObject({ verdict: 'agrees' });
    });
});
