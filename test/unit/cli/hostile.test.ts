import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/command.js';
import { hostileFiles } from '../../hostile/folder.js';

interface Report {
  readonly file: string;
  readonly error: string | null;
  readonly claims: readonly { readonly verdict: string; readonly tex: string }[];
}

/** Towers of powers take seconds each; `npm run hostile` has them all. */
const SLOW = /^(?:deep-powers|number-)/;
const files = hostileFiles().filter(({ name }) => !SLOW.test(name));
const folder = mkdtempSync(join(tmpdir(), 'leibniz-hostile-'));
const reports = new Map<string, Report>();

beforeAll(async () => {
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  let out = '';
  await run(['check', '--format', 'json', folder], '1.2.3', {
    input: Readable.from([]),
    print: (text) => {
      out += text;
    },
    complain: () => undefined,
  });
  for (const r of JSON.parse(out) as Report[]) reports.set(r.file.slice(folder.length + 1), r);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function outcome({ error, claims }: Report): string {
  if (error !== null) return 'refused';
  return claims.some((c) => c.tex.includes('x^2 = 3x') && c.verdict === 'false') ? 'claim' : 'none';
}

describe('a folder of hostile files', () => {
  test('has a report of each', () => {
    expect(files.length).toBeGreaterThan(150);
    expect([...reports.keys()].sort()).toEqual(files.map(({ name }) => name).sort());
  });
  test('whatever one holds, its last claim is found, or it is said why it is not read', () => {
    const wrong = files.flatMap(({ name, expected }) => {
      const report = reports.get(name);
      const got = report ? outcome(report) : 'none';
      return expected === 'any' || got === expected ? [] : [`${name}: ${got}`];
    });
    expect(wrong).toEqual([]);
  });
  test('no file is refused for a defect of ours', () => {
    const broken = [...reports.values()].filter(({ error }) =>
      /call stack|TypeError|undefined/.test(error ?? ''),
    );
    expect(broken.map(({ file, error }) => `${file}: ${String(error)}`)).toEqual([]);
  });
});
