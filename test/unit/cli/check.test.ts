import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/command.js';
import type { ReportedClaim } from '../../../src/headless/index.js';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}
interface Report {
  readonly file: string;
  readonly ms: number;
  readonly error: string | null;
  readonly claims: readonly ReportedClaim[];
}

async function check(args: readonly string[], input = ''): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await run(['check', ...args], '1.2.3', {
    input: Readable.from([Buffer.from(input)]),
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text + '\n';
    },
  });
  return { status, out, err };
}
const reports = ({ out }: Ran): readonly Report[] => JSON.parse(out) as Report[];
const json = async (...files: readonly string[]): Promise<readonly Report[]> =>
  reports(await check(['--format', 'json', ...files]));

const folder = mkdtempSync(join(tmpdir(), 'leibniz-check-'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const RIGHT = file('right.md', "Both $(x^2)' = 2x$ and $(x^3)' = 3x^2$ hold.\n");
const WRONG = file('wrong.md', "# Rules\n\nHere $(x^2)' = 2x$,\nbut $\\frac{d}{dx}\\cos x = \\sin x$.\n");
const QUOTED = file('quoted.md', "It is wrong that $(x^2)' = x$.\n");
const PARTLY = file('partly.md', '$\\frac{d}{dx}|x| = 1$ and $\\frac{d}{dx} ax = \\epsilon$\n');
const MISSING = join(folder, 'missing.md');

describe('the exit status', () => {
  test.each([
    ['nothing wrong', [RIGHT], 0],
    ['no claim at all', [file('empty.md', '')], 0],
    ['something wrong', [WRONG], 1],
    ['something wrong in one of many', [RIGHT, WRONG, PARTLY], 1],
    ['a mistake that the text quotes', [QUOTED], 0],
    ['right in part, or undecided', [PARTLY], 0],
    ['no readable file', [MISSING], 2],
    ['a folder without notes', [mkdtempSync(join(tmpdir(), 'leibniz-none-'))], 2],
    ['a readable file beside another', [MISSING, RIGHT], 0],
    ['a wrong one beside an unreadable one', [MISSING, WRONG], 1],
    ['no file', [], 2],
    ['an unknown format', ['--format', 'xml', RIGHT], 2],
    ['an unknown option', ['--loud', RIGHT], 2],
  ])('%s', async (_, args, status) => {
    expect((await check(args)).status).toBe(status);
    expect((await check(['--format=json', ...args])).status).toBe(args[0] === '--format' ? 2 : status);
  });
});

describe('the text form', () => {
  test('has one line a claim that is not right, where a reader should look, and a count', async () => {
    const { out, err } = await check([RIGHT, WRONG]);
    const [line, count, ...rest] = out.split('\n');
    expect(line).toMatch(
      new RegExp(
        `^${WRONG}:4:\\d+: false: Nearly right\\. .*The derivative is -sin\\(x\\)\\..*\\(trig-sign\\)$`,
      ),
    );
    expect(count).toBe('4 claims, 3 right, 1 wrong, 0 right in part, 0 undecided');
    expect([rest, err]).toEqual([[''], '']);
  });
  test('tells partial, undecided and quoted claims apart', async () => {
    const { out } = await check([PARTLY, QUOTED]);
    expect(out).toMatch(/: conditional: Right only for x > 0\..*\(abs-value-lost\)\n/);
    expect(out).toMatch(/: undecided: Nothing here says what epsilon stands for\.\n/);
    expect(out).toMatch(/\(missing-factor\) \[quoted as a mistake\]\n/);
    expect(out).toMatch(/3 claims, 0 right, 0 wrong, 1 right in part, 1 undecided, 1 quoted as mistakes\n$/);
  });
  test('marks what an editor does not underline, which is wrong all the same', async () => {
    const text = "# A\n\nThe derivative of $\\sin x$ is $-\\cos x$.\n\n# B\n\nHere $(x^2)' = 3x$.\n";
    const { out, status } = await check([file('told.md', text)]);
    expect(out.split('\n').map((line) => line.endsWith('[not underlined]'))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(status).toBe(1);
  });
  test('counts one claim in the singular, and none', async () => {
    expect((await check([file('one.md', "$(x)' = 1$")])).out).toMatch(/^1 claim, 1 right/);
    expect((await check([file('none.md', 'No maths.')])).out).toMatch(/^0 claims, 0 right/);
  });
  test('complains of unreadable files on standard error, and goes on', async () => {
    const { out, err } = await check([MISSING, RIGHT]);
    expect(err).toMatch(/^leibniz: .*missing\.md cannot be checked: /);
    expect(out).toBe('2 claims, 2 right, 0 wrong, 0 right in part, 0 undecided\n');
  });
  test('prints nothing where nothing could be read', async () => {
    expect((await check([MISSING])).out).toBe('');
  });
});

describe('the JSON form', () => {
  test('has a report a file, in order, whatever became of it', async () => {
    const [a, b, c] = await json(WRONG, MISSING, RIGHT);
    expect([a?.file, b?.file, c?.file]).toEqual([WRONG, MISSING, RIGHT]);
    expect([a?.error, c?.error]).toEqual([null, null]);
    expect(b?.error).toContain('cannot be checked');
    expect([a?.claims.length, b?.claims.length, c?.claims.length]).toEqual([2, 0, 2]);
    expect(a?.ms).toBeGreaterThan(0);
  });
  test('says all about a wrong claim', async () => {
    const [report] = await json(WRONG);
    expect(report?.claims[1]).toMatchObject({
      line: 4,
      column: 5,
      endLine: 4,
      tex: '\\frac{d}{dx}\\cos x = \\sin x',
      verdict: 'false',
      expected: '-\\sin x',
      mistake: 'trig-sign',
      quoted: false,
      underlined: true,
      counterexample: { at: { x: 1 } },
    });
  });
  test('leaves out what a right claim has not', async () => {
    const [report] = await json(RIGHT);
    expect(report?.claims[0]).toMatchObject({
      verdict: 'true',
      expected: null,
      mistake: null,
      counterexample: null,
      quoted: false,
    });
  });
  test('marks quoted mistakes', async () => {
    const [report] = await json(QUOTED);
    expect(report?.claims[0]).toMatchObject({ verdict: 'false', quoted: true });
  });
  test('is JSON alone where nothing could be read', async () => {
    const ran = await check(['--format', 'json', MISSING]);
    expect(reports(ran)).toMatchObject([{ file: MISSING, claims: [] }]);
    expect(ran.err).not.toBe('');
  });
});

describe('kinds of files', () => {
  const claim = "(x^2)' = 3x";
  test.each([
    ['a.md', `$${claim}$`],
    ['a.markdown', `$${claim}$`],
    ['a.qmd', `$${claim}$`],
    ['a.Rmd', `$${claim}$`],
    ['a.txt', `$${claim}$`],
    ['a.tex', `\\begin{equation}\n${claim}\n\\end{equation}`],
    ['a.ipynb', JSON.stringify({ cells: [{ cell_type: 'markdown', source: [`$${claim}$`] }] })],
    ['a.ts', `/** $${claim}$ */\nexport const a = 1;`],
    ['a.mjs', `/** $${claim}$ */\nexport const a = 1;`],
  ])('%s', async (name, text) => {
    const [report] = await json(file(name, text));
    expect(report?.claims.map((c) => c.verdict)).toEqual(['false']);
  });
  test('functions in code that claim to be derivatives', async () => {
    const text = 'export const f = (x: number) => x * x;\nexport const fPrime = (x: number) => 3 * x;\n';
    const [report] = await json(file('pair.ts', text));
    expect(report?.claims).toMatchObject([{ verdict: 'false', tex: 'fPrime', line: 2 }]);
  });
  test('standard input is Markdown', async () => {
    const ran = await check(['--format', 'json', '-'], `Here $${claim}$.`);
    expect(reports(ran)).toMatchObject([{ file: '-', claims: [{ verdict: 'false', line: 1, column: 6 }] }]);
    expect(ran.status).toBe(1);
  });
  test.each([
    ['a byte order mark', `\uFEFF$${claim}$`, 1, 1],
    ['line ends of Windows', `a\r\n\r\nb $${claim}$\r\n`, 3, 3],
    ['an old line end', `a\rb\n$${claim}$`, 3, 1],
  ])('%s', async (name, text, line, column) => {
    const [report] = await json(file(`${name}.md`, text));
    expect(report?.claims).toMatchObject([{ line, column }]);
  });
});
