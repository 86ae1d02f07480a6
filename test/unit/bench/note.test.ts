/** The note that the bench measures with: as large as it says, no formula twice, claims that are what they say. */
import { expect, it } from 'vitest';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';
import { createService } from '../../../src/service/index.js';
import { generatedFormulas, generatedNote } from '../../bench/note.js';

it('has ten thousand formulas, no two of them alike', () => {
  expect(new Set(generatedFormulas()).size).toBe(10_000);
});

it('has each of them where a note has formulas', () => {
  expect(indexDocument(MARKDOWN, generatedNote()).formulas.map((f) => f.tex.trim())).toEqual(
    generatedFormulas().map((formula) => formula.trim()),
  );
});

it('claims derivatives, three of four rightly', () => {
  const some = generatedFormulas().slice(0, 100);
  const text = some.map((formula) => `- $${formula}$`).join('\n');
  const document = { uri: 'note:some', version: 1, languageId: 'markdown', text };
  const options = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
  const verdicts = [...createService().check(document, options)].flatMap((claim) =>
    claim === null ? [] : [claim.verdict],
  );
  const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
  expect([verdicts.length, count('false')]).toEqual([40, 10]);
});
