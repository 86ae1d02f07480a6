import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type Expr } from '../../../../src/core/expr.js';
import { children } from '../../../../src/core/walk.js';
import { expand, macrosOf, macrosUsed, NO_MACROS } from '../../../../src/notation/latex/macros/index.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { NO_CONTEXT } from '../../../../src/notation/notation.js';
import { show, showReading } from './show.js';
import { linesOf, readsTable, unmarked } from './table.js';

readsTable(
  'macros that a formula defines for itself',
  String.raw`
  \newcommand{\R}{\mathbb{R}} \R  ⇒  blackboard:R
  \newcommand\R{\mathbb{R}}\R^n  ⇒  (^ blackboard:R n)
  \newcommand{\x}{\mathbf{x}} \x^\top \x  ⇒  (* (transpose bold:x) bold:x)
  \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd{f}{x}  ⇒  (P f x)
  \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \pd f x  ⇒  (P f x)
  \newcommand{\ddd}[1]{\frac{d}{d#1}} \ddd{t} t^2  ⇒  (D (^ t 2) t)
  \newcommand{\sq}[2][x]{#1^#2} \sq{2} + \sq[y]{3}  ⇒  (+ (^ x 2) (^ y 3))
  \newcommand{\sigmoid}{\operatorname{sigmoid}} \sigmoid(x)  ⇒  (sigmoid x)
  \newcommand{\relu}{\text{ReLU}} \relu(x)  ⇒  (relu x)
  \renewcommand{\phi}{\varphi} \phi  ⇒  varphi
  \renewcommand{\vec}[1]{\mathbf{#1}} \vec x  ⇒  bold:x
  \newcommand*{\half}{\frac12} \half x  ⇒  (* (/ 1 2) x)
  \def\half{\tfrac12} \half x  ⇒  (* (/ 1 2) x)
  \def\sq#1{#1^2} \sq y  ⇒  (^ y 2)
  \def\between#1,#2;{#2-#1} \between x+1,y;  ⇒  (+ y (* -1 x) 1)
  \gdef\two{2} \two x  ⇒  (* 2 x)
  {\gdef\two{2}} \two x  ⇒  (* 2 x)
  \global\long\def\two{2} \two x  ⇒  (* 2 x)
  \def\a{x}\edef\b{\a^2}\def\a{y} \b + \a  ⇒  (+ (^ x 2) y)
  \def\a{x}\def\b{\a^2}\def\a{y} \b + \a  ⇒  (+ (^ y 2) y)
  \let\e\varepsilon \e x  ⇒  (* varepsilon x)
  \let\e=\varepsilon \e x  ⇒  (* varepsilon x)
  \let\old\phi \renewcommand{\phi}{\varphi} \phi + \old  ⇒  (+ varphi phi)
  \def\a{x}\let\b\a\def\a{y} \b + \a  ⇒  (+ x y)
  \DeclareMathOperator{\soft}{softplus} \soft(x)  ⇒  (softplus x)
  \DeclarePairedDelimiter{\size}{\lvert}{\rvert} \size{x} + \size*{y} + \size[\big]{z}  ⇒  (+ (abs x) (abs y) (abs z))
  \NewDocumentCommand{\deriv}{O{x} m}{\frac{d #2}{d #1}} \deriv{y} + \deriv[t]{y}  ⇒  (+ (D y x) (D y t))
  \newcommand{\T}{^\top} x\T  ⇒  (transpose x)
  \newcommand{\pr}{'} f\pr(x)  ⇒  f'(x)
  \newcommand{\is}{:=} f(x) \is x^2  ⇒  (f(x) := (^ x 2))
  \def\al{\alpha} \al x  ⇒  (* alpha x)
  \newcommand{\a}{x}\newcommand{\a}{y} \a  ⇒  y
  \newcommand{\id}[1]{#1} \id{\id{\id{x}}}  ⇒  x
  \newcommand{\be}{\begin{aligned}}\newcommand{\ee}{\end{aligned}} \be y &= x \\ &= z \ee  ⇒  (y = x) ; {\n} = z
  \renewcommand{\sin}{\cos} \sin x  ⇒  (cos x)
  \renewcommand{\frac}[2]{#2/#1} \frac{1}{x}  ⇒  (/ x 1)
  `,
);

readsTable(
  'what authors define',
  String.raw`
  \newcommand{\diff}{\mathop{}\!\mathrm{d}} \frac{\diff^2 y}{\diff x^2}  ⇒  (D2 y x)
  \newcommand{\diff}{\mathop{}\!\mathrm{d}} \int_0^1 x \diff x  ⇒  (integral x from 0 to 1 x)
  \newcommand{\diff}{\operatorname{d}\!{}} \frac{\diff y}{\diff x}  ⇒  (D y x)
  \newcommand{\diff}{\ensuremath{\mathrm{d}}} \frac{\diff}{\diff x}x  ⇒  (D x x)
  \newcommand{\dx}{\mathrm{d}x} \frac{\mathrm{d}}{\dx} x^2  ⇒  (D (^ x 2) x)
  \newcommand{\od}[3][]{\frac{\mathrm{d}^{#1} #2}{\mathrm{d} #3^{#1}}} \od{y}{x} + \od[2]{y}{x}  ⇒  (+ (D y x) (D2 y x))
  \newcommand{\od}[2][]{\frac{d#1}{d#2}} \od{x} x^2 + \od[y]{x}  ⇒  (+ (D (^ x 2) x) (D y x))
  \newcommand{\pp}[2]{\frac{\partial #1}{\partial #2}} \pp{^2 f}{x^2} + \pp{}{x} f  ⇒  (+ (P2 f x) (P f x))
  \newcommand{\ddx}[1]{\frac{d}{dx}\left(#1\right)} \ddx{x^2}  ⇒  (D (^ x 2) x)
  \newcommand{\e}{\mathrm{e}} \e^{x^2}  ⇒  (exp (^ x 2))
  \newcommand{\iu}{\mathrm{i}} e^{\iu x}  ⇒  (exp (* #i x))
  \newcommand{\at}[2]{\left. #1 \right|_{#2}} \at{\frac{d}{dx} x^2}{x=1}  ⇒  (at (D (^ x 2) x) x:=1)
  \newcommand{\p}[1]{\left( #1 \right)} \sin\p{x^2}  ⇒  (sin (^ x 2))
  \newcommand{\abs}[1]{\left\lvert #1 \right\rvert} \abs{x}  ⇒  (abs x)
  \newcommand{\loss}{\mathcal{L}}\newcommand{\yh}{\hat{y}} \frac{\partial \loss}{\partial \yh}  ⇒  (P calligraphic:L hat:y)
  \newcommand{\inv}[1]{#1^{-1}} \inv{\sin}(x)  ⇒  (asin x)
  \newcommand{\half}{\frac{1}{2}} x^\half + x^{\half}  ⇒  (+ (^ x (/ 1 2)) (^ x (/ 1 2)))
  \newcommand{\case}[2]{#1 & #2 \\} \begin{cases} \case{x}{x>0} \case{0}{x \le 0} \end{cases}  ⇒  (cases [x | (x > 0)] [0 | (x <= 0)])
  \newcommand{\where}{\quad\text{where }} y = ax \where a = 2  ⇒  (y = (* a x)) ; {where} (a = 2)
  \def\arraystretch{1.5}\begin{cases} x & x > 0 \\ 0 & \text{otherwise}\end{cases}  ⇒  (cases [x | (x > 0)] [0])
  \newcommand{\dl}[1]{\dot{#1}} \dl{x}  ⇒  (D x t)
  `,
);

readsTable(
  'a macro without braces is one argument',
  String.raw`
  \def\n{1+x} \frac\n\n  ⇒  (/ (+ 1 x) (+ 1 x))
  \def\n{1+x} \frac{1}\n  ⇒  (/ 1 (+ 1 x))
  \def\n{1+x} \sqrt\n  ⇒  (root (+ 1 x) 2)
  \def\n{1+x} \sqrt[3]\n  ⇒  (root (+ 1 x) 3)
  \def\n{1+x} \frac{\n}{2}\n  ⇒  (+ (* (/ (+ 1 x) 2) 1) x)
  \def\n{y} \hat\n  ⇒  hat:y
  \def\n{\operatorname{sgn}} \dv{x} \n(x)  ⇒  (D (sign x) x)
  `,
);

readsTable(
  'what is provided gives way to what is known',
  String.raw`
  \providecommand{\vec}[1]{\mathbf{#1}} \vec x  ⇒  vec:x
  \providecommand{\vect}[1]{\mathbf{#1}} \vect x  ⇒  bold:x
  \newcommand{\v}{x}\providecommand{\v}{y} \v  ⇒  x
  \providecommand{\dv}[1]{#1^2} \dv x  ⇒  (^ x 2)
  `,
);

readsTable(
  'commands of packages',
  String.raw`
  \dv{f}{x}  ⇒  (D f x)
  \dv[2]{f}{x}  ⇒  (D2 f x)
  \dv{x} x^2  ⇒  (D (^ x 2) x)
  \dv{x}(x^2)  ⇒  (D (^ x 2) x)
  \odv{f}{x}  ⇒  (D f x)
  \pdv{f}{x}  ⇒  (P f x)
  \pdv[2]{f}{x}  ⇒  (P2 f x)
  \pdv{f}{x}{y}  ⇒  (P (P f y) x)
  \pdv{f}{x,y}  ⇒  (P (P f y) x)
  \ddx x^2  ⇒  (D (^ x 2) x)
  \frac{\dd y}{\dd x}  ⇒  (D y x)
  \frac{\dd{y}}{\dd{x}}  ⇒  (D y x)
  \frac{\dd[2]{y}}{\dd{x}^2}  ⇒  (D2 y x)
  \frac{\diff y}{\diff x}  ⇒  (D y x)
  \abs{x} + \abs*{y} + \abs x  ⇒  (+ (abs x) (abs y) (abs x))
  \qty(x + 1)^2  ⇒  (^ (+ x 1) 2)
  \pqty{x + 1}^2  ⇒  (^ (+ x 1) 2)
  \eval{x^2}_{x=0}  ⇒  (at (^ x 2) x:=0)
  \vb{x} + \vb*{y}  ⇒  (+ bold:x bold:y)
  \ensuremath{x}  ⇒  x
  \newcommand{\dv}[2]{\frac{#2}{#1}} \dv{f}{x}  ⇒  (/ x f)
  `,
);

// TeX with the place marked ⇒ the message that is said of it.
const PROBLEMS = String.raw`
  \def\a{\a}1 + «\a»  ⇒  The macro \a is defined by itself.
  \def\a{\b}\def\b{\a x}1 + «\a»  ⇒  The macro \a is defined by itself.
  \def\a{\b\b}\def\b{\a}«\a»  ⇒  The macro \a is defined by itself.
  \def\w#1{#1{#1}}\w«\w»  ⇒  The macro \w expands without end.
  \newcommand{\f}[1]{#1^2} 1 + «\f»  ⇒  The macro \f needs an argument.
  \newcommand{\f}[2]{#1^#2} 1 + «\f»{x}  ⇒  The macro \f needs 2 arguments.
  {\newcommand{\f}[1]{#1^2} 1 + «\f»}  ⇒  The macro \f needs an argument.
  \def\f(#1){#1} x + «\f»[x]  ⇒  The macro \f is not used as it is defined.
  x + «\newcommand»{\f}[1]{#1  ⇒  The definition of \f breaks off.
  x + «\newcommand»{\f}  ⇒  The definition of \f breaks off.
  «\def»\f#2{x}  ⇒  The arguments of \f are not numbered in order.
  «\newcommand»{f}{x}  ⇒  A definition names no macro.
  «\newcommand»{\f}[x]{x}  ⇒  The macro \f has no proper number of arguments.
  \newcommand{\f}[1]{\nope{#1}} 1 + «\f{x}» + 2  ⇒  In the macro \f: The command \nope is not known.
  \newcommand{\f}[1]{\nope{#1}}\def\g{\f} 1 + «\g{x}» + 2  ⇒  In the macro \g: The command \nope is not known.
  \newcommand{\f}[1]{#1^2} \f{«\nope» x}  ⇒  The command \nope is not known.
  \newcommand{\f}{\frac{1}{x} +} \frac{a}{«\nope»} + \f y  ⇒  The command \nope is not known.
  {\def\a{1}} «\a»  ⇒  The command \a is not known.
  \def\link{\href{https://example.org}{x}} 1 + «\link»  ⇒  In the macro \link: The command \href is not supported.
  \def\image{\includegraphics{x.png}} «\image»  ⇒  In the macro \image: The command \includegraphics is not supported.
  \def\c{\htmlClass{a}{x}} «\c»  ⇒  In the macro \c: The command \htmlClass is not supported.
  \NewDocumentCommand{\f}{s m}{#2} «\f»{x}  ⇒  The arguments of the macro \f are not understood.
  \let\b={ «\b» x  ⇒  The macro \b stands for a single brace.
`;
describe('a problem names the macro and points at its use', () => {
  for (const line of linesOf(PROBLEMS)) {
    const [marked = '', expected] = line.split('⇒').map((s) => s.trim());
    it(line.trim(), () => {
      const { text, from, to } = unmarked(marked);
      const [problem] = parse(text).problems;
      expect(problem && [problem.message, problem.from, problem.to]).toEqual([expected, from, to]);
    });
  }
});

// TeX with a place marked ⇒ the node that stands there.
const PLACES = String.raw`
  \def\h#1{\frac{#1}{2}} a + \h{«b^2»}  ⇒  (^ b 2)
  \def\h#1{\frac{#1}{2}} a + «\h{b^2}»  ⇒  (/ (^ b 2) 2)
  \def\h#1{\frac{#1}{2}} «a» + \h{b^2}  ⇒  a
  \def\h#1{\frac{#1}{2}} \h{a} + «c»  ⇒  c
  \def\s#1#2{#2 + #1} \s{«a»}{b}  ⇒  a
  \def\s#1#2{#2 + #1} «\s{a}{b}»  ⇒  (+ b a)
  \def\s#1#2{#2 + #1} x^2 \cdot «y»  ⇒  y
  \def\v{\mathbf{w}} 2«\v» x  ⇒  bold:w
`;
describe('nodes stand where the author wrote them', () => {
  for (const line of linesOf(PLACES)) {
    const [marked = '', expected = ''] = line.split('⇒').map((s) => s.trim());
    it(line.trim(), () => {
      const { text, from, to } = unmarked(marked);
      const { spans } = parse(text);
      const there = [...spans].filter(([, span]) => span.from === from && span.to === to);
      expect(there.map(([e]) => show(e))).toContain(expected);
    });
  }
});

describe('hostile macros end quickly', () => {
  const chain = (n: number): string =>
    Array.from({ length: n }, (_, i) => `\\def\\${name(i + 1)}{\\${name(i)}\\${name(i)}}`).join('');
  const name = (i: number): string => 'm' + String(i).replace(/\d/g, (d) => 'abcdefghij'.charAt(Number(d)));
  const HOSTILE: Record<string, readonly [tex: string, message: RegExp]> = {
    'a thousand million laughs': [
      `\\def\\${name(0)}{x}${chain(30)}\\${name(30)}`,
      /^The macro \S+ (grows|expands)/,
    ],
    'arguments that double': [
      `\\def\\d#1{#1#1}${'\\d{'.repeat(40)}x${'}'.repeat(40)}`,
      /^The macro \\d (grows|expands)/,
    ],
    'a body of a hundred thousand characters': [
      `\\def\\l{${'x+'.repeat(50_000)}}\\l`,
      /^The macro \\l is too large/,
    ],
    'a hundred thousand uses': [`\\def\\u{x}${'\\u'.repeat(60_000)}`, /^The macro \\u expands/],
    'definitions in definitions': ['\\def\\a{\\def\\b{\\a}\\b}\\a', /^The macro \\a is defined by itself/],
    'uses nested deeply': [
      `\\def\\i#1{#1}${'\\i{'.repeat(5_000)}x${'}'.repeat(5_000)}`,
      /^The macro \\i (grows|expands)/,
    ],
    'expansion at once': [
      `\\def\\${name(0)}{x}${chain(30).replaceAll('\\def', '\\edef')}\\${name(30)}`,
      /^The macro \S+ /,
    ],
    'open definitions': ['\\def\\a{'.repeat(20_000), /breaks off/],
    'open brackets': ['\\newcommand{\\a}['.repeat(10_000), /breaks off|names no macro|number/],
  };
  for (const [title, [tex, message]] of Object.entries(HOSTILE)) {
    it(title, { timeout: 4000 }, () => {
      const { statements, problems } = parse(tex);
      expect(statements).toEqual([]);
      expect(problems.map((p) => p.message).join()).toMatch(message);
    });
  }
  it('the text of a formula with macros is bounded like any other', () => {
    const { problems } = parse(`\\def\\a#1{#1+#1+#1+#1}\\a{${'x+'.repeat(4_000)}x}`);
    expect(problems.map((p) => p.code)).toEqual(['limit']);
  });
});

describe('limits of expansion have two sides', () => {
  const message = (tex: string): string | null => expand(tex, macrosOf({})).problem?.message ?? null;
  const used = (times: number): string => `\\def\\a{x}${'\\a '.repeat(times)}`;
  it.each([
    ['as many uses as may be', used(1_000), null],
    ['one more', used(1_001), 'The macro \\a expands without end.'],
    ['arguments as long as may be', `\\def\\a#1{#1#1}\\a{${'x'.repeat(9_999)}}`, null],
    ['one character more', `\\def\\a#1{#1#1}\\a{${'x'.repeat(10_000)}}`, 'The macro \\a grows too large.'],
    [
      'a second one that is too long',
      `\\def\\a#1#2{#2#2}\\a{x}{${'x'.repeat(10_000)}}`,
      'The macro \\a grows too large.',
    ],
  ])('%s', (_, tex, expected) => {
    expect(message(tex)).toBe(expected);
  });
});

describe('macros of the settings', () => {
  const macros = macrosOf({
    '\\R': '\\mathbb{R}',
    '\\half': '\\frac{#1}{2}',
    '\\pair': '(#2, #1)',
    '∂': '\\partial',
    '\\again': '\\again',
    '\\open': '{',
    'no name': 'x',
    '\\long': 'x'.repeat(100_000),
  });
  const cases: [string, string][] = [
    ['\\R', '\\mathbb{R}'],
    ['\\half{x}', '\\frac{x}{2}'],
    ['\\half x', '\\frac{x}{2}'],
    ['\\pair{a}{b}', '(b, a)'],
    ['\\frac{∂ f}{∂ x}', '\\frac{\\partial f}{\\partial x}'],
    ['\\Rx', '\\Rx'],
    ['\\def\\R{x}\\R', 'x'],
    ['x % \\R', 'x % \\R'],
    ['\\verb|\\R|', '\\verb|\\R|'],
  ];
  for (const [tex, expected] of cases) {
    it(`${tex} is ${expected}`, () => {
      const { text, problem } = expand(tex, macros);
      expect([problem, text.trim()]).toEqual([null, expected]);
    });
  }
  it('those that are no use are problems where they are used, and nowhere else', () => {
    const message = (tex: string): string | undefined =>
      parse(tex, { ...NO_CONTEXT, macros }).problems[0]?.message;
    expect(message('x')).toBeUndefined();
    expect(message('\\again')).toBe('The macro \\again is defined by itself.');
    expect(message('\\open x')).toBe('The braces in the macro \\open do not match.');
    expect(message('\\long')).toBe('The macro \\long is too large.');
  });
  it('used by a text, and by what it uses', () => {
    const some = macrosOf({ '\\a': '\\b x', '\\b': '\\a', '\\c': 'y' });
    expect(macrosUsed('\\a + \\sin x', some).map((m) => m.name)).toEqual(['\\a', '\\b']);
    expect(macrosUsed('\\ab + \\sin x', some)).toEqual([]);
  });
});

describe('properties', () => {
  const TOKENS =
    String.raw`\def\a \def\b#1 \newcommand{\c} [1] [2][x] {#1} {#1#2} {x+#1} \a \b \c \let \let\a\b \gdef \edef\a \global
    { } {x} x y ^ _ \frac \sqrt [ ] # ## #1 = % \begin{cases} \end{cases} & \\ \providecommand{\a} \DeclareMathOperator{\a} ~ \verb
    \renewcommand{\frac} \DeclarePairedDelimiter{\b} \NewDocumentCommand{\c}{m} \text{a} \left( \right)`
      .split(/\s+/)
      .filter(Boolean);
  const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 30 }).map((list) => list.join(' '));
  const given = macrosOf({ '\\a': '\\b{x}', '\\b': '#1\\c', '\\c': '\\frac{1}{#1}' });

  it('any text ends in statements or problems, all of them within it', () => {
    fc.assert(
      fc.property(soup, (tex) => {
        const reading = parse(tex, { ...NO_CONTEXT, macros: given });
        const places = [...reading.statements, ...reading.problems, ...reading.spans.values()];
        for (const { from, to } of places) {
          expect(0 <= from && from <= to && to <= tex.length, `${from}..${to} of ${tex}`).toBe(true);
        }
      }),
      { seed: 4, numRuns: 1500 },
    );
  });

  it('a text without macros and definitions is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tex) => {
        expect(expand(tex.replaceAll('\\', ''), NO_MACROS).text).toBe(tex.replaceAll('\\', ''));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  // KaTeX expands macros itself: its tree of the text is that of the text which is expanded here.
  const body = fc.array(fc.constantFrom('x', '+', 'y', '{z}', '^2', '\\alpha', '\\frac{u}', '{v}', '#1'), {
    minLength: 1,
    maxLength: 6,
  });
  const program = fc
    .tuple(
      body,
      body,
      fc.array(fc.constantFrom('\\a', '\\b{w}', '\\b w', '\\c', 'k', '+', '{\\a}', '\\frac\\a\\c', '^2'), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    .map(([a, b, uses]) => {
      const plain = (list: readonly string[]): string => list.filter((t) => t !== '#1').join(' ');
      return `\\def\\a{${plain(a)}}\\def\\b#1{${b.join(' ')}}\\let\\c\\a ${uses.join(' ')}`;
    });
  it('KaTeX expands to the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(program, (tex) => {
        const theirs = treeOf(tex);
        if (theirs === null) return;
        compared++;
        expect(treeOf(expand(tex, NO_MACROS).text)).toEqual(theirs);
      }),
      { seed: 4, numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

/** KaTeX's tree without places and definitions; null where it refuses the text. */
function treeOf(tex: string): unknown {
  const { __parse: parseTree } = katex as unknown as {
    readonly __parse: (tex: string, settings: object) => unknown[];
  };
  try {
    const tree = parseTree(tex, { strict: 'ignore', throwOnError: true });
    const bare = JSON.stringify(tree, (key, value: unknown) => (key === 'loc' ? undefined : value));
    return (JSON.parse(bare) as { type: string }[]).filter(({ type }) => type !== 'internal');
  } catch {
    return null;
  }
}

it('each node of an expansion is placed', () => {
  const tex = '\\newcommand{\\E}[1]{e^{#1}} \\E{x^2} + \\sin \\E{y}';
  const reading = parse(tex);
  const all = (e: Expr): readonly Expr[] => [e, ...children(e).flatMap(all)];
  const [statement] = reading.statements;
  expect(showReading(reading)).toBe('(+ (exp (^ x 2)) (sin (exp y)))');
  for (const e of statement ? all(statement.expr) : []) {
    const span = reading.spans.get(e);
    expect(span && span.from < span.to && tex.length >= span.to && span.from > 25, show(e)).toBe(true);
  }
});
