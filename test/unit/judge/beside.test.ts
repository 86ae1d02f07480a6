import { describe, expect, it } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

/** Claims that only hold with what the text says beside them. */
describe('what stands beside a claim', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'a point',
      r`$g(u,v) = u^3 v$ at $(2, 5)$: $\frac{\partial g}{\partial u} = 3u^2v = 60$`,
      ['true', 'true'],
    ],
    ['another point', r`$g(u,v) = u^3 v$ at $(2, 4)$: $\frac{\partial g}{\partial u} = 60$`, ['undecided']],
    ['a value', r`At $q = 10$: $C(q) = 3q^2$, $\frac{dC}{dq} = 60$`, ['true']],
    ['the nearest value', r`First $q = 10$, then $q = 2$: $C(q) = 3q^2$, $C'(q) = 12$`, ['true']],
    ['a value worked out', r`$a = b + 1 = 7.0$, $L = a^2$, $\frac{dL}{da} = 2a = 14.0$`, ['true', 'true']],
    ['a rounded value', r`$q = 3$, $C(q) = \ln q$, $C'(q) = \frac1q = 0.333$`, ['true', 'true']],
    ['an entry', r`$x_1 = 7$. $\frac{\partial}{\partial w_1}(w_1x_1) = x_1 = 7$`, ['true', 'true']],
    ['no value', r`$m = kx$, $\frac{\partial m}{\partial k} = x = 7$`, ['true', 'undecided']],
    ['a solution', r`$h(x) = x^2 - 4x$, $h'(x) = 2x - 4 = 0$ at $x = 2$`, ['true', 'true']],
    ['a curve', r`$x = 3\cos t$, $y = 5\sin t$, so $\frac{dy}{dx} = -\frac53\cot t$`, ['true']],
    [
      'a curve by a letter that elsewhere is a parameter',
      r`$x = \cos a$, $y = \sin a$, $\frac{dy}{dx} = -\cot a$`,
      ['true'],
    ],
    ['a curve with a parameter', r`$x = a\cos t$, $y = a\sin t$, $\frac{dy}{dx} = -\cot t$`, ['true']],
    ['a curve by two letters', r`$x = a\cos b$, $y = a\sin b$, $\frac{dy}{dx} = -\cot b$`, ['undecided']],
    ['its second derivative', r`$x = s^2$, $y = s^3$. $\frac{d^2y}{dx^2} = \frac{3}{4s}$`, ['true']],
    ['an equation', r`$x^2 + 4y^2 = 16$, therefore $\frac{dy}{dx} = -\frac{x}{4y}$`, ['true']],
    ['an equation that gives another', r`$x^2 + 4y^2 = 16$: $\frac{dy}{dx} = -\frac{x}{y}$`, []],
    ['no equation', r`$\frac{dy}{dx} = -\frac{x}{4y}$`, []],
    ['a letter for a function', r`$\sigma'(z) = \sigma(1-\sigma)$`, ['true']],
    ['a constant', r`$(k)' = 0$`, ['true']],
    ['a composition', r`$(f(g))' = f'(g)g'$`, ['true']],
    ['sums', r`$E(a) = \sum_{i=1}^n (t_i - ax_i)^2$, $E'(a) = -2\sum_i x_i(t_i - ax_i)$`, ['true']],
    [
      'a wrong sum',
      r`$E(a) = \sum_{i=1}^n (t_i - ax_i)^2$, $E'(a) = 2\sum_i x_i(t_i - ax_i)$`,
      ['false sign-lost'],
    ],
    [
      'an order worked out',
      r`$f(x) = xe^x$. $f^{(k+1)}(x) = (x + k + 1)e^x$ and $f^{(k+1)}(x) = (x + k)e^x$`,
      ['true', 'false'],
    ],
    ['a constraint', r`Subject to $h(x, y) = 0$: $\nabla h = (2x, 3)$`, []],
    [
      'the imaginary unit',
      r`$\frac{d}{du}(\sin u - i\cos u) = \cos u + i\sin u = i(\sin u - i\cos u)$`,
      ['true', 'undecided'],
    ],
    ['a name of two letters', r`$TC = 7Q + 3Q^2$, $MC = \frac{dTC}{dQ} = 7 + 6Q$`, ['true']],
    ['another value of it', r`$TC = 7Q + 3Q^2$, $MC = \frac{dTC}{dQ} = 7 + 3Q$`, ['undecided']],
    ['a name that nothing defines', r`$\frac{dVC}{dQ} = 4Q$`, []],
    ['a gap behind an argument', r`$\frac{d}{d\phi}(\sin\phi\, P) = \cos\phi\, P$`, ['true']],
    [
      'a definition by a derivative',
      r`$s(t) = t^4$ has $v(t) = s'(t)$ and $a(t) = v'(t)$, so $a'(t) = 24t$ and $a'(t) = 12t$`,
      ['true', 'false arithmetic-slip'],
    ],
    ['definitions in a circle', r`$p(t) = q'(t)$, $q(t) = p'(t)$, $p''(t) = 2t$`, ['undecided']],
    ['a condition in brackets', r`For growing inputs ($x > 0$), $\frac{d}{dx}|x| = 1$`, ['true']],
    [
      'the next example near by',
      'Let $f(x, y) = x^2 + y$.\n\n$$\\frac{\\partial f}{\\partial x} = 2x$$\n\nDifferentiate for $f(u) = u^3$.',
      ['true'],
    ],
    ['a rate', r`$A = 6s^2$, so $\frac{dA}{dt} = 12s\frac{ds}{dt}$`, ['true']],
    ['two rates', r`$A = bh$, $\frac{dA}{dt} = b\frac{dh}{dt} + h\frac{db}{dt}$`, ['true']],
    ['a rate solved for', r`$A = 6s^2$, so $\frac{ds}{dt} = \frac{1}{12s}\frac{dA}{dt}$`, ['true']],
    ['a wrong rate', r`$A = 6s^2$, so $\frac{dA}{dt} = 6s\frac{ds}{dt}$`, ['false missing-factor']],
    ['sums over other ranges', r`$E(a) = \sum_{i=1}^n ax_i$, $E'(a) = \sum_{i=1}^m x_i$`, ['undecided']],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['is', r`The derivative of $\ln x$ is $\frac1x$.`, ['true']],
    ['by its variable', r`The derivative of $ax^2$ with respect to $a$ is $x^2$.`, ['true']],
    ['differentiating', r`Differentiating $x^4$ gives $4x^4$.`, ['false power-exponent-not-reduced']],
    ['we get', r`If we differentiate $\cos x$ we get $\sin x$.`, ['false trig-sign']],
    ['its', r`Take $x^3$; its derivative is $3x^2$.`, ['true']],
    ['German', r`Die Ableitung von $\sin x$ ist $\cos x$.`, ['true']],
    ['French', r`La dérivée de la fonction $x^5$ vaut $5x^4$.`, ['true']],
    ['Spanish', r`La derivada de $e^{4x}$ es $e^{4x}$.`, ['false chain-forgotten']],
    ['Portuguese', r`A derivada de $x^2$ é $2x$.`, ['true']],
    ['Italian', r`La derivata di $\sqrt x$ è $\frac{1}{2\sqrt x}$.`, ['true']],
    ['Dutch', r`De afgeleide van $x^6$ is $6x^5$.`, ['true']],
    ['Russian', r`Производная $x^2$ равна $2x$.`, ['true']],
    ['Vietnamese', r`Đạo hàm của $x^3$ là $3x^2$.`, ['true']],
    ['Chinese', r`$x^5$ 的导数是 $5x^4$`, ['true']],
    ['Korean', r`$x^5$의 도함수는 $5x^4$`, ['true']],
    ['a letter alone', r`The derivative of $y$ is $y'$, and that of position $x$ is $v$.`, []],
    ['a list', '## Derivatives\n\n- $x^2$: $2x$\n- $x^3$ → $3x^3$', ['true']],
    ['a list of integrals', '## Derivatives and integrals\n\n- $x^2$: $\\frac{x^3}{3}$', []],
    ['another list', '## Shapes\n\n- $x^2$: $x$', []],
    ['choices with letters', 'What is the derivative of $x^4$?\n\nA. $4x^4$\nB. $4x^3$', []],
    ['choices with boxes', 'What is the derivative of $x^4$?\n- [ ] $4x^4$\n- [x] $4x^3$', []],
    ['choices in a list', 'What is the derivative of $x^4$?\n- $4x^4$\n- $4x^3$', []],
    ['choices in brackets', 'What is the derivative of $x^4$? (a) $x^4$ (b) $4x^3$', []],
    ['one answer in a list', 'What is the derivative of $x^4$?\n- $4x^3$', ['true']],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('text struck through', () => {
  it.each([
    ['a formula', r`~~$(x^2)' = x$~~`, ['false missing-factor quoted']],
    ['a sentence', r`~~So $(x^2)' = x$ holds.~~ No: $(x^2)' = 2x$.`, ['false missing-factor quoted', 'true']],
    ['over lines', "~~So\n$(x^2)' = x$\nholds.~~", ['false missing-factor quoted']],
    ['not over paragraphs', "a ~~ b\n\n$(x^2)' = x$\n\nc ~~ d", ['false missing-factor']],
    ['a fence', "~~~\ncode\n~~~\n\n$(x^2)' = x$", ['false missing-factor']],
    ['a tag', r`<del>$(x^2)' = x$</del>`, ['false missing-factor quoted']],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('tables', () => {
  it.each([
    ['on their side', "| $f(x)$ | $x^2$ | $x^3$ |\n|---|---|---|\n| $f'(x)$ | $2x$ | $3x^3$ |"],
    ['in a formula', r`$$\begin{array}{c|c} f(x) & f'(x) \\ \hline x^2 & 2x \\ x^3 & 3x^3 \end{array}$$`],
    [
      'in a formula, in words',
      r`$$\begin{array}{ll}\text{function} & \text{derivative} \\ x^2 & 2x \\ x^3 & 3x^3\end{array}$$`,
    ],
  ])('%s', (_, text) => {
    expect(verdicts(text)).toEqual(['true', 'false power-exponent-not-reduced']);
  });
  it.each([
    ['no array of derivatives', r`$$\begin{array}{cc} x^2 & 3x \\ x^3 & x \end{array}$$`],
    ['no table of values', '| $x$ | 1 | 2 |\n|---|---|---|\n| $y$ | $3$ | $4$ |'],
  ])('%s', (_, text) => {
    expect(verdicts(text)).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    [r`$f(x) = x^n$. $f'(x) = \lim_{h\to0} \frac{(x+h)^n - x^n}{h}$`, ['true']],
    [r`$\frac{d}{dx}x^3 = \lim_{h\to0}\frac{(x+h)^3 + x^3}{h}$`, ['undecided']],
    [r`$\frac{d}{dx}x^2 = \lim_{h\to0}(3x + h)$`, ['false']],
    [r`$F(x) = \int_a^x f(t)\,dt \implies F'(x) = f(x)$`, ['true']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('other things that look like claims', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['an updated weight', r`$w_1' = 0.5 - 0.1\cdot 0.3$`, []],
    ['another activation', r`For tanh: $\sigma'(z) = 1 - \tanh^2(z)$`, ['undecided']],
    ['a wrong derivative of the sigmoid', r`$\sigma'(z) = \frac{\sigma(z)}{1-\sigma(z)}$`, ['false']],
    ['a value of it', r`At the origin $\sigma(z) = 0.5$ and $\sigma'(z) = 0.25$.`, ['undecided']],
    ['a function of an odd letter', r`$\frac{d}{dx}(x\,c(x)) = 2x$`, []],
    ['a function with an index', r`$\frac{d}{dx}p_k(x^2) = p_k'(x^2)$`, ['undecided']],
    ['a gradient', r`$\nabla(3x^2 + y) = (6x, 1)$`, ['true']],
    [
      'a gradient as a column',
      r`$f(x, y) = x^2y$, $\nabla f = \begin{pmatrix} 2xy \\ x^2 \end{pmatrix}$`,
      ['true'],
    ],
    ['a wrong entry', r`$\nabla(3x^2 + y) = (6x, y)$`, ['false']],
    [
      'entries of numbers',
      r`$f(x, y) = xe^y$. At a place, $\nabla f(x, y) = [\frac13, \frac23]$`,
      ['undecided'],
    ],
    ['too few entries', r`$\nabla(3x^2 + y) = (6x, 1, 0)$`, ['undecided']],
    ['a solved equation', r`$g(x) = x^2 - 1$. Solve $g(x) = 0$. $g'(x) = 2x$`, ['true']],
    [
      'statements to choose from',
      'Which is right?\n\n1. $\\frac{d}{dx}x^3 = 3x$\n2. $\\frac{d}{dx}x^3 = 3x^2$',
      [],
    ],
    [
      'statements that go together',
      'What do we have?\n\n1. $\\frac{d}{dx}x^3 = 3x^3$\n2. $\\frac{d}{dx}x^2 = 2x$',
      ['false power-exponent-not-reduced', 'true'],
    ],
    ['quantities without arguments', r`$P = x^2 + 3$, $P' = 2x$, $P'' = 2$`, ['true', 'true']],
    ['wrong ones', r`$P = 5x^2$, $P' = 2x$`, ['false missing-factor']],
    [
      'a sum that the claim does not name',
      r`$L = -\sum_{i=1}^n \ln p_i$, $\frac{dL}{db} = \frac1n\sum_{i=1}^n p_i$`,
      [],
    ],
    [
      'a definition in another cell of a table',
      "| $f$ | $f'$ |\n|--|--|\n| $f = x^2$ | $f' = 2x$ |",
      ['true'],
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('notebooks', () => {
  const notebook = (...sources: readonly string[]): string =>
    JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'markdown', source: [source] })) });
  it('know in one cell what another defines', () => {
    const text = notebook('Let $g(x) = x^3$.', 'Plot it.', "Then $g'(x) = 3x^2$ and not $g'(x) = 3x^3$.");
    expect(verdicts(text, 'a.ipynb')).toEqual(['true', 'false power-exponent-not-reduced quoted']);
  });
});

describe('a derivative that is set to 0 is a condition', () => {
  it.each([r`\frac{d}{dx} x^2 = 0`, r`\frac{d}{dx}(x g(x)) = 0`, r`\frac{d}{dx} g(x) = 0`])('%s', (claim) => {
    expect(verdicts(`$${claim}$`)).toEqual([]);
  });
  it('and a claim where it is so everywhere', () => {
    expect(verdicts(r`$\frac{d}{dx}(\sin^2 x + \cos^2 x) = 0$`)).toEqual(['true']);
  });
});
