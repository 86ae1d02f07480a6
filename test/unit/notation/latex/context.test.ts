import { describe, expect, it } from 'vitest';
import { sym } from '../../../../src/core/expr.js';
import { NO_CONTEXT, type Context } from '../../../../src/notation/notation.js';
import { macrosOf } from '../../../../src/notation/latex/macros/macro.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { showReading } from './show.js';
import { linesOf, readsTable, unmarked } from './table.js';

const context = (over: Partial<Context>): Context => ({ ...NO_CONTEXT, ...over });
const names = (...ids: string[]): ReadonlySet<string> => new Set(ids);

readsTable(
  'functions of the document',
  String.raw`
  q(x+1)  ⇒  q((+ x 1))
  \sigma(x)  ⇒  sigma(x)
  \sigma'(x)  ⇒  sigma'(x)
  q_x  ⇒  (P q x)
  q_{xy}  ⇒  (P (P q x) y)
  q^{(3)}  ⇒  q'''
  \hat y(x, w)  ⇒  hat:y(x, w)
  \sin q(x)  ⇒  (sin q(x))
  `,
  context({ functions: names('q', 'sigma'), defined: names('q', 'sigma') }),
);
readsTable(
  'quantities of the document',
  String.raw`
  e^x  ⇒  (exp x)
  e^2  ⇒  (^ e 2)
  e  ⇒  e
  \pi r  ⇒  (* pi r)
  u(x+1)  ⇒  (* u (+ x 1))
  x^T A  ⇒  (* (^ x T) A)
  \delta_{ij}  ⇒  delta[i,j]
  D_x f  ⇒  (* D_x f)
  `,
  context({ defined: names('e', 'pi', 'u', 'T', 'delta', 'D') }),
);
readsTable(
  'the variable is no function',
  String.raw`
  f(x+1)  ⇒  (* f (+ x 1))
  f'  ⇒  (D f ·)
  y(f)  ⇒  y(f)
  `,
  context({ variable: sym('f') }),
);
readsTable('logarithms to base 10', String.raw`\log x  ⇒  (log x 10)`, context({ logBase: '10' }));
readsTable(
  'logarithms to base 2',
  String.raw`\log(x) + \ln x  ⇒  (+ (log x 2) (ln x))`,
  context({ logBase: '2' }),
);
readsTable(
  'macros of the settings',
  String.raw`
  \loss(\w)  ⇒  calligraphic:L(bold:w)
  \half{x}  ⇒  (/ x 2)
  \sq{x+1}  ⇒  (^ (+ x 1) 2)
  \R  ⇒  blackboard:R
  `,
  context({
    macros: macrosOf({
      '\\loss': '\\mathcal{L}',
      '\\w': '\\mathbf{w}',
      '\\half': '\\frac{#1}{2}',
      '\\sq': '(#1)^2',
    }),
  }),
);

describe('macros that are no use', () => {
  const macros = {
    '\\bad': '{',
    '\\again': '\\again x',
    '\\ping': '\\pong',
    '\\pong': '\\ping',
    x: 'y',
    '\\ok': '2',
  };
  const cases: [string, string][] = [
    ['\\ok + z', '(+ 2 z)'],
    ['z + 1', '(+ z 1)'],
    ['\\bad + z', '!unsupported'],
    ['\\again', '!limit'],
    ['\\ping', '!limit'],
  ];
  for (const [tex, expected] of cases) {
    it(`${tex} is ${expected}`, () => {
      expect(showReading(parse(tex, context({ macros: macrosOf(macros) })))).toBe(expected);
    });
  }
});

// kind: TeX with the place marked.
const ASSUMPTIONS = String.raw`
  log-natural: 2«\log» x + \log y
  sigma-sigmoid: «\sigma»(x)
  fraction-slash: 1«/»2x
  fraction-slash: \sin \pi«/»2
  call-or-product: «J(\theta)»
  other: «f_x»
  other: «w^T» x
  other: «x^{(i)}»
  other: \frac{d}{dx}«(x)»(y)
`;
describe('a chosen reading is said', () => {
  for (const line of linesOf(ASSUMPTIONS)) {
    const [, kind = '', marked = ''] = /^\s*([\w-]+): (.*)$/.exec(line) ?? [];
    it(line.trim(), () => {
      const { text, from, to } = unmarked(marked);
      const { assumptions } = parse(text);
      expect(assumptions.map((a) => ({ kind: a.kind, from: a.from, to: a.to }))).toEqual([
        { kind, from, to },
      ]);
    });
  }
  it('and nothing where there is no choice', () => {
    for (const tex of ['f(x)', '\\ln x', '\\log_2 x', 'a/b', 'x(x+1)', '\\frac{d}{dx}x^2']) {
      expect(parse(tex).assumptions).toEqual([]);
    }
  });
});
