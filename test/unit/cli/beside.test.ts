/** Macros of files beside a note on the command line: found within the folder that is checked, and nowhere else. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { FilesBeside } from '../../../src/cli/beside.js';
import { run } from '../../../src/cli/command.js';
import { Readable } from 'node:stream';

const MACROS = '\\newcommand{\\dd}[2]{\\frac{d #1}{d #2}}';
const NOTE = '\\documentclass{article}\\input{m}\n$\\dd{}{x} x^2 = 3x$\n';

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
const fresh = (): string => mkdtempSync(join(tmpdir(), 'leibniz-beside-'));

const verdicts = async (path: string): Promise<unknown> => {
  let out = '';
  const print = (text: string): void => void (out += text);
  await run(['check', '--format', 'json', path], '1', { input: Readable.from([]), print, complain: print });
  const reports = JSON.parse(out) as readonly { file: string; claims: readonly { verdict: string }[] }[];
  return reports.find(({ file }) => file.endsWith('n.tex'))?.claims.map((c) => c.verdict);
};

test.each([
  ['the folder', ''],
  ['the file', 'n.tex'],
])('a macro of another file is expanded where %s is checked', async (_what, argument) => {
  const folder = write(fresh(), { 'n.tex': NOTE, 'm.tex': MACROS });
  expect(await verdicts(join(folder, argument))).toEqual(['false']);
});

test('no file outside of the folder that is checked is read', async () => {
  const folder = write(fresh(), { 'm.tex': MACROS, 'd/n.tex': NOTE.replace('{m}', '{../m}') });
  expect(await verdicts(folder)).toEqual(['false']);
  expect(await verdicts(join(folder, 'd'))).toEqual([]);
});

test('nor one that a link leads to', async () => {
  const outside = write(fresh(), { 'm.tex': MACROS });
  const folder = write(fresh(), { 'n.tex': NOTE });
  symlinkSync(join(outside, 'm.tex'), join(folder, 'm.tex'));
  const beside = await FilesBeside.of(folder);
  expect(await beside.macrosFor(join(folder, 'n.tex'), NOTE)).toBe('');
});

test('a folder or a pipe in place of a file defines nothing', async () => {
  const folder = write(fresh(), { 'n.tex': NOTE, 'm.tex/x.md': '' });
  const beside = await FilesBeside.of(folder);
  expect(await beside.macrosFor(join(folder, 'n.tex'), NOTE)).toBe('');
});
