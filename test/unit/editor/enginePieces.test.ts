/** What loads the engine holds the host for a short time each: how much code one turn of it compiles. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as esbuild from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importsIn, SRC } from '../architecture/imports.js';

/** UTF-16 units of minified code: about twenty milliseconds of compiling. */
const MOST_A_TURN = 350_000;

/** What the test takes from the build. */
interface Build {
  readonly PIECES: Readonly<Record<string, string>>;
  pieceTarget(common: esbuild.BuildOptions, production: boolean): esbuild.BuildOptions;
}

const ROOT = join(SRC, '..');
let PIECES: Build['PIECES'] = {};
let outputs: esbuild.Metafile['outputs'] = {};
beforeAll(async () => {
  const build = (await import(pathToFileURL(join(ROOT, 'esbuild.mjs')).href)) as Build;
  PIECES = build.PIECES;
  const { plugins, ...options } = build.pieceTarget({ bundle: true, minify: true, metafile: true }, true);
  const parser = plugins?.filter(({ name }) => name === 'parser-apart') ?? [];
  const made = await esbuild.build({ ...options, absWorkingDir: ROOT, plugins: parser });
  outputs = made.metafile?.outputs ?? {};
}, 60_000);

/** The units of an output and of all that it requires, but for what was loaded before. */
function newlyLoaded(file: string, loaded: Set<string>): number {
  if (loaded.has(file)) return 0;
  loaded.add(file);
  const { bytes = 0, imports = [] } = outputs[file] ?? {};
  return imports
    .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
    .reduce((sum, { path }) => sum + newlyLoaded(path, loaded), bytes);
}

describe('the pieces of the engine', () => {
  test('are loaded with a bounded amount of code a turn', () => {
    const loaded = new Set<string>();
    for (const piece of Object.keys(PIECES)) {
      const units = newlyLoaded(`dist/${piece}.js`, loaded);
      expect({ piece, fits: units > 0 && units <= MOST_A_TURN, units }).toMatchObject({ fits: true });
    }
    // Nothing is left that would come in one go with the last of them.
    expect(Object.keys(outputs).filter((file) => !loaded.has(file))).toEqual([]);
  });

  test('are those that the editor asks for, in its order', () => {
    const of = (file: string): string[] =>
      importsIn(file, readFileSync(join(SRC, file), 'utf8'))
        .filter(({ lazy }) => lazy)
        .map(({ to }) => `src/${to}`);
    expect([...of('service/pieces.ts'), ...of('editor/lazyEngine.ts')]).toEqual(Object.values(PIECES));
  });
});
