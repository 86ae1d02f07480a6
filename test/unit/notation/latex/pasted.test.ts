import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/notation/latex/parse.js';
import { readsTable } from './table.js';

readsTable(
  'what says nothing of the mathematics',
  String.raw`
  \lefteqn{y} = x^2  ⇒  (y = (^ x 2))
  y = x^2 \intertext{and} y' = 2x  ⇒  (y = (^ x 2)) ; {and} (y' = (* 2 x))
  y = x^2 \qedhere  ⇒  (y = (^ x 2))
  y = \iffalse 3x \fi 2x  ⇒  (y = (* 2 x))
  y = \iffalse 3x  ⇒  !unsupported
  `,
);

describe('characters pasted from elsewhere', () => {
  it.each([
    ['a space without width', 'y = 2x\u200b', 'y = 2x'],
    ['a byte order mark', '\ufeffy = 2x', 'y = 2x'],
    ['a hyphen that is not seen', 'y = 2\u00adx', 'y = 2x'],
    ['an apostrophe for a prime', 'f\u2019(x) = 2x', "f'(x) = 2x"],
  ])('%s', (_, pasted, plain) => {
    const [read, typed] = [parse(pasted), parse(plain)];
    expect(read.problems).toEqual([]);
    expect(read.statements.map((s) => s.expr.hash)).toEqual(typed.statements.map((s) => s.expr.hash));
    expect(read.statements[0]?.to).toBeLessThanOrEqual(pasted.length);
  });
});
