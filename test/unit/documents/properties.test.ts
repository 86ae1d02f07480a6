import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula, FormulaIndex } from '../../../src/documents/formula.js';
import {
  DOCUMENT_KINDS,
  indexDocument,
  MARKDOWN,
  reindex,
  type DocumentKind,
} from '../../../src/documents/index.js';

const SEED = { seed: 20, numRuns: 400 };

/** Whole formulas in their surroundings. */
const FORMULAS = [
  '$x^2$', '$ \\frac{a}{b} = c $', '$a\n= b$', '$$= 2x$$', '\n$$\nx\n$$\n', '\n\n$$\nx\n\n= y\n$$\n', '\\(z_1\\)', '\n\\[\ny\n\\]\n',
  '$`a`$', '\n```math\nx\n```\n', '\n> $$\n> a\n> + b\n> $$\n', '\n- a $x$\n\n  $$\n  y\n  z\n  $$\n', '\r\n\r\n$$\r\nx\r\ny\r\n$$\r\n',
  '\n\n| f $x$ | g |\n|---|---|\n| $\\|a\\| + |b|$ | $2a$ |\n', '\n\\begin{align}\na &= b \\\\\nc\n\\end{align}\n', '\n# On $x$\n',
  '\n\n\n', '\n\n', '\n\n',
]; // prettier-ignore

/** Pieces that Markdown, LaTeX, TypeScript or JSON give a meaning to, and a few that they do not. */
const PIECES = [
  '$', '$$', '$$$', '\\(', '\\)', '\\[', '\\]', '\\$', '\\\\', '`', '``', '```', '~~~', '\n', '\r\n', ' ', '  ', '    ', '\t',
  '> ', '- ', '1. ', '2) ', '# ', '---', '===', '|', '\\|', '|---|---|', '<!--', '-->', '<code>', '</code>', '<pre>', '</pre>',
  '<a href="', '](', ')', 'x', '5', 'costs', 'Then we get', '{', '}', '%', '\\begin{align}', '\\end{align}',
  '\\begin{verbatim}', '\\end{verbatim}', '/**', '*/', ' * ', '"]}', '"', '[^1]:', '\ufeff', '+++', 'é', '\u{1d465}', '\0',
]; // prettier-ignore
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FORMULAS) },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES) },
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** A text as its kind of document holds it: doc comments and notebooks wrap their Markdown. */
function wrapped(of: DocumentKind, source: string): string {
  if (of.name === 'code')
    return `/**\n${source.replaceAll('*/', '').replace(/^/gm, ' * ')}\n */\nconst a = 1;\n`;
  return of.name === 'notebook' ? JSON.stringify({ cells: [{ cell_type: 'markdown', source }] }) : source;
}
const kind = fc.constantFrom(...DOCUMENT_KINDS);
const document = fc
  .record({ kind, text, wrap: fc.integer({ min: 0, max: 3 }) })
  .map(({ kind: of, text: source, wrap }) => ({ kind: of, text: wrap ? wrapped(of, source) : source }));

/** Checks each formula of many documents, and that there were formulas of every kind to check. */
function forEveryFormula(
  holds: (f: Formula, source: string, of: DocumentKind, index: FormulaIndex) => void,
): void {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(document, ({ kind: of, text: source }) => {
      const index = indexDocument(of, source);
      for (const f of index.formulas) {
        holds(f, source, of, index);
        seen.set(of.name, (seen.get(of.name) ?? 0) + 1);
      }
    }),
    SEED,
  );
  for (const { name } of DOCUMENT_KINDS) if (name !== 'plaintext') expect(seen.get(name)).toBeGreaterThan(50);
}

describe('every index', () => {
  it('has formulas in order, apart, and within their delimiters', () => {
    fc.assert(
      fc.property(document, ({ kind: of, text: source }) => {
        let end = 0;
        for (const f of indexDocument(of, source).formulas) {
          const places = [end, f.outerFrom, f.from, f.to, f.outerTo, source.length];
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(f.to).toBeGreaterThan(f.from);
          end = f.outerTo;
        }
      }),
      SEED,
    );
  });

  it('has formulas within their blocks and cells', () => {
    forEveryFormula((f) => {
      for (const holder of [f.block, f.cell ?? f.block]) {
        expect(holder.from).toBeLessThanOrEqual(f.outerFrom);
        expect(holder.to).toBeGreaterThanOrEqual(f.outerTo);
        expect(holder.formulas).toContain(f);
      }
    });
  });

  it('gives each formula the text of the file, up to prefixes and line ends', () => {
    const bare = (s: string): string => s.replace(/[\s>*]|\\(?=\|)/g, '');
    forEveryFormula((f, source, of) => {
      const slice = source.slice(f.from, f.to);
      const written = of.name === 'notebook' ? slice.replace(/\\(?:([nrt])|(["\\]))/g, '$2') : slice;
      if (!/\\u/.test(slice)) expect(bare(f.tex)).toBe(bare(written));
      expect(f.tex).toBe(f.tex.trim());
      expect(f.tex).not.toContain('\r\n');
    });
  });

  it('maps each character of a formula to the file and back', () => {
    forEveryFormula(mapsBothWays);
  });

  it('knows each formula by its place, line and column', () => {
    forEveryFormula((f, source, _, index) => {
      expect(index.at(f.from)).toBe(f);
      const before = source.slice(0, f.from).replace(/^\ufeff/, '');
      expect(f.line).toBe(before.split('\n').length);
      expect(f.column).toBe(before.length - before.lastIndexOf('\n'));
    });
  });
});

describe('reindexing', () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat(12), text: text.filter((s) => s.length < 40) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 12 });

  it('gives what indexing the new text gives', () => {
    fc.assert(
      fc.property(kind, text, edits, (of, source, steps) => {
        let index = indexDocument(of, wrapped(of, source));
        for (const step of steps) {
          index = reindex(index, changed(index.text, step));
          expect(contents(index)).toEqual(contents(indexDocument(of, index.text)));
        }
      }),
      SEED,
    );
  });

  it('takes many changes at once, wherever they are', () => {
    fc.assert(
      fc.property(kind, text, edits, (of, source, steps) => {
        const before = indexDocument(of, wrapped(of, source));
        const now = steps.reduce(changed, before.text);
        const after = reindex(before, now);
        expect(after.text).toBe(now);
        expect(contents(after)).toEqual(contents(indexDocument(of, now)));
      }),
      SEED,
    );
  });

  it('keeps the keys of formulas that the edit did not come near', () => {
    const of = DOCUMENT_KINDS[0] as DocumentKind;
    const before = indexDocument(of, 'a $x$\n\nb $y$\n\nc $z$\n\nd $w$\n');
    const after = reindex(before, 'a $x$\n\nb new $u$ $y$\n\nc $z$\n\nd $w$\n');
    const keys = new Set(before.formulas.map((f) => f.key));
    expect(after.formulas.map((f) => [f.tex, keys.has(f.key)])).toEqual([
      ['x', false],
      ['u', false],
      ['y', false],
      ['z', true],
      ['w', true],
    ]);
  });

  it('reads only what changed, however far apart the changes are', () => {
    const part = (i: number): string => `## Part ${i}\n\nLet $f_{${i}}(x) = x^2$ be given,\nand $y$.\n\n`;
    const parts = Array.from({ length: 400 }, (_, i) => part(i));
    const before = indexDocument(MARKDOWN, parts.join(''));
    const edited = parts.flatMap((p, i) => {
      if (i === 30) return [];
      if (i === 200) return ['A $z$ between.\n\n', p];
      return i % 100 === 50 ? [p.replace('given', 'given here')] : [p];
    });
    const after = reindex(before, edited.join(''));
    const keys = new Set(before.formulas.map((f) => f.key));
    const fresh = after.formulas.filter((f) => !keys.has(f.key));
    expect(contents(after)).toEqual(contents(indexDocument(MARKDOWN, after.text)));
    // The end of a paragraph is only seen at the line after it.
    const [beforeGap, beforeNew] = ['f_{29}(x) = x^2', 'f_{199}(x) = x^2'];
    const firsts = fresh.map((f) => f.tex).filter((tex) => tex !== 'y');
    expect(firsts).toEqual([
      beforeGap,
      ...['f_{50}(x) = x^2', 'f_{150}(x) = x^2', beforeNew, 'z', 'f_{250}(x) = x^2', 'f_{350}(x) = x^2'],
    ]);
  });
});

function changed(now: string, step: { at: number; cut: number; text: string }): string {
  const from = step.at % (now.length + 1);
  return now.slice(0, from) + step.text + now.slice(from + step.cut);
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
      files: Array.from({ length: f.tex.length }, (_, i) => f.toFile(i)),
      words: [index.wordsBefore(f), index.wordsAfter(f), index.headingOf(f)?.from],
    })),
  };
}
