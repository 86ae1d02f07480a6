import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Derivation } from '../../../src/core/derivation.js';
import { verify } from '../../../src/core/verify.js';
import { derived, printed, readFormula, X } from '../../corpus/answer.js';
import { CORPUS, UNDECIDED } from '../../corpus/scalar.js';

const GOLDEN = new URL('../../corpus/answers.md', import.meta.url);
const ALL = Object.values(CORPUS).flat();

test.each(ALL)('(%s)′ agrees with differences', (text) => {
  const body = readFormula(text);
  const { verdict, reason } = verify(body, X, derived(body).result);
  expect(verdict, String(reason)).toBe(text in UNDECIDED ? 'undecided' : 'agrees');
});

test('answers are those of answers.md (UPDATE_GOLDENS=1 rewrites it), none longer than recorded', () => {
  const now = golden();
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(GOLDEN, now);
  const recorded = readFileSync(GOLDEN, 'utf8');
  const sizes = sizesOf(recorded);
  for (const [question, size] of sizesOf(now))
    expect(size, question).toBeLessThanOrEqual(sizes.get(question) ?? 0);
  expect(now).toBe(recorded);
});

function golden(): string {
  const sections = Object.entries(CORPUS).map(([kind, formulas]) =>
    [`## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, '', ...HEAD, ...formulas.map(row), ''].join('\n'),
  );
  return [TITLE, '', ...sections].join('\n');
}
const TITLE = `# Derivatives by x, as they are shown

Each question, its answer, the answer's nodes, and the rules and laws used.`;
const HEAD = ['| question | answer | size | rules → laws |', '|---|---|---|---|'];

function row(text: string): string {
  const d = derived(readFormula(text));
  return `| ${[text, printed(d.result), String(d.result.size), names(d)].map((s) => s.replaceAll('|', '\\|')).join(' | ')} |`;
}

function names(d: Derivation): string {
  const rules: string[] = [];
  for (const stage of d.stages) {
    const queue = [stage.root];
    for (let s = queue.shift(); s; s = queue.shift()) {
      if (!rules.includes(s.rule)) rules.push(s.rule);
      queue.push(...s.substeps);
    }
  }
  const laws = d.stages.flatMap((s) => s.tidying.map((t) => t.rule));
  return `${rules.join(', ')} → ${laws.join(', ') || 'none'}`;
}

function sizesOf(text: string): Map<string, number> {
  const rows = text.split('\n').filter((line) => /^\| .* \| \d+ \| /.test(line));
  return new Map(
    rows.map((line) => {
      const cells = line.split(' | ');
      return [(cells[0] ?? '').slice(2), Number(cells[2])];
    }),
  );
}
