import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
/** The rules about expressions among those that hold for a file of src/, and no others: they need no types. */
let config: Linter.Config;

beforeAll(async () => {
  const whole = (await new ESLint({ cwd: ROOT }).calculateConfigForFile('src/text/runs.ts')) as Linter.Config;
  const rules = Object.entries(whole.rules ?? {}).filter(([name]) =>
    /^regexp\/|^no-restricted-syntax$/.test(name),
  );
  config = { plugins: { regexp: whole.plugins?.['regexp'] ?? {} }, rules: Object.fromEntries(rules) };
});

const BACKTRACKING = 'regexp/no-super-linear-backtracking';
const TWICE = 'regexp/no-dupe-disjunctions';
const MOVE = 'regexp/no-super-linear-move';
const MADE = 'no-restricted-syntax';

describe('lint reports an expression that', () => {
  const cases: readonly [what: string, code: string, rules: readonly string[]][] = [
    ['is exponential', String.raw`/^(?:a+)+$/.test(s)`, [BACKTRACKING]],
    ['reads one text in two ways', String.raw`/^(?:a|\w)+$/.test(s)`, [TWICE]],
    ['is quadratic in itself', String.raw`/^\s*,?\s*$/.test(s)`, [BACKTRACKING]],
    ['searches on from every start', String.raw`s.replace(/\s+$/, '')`, [MOVE]],
    ['does so where the caller says where to begin', String.raw`/\s*x/y.exec(s)`, [MOVE]],
    ['is made at run time', 'new RegExp(name)', [MADE]],
    ['is made without new', 'RegExp(name)', [MADE]],
    ['is a string', "s.match('a+$')", [MADE]],
    ['is a template', 's.search(`${name}$`)', [MADE]],
    ['is linear: not this one', String.raw`s.replace(/(?<!\s)\s+$/, '')`, []],
    ['is given a name: nor this one', 's.matchAll(WORD)', []],
  ];
  test.each(cases)('%s', (_, code, rules) => {
    expect(new Linter().verify(code, [config]).map((m) => m.ruleId ?? m.message)).toEqual(rules);
  });
});
