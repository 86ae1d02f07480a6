/** A tiny language for cases: «…» stands around the tex of each formula; ⏎ is a line break. */
import { expect } from 'vitest';
import { indexDocument, type DocumentKind } from '../../../src/documents/index.js';

/** The text without its markers. */
export const unmarked = (marked: string): string => marked.replace(/[«»]/g, '').replaceAll('⏎', '\n');

/** The text with markers where the index finds formulas. */
export function marked(kind: DocumentKind, text: string): string {
  let result = '';
  let at = 0;
  for (const { from, to } of indexDocument(kind, text).formulas) {
    result += `${text.slice(at, from)}«${text.slice(from, to)}»`;
    at = to;
  }
  return (result + text.slice(at)).replaceAll('\n', '⏎');
}

/** Exactly the marked formulas are found. */
export function check(kind: DocumentKind, expected: string): void {
  expect(marked(kind, unmarked(expected))).toBe(expected);
}
