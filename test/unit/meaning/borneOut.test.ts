import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { createService, type Options } from '../../../src/service/index.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };

/** What is told of how the last formula was read. */
function told(text: string): readonly string[] {
  const service = createService();
  const found = service.at({ uri: 'a', version: 1, languageId: 'markdown', text }, text.length - 2, OPTIONS);
  const answer = found && service.derive(found, {}, UNLIMITED);
  return answer?.ok ? answer.assumptions : [answer?.message ?? 'nothing'];
}

const SIGMOID = 'σ is read as the sigmoid function 1/(1 + e^{−x}).';
describe('what the note says itself is not announced as an assumption', () => {
  test.each([
    ['said nowhere', '$\\sigma(2z)$', [SIGMOID]],
    ['said before', '$\\sigma(x) = \\frac{1}{1 + e^{-x}}$ and $\\sigma(2z)$', []],
    ['said of another function', '$\\sigma(x) = 3x$ and $\\sigma(2z)$', ['sigma as defined in line 1']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
