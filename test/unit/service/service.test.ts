import { describe, expect, test } from 'vitest';
import {
  createService,
  type Answer,
  type DocumentText,
  type Found,
  type Options,
  type ServiceRefusal,
} from '../../../src/service/index.js';
import { done } from '../../../src/steps.js';

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const BUDGET = { nodes: 1000, shouldStop: () => false };
const note = (text: string, languageId = 'markdown'): DocumentText => ({
  uri: 'file:///n',
  version: 1,
  languageId,
  text,
});

/** What is found where ‸ stands. */
function at(marked: string): { found: Found | null; answer: Answer | ServiceRefusal | null } {
  const service = createService();
  const offset = marked.indexOf('‸');
  const found = service.at(note(marked.replace('‸', '')), offset, OPTIONS);
  return { found, answer: found && service.derive(found, {}, BUDGET) };
}
/** "question = answer", or the refusal's code. */
const said = (answer: Answer | ServiceRefusal | null): string =>
  answer === null ? 'nothing' : answer.ok ? `${answer.question} = ${answer.tex}` : answer.code;

describe('at a cursor', () => {
  test.each([
    ['$x‸^2$', '\\frac{d}{dx}\\left[x^2\\right] = 2x'],
    ['$f(x) = x‸^2$', "f'(x) = 2x"],
    ['$f‸(x) = x^2$', "f'(x) = 2x"],
    ['$y = x‸^2$', '\\frac{dy}{dx} = 2x'],
    ['$\\frac{d}{dx} x^2 = 1‸7$', '\\frac{d}{dx}\\left[x^2\\right] = 2x'],
    ["$f(x) = x^3$, so $f'‸(x)$", "f'(x) = 3x^2"],
    ['$f(x) = \\sin x, \\quad g(x) = \\cos ‸x$', "g'(x) = -\\sin x"],
    ['$$\\begin{aligned} f(x) &= x^2 \\\\ &= x ‸\\cdot x \\end{aligned}$$', "f'(x) = 2x"],
    ['$x^2 + y^‸2 = 1$', '\\frac{dy}{dx} = -\\frac{x}{y}'],
    ['$2x + 6 = x^‸3$', '\\frac{d}{dx}\\left[x^3\\right] = 3x^2'],
    ['$\\left.\\frac{d}{dx} |x - 1|\\right|_{x=1‸}$', 'not-differentiable'],
    ['$\\tan(x + ‸y) = x$', '\\frac{dy}{dx} = -\\sin^2(x + y)'],
    ['$ 1‸2 $', 'nothing'],
    ['$x‸$', 'nothing'],
    ['text ‸ $x^2$', 'nothing'],
    ['costs $5 ‸and $10', 'nothing'],
    ['$x^‸2 < 3$', '\\frac{d}{dx}\\left[x^2\\right] = 2x'],
    ['$f(x) ‸> x^2$', 'unsupported'],
    ['$x = ‸0$', 'nothing'],
    ['$e^2 ‸\\approx 7.39$', 'nothing'],
    ['$= 2‸x$', 'nothing'],
    [
      "$(xyz)‸' = \\ ?$ and $(xy)'z + xyz'$, $x'y$, $xy'$",
      "\\frac{d}{dt}\\left[xyz\\right] = x'yz + xy'z + xyz'",
    ],
    ['$\\frac{d}{dx‸}$', 'no-formula'],
    ['$\\frac{1‸}$', 'syntax'],
    ['$a = x + \\cd‸ots, \\quad y = x^2$', 'nothing'],
    ['$\\i‸nt x^2 dx = \\frac{x^3}{3} + C$', 'nothing'],
    ['$\\int x^2 dx = \\frac{x‸^3}{3} + C$', '\\frac{d}{dx}\\left[\\frac{x^3}{3} + C\\right] = x^2'],
    ['$a = \\oint f, \\quad y = x‸^2$', '\\frac{dy}{dx} = 2x'],
    [
      '$f(x) = \\begin{cases} x‸ & x \\neq 0 \\\\ 0 & x = 0 \\end{cases}$',
      "f'(x) = \\begin{cases} 1 & \\text{if } x \\neq 0 \\end{cases}",
    ],
    [
      '$f(x) = \\begin{cases} x^3 & x \\neq 0 \\\\ 0 & \\text{otherwise} \\end{cases}$, $f‸(x)$',
      "f'(x) = \\begin{cases} 3x^2 & \\text{if } x \\neq 0 \\end{cases}",
    ],
    ["$f(x) = \\begin{cases} x & x \\neq 0 \\\\ 0 & x = 0 \\end{cases}$ and $f‸'(0)$", 'not-differentiable'],
    ['$\\left.\\frac{d}{dx} |x|‸\\right|_{x=0}$', 'not-differentiable'],
    ['$\\left.\\frac{d}{dx} x|x|‸\\right|_{x=0}$', '\\frac{d}{dx}\\left[x\\left|x\\right|\\right] = 0'],
    ['$\\left.\\frac{d}{dx} \\ln x‸\\right|_{x=0}$', 'not-differentiable'],
    [
      "$y' = 2y$ and $\\frac{\\partial}{\\partial x} x‸^2 y$",
      '\\frac{\\partial}{\\partial x}\\left[x^2 y\\right] = 2xy',
    ],
    ['$g(x) = \\frac{c}{x - x‸_0}$', "g'(x) = -\\frac{c}{(x - x_0)^2}"],
    ['$q(x) = x‸_1^2 + x_2$', 'unsupported'],
  ])('%s: %s', (marked, expected) => {
    expect(said(at(marked).answer)).toBe(expected);
  });

  test.each([
    ['$f(x) = x‸^2$', 'f(x) = x^2'],
    ['$f(x) = x, \\quad g(x) = x^‸2$', 'g(x) = x^2'],
    ['$f(x) = x^2 = x \\cdot ‸x$', 'x \\cdot x'],
  ])('%s covers %s, and asks the same from its first character', (marked, covered) => {
    const text = marked.replace('‸', '');
    const service = createService();
    const found = service.at(note(text), marked.indexOf('‸'), OPTIONS);
    expect(found && text.slice(found.from, found.to)).toBe(covered);
    const again = found && service.at(note(text), found.from, OPTIONS);
    expect(again && said(service.derive(again, {}, BUDGET))).toBe(
      found && said(service.derive(found, {}, BUDGET)),
    );
  });

  test('tells questions from formulas that go on', () => {
    expect(at('$\\frac{d}{dx} x‸^2$').found?.isQuestion).toBe(true);
    expect(at('$\\frac{d}{dx} x‸^2 = 2x$').found?.isQuestion).toBe(false);
    expect(at('$x‸^2$').found?.isQuestion).toBe(false);
  });
});

describe('an answer', () => {
  const answer = at('$f(x) = a x^2 e‸^{-x}$').answer as Answer;

  test('says the variable and the others', () => {
    expect(answer.variable).toEqual({ name: 'x', tex: 'x' });
    expect(answer.variables.map((v) => v.name)).toEqual(['x', 'a']);
  });

  test('comes in words, with rules, and checked', () => {
    expect(answer.words).toMatch(/^The derivative of .* with respect to x is /);
    expect(answer.rules[0]).toBe('Constant multiple rule');
    expect(answer.check).toMatchObject({ verdict: 'agrees' });
  });

  test('is drawn with stand-ins for its parameters', () => {
    const plot = done(answer.plot());
    expect(plot?.parameters).toBe('a = 1');
    expect(plot?.curves.map((c) => c.name)).toEqual(['f(x)', 'f′(x)']);
    expect(done(answer.plot([0, 1]))?.x).toEqual([0, 1]);
  });

  test('is copied as LaTeX, Markdown and text', () => {
    const { latex, markdown, text } = done(answer.copies());
    expect(latex).toMatch(/^\\begin\{aligned\}/);
    expect(markdown).toMatch(/^\$\$/);
    expect(text).toContain('Product rule');
  });

  test('is not drawn where functions are unknown', () => {
    expect(done((at("$(f‸g)'$").answer as Answer).plot())).toBe(null);
  });

  test('names the definitions that it rests on', () => {
    const used = at('$y = \\sigma(z)$\n\n$y‸^2$').answer as Answer;
    expect(said(used)).toBe('\\frac{d}{dy}\\left[y^2\\right] = 2y');
    const through = at('$f(t) = t^2$\n\n$f(x) + x‸$').answer as Answer;
    expect(through.definitions).toEqual([{ tex: 'f(t)', text: 'f(t)', line: 1 }]);
  });

  test('by another variable', () => {
    const service = createService();
    const found = service.at(note('$x^2 y$'), 1, OPTIONS) as Found;
    expect(said(service.derive(found, { variable: 'y' }, BUDGET))).toBe(
      '\\frac{d}{dy}\\left[x^2 y\\right] = x^2',
    );
    expect(said(service.derive(found, { variable: 'q' }, BUDGET))).toBe('no-such-variable');
    expect(said(service.derive(found, { order: 2 }, BUDGET))).toContain(' = 2y');
  });

  test('is the same object when asked for again', () => {
    const service = createService();
    const found = service.at(note('$x^2$'), 2, OPTIONS) as Found;
    expect(service.derive(found, {}, BUDGET)).toBe(service.derive(found, {}, BUDGET));
  });
});

describe('a selection', () => {
  /** What is said of the text between « and ». */
  const select = (marked: string, languageId = 'markdown'): string => {
    const [from, to] = [marked.indexOf('«'), marked.indexOf('»') - 1];
    const service = createService();
    const found = service.select(note(marked.replace(/[«»]/g, ''), languageId), from, to, OPTIONS);
    return 'ok' in found ? `${found.code}: ${found.message}` : said(service.derive(found, {}, BUDGET));
  };

  test.each([
    ['«$x^2$»', 'markdown', '\\frac{d}{dx}\\left[x^2\\right] = 2x'],
    ['« $x^2$ »', 'markdown', '\\frac{d}{dx}\\left[x^2\\right] = 2x'],
    ['$x^2 + «\\sin x»$', 'markdown', '\\frac{d}{dx}\\left[\\sin x\\right] = \\cos x'],
    ['so «3x^3 - 2x^2» is', 'markdown', '\\frac{d}{dx}\\left[3x^3 - 2x^2\\right] = 9x^2 - 4x'],
    ['let y = «x**2 * sin(x)»', 'python', '\\frac{d}{dx}\\left[x^2\\sin x\\right] = x(x\\cos x + 2\\sin x)'],
    ['«\\frac{1}{x}»', 'plaintext', '\\frac{d}{dx}\\left[\\frac{1}{x}\\right] = -\\frac{1}{x^2}'],
  ])('%s in %s', (marked, language, expected) => {
    expect(select(marked, language)).toBe(expected);
  });

  test.each([
    ['« »', /^no-formula: Nothing is selected/],
    ['«$x$ and $y$»', /^no-formula: The selection holds several formulas/],
    ['«x +»', /^syntax: /],
    ['$«\\sqrt{»x}$', /^syntax: /],
  ])('%s is refused in words', (marked, message) => {
    expect(select(marked)).toMatch(message);
  });
});

describe('documents', () => {
  test('a new version is read with its new definitions', () => {
    const service = createService();
    const ask = (text: string, version: number): string => {
      const found = service.at({ ...note(text), version }, text.lastIndexOf('$') - 2, OPTIONS);
      return found ? said(service.derive(found, {}, BUDGET)) : 'nothing';
    };
    expect(ask("$f(x) = x^2$ $f'(x)$", 1)).toContain('= 2x');
    expect(ask("$f(x) = x^5$ $f'(x)$", 2)).toContain('= 5x^4');
  });
});
