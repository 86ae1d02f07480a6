/** A hostile file, and the ways to make one. */

export interface HostileFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /**
   * `claim`: the false claim at the end of the file is found all the same; `refused`: the file has an error that says why;
   * `any`: it is only wanted that it ends.
   */
  readonly expected: 'claim' | 'refused' | 'any';
}

/** At the end of every file that can have it: whatever stands before it, it is to be found. */
export const CLAIM = '\n\n# End\n\n$\\frac{d}{dx} x^2 = 3x$\n';
export const PAIR =
  '\nexport const last = (x: number) => x * x;\nexport const lastPrime = (x: number) => 3 * x;\n';

export const note = (name: string, text: string): HostileFile => ({
  name: `${name}.md`,
  content: text + CLAIM,
  expected: 'claim',
});
/** Something that nothing ends may take the rest of the file with it. */
export const unterminated = (name: string, text: string): HostileFile => ({
  ...note(name, text),
  expected: 'any',
});
export const code = (name: string, text: string, ending = 'ts'): HostileFile => ({
  name: `${name}.${ending}`,
  content: text + PAIR,
  expected: 'any',
});
export const refused = (name: string, content: string | Uint8Array): HostileFile => ({
  name,
  content,
  expected: 'refused',
});
export const notebook = (name: string, cells: unknown): HostileFile => ({
  name: `${name}.ipynb`,
  content: JSON.stringify({ cells }),
  expected: 'any',
});
