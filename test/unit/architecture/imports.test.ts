import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allImports, importsIn, sourceFiles, SRC, type Import } from './imports.js';
import { TABLE, partOf } from './table.js';

const imports = allImports();
/** What all others import of core. */
const FACE = 'core/index.ts';

describe('the import table', () => {
  test('has every part of src', () => {
    const parts = new Set(sourceFiles().map(partOf));
    expect([...parts].filter((part) => TABLE[part] === undefined)).toEqual([]);
  });
  test('is kept by every import', () => {
    expect(imports.map(offence).filter((o) => o !== null)).toEqual([]);
  });
  test('has no circle in it, types counted', () => {
    expect(circle(imports)).toBeNull();
  });
});

test('derivatives are taken by derive, and by mistakes with a rule replaced', () => {
  const takers = imports.filter(({ from, names }) => from !== FACE && names.includes('Deriver'));
  expect(takers.map(({ from }) => from).sort()).toEqual(['core/derive.ts', 'judge/mistakes/slip.ts']);
  const slipping = imports.filter(({ to }) => to === 'judge/mistakes/slip.ts').map(({ from }) => from);
  expect(slipping.sort()).toEqual([
    'judge/mistakes/entryMistakes.ts',
    'judge/mistakes/explain.ts',
    'practice/flawed.ts',
  ]);
});

describe('the face of core', () => {
  test('is all that others import of it', () => {
    const behind = imports.filter(({ from, to }) => partOf(from) !== 'core' && isBehindFace(to));
    expect(behind.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
  test('is not what core itself imports', () => {
    const turned = imports.filter(({ from, to }) => partOf(from) === 'core' && to === FACE);
    expect(turned.map(({ from }) => from)).toEqual([]);
  });
  test('has nothing that no one asks for', () => {
    const asked = new Set(imports.flatMap(({ to, names }) => (to === FACE ? names : [])));
    const offered = importsIn(FACE, readFileSync(join(SRC, FACE), 'utf8')).flatMap(({ names }) => names);
    expect(offered.length).toBeGreaterThan(100);
    expect(offered.filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('the test itself', () => {
  const cases: readonly [file: string, text: string, expected: string | null][] = [
    ['core/a.ts', "import { b } from './b.js';", null],
    ['core/a.ts', "import { x } from '../notation/x.js';", 'core/a.ts imports notation/x.ts'],
    ['core/a.ts', "import type { x } from '../notation/x.js';", 'core/a.ts imports notation/x.ts'],
    ['core/a.ts', "let x: import('../notation/x.js').X;", 'core/a.ts imports notation/x.ts'],
    ['core/a.ts', "const x = await import('katex');", 'core/a.ts imports katex'],
    ['service/a.ts', "import fs from 'node:fs';", 'service/a.ts imports node:fs'],
    ['service/a.ts', "import fs from 'fs';", 'service/a.ts imports fs'],
    ['service/a.ts', "export * from '../plot/draw.js';", null],
    ['service/a.ts', "import * as vscode from 'vscode';", 'service/a.ts imports vscode'],
    ['cli/a.ts', "import fs from 'node:fs';", null],
    ['webview/a.ts', "import { draw } from '../plot/draw.js';", null],
    ['webview/a.ts', "import { sample } from '../plot/sample.js';", 'webview/a.ts imports plot/sample.ts'],
    ['documents/a.ts', "import type { Span } from '../notation/notation.js';", null],
    [
      'documents/a.ts',
      "import { Span } from '../notation/notation.js';",
      'documents/a.ts imports notation/notation.ts',
    ],
    ['core/a.ts', "import './b' + c;", null],
    ['core/a.ts', 'await import(name);', 'core/a.ts imports (computed)'],
  ];
  test.each(cases)('%s: %s', (file, text, expected) => {
    expect(importsIn(file, text).map(offence)[0] ?? null).toBe(expected);
  });
  test('finds a circle', () => {
    const links = [edge('a.ts', 'b.ts'), edge('b.ts', 'c.ts'), edge('c.ts', 'b.ts')];
    expect(circle(links)).toBe('b.ts → c.ts → b.ts');
    expect(circle(links.map((link) => ({ ...link, typesOnly: true })))).toBe('b.ts → c.ts → b.ts');
    expect(circle(links.slice(0, 2))).toBeNull();
  });
});

const isBehindFace = (to: string): boolean => partOf(to) === 'core' && to !== FACE;

const edge = (from: string, to: string): Import => ({
  from,
  to,
  local: true,
  typesOnly: false,
  lazy: false,
  names: [],
});

function offence({ from, to, local, typesOnly }: Import): string | null {
  const allowed = TABLE[partOf(from)];
  if (allowed === undefined) return `${from} belongs to no part`;
  const told = `${from} imports ${to}`;
  if (!local) return packageAllowed(allowed.packages, to) || to.endsWith('.css') ? null : told;
  const part = partOf(to);
  const fine =
    part === partOf(from) || allowed.parts.includes(part) || (typesOnly && allowed.types?.includes(part));
  return fine === true || to.endsWith('.css') ? null : told;
}

function packageAllowed(packages: readonly string[], name: string): boolean {
  return packages.includes(name) || (name.startsWith('node:') && packages.includes('node:*'));
}

/**
 * A circle among the files, written as a path; null where there is none. Types count: files that need each other's
 * types can be read in no order.
 */
function circle(links: readonly Import[]): string | null {
  const next = new Map<string, string[]>();
  for (const { from, to, local } of links) if (local) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | null => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file].join(' → ');
    if (done.has(file)) return null;
    for (const to of next.get(file) ?? []) {
      const found = visit(to, [...path, file]);
      if (found !== null) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const found = visit(file, []);
    if (found !== null) return found;
  }
  return null;
}
