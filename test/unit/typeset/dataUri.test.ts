import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDataUri } from '../../../src/typeset/dataUri.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { CORPUS } from './corpus.js';

function decoded(uri: string): string {
  const [head, data = ''] = uri.split(/,(.*)/s);
  if (head === 'data:image/svg+xml') return decodeURIComponent(data);
  return new TextDecoder().decode(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)));
}

/** Nothing that ends a Markdown image's target, an attribute or a table's cell. */
const SAFE = /^data:image\/svg\+xml(;base64)?,[A-Za-z0-9\-.,/:;=+~_%]*$/;

test('the corpus comes back, and is no longer than base64 makes it', () => {
  for (const tex of CORPUS) {
    const picture = typeset(tex, { display: true, size: 18, color: '#cccccc' });
    if (!picture.ok) throw new Error(tex);
    const uri = toDataUri(picture.svg);
    expect(uri).toMatch(SAFE);
    expect(decoded(uri)).toBe(picture.svg);
    expect(uri.length).toBeLessThanOrEqual(26 + Math.ceil(picture.svg.length / 3) * 4);
  }
});

test('any well-formed text comes back, and any text ends in a safe URI', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decoded(toDataUri(text))).toBe(text);
    }),
    { seed: 7 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toDataUri(text)).toMatch(SAFE);
    }),
    { seed: 7 },
  );
  expect(decoded(toDataUri('\ud800'))).toBe('\ufffd');
});
