import { workOf } from '../../work.js';
import { describe, expect, it } from 'vitest';
import { plainName, sym, type Expr } from '../../../../src/core/expr.js';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { NO_CONTEXT, type Context } from '../../../../src/notation/notation.js';
import { parsePlain } from '../../../../src/notation/plain/parse.js';
import { printPlain } from '../../../../src/notation/plain/print.js';
import { printLatex } from '../../../../src/notation/latex/print.js';

function read(text: string, context: Context = NO_CONTEXT): Expr {
  const { statements, problems } = parsePlain(text, context);
  expect(problems, text).toEqual([]);
  const e = statements[0]?.expr;
  if (!e) throw new Error(`nothing read in ${text}`);
  return e;
}
const again = (text: string, context?: Context): string | null => printPlain(read(text, context));

describe('expressions', () => {
  it.each([
    ['3x^3 - 2x^2 + 5', '3*x^3 - 2*x^2 + 5'],
    ['2 x', '2*x'],
    ['3*2 x', '3*2*x'],
    ['1/2 x', '1/2*x'],
    ['1/2(x + 1)', '1/2*(x + 1)'],
    ['a/b c', 'a/(b*c)'],
    ['a/b*c', 'a/b*c'],
    ['a/b/c', 'a/b/c'],
    ['a/b*c/d', 'a/b*(c/d)'],
    ['a*b/c', 'a*b/c'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['2^-x', '2^(-x)'],
    ['x^y^z', 'x^y^z'],
    ['(x^y)^z', '(x^y)^z'],
    ['-a/b', '-a/b'],
    ['a - -b', 'a + b'],
    ['+x', 'x'],
    ['x**2', 'x^2'],
    ['x²', 'x^2'],
    ['x⁻¹y', 'x^(-1)*y'],
    ['√x + √(x + 1) + ∛2', 'sqrt(x) + sqrt(x + 1) + cbrt(2)'],
    ['2·x × y ÷ z − 1', '2*x*y/z - 1'],
    ['π r²', 'pi*r^2'],
    ['e^(2x)', 'exp(2*x)'],
    ['e', 'e'],
    ['x₁ + x_2', 'x_1 + x_2'],
    ['x mod 2', 'mod(x, 2)'],
    ['2 + mod(x, y) mod (z + 1)', '2 + mod(mod(x, y), z + 1)'],
    ['Math.sin(x) + np.exp(x)', 'sin(x) + exp(x)'],
    ['x^2,', 'x^2'],
    ['x^2;', 'x^2'],
    ['max(x, 2,)', 'max(x, 2)'],
    ['x^2 # the square', 'x^2'],
    ['a +\n b', 'a + b'],
    ['sin(\n x\n)', 'sin(x)'],
    ['0.50x', '0.50*x'],
    ['1e-3', '1e-3'],
    ['2e', '2*e'],
    ['n! + 1', 'gamma(n + 1) + 1'],
    ['½x² + ¾', '1/2*x^2 + 3/4'],
    ['xⁿ⁻¹ + eˣ', 'x^(n - 1) + exp(x)'],
    ['a⁻²ᵏ⁺¹ y⁽ⁿ⁺¹⁾', 'a^(-2*k + 1)*y^(n + 1)'],
    ['cᵢ + wₘₐₓ', 'c_i + w_max'],
    ['πr² + 3ωt', 'pi*r^2 + 3*omega*t'],
    ['|x - 1| + 2|x|', 'abs(x - 1) + 2*abs(x)'],
    ['e^|t|', 'exp(abs(t))'],
    ['⌊x/2⌋ + ⌈y⌉', 'floor(x/2) + ceil(y)'],
    ['[x + 1]^2 {y}', '(x + 1)^2*y'],
    ['e^{-3x}', 'exp(-3*x)'],
    ['x^3.', 'x^3'],
  ])('%j is %s', (text, printed) => {
    expect(again(text)).toBe(printed);
  });

  it.each([
    ['x > 0 ? x : 0', '(x > 0 ? x : 0)'],
    ['0 < x <= 1 ? x : -x', '(0 < x <= 1 ? x : -x)'],
    ['x > 0 && y != 1 || not (x == 2) ? 1 : 0', '(x > 0 and y != 1 or not (x == 2) ? 1 : 0)'],
    ['x < 0 ? 1 : x < 1 ? 2 : NaN', '(x < 0 ? 1 : (x < 1 ? 2 : NaN))'],
    ['x ≥ 0 ? x : 0', '(x >= 0 ? x : 0)'],
  ])('%s is %s', (text, printed) => {
    expect(again(text)).toBe(printed);
  });
});

describe('functions', () => {
  it.each([
    ['log(x)', 'log(x)', '\\ln x'],
    ['log(x, 3)', 'log(x, 3)', '\\log_3 x'],
    ['ln(x)', 'log(x)', '\\ln x'],
    ['cbrt(x)', 'cbrt(x)', '\\sqrt[3]{x}'],
    ['nthRoot(x, 5)', 'nthRoot(x, 5)', '\\sqrt[5]{x}'],
    ['pow(x, 2)', 'x^2', 'x^2'],
    ['ReLU(x)', 'max(0, x)', '\\operatorname{ReLU}(x)'],
    ['arcsin(x)', 'asin(x)', '\\arcsin x'],
    ['sigma(x)', '1/(1 + exp(-x))', '\\sigma(x)'],
    ['f(x)', 'f(x)', 'f(x)'],
    ['foo(x, y)', 'foo(x, y)', '\\mathrm{foo}(x, y)'],
    ["f'(x)", null, "f'(x)"],
    ["f''", null, "f''"],
    ['derivative(x^2, x)', null, '\\frac{d}{dx}\\left[x^2\\right]'],
    ['d/dx (x^2)', null, '\\frac{d}{dx}\\left[x^2\\right]'],
    ['d/dx x^2 sin(x) + 1', null, '\\frac{d}{dx}\\left[x^2\\sin x\\right] + 1'],
    ['d²/dx² x^3', null, '\\frac{d^2}{dx^2}\\left[x^3\\right]'],
    ['dy/dx', null, '\\frac{dy}{dx}'],
    ['∂L/∂yhat', null, '\\frac{\\partial L}{\\partial\\hat{y}}'],
    ["(x^2)'", null, '\\frac{d}{dx}\\left[x^2\\right]'],
    ['d/dx[x^2]', null, '\\frac{d}{dx}\\left[x^2\\right]'],
    ['d(x^2)/dx', null, '\\frac{d}{dx}\\left[x^2\\right]'],
    ['d²y/dx²', null, '\\frac{d^2 y}{dx^2}'],
    ['d^2y/dx^2', null, '\\frac{d^2 y}{dx^2}'],
    ['sin x + 1', 'sin(x) + 1', '\\sin x + 1'],
    ['2 sin x cos x', '2*sin(x)*cos(x)', '2\\sin x\\cos x'],
    ['sin² x', 'sin(x)^2', '\\sin^2 x'],
    ['cos^3(2x)', 'cos(2*x)^3', '\\cos^3 2x'],
    ['tan⁻¹ x', 'atan(x)', '\\arctan x'],
    ['ln|x|', 'log(abs(x))', '\\ln\\left|x\\right|'],
    ['ln x^2', 'log(x^2)', '\\ln(x^2)'],
    ['log_2(x)', 'log(x, 2)', '\\log_2 x'],
    ['log₃ x', 'log(x, 3)', '\\log_3 x'],
    ['sqrt x', 'sqrt(x)', '\\sqrt{x}'],
    ['frac{x}{x + 1}', 'x/(x + 1)', '\\frac{x}{x + 1}'],
    ['root(3)(x)', 'cbrt(x)', '\\sqrt[3]{x}'],
    ['sqrt[5]{x}', 'nthRoot(x, 5)', '\\sqrt[5]{x}'],
  ])('%s', (text, plain, tex) => {
    expect(again(text)).toBe(plain);
    expect(printLatex(read(text))).toBe(tex);
  });

  it('are read by their own names', () => {
    for (const row of FUNCTIONS) {
      const args = Array.from({ length: row.arity[0] }, (_, i) => 'xyzw'[i] ?? 'x');
      const e = read(`${row.name}(${args.join(', ')})`);
      expect(e.kind === 'call' ? e.fn : e.kind, row.name).toBe(row.name === 'log' ? 'log' : row.name);
    }
  });

  it.each([
    // A letter before a bracket is a factor, unless it is a function's by custom or by definition.
    ['x(x + 1)', 'x*(x + 1)', NO_CONTEXT],
    ['a(b + c)^2', 'a*(b + c)^2', NO_CONTEXT],
    ['e^x(x + 1)', 'exp(x)*(x + 1)', NO_CONTEXT],
    ['2(x + 1)(x - 1)', '2*(x + 1)*(x - 1)', NO_CONTEXT],
    ['x_1(y + 1)', 'x_1*(y + 1)', NO_CONTEXT],
    ['u(x + 1)', 'u(x + 1)', NO_CONTEXT],
    ['u(x + 1) + u', 'u*(x + 1) + u', NO_CONTEXT],
    ['f(x + 1)', 'f*(x + 1)', { ...NO_CONTEXT, variable: sym('f') }],
    ['a(x)', 'a(x)', { ...NO_CONTEXT, functions: new Set(['a']) }],
    ['e^x', 'e^x', { ...NO_CONTEXT, defined: new Set(['e']) }],
    ['sigma(x)', 'sigma*x', { ...NO_CONTEXT, defined: new Set(['sigma']) }],
  ])('%s is %s', (text, printed, context) => {
    expect(again(text, context)).toBe(printed);
  });
});

describe('statements', () => {
  it.each([
    ['y = x^2', ['y = x^2']],
    ['f(x) = x^2', ['f(x) = x^2']],
    ['p(t) := t^2; p(t) + 1', ['p(t) = t^2', 'p(t) + 1']],
    ['y = x^2\nz = 2 y', ['y = x^2', 'z = 2*y']],
    ['a = b = 2', ['a == b == 2']],
    ['x^2 + y^2 = 1', ['x^2 + y^2 == 1']],
    ['x^2, y^2', ['x^2', 'y^2']],
  ])('%j', (text, printed) => {
    const { statements, problems } = parsePlain(text);
    expect(problems).toEqual([]);
    expect(statements.map((s) => printPlain(s.expr))).toEqual(printed);
  });

  it('keep a leading equals sign, and what joins them', () => {
    const { statements } = parsePlain('x + x\n= 2 x; y');
    expect(statements.map((s) => [s.leading, s.joint])).toEqual([
      [null, ''],
      [null, ';'],
    ]);
    const [only] = parsePlain('= 2 x').statements;
    expect(only?.leading).toBe('=');
  });

  it('stand on either side of one that cannot be read', () => {
    const { statements, problems } = parsePlain('x^2; x % 2; y');
    expect(statements.map((s) => printPlain(s.expr))).toEqual(['x^2', 'y']);
    expect(problems).toHaveLength(1);
  });
});

describe('names', () => {
  it.each([
    ['x', 'x', 'x'],
    ['alpha', 'alpha', 'alpha'],
    ['θ', 'theta', 'theta'],
    ['yhat', 'hat:y', 'yhat'],
    ['ŷ', 'hat:y', 'yhat'],
    ['x̄', 'bar:x', 'xbar'],
    ['y_pred', 'y_pred', 'y_pred'],
    ['yhat_true', 'hat:y_true', 'yhat_true'],
    ['learning_rate', 'word:learning_rate', 'learning_rate'],
    ['loss', 'word:loss', 'loss'],
    ['constructor', 'word:constructor', 'constructor'],
  ])('%s is the symbol %s', (text, id, plain) => {
    const e = read(text);
    expect(e.kind === 'sym' ? [e.id, plainName(e)] : e.kind).toEqual([id, plain]);
  });
  it.each(['z_k', 'J_ij', 'x_1'])('%s is a component', (text) => {
    expect(read(text).kind).toBe('component');
    expect(again(text)).toBe(text);
  });
});

/** The text without its «…», and the place they mark. */
function marked(text: string): { source: string; from: number; to: number } {
  const from = text.indexOf('«');
  const to = text.indexOf('»') - 1;
  return { source: text.replace(/[«»]/g, ''), from, to };
}

describe('problems stand at their place', () => {
  it.each([
    ['syntax', 'x + «*» 2'],
    ['syntax', 'x «+»'],
    ['syntax', '2 * «(»x + 1'],
    ['syntax', 'x + 1«)»'],
    ['syntax', '«sin()»'],
    ['syntax', '1 + «sin» + x'],
    ['syntax', '1 + «sin» x (x + 1)'],
    ['syntax', '«sqrt» 2x'],
    ['syntax', '2 + «1,5»x'],
    ['syntax', '3(«0,25»x + 1)'],
    ['syntax', '«d^2y/dx»'],
    ['syntax', '«|»x + 1'],
    ['unsupported', 'a «|» b'],
    ['unsupported', '2«½»x'],
    ['unsupported', 'e«ⁱ»'],
    ['unsupported', '«sin⁻² x»'],
    ['unsupported', '«int» x^2'],
    ['unsupported', 'x + «∂x»'],
    ['unsupported', '«Let» y = x^2'],
    ['unsupported', '«gain» rate'],
    ['unsupported', '«xsin»(x)'],
    ['unsupported', 'x^2 + 2«xy» + y^2'],
    ['unsupported', '«xe»^x'],
    ['syntax', '«sin(x, y)» + 1'],
    ['syntax', '2 «3»'],
    ['syntax', 'max(x,«,» 2)'],
    ['syntax', 'y «=»'],
    ['syntax', '«(x]»'],
    ['syntax', '«√»'],
    ['unsupported', '2 * «[1, 2]»'],
    ['unsupported', 'x «%» 2'],
    ['unsupported', '1 + «i»'],
    ['unsupported', 'x + «"text"»'],
    ['unsupported', '5 cm «to» inch'],
    ['unsupported', '«det(x)»'],
    ['unsupported', 'x«.»y'],
    ['unsupported', '«null»'],
    ['unsupported', '«NaN»'],
    ['unsupported', 'x + «§»'],
    ['unsupported', '«0x1F»'],
    ['unsupported', '«(x, y)»'],
    ['unsupported', 'f(x «=» 2)'],
    ['unsupported', "«sin'(x)»"],
  ])('%s: %s', (code, text) => {
    const { source, from, to } = marked(text);
    const [problem] = parsePlain(source).problems;
    expect(problem && { code: problem.code, from: problem.from, to: problem.to }).toEqual({ code, from, to });
  });

  it.each(['', '   ', '# nothing'])('nothing in %j', (text) => {
    expect(parsePlain(text).problems[0]?.code).toBe('syntax');
  });
});

describe('places', () => {
  it.each([
    ['a + «x»^2', 'sym', 'x'],
    ['2 «sin(x)» + 1', 'call', null],
    ['y = «-x^2 / 3»', 'mul', null],
    ['2*(«x + 1»)', 'add', null],
    ['«√x» + 1', 'root', null],
    ['x + «12.50»', 'num', null],
    ['1 + «a/b»', 'div', null],
    ['sqrt(x) * «z_k»', 'component', null],
  ])('%s', (text, kind, name) => {
    const { source, from, to } = marked(text);
    const { spans } = parsePlain(source);
    const hits = [...spans].filter(([e, s]) => e.kind === kind && s.from === from && s.to === to);
    expect(hits.length).toBeGreaterThan(0);
    if (name !== null) expect(hits.some(([e]) => e.kind === 'sym' && e.id === name)).toBe(true);
  });
});

describe('choices are said', () => {
  it.each([
    ['log(x)', 'log-natural'],
    ['sigma(x)', 'sigma-sigmoid'],
    ['x(x + 1)', 'call-or-product'],
    ['1/2 x', 'fraction-slash'],
    ["(x^2)'", 'prime'],
    ['sin 2x', 'other'],
    ['sin x/2', 'other'],
    ['√2x', 'other'],
    ['e^2x', 'other'],
    ['2^3t', 'other'],
    ['x^1/2', 'other'],
    ['t^2t', 'other'],
    ['αt', 'other'],
    ['3ab', 'other'],
  ])('%s: %s', (text, kind) => {
    expect(parsePlain(text).assumptions.map((a) => a.kind)).toEqual([kind]);
  });
  it('and nothing where there was no choice', () => {
    expect(parsePlain('3x^2 y + sin(x) - f(x)/2 + x^3/3 + sin x').assumptions).toEqual([]);
  });
});

/** The hardest of them enter about two hundred blocks of code a character. */
const BLOCKS_A_CHARACTER = 500;

describe('hostile text', () => {
  /** Read with work in proportion to the length. */
  const readInLine = (text: string): ReturnType<typeof parsePlain> => {
    let reading = parsePlain('x');
    expect(workOf(() => (reading = parsePlain(text)))).toBeLessThan(BLOCKS_A_CHARACTER * text.length);
    return reading;
  };
  it.each([
    ['open brackets', '('.repeat(100_000)],
    ['nested brackets', '('.repeat(5000) + 'x' + ')'.repeat(5000)],
    ['nested calls', 'sin('.repeat(5000) + 'x' + ')'.repeat(5000)],
    ['a tower', 'x' + '^x'.repeat(5000)],
    ['factorials', 'x' + '!'.repeat(50_000)],
    ['signs', '-'.repeat(50_000) + 'x'],
    ['conditionals', 'x ? 1 : '.repeat(5000) + '0'],
    ['roots', '√'.repeat(50_000) + 'x'],
    ['derivatives', 'd/dx '.repeat(15_000) + 'x'],
    ['too long', 'x+'.repeat(60_000) + 'x'],
    ['a long number', '9'.repeat(90_000)],
    ['a wide exponent', '1e999999999'],
  ])('%s end in a problem, with work in proportion', (_, text) => {
    const { problems, statements } = readInLine(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(statements).toEqual([]);
  });
  it.each([
    ['terms', 'x' + '+x'.repeat(30_000)],
    ['factors', 'x' + ' x'.repeat(30_000)],
    ['quotients', 'x' + '/x'.repeat(300)],
    ['nested calls', 'sin('.repeat(900) + 'x' + ')'.repeat(900)],
  ])('many %s are read', (_, text) => {
    expect(readInLine(text).statements).toHaveLength(1);
  });
});
