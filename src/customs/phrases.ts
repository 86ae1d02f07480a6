/** What words right beside a name say of its entries: one row each, with its reason. */

export interface Phrase {
  readonly says: RegExp;
  readonly reason: string;
  /** What all entries come to. */
  readonly total: number;
}

export const PHRASES: readonly Phrase[] = [
  { says: /\b(?:one|1)[- ]hot\b/i, reason: 'one entry is 1 and the others are 0', total: 1 },
];

/** So many characters from the name its words are said of it: "a one-hot vector y", "y (one-hot)". */
export const [SO_FAR_BEFORE, SO_FAR_BEHIND] = [32, 24];

/** Whether a text says of any name what its entries come to. */
export const speaksOfTotals = (text: string): boolean => PHRASES.some(({ says }) => says.test(text));

/** What the entries of a name come to, by the words of its sentence before it and behind it; null where they do not say. */
export function totalSaid(before: string, behind: string): number | null {
  const beside = [before.slice(-SO_FAR_BEFORE), behind.slice(0, SO_FAR_BEHIND)];
  return PHRASES.find(({ says }) => beside.some((words) => says.test(words)))?.total ?? null;
}
