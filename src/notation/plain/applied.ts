/** Functions written as on paper, without a bracket: sin x, sin² 2x, ln|x|; how far their argument goes. */
import { functionRow } from '../../core/index.js';
import type { BracketGroup, Item } from './items.js';
import { isLetter } from './names.js';
import { isFunctionName } from './spellings.js';

/** The power on a function's name: sin² x, sin^2(x), sin⁻¹ x; how many items it takes. Null where there is none. */
export interface FunctionPower {
  readonly text: string;
  readonly length: number;
}

/** Reads the power at `at`, right after a function's name. */
export function functionPower(items: readonly Item[], at: number): FunctionPower | null {
  const [first, second, third] = [items[at], items[at + 1], items[at + 2]];
  if (first?.kind === 'raised') return { text: first.text, length: 1 };
  if (!isOp(first, '^')) return null;
  if (isPlain(second)) return { text: second.text, length: 2 };
  if (isOp(second, '-') && third?.kind === 'number') return { text: '-' + third.text, length: 3 };
  if (second?.kind === 'group' && /^-?\w+$/.test(second.text)) return { text: second.text, length: 2 };
  return null;
}
const isPlain = (item: Item | undefined): item is Item & { text: string } =>
  item?.kind === 'number' || item?.kind === 'name';
export const isOp = (item: Item | undefined, text: string): boolean =>
  item?.kind === 'op' && item.text === text;

/** The end of the argument that begins at `start`: factors with their powers, up to a sign, a function or a bracket. */
export function bareArgumentEnd(items: readonly Item[], start: number): number {
  let at = start;
  while (at < items.length && goesOn(items, at, start)) at++;
  return at;
}
function goesOn(items: readonly Item[], at: number, start: number): boolean {
  const [item, before] = [items[at], at > start ? items[at - 1] : undefined];
  const isExponent = isOp(before, '^') || before?.kind === 'root';
  switch (item?.kind) {
    case 'number':
    case 'raised':
    case 'fraction':
    case 'root':
      return true;
    case 'name':
      return isExponent || !isWordFunction(item.text);
    case 'group':
      return isExponent || (at === start && item.open === '|') || (at > start && isSigned(items, at, start));
    case 'op':
      return at > start && (item.text === '^' || (item.text === '-' && isExponent));
    default:
      return false;
  }
}
/** The bracket in x^-(y). */
const isSigned = (items: readonly Item[], at: number, start: number): boolean =>
  at - 2 >= start && isOp(items[at - 1], '-') && isOp(items[at - 2], '^');
/** sin, ln: a function to every reader, unlike a letter such as Γ. */
export const isWordFunction = (name: string): boolean => isFunctionName(name) && !isLetter(name);

/** How many factors stand in a bare argument: sin 2x has two. */
export function factorCount(items: readonly Item[]): number {
  let count = 0;
  items.forEach((item, i) => {
    const before = items[i - 1];
    const isExponent = isOp(before, '^') || isOp(before, '-') || before?.kind === 'root';
    if (item.kind !== 'op' && item.kind !== 'raised' && !isExponent) count++;
  });
  return count;
}

/** log_2, log_b: the base that a subscript gives, or null. */
export const baseOfLog = (name: string): string | null => /^log_(\w+)$/.exec(name)?.[1] ?? null;

/** The inverse that f⁻¹ names, or null where an exponent −1 has no such meaning. */
export function inverseName(name: string): string | null {
  const base = name === 'cosec' ? 'csc' : name;
  const row = functionRow(base);
  return row?.family === 'trigonometric' || row?.family === 'hyperbolic' ? row.inverse : null;
}

/** The only argument's bracket of a call, or null. */
export const callBracket = (item: Item | undefined): BracketGroup | null =>
  item?.kind === 'group' && item.open !== '|' ? item : null;
