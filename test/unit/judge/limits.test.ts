/** How far a claim is followed: each limit from both sides. */
import { describe, expect, test } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

test.each([
  [12, 'true'],
  [13, 'undecided'],
])('a derivative of order %i is %s', (order, expected) => {
  const n = String(order);
  expect(verdicts(r`$\frac{d^{${n}}}{dx^{${n}}} e^{2x} = ${String(2 ** order)} e^{2x}$`)).toEqual([expected]);
});

/** x² + x³ + …, so many terms, and its derivative with the last term's sign wrong. */
function wrongAtTheEnd(terms: number): string {
  const powers = Array.from({ length: terms }, (_, i) => String(i + 2));
  const right = powers.map((n, i) => `${n}x^{${String(i + 1)}}`);
  const written = `${right.slice(0, -1).join(' + ')} - ${right.at(-1) ?? ''}`;
  return r`$\frac{d}{dx} (${powers.map((n) => `x^{${n}}`).join(' + ')}) = ${written}$`;
}

describe('what agrees with a function near 0 to all digits', () => {
  test.each([20, 61, 70])('%i terms of which the last is wrong are wrong', (terms) => {
    expect(verdicts(wrongAtTheEnd(terms))[0]).toMatch(/^false/);
  });
  test.each(['e^x', r`\sin x`, r`\sinh x`, r`\frac{1}{x^2 + 1}`])(
    'x^{60} beside %s is not left out',
    (beside) => {
      const of = (f: string): string => r`\frac{d}{dx} \left(${f}\right)`;
      expect(verdicts(`$${of(`${beside} + x^{60}`)} = ${of(beside)}$`)[0] ?? '').not.toMatch(/^conditional/);
      expect(verdicts(`$${of(`x^{60} + x^2`)} = 2x$`)[0]).toMatch(/^false/);
    },
  );
  test('e^x + x^{61} is not derived as e^x', () => {
    expect(verdicts(r`$\frac{d}{dx} (e^x + x^{61}) = e^x$`)[0]).toMatch(/^false/);
  });
  // The identity theorem does not hold of these.
  test.each([
    [r`$\frac{d}{dx} |x|^3 = 3x^2$`, 'conditional'],
    [r`$\frac{d}{dx} (\sqrt{x^2} + x^2) = 1 + 2x$`, 'conditional'],
    [r`$\frac{d}{dx} (x \arctan\frac{1}{x} + x\arctan x) = \frac{\pi}{2}$`, 'conditional'],
  ])('%s is %s', (claim, expected) => {
    expect(verdicts(claim)[0]).toMatch(new RegExp(`^${expected}`));
  });
});

describe('the mistake of a derivative by another letter', () => {
  const claim = (others: number, name: (i: number) => string): string => {
    const powers = Array.from({ length: others }, (_, i) => `${name(i)}^{${String(i + 2)}}`);
    const x = name(-1);
    const last = `${name(others - 1)}^{${String(others)}}`;
    const written = `${String(others + 1)} ${x}^2 ${powers.slice(0, -1).join(' ')} ${last}`;
    return r`$\frac{\partial}{\partial ${x}} (${x}^2 ${powers.join(' ')}) = ${written}$`;
  };
  test.each([
    ['letters', (i: number) => 'xpqrsuvwz'.charAt(i + 1)],
    ['entries', (i: number) => `w_${String(i + 2)}`],
  ])('is looked for among six other %s', (_, name) => {
    const [near, far] = [6, 7].map((others) => verdicts(claim(others, name))[0] ?? '');
    expect(near).toBe('false wrong-variable');
    expect(far).toMatch(/^false(?! wrong-variable)/);
  });
});

test('a rule is taken to be wrong at one of the first twelve places alone', () => {
  const sines = (count: number): string => {
    const n = Array.from({ length: count }, (_, i) => String(i + 2));
    const right = n.map((k, i) => (i === count - 1 ? r`\cos ${k}x` : r`${k} \cos ${k}x`));
    return r`$\frac{d}{dx} (${n.map((k) => r`\sin ${k}x`).join(' + ')}) = ${right.join(' + ')}$`;
  };
  expect([12, 13].map((count) => verdicts(sines(count))[0])).toEqual([
    'false chain-forgotten',
    'false arithmetic-slip',
  ]);
});
