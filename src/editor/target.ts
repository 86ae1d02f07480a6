/** A place that a command is asked about, as it travels in the links of a hover. */
import type { LineTarget } from './lineTarget.js';
import type { ReadingTarget } from './readingTarget.js';

export interface Target {
  readonly uri: string;
  /** The version of the document that the offsets belong to. */
  readonly version: number;
  /** A selection, or a cursor where both are equal; UTF-16 offsets of the document. */
  readonly from: number;
  readonly to: number;
}

/** The target that a command was given, checked: links can be written by anyone. Null where it is none. */
export function parseTarget(value: unknown): Target | null {
  if (typeof value !== 'object' || value === null) return null;
  const { uri, version, from, to } = value as Readonly<Record<keyof Target, unknown>>;
  if (typeof uri !== 'string' || uri.length > 10_000) return null;
  if (!isOffset(version) || !isOffset(from) || !isOffset(to) || from > to) return null;
  return { uri, version, from, to };
}

/** A Markdown link's address that runs a command on a target. */
export function commandLink(command: string, target: Target | LineTarget | ReadingTarget): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([target])).replace(/[()']/g, percent)}`;
}

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;
