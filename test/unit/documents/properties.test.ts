import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula, FormulaIndex, TextChange } from '../../../src/documents/formula.js';
import { DOCUMENT_KINDS, indexDocument, reindex, type DocumentKind } from '../../../src/documents/index.js';

const SEED = { seed: 20, numRuns: 400 };

/** Pieces that Markdown and LaTeX give a meaning to, and a few that they do not. */
const PIECES = [
  '$', '$$', '$$$', '\\(', '\\)', '\\[', '\\]', '\\$', '\\\\', '`', '``', '```', '```math', '~~~', '\n', '\n', '\n\n',
  '\r\n', ' ', '  ', '    ', '\t', '> ', '- ', '+ ', '1. ', '2) ', '# ', '---', '===', '|', '\\|', '|---|---|',
  '| a | b |', '<!--', '-->', '<code>', '</code>', '<pre>', '</pre>', '<a href="', '](', ')', 'x^2', 'x', '\\frac{a}{b}',
  '= 2x', '5', 'costs', 'Then we get', '{', '}', '%', '\\begin{align}', '\\end{align}', '\\begin{verbatim}',
  '\\end{verbatim}', '/**', '*/', ' * ', '{"cells":[{"cell_type":"markdown","source":["', '"]}]}', '"', '[^1]:',
  '\ufeff', '+++', 'é', '\u{1d465}', '\0',
]; // prettier-ignore
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const kind = fc.constantFrom(...DOCUMENT_KINDS);

describe('every index', () => {
  it('has formulas in order, apart, and within their delimiters', () => {
    fc.assert(
      fc.property(kind, text, (of, source) => {
        let end = 0;
        for (const f of indexDocument(of, source).formulas) {
          const places = [end, f.outerFrom, f.from, f.to, f.outerTo, source.length];
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(f.to).toBeGreaterThan(f.from);
          expect(f.block.from).toBeLessThanOrEqual(f.outerFrom);
          expect(f.block.to).toBeGreaterThanOrEqual(f.outerTo);
          end = f.outerTo;
        }
      }),
      SEED,
    );
  });

  it('gives each formula the text of the file, up to prefixes and line ends', () => {
    fc.assert(
      fc.property(kind, text, (of, source) => {
        for (const f of indexDocument(of, source).formulas) {
          if (of.name === 'notebook') continue;
          const bare = (s: string): string => s.replace(of.name === 'typescript' ? /[\s>*]/g : /[\s>]/g, '');
          const slice = source.slice(f.from, f.to);
          expect(bare(f.cell ? f.tex.replaceAll('|', '\\|') : f.tex)).toBe(
            bare(f.cell ? slice.replace(/\\?\|/g, '\\|') : slice),
          );
          expect(f.tex).toBe(f.tex.trim());
          expect(f.tex).not.toContain('\r\n');
        }
      }),
      SEED,
    );
  });

  it('maps each character of a formula to the file and back', () => {
    fc.assert(
      fc.property(kind, text, (of, source) => {
        for (const f of indexDocument(of, source).formulas) mapsBothWays(f, source, of);
      }),
      SEED,
    );
  });

  it('knows each formula by its place, line and column', () => {
    fc.assert(
      fc.property(kind, text, (of, source) => {
        const index = indexDocument(of, source);
        for (const f of index.formulas) {
          expect(index.at(f.from)).toBe(f);
          const before = source.slice(0, f.from).replace(/^\ufeff/, '');
          expect(f.line).toBe(before.split('\n').length);
          expect(f.column).toBe(before.length - before.lastIndexOf('\n'));
        }
      }),
      SEED,
    );
  });
});

describe('reindexing', () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat(12), text: text.filter((s) => s.length < 40) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 12 });

  it('gives what indexing the new text gives', () => {
    fc.assert(
      fc.property(kind, fc.array(text, { maxLength: 8 }), edits, (of, paragraphs, steps) => {
        let index = indexDocument(of, paragraphs.join('\n\n'));
        for (const step of steps) {
          index = reindex(index, [change(index.text, step)]);
          expect(contents(index)).toEqual(contents(indexDocument(of, index.text)));
        }
      }),
      SEED,
    );
  });

  it('takes many changes at once', () => {
    fc.assert(
      fc.property(kind, fc.array(text, { maxLength: 8 }), edits, (of, paragraphs, steps) => {
        const before = indexDocument(of, paragraphs.join('\n\n'));
        const changes: TextChange[] = [];
        let now = before.text;
        for (const step of steps) {
          const next = change(now, step);
          changes.push(next);
          now = now.slice(0, next.from) + next.text + now.slice(next.to);
        }
        const after = reindex(before, changes);
        expect(after.text).toBe(now);
        expect(contents(after)).toEqual(contents(indexDocument(of, now)));
      }),
      SEED,
    );
  });

  it('keeps the keys of formulas that the edit did not come near', () => {
    const of = DOCUMENT_KINDS[0] as DocumentKind;
    const before = indexDocument(of, 'a $x$\n\nb $y$\n\nc $z$\n\nd $w$\n');
    const after = reindex(before, [{ from: 8, to: 8, text: 'new $u$ ' }]);
    const keys = new Set(before.formulas.map((f) => f.key));
    expect(after.formulas.map((f) => [f.tex, keys.has(f.key)])).toEqual([
      ['x', false],
      ['u', false],
      ['y', false],
      ['z', true],
      ['w', true],
    ]);
  });
});

function change(now: string, step: { at: number; cut: number; text: string }): TextChange {
  const from = step.at % (now.length + 1);
  return { from, to: Math.min(now.length, from + step.cut), text: step.text };
}

function mapsBothWays(f: Formula, source: string, of: DocumentKind): void {
  let last = -1;
  for (let i = 0; i <= f.tex.length; i++) {
    const at = f.toFile(i);
    expect(at).toBeGreaterThan(last);
    expect(f.toTex(at)).toBe(i);
    last = at;
    const there = source.charAt(at);
    const escaped = there === '\\' || there === '\r';
    if (i < f.tex.length && of.name !== 'notebook' && !escaped) expect(there).toBe(f.tex.charAt(i));
  }
}

function contents(index: FormulaIndex): unknown {
  return {
    headings: index.headings,
    formulas: index.formulas.map((f) => ({
      places: [f.outerFrom, f.from, f.to, f.outerTo, f.line, f.column],
      tex: f.tex,
      delimiter: f.delimiter,
      block: [f.block.kind, f.block.from, f.block.to],
      cell: f.cell && [f.cell.row, f.cell.column, f.cell.header, f.cell.text, f.cell.from, f.cell.to],
      files: [...f.tex].map((_, i) => f.toFile(i)),
      words: [index.wordsBefore(f), index.wordsAfter(f), index.headingOf(f)?.from],
    })),
  };
}
