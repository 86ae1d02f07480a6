import { describe, expect, test } from 'vitest';
import { ask, inShort } from './note.js';

const CE = '$$\\text{CE}(\\mathbf y, \\hat{\\mathbf y}) = -\\sum_i y_i \\log \\hat y_i$$\n';
const SOFTMAX = 'Here $\\hat{\\mathbf y} = \\text{softmax}(\\mathbf z)$.\n';
const asked = (note: string, tex: string): string => inShort(ask(tex, { note }));

describe('the loss under another name', () => {
  test.each([
    ['the one that a word names', CE + SOFTMAX, '\\frac{\\partial L}{\\partial z_i}'],
    ['in another style', '$\\mathcal L = (wx - y)^2$', '\\frac{\\partial L}{\\partial w}'],
    [
      'by a word below',
      '$\\mathcal{L}_{\\text{MSE}} = (wx - y)^2$',
      '\\frac{\\partial \\mathcal L}{\\partial w}',
    ],
    ['a cost for an objective', '$\\text{Cost} = (wx - y)^2$', '\\frac{\\partial J}{\\partial w}'],
    [
      'of two only one leads to the variable',
      '$\\text{MSE} = (wx - y)^2$, $\\text{Loss} = -\\log p$',
      '\\frac{\\partial L}{\\partial w}',
    ],
  ])('%s', (_, note, tex) => {
    const found = ask(tex, { note });
    expect(inShort(found)).toMatch(/ by /);
    expect(found.ok && found.notes.at(-1)).toMatch(/read as the loss of line \d/);
  });

  test.each([
    [
      'of two losses none is meant',
      '$\\text{MSE} = (wx - y)^2$, $\\text{MAE} = |wx - y|$',
      '\\frac{\\partial L}{\\partial w}',
    ],
    ['nothing leads to the variable', CE, '\\frac{\\partial L}{\\partial w}'],
    ['an energy is another quantity', '$E = \\frac12 m v^2$', '\\frac{\\partial L}{\\partial v}'],
    ['a name that is no loss', '$\\text{Area} = w^2$', '\\frac{\\partial L}{\\partial w}'],
    ['a letter that is none', '$\\text{Loss} = w^2$', '\\frac{\\partial R}{\\partial w}'],
  ])('%s', (_, note, tex) => {
    expect(asked(note, tex)).toBe('unsupported');
  });

  test('what the note says of the name itself comes first', () => {
    expect(asked('$\\text{Loss} = w^2$, $L = w^3$', '\\frac{\\partial L}{\\partial w}')).toBe('L by w');
  });
});
