import { expect, test } from 'vitest';
import { LazyEngine } from '../../../src/editor/lazyEngine.js';
import { isParserLoaded } from '../../../src/notation/typescript/index.js';

test('the parser of code is loaded when code is first asked about, and not by notes', async () => {
  const engine = new LazyEngine();
  const service = await engine.service('markdown');
  const document = { uri: 'file:///a.md', version: 1, languageId: 'markdown', text: 'so $x^2$' };
  const options = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
  expect(service.at(document, 5, options)).not.toBeNull();
  expect(isParserLoaded()).toBe(false);
  await engine.service('typescript');
  expect(isParserLoaded()).toBe(true);
});
