/** The letters by which frames of unit vectors go, in their order: one row a frame, with its reason. */

export interface Frame {
  readonly letters: readonly string[];
  readonly reason: string;
  /** Whether a letter is a unit vector in bold too, and not under a hat or below an e alone. */
  readonly inBold: boolean;
}

export const FRAMES: readonly Frame[] = [
  { letters: ['i', 'j', 'k'], reason: 'Hamilton’s units, a frame since', inBold: true },
  { letters: ['x', 'y', 'z'], reason: 'the coordinates; **x** itself is a point', inBold: false },
];

/** The letters of Cartesian coordinates, in their order. */
export const COORDINATES: readonly string[] = ['x', 'y', 'z'];

/** i and j where a mark stands above them lose their dot. */
const DOTLESS: ReadonlyMap<string, string> = new Map([
  ['imath', 'i'],
  ['jmath', 'j'],
]);
export const withDot = (letter: string): string => DOTLESS.get(letter) ?? letter;
export const withoutDot = (letter: string): string =>
  [...DOTLESS].find(([, dotted]) => dotted === letter)?.[0] ?? letter;
