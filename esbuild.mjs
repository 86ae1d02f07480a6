// @ts-check
/**
 * Builds everything under dist/: `node esbuild.mjs [--production] [--watch]`.
 *
 *   dist/extension.js      the entry in a Node extension host: small, asks for engine.js on first demand
 *   dist/engine.js         everything that reads, derives and judges, in pieces: dist/engine-*.js; what draws is a piece
 *                          that is asked for with the first picture
 *   dist/parser.js         the parser of JavaScript and TypeScript, required by the engine for code files
 *   dist/web/extension.js  all of these in one file for a browser's extension host, initialised lazily
 *   dist/webview.js, .css  the panel's browser side, with KaTeX's fonts in dist/fonts
 *   dist/cli.js            the command line
 *   dist/test/             the suites that run in a real VS Code (not with --production)
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

/** @typedef {esbuild.BuildOptions & { metafile: true }} Target */

const ROOT = dirname(fileURLToPath(import.meta.url));
/** The pieces of the engine, by the file that asks for each by import(): the host loads each in a turn of its own. */
export const PIECES = {
  'engine-core': 'src/core/index.ts',
  'engine-katex': 'src/notation/latex/katexTree.ts',
  'engine-notation': 'src/notation/index.ts',
  'engine-meaning': 'src/meaning/index.ts',
  'engine-judge': 'src/judge/judge.ts',
  'engine-service': 'src/service/index.ts',
  engine: 'src/editor/engine.ts',
  'engine-glyphs': 'src/typeset/glyphs.generated.ts',
  'engine-typeset': 'src/typeset/typeset.ts',
  'engine-drawing': 'src/editor/drawing.ts',
};

/**
 * Makes what is generated, then all bundles; resolves once they are written.
 * @param {{ production?: boolean, suites?: boolean }} options
 */
export async function build({ production = false, suites = !production } = {}) {
  generate();
  if (production) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const results = await Promise.all(targets(production, suites).map((options) => esbuild.build(options)));
  finish(results.map((r) => r.metafile));
}

async function watch() {
  generate();
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const contexts = await Promise.all(targets(false, true).map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching src/ for changes. Stop with Ctrl+C.');
}

/** @param {boolean} production @param {boolean} suites @returns {Target[]} */
function targets(production, suites) {
  /** @type {Target} */
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
  };
  // A require() loads at once where import() of a CommonJS file would go through Node's ESM loader.
  /** @type {Target} */
  const node = { ...common, platform: 'node', format: 'cjs', supported: { 'dynamic-import': false } };
  /** @type {Target} */
  const host = { ...node, external: ['vscode'] };
  /** @type {Target} */
  const browser = { ...common, platform: 'browser' };
  return [
    {
      ...host,
      entryPoints: { extension: 'src/extension.ts', parser: '@babel/parser' },
      outdir: 'dist',
      plugins: [engineApart],
    },
    pieceTarget(common, production),
    {
      ...browser,
      entryPoints: { extension: 'src/extension.ts' },
      outdir: 'dist/web',
      format: 'cjs',
      external: ['vscode'],
    },
    {
      ...browser,
      entryPoints: { webview: 'src/webview/main.ts' },
      outdir: 'dist',
      format: 'iife',
      loader: { '.woff2': 'file' },
      assetNames: 'fonts/[name]',
      plugins: [woff2Only],
    },
    {
      ...node,
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir: 'dist',
      banner: { js: '#!/usr/bin/env node' },
    },
    ...(suites ? suiteTargets(host, node) : []),
  ];
}

/** @param {Target} host @param {Target} node @returns {Target[]} */
function suiteTargets(host, node) {
  return [
    {
      ...host,
      entryPoints: { index: 'test/host/index.ts', bench: 'test/host/bench.ts' },
      outdir: 'dist/test',
    },
    {
      ...node,
      entryPoints: { journeys: 'test/journeys/index.ts' },
      outdir: 'dist/test',
      external: ['playwright-core'],
    },
  ];
}

/**
 * What several pieces share has a file of its own too, which esbuild does for ES modules alone: they become CommonJS at
 * the end.
 * @param {Target} common @param {boolean} production @returns {Target}
 */
export function pieceTarget(common, production) {
  return {
    ...common,
    entryPoints: PIECES,
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'engine-[hash]',
    outdir: 'dist',
    sourcemap: production ? false : 'inline',
    write: false,
    plugins: [parserApart, asCommonJs(production)],
  };
}

/** @param {boolean} production @returns {esbuild.Plugin} */
function asCommonJs(production) {
  return {
    name: 'as-common-js',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        removePieces();
        await Promise.all(outputFiles.map((file) => writeCommonJs(file, production)));
      });
    },
  };
}

/** @param {esbuild.OutputFile} file @param {boolean} production */
async function writeCommonJs({ path, text }, production) {
  const { code, map } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    supported: { 'dynamic-import': false },
    minify: production,
    legalComments: 'none',
    sourcemap: production ? false : 'external',
    sourcefile: basename(path),
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  if (!production) writeFileSync(`${path}.map`, map);
}

/** The names of shared pieces change with what is in them. */
function removePieces() {
  for (const name of readdirSync(join(ROOT, 'dist')))
    if (/^engine(-\w+)?\.js(\.map)?$/.test(name)) rmSync(join(ROOT, 'dist', name));
}

/**
 * Keeps the engine out of the entry: each import() of a piece becomes a require of its own bundle.
 * @type {esbuild.Plugin}
 */
const engineApart = {
  name: 'engine-apart',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const source = resolve(args.resolveDir, args.path).replace(/\.js$/, '.ts');
      const piece = Object.entries(PIECES).find(([, file]) => join(ROOT, file) === source);
      return piece && { path: `./${piece[0]}.js`, external: true };
    });
  },
};

/**
 * Keeps the parser of code out of the engine: it is a bundle of its own, required when a code file is asked about.
 * @type {esbuild.Plugin}
 */
const parserApart = {
  name: 'parser-apart',
  setup(build) {
    build.onResolve({ filter: /^@babel\/parser$/ }, (args) =>
      args.kind === 'dynamic-import' ? { path: './parser.js', external: true } : undefined,
    );
  },
};

/**
 * Every browser that runs VS Code reads woff2: KaTeX's style sheet loses its older font formats.
 * @type {esbuild.Plugin}
 */
const woff2Only = {
  name: 'woff2-only',
  setup(build) {
    build.onLoad({ filter: /katex(\.min)?\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, ''),
      loader: 'css',
    }));
  },
};

/** The glyph table, made from the fonts in the katex package when it is missing or older than its maker. */
function generate() {
  const maker = join(ROOT, 'scripts/glyphs.mjs');
  const made = join(ROOT, 'src/typeset/glyphs.generated.ts');
  if (!existsSync(maker)) return;
  const inputs = [maker, join(ROOT, 'node_modules/katex/package.json')];
  if (existsSync(made) && inputs.every((file) => statSync(file).mtimeMs < statSync(made).mtimeMs)) return;
  const { status } = spawnSync(process.execPath, [maker], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('scripts/glyphs.mjs could not make the glyph table.');
}

/** @param {esbuild.Metafile[]} metafiles */
function finish(metafiles) {
  chmodSync(join(ROOT, 'dist/cli.js'), 0o755);
  writeFileSync(join(ROOT, 'dist/NOTICES.txt'), notices(metafiles));
}

/**
 * The licences of the packages whose code ends up in the bundles.
 * @param {esbuild.Metafile[]} metafiles
 */
function notices(metafiles) {
  const inputs = metafiles.flatMap((m) => Object.keys(m.inputs));
  const folders = inputs
    .map((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? '')
    .filter(Boolean);
  return [...new Set(folders)].sort().map(notice).join('\n');
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].find((f) =>
    existsSync(join(ROOT, folder, f)),
  );
  const text = file ? readFileSync(join(ROOT, folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const flags = new Set(process.argv.slice(2));
  await (flags.has('--watch') ? watch() : build({ production: flags.has('--production') }));
}
