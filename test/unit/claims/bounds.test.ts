/** How far round a claim its note is looked at: what counts at each bound, and what one step beyond it does not. */
import { describe, expect, test } from 'vitest';
import { verdicts } from '../judge/check.js';

const r = String.raw;

/** So many characters of prose that say nothing, in one sentence. */
const prose = (n: number): string =>
  `${'it is a long way to the end of this story and we are not there yet, '.repeat(Math.ceil(n / 60)).slice(0, n - 2)}y `;
/** So many formulas that say nothing. */
const formulas = (n: number): string =>
  Array.from({ length: n }, (_, i) => `$b_{${String(i)}}$`).join(' and ');

interface Bound {
  readonly name: string;
  readonly note: (n: number) => string;
  /** What counts up to here. */
  readonly last: number;
  readonly within: readonly string[];
  readonly beyond: readonly string[];
}

const BOUNDS: readonly Bound[] = [
  {
    name: 'a function that is defined some lines behind its derivative',
    note: (n) => r`$v' = x$, ${prose(n)}$v = \frac{x^2}{2}$`,
    last: 396,
    within: ['true'],
    beyond: [],
  },
  {
    name: 'a definition, without headings, that refutes what stands far behind it',
    note: (n) => r`$f(x) = x^2$. ${prose(n)}$f'(x) = 3x$`,
    last: 2_486,
    within: ['false arithmetic-slip'],
    beyond: ['undecided'],
  },
  {
    name: 'what is said of a parameter before a claim, in formulas',
    note: (n) => r`$a > 0$, ${formulas(n)} and $\frac{d}{dx} \sqrt{a^2} x = a$`,
    last: 29,
    within: ['true'],
    beyond: ['conditional domain-restricted'],
  },
  {
    name: 'what is said of a parameter behind a claim',
    note: (n) => r`$\frac{d}{dx} \sqrt{a^2} x = a$ and ${formulas(n)} with $a > 0$`,
    last: 28,
    within: ['true'],
    beyond: ['conditional domain-restricted'],
  },
  {
    name: 'a value before a claim that is worked out',
    note: (n) => r`At $x = 3$, ${formulas(n)} and $\frac{\partial}{\partial y}(x^2 y) = x^2 = 9$`,
    last: 39,
    within: ['true', 'true'],
    beyond: ['true', 'undecided'],
  },
  {
    name: 'a value behind it',
    note: (n) => r`$\frac{\partial}{\partial y}(x^2 y) = x^2 = 9$ with ${formulas(n)} and $x = 3$`,
    last: 2,
    within: ['true', 'true'],
    beyond: ['true', 'undecided'],
  },
  {
    name: 'a question which of several answers is right',
    note: (n) => r`Which of these is right? ${prose(n)}(a) $\frac{d}{dx} x^2 = 3x$`,
    last: 271,
    within: [],
    beyond: ['false arithmetic-slip quoted'],
  },
  {
    name: 'a list of such answers, in lines',
    note: (n) =>
      r`Which of these is right?

- $\frac{d}{dx} x^2 = 3x$
${'- choice\n'.repeat(n)}- $\frac{d}{dx} x^2 = 4x$`,
    last: 21,
    within: [],
    beyond: ['false arithmetic-slip', 'false arithmetic-slip'],
  },
  {
    name: 'a formula that is looked into, in characters',
    note: (n) => r`$\frac{d}{dx} x^2 = 3x${' '.repeat(n)}+0$`,
    last: 5_977,
    within: ['false arithmetic-slip'],
    beyond: [],
  },
  {
    name: 'words that call a claim wrong',
    note: (n) => r`Wrong: ${prose(n)}$\frac{d}{dx} x^2 = 3x$`,
    last: 593,
    within: ['false arithmetic-slip quoted'],
    beyond: ['false arithmetic-slip'],
  },
];

describe('what is looked at', () => {
  test.each(BOUNDS)('$name: up to $last', ({ note, last, within, beyond }) => {
    expect(verdicts(note(last))).toEqual(within);
    expect(verdicts(note(last + 1))).toEqual(beyond);
  });
});
