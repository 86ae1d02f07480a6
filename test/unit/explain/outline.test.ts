import { describe, expect, test } from 'vitest';
import {
  alignedLatex,
  flatSteps,
  outline,
  outlineMarkdown,
  outlineText,
  plainText,
} from '../../../src/explain/index.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { otherWays } from '../../../src/answer/otherWays.js';
import { budgetFor } from '../../../src/service/budgets.js';
import { outlineOf, ruleTitles } from '../../../src/answer/outlines.js';
import { rightsOf, told } from '../../../src/levels.js';
import type { Level, Outline, OutlineStep } from '../../../src/protocol.js';
import { solve } from '../../../src/answer/solve.js';
import { ask } from '../meaning/note.js';
import { derived } from './derived.js';

const whole = (tex: string): Outline => outlineOf(derived(tex), [], (e) => printLatex(e));
/** As it is told at the standard level. */
const texOutline = (tex: string, level: Level = 2): Outline => {
  const o = whole(tex);
  return { ...o, steps: told(o.steps, { level }) };
};
const lines = (o: Outline): string[] =>
  flatSteps(o).map(({ step, depth }) => `${'  '.repeat(depth)}${step.number} ${step.rule}`);

describe('outline', () => {
  test.each([
    ['7', ['1 constant']],
    ['x', ['1 identity']],
    ['\\sin x', ['1 table']],
    ['5x', ['1 constant-multiple']],
    ['x^2 + 3', ['1 sum']],
    ['x^4 - x^3 + x^2 + 3', ['1 sum']],
    ['\\sin(x^2)', ['1 chain']],
    ['x \\sin(x^2)', ['1 product', '  1.1 chain']],
    ['\\arctan x', ['1 table']],
    ["(x^3)''", ['1 derivative', '  1.1 power', '2 derivative', '  2.1 constant-multiple']],
  ])('of %s has these steps, and none for what is seen at sight', (tex, expected) => {
    expect(lines(texOutline(tex))).toEqual(expected);
  });

  test.each([
    ['x^2 + 3', ['1 sum', '  1.1 power']],
    ['\\sin(x^2)', ['1 chain', '  1.1 table', '  1.2 power']],
    ['\\arctan x', ['1 table', '2 rearrange']],
    ['|x|', ['1 table', '2 sign-as-quotient', '3 boundary']],
  ])('of %s tells beginners of every step', (tex, expected) => {
    expect(lines(texOutline(tex, 3))).toEqual(expected);
  });

  test.each(['\\ln x', '\\sqrt[3]{x}', '\\frac{1}{x}', '\\frac{x^2}{x}', '\\operatorname{sgn}(x)'])(
    'of %s says nothing of pieces',
    (tex) => {
      expect(lines(texOutline(tex)).filter((l) => l.includes('boundary'))).toEqual([]);
    },
  );

  test.each([
    ['x^2 + \\sin x', 'Used: the power rule and the derivative of the sine.'],
    ['x + \\ln x', 'Used: the derivative of the natural logarithm.'],
  ])('of %s names what was seen at sight', (tex, words) => {
    expect(texOutline(tex).steps[0]?.why.endsWith(words)).toBe(true);
  });

  test('differentiates many simple terms in one line', () => {
    expect(texOutline('3x^3 - 2x^2 + 5x - 4').steps[0]).toMatchObject({
      after: '3 \\cdot 3x^2 - 2 \\cdot 2x + 5',
      result: '9x^2 - 4x + 5',
    });
  });

  test.each([
    [
      '\\begin{cases} x^2 & x < 0 \\\\ x & x \\ge 0 \\end{cases}',
      'At $x = 0$ the function is continuous; its slopes are $0$ from the left and $1$ from the right, so it has no derivative there.',
    ],
    [
      '\\begin{cases} x^2 & x < 0 \\\\ x^3 & x \\ge 0 \\end{cases}',
      'At $x = 0$ the function is continuous, and its slope is $0$ from both sides, which is its derivative there.',
    ],
    [
      '\\begin{cases} x^2 & x < 1 \\\\ x + 1 & x \\ge 1 \\end{cases}',
      'At $x = 1$ the function jumps, so it has no derivative there.',
    ],
    [
      '|x|',
      'At $x = 0$ the function is continuous; its slopes are $-1$ from the left and $1$ from the right, so it has no derivative there.',
    ],
    [
      '\\max(0, x)',
      'At $x = 0$ the function is continuous; its slopes are $0$ from the left and $1$ from the right, so it has no derivative there.',
    ],
  ])('of %s closes with what happens where the pieces meet', (tex, words) => {
    expect(texOutline(tex).steps.at(-1)).toMatchObject({ rule: 'boundary', why: words, before: '' });
  });

  test('puts the substeps’ results in before it works them out', () => {
    const [step] = texOutline('e^{-x}').steps;
    expect(step).toMatchObject({
      title: 'Chain rule',
      why: 'Let $u = -x$. Then $\\frac{d}{du}\\left[e^u\\right] = e^u$ and $\\frac{du}{dx} = -1$; multiply the two.',
      substitution: 'u = -x',
      before: '\\frac{d}{dx}\\left[e^{-x}\\right]',
      after: 'e^{-x} \\cdot \\frac{d}{dx}\\left[-x\\right]',
      putIn: 'e^{-x} \\cdot (-1)',
      result: '-e^{-x}',
    });
  });

  test('tells a derivative through a defined name as a chain', () => {
    const note = 'Let $z = g^2$ and $g = \\sin x$.';
    const asked = ask('\\frac{dz}{dx}', { note });
    const solved = asked.ok ? solve(asked, { nodes: 1000, shouldStop: () => false }) : null;
    const o = solved?.ok === true ? outlineOf(solved, [], (e) => printLatex(e)) : null;
    const chain = o && flatSteps(o).find(({ step }) => step.rule === 'chain')?.step;
    expect(chain?.why).toContain('which depends on $x$ through $g$.');
    expect(chain?.substitution).toBeUndefined();
  });

  test('names the factors of a product and their derivatives', () => {
    const [step] = texOutline('x^2 \\sin x').steps;
    expect(step?.why).toContain('$u = x^2$ and $v = \\sin x$');
    expect(step?.why).toContain("$u' = 2x$ and $v' = \\cos x$");
    expect(step?.formula).toBe("\\frac{d}{dx}\\left[uv\\right] = u'v + uv'");
  });

  test('does not name factors that are names already', () => {
    expect(texOutline("(fg)'").steps[0]?.why).toBe(
      'Each factor takes its derivative in turn, the others stay.',
    );
  });

  test('says a shared step once', () => {
    const square = derived('\\sin(x^2) + \\cos(x^2) + \\sin(x^2)e^x');
    const whys = flatSteps({
      steps: told(outline(square.derivation, (e) => printLatex(e)).steps, { level: 2 }),
    }).map(({ step }) => step.why);
    expect(whys.filter((w) => /^As in step [\d.]+\.$/.test(w)).length).toBeGreaterThan(0);
  });

  test('of a chain forty deep stays short and flat', () => {
    const deep = texOutline('\\sin('.repeat(40) + 'x' + ')'.repeat(40));
    const depths = flatSteps(deep).map(({ depth }) => depth);
    expect(Math.max(...depths)).toBeLessThan(7);
    expect(flatSteps(deep).length).toBeLessThan(100);
  });

  test('is cut where it would be too long to read', () => {
    const long = texOutline('\\sin('.repeat(120) + 'x' + ')'.repeat(120));
    expect(JSON.stringify(long).length).toBeLessThan(500_000);
    expect(flatSteps(long).some(({ step }) => step.rule === 'more')).toBe(true);
  });

  test('puts the value in last where it was asked for at a point', () => {
    const o = texOutline('\\left.\\frac{d}{dx} x^3\\right|_{x=2}');
    expect(o.answer).toBe('12');
    expect(o.steps.at(-1)).toMatchObject({ rule: 'evaluate', number: '2', after: '12' });
  });

  test('lists where the answer holds, and what the check found', () => {
    const o = texOutline('|x|');
    expect(o.conditions).toEqual(['x \\neq 0']);
    expect(o.check).toMatch(/^checked numerically at 8 points/);
    expect(texOutline("(f \\pm g)'").check).toMatch(/^not checked: /);
  });
});

describe('other ways', () => {
  test.each([
    ['\\frac{x}{x^2 + 1}', []],
    ['(x + 1)(x^2 - 3)', ['Expand first']],
    ['x^2', ['From the definition']],
    ['x^2 e^x \\sin x', []],
    ['x^2 e^x \\sin^3 x', ['Logarithmic differentiation']],
    ['\\sin(x^2)', []],
    ["(x^2)''", []],
    ['\\left.\\frac{d}{dx} x^2\\right|_{x=2}', []],
  ])('of %s are %j, in every format', (tex, titles) => {
    const solved = derived(tex);
    const alternatives = otherWays(solved, budgetFor('otherWays'));
    expect(alternatives.map((a) => a.title)).toEqual(titles);
    const o = outlineOf(solved, [], (e) => printLatex(e), { alternatives });
    expect((o.alternatives ?? []).map((a) => a.title)).toEqual(titles);
    const [markdown, text] = [
      outlineMarkdown(o),
      outlineText(outlineOf(solved, [], plainText, { alternatives })),
    ];
    for (const title of titles) {
      expect(markdown).toContain(`Another way: **${title}**`);
      expect(text).toContain(`Another way: ${title}`);
    }
  });

  test('have numbered steps of their own, each with a reason', () => {
    const solved = derived('x^2');
    const o = outlineOf(solved, [], (e) => printLatex(e), {
      alternatives: otherWays(solved, budgetFor('otherWays')),
    });
    const [way] = o.alternatives ?? [];
    expect(way?.steps[0]).toMatchObject({ number: '1', rule: 'definition-limit' });
    expect(way?.steps[0]?.children.map((s) => [s.number, s.rule])).toEqual([
      ['1.1', 'rewrite-quotient'],
      ['1.2', 'rewrite-quotient'],
      ['1.3', 'take-limit'],
    ]);
    expect(flatSteps({ ...o, steps: way?.steps ?? [] }).every(({ step }) => step.why !== '')).toBe(true);
  });
});

describe('as Markdown', () => {
  const markdown = (tex: string, level: Level): string => outlineMarkdown(whole(tex), { level });

  test('every line stands in a display formula', () => {
    expect(markdown('x^2 \\sin x', 1).split('\n').slice(0, 12)).toEqual([
      '$$',
      '\\frac{d}{dx}\\left[x^2\\sin x\\right] = ' + whole('x^2 \\sin x').answer,
      '$$',
      '',
      '1. **Product rule.**',
      '',
      '   $$',
      '   \\begin{aligned}',
      '   \\frac{d}{dx}\\left[x^2\\sin x\\right] &= 2x\\sin x + x^2\\cos x \\\\',
      '   &= ' + whole('x^2 \\sin x').answer,
      '   \\end{aligned}',
      '   $$',
    ]);
  });

  test.each([1, 2, 3] as const)('at level %i tells beginners alone the formulas of rules', (level) => {
    expect(markdown('x^2 \\sin x', level).includes("= u'v + uv'$")).toBe(level === 3);
    const text = outlineText(outlineOf(derived('x^2 \\sin x'), [], plainText), { level });
    expect(text.includes('Rule: ')).toBe(level === 3);
  });

  test.each(['x e^{-x}', '\\frac{x^2 - 1}{x^2 + 1}', 'x^2 + y^2 = 25', '\\max(0, x)'])(
    'of %s holds every line of the level that is told',
    (tex) => {
      for (const level of [1, 2, 3] as const) {
        const text = markdown(tex, level);
        for (const { step } of flatSteps({ steps: told(whole(tex).steps, { level }) }))
          for (const line of step.before === '' ? [step.why] : [step.before, ...rightsOf(step)])
            expect(text).toContain(line);
      }
    },
  );
});

describe('rule titles', () => {
  test('come from the outermost in, each once', () => {
    expect(ruleTitles(derived('x^2 e^{x^2}').derivation)).toEqual([
      'Product rule',
      'Power rule',
      'Chain rule',
      'Derivative of the exponential',
    ]);
  });
});

describe('plain text', () => {
  test.each([
    ['x^2 \\sin x', 'x^2*sin(x)'],
    ['f(g(x))', 'f(g(x))'],
    ["f'g + f''", 'f′*g + f′′'],
    ['\\frac{d}{dx} x^2', 'd/dx(x^2)'],
    ['\\frac{dy}{dx}', 'dy/dx'],
    ['f \\pm g', 'f ± g'],
  ])('of %s is %s', async (tex, expected) => {
    const { parse } = await import('../../../src/notation/latex/parse.js');
    const e = parse(tex).statements[0]?.expr;
    expect(e && plainText(e)).toBe(expected);
  });

  test.each(['x^2 \\sin x', 'e^{\\sin(x^2)}', '\\frac{x}{x^2+1}'])('outline of %s fits a terminal', (tex) => {
    const text = outlineText(outlineOf(derived(tex), [], plainText));
    expect(Math.max(...text.split('\n').map((l) => l.length))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/[$\\]|undefined|null/);
  });
});

describe('aligned LaTeX', () => {
  const aligned = (tex: string, level: Level = 2): readonly string[] => {
    const { derivation, point } = derived(tex);
    return alignedLatex(derivation, (e) => printLatex(e), level, point)
      .split('\n')
      .map((line) => line.replace(/ \\\\$/, ''))
      .filter((line) => !/^\\(?:begin|end)/.test(line));
  };

  test.each<[string, Level, readonly string[]]>([
    ['x e^{-x}', 1, ['\\frac{d}{dx}\\left[xe^{-x}\\right] &= e^{-x} - xe^{-x}', '&= e^{-x}(1 - x)']],
    [
      'x e^{-x}',
      2,
      [
        '\\frac{d}{dx}\\left[xe^{-x}\\right] &= e^{-x} + x \\cdot \\frac{d}{dx}\\left[e^{-x}\\right]',
        '&= e^{-x} + xe^{-x} \\cdot (-1)',
        '&= e^{-x} - xe^{-x}',
        '&= e^{-x}(1 - x)',
      ],
    ],
    ['x^2', 2, ['\\frac{d}{dx}\\left[x^2\\right] &= 2x']],
    [
      'x^2 + y^2 = 25',
      2,
      [
        'x^2 + y^2 &= 25',
        '\\frac{d}{dx}\\left[x^2 + y^2\\right] &= 0',
        '\\frac{d}{dx}\\left[x^2\\right] + \\frac{d}{dx}\\left[y^2\\right] &= 0',
        "2x + 2yy' &= 0",
        '\\frac{dy}{dx} &= -\\frac{2x}{2y}',
        '&= -\\frac{x}{y}',
      ],
    ],
    [
      "(x^3)''",
      2,
      [
        '\\frac{d}{dx}\\left[x^3\\right] &= 3x^2',
        '\\frac{d^2}{dx^2}\\left[x^3\\right] &= \\frac{d}{dx}\\left[3x^2\\right]',
        '&= 3\\frac{d}{dx}\\left[x^2\\right]',
        '&= 3 \\cdot 2x',
        '&= 6x',
      ],
    ],
    [
      '\\left.\\frac{d}{dx} x^3\\right|_{x=2}',
      1,
      [
        '\\frac{d}{dx}\\left[x^3\\right] &= 3x^2',
        '\\left.\\frac{d}{dx}\\left[x^3\\right]\\right|_{x=2} &= \\left.3x^2\\right|_{x=2}',
        '&= 12',
      ],
    ],
  ])('of %s at level %i holds every line', (tex, level, lines) => {
    expect(aligned(tex, level)).toEqual(lines);
  });

  test.each([
    '\\frac{1}{1 + e^{-x}}',
    'x e^{-x}',
    'x \\ln x + 5x - 3',
    '\\frac{x^2 - 1}{x^2 + 1}',
    'x^2 + y^2 = 25',
    '\\sin^3(2x)',
    'x^x',
  ])('of %s has no lines that no one writes, and every sign', (tex) => {
    for (const level of [1, 2, 3] as const) {
      const lines = aligned(tex, level).join('\n');
      expect(lines).not.toMatch(/\\frac\{dx\}\{dx\}|(?<![\d.])1 \\cdot|\b0 \+|\+ 0\b|\\left\[\d+\\right\]/);
    }
  });

  test.each(['\\frac{(x+1)^2\\sqrt{x-1}}{(x+4)^3}', '\\sqrt{x}(x^2-3)', '\\frac{x e^{-3x}}{x^2+1}'])(
    'of %s tells as much of the tidying as the steps do',
    (tex) => {
      const { steps } = texOutline(tex);
      const told = steps.filter((s) => s.phase === 'tidy').flatMap((s) => rightsOf(s).slice(-1));
      const lines = aligned(tex).map((line) => line.replace(/^.*&= /, ''));
      const raw = rightsOf(steps.find((s) => s.phase === 'differentiate') as OutlineStep).at(-1) ?? '';
      expect(lines.slice(lines.indexOf(raw) + 1)).toEqual(told);
    },
  );

  test('shows a minus that comes from within before it goes', () => {
    expect(aligned('\\frac{1}{1 + e^{-x}}').join('\n')).toMatch(/-\\frac\{-e\^\{-x\}\}|-\(-e|\\cdot \(-1\)/);
  });
});
