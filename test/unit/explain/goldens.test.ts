/** Derivations written out, to be read by a mathematician. UPDATE_GOLDENS=1 writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIFFERENTIAL_RULES } from '../../../src/core/arrays/differentials/rules.js';
import type { Stage, Step } from '../../../src/core/derivation.js';
import { RULES } from '../../../src/core/rules/index.js';
import { ALL_LAWS } from '../../../src/core/tidy/index.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { otherWays } from '../../../src/answer/otherWays.js';
import { budgetFor } from '../../../src/service/budgets.js';
import { outlineOf } from '../../../src/answer/outlines.js';
import { compactMarkdown } from './compact.js';
import { derived } from './derived.js';
import { FAMILIES, type Exercise } from './families.js';

const FOLDER = join(import.meta.dirname, '../../derivations');

describe('golden derivations', () => {
  test.each(Object.keys(FAMILIES))('%s', (family) => {
    const file = join(FOLDER, `${family.replaceAll(' ', '-')}.md`);
    const written = document(family);
    if (process.env['UPDATE_GOLDENS']) writeFileSync(file, written);
    expect(existsSync(file), `${file} is missing: write it with UPDATE_GOLDENS=1`).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});

function document(family: string): string {
  const title = family.charAt(0).toUpperCase() + family.slice(1);
  return [`# ${title}\n`, ...(FAMILIES[family] ?? []).map(exercise)].join('\n');
}

/** The digits of a check are those of a machine: only its verdict is kept. */
function exercise(e: Exercise): string {
  const { tex, note } = typeof e === 'string' ? { tex: e, note: '' } : e;
  const solved = derived(tex, note);
  const alternatives = otherWays(solved, budgetFor('otherWays'));
  const outline = outlineOf(solved, [], (x) => printLatex(x), { alternatives });
  const check = outline.check.replace(/,? worst relative difference .*$/, '');
  const given = note && `Where ${note}.\n\n`;
  return `## $${tex}$\n\n${given}${compactMarkdown({ ...outline, check })}`;
}

/** Rules that no formula of a note leads to, with the reason. */
const NOT_ASKED: ReadonlyMap<string, string> = new Map([
  ['d-transpose', 'a transpose is linear, and taken at sight with what is'],
  ['d-total', 'no spelling of a note names the sum over all entries'],
]);

describe('every rule is shown at work', () => {
  const used = new Set<string>();
  for (const e of Object.values(FAMILIES).flat()) {
    const solved = typeof e === 'string' ? derived(e) : derived(e.tex, e.note);
    [solved.derivation, ...otherWays(solved, budgetFor('otherWays'))].forEach((d) =>
      d.stages.forEach((s) => noteRules(s, used)),
    );
  }

  test.each([...new Set(RULES.map((r) => r.name))])('the rule %s', (name) => {
    expect([...used]).toContain(name);
  });

  const differentials = DIFFERENTIAL_RULES.map((r) => r.name).filter((name) => !NOT_ASKED.has(name));
  test.each(differentials)('the rule of differentials %s', (name) => {
    expect([...used]).toContain(name);
  });

  test.each([...NOT_ASKED.keys()])('no exercise needs %s', (name) => {
    expect([...used]).not.toContain(name);
  });

  test.each([...new Set(ALL_LAWS.map((l) => l.name))])('the law %s', (name) => {
    expect([...used]).toContain(name);
  });

  test('in at least 66 exercises', () => {
    expect(new Set(Object.values(FAMILIES).flat()).size).toBeGreaterThanOrEqual(66);
  });
});

/** The names of all rules and laws at work in a stage, whether they are shown or taken at sight. */
function noteRules({ root, tidying }: Stage, into: Set<string>): void {
  const waiting: Step[] = [root, ...tidying];
  for (let s = waiting.pop(); s; s = waiting.pop()) {
    into.add(s.rule);
    waiting.push(...s.substeps);
  }
}
