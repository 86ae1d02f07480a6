import { describe, expect, it } from 'vitest';
import { definedNames, parse, primedNames } from '../../../../src/notation/latex/parse.js';
import { show } from './show.js';

const defined = (tex: string): string[] =>
  definedNames(parse(tex)).map((d) => {
    const params = d.params.length > 0 ? `(${d.params.map((p) => p.id).join(',')})` : '';
    const indices = d.indices.length > 0 ? `[${d.indices.map((i) => i.id).join(',')}]` : '';
    return `${d.name.id}${params}${indices} ${d.op} ${show(d.value)}`;
  });

const CASES: [string, string[]][] = [
  ['f(x) = x^2', ['f(x) = (^ x 2)']],
  ['L(y, \\hat y) = (y - \\hat y)^2', ['L(y,hat:y) = (^ (+ y (* -1 hat:y)) 2)']],
  ['\\sigma(z) = \\frac{1}{1+e^{-z}}', ['sigma(z) = (/ 1 (+ 1 (exp (* -1 z))))']],
  ['\\hat y = \\sigma(z)', ['hat:y = (sigmoid z)']],
  ['\\alpha := 0.01', ['alpha := 0.01']],
  ['y = u^2, \\quad u = 3x', ['y = (^ u 2)', 'u = (* 3 x)']],
  ['p_i = \\frac{z_i}{n}', ['p[i] = (/ z[i] n)']],
  ['y = a = b', ['y = a']],
  ['f(2) = 3', []],
  ["f'(x) = 2x", []],
  ['\\frac{dy}{dx} = 2x', []],
  ['= 2x', []],
  ['x > 0', []],
  ['x \\neq 0', []],
  ['x + y = 1', []],
];

describe('names that a reading defines', () => {
  for (const [tex, expected] of CASES) {
    it(`${tex}: ${expected.join('; ') || 'none'}`, () => {
      expect(defined(tex)).toEqual(expected);
    });
  }
  it('each with its place', () => {
    const tex = 'y = u^2,\\quad u = 3x';
    expect(definedNames(parse(tex)).map((d) => tex.slice(d.from, d.to))).toEqual(['y = u^2', 'u = 3x']);
  });
  it('a name defined with arguments is a function in the same text, also before', () => {
    const [first] = parse('q(x+1), \\text{where } q(x) = x^2').statements;
    expect(first && show(first.expr)).toBe('q((+ x 1))');
  });
});

describe('names written primed', () => {
  const cases: [string, string[]][] = [
    ["(uv)' = u'v + uv'", ['u', 'v']],
    ["y'' + y = 0", ['y']],
    ["f'(x) + g(x)", ['f']],
    ["(x^2)' = 2x", []],
  ];
  for (const [tex, expected] of cases) {
    it(`${tex}: ${expected.join(', ') || 'none'}`, () => {
      expect([...primedNames(parse(tex))]).toEqual(expected);
    });
  }
});
