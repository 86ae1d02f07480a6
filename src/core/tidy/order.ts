/** Sorting of terms and factors. */

/** Sorts in place, stably: the few parts of a usual sum or product take less so than by the built-in sort. */
export function insertionSort<T>(list: T[], compare: (a: T, b: T) => number): void {
  if (list.length > FEW) {
    list.sort(compare);
    return;
  }
  for (let i = 1; i < list.length; i++) {
    const x = list[i] as T;
    let j = i;
    for (; j > 0 && compare(list[j - 1] as T, x) > 0; j--) list[j] = list[j - 1] as T;
    list[j] = x;
  }
}
const FEW = 12;
