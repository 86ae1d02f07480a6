/** Shapes that do not fit, in words that name what clashes. */
import { plainName, type Clash, type Expr } from '../core/index.js';
import { refuse, type NotAsked } from './asked.js';
import { namesIn } from './freeNames.js';

export function clashRefusal({ kind, at, parts }: Clash): NotAsked {
  const [a, b] = parts.map(({ e, shape }) => `${nameOf(e)} is ${SHAPES[shape]}`);
  const both = [a, b].filter((x) => x !== undefined).join(', ');
  const message = {
    sum: `The terms do not fit: ${both}, and only what has the same shape is added.`,
    product: `The factors do not fit: ${both}; between two vectors a transpose, ⊙ or a dot is needed.`,
    divisor: `Only numbers divide: ${both}.`,
    power: `${both}, of which this power has no one meaning: write the product, ⊙ or a norm.`,
    'matrix-function': `${both}, of which this may be the function of the whole matrix or of each entry.`,
    argument: `This function does not take what stands here: ${both}.`,
    index: `The indices do not fit: ${both}.`,
    name: `The two sides do not fit: ${both}.`,
    other: `Vectors and matrices have no reading here${both === '' ? '' : `: ${both}`}.`,
  }[kind];
  return refuse('unsupported', message, at);
}
const SHAPES = { number: 'a number', vector: 'a vector', row: 'a row', matrix: 'a matrix' } as const;

/** The name itself, or what of names it is made of. */
function nameOf(e: Expr): string {
  if (e.kind === 'sym') return plainName(e);
  if (e.kind === 'num') return e.value.toString();
  const names = namesIn(e).symbols.map((s) => plainName(s));
  return names.length === 0 ? 'one part' : `what is made of ${names.join(', ')}`;
}
