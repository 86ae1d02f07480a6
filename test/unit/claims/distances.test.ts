/** How far words and definitions reach: each distance from both sides. */
import { describe, expect, test } from 'vitest';
import { isLabelledAnswer, listAfterQuestion } from '../../../src/claims/notes/options.js';
import { checkFile } from '../../../src/headless/checkFile.js';
import { noteOf } from '../meaning/note.js';

const r = String.raw;
/** Words that say nothing, so many characters in all. */
const idle = (characters: number): string => 'and '.repeat(characters).slice(0, characters - 1) + ' ';

describe('what an arrow means is said at most 250 characters before it', () => {
  const claims = (between: number): number =>
    checkFile('a.md', `Derivatives ${idle(between)}${r`$x^2 \to 2x$`}`).length;
  test('so near', () => {
    expect(claims(238)).toBe(1);
  });
  test('further off', () => {
    expect(claims(239)).toBe(0);
  });
});

describe('a definition is shown with the derivative that follows it within 200 characters', () => {
  const column = (between: number): number | undefined =>
    checkFile('a.md', `$f(x) = x^2$${idle(between)}$f'(x) = 3x$`)[0]?.column;
  test('so near', () => {
    expect(column(198)).toBe(1);
  });
  test('further off', () => {
    expect(column(199)).toBe(12 + 199 + 1);
  });
});

describe('a “where” within 120 characters is said in the same breath', () => {
  const defined = (between: number): number | undefined => {
    const before = '$y = 5x$ ';
    return noteOf(`${before}${idle(between)}where $y = x$`)
      .situationAt(before.length)
      .definitions.get('y')?.from;
  };
  // “where ”, and the dollar sign before the formula.
  const rest = 7;
  test('so near', () => {
    expect(defined(119 - rest)).toBeGreaterThan(100);
  });
  test('further off', () => {
    expect(defined(120 - rest)).toBeLessThan(10);
  });
});

/** The verdicts on the claims of a note, in their order. */
const verdicts = (text: string): string =>
  checkFile('a.md', text)
    .map((claim) => claim.verdict)
    .join();
/** Statements that say nothing. */
const idleStatements = (count: number): string => ' $k$'.repeat(count) + ' ';

describe('another definition of the name counts as near', () => {
  const TWO = '$f(x) = x^3$';
  const CLAIM = "$f(x) = x^2$ so $f'(x) = 3x^2$";
  test.each([
    ['up to 2500 characters before the claim', `${TWO}${idle(2472)}${CLAIM}`, 'true'],
    ['not further before it', `${TWO}${idle(2473)}${CLAIM}`, 'false'],
    ['up to 400 characters after it', `${CLAIM}${idle(398)}${TWO}`, 'true'],
    ['not further after it', `${CLAIM}${idle(399)}${TWO}`, 'false'],
  ])('%s', (_, note, expected) => {
    expect(verdicts(note)).toBe(expected);
  });
});

describe('what the paragraph says of a parameter counts', () => {
  const [SAID, CLAIM] = ['$a < 0$', r`$\frac{d}{dx} (|a| x) = -a$`];
  test.each([
    ['within 30 statements before the claim', `${SAID}${idleStatements(29)}${CLAIM}`, 'true'],
    ['not further before it', `${SAID}${idleStatements(30)}${CLAIM}`, 'conditional'],
    ['within 30 statements after it', `${CLAIM}${idleStatements(28)}${SAID}`, 'true'],
    ['not further after it', `${CLAIM}${idleStatements(29)}${SAID}`, 'conditional'],
  ])('%s', (_, note, expected) => {
    expect(verdicts(note)).toBe(expected);
  });
});

describe('the equation that a dy/dx is taken of stands', () => {
  const [EQUATION, CLAIM] = ['$x^2 + y^2 = 25$', r`$\frac{dy}{dx} = -\frac{x}{y}$`];
  test.each([
    ['within 40 statements before the claim', `${EQUATION}${idleStatements(39)}${CLAIM}`, 'true'],
    ['not further before it', `${EQUATION}${idleStatements(40)}${CLAIM}`, ''],
    ['within 3 statements after it', `${CLAIM}${idleStatements(2)}${EQUATION}`, 'true'],
    ['not further after it', `${CLAIM}${idleStatements(3)}${EQUATION}`, ''],
  ])('%s', (_, note, expected) => {
    expect(verdicts(note)).toBe(expected);
  });
});

describe('a question is answered', () => {
  const QUESTION = r`What is $\frac{d}{dx} x^2$?`;
  test.each([
    ['in the next line', '\n\n', 'true'],
    ['past one line of words', '\n\nwell\n\n', 'true'],
    ['not past two of them', '\n\nwell\nnow\n\n', ''],
    ['not below another heading', '\n# Next\n', ''],
  ])('%s', (_, between, expected) => {
    expect(verdicts(`${QUESTION}${between}$2x$`)).toBe(expected);
  });
});

describe('answers to choose from', () => {
  const listed = (lines: number): number | null => {
    const text = `Which one?\n${'- a\n'.repeat(lines)}- $2x$`;
    return listAfterQuestion(text, text.length - 4);
  };
  test('stand in a list of at most 24 lines under the question', () => {
    expect([listed(23), listed(24)]).toEqual(['Which one?\n'.length, null]);
  });
  test('stand behind their letter at most 300 characters after it', () => {
    const question = 'Which of these is the derivative?';
    const isAnswer = (between: number): boolean => {
      const text = `${question}${' '.repeat(between)}(b) `;
      return isLabelledAnswer(text, text.length);
    };
    // The words that ask are within them, too.
    expect([isAnswer(300 - question.length - 4), isAnswer(301 - question.length - 4)]).toEqual([true, false]);
  });
});

test('a formula of 3000 characters or more defines nothing', () => {
  const defines = (length: number): boolean => {
    const tex = `y =${' '.repeat(length - 4)}x`;
    return noteOf(`$${tex}$ and $y$`)
      .situationAt(tex.length + 8)
      .definitions.has('y');
  };
  expect([defines(2999), defines(3000)]).toEqual([true, false]);
});
