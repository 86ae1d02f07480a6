import { describe, expect, test } from 'vitest';
import { same } from '../../../src/core/equality.js';
import { DEFAULT_STYLE } from '../../../src/notation/notation.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { PRIME_EVIDENCE } from '../../../src/meaning/primes.js';
import { workOf } from '../work.js';
import { ask, definitionsOf, inShort, noteOf } from './note.js';

/** Whether the prime of z is part of its name at the end of the note. */
function namesQuantities(note: string, letter = 'x'): boolean {
  return noteOf(note).contextAt(note.length).primes?.has(letter) ?? false;
}

describe('a prime names another quantity where', () => {
  test.each([
    ['a list holds both', "$r(s, a, s')$", 's'],
    ['a kernel holds both', "$k(x, x')$", 'x'],
    ['a tuple holds both', "$(\\theta, \\theta')$", 'theta'],
    ['a map leads to it', "$P: A \\to A'$", 'A'],
    ['it is one of a set', "$s' \\in \\mathcal{S}$", 's'],
    ['it is a set', "$A' = \\mathbb{Z}^n$", 'A'],
    ['it names axes', "the frame $Ox'y'$", 'x'],
    ['the words speak of a frame', "In the rotated frame we have $x' = r\\cos\\beta$", 'x'],
    ['they do in German', "Im gedrehten Koordinatensystem ist $x' = r\\cos\\beta$", 'x'],
    ['they speak of a next state', "the next state $s'$", 's'],
    ['it is explained by the other one', "where $x' = (x-a)\\cos\\tau + (y-b)\\sin\\tau$", 'x'],
    ['it is set by the other one', "with $w' := w - \\eta g$", 'w'],
  ])('%s', (_, note, letter) => {
    expect(namesQuantities(note, letter)).toBe(true);
  });

  test.each([
    ['nothing says so', "$y = x^2$, $y' = 2x$", 'y'],
    ['it is a function’s beside it', "$F(x, y, y')$", 'y'],
    ['a system of equations has it', "Consider the system where $x' = -x + y$", 'x'],
    ['an equation has it', "$x' = -x + y$", 'x'],
    ['it is explained by other names', "where $y' = 2x$", 'y'],
    ['words speak of a frame, but of no coordinates', "In the rotated frame $f' = 2$", 'f'],
    ['a map is no primed one’s', "$f: x \\to x^2$, $f' = 2x$", 'f'],
    ['it is derived elsewhere', "$r(x, a, x')$ and $x'' = 2$", 'x'],
    ['it is a function by its letter', "$k(f, f')$", 'f'],
  ])('not where %s', (_, note, letter) => {
    expect(namesQuantities(note, letter)).toBe(false);
  });

  test('every row of evidence is taken by one of these', () => {
    expect(PRIME_EVIDENCE).toHaveLength(8);
  });

  test('it does so in that section and in those within it, and in no other', () => {
    const note = "# A\n\n$k(x, x')$\n\n## B\n\n‹\n\n# C\n\n›";
    const text = note.replace(/[‹›]/g, '');
    const has = (at: number): boolean => noteOf(text).contextAt(at).primes?.has('x') ?? false;
    expect([has(note.indexOf('‹')), has(note.indexOf('›') - 1)]).toEqual([true, false]);
  });
});

describe('a kernel in a note without headings', () => {
  const KERNEL = "A kernel $k(x, x')$ compares two points.";
  const FAR = `${KERNEL}\n\nIt is symmetric.\n\nOne more paragraph.\n\nLet $y = x^2$.`;

  test.each([
    ['its own letter, however far', FAR, 'x', true],
    ['another letter in the same paragraph', KERNEL, 'z', true],
    ['another letter in the next paragraph', `${KERNEL}\n\nAlso $z'$.`, 'z', true],
    ['another letter further on', FAR, 'y', false],
  ])('has a prime in the name of %s: %#', (_, note, letter, expected) => {
    expect(namesQuantities(note, letter)).toBe(expected);
  });

  test('leaves y′ = 2x further on what it is', () => {
    const kindIn = (note: string) => parse("y'", noteOf(note).contextAt(Infinity)).statements[0]?.expr.kind;
    expect([kindIn(FAR), kindIn(KERNEL)]).toEqual(['apply', 'sym']);
  });

  test('says why, and in which line', () => {
    const note = noteOf(`First.\n\n${FAR}`);
    const said = note.primeEvidence('x', Infinity);
    expect([said?.reason, said?.line]).toEqual([
      'a list holds it beside the name without a prime: r(s, a, s′)',
      3,
    ]);
    expect(note.primeEvidence('y', Infinity)).toBeNull();
  });
});

describe('such a name', () => {
  const FRAME = "where $x' = (x - a)\\cos\\tau + y$";

  test('may be defined', () => {
    expect(definitionsOf(FRAME)).toEqual(['x′ = (x - a)*cos(tau) + y @1']);
  });
  test('is used as defined', () => {
    expect(inShort(ask("\\frac{\\partial}{\\partial x} x'^2", { note: FRAME }))).toMatch(/by x$/);
  });
  test('prints as it was written, and reads back', () => {
    const note = noteOf("$k(x, x')$");
    for (const tex of ["x'", "x'_1", "(x')^2", "\\hat{x}'"]) {
      const context = note.contextAt(Infinity);
      const [read] = parse(tex, context).statements;
      const printed = read && printLatex(read.expr, DEFAULT_STYLE);
      const [again] = parse(printed ?? '', context).statements;
      expect(read && again && same(again.expr, read.expr)).toBe(true);
      expect([...(read?.expr.free ?? [])].join()).toContain('prime');
    }
  });
});

test('the work grows with the number of formulas', () => {
  const text = (n: number): string => "# A\n\n$k(x, x')$ and $y'$\n\n".repeat(n);
  const work = (n: number): number =>
    workOf(() => {
      const note = noteOf(text(n));
      note.index.formulas.forEach((f) => note.reading(f));
    });
  expect(work(1_600)).toBeLessThan(2.6 * work(800) + 10_000);
});
