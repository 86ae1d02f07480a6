import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/command.js';
import { linesOf } from '../../../src/cli/lines.js';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line with this on standard input. */
async function leibniz(args: readonly string[], input: string | readonly string[] = []): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await run(args, '1.2.3', {
    input: Readable.from([input].flat().map((s) => Buffer.from(s))),
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text + '\n';
    },
  });
  return { status, out, err };
}

describe('practice', () => {
  test('writes exercises with folded solutions, the same for the same seed', async () => {
    const args = ['practice', '--family', 'chain', '--count', '3', '--seed', '7'];
    const { status, out, err } = await leibniz(args);
    expect([status, err]).toEqual([0, '']);
    expect(out.match(/<details>\n<summary>Solution<\/summary>\n\n\$\$/g)).toHaveLength(3);
    expect((await leibniz(args)).out).toBe(out);
  });

  test('as JSON gives question, answer and steps', async () => {
    const { out } = await leibniz(['practice', '--count', '2', '--format', 'json']);
    const all = JSON.parse(out) as readonly Record<string, unknown>[];
    expect(all.map((e) => e['family'])).toEqual(['power', 'product']);
    expect(all.every((e) => typeof e['answer'] === 'string' && Array.isArray(e['steps']))).toBe(true);
  });
});

describe('derive', () => {
  test('prints the answer and its steps', async () => {
    const { status, out, err } = await leibniz(['derive', 'x^2 * sin(x)']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^d\/dx\(x\^2\*sin\(x\)\) = /);
    expect(out).toContain('1. Product rule. Let u = x^2 and v = sin(x).');
    expect(out).toContain('✓ Checked numerically at');
  });

  test('keeps the range of a sum on its line', async () => {
    const { out } = await leibniz(['derive', '--notation', 'latex', '\\sum_{k=0}^{5} x^k']);
    expect(out).toContain('= sum(k*x^(k - 1), k = 0..5)\n');
    expect(out).not.toMatch(/^ *= 0\.\.5/m);
  });

  test('prints LaTeX and JSON', async () => {
    expect((await leibniz(['derive', '--format', 'latex', 'x^2'])).out).toMatch(
      /^\\begin\{aligned\}\n\\frac/,
    );
    const { out } = await leibniz(['derive', '--format=json', '--variable', 'y', 'x*y']);
    expect(JSON.parse(out)).toMatchObject({ ok: true, variable: 'y', result: { plain: 'x' } });
  });

  test.each([
    ['brief', '1'],
    ['standard', '2'],
    ['beginner', '3'],
  ])('tells the level %s, by its name and by its number', async (name, number) => {
    const byName = await leibniz(['derive', '--level', name, 'x * exp(-x)']);
    expect(await leibniz(['derive', `--level=${number}`, 'x * exp(-x)'])).toEqual(byName);
    expect([byName.out.includes('Let u = x'), byName.out.includes('Derivative of the exponential')]).toEqual([
      name !== 'brief',
      name === 'beginner',
    ]);
  });

  test('takes options', async () => {
    expect((await leibniz(['derive', '--order', '2', 'x^3'])).out).toMatch(/ = 6\*x\n/);
    expect((await leibniz(['derive', '--notation', 'latex', 'x^{10}'])).out).toMatch(/ = 10\*x\^9\n/);
    expect((await leibniz(['derive', '--', '-x'])).out).toMatch(/ = -1\n/);
    expect((await leibniz(['derive', '-x'])).out).toMatch(/ = -1\n/);
  });

  test('says where it cannot read, on standard error', async () => {
    expect(await leibniz(['derive', 'x + ) + 1'])).toEqual({
      status: 1,
      out: '',
      err: expect.stringContaining('^') as string,
    });
  });

  test.each([
    [['derive']],
    [['derive', 'x', 'y']],
    [['derive', '--format', 'html', 'x']],
    [['derive', '--level', '4', 'x']],
    [['practice', 'x']],
    [['practice', '--family', 'algebra']],
    [['practice', '--count', '-1']],
    [['practice', '--count', '1000']],
    [['practice', '--seed', 'x']],
    [['practice', '--format', 'text']],
    [['derive', '--frobnicate', 'x']],
    [['derive', '--variable']],
    [['derive', '--jsonl', 'x']],
    [['integrate', 'x']],
    [['spans', 'note.md']],
    [['spans', '--json']],
    [[]],
  ])('%j cannot be run', async (args) => {
    const { status, out, err } = await leibniz(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  test('help and version go to standard output', async () => {
    expect((await leibniz(['--version'])).out).toBe('1.2.3\n');
    for (const args of [['help'], ['--help'], ['derive', '--help']])
      expect((await leibniz(args)).out).toContain('Usage:');
  });
});

describe('derive --jsonl', () => {
  const answers = async (
    input: string | readonly string[],
  ): Promise<{ id: unknown; ok: boolean; error?: { code: string } }[]> =>
    (await leibniz(['derive', '--jsonl'], input)).out
      .split('\n')
      .filter((l) => l !== '')
      .map((l) => JSON.parse(l) as { id: unknown; ok: boolean });

  test('answers each line in order, whatever the line before was', async () => {
    const lines = [
      '{"id":1,"text":"x^2"}',
      'no JSON',
      '',
      '{"id":[2],"text":"L","variable":"z"}',
      'null',
      '{"id":"3","text":"sin(x)"}',
    ];
    const got = await answers(lines.join('\n') + '\n');
    expect(got.map((a) => [a.id, a.ok])).toEqual([
      [1, true],
      [null, false],
      [null, false],
      [[2], false],
      [null, false],
      ['3', true],
    ]);
  });

  test('takes a last line without its end, line ends of Windows, and a byte order mark', async () => {
    expect((await answers('\uFEFF{"id":1,"text":"x"}\r\n{"id":2,"text":"x"}')).map((a) => a.ok)).toEqual([
      true,
      true,
    ]);
  });

  test('says how long each took', async () => {
    const [first] = await answers('{"id":1,"text":"x^2"}\n');
    expect((first as unknown as { ms: number }).ms).toBeGreaterThan(0);
  });
});

describe('lines', () => {
  test.each([
    [['a\nb'], ['a', 'b']],
    [
      ['a', 'b\n', 'c\n'],
      ['ab', 'c'],
    ],
    [['a\n\nb\n'], ['a', '', 'b']],
    [[], []],
    [['\n'], ['']],
  ])('of %j', async (chunks, expected) => {
    const got: string[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((c) => Buffer.from(c))))) got.push(line);
    expect(got).toEqual(expected);
  });

  test('keep characters that chunks cut in two', async () => {
    const bytes = Buffer.from('ŷ²\n');
    const got: string[] = [];
    for await (const line of linesOf(Readable.from([...bytes].map((b) => Buffer.from([b]))))) got.push(line);
    expect(got).toEqual(['ŷ²']);
  });
});

describe('spans', () => {
  test('list formulas of standard input', async () => {
    const { out } = await leibniz(['spans', '--json', '-'], 'a $x^2$ b\n\n$$y$$\n');
    expect(JSON.parse(out)).toEqual([
      {
        file: '-',
        spans: [
          { from: 3, to: 6, line: 1, column: 4, delimiter: '$', tex: 'x^2' },
          { from: 13, to: 14, line: 3, column: 3, delimiter: '$$', tex: 'y' },
        ],
      },
    ]);
  });

  test('go on after a file that cannot be read', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'leibniz-')), 'a.md');
    writeFileSync(file, '$x$');
    const { status, out, err } = await leibniz(['spans', '--json', join(file, 'none'), file]);
    expect(status).toBe(0);
    expect(err).toContain('cannot be read');
    expect((JSON.parse(out) as { file: string }[]).map((f) => f.file)).toEqual([file]);
  });
});
