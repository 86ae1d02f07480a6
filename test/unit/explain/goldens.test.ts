/** Derivations written out, to be read by a mathematician. UPDATE_GOLDENS=1 writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outlineMarkdown } from '../../../src/explain/index.js';
import { printLatex } from '../../../src/notation/latex/print.js';
import { outlineOf } from '../../../src/service/outlines.js';
import { derived } from './derived.js';
import { FAMILIES } from './families.js';

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
function exercise(tex: string): string {
  const outline = outlineOf(derived(tex), [], (e) => printLatex(e));
  const check = outline.check.replace(/,? worst relative difference .*$/, '');
  return `## $${tex}$\n\n${outlineMarkdown({ ...outline, check })}`;
}
