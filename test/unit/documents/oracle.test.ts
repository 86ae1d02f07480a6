import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';

/** Formulas in what markdown-it takes for text, in order: neither code spans nor fences nor indented code. */
function formulasInText(source: string): string[] {
  const found: string[] = [];
  for (const token of new MarkdownIt().parse(source, {})) {
    const text = (token.children ?? []).map((t) =>
      t.type === 'text' ? t.content : t.type === 'softbreak' ? '\n' : '`',
    );
    for (const [, tex] of text.join('').matchAll(/\$(q\d+)\$/g)) found.push(tex ?? '');
  }
  return found;
}

const PIECES = [
  '`', '``', '\n', '\n', '\n\n', '\n```\n', '\n~~~\n', '\n````\n', ' ', '  ', '    ', '\t', '> ', '- ', '* ', '1. ', '3) ', '# ', '\n***\n',
  '\n===\n', ' | ', '| ', '\n|---|---|\n', '\n| a | b |\n|---|---|\n', 'word ', 'word\n', '$', '$', '$', '$', '$',
]; // prettier-ignore

/** Text with formulas $q0$, $q1$, … each of which has a name of its own. */
const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => {
  let k = 0;
  return pieces.map((piece) => (piece === '$' ? ` $q${String(k++)}$ ` : piece)).join('');
});

describe('beside markdown-it', () => {
  it('the same formulas stand in text', () => {
    fc.assert(
      fc.property(source, (text) => {
        // markdown-it goes on with a quote whose mark is indented like code, which CommonMark does not.
        fc.pre(!/(?:\t| {4})[ \t]*>/.test(text));
        const found = indexDocument(MARKDOWN, text).formulas.map((f) => f.tex);
        const theirs = formulasInText(text);
        // markdown-it drops cells that have no header, and whole tables whose header and dashes differ in number.
        const ours = text.includes('|---') ? found.filter((tex) => theirs.includes(tex)) : found;
        if (!(text.includes('|---') && /\t| {4}/.test(text))) expect(ours).toEqual(theirs);
      }),
      { seed: 4, numRuns: 3000 },
    );
  });
});
