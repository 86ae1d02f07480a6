// @ts-check
/**
 * Mutants picked by a seed: the rooms take turns, and within one each place is as likely as any other. What is picked of a
 * place hangs on the seed and on what the place says alone, so that a run goes on after other sources were changed.
 */
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
  const pools = rooms.map((files) =>
    files.flatMap((file) => placesIn(root, file, seed)).sort((a, b) => a.key - b.key),
  );
  for (let turn = 0; pools.some((pool) => turn < pool.length); turn++) {
    for (const pool of pools) {
      const found = pool[turn];
      if (found) yield mutantAt(found);
    }
  }
}

/**
 * @typedef {{ readonly file: string, readonly source: ts.SourceFile, readonly place: import('./mutants.mjs').Place,
 *   readonly key: number, readonly choice: number }} Found
 * A place, its rank among all, and which of its changes is taken, both from 0 to 1.
 */

/** @param {string} root @param {string} file @param {number} seed @returns {readonly Found[]} */
function placesIn(root, file, seed) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  /** How often each thing was said already. @type {Map<string, number>} */
  const said = new Map();
  return placesOf(source).map((place) => {
    const says = `${file} ${place.kind} ${oneLine(place.shown.getText(source))}`;
    const before = said.get(says) ?? 0;
    said.set(says, before + 1);
    const random = generator(hashOf(`${says} ${String(before)}`, seed));
    return { file, source, place, key: random(), choice: random() };
  });
}

/** @param {Found} found @returns {Mutant} */
function mutantAt({ file, source, place, choice }) {
  const change = /** @type {import('./mutants.mjs').Change} */ (
    place.changes[Math.floor(choice * place.changes.length)]
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

/** 32 bits of a text (FNV-1a). @param {string} text @param {number} seed */
function hashOf(text, seed) {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
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
