/** A range of a document that moves with the edits around it. */

export interface OffsetRange {
  readonly from: number;
  readonly to: number;
}

/** One replacement, in offsets of the document before it. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where the range lies after the changes of one edit, or null where one of them touched what it covers. The changes
 * of an edit do not overlap and all count in offsets of the document before it.
 */
export function moveRange(range: OffsetRange, changes: readonly Change[]): OffsetRange | null {
  let shift = 0;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset + rangeLength <= range.from) shift += text.length - rangeLength;
    else if (rangeOffset < range.to) return null;
  }
  return { from: range.from + shift, to: range.to + shift };
}
