import { describe, expect, test } from 'vitest';
import { isExported, moduleName, runnerIn } from '../../../src/codegen/testRunner.js';

describe('the runner that a package.json asks for', () => {
  test.each([
    ['{"devDependencies":{"vitest":"1","jest":"2"}}', 'vitest'],
    ['{"devDependencies":{"jest":"29"}}', 'jest'],
    ['{"dependencies":{"ts-jest":"29"}}', 'jest'],
    ['{"devDependencies":{"typescript":"5"}}', 'node:test'],
    ['{"devDependencies":["jest"]}', 'node:test'],
    ['{"devDependencies":null}', 'node:test'],
    ['null', 'node:test'],
    ['{ // no JSON', 'node:test'],
  ])('%s: %s', (text, runner) => {
    expect(runnerIn(text)).toBe(runner);
  });
});

test.each([
  ['/a/loss.ts', 'vitest', './loss'],
  ['/a/b/loss.fn.tsx', 'jest', './loss.fn'],
  ['/a/loss.ts', 'node:test', './loss.js'],
  ['/a/loss.mts', 'node:test', './loss.mjs'],
  ['Untitled-1', 'vitest', './Untitled-1'],
] as const)('the module of %s for %s is %s', (path, runner, expected) => {
  expect(moduleName(path, runner)).toBe(expected);
});

test.each([
  ['export const f = (x) => x;', 'f', true],
  ['export function f(x) {}', 'f', true],
  ['const f = 1;\nexport { g, f };', 'f', true],
  ['module.exports = { f };', 'f', true],
  ['exports.f = f;', 'f', true],
  ['const f = (x) => x;\nexport const fGradient = 1;', 'f', false],
  ['export const a$ = 1;', 'a$', true],
  ['export const a$ = 1;', 'a', false],
  ['const f = 1; export { g };', 'f', false],
])('%s exports %s: %s', (text, name, expected) => {
  expect(isExported(text, name)).toBe(expected);
});
