import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/command.js';
import { visible, visibleLine } from '../../../src/files/visible.js';
import { sourceFiles } from '../architecture/imports.js';

interface Report {
  readonly file: string;
  readonly error: string | null;
  readonly claims: readonly { readonly verdict: string; readonly tex: string }[];
}

async function leibniz(
  args: readonly string[],
  input = '',
): Promise<{ out: string; err: string; status: number }> {
  let [out, err] = ['', ''];
  const status = await run(args, '1.2.3', {
    input: Readable.from([Buffer.from(input)]),
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text + '\n';
    },
  });
  return { out, err, status };
}
const check = async (...paths: readonly string[]): Promise<readonly Report[]> =>
  JSON.parse((await leibniz(['check', '--format', 'json', ...paths])).out) as Report[];

const CLAIM = "$(x^2)' = 3x$\n";
const fresh = (): string => mkdtempSync(join(tmpdir(), 'leibniz-files-'));
function write(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
/** What became of one file: its verdicts, or the reason why there are none. */
async function outcome(name: string, content: string | Uint8Array): Promise<string> {
  const [report] = await check(write(fresh(), name, content));
  return (
    report?.error?.replace(/^.* cannot be checked: /s, '') ??
    report?.claims.map((c) => c.verdict).join() ??
    ''
  );
}

describe('what is no file', () => {
  const folder = fresh();
  const pipe = join(folder, 'pipe.md');
  execFileSync('mkfifo', [pipe]);
  const link = join(folder, 'link.md');
  symlinkSync(pipe, link);
  const zero = join(folder, 'zero.md');
  symlinkSync('/dev/zero', zero);
  test.each([
    [pipe, 'it is a pipe and no file'],
    [link, 'it is a pipe and no file'],
    ['/dev/zero', 'it is a device and no file'],
    [zero, 'it is a device and no file'],
    [join(folder, 'none.md'), 'no such file'],
  ])('%s is refused, and what comes after it is checked', async (path, reason) => {
    const [refused, other] = await check(path, write(folder, 'note.md', CLAIM));
    expect(refused?.error).toContain(reason);
    expect(other?.claims).toHaveLength(1);
  });
  test('a socket is refused', async () => {
    const path = join(folder, 'socket.md');
    const server = createServer();
    await new Promise<void>((listening) => server.listen(path, listening));
    const [report] = await check(path);
    server.close();
    expect(report?.error).toContain('it is a socket and no file');
  });
});

describe('a folder', () => {
  test('is walked by name, for notes and code alone, without what others made', async () => {
    const folder = fresh();
    const names = [
      'b.md',
      'a/z.tex',
      'a/y.md',
      'c.txt',
      '.hidden/h.md',
      'node_modules/m.md',
      'dist/d.md',
      'dir.md/e.md',
    ];
    for (const name of names) write(folder, name, name.endsWith('.tex') ? `\\(${CLAIM}\\)` : CLAIM);
    const reports = await check(folder);
    expect(reports.map((r) => r.file)).toEqual(
      ['a/y.md', 'a/z.tex', 'b.md', 'dir.md/e.md'].map((n) => join(folder, n)),
    );
  });
  test('that links lead back to is walked once', async () => {
    const folder = fresh();
    write(folder, 'sub/a.md', CLAIM);
    symlinkSync('..', join(folder, 'sub/up'));
    symlinkSync('sub', join(folder, 'zub'));
    expect((await check(folder)).map((r) => r.file)).toEqual([join(folder, 'sub/a.md')]);
  });
  test('without any is said to have none', async () => {
    const { status, err } = await leibniz(['check', fresh()]);
    expect([status, err]).toEqual([2, expect.stringContaining('no note and no code')]);
  });
});

const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['UTF-8 with a mark', `\ufeff${CLAIM}`, 'false'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${CLAIM}`), 'false'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${CLAIM}`, true), 'false'],
    ['UTF-16 LE by its zeros', utf16(CLAIM), 'false'],
    ['UTF-16 BE by its zeros', utf16(CLAIM, true), 'false'],
    [
      'UTF-32',
      Buffer.from([0xff, 0xfe, 0, 0, 0x24, 0, 0, 0]),
      'it is UTF-32, which is not read: save it as UTF-8',
    ],
    ['a zero byte', `a\0${CLAIM}`, 'it is no text: byte 1 is zero'],
    ['NUL characters in UTF-16', utf16(`\ufeffa\0${CLAIM}`), 'it is no text: there are NUL characters in it'],
    ['a byte of Latin-1', Buffer.from(`é ${CLAIM}`, 'latin1'), 'false'],
    ['half a pair in UTF-16', utf16(`\ufeff\ud800 ${CLAIM}`), 'it is no valid UTF-16LE: save it as UTF-8'],
    ['empty', '', ''],
  ])('%s', async (_, content, expected) => {
    expect(await outcome('note.md', content)).toBe(expected);
  });
});

describe('what is too large, or nobody wrote', () => {
  const pair = 'export const f = (x: number) => x * x;\nexport const fPrime = (x: number) => 3 * x;\n';
  const padded = (text: string, size: number): string =>
    text + `${'word '.repeat(199)}\n`.repeat(size / 900).slice(0, size - text.length);
  const spaced = (text: string, size: number): string => text + '\n'.repeat(size - text.length);
  test.each([
    ['a note of 8 MB', 'a.md', padded(CLAIM, 8_000_000), 'false'],
    ['a larger note', 'a.md', padded(CLAIM, 8_000_001), 'it is larger than 8 MB'],
    ['code of 500 kB', 'a.ts', spaced(pair, 500_000), 'false'],
    ['larger code', 'a.ts', spaced(pair, 500_001), 'it is larger than 0.5 MB'],
    ['a long line of code', 'a.ts', `${pair}// ${'x'.repeat(9_997)}\n`, 'false'],
    [
      'a longer one',
      'a.ts',
      `${pair}// ${'x'.repeat(9_998)}\n`,
      'it has a line of more than 10000 characters',
    ],
    ['a long line of a note', 'a.md', `${'x'.repeat(20_000)}\n\n${CLAIM}`, 'false'],
    [
      'a mark of generators',
      'a.ts',
      `/** @generated by x */\n${pair}`,
      'it says at its beginning that it is generated',
    ],
    ['the same word further down', 'a.ts', `${'\n'.repeat(1_000)}// @generated\n${pair}`, 'false'],
    ['a note about it', 'a.md', `@generated\n\n${CLAIM}`, 'false'],
    ['a minified name', 'a.min.js', pair, 'its name says that it is minified'],
    ['nearly such a name', 'amin.ts', pair, 'false'],
    ['a source map', 'a.ts', `${pair}//# sourceMappingURL=a.js.map\n`, 'it is compiled'],
    ['2,000 functions', 'a.ts', pair + 'x => 1;\n'.repeat(1_998), 'false'],
    ['more functions', 'a.ts', pair + 'x => 1;\n'.repeat(1_999), 'it has more than 2000 functions'],
  ])('%s', async (_, name, content, expected) => {
    expect(await outcome(name, content)).toContain(expected);
  });
  test('a notebook’s outputs of megabytes are passed over', async () => {
    const cells = [
      { cell_type: 'code', outputs: [{ data: { 'image/png': `A\\"${'A'.repeat(20_000_000)}` } }] },
      { cell_type: 'markdown', source: [CLAIM] },
    ];
    expect(await outcome('a.ipynb', JSON.stringify({ cells }))).toBe('false');
  });
  test('standard input is bounded as a file is', async () => {
    const { err, status } = await leibniz(['check', '-'], padded(CLAIM, 8_000_001));
    expect([err, status]).toEqual([expect.stringContaining('larger than 8 MB'), 2]);
  });
});

/** Characters that must never reach a terminal. */
const BAD = [
  '\0',
  '\x07',
  '\x1b',
  '\x7f',
  '\x85',
  '\x9b',
  '\u061c',
  '\u200e',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ud800',
  '\udc00',
];
const ANY =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/;

describe('what is printed', () => {
  test.each(BAD)('%j is spelled out, in JSON so that it is read back', (bad) => {
    expect(visible(`a${bad}b\n`)).toMatch(/^a\\u[0-9a-f]{4}b\n$/);
    expect(JSON.parse(visible(JSON.stringify([bad], null, 2)))).toEqual([bad]);
  });
  test('whole pairs, line ends and tabs stay, the last two but in a name', () => {
    expect(visible('😀\n\té')).toBe('😀\n\té');
    expect(visibleLine('a\nb')).toBe('a\\u000ab');
  });
  test.each([['text'], ['json']])('names, formulas and messages, as %s', async (format) => {
    const bad = '\x1b[31m\x9b\u202e\u2028';
    const folder = fresh();
    const path = write(folder, `a\x1b[31m\nb.md`, `$\\frac{dL}{d${bad}w} = 3${bad}$ and ${CLAIM}`);
    for (const args of [
      ['check', '--format', format],
      ['spans', '--json'],
    ]) {
      const { out, err } = await leibniz([...args, path, join(folder, `none${bad}`)]);
      expect(out + err).not.toMatch(ANY);
      expect(out).toContain('\\u001b');
    }
  });
  test('answers and refusals of derive', async () => {
    const bad = '\x1b\x9b\u202e';
    const lines = `{"text":"x^2 \\u009b"}\n{"id":"\\u202e","text":"x"}\n${bad}\n`;
    for (const args of [
      ['derive', `x^2 + ${bad}`],
      ['derive', '--format', 'json', `${bad}x`],
      ['derive', '--jsonl'],
    ]) {
      const { out, err } = await leibniz(args, lines);
      expect(out + err).not.toMatch(ANY);
    }
  });
  test('has one way to a terminal', () => {
    const direct = sourceFiles().filter((file) =>
      /process\.std(?:out|err)|\bconsole\.|node:tty/.test(readFileSync(join('src', file), 'utf8')),
    );
    expect(direct).toEqual(['cli/main.ts']);
    const main = readFileSync('src/cli/main.ts', 'utf8');
    expect(main.match(/process\.std(?:out|err)\.write/g)).toHaveLength(2);
    expect(main).toMatch(/guarded\(\{[^]*process\.stdout\.write[^]*process\.stderr\.write[^]*\}\);/);
  });
});
