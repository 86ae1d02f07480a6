// @ts-check
/** Which tests a source reaches through imports, nearest first. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

/** Which file is imported by which: sources and tests, relative to the root. @typedef {ReadonlyMap<string, readonly string[]>} Importers */

/** @param {string} root @returns {Importers} */
export function importersIn(root) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const file of [...filesIn(root, 'src'), ...filesIn(root, 'test')]) {
    for (const imported of importsOf(root, file)) {
      const known = importers.get(imported);
      if (known) known.push(file);
      else importers.set(imported, [file]);
    }
  }
  return importers;
}

/** The sources in a folder, relative to the root. @param {string} root @param {string} folder @returns {readonly string[]} */
export function filesIn(root, folder) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .sort();
}

/** @param {string} root @param {string} file @returns {readonly string[]} */
function importsOf(root, file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(dirname(file), fileName).replace(/\.js$/u, '.ts'))
    .filter((imported) => existsSync(join(root, imported)));
}

/** Tests that go through a whole corpus take long, as those do that try many random cases: single ones are asked first. */
const WHOLE = /(?:corpus|hostile|properties|roundTrip|goldens|fuzz|growth|soak|written|rules)\.test\.ts$/u;
const RANDOM = /\bfc\.assert\(/u;

/**
 * The tests that import a file, directly or not: those of its own room first, then by the number of imports between.
 * @param {string} file @param {Importers} importers @param {string} root @returns {readonly string[]}
 */
export function testsOf(file, importers, root = '.') {
  const distances = new Map([[file, 0]]);
  for (const [reached, distance] of distances) {
    for (const by of importers.get(reached) ?? []) {
      // What tests share, such as their tables, is no step away.
      if (!distances.has(by)) distances.set(by, distance + (by.startsWith('src/') ? 1 : 0));
    }
  }
  const tests = [...distances].filter(([name]) => name.endsWith('.test.ts'));
  const whole = (/** @type {string} */ name) => Number(WHOLE.test(name) || isRandom(root, name));
  return tests
    .sort(([a, m], [b, n]) => whole(a) - whole(b) || shared(file, b) - shared(file, a) || m - n)
    .map(([name]) => name);
}

/** @param {string} root @param {string} test */
function isRandom(root, test) {
  const path = join(root, test);
  const known = random.get(path);
  if (known !== undefined) return known;
  const found = RANDOM.test(readFileSync(path, 'utf8'));
  random.set(path, found);
  return found;
}
/** @type {Map<string, boolean>} */
const random = new Map();

/** How many folders a test has in common with what it tests, and the name. @param {string} file @param {string} test */
function shared(file, test) {
  const rooms = file.replace(/^src\/|\.ts$/gu, '').split('/');
  const own = test.replace(/^test\/unit\/|\.test\.ts$/gu, '').split('/');
  const other = rooms.findIndex((room, i) => room !== own[i]);
  return other < 0 ? rooms.length : other;
}
