/** A reading that a link offers to change. Knows nothing of VS Code. */
import type { ChangeableReading } from '../service/service.js';

export interface ReadingTarget {
  readonly uri: string;
  readonly about: ChangeableReading['about'];
}

/** The reading that a command was given, checked: links can be written by anyone. Null where it is none. */
export function parseReadingTarget(value: unknown): ReadingTarget | null {
  if (typeof value !== 'object' || value === null) return null;
  const { uri, about } = value as Readonly<Record<keyof ReadingTarget, unknown>>;
  if (typeof uri !== 'string' || uri.length > 10_000) return null;
  return about === 'log' || about === 'sigma' ? { uri, about } : null;
}
