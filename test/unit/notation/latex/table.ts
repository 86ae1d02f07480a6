import { describe, expect, it } from 'vitest';
import type { Context } from '../../../../src/notation/notation.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { showReading } from './show.js';

/** A test a line: TeX ⇒ the statements as s-expressions, each after its joint in braces and its leading relation. */
export function readsTable(title: string, table: string, context?: Context): void {
  describe(title, () => {
    for (const line of linesOf(table)) {
      const [tex = '', expected = ''] = line.split('⇒').map((s) => s.trim());
      it(tex, () => {
        expect(showReading(parse(tex, context))).toBe(expected);
      });
    }
  });
}

export const linesOf = (table: string): string[] => table.split('\n').filter((line) => line.trim() !== '');

/** The text without its « » marks, and the place between them. */
export function unmarked(marked: string): { text: string; from: number; to: number } {
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  return { text: marked.replace('«', '').replace('»', ''), from, to };
}
