import { expect, test } from 'vitest';
import { LazyEngine } from '../../../src/editor/lazyEngine.js';
import { isParserLoaded } from '../../../src/notation/typescript/index.js';

test('what draws is loaded with the first picture, and once', async () => {
  const engine = new LazyEngine();
  const drawing = engine.drawing();
  expect(engine.drawing()).toBe(drawing);
  const { typeset, altText } = await drawing;
  expect(typeset('x^2', { display: true, size: 18, color: '#000' })).toMatchObject({ ok: true });
  expect(altText('x^2')).toBe('x squared');
});

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
