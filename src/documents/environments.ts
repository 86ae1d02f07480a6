/** LaTeX's environments of displayed maths, by name without the star. */

/**
 * Where the formula begins: after `\begin{…}` for those that only set it apart; with it for those whose rows and
 * columns are part of what it says.
 */
const MATHS: ReadonlyMap<string, 'inside' | 'whole'> = new Map([
  ['equation', 'inside'],
  ['displaymath', 'inside'],
  ['math', 'inside'],
  ['multline', 'inside'],
  ['dmath', 'inside'],
  ['align', 'whole'],
  ['alignat', 'whole'],
  ['flalign', 'whole'],
  ['gather', 'whole'],
  ['eqnarray', 'whole'],
]);

export interface Opening {
  readonly name: string;
  /** The offset after `\begin{name}`. */
  readonly to: number;
  readonly end: string;
  readonly layout: boolean;
}

/** The environment of maths that begins at the offset, if one does. */
export function environmentAt(text: string, offset: number): Opening | null {
  if (!text.startsWith('\\begin{', offset)) return null;
  const brace = offset + 7;
  const name = text.slice(brace, text.slice(brace, brace + 20).indexOf('}') + brace);
  const extent = MATHS.get(name.replace(/\*$/, ''));
  if (!extent) return null;
  return { name, to: brace + name.length + 1, end: `\\end{${name}}`, layout: extent === 'whole' };
}
