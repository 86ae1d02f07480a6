/** Every collection that outlives the work that fills it is known here, with what bounds it. */
import { describe, expect, test } from 'vitest';
import { collectionsIn } from './caches.js';
import { expectNoneElsewhere, type SomethingElse } from './elsewhere.js';

/** What bounds the collections of each file: `weak` ones go with their keys. */
const BOUNDED: SomethingElse = {
  'core/arrays/functions.ts': [1, 'the functions of arrays by name'],
  'core/domain/validity.ts': [1, 'weak: of derivations'],
  'core/expr.ts': [1, 'stays empty'],
  'core/functions/index.ts': [1, 'the functions by name'],
  'core/hash.ts': [1, 'ten thousand names, then cleared'],
  'core/rules/composite.ts': [1, 'filled where it is made, by the functions'],
  'core/compare/limit.ts': [1, 'weak: of limits'],
  'core/compare/measure.ts': [1, 'stays empty'],
  'editor/checkDiagnostics.ts': [1, 'documents that are being told about'],
  'editor/checkQueue.ts': [2, 'documents that wait, which are open'],
  'editor/checkedNotes.ts': [3, 'open documents, two times, and two services'],
  'editor/derivationPanels.ts': [1, 'panels that are open'],
  'editor/documents.ts': [1, 'weak: texts of documents'],
  'editor/filesBeside.ts': [
    2,
    'open documents; files that their macros come from, forgotten when one changes',
  ],
  'editor/hover.ts': [1, 'weak: of each version some hovers, by count and length'],
  'editor/lens.ts': [1, 'so many formulas, then cleared'],
  'editor/questions.ts': [1, 'so many choices, then cleared'],
  'judge/form.ts': [1, 'stays empty'],
  'judge/values.ts': [1, 'stays empty'],
  'meaning/constants.ts': [1, 'weak: of formulas'],
  'meaning/definitions.ts': [1, 'weak: of statements'],
  'meaning/keptReadings.ts': [1, 'weak: of contexts'],
  'meaning/signature.ts': [1, 'weak: of contexts'],
  'meaning/noteMacros.ts': [1, 'weak: of places in a document'],
  'notation/latex/functions.ts': [1, 'filled where it is made, by the functions'],
  'service/documents.ts': [1, 'Recent: documents, by count and length'],
  'service/explained.ts': [1, 'weak: of claims that were checked'],
  'service/notes.ts': [2, 'Recent: verdicts, by count and size; weak: of what was found'],
  'service/programs.ts': [3, 'Recent: sources, by count and length; weak: of what was found, and of answers'],
  'service/reader.ts': [1, 'Recent: readings of short formulas, by count and length'],
  'notation/latex/partials.ts': [1, 'weak: of readers'],
  'notation/typescript/holders.ts': [1, 'weak: of syntax trees'],
  'notation/typescript/unchanging.ts': [1, 'weak: of syntax trees'],
  'notation/typescript/scope.ts': [1, 'weak: of syntax trees'],
  'notation/typescript/syntax.ts': [1, 'weak: of syntax trees'],
  'service/recent.ts': [1, 'what Recent bounds'],
  'typeset/face.ts': [1, 'the fonts of KaTeX'],
  'typeset/glyphs.ts': [2, 'the fonts of KaTeX, and their signs'],
};

test('what is kept is bounded', () => {
  expectNoneElsewhere('nowhere/', collectionsIn, BOUNDED);
});

describe('the test itself', () => {
  test.each([
    ['core/a.ts', 'const known = new Map<string, number>();', 1],
    ['core/a.ts', 'let known: Map<string, number> = new Map();', 1],
    ['core/a.ts', 'const KNOWN = new WeakMap<object, number>();', 1],
    ['core/a.ts', "const KNOWN = new Set(['a', 'b']);", 0],
    ['core/a.ts', 'const known: ReadonlySet<string> = new Set(list);', 0],
    ['core/a.ts', '  private readonly known = new Map<string, number>();', 0],
    ['core/a.ts', 'const walk = bottomUp((e) => e);', 1],
    ['core/a.ts', 'export const walk: (e: Expr) => Expr = topDown((e) => e);', 1],
    ['core/a.ts', 'const walk = (e: Expr): Expr => bottomUp((x) => x)(e);', 0],
    ['core/a.ts', '  const walk = bottomUp((e) => e);', 0],
    ['service/a.ts', '  private readonly known = new Map<string, number>();', 1],
    ['editor/a.ts', '  #known = new Recent(BOUNDS);', 1],
    ['editor/a.ts', '  const known = new Map<string, number>();', 0],
  ])('%s: %s', (file, text, count) => {
    expect(collectionsIn(file, text)).toHaveLength(count);
  });
});
