import { describe, expect, test } from 'vitest';
import { functionRow } from '../../../src/core/index.js';
import { FUNCTION_COMPANY } from '../../../src/customs/company.js';
import { knownAlone } from '../../../src/meaning/functionCompany.js';
import { LATEX } from '../../../src/notation/index.js';
import { NO_CONTEXT } from '../../../src/notation/notation.js';
import { definitionsOf } from './note.js';

describe('functions that their company tells', () => {
  test('are rows of the table, each with a reason', () => {
    for (const { fn, why } of FUNCTION_COMPANY) {
      expect(functionRow(fn), fn).not.toBeNull();
      expect(why).toMatch(/^[^.:]{4,40}$/);
    }
  });

  test.each([
    ['ψ beside Γ', "$\\Gamma'(x) = \\Gamma(x)\\psi(x)$", ['psi(x) = digamma(x) @1']],
    ['ψ beside ln Γ', '$\\frac{d}{dx} \\ln\\Gamma(x) = \\psi(x)$', ['psi(x) = digamma(x) @1']],
    ['B beside Γ', '$B(a, b) \\Gamma(a + b)$', ['B(x,y) = beta(x, y) @1']],
    [
      'φ beside Φ',
      '$\\frac{d}{dx}\\Phi(x) = \\phi(x)$',
      ['phi(x) = normpdf(x) @1', 'Phi(x) = normcdf(x) @1'],
    ],
    ['ψ by itself in a text', 'Let $\\psi(x)$ be a wave.', []],
    ['φ by itself', '$\\phi(x)$', []],
    ['a ψ with an equation', '$\\psi(x) = e^{-x^2}$, $\\Gamma(x)\\psi(x)$', ['psi(x) = exp(-x^2) @1']],
    ['a ψ of two', '$\\Gamma(x)\\psi(x, t)$', []],
    ['ψ as a letter', '$\\Gamma(x) \\psi$', []],
  ])('%s', (_, note, expected) => {
    expect(definitionsOf(note)).toEqual(expected);
  });
});

describe('a question without any text round it', () => {
  test.each([
    ['\\psi(x)', ['psi']],
    ['W(x)', ['W']],
    ['B(x, y)', ['B']],
    // What stands bare is no function, beside others it may be any, and φ is an angle or a potential as often.
    ['W(x) + W', []],
    ['\\psi(x) f(x)', []],
    ['\\phi(x)', []],
  ])('%s', (tex, expected) => {
    const [statement] = LATEX.parse(tex, NO_CONTEXT).statements;
    expect(statement && knownAlone(statement.expr).map((d) => d.name.id)).toEqual(expected);
  });
});
