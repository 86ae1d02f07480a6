import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/notation/latex/parse.js';
import { linesOf, unmarked } from './table.js';

// code: TeX with the problem's place marked.
const PROBLEMS = String.raw`
  unsupported: x!«!»
  unsupported: \frac{d}{dx} «\binom{n}{k}»
  syntax: x + «)»
  syntax: «(»x
  syntax: x + [y«)»
  syntax: «|»x
  unsupported: «\undefinedcommand» x
  syntax: x^2«^»3
  syntax: \frac{a}«»
  syntax: {x«»
  unsupported: f' «\mid» b
  unsupported: x «\bmod» 2
  syntax: «\int_0^1» x^2
  unsupported: «\nabla^3» f
  unsupported: «f^{-1}»(x)
  unsupported: «\log^{-1}» x
  unsupported: [f', «\dots», b]
  unsupported: f'(x) + «\cdots» + n
  syntax: x +«» \text{two words} y
  unsupported: «\sin_a» x
  syntax: «\sin»(x, y)
  syntax: «\operatorname{clamp}»(x)
  unsupported: «dy» = 2x\,dx + 3\,dz
  syntax: «\frac{d^2y}{dx}»
  syntax: \frac{d}{dx} «-» y
  unsupported: \frac{d}{d«(x^2)»} x
  syntax: «\partial»
  unsupported: «\cancel{x}» + 1
  unsupported: f' «\circ» g
  unsupported: «(f \circ g + f)(x)»
  unsupported: «(f * g)»(x)
  unsupported: «(f + g)^2»(x)
  syntax: 2 + «1,5»x
  syntax: «0,25»x^2 - 1
  syntax: 7 - «12,500»
  syntax: «frac»{x}{2}
  unsupported: w_{«2_{11}»} x
  unsupported: \frac{d}{dx} x^«\circ»
  unsupported: f' + «\overline{xy}»
  syntax: «\frac{}{x}»
  unsupported: \begin{cases} 1 & \text{if } x «\text{ is even}» \\ 0 & \text{otherwise} \end{cases}
  syntax: \begin{cases} 1 & «2» \end{cases}
  syntax: 2 \cdot«»
  syntax: x +«»
  syntax: «\cdot» x
  unsupported: «f'»(x, y)
  unsupported: f' «\%» y
  syntax: «\lim_{x}» f
  unsupported: \frac{d}{dx} «\sum» x_i
  syntax: «\sum_{i=1}^n»
  unsupported: «\left.x^2\right|_0^1»
  syntax: 3 \, «4»
  syntax: a = b, «(»c
  unsupported: f'(x) «\ll» x
  syntax: «x^1»0
  syntax: «e^1»0
`;

describe('what cannot be read is a problem with its place', () => {
  for (const line of linesOf(PROBLEMS)) {
    const [, code = '', marked = ''] = /^\s*(\w+): (.*)$/.exec(line) ?? [];
    it(line.trim(), () => {
      const { text, from, to } = unmarked(marked);
      const [problem] = parse(text).problems;
      expect(problem && { code: problem.code, from: problem.from, to: problem.to }).toEqual({
        code,
        from,
        to,
      });
    });
  }

  it('says in words what is wrong', () => {
    for (const line of linesOf(PROBLEMS)) {
      const { text } = unmarked(line.replace(/^\s*\w+: /, ''));
      for (const { message } of parse(text).problems) expect(message).toMatch(/^.{12,}[.]$/);
    }
  });

  it('leaves the statements around it readable', () => {
    const reading = parse('y = x^2, \\quad \\sin(x, y), \\quad z = 3');
    expect(reading.statements).toHaveLength(2);
    expect(reading.problems).toHaveLength(1);
  });
});
