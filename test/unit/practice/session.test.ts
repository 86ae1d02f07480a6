import { describe, expect, test } from 'vitest';
import { exerciseOf, type Exercise } from '../../../src/practice/exercise.js';
import { MOST_HINTS } from '../../../src/practice/hints.js';
import { answered, begun, hinted, isOver, wentWell, type Session } from '../../../src/practice/session.js';
import { shownSession } from '../../../src/practice/telling.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { budgetFor } from '../../../src/service/budgets.js';
import { derived } from '../explain/derived.js';

function exercise(tex: string, note = ''): Exercise {
  const made = exerciseOf(derived(tex, note), (e) => printLatex(e));
  if (!made) throw new Error(`${tex} is no exercise`);
  return made;
}
const say = (s: Session, text: string): Session => answered(s, text, () => budgetFor('practice'));
const through = (s: Session, ...texts: readonly string[]): Session => texts.reduce(say, s);
/** The session with everything before the task of a kind answered by its hints. */
function at(tex: string, kind: string): Session {
  let s = begun(exercise(tex));
  while (s.tasks[0] && s.tasks[0].kind !== kind) s = hinted(s);
  return s;
}

describe('what is asked', () => {
  test.each([
    ['\\sin(x^2)', 'rule part slope whole'],
    ['x e^{-x}', 'rule part slope whole tidy'],
    ['x^2 \\sin x', 'rule part slope slope whole tidy'],
    ['\\frac{x^2 - 1}{x^2 + 1}', 'rule part part slope slope whole tidy'],
    ['3\\sin(x^2)', 'rule rule part slope whole'],
    ['x^2 + y^2 = 25', 'rule whole tidy'],
    ['\\max(0, x)', 'rule whole'],
    ['x^5', 'rule whole'],
  ])('of %s: %s', (tex, kinds) => {
    expect(
      exercise(tex)
        .tasks.map((t) => t.kind)
        .join(' '),
    ).toBe(kinds);
  });

  test.each(["(x^3)''", '\\left.\\frac{d}{dx} x^3\\right|_{x=2}', '\\nabla (x^2 y)'])(
    'nothing of %s',
    (tex) => {
      expect(exerciseOf(derived(tex), (e) => printLatex(e))).toBeNull();
    },
  );

  test('names the equation where an implicit function is asked for', () => {
    expect(shownSession(begun(exercise('x^2 + y^2 = 25'))).asked?.words).toContain('x^2 + y^2 = 25');
  });
});

describe('an answer', () => {
  test.each<[tex: string, kind: string, text: string, right: boolean, words: string]>([
    ['\\sin(x^2)', 'rule', 'chain', true, 'Right.'],
    ['\\sin(x^2)', 'rule', 'product', false, 'Product rule: Two factors'],
    ['\\frac{1}{1 + e^{-x}}', 'rule', 'quotient', true, 'That leads there, too'],
    ['\\sin(x^2)', 'part', 'x^2', true, 'Right.'],
    ['\\sin(x^2)', 'part', 'x*x', true, 'Right.'],
    ['\\sin(x^2)', 'part', 'u = x^2', true, 'Right.'],
    ['\\sin(x^2)', 'part', 'x', false, 'further in'],
    ['\\sin(x^2)', 'part', 'sin(x^2)', false, 'the whole of it'],
    ['\\sin(x^2)', 'part', 'x^3', false, 'does not stand in there'],
    ['\\sin(x^2)', 'slope', '2x', true, 'Right.'],
    ['\\sin(x^2)', 'slope', '2', false, 'At x ='],
    ['\\sin(x^2)', 'whole', '2x cos(x^2)', true, 'Right.'],
    ['\\sin(x^2)', 'whole', 'cos(x^2) * 2 * x', true, 'usually written'],
    ['\\sin(x^2)', 'whole', '2x \\cos(x^2)', true, 'Right.'],
    ['\\sin(x^2)', 'whole', 'cos(x^2)', false, 'inner derivative is missing'],
    ['\\sin(x^2)', 'whole', 'cos(2x)', false, 'f′(u′)'],
    ['\\sin(x^2)', 'whole', '-2x cos(x^2)', false, 'At x ='],
    ['x^2 \\sin x', 'whole', '2x cos x', false, 'f′g′'],
    ['x^2 \\sin x', 'tidy', 'x(2 sin x + x cos x)', true, 'usually written'],
    ['x^2 \\sin x', 'tidy', '2x sin x + x^2 cos x', false, 'Right so far'],
    ['x^2 \\sin x', 'tidy', 'x sin x', false, 'At x ='],
    ['x^2 + y^2 = 25', 'whole', '-x/y', true, 'usually written'],
    ['x^2 + y^2 = 25', 'whole', 'x/y', false, ''],
  ])('to %s, %s: %s', (tex, kind, text, right, words) => {
    const s = say(at(tex, kind), text);
    expect(s.feedback?.isRight).toBe(right);
    expect(s.feedback?.words).toContain(words);
  });

  test.each([
    ['', 'Type a formula'],
    ['2x*', 'cannot be read'],
    ['2z', 'There is no z in this question'],
    ['x'.repeat(501), 'too long'],
    ['x < 2', 'no formula'],
  ])('that cannot be read, %j, is no wrong one', (text, words) => {
    const s = say(at('\\sin(x^2)', 'whole'), text);
    expect(s.feedback?.words).toContain(words);
    expect([s.misses, s.tasks[0]?.kind]).toEqual([0, 'whole']);
    expect(shownSession(s).asked?.typed).toBe(text);
  });

  test('that is wrong stays to be mended, and goes with the next question', () => {
    const s = say(at('\\sin(x^2)', 'slope'), '2');
    expect(shownSession(s).asked?.typed).toBe('2');
    expect(shownSession(say(s, '2x')).asked?.typed).toBe('');
  });

  test('of a wrong one the right one is not given away', () => {
    expect(say(at('\\sin(x^2)', 'whole'), 'cos(x^2)').feedback?.words).not.toContain('2x');
  });

  test('may call either factor u', () => {
    const s = through(begun(exercise('x^2 \\sin x')), 'product', 'sin x');
    expect(shownSession(s).asked?.words).toContain("$u = \\sin x$. What is $u'$?");
    const next = say(s, 'cos x');
    expect(shownSession(next).asked?.words).toContain("$v = x^2$. What is $v'$?");
  });

  test('uses what the note defines', () => {
    const s = begun(exercise('\\frac{d}{dx} x f(x)', 'Let $f(x) = x^2$.'));
    const end = through(s, 'product', 'x', '2x', 'f(x) + 2x^2');
    expect([isOver(end) || end.tasks[0]?.kind === 'tidy', end.feedback?.isRight]).toEqual([true, true]);
  });
});

describe('a session', () => {
  const RIGHT = ['product', 'x^2', '2x', 'cos x', '2x sin x + x^2 cos x', 'x(2 sin x + x cos x)'];

  test('ends where all is answered, and says how it went', () => {
    const s = through(begun(exercise('x^2 \\sin x')), ...RIGHT);
    expect([isOver(s), wentWell(s)]).toEqual([true, true]);
    expect(shownSession(s)).toMatchObject({ asked: null, closing: 'Done: 6 of 6 at the first try.' });
  });

  test('counts what went wrong and the hints, without blame', () => {
    const s = through(hinted(begun(exercise('x^2 \\sin x'))), 'quotient', ...RIGHT);
    expect(wentWell(s)).toBe(false);
    expect(shownSession(s).closing).toBe('Done: 5 of 6 at the first try. Hints taken: 1.');
  });

  test.each(['\\sin(x^2)', 'x^2 \\sin x', '\\frac{x}{x^2+1}', 'x^x', 'x^2 + y^2 = 25', '|x|', '\\ln x'])(
    'of %s has three hints to each task, the last of which tells the answer',
    (tex) => {
      let s = begun(exercise(tex));
      for (const task of exercise(tex).tasks) {
        const seen = Array.from({ length: MOST_HINTS }, () => (s = hinted(s)));
        const hints = seen.map((x) => shownSession(x).hints);
        expect(hints.map((h) => h.length)).toEqual([1, 2, 3]);
        expect(hints[2]?.every((h) => h !== '')).toBe(true);
        expect(hints[2]?.[2], task.kind).toMatch(/^It is: /);
        s = hinted(s);
      }
      expect(isOver(s)).toBe(true);
    },
  );

  test('does nothing more once it is over', () => {
    const s = through(begun(exercise('x^2 \\sin x')), ...RIGHT);
    expect([say(s, 'x'), hinted(s)]).toEqual([s, s]);
  });
});
