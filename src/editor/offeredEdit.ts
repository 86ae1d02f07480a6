/** An edit that was offered for a version of a document, as it travels in commands. Knows nothing of VS Code. */
import type { TextEdit } from './fixEdits.js';
import { parseTarget, type Target } from './target.js';

export interface OfferedEdit extends Target, TextEdit {
  /** What stood between `from` and `to` when it was offered. */
  readonly was: string;
}

/** The edit that a command was given, checked: commands can be run by anyone. Null where it is none. */
export function parseOfferedEdit(value: unknown): OfferedEdit | null {
  const target = parseTarget(value);
  if (target === null) return null;
  const { text, was } = value as Readonly<Record<keyof OfferedEdit, unknown>>;
  return typeof text === 'string' && typeof was === 'string' ? { ...target, text, was } : null;
}
