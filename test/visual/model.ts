/** Messages with which the panel is tried: a derivation as the editor would send it. */
import { samplePlot } from '../../src/plot/plot.js';
import { outlineFor, PRACTICES } from './practice.js';
import type { OutlineStep, PanelModel, Plot, ToPanel } from '../../src/protocol.js';

const f = (x: number): number => x ** 2 * Math.exp(-x / 2) * Math.sin(3 * x);
const derivative = (x: number): number => {
  const e = Math.exp(-x / 2);
  return 2 * x * e * Math.sin(3 * x) - (x * x * e * Math.sin(3 * x)) / 2 + 3 * x * x * e * Math.cos(3 * x);
};

const wave = (x?: readonly [number, number]): Plot =>
  samplePlot(f, derivative, { variable: 'x', parameters: 'a = 3', ...(x ? { x } : { x: [-1, 9] }) });

const tangent = (x?: readonly [number, number]): Plot =>
  samplePlot(Math.tan, (t) => 1 / Math.cos(t) ** 2, {
    variable: 'x',
    trigonometric: true,
    ...(x ? { x } : {}),
  });

/** The plot of a message's function over a window. */
export const plotOf = (name: string, x: readonly [number, number]): Plot =>
  (name === 'simple' ? tangent : wave)(x);

type Line = [
  rule: string,
  title: string,
  formula: string | null,
  why: string,
  before: string,
  after: string,
  result?: string,
];
const step = (
  number: string,
  [rule, title, formula, why, before, after, result]: Line,
  ...children: OutlineStep[]
): OutlineStep => ({
  number,
  rule,
  title,
  formula,
  why,
  before,
  after,
  result: result ?? null,
  children,
});

const d = (of: string): string => `\\frac{d}{dx}\\left[${of}\\right]`;
const E = 'e^{-\\frac{x}{2}}';
const S = '\\sin(ax)';

const steps: OutlineStep[] = [
  step(
    '1',
    [
      'product',
      'Product rule',
      "(uvw)' = u'vw + uv'w + uvw'",
      `Three factors depend on $x$: take the derivative of one at a time, keep the others, and add: $u = x^2$, $v = ${E}$ and $w = ${S}$.`,
      d(`x^2 ${E} ${S}`),
      `${d('x^2')}\\,${E} ${S} + x^2 ${d(E)}\\,${S} + x^2 ${E}\\,${d(S)}`,
      `2x ${E} ${S} - \\tfrac12 x^2 ${E} ${S} + a x^2 ${E} \\cos(ax)`,
    ],
    step('1.1', [
      'power',
      'Power rule',
      "(x^n)' = n x^{n-1}",
      'The exponent $2$ does not depend on $x$.',
      d('x^2'),
      '2x',
    ]),
    step(
      '1.2',
      [
        'chain',
        'Chain rule',
        "f(u)' = f'(u)\\,u'",
        'The inner function is $u = -\\frac{x}{2}$; the outer one is $e^u$.',
        d(E),
        `${E} \\cdot ${d('-\\frac{x}{2}')}`,
        `-\\tfrac12 ${E}`,
      ],
      step(
        '1.2.1',
        [
          'constant-multiple',
          'Constant multiple',
          "(cu)' = c\\,u'",
          'The factor $-\\frac12$ is constant and stays in front.',
          d('-\\frac{x}{2}'),
          `-\\frac12 ${d('x')}`,
          '-\\frac12',
        ],
        step('1.2.1.1', [
          'identity',
          'The variable itself',
          "x' = 1",
          'It grows as fast as itself.',
          d('x'),
          '1',
        ]),
      ),
    ),
    step(
      '1.3',
      [
        'chain',
        'Chain rule',
        "f(u)' = f'(u)\\,u'",
        'The inner function is $u = ax$; the outer one is $\\sin u$.',
        d(S),
        `\\cos(ax) \\cdot ${d('ax')}`,
        'a \\cos(ax)',
      ],
      step('1.3.1', [
        'constant-multiple',
        'Constant multiple',
        "(cu)' = c\\,u'",
        'The factor $a$ does not depend on $x$.',
        d('ax'),
        'a',
      ]),
    ),
  ),
  step('2', [
    'factor-out',
    'Factor out',
    'uv + uw = u(v + w)',
    `$\\tfrac12 x ${E}$ is common to all terms.`,
    `2x ${E} ${S} - \\tfrac12 x^2 ${E} ${S} + a x^2 ${E} \\cos(ax)`,
    `\\tfrac12 x ${E} \\bigl((4 - x) ${S} + 2 a x \\cos(ax)\\bigr)`,
  ]),
];

const answer = `\\tfrac12 x ${E} \\bigl((4 - x) ${S} + 2 a x \\cos(ax)\\bigr)`;

const rich: PanelModel = {
  source: { uri: 'file:///note.md', version: 3, from: 120, to: 160 },
  request: { text: 'x^2' },
  outline: {
    question: d(`x^2 ${E} ${S}`),
    answer,
    also: `${E} \\left(2x ${S} - \\tfrac12 x^2 ${S} + a x^2 \\cos(ax)\\right)`,
    steps,
    conditions: ['a \\in \\mathbb{R}'],
    check: 'Agrees with a numeric derivative at 12 points; the largest difference is 3·10⁻¹¹.',
    verdict: 'agrees',
    assumptions: [
      '$e$ is read as Euler’s number',
      'the variable is $x$, as the note says “with respect to $x$”',
    ],
    alternatives: [
      {
        title: 'Logarithmic differentiation',
        answer,
        steps: [
          step('1', [
            'logarithmic',
            'Logarithmic differentiation',
            null,
            'Take the logarithm, differentiate, and multiply by the function.',
            d(`x^2 ${E} ${S}`),
            answer,
          ]),
        ],
      },
    ],
  },
  plot: wave(),
  variable: 'x',
  variables: [
    { name: 'x', tex: 'x' },
    { name: 'a', tex: 'a' },
  ],
  stale: false,
  telling: { level: 2, understood: [] },
};

const simple: PanelModel = {
  ...rich,
  outline: {
    question: '\\frac{d}{dx} \\tan x',
    answer: '\\frac{1}{\\cos^2 x}',
    also: '1 + \\tan^2 x',
    steps: [
      step('1', [
        'tan',
        'Tangent',
        "(\\tan x)' = \\frac{1}{\\cos^2 x}",
        'A known derivative.',
        '\\frac{d}{dx} \\tan x',
        '\\frac{1}{\\cos^2 x}',
      ]),
    ],
    conditions: ['\\cos x \\ne 0'],
    check: 'Too few points at which both sides are defined.',
    verdict: 'undecided',
    assumptions: [],
  },
  plot: tangent(),
  variables: [{ name: 'x', tex: 'x' }],
};

// A chain of functions a thousand deep: what only opens when asked costs nothing before.
function deep(level: number): OutlineStep {
  const number = Array.from({ length: Math.min(level, 6) }, () => '1').join('.');
  const line: Line = ['chain', 'Chain rule', null, 'The inner function is $u$.', 'f(u)', "f'(u)"];
  return step(number, line, ...(level < 1000 ? [deep(level + 1)] : []));
}

const QUESTION = '\\frac{x e^{-3x}}{x^2 + 1}';
const told = (level: 1 | 2 | 3): ToPanel => ({
  type: 'show',
  model: { ...rich, outline: outlineFor(QUESTION), telling: { level, understood: [] } },
});

/** What the editor says first, by the name in the page's address. */
export const messages: Readonly<Record<string, ToPanel>> = {
  rich: { type: 'show', model: rich },
  simple: { type: 'show', model: simple },
  brief: told(1),
  standard: told(2),
  beginner: told(3),
  implicit: { type: 'show', model: { ...rich, outline: outlineFor('x^2 + y^2 = 25'), plot: null } },
  ...PRACTICES,
  deep: { type: 'show', model: { ...rich, outline: { ...rich.outline, steps: [deep(1)] } } },
  refusal: {
    type: 'refuse',
    title: 'This formula cannot be read',
    message: 'A closing brace is missing after $\\sqrt{x$ at column 14 of line 3.',
  },
};
