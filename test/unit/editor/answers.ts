/** Answers and finds made by hand, for tests of what the editor does with them. */
import { ready } from '../../../src/steps.js';
import type { Answer, Found } from '../../../src/service/service.js';

export const ANSWER: Answer = {
  ok: true,
  question: "f'(x)",
  tex: '2x',
  plain: '2 * x',
  words: 'f prime of x equals 2 x',
  rules: ['Power rule'],
  variable: { name: 'x', tex: 'x' },
  order: 1,
  variables: [{ name: 'x', tex: 'x' }],
  conditions: [],
  check: { verdict: 'agrees', words: 'Checked at 8 points.' },
  assumptions: [],
  readings: [],
  reading: () => null,
  outline: () =>
    ready({ question: '', answer: '', also: null, steps: [], conditions: [], check: '', assumptions: [] }),
  definitions: [],
  copies: () => ready({ latex: '', markdown: '', text: '' }),
  practice: () => ready(null),
  plot: () => ready(null),
  plotLeftOut: () => null,
};

/** A text with «…» round what was found between its delimiters, and ⟦…⟧ round the delimiters where there are any. */
export function marked(input: string, traits: Partial<Found> = {}): { text: string; found: Found } {
  const text = input.replace(/[«»⟦⟧]/g, '');
  const offset = (mark: string): number => {
    const at = input.indexOf(mark);
    return at < 0 ? -1 : input.slice(0, at).replace(/[«»⟦⟧]/g, '').length;
  };
  const [from, to] = [offset('«'), offset('»')];
  const outerFrom = offset('⟦') < 0 ? from : offset('⟦');
  const outerTo = offset('⟧') < 0 ? to : offset('⟧');
  const found: Found = {
    kind: 'formula',
    from,
    to,
    outerFrom,
    outerTo,
    display: false,
    inTable: false,
    isQuestion: false,
    isAsked: false,
    code: null,
    text: text.slice(from, to),
    ...traits,
  };
  return { text, found };
}
