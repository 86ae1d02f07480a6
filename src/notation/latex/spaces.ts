/** Spaces and ends of lines as pieces: wide ones separate, thin ones may stand within a number. */
import type { Span } from '../notation.js';
import { place, type Piece } from './piece.js';
import type { NodeSpans } from './nodeSpans.js';

const SPACE =
  /\\(?:[,;:!>\s]|(?:implies|impliedby|iff|quad|qquad|enspace|thinspace|medspace|thickspace|negthinspace|negmedspace|negthickspace|nobreakspace|space)(?![a-zA-Z])|(?:hspace|hskip|mskip|kern|mkern|hphantom|mspace)\*?\s*(?:\{[^{}]*\}|-?[\d.]+\s*[a-z]+)?)/y;

/** Units of TeX in quads of ten points. */
const EMS: Readonly<Record<string, number>> = {
  em: 1,
  ex: 0.43,
  mu: 1 / 18,
  pt: 0.1,
  bp: 0.1,
  pc: 1.2,
  mm: 0.28,
  cm: 2.8,
  in: 7.2,
};

/** The end of a line, passed. */
export function lineBreak(places: NodeSpans): Span {
  const from = places.position;
  places.pass(/(?:\\\\|\\newline|\\cr)\s*(?:\[[^[\]]*\])?/y);
  return { from, to: places.position };
}

/** A space of a given width: from a quad on it parts what stands on either side. */
export function kern(places: NodeSpans, size: number, unit: string): Piece[] {
  const from = places.start;
  places.pass(SPACE);
  const span = place({ from: Math.min(from, places.position), to: places.position });
  if (size * (EMS[unit] ?? 0) >= 1) return [{ kind: 'separator', text: 'gap', ...span }];
  // A thin space may separate groups of digits; numbers look for it.
  return [{ kind: 'separator', text: 'gap', ...span, primes: -1 }];
}

/** A space that is written out counts as a thin one: four of ~ part what stands on either side. */
export function space(places: NodeSpans, loc: Parameters<NodeSpans['own']>[0], text: string): Piece[] {
  const from = places.start;
  places.own(loc);
  if (text === '\\nobreakspace') places.pass(/~/y);
  else if (text !== '\\ ') return [];
  const span = { from: Math.min(from, places.position), to: places.position };
  return [{ kind: 'separator', text: 'gap', ...place(span), primes: -1 }];
}
