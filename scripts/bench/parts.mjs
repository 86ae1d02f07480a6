// @ts-check
/**
 * The parts of a reply: the same program in a bundle in which the functions between the parts are watched. What is left
 * over is JSON, what Node compiles and sweeps in between, and the watching itself.
 */
import { join, resolve } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { bundled } from '../bundled.mjs';

/**
 * By module of src: its functions that begin a part. What is called within a part belongs to it.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const WATCHED = {
  'answer/notations.ts': { texWith: 'print' },
  'notation/latex/parse.ts': { parse: 'read' },
  'meaning/question.ts': { questionOf: 'question' },
  'core/derive.ts': { deriveInSteps: 'derive, tidy' },
  'answer/checking.ts': { checked: 'verify' },
  'answer/readBack.ts': { readableStyle: 'read back' },
  'answer/outlines.ts': { outlineOf: 'print' },
  'notation/plain/parse.ts': { parsePlain: 'read' },
  'notation/plain/print.ts': { printPlain: 'print' },
};
export const PARTS = ['read', 'question', 'derive, tidy', 'verify', 'read back', 'print'];

/** @type {() => Promise<import('./asked.mjs').Program>} */
export async function partsProgram() {
  const file = await bundled('bench/parts', 'parts', [watches]);
  return {
    command: process.execPath,
    args: [file],
    tells: true,
    write: ({ text }) => JSON.stringify({ text, notation: 'plain', variable: 'x' }),
    isEnd: () => true,
    read: ([line = '']) => JSON.parse(line),
  };
}

/** Modules import a watched one through another that hands on its functions with the watch around them. */
/** @type {import('esbuild').Plugin} */
const watches = {
  name: 'watches',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir, namespace }) => {
      const file = resolve(resolveDir, path).replace(/\.js$/, '.ts');
      const name = Object.keys(WATCHED).find((module) => file === join(ROOT, 'src', module));
      return name && namespace !== 'watched' ? { path: name, namespace: 'watched' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'watched' }, ({ path }) => ({
      contents: around(join(ROOT, 'src', path), WATCHED[path] ?? {}),
      resolveDir: join(ROOT, 'src'),
      loader: 'js',
    }));
  },
};

/** @param {string} file @param {Readonly<Record<string, string>>} functions */
function around(file, functions) {
  const module = JSON.stringify(file.replace(/\.ts$/, '.js'));
  const names = Object.entries(functions);
  return [
    `import { watched } from ${JSON.stringify(join(ROOT, 'test/bench/watch.js'))};`,
    `import { ${names.map(([name]) => `${name} as plain_${name}`).join(', ')} } from ${module};`,
    `export * from ${module};`,
    ...names.map(([name, part]) => `export const ${name} = watched(${JSON.stringify(part)}, plain_${name});`),
  ].join('\n');
}
