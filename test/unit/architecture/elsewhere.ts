/** Lists that belong into one table, looked for in all other sources. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sourceFiles } from './imports.js';

const SRC = join(import.meta.dirname, '../../../src');

/** Files with lists that are something else: how many, and what they are. */
export type SomethingElse = Readonly<Record<string, readonly [count: number, reason: string]>>;

/** No file outside the folder has other lists than those that are said to be something else, and none of these is gone. */
export function expectNoneElsewhere(
  folder: string,
  listsIn: (file: string, text: string) => readonly string[],
  somethingElse: SomethingElse,
): void {
  const files = sourceFiles().filter((file) => !file.startsWith(folder));
  const found = files.flatMap((file) => {
    const lists = listsIn(file, readFileSync(join(SRC, file), 'utf8'));
    const [count] = somethingElse[file] ?? [0];
    return lists.length === count
      ? []
      : [`${file} has ${String(lists.length)}, not ${String(count)}:`, ...lists];
  });
  expect(found).toEqual([]);
  expect(Object.keys(somethingElse).filter((file) => !files.includes(file))).toEqual([]);
}
