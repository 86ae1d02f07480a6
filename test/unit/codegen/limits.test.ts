/** Written derivatives at single points that the formula misses; what has no slope there keeps its customary value. */
import { beforeAll, expect, test } from 'vitest';
import { createService } from '../../../src/service/index.js';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { evaluated } from '../notation/typescript/running.js';

const service = createService();
beforeAll(() => service.load());

/** The value of the derivative as it is written, at a place. */
function writtenAt(body: string, at: string, order: number): unknown {
  const text = `const f = (x, a) => ${body};`;
  const found = service.codeAt(
    { uri: text, version: 1, text, languageId: 'javascript' },
    text.indexOf('f ='),
  );
  if (!found) throw new Error('no function');
  const written = service.writeDerivative(found, { order }, UNLIMITED);
  if ('ok' in written) throw new Error(written.message);
  const [name] = /\b\w*Derivative\w*/.exec(written.text) ?? [''];
  return evaluated(`${text}\n${written.text}`, `${name}(${at}, 3)`);
}

test.each([
  ['Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))', '0', 0.5],
  ['Math.max(x - 2, 0) - Math.max(2 - x, 0)', '2', 1],
  ['x === 0 ? 1 : Math.expm1(x) / x', '0', 0.5],
  ['Math.abs(x) * Math.sin(x)', '0', 0],
  ['a + Math.max(x, 0) + Math.min(x, 0)', '0', 1],
  ['a * (Math.max(x, 0) + Math.min(x, 0))', '1', 3],
  ['(x > 1 ? 1 : 2) === 1 ? x * x : x', '3', 6],
  // Kinks and jumps.
  ['Math.max(0, x)', '0', 0],
  ['Math.sign(x) + x', '0', 1],
  ['a * Math.max(0, x) + Math.min(x, 0)', '0', 0],
  ['x === 0 ? 5 : Math.expm1(x) / x', '0', NaN],
])('%s at %s', (body, at, expected) => {
  expect(writtenAt(body, at, 1)).toBe(expected);
});

test.each([
  ['Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0)', '0', 0.25],
  ['x * Math.abs(x) * Math.abs(x)', '0', 0],
])('the second derivative of %s at %s', (body, at, expected) => {
  expect(writtenAt(body, at, 2)).toBe(expected);
});
