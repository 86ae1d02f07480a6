import { describe, expect, test } from 'vitest';
import { asSquare, bySquare, withRoots } from '../../../src/meaning/squares.js';
import { plainText } from '../../../src/explain/index.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { NO_CONTEXT } from '../../../src/notation/notation.js';
import { isSquareName, type Expr } from '../../../src/core/index.js';
import { ask, definitionsOf, inShort } from './note.js';

function read(tex: string): Expr {
  const [only] = parse(tex, NO_CONTEXT).statements;
  if (!only) throw new Error(`${tex} cannot be read`);
  return only.expr;
}
const square = asSquare(read('\\sigma^2'));

describe('σ² as a name', () => {
  test.each([
    ['\\sigma^2', true],
    ['\\sigma_j^2', true],
    ['\\sigma^3', false],
    ['x^2', false],
    ['\\sigma', false],
  ])('%s: %s', (tex, is) => {
    expect(asSquare(read(tex)) !== null).toBe(is);
  });

  test.each([
    ['\\frac{1}{\\sigma^2}', '1/sigma^2'],
    ['\\sigma^4 + \\sigma', '(sigma^2)^2 + sqrt(sigma^2)'],
    ['\\sigma_1*x', 'sqrt(sigma_1^2)*x'],
  ])('%s', (tex, by) => {
    if (square?.kind !== 'sym') throw new Error('no name');
    expect(plainText(bySquare(read(tex), square))).toBe(by);
  });

  test.each(['\\frac{x}{\\sigma^2}', '\\sigma^4 + \\sigma^3', '\\ln(2\\pi\\sigma^2)'])(
    '%s and back',
    (tex) => {
      if (square?.kind !== 'sym') throw new Error('no name');
      const made = bySquare(read(tex), square);
      expect([...made.free].some((id) => id === 'sigma')).toBe(false);
      expect(plainText(withRoots(made))).toBe(plainText(read(tex)));
    },
  );
});

describe('questions by σ²', () => {
  test('its power is no order', () => {
    const asked = ask('\\frac{\\partial}{\\partial \\sigma^2} \\frac{x}{\\sigma^4}');
    expect(inShort(asked)).toBe('x/(sigma^2)^2 by sigma^2');
  });
  test.each(['\\frac{\\partial f}{\\partial x^2}', '\\frac{dy}{d\\tau^2}'])('%s is none', (tex) => {
    const [only] = parse(tex, NO_CONTEXT).statements;
    expect(only === undefined || [...only.expr.free].every((id) => !id.includes('squared'))).toBe(true);
  });

  test('what σ² is said to be is looked through, by its root too', () => {
    const note = 'Let $\\sigma^2 = a x^2$ and $u = \\frac{x}{\\sigma}$.';
    expect(definitionsOf(note)[0]).toBe('sigma^2 = a*x^2 @1');
    const asked = ask('\\frac{du}{dx}', { note });
    expect(asked.ok && [...asked.question.definitions.values()].some((d) => isSquareName(d.name))).toBe(true);
  });
  test('of σ itself the definition of its square is not meant', () => {
    const asked = ask('\\frac{d}{d\\sigma} \\frac{x}{\\sigma^2}', { note: 'Let $\\sigma^2 = a b$.' });
    expect(inShort(asked)).toBe('x/sigma^2 by sigma');
  });
});
