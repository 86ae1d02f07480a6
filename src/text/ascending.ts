/** Where an offset lies among ascending ones, by bisection. */

/** How many indices pass of so many, where those that pass come before those that do not. */
export function countWhile(length: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of ascending numbers are at most the bound: the index of the first beyond it. */
export const countUpTo = (ascending: ArrayLike<number>, bound: number): number =>
  countWhile(ascending.length, (i) => (ascending[i] as number) <= bound);

/** How many of ascending numbers are below the bound: the index of the first that is not. */
export const countBelow = (ascending: ArrayLike<number>, bound: number): number =>
  countWhile(ascending.length, (i) => (ascending[i] as number) < bound);

/** What stands in a text from an offset on. */
interface Begun {
  readonly from: number;
}

/** How many, in the order in which they begin, do so at the offset or before it. */
export const countBegunBy = (inOrder: readonly Begun[], offset: number): number =>
  countWhile(inOrder.length, (i) => (inOrder[i] as Begun).from <= offset);

/** How many, in the order in which they begin, do so before the offset. */
export const countBegunBefore = (inOrder: readonly Begun[], offset: number): number =>
  countWhile(inOrder.length, (i) => (inOrder[i] as Begun).from < offset);
