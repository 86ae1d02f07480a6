/** A range of a document that moves with the edits around it. */

export interface OffsetRange {
  readonly from: number;
  readonly to: number;
}

/** One replacement, in offsets of the document before it. */
export interface DocumentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** A range after an edit; `touched` where the edit changed what it covers, and it then covers the new text. */
export interface MovedRange extends OffsetRange {
  readonly touched: boolean;
}

/** Where the range lies after the changes of one edit, which do not overlap and count in offsets before it. */
export function moveRange(range: OffsetRange, changes: readonly DocumentChange[]): MovedRange {
  let { from, to } = range;
  let [shift, growth, touched] = [0, 0, false];
  for (const { rangeOffset, rangeLength, text } of changes) {
    const [end, difference] = [rangeOffset + rangeLength, text.length - rangeLength];
    if (end <= range.from) shift += difference;
    else if (rangeOffset < range.to) {
      touched = true;
      growth += difference;
      from = Math.min(from, rangeOffset);
      to = Math.max(to, end);
    }
  }
  return { from: from + shift, to: to + shift + growth, touched };
}
