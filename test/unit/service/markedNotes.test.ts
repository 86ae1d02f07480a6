import { describe, expect, test } from 'vitest';
import { failuresOf, markedNote, MARKED_NOTES } from '../../corpus/notes.js';
import { AS_YET } from '../../corpus/notesAsYet.js';

describe('whole little documents', () => {
  test.each(MARKED_NOTES.map((note) => [note.name, note] as const))('%s', (name, note) => {
    expect(failuresOf(note)).toEqual((AS_YET[name] ?? []).map(([failure]) => failure));
  });

  test('what is said otherwise as yet is of documents that are there', () => {
    const names = MARKED_NOTES.map((n) => n.name);
    expect(Object.keys(AS_YET).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('a mark that is not met is told', () => {
  test.each([
    ["$(x^2)' = 2x$ <!--= false -->", '1 false: true'],
    ["$(x^2)' = 3x$ <!--= true -->", '1 true: false'],
    ["$(x^2)' = 3x$", '1 unmarked: underlined'],
    ["$(x^2)' = 2x$ <!--= none -->", '1 none: true'],
    ["$(x^2)' = 2x$ <!--= quiet -->", '1 quiet: true'],
    ['$x^2$ <!--= true -->', '1 true: nothing'],
    ['$x^2$ <!--= d x: 3*x -->', '1 d x: 3*x: d x: 2*x'],
    ['$x^2$ <!--= d y: 2*x -->', '1 d y: 2*x: d x: 2*x'],
    ['$x^2$ <!--= silent -->', '1 silent: d x: 2*x'],
    ['words <!--= none -->', '1 none: no formula'],
  ])('%s', (source, failure) => {
    expect(failuresOf(markedNote('a.md', source))).toEqual([failure]);
  });
  test('and one that is met is not', () => {
    const met = "$(x^2)' = 2x$ <!--= true | d x: x + x -->, $(x^2)' = 3x$ <!--= false | wrong -->";
    expect(failuresOf(markedNote('a.md', met))).toEqual([]);
  });
});
