/** What was missed comes again: a list that is kept as plain data, and shrinks as it goes well. */

/** A question that was missed, by its text. */
export interface Missed {
  readonly tex: string;
  readonly variable: string;
  /** How often it has to go well before it is forgotten. */
  readonly left: number;
}

/** It comes again until it has gone well so often. */
const TIMES = 2;
const MOST = 100;

/** The list after a practice of a question: one that went badly stands last, the longest not seen stands first. */
export function noted(
  list: readonly Missed[],
  { tex, variable }: Omit<Missed, 'left'>,
  wentWell: boolean,
): readonly Missed[] {
  const others = list.filter((m) => m.tex !== tex || m.variable !== variable);
  const known = list.find((m) => m.tex === tex && m.variable === variable);
  const left = wentWell ? (known?.left ?? 0) - 1 : TIMES;
  return left > 0 ? [...others, { tex, variable, left }].slice(-MOST) : others;
}

/** The list that was kept; what is no part of one is left out. */
export function missedIn(kept: unknown): readonly Missed[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isMissed).map(({ tex, variable, left }) => ({ tex, variable, left }));
}

function isMissed(value: unknown): value is Missed {
  if (typeof value !== 'object' || value === null) return false;
  const { tex, variable, left } = value as Readonly<Record<keyof Missed, unknown>>;
  return typeof tex === 'string' && typeof variable === 'string' && Number.isInteger(left);
}
