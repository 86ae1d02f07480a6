import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/command.js';
import type { ReportedClaim } from '../../../src/headless/index.js';

async function leibniz(...args: readonly string[]): Promise<string> {
  let out = '';
  await run(args, '1.2.3', {
    input: Readable.from([]),
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      out += text;
    },
  });
  return out;
}

const folder = mkdtempSync(join(tmpdir(), 'leibniz-explain-'));
let files = 0;
function file(text: string): string {
  const path = join(folder, `note${String(++files)}.md`);
  writeFileSync(path, text);
  return path;
}
const said = async (text: string): Promise<readonly string[]> =>
  (await leibniz('check', '--explain', file(text))).split('\n').map((line) => line.trim());

describe('check --explain says of a claim', () => {
  test.each([
    ['the variable of an operator', '$\\frac{d}{dx} x^2 = 2x$', 'by x: the operator names it'],
    [
      'a constant of the note',
      'Let $q$ be a constant.\n\n$\\frac{d}{dx} qx = q$',
      'q (constant): the note says so in line 1',
    ],
    [
      'a constant with a number',
      'With $k = 3$.\n\n$\\frac{d}{dx} kx = k$',
      'k (constant): it is given a number in line 1',
    ],
    ['a constant by custom', '$\\frac{d}{dx} ax = a$', 'a (constant): by the custom of letters'],
    [
      'a definition, its place and its section',
      "# Growth\n\n$$f(x) = x^2$$\n\n$$f'(x) = 2x$$",
      'f (defined): defined in line 3 (equation), in “Growth”',
    ],
    [
      'a definition in a sentence',
      "Let $f(x) = x^2$. Then $f'(x) = 2x$.",
      'f (defined): defined in line 1 (sentence)',
    ],
    [
      'a definition after where',
      '$\\frac{dy}{dx} = 2u \\frac{du}{dx}$, where $y = u^2$',
      'y (defined): defined in line 1 (where)',
    ],
    [
      'a function by custom',
      '$\\frac{d}{dt} mv = m\\frac{dv}{dt}$',
      'v (function): a function of t: by the custom of letters',
    ],
    [
      'a function by its prime',
      "$\\frac{d}{dx} x p = p + x p'$",
      'p (function): a function of x: it is written with a prime',
    ],
    [
      'a name with a prime',
      "Of $k(x, x')$ and $\\frac{\\partial}{\\partial x}(x - x')^2 = 2(x - x')$",
      'x′ (primed): a quantity beside x, and no derivative because a list holds it beside the name without a prime: r(s, a, s′) (line 1)',
    ],
    ['the reading that decides', '$\\frac{d}{dx} x^2 = 2x$', 'decided as it is written'],
    [
      'one that was tried besides',
      '$\\frac{d}{dx} \\log x = \\frac{1}{x \\ln 10}$',
      'decided with log to base 10',
    ],
    ['that none decides', '$\\frac{d}{dx} ax = \\epsilon$', 'no reading decides'],
    ['that it is underlined', '$\\frac{d}{dx} x^2 = 3x$', 'underlined'],
    ['that it holds', '$\\frac{d}{dx} x^2 = 2x$', 'not underlined: It holds.'],
    ['that it holds in part', '$\\frac{d}{dx} |x| = 1$', 'not underlined: It holds in part.'],
    [
      'that it is quoted',
      "It is wrong that $(x^2)' = x$.",
      'not underlined: The text quotes it as a mistake.',
    ],
    [
      'that words make it a claim',
      'The derivative of $x^2$ is $3x$.',
      'not underlined: No derivative is written in the formula itself: the words or formulas round it make it a claim.',
    ],
  ])('%s', async (_, note, line) => {
    expect(await said(note)).toContain(line);
  });

  test('where the text is not trusted, nothing that a terminal would obey', async () => {
    expect(
      await leibniz('check', '--explain', file("# \u001b[31mred\n\n$f(x) = x$, $f'(x) = 2$")),
    ).not.toContain('\u001b');
  });

  test('the same as data', async () => {
    const out = await leibniz('check', '--explain', '--format', 'json', file('$\\frac{d}{dx} ax = a$'));
    const [report] = JSON.parse(out) as readonly { readonly claims: readonly ReportedClaim[] }[];
    expect(report?.claims[0]?.reading).toEqual({
      variable: { name: 'x', why: 'the operator names it' },
      roles: [
        { name: 'a', role: 'constant', why: 'by the custom of letters' },
        { name: 'x', role: 'variable', why: 'the operator names it' },
      ],
      refused: null,
      tried: [{ reading: 'as it is written', verdict: 'true' }],
      decided: 'as it is written',
      notUnderlined: 'It holds.',
    });
    expect(await leibniz('check', '--format', 'json', file("$(x^2)' = 2x$"))).not.toContain('"reading"');
  });
});

describe('derive --explain says of a question', () => {
  test.each([
    [['x^2'], 'by x: it is the only name'],
    [['a*x'], 'by x: of the names here one most often differentiates by it'],
    [['--variable', 'y', 'x*y'], 'by y: it was asked for'],
    [['g(t) = a t'], 'by t: the function is given as one of it'],
    [['\\frac{d}{dt} e^{-at}'], 'by t: the operator names it'],
    [['a*x'], 'a (constant): by the custom of letters'],
  ])('%j: %s', async (args, line) => {
    expect((await leibniz('derive', '--explain', ...args)).split('\n').map((l) => l.trim())).toContain(line);
  });

  test('the same as data, and nothing unasked', async () => {
    const reply = JSON.parse(await leibniz('derive', '--explain', '--format', 'json', 'a*x')) as {
      readonly reading: unknown;
    };
    expect(reply.reading).toMatchObject({ variable: { name: 'x' }, refused: null });
    expect(await leibniz('derive', '--format', 'json', 'a*x')).not.toContain('"reading"');
    expect(await leibniz('derive', 'a*x')).not.toContain('Read:');
  });
});
