/**
 * What a letter usually is among vectors and matrices, a row each group with its reason. Asked only where a formula
 * itself shows that it is about them: by a transpose, a norm, a trace, bold letters.
 */

/** How unusual each reading is, 0 for the usual one. */
export interface RankCosts {
  readonly number: number;
  readonly vector: number;
  readonly matrix: number;
}
interface Group {
  readonly letters: string;
  readonly reason: string;
  readonly costs: RankCosts;
}
const group = (letters: string, reason: string, number: number, vector: number, matrix: number): Group => ({
  letters,
  reason,
  costs: { number, vector, matrix },
});

const GROUPS: readonly Group[] = [
  group('A B D G M Q R S U V W X Y Z', 'capitals of linear algebra: maps, data, weights', 2, 2, 0),
  group('C H K P F', 'capitals for maps, and as often for a constant, a height or a force', 1, 2, 0),
  group('E J L N T I O', 'a loss, an energy, a count, a time', 0, 3, 1),
  group('x y z u v w b a g h p q r s d', 'small letters of points, weights and right sides', 1, 0, 4),
  group('c k n m i j l t e f o', 'constants, counts, indices and time', 0, 1, 4),
  group(
    'Sigma Lambda Theta Omega Phi Psi Gamma Xi Delta Pi',
    'capitals for covariances and the like',
    2,
    3,
    0,
  ),
  group('beta theta mu delta xi phi psi', 'parameters, means and errors: one or several', 0.5, 0.6, 4),
];
const OTHERS: RankCosts = { number: 0, vector: 1, matrix: 4 };

const byLetter: ReadonlyMap<string, RankCosts> = new Map(
  GROUPS.flatMap(({ letters, costs }) => letters.split(' ').map((l) => [l, costs] as const)),
);
export const rankCosts = (letter: string): RankCosts => byLetter.get(letter) ?? OTHERS;

/** By what one differentiates among vectors and matrices without saying so: weights first, then points, data last. */
const VARIABLES: readonly string[] = [
  'w',
  'theta',
  'beta',
  'x',
  'z',
  'u',
  'v',
  'W',
  'y',
  'a',
  'X',
  'mu',
  'Sigma',
  'A',
  'b',
];
export function placeAmongArrays(letter: string): number {
  const at = VARIABLES.indexOf(letter);
  return at < 0 ? VARIABLES.length : at;
}
