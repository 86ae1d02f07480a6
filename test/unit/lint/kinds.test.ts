import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const eslint = new ESLint({ cwd: ROOT });

/** Whether the text, in the place of a file of core/tidy, breaks the rule about defaults. */
async function isRefused(text: string): Promise<boolean> {
  const [result] = await eslint.lintText(IMPORTS + text, {
    filePath: join(ROOT, 'src/core/tidy/degree.ts'),
  });
  const messages = result?.messages ?? [];
  expect(messages.filter((m) => m.fatal)).toEqual([]);
  return messages.some((m) => m.ruleId === 'kinds/no-default-over-kinds');
}
const IMPORTS = "import type { Expr } from '../expr.js';\nimport type { Node } from './node.js';\n";

describe('a default in a switch over kinds of nodes', () => {
  const cases: readonly [what: string, text: string, refused: boolean][] = [
    [
      'of expressions',
      'export function f(e: Expr): number { switch (e.kind) { case "num": return 1; default: return 0; } }',
      true,
    ],
    [
      'of expressions narrowed before',
      'export function f(e: Expr): number { if (e.kind === "num") return 2; switch (e.kind) { case "add": return 1; default: return 0; } }',
      true,
    ],
    [
      'in a name of its own',
      'export function f({ kind }: Expr): number { switch (kind) { case "num": return 1; default: return 0; } }',
      true,
    ],
    [
      'of canonical nodes',
      'export function f(n: Node): number { switch (n.op) { case "num": return 1; default: return 0; } }',
      true,
    ],
    [
      'of something else',
      'export function f(s: { kind: "a" | "b" | "c" }): number { switch (s.kind) { case "a": return 1; default: return 0; } }',
      false,
    ],
    [
      'without one',
      'export function f(n: Node): number { switch (n.op) { case "num": return 1; case "atom": case "sum": case "product": case "call": return 0; } }',
      false,
    ],
  ];
  test.each(cases)(
    '%s',
    async (_, text, refused) => {
      expect(await isRefused(text)).toBe(refused);
    },
    120_000,
  );
});
