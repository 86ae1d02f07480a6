/** Names of gradients that are written. Knows nothing of VS Code. */

/** The name without the number that tells it from one in use: the function that is there already. */
export const nameInUse = (fresh: string): string | null => {
  const base = fresh.replace(/(?<=radient)\d+$/, '');
  return base === fresh ? null : base;
};
