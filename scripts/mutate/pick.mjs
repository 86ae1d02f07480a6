// @ts-check
/** Mutants picked by a seeded generator: the rooms take turns, and within one each place is as likely as any other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { placesOf } from './mutants.mjs';

/**
 * @typedef {object} Mutant
 * @property {string} file relative to the root
 * @property {number} line counted from one
 * @property {string} kind
 * @property {string} before what a reader sees, on one line
 * @property {string} after
 * @property {string} text the whole file with the change
 */

/**
 * Mutants without end, until each place was taken once.
 * @param {string} root @param {readonly (readonly string[])[]} rooms the files of each room @param {number} seed
 * @returns {Generator<Mutant, void>}
 */
export function* mutants(root, rooms, seed) {
  const random = generator(seed);
  const pools = rooms.map((files) =>
    shuffled(
      files.flatMap((file) => placesIn(root, file)),
      random,
    ),
  );
  for (let turn = 0; pools.some((pool) => turn < pool.length); turn++) {
    for (const pool of pools) {
      const found = pool[turn];
      if (found) yield mutantAt(found, random);
    }
  }
}

/** @typedef {{ readonly file: string, readonly source: ts.SourceFile, readonly place: import('./mutants.mjs').Place }} Found */

/** @param {string} root @param {string} file @returns {readonly Found[]} */
function placesIn(root, file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  return placesOf(source).map((place) => ({ file, source, place }));
}

/** @param {Found} found @param {() => number} random @returns {Mutant} */
function mutantAt({ file, source, place }, random) {
  const change = /** @type {import('./mutants.mjs').Change} */ (
    place.changes[Math.floor(random() * place.changes.length)]
  );
  const start = place.shown.getStart(source);
  const whole = source.text;
  const line = source.getLineAndCharacterOfPosition(change.start).line + 1;
  return {
    file,
    line,
    kind: place.kind,
    before: oneLine(whole.slice(start, place.shown.end)),
    after: oneLine(whole.slice(start, change.start) + change.text + whole.slice(change.end, place.shown.end)),
    text: whole.slice(0, change.start) + change.text + whole.slice(change.end),
  };
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/gu, ' ');

/** @template T @param {readonly T[]} items @param {() => number} random @returns {readonly T[]} */
function shuffled(items, random) {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Numbers from 0 to 1 by a linear congruence of 32 bits (mulberry). @param {number} seed */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}
