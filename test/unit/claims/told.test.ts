import { describe, expect, it } from 'vitest';
import { check } from '../judge/check.js';

const r = String.raw;

/** "false", with an underline "false!", quoted "false?", one a claim that is listed. */
const told = (text: string, name?: string): string =>
  check(text, name)
    .map((c) => c.verdict + (c.underlined ? '!' : '') + (c.quoted ? '?' : ''))
    .join(' ');

type Row = readonly [name: string, text: string, expected: string];

describe('what stands near each other is confirmed, and else it is no claim', () => {
  const CASES: readonly Row[] = [
    ['a question and its answer', r`What is $(\sin x)'$? It is $\cos x$.`, 'true'],
    ['another answer', r`What is $(\sin x)'$? It is $-\cos x$.`, ''],
    ['an arrow', r`The derivatives are $\sin x \to \cos x$`, 'true'],
    ['another arrow', r`The derivatives are $\sin x \to -\cos x$`, ''],
    ['a step before deriving', "Find $(2x^{-3})'$.\n\nRewrite: $2x^{-3} = \\frac{2}{x^3}$", ''],
    ['a sentence', r`The derivative of $2^x$ is $2^x$.`, 'false'],
    ['a sentence that goes on', r`The derivative of $2^x$ is $2^x$ multiplied by $\ln 2$.`, ''],
    ['one in German', r`Die Ableitung von $2^x$ ist $2^x$ mal $\ln 2$.`, ''],
    ['one in French', r`La dérivée de $2^x$ vaut $2^x$ multiplié par $\ln 2$.`, ''],
    ['one that goes on otherwise', r`The derivative of $2^x$ is $2^x$, and we plot it.`, 'false'],
    ['one formula', r`$(\sin x)' = -\cos x$`, 'false!'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('tables of derivatives, and tables of values', () => {
  const table = (head: string, ...rows: readonly string[]): string =>
    [head, '---|---|---', ...rows].map((row) => `|${row}|`).join('\n');
  const CASES: readonly Row[] = [
    [
      'of functions',
      table("a|$f(x)$|$f'(x)$", 'b|$x^2$|$2x$', 'c|$x^3$|$x^2$', 'd|$5$|$1$'),
      'true false false',
    ],
    ['of values', table("$x$|$f(x)$|$f'(x)$", '$1$|$2$|$4$', '$2$|$3$|$5$'), ''],
    ['of signs', table("Interval|Point|$f''(x)$", '$x<0$|$x = -1$|$-6 < 0$', '$x>0$|$x = 1$|$6 > 0$'), ''],
    ['of values with their names', table("a|$f$|$f'$", 'b|$f(1) = 2$|$4$', 'c|$f(2) = 3$|$5$'), ''],
    [
      'of values in a formula',
      r`$$\begin{array}{c|c|c} x & f(x) & f'(x) \\ \hline 1 & 2 & 4 \\ 2 & 3 & 5 \end{array}$$`,
      '',
    ],
    [
      'of functions in a formula',
      r`$$\begin{array}{c|c|c} n & f(x) & f'(x) \\ \hline 1 & x^2 & 2x \\ 2 & x^3 & 5x \end{array}$$`,
      'true false',
    ],
    ['on its side', "| $f(x)$ | $2$ | $3$ |\n|---|---|---|\n| $f'(x)$ | $4$ | $5$ |", ''],
    [
      'with a variable of its own',
      "| $f(x)$ | $f'(x)$ |\n|---|---|\n| $g(h(t))$ | $g'(h(t))h'(t)$ |",
      'true',
    ],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('conditions, laws and values that are given', () => {
  const CASES: readonly Row[] = [
    ['an inequality with a number', r`$f(x) = x^2$. Suppose $f'(a) \ne 0$. Then $f'(0) \ne 0$.`, ''],
    ['one with a formula', r`$(fg)' \neq f'g'$`, 'true'],
    ['a stationary point', r`$f(x) = x^2 - x$ and $f'(x) = 0$.`, ''],
    ['a derivative that is written out and said to be 0', r`$\frac{\partial}{\partial x} xy = 0$`, 'false!'],
    ['one that is set to 0 behind what it is', r`$\frac{d}{dx} (x^2 - x) = 2x - 1 = 0$`, 'true'],
    ['a constant function', r`$f(x) = 5$ and $f'(x) = 0$.`, 'true'],
    ['a list of data', "Let $f(x) = x^2$.\n\nNew: a function with $f(2) = -4$, $f'(2) = 3$.", ''],
    ['a value beside its function', r`$f(x) = x^2$, so $f'(2) = 3$.`, 'false!'],
    ['a value that is worked out', "Let $f(x) = x^2$.\n\nThe slope: $f'(2) = 2 \\cdot 2 + 1$.", 'false!'],
    ['a value that is right', "Let $f(x) = x^2$.\n\nThe slope there: $f'(2) = 4$.", 'true'],
    ['interpolation', r`$f(x) = x^3$, $P(x) = x^2$: $P'(1) = f'(1) = 2$`, ''],
    ['a stationary point of several variables', r`$\nabla(f - \lambda C) = 0$`, ''],
    ['a differential equation', r`$y' = -ky + 1$`, ''],
    ['dynamics', r`$\dot{x} = f(x)$`, ''],
    ['a function that satisfies one', r`$y = e^{-2x}$, $y' = -2y$`, 'true'],
    ['a rate of which nothing is said', r`$\frac{\partial L}{\partial w} = 3w$`, ''],
    ['a supposition', r`$f(x) = x^2$. If $f'(x) = 3x$ then it ends.`, ''],
    ['a definition', r`$x = r\cos t$, $x' := r\sin t$`, ''],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('answers to choose from', () => {
  const CASES: readonly Row[] = [
    ['a command', r`\choice{Yes, for $(x^2)' = 3x$.}`, ''],
    ['one that says which is right', r`\choice[correct]{No, for $(x^2)' = 3x$.}`, ''],
    ['one that is over', r`\choice{Yes.} We know $(x^2)' = 3x$.`, 'false!'],
    ['one in front of a line', "\\CorrectChoice $(x^2)' = 3x$\n", ''],
    ['the next line', "\\CorrectChoice $5$\n\nWe know $(x^2)' = 3x$", 'false!'],
    [
      'labels after a question',
      r`Of which of the following equations is $y = 5e^x$ a solution?

I. $y' = 5e^{2x}$ II. $(x^2)' = 3x$`,
      '',
    ],
    ['labels without one', r`We have: I. $(x^2)' = 3x$`, 'false!'],
    ['a question', r`Is it true that $(x^2)' = 3x$?`, ''],
    ['two questions', r`Is it true that $(x^2)' = 3x$ and $(x^3)' = x^2$?`, ''],
    ['an answer', r`It is true that $(x^2)' = 3x$.`, 'false!'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text, 'note.tex')).toBe(expected);
  });
});

describe('mistakes that are quoted, by language', () => {
  const F = r`$(fg)' = f'g'$`;
  const QUOTED: readonly (readonly [language: string, quoted: string, not: string])[] = [
    ['English', `It is wrong that ${F}.`, `It is not wrong that ${F}.`],
    ['English', `${F}, but this is wrong.`, `${F}, but this is long.`],
    ['English', `A naive guess, ${F}, fails.`, `The rule is ${F}, which matters.`],
    ['English', `The question is whether ${F}. The answer is no.`, `It is known. ${F}. No answer is needed.`],
    ['English', `Is it true that ${F} and ${F}? The answer is no.`, `There is no error in this: ${F}`],
    ['English', `A common error is ${F}.`, `The error is small, and ${F}.`],
    ['English', `It is NOT so that ${F}.`, `If it does not end, then ${F}.`],
    ['German', `Falsch ist ${F}.`, `Es ist nicht schwer zu sehen: ${F}.`],
    ['German', `Man fragt, ob ${F}. Die Antwort ist nein.`, `Es gilt ${F}.`],
    ['French', `Une erreur fréquente est ${F}.`, `Sans erreur, on trouve ${F}.`],
    ['Spanish', `${F} es falso.`, `No es difícil ver que ${F}.`],
    ['Portuguese', `Um erro comum é ${F}.`, `O erro é pequeno e ${F}.`],
    ['Italian', `Un errore comune è ${F}.`, `Senza errore si trova ${F}.`],
    ['Russian', `Частая ошибка: ${F}.`, `Без ошибок получаем ${F}.`],
    ['Russian', `Верно ли, что ${F}? Ответ: нет.`, `Производная это ${F}.`],
    ['Chinese', `最常见的错误是 ${F}。`, `误差函数满足 ${F}。`],
  ];
  it.each(QUOTED)('%s: %s', (_, quoted, not) => {
    expect(new Set(told(quoted).split(' '))).toEqual(new Set(['false?']));
    expect(told(not)).toMatch(/^false!?$/);
  });
});

describe('chains that begin with a name, judged by the derivative that is spelled out later', () => {
  const CASES: readonly Row[] = [
    ['by a variable', r`$\frac{dJ}{dp} = \frac{d}{dp}(-y\ln p) = -\frac{y}{p}$`, 'true'],
    [
      'by an entry',
      r`$\frac{\partial J_i}{\partial p_i} = \frac{\partial}{\partial p_i}(-y_i\ln p_i) = -\frac{y_i}{p_i}$`,
      'true',
    ],
    ['a wrong step', r`$\frac{dJ}{dp} = \frac{d}{dp}p^3 = 2p^2$`, 'false!'],
    ['whatever the name stands for', r`$J = p^3$, $\frac{dJ}{dp} = \frac{d}{dp}p^3 = 3p^2$`, 'true true'],
    ['another derivative of a name', r`$\frac{dJ}{dp} = \frac{dK}{dp} = 3p^2$`, ''],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('rules about functions that nothing defines', () => {
  const CASES: readonly Row[] = [
    ['a factor too many', r`$\frac{d}{dx}[f(x)g(x)] = 2f'(x)g(x) + f(x)g'(x)$`, 'false!'],
    ['one that holds', r`$\frac{d}{dx}[f(x)g(x)] = f'(x)g(x) + f(x)g'(x)$`, 'true'],
    ['an equation for f', r`$\frac{d}{dx}[xf(x)] = 2xf(x)$`, 'undecided'],
    ['an equation with derivatives on both sides', r`$\frac{d}{dx}[xf'(x)] = 2f'(x)$`, 'undecided'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a derivative on the right side is no 0 for want of a definition', () => {
  const CASES: readonly Row[] = [
    ['the rule', r`$f(x) = 3$, $y = f(x)$. $\frac{dy}{dx} = \frac{dy}{du}\frac{du}{dx}$`, 'true'],
    ['another sign', r`$f(x) = 3$, $y = f(x)$. $\frac{dy}{dx} = -\frac{dy}{du}\frac{du}{dx}$`, 'false!'],
    ['a term of nothing', r`$L = x^2$, $\frac{dL}{dx} = 2x + \frac{dw}{du}$`, 'undecided'],
    ['a term of constants', r`$\frac{d}{dx}(x^2 + c) = 2x + \frac{d}{dx}c$`, 'true'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('how far an operator without brackets reaches', () => {
  const CASES: readonly Row[] = [
    ['over the whole sum', r`Let $g(x) = x^2 + 4x$. $g'(x) = \frac{d}{dx} x^2 + 4x = 2x + 4$`, 'true true'],
    ['over one term', r`Let $g(x) = x^2 + 4x$. $g'(x) = \frac{d}{dx} x^2 + 4 = 2x + 4$`, 'true true'],
    ['over neither', r`Let $g(x) = x^2 + 4x$. $g'(x) = \frac{d}{dx} x^2 + 5x = 2x + 5$`, 'false undecided'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('functions of vectors that are written by their entries', () => {
  const F = r`Let $f(w, x) = w_0 x_0^2 + w_1 x_1$.`;
  const CASES: readonly Row[] = [
    ['by an entry', r`${F} $\frac{\partial f}{\partial w_0} = x_0^2$`, 'true'],
    ['by an entry of the other one', r`${F} $\frac{\partial f}{\partial x_0} = 2 w_0 x_0$`, 'true'],
    ['with their arguments', r`${F} $\frac{\partial f(w, x)}{\partial x_1} = w_1$`, 'true'],
    ['wrong', r`${F} $\frac{\partial f}{\partial x_0} = 2 x_0$`, 'false'],
    [
      'where the vector stands by itself',
      r`Let $g(w) = w_0 + h(w)$. $\frac{\partial g}{\partial w_0} = 2$`,
      'undecided',
    ],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text).replace('!', '')).toBe(expected);
  });
});

describe('functions of numbers beside a vector of the same name', () => {
  const X = r`The input is a vector $x \in \mathbb{R}^n$.`;
  const CASES: readonly Row[] = [
    ['a product of entries', r`${X} $\sigma'(x) = \sigma(x)(1 - \sigma(x))$`, 'true'],
    ['a case of them', r`${X} For $x > 0$: $\operatorname{ReLU}'(x) = 1$.`, 'true'],
    ['a wrong one', r`${X} $\sigma'(x) = \sigma(x)(1 + \sigma(x))$`, 'undecided'],
    ['a power', r`${X} Compare $\frac{d}{dx}(ax^2 + bx) = 2ax + b$.`, 'true'],
    ['the diagonal', r`${X} $\frac{\partial \tanh(x)}{\partial x} = 1 - \tanh(x) \odot \tanh(x)$`, 'true'],
    ['a power of a bold one', r`$\frac{d}{d\mathbf{x}} \mathbf{x}^3 = 3\mathbf{x}^2$`, 'undecided'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text).replace('!', '')).toBe(expected);
  });
});

describe('a matrix between a transposed bracket and the same one again', () => {
  const CASES: readonly Row[] = [
    ['a quadratic form', r`Let $q(w) = (w - a)^T H(w - a)$. $\nabla_w q(w) = (H + H^T)(w - a)$`, 'true'],
    [
      'with a sign of its own',
      r`Let $q(w) = (w - a)^\top H(w - a)$. $\nabla_w q(w) = (H + H^\top)(w - a)$`,
      'true',
    ],
    ['a function behind a power', r`$\frac{d}{dx} (x - a)^2 = 2(x - a)$, and $(x - a)^2 f(x - a)$.`, 'true'],
    [
      'beside what nothing defines',
      r`Let $g(w) = J(u) + (w - u)^T H(w - u)$. $\nabla_w g(w) = H(T + 1)(w - u)^T$`,
      'undecided',
    ],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text).replace('!', '')).toBe(expected);
  });
});

describe('a transposed bracket begins a product', () => {
  const CASES: readonly Row[] = [
    [
      'of a quadratic form',
      r`$\frac{\partial}{\partial \mu}(x - \mu)^\top A (x - \mu) = -(A + A^\top)(x - \mu)$`,
      'true',
    ],
    [
      'of entries with an italic T',
      r`$\frac{\partial}{\partial \mu_k}(x_i - \mu_k)^T \Sigma_k^{-1}(x_i - \mu_k) = -2\Sigma_k^{-1}(x_i - \mu_k)$`,
      'undecided',
    ],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text).replace('!', '')).toBe(expected);
  });
});

describe('an equation of which one side was a number', () => {
  const CASES: readonly Row[] = [
    ['with a y that depends on x', r`$\frac{d}{dx}[5xy + y^2] = 0$`, ''],
    ['with letters that are constants', r`$\frac{d}{dx}[5ax + a^2] = 0$`, 'false'],
    ['with more than a number', r`$\frac{\partial}{\partial x}[5xy + y^2] = 5y + 1$`, 'false'],
  ];
  it.each(CASES)('%s', (_, text, expected) => {
    expect(told(text).replace('!', '')).toBe(expected);
  });
});
