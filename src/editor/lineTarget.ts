/** A line of a document, as it travels in links. Knows nothing of VS Code. */

export interface LineTarget {
  readonly uri: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The line that a command was given, checked: links can be written by anyone. Null where it is none. */
export function parseLineTarget(value: unknown): LineTarget | null {
  if (typeof value !== 'object' || value === null) return null;
  const { uri, line } = value as Readonly<Record<keyof LineTarget, unknown>>;
  if (typeof uri !== 'string' || uri.length > 10_000) return null;
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1) return null;
  return { uri, line };
}
