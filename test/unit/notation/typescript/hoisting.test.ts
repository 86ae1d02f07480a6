/** `var` belongs to the function around it, whatever block it stands in: the name outside is not meant then. */
import { beforeAll, expect, test } from 'vitest';
import { Headless } from '../../../../src/headless/index.js';
import { readerOf } from '../../../../src/notation/programs/readers.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };
beforeAll(() => readerOf('javascript').load());

test.each([
  ['a loop over values', 'for (const k of [1]) { var t = k; }', 'may have no value'],
  ['a counting loop', 'for (let k = 0; k < 1; k++) { var t = k; }', 'may have no value'],
  ['an if', 'if (x > 1) { var t = 3; }', 'may have no value'],
  ['an if and its else', 'if (x > 1) { var t = x; } else { t = 3; }', 'x > 1 ? 1 : 0'],
  ['an else after its if', 'if (x > 1) { t = 3; } else { var t = x; }', 'x > 1 ? 0 : 1'],
  ['a place behind its first value', 't = 3; { var t; }', '3'],
  ['a block', '{ var t = 3; }', '3'],
  ['a switch', 'switch (1) { case 1: var t = 3; }', '3'],
  ['a function of its own', 'const g = () => { var t = 3; };', 't'],
  ['a block, by let', '{ let t = 3; }', 't'],
])('in %s', (_, statement, expected) => {
  const text = `const t = 5; function f(x) { ${statement} return t * x; }`;
  const reply = new Headless().reply({ notation: 'javascript', text, offset: text.indexOf('f(x)') }, BUDGET);
  const found = reply.ok ? reply.result.plain : reply.error.message;
  if (expected.includes(' ')) expect(found).toContain(expected);
  else expect(found).toBe(expected);
});
