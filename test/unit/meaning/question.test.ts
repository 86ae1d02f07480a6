import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../../src/meaning/index.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { ask, inShort } from './note.js';

describe('what a text asks', () => {
  test.each([
    ['x^2', 'x^2 by x'],
    ['f(x) = x^2', 'x^2 by x'],
    ['f(t) = t^2 x', 't^2*x by t'],
    // Of several parameters one that stands in the formula.
    ['V(r, t) = r^2 + a', 'r^2 + a by r'],
    ['V(r, t) = 3', '3 by t'],
    ['y = 3x + 1', '3*x + 1 by x'],
    ['E_k = 3x + 1', '3*x + 1 by x'],
    ['y = f(x) = x^2', 'x^2 by x'],
    ['A = \\pi r^2', 'pi*r^2 by r'],
    ['\\frac{d}{dt} t^2', 't^2 by t'],
    ['\\frac{d}{dx} x^2 = 5x', 'x^2 by x'],
    ['\\frac{d^2}{dx^2} x^5', 'x^5 by x 2 times'],
    ['\\frac{d}{dx} \\frac{d}{dx} x^5', 'x^5 by x 2 times'],
    ['\\partial_y (xy)', 'x*y by y'],
    ["(x^2)'", 'x^2 by x'],
    ["(t^2)''", 't^2 by t 2 times'],
    ["(\\sec^2)'", 'sec(x)^2 by x'],
    ['\\left.\\frac{d}{dx} x^3\\right|_{x=2}', 'x^3 by x at 2'],
    ['J = \\frac{d}{dw} w^2', 'w^2 by w'],
    ['\\sin(x) + \\cos(x)', 'sin(x) + cos(x) by x'],
    ['f(g(x))', 'f(g(x)) by x'],
    ['\\int_0^x e^{-t^2} dt', 'integral(exp(-t^2), t = 0..x) by x'],
    ['x \\mapsto x^2', 'x^2 by x'],
    ['2 \\cdot \\frac{d}{dx} x^3', '2*x^3 by x'],
    ["3(x^2)' + 5(x)' - (2)'", '3*x^2 + 5*x - 2 by x'],
    ['\\frac{d}{dx} \\cos x - \\frac{d}{dx} \\sin x', 'cos(x) - sin(x) by x'],
    ['J(\\theta_0, \\theta_1) = (\\theta_0 + \\theta_1 x)^2', '(theta_0 + theta_1*x)^2 by theta_0'],
    ['x', 'x by x'],
    ['\\theta', 'theta by theta'],
    ['f(x) = c', 'c by x'],
    ['L(w, b) = w^2', 'w^2 by w'],
    ['7', '7 by x'],
    ["x' = 1", 'x by x'],
    ["\\frac{y'}{y}", 'ambiguous'],
    ['\\frac{d}{dt} E[X]', 'unsupported'],
    ['\\frac{\\partial x_1}{\\partial x_1}', 'x_1 by x_1'],
    ['f(x) = x^2 + \\max_a q(a)', 'unsupported'],
    ['\\frac{d}{dx} x^2 = E[X]', 'x^2 by x'],
    ["y'' - 4y' + 3y", 'ambiguous'],
    ['a_k^{l+1} w_k', 'a_k^(l + 1)*w_k by w_k'],
    ['f(x) = (x - x_0)^2', '(x - x_0)^2 by x'],
    ['\\frac{dc}{dx}', 'c by x'],
  ])('%s: %s', (tex, expected) => {
    expect(inShort(ask(tex))).toBe(expected);
  });

  test.each([
    ['L', 'z', 'unsupported', 'Nothing here says how L depends on z.'],
    ['TC', 'Q', 'unsupported', 'Nothing here says how TC depends on Q.'],
    ['AB', 'x', 'unsupported', 'Nothing here says how AB depends on x.'],
    [
      'L',
      undefined,
      'unsupported',
      'Nothing here says how L depends on anything: give it a definition, or say by what to differentiate.',
    ],
    [
      'J(\\theta) = \\frac{1}{2m}(h - y)^2',
      undefined,
      'unsupported',
      'Nothing here says how h and y depend on theta.',
    ],
    ['J(\\theta) = (h - y)^2', 'theta', 'unsupported', 'Nothing here says how h and y depend on theta.'],
    ['J(\\theta, m) = \\frac{h}{m}', 'theta', 'unsupported', 'Nothing here says how h depends on theta.'],
    ['(h - y)^2', 'theta', 'no-such-variable', 'There is no theta in this formula; it has h or y.'],
    ['f(x)', 'x', 'unsupported', 'Nothing here says how f depends on x.'],
    ["f'(x)", undefined, 'unsupported', 'Nothing here says how f depends on x.'],
    ['\\frac{dy}{dx}', undefined, 'unsupported', 'Nothing here says how y depends on x.'],
    ['x^2', 'q', 'no-such-variable', 'There is no q in this formula; it has x.'],
    ['\\frac{d}{dx} x^2', 'y', 'ambiguous', 'The formula is differentiated by x, not by y.'],
    [
      '\\frac{d}{dx} x^2 + x',
      undefined,
      'ambiguous',
      'A derivative stands among other terms here: choose the derivative itself.',
    ],
    [
      '\\frac{dz}{dy} \\cdot \\frac{dy}{dx}',
      undefined,
      'ambiguous',
      'A derivative stands among other terms here: choose the derivative itself.',
    ],
    ['x = 0', undefined, 'unsupported', 'There is nothing to differentiate: x is given a value.'],
    ['\\sum_i \\hat y_i', undefined, 'ambiguous', 'Nothing here says by which variable to differentiate.'],
    [
      "(x^2)' \\sin x + x^2 (\\sin x)'",
      undefined,
      'ambiguous',
      'A derivative stands among other terms here: choose the derivative itself.',
    ],
    ["y' = 2y", undefined, 'unsupported', 'Nothing here says how y depends on its variable.'],
    ["a_i' = 3", undefined, 'unsupported', 'Nothing here says how a_i depends on its variable.'],
    ['\\frac{dN}{dt} = rN', undefined, 'unsupported', 'Nothing here says how N depends on t.'],
    [
      '\\frac{\\partial h_t}{\\partial x}',
      undefined,
      'unsupported',
      'Nothing here says how h_t depends on x.',
    ],
    ['f_{xy}', undefined, 'unsupported', 'Nothing here says how f depends on y.'],
    [
      "y' + 2xy = x",
      undefined,
      'unsupported',
      'This equation holds derivatives of an unknown function: it is a differential equation.',
    ],
    [
      '\\frac{1}{n} \\sum_{i=1}^n (y_i - \\hat y_i)^2',
      undefined,
      'ambiguous',
      'Nothing here says by which variable to differentiate.',
    ],
    ['\\mathbb{R}^2', undefined, 'ambiguous', 'Nothing here says by which variable to differentiate.'],
    ['x < 3', undefined, 'unsupported', 'Only equations can be differentiated, not inequalities.'],
    [
      '2x = 6',
      undefined,
      'unsupported',
      'This equation gives nothing a name: choose one of its sides to differentiate.',
    ],
    ['x \\frac{d}{dx}', undefined, 'no-formula', 'What is differentiated is missing after the operator.'],
    ['\\frac{d}{dx}', undefined, 'no-formula', 'What is differentiated is missing after the operator.'],
    [
      '\\mathbf{w} \\mathbf{x}',
      'w',
      'unsupported',
      'The factors do not fit: w is a vector, x is a vector; between two vectors a transpose, ⊙ or a dot is needed.',
    ],
    ['y_i \\ell_i', 'z_k', 'no-such-variable', 'There is no z_k in this formula; it has y_i or ell_i.'],
  ])('%s by %s is refused', (tex, variable, code, message) => {
    expect(ask(tex, variable === undefined ? {} : { variable })).toMatchObject({ ok: false, code, message });
  });

  test('an order that contradicts the operator’s is ambiguous', () => {
    const [statement] = parse("(x^3)''").statements;
    const order = parse('3').statements[0]?.expr ?? null;
    expect(
      statement &&
        questionOf(statement.expr, { definitions: new Map(), variable: null, order, primed: new Set() }),
    ).toMatchObject({
      ok: false,
      code: 'ambiguous',
    });
  });
});

describe('the variable', () => {
  test.each([
    ['a x^2 + b x + c', 'x'],
    ['e^{ax}', 'x'],
    ['A e^{-\\lambda t}', 't'],
    ['\\frac{1}{2} a t^2 + v_0 t', 't'],
    ['\\sigma(z)', 'z'],
    ['u^2 + 1', 'u'],
    ['x y', 'x'],
    ['-(y \\log \\hat y + (1 - y) \\log(1 - \\hat y))', 'yhat'],
    ['\\alpha^2', 'alpha'],
    ['x_1^2 + 3', 'x_1'],
    ['\\frac{(x - \\mu)^2}{2\\sigma^2}', 'x'],
    ['\\theta^2 + \\beta', 'theta'],
    ['L(y, \\hat y) = (y - \\hat y)^2', 'yhat'],
  ])('of %s is %s', (tex, variable) => {
    expect(inShort(ask(tex))).toMatch(new RegExp(` by ${variable}$`));
  });

  test.each([
    ['\\alpha x^2', 'alpha'],
    ['\\hat y^2 + y', 'yhat'],
    ['y_{pred}^2', 'y_pred'],
    ['x_1 x_2', 'x_2'],
  ])('of %s may be asked for as %s', (tex, variable) => {
    expect(inShort(ask(tex, { variable }))).toMatch(new RegExp(` by ${variable}$`));
  });

  test('that only constants stand beside is one all the same where it is asked for: their derivative is 0', () => {
    expect(inShort(ask('a + c', { variable: 'q' }))).toBe('a + c by q');
    expect(inShort(ask('\\frac{d}{dx} (a + c)'))).toBe('a + c by x');
  });

  test('may be changed for any other name', () => {
    const asked = ask('a x^2 + t');
    expect(asked.ok && asked.variables.map((v) => (v.kind === 'sym' ? v.id : ''))).toEqual(['a', 'x', 't']);
  });
});

describe('functions without a definition', () => {
  /** The names that are read as functions of the variable. */
  const functions = (tex: string, about: Parameters<typeof ask>[1] = {}): string => {
    const asked = ask(tex, about);
    return asked.ok ? [...asked.question.dependent].join() : asked.code;
  };

  test.each([
    ["(fg)'", 'f,g'],
    ["\\left(\\frac{u}{v}\\right)'", 'u,v'],
    ["(c f)'", 'f'],
    ["(f' e^x)'", 'f'],
    ["(uvw)'", 'u,v,w'],
    ["(xyz)' = x'yz + xy'z + xyz'", 'x,y,z'],
    ['\\frac{d}{dx}(uv)', 'u,v'],
    ['\\frac{d}{dx} y^2', 'y'],
    ['\\frac{d}{dx}(x^2 + y^2) = 2x + 2y \\frac{dy}{dx}', 'y'],
    ['\\frac{d}{dx}(x^2 + y^2)', ''],
    ['\\frac{\\partial}{\\partial x} y^2', ''],
    ['\\frac{d}{dt}(x^2 + y^2)', 'x,y'],
    ['\\frac{d}{dt}(m v)', 'v'],
    ['\\sin(2\\pi f t)', ''],
    ['(x + h)^2', ''],
  ])('in %s: %s', (tex, expected) => {
    expect(functions(tex)).toBe(expected);
  });

  test('keep apart from definitions of the same letters elsewhere', () => {
    expect(functions("(fg)'", { note: '$f(x) = x^2$ and $g(x) = x$' })).toBe('f,g');
  });
});

describe('a derivative of what does not hold its variable', () => {
  test.each([
    // Quantities that nothing says anything of.
    ['\\frac{d \\ln T}{d\\tau}', 'T'],
    ['\\frac{\\partial A^2}{\\partial x}', 'A'],
    ['\\frac{\\partial \\ln Z}{\\partial \\beta}', 'Z'],
    ['\\frac{d}{dt}(m v_x)', 'm'],
    ['\\frac{\\partial c}{\\partial x}', 'c'],
    ['\\frac{d}{dq}(a + c)', 'a'],
    // e and π are quantities where they are differentiated.
    ['\\frac{de}{dt}', 'e'],
    ['\\frac{\\partial e^2}{\\partial w}', 'e'],
    ['\\frac{d \\pi}{dq}', 'pi'],
  ])('%s is not 0: nothing says how %s depends on it', (tex, name) => {
    const asked = ask(tex);
    expect(asked.ok ? 'asked' : asked.message).toMatch(new RegExp(`how ${name} depends on`));
  });

  test.each([
    ['\\frac{d}{dx} c'],
    ['\\frac{d}{dx} \\pi'],
    ['\\frac{d}{dx} e^2'],
    ['\\frac{d}{dt} 25'],
    ['\\frac{\\partial}{\\partial x} (y + z^2)'],
  ])('%s is 0', (tex) => {
    expect(ask(tex)).toMatchObject({ ok: true });
  });
});

describe('signs of matrices', () => {
  test.each([
    ['\\nabla_A |A|', 'determinant'],
    ['\\frac{\\partial \\log|\\Sigma|}{\\partial \\Sigma}', 'determinant'],
    ['\\frac{\\partial}{\\partial x}\\log |J|', 'determinant'],
    ["\\frac{\\partial \\beta' X' y}{\\partial \\beta}", 'transpose'],
  ])('%s: it may be a %s', (tex, word) => {
    const asked = ask(tex);
    expect(asked.ok ? 'asked' : asked.message).toContain(word);
  });
  test.each(['\\frac{d}{dx} |x|', '\\frac{d}{dx} \\ln|x|', '|x - A|'])('%s is an absolute value', (tex) => {
    expect(ask(tex)).toMatchObject({ ok: true });
  });
});

describe('letters that are numbers elsewhere', () => {
  test.each([
    ['\\frac{\\partial \\pi}{\\partial q}', 'Profit is $\\pi = pq - cq$.', 'pi by q'],
    ['\\frac{\\partial e^2}{\\partial w}', 'The error is $e = y - wx$.', 'e^2 by w'],
    ['e^{-x}', 'The error is $e = y - wx$.', 'exp(-x) by x'],
  ])('%s after “%s”', (tex, note, expected) => {
    expect(inShort(ask(tex, { note }))).toBe(expected);
  });
});

describe('a derivative among other terms', () => {
  test.each(["x'x", 'm \\ddot q + k q', 'w - \\eta \\frac{\\partial E}{\\partial w}', 'P = \\dot m w'])(
    '%s is not differentiated once more',
    (tex) => {
      expect(ask(tex)).toMatchObject({ ok: false, code: 'ambiguous' });
    },
  );
});

describe('definitions of the note', () => {
  test.each([
    ["f'(x)", '$f(x) = x^3$', 'f(x) by x'],
    ["f'(2)", '$f(x) = x^3$', 'f(x) by x at 2'],
    ["f''", '$f(x) = x^3$', 'f(x) by x 2 times'],
    ["\\frac{d}{dx} \\frac{f'}{f}", '$f(x) = x^3$', 'f′(x)/f(x) by x'],
    ["y' = 2y", '$y = e^{2x}$', 'y by x'],
    ['\\ln x', '$\\ln \\omega = 0$, $\\sin y = x$', 'log(x) by x'],
    ['\\sin x', '$\\sin y = x$', 'sin(x) by x'],
    ['m = \\frac{1}{p}', '$p = m q$', '1/p by p'],
    ['\\frac{dy}{dx}', '$y = x^3$', 'y by x'],
    [
      '\\frac{\\partial L}{\\partial z}',
      '$L(y, \\hat y) = (y - \\hat y)^2$, $\\hat y = \\sigma(z)$',
      'L(y, yhat) by z',
    ],
    ['\\hat y', '$\\hat y = \\sigma(z)$', 'yhat by z'],
    ['x^2', '$x = t + 1$', 'x^2 by x'],
  ])('%s after %s: %s', (tex, note, expected) => {
    expect(inShort(ask(tex, { note }))).toBe(expected);
  });

  test.each([
    ["J'(\\theta)", '$J(\\theta) = (h - y)^2$', 'unsupported'],
    ["J'(\\theta)", '$J(\\theta) = (h - y)^2$ where $h = \\theta x$', 'J(theta) by theta'],
    ["F'(x)", '$F(x) = c$', 'F(x) by x'],
    ["F'(x)", '$F(x) = fg$', 'unsupported'],
  ])('%s after %s says how: %s', (tex, note, expected) => {
    expect(inShort(ask(tex, { note }))).toBe(expected);
  });

  test.each([
    ['\\frac{dy}{dx}', '$x = t^2$, $y = t^3$', 'Nothing here says how y depends on x.'],
    ['\\frac{\\partial L}{\\partial w}', '$L = (z - t)^2$', 'Nothing here says how L depends on w.'],
  ])('%s is not 0 after %s', (tex, note, message) => {
    expect(ask(tex, { note })).toMatchObject({ ok: false, code: 'unsupported', message });
  });

  test('are listed where the answer rests on them', () => {
    const asked = ask('\\frac{\\partial L}{\\partial z}', {
      note: '$L(y, \\hat y) = (y - \\hat y)^2$\n\n$\\hat y = \\sigma(z)$\n\n$q = 3r$',
    });
    expect(asked.ok && asked.used.map((d) => [d.name.base, d.line])).toEqual([
      ['L', 1],
      ['y', 3],
    ]);
  });

  test('that lead back to themselves are left alone', () => {
    expect(inShort(ask('3y', { note: '$y = x + 1$ and $x = y - 1$' }))).toBe('3*y by y');
    const asked = ask('\\frac{d}{dt}(3y)', { note: '$y = x + 1$ and $x = y - 1$' });
    expect(asked).toMatchObject({ ok: false, code: 'unsupported' });
  });
});

describe('two names of which each is given by the other', () => {
  const CIRCLE = '$a = b + x$ and $b = a + x$';
  const MOTION = '$v = u + at$ and $a = \\frac{v - u}{t}$';
  test.each([
    ['a = b + x', CIRCLE, 'unsupported'],
    ['\\frac{da}{dx}', CIRCLE, 'unsupported'],
    // ∂ holds b.
    ['\\frac{\\partial}{\\partial x}(b + x)', CIRCLE, 'b + x by x'],
    ['a = b + x', '$a = b + x$ and $b = c + x$', 'b + x by x'],
    // The same equation solved for another name.
    ['v = u + at', MOTION, 'u + a*t by t'],
    ['\\frac{dv}{dt}', MOTION, 'v by t'],
    // It does not say the variable.
    ['x = r\\cos\\theta', '$r = \\sqrt{x^2 + y^2}$', 'r*cos(theta) by theta'],
  ])('%s of %s', (tex, note, expected) => {
    expect(inShort(ask(tex, { note }))).toBe(expected);
  });
  test('are told', () => {
    const message = 'a and b are each given by the other here.';
    expect(ask('a = b + x', { note: CIRCLE })).toMatchObject({ ok: false, message });
  });
});

describe('names that are given by each other in a circle', () => {
  const NAMES = ['a', 'b', 'c', 'p', 'q', 'r', 's'];
  /** Each name is given by the next one, and the last by the first; one of them speaks of x. */
  const circle = (length: number, speaking: number): string =>
    NAMES.slice(0, length)
      .map((name, i) => `$${name} = 2 ${NAMES[(i + 1) % length] ?? ''} + ${i === speaking ? 'x' : '1'}$`)
      .join(', ');
  const lengths = fc.integer({ min: 2, max: NAMES.length });

  test('are not derived by a variable of which another one of them speaks, nor is what rests on them', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(), (length, asked, further) => {
        const name = NAMES[asked % length] ?? '';
        const speaking = ((asked % length) + 1 + (further % (length - 1))) % length;
        const note = circle(length, speaking);
        for (const tex of [`\\frac{d}{dx} ${name}`, `z = ${name} + x^2`])
          expect(ask(tex, { note })).toMatchObject({ ok: false, code: 'unsupported' });
      }),
      { seed: 3, numRuns: 60 },
    );
  });
  test('are told in their order', () => {
    const message = 'a, b and c are given by each other here, in a circle.';
    expect(ask('\\frac{da}{dx}', { note: circle(3, 2) })).toMatchObject({ ok: false, message });
  });
  test.each([
    // A row that ends is none.
    ['\\frac{d}{dx} a', '$a = b + x$, $b = c + x$, $c = x^2$', 'a by x'],
    // None of them speaks of the variable: what each is stays open, and the rest is derived.
    ['z = a + x^2', '$a = b + 1$, $b = c + 1$, $c = a + 1$', 'a + x^2 by x'],
    // Each solves the same equation for another name.
    ['v = u + at', '$v = u + at$, $a = \\frac{w}{t}$, $w = v - u$', 'u + a*t by t'],
    ['\\frac{dv}{dt}', '$v = u + at$, $a = \\frac{w}{t}$, $w = v - u$', 'v by t'],
    // Only the name that is asked for speaks of the variable.
    ['x = r\\cos\\theta', '$r = \\sqrt{s}$, $s = x^2 + y^2$', 'r*cos(theta) by theta'],
    ['\\frac{dx}{d\\theta}', '$x = r\\cos\\theta$, $r = \\sqrt{s}$, $s = x^2 + y^2$', 'x by theta'],
    [
      '\\frac{d}{d\\theta}(x^2 + \\theta)',
      '$x = r\\cos\\theta$, $r = \\sqrt{s}$, $s = x^2 + y^2$',
      'x^2 + theta by theta',
    ],
    // The parameter of a function is no name of the note.
    ['y = f(x)', '$f(y) = y^2$', 'f(x) by x'],
  ])('%s of %s is asked', (tex, note, expected) => {
    expect(inShort(ask(tex, { note }))).toBe(expected);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'x',
    'y',
    "f'",
    '=',
    '\\frac{d}{dx}',
    '(',
    ')',
    '^2',
    '+',
    '\\sin ',
    '_i',
    '\\hat y',
    '|',
    ',',
    '\\int ',
  );
  test('asks something or is refused in words', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        for (const s of parse(parts.join('')).statements) {
          const asked = questionOf(s.expr);
          if (!asked.ok) expect(asked.message).toMatch(/^[A-Z].*\.$/);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('chains over definitions with parameters', () => {
  const NOTE = '$f(u,v) = u v$, $u(a,b) = a + b$, $v(a,b) = a - b$, $a(w,x) = w x$, $b(w,x) = w - x$';
  test.each([
    ['\\frac{\\partial f}{\\partial w}', 'f(u(a(w, x), b(w, x)), v(a(w, x), b(w, x))) by w'],
    ['\\frac{\\partial u}{\\partial w}', 'u(a(w, x), b(w, x)) by w'],
    // Of a parameter of its own the others are held.
    ['\\frac{\\partial f}{\\partial u}', 'f(u, v) by u'],
  ])('%s', (tex, expected) => {
    expect(inShort(ask(tex, { note: NOTE }))).toBe(expected);
  });

  test('that lead back to themselves end', () => {
    expect(ask('\\frac{df}{dx}', { note: '$f(g) = g^2$ and $g(f) = f$' })).toBeDefined();
  });

  test('cost as much as there are definitions, however often each is mentioned', () => {
    const chain = (n: number): string =>
      Array.from(
        { length: n },
        (_, i) => `$f_{a${String(i)}}(f_{a${String(i + 1)}}, f_{b${String(i + 1)}}) = 1$`,
      ).join(' ');
    expect(ask('\\frac{\\partial f_{a0}}{\\partial w}', { note: chain(60) })).toBeDefined();
  });
});
