import { describe, expect, test } from 'vitest';
import { Documents } from '../../../src/service/documents.js';
import type { DocumentText, Options } from '../../../src/service/service.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const document = (text: string, version = 1): DocumentText => ({
  uri: 'untitled:1',
  version,
  languageId: 'markdown',
  text,
});
const texOf = (documents: Documents, text: string, version = 1): readonly string[] =>
  documents.note(document(text, version), OPTIONS).index.formulas.map(({ tex }) => tex);

describe('documents', () => {
  test('of one name, version and length are told apart', () => {
    const documents = new Documents();
    expect(texOf(documents, 'so $x^2$')).toEqual(['x^2']);
    expect(texOf(documents, 'so $y^2$')).toEqual(['y^2']);
    expect(texOf(documents, 'so (y^2)')).toEqual([]);
  });
  test('are read again only where they changed', () => {
    const documents = new Documents();
    const text = 'one $x^2$\n\n# B\n\ntwo $y^2$\n';
    const before = documents.note(document(text), OPTIONS);
    const after = documents.note(document(text.replace('y^2', 'y^3'), 2), OPTIONS);
    const [kept, changed] = after.index.formulas.map((f) =>
      before.index.formulas.some((g) => g.key === f.key),
    );
    expect([kept, changed]).toEqual([true, false]);
  });
  test('are read in steps as they are at once', () => {
    const text = Array.from(
      { length: 300 },
      (_, i) => `Let $f_${i}(x) = x^${i}$, and $\\sigma(x) = ${i}x$.\n\n`,
    ).join('');
    const work = new Documents().noteInSteps(document(text), OPTIONS);
    let [steps, step] = [0, work.next()];
    for (; step.done !== true; step = work.next()) steps++;
    const atOnce = new Documents().note(document(text), OPTIONS);
    expect(steps).toBeGreaterThan(600);
    expect(step.value.index.formulas.length).toBe(600);
    expect([...step.value.contextAt(0).functions]).toEqual([...atOnce.contextAt(0).functions]);
    expect(step.value.definitions.all.map((d) => [d.name.id, d.line])).toEqual(
      atOnce.definitions.all.map((d) => [d.name.id, d.line]),
    );
  });
  test('have formulas written twice read once, unless names mean something else in between', () => {
    const read = (text: string): readonly unknown[] => {
      const note = new Documents().note(document(text), OPTIONS);
      return note.index.formulas.map((f) => note.reading(f));
    };
    const [a, b] = read('so $u(x + 1)$ and $u(x + 1)$');
    const [, c] = read('let $u(t) = t^2$, so $u(x + 1)$');
    const [, d] = read('let $v(t) = t^2$, so $u(x + 1)$');
    expect(a).toBe(b);
    expect(a).toBe(d);
    expect(a).not.toBe(c);
  });
  test('left off in between, or made by someone else meanwhile, are whole in the end', () => {
    const documents = new Documents();
    const text = 'Let $g(x) = x^2$.\n\n'.repeat(2_000);
    const work = documents.noteInSteps(document(text), OPTIONS);
    work.next();
    const other = documents.note(document(text), OPTIONS);
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect(step.value).toBe(other);
    expect(other.index.formulas.length).toBe(2_000);
  });
});

describe('a note’s own comment', () => {
  const readingOf = (text: string): boolean => {
    const note = new Documents().note(document(text), OPTIONS);
    const [formula] = note.index.formulas;
    return formula !== undefined && note.reading(formula).assumptions.length > 0;
  };
  test.each([
    ['so $\\log x$', true],
    ['<!-- leibniz: log = 10 -->\n\nso $\\log x$', false],
    ['so $\\sigma(x)$', true],
    ['<!-- leibniz: sigma = letter -->\n\nso $\\sigma(x)$', false],
  ])('%j leaves something to assume: %s', (text, expected) => expect(readingOf(text)).toBe(expected));
});
