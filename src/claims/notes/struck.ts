/** Text that is struck through: what stands there is withdrawn. */
import { countBegunBy } from '../../text/ascending.js';

export interface Struck {
  covers(offset: number): boolean;
}

/** The passages between ~~ and ~~, <del> and </del>, <s> and </s>, none of them longer than a paragraph. */
export function struckIn(text: string): Struck {
  const ranges = [...betweenTildes(text), ...betweenTags(text)].sort((a, b) => a.from - b.from);
  return { covers: (offset) => isWithin(ranges, offset) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Of ranges in each other the last that begins before the offset counts. */
function isWithin(ranges: readonly Range[], offset: number): boolean {
  return offset < (ranges[countBegunBy(ranges, offset) - 1]?.to ?? -1);
}

function betweenTildes(text: string): readonly Range[] {
  const found: Range[] = [];
  const marks = text.includes('~~') ? [...text.matchAll(/~{2,}/g)] : [];
  let open: number | null = null;
  for (const { 0: mark, index } of marks) {
    if (mark.length > 2) open = null;
    else if (open === null || /\n[ \t]*\n/.test(text.slice(open, index))) open = index;
    else {
      found.push({ from: open, to: index });
      open = null;
    }
  }
  return found;
}

function betweenTags(text: string): readonly Range[] {
  if (!/<(?:del|s|strike)>/i.test(text)) return [];
  const found: Range[] = [];
  let open: number | null = null;
  for (const { 0: tag, index } of text.matchAll(/<(\/?)(?:del|s|strike)>/gi)) {
    if (!tag.startsWith('</')) open ??= index;
    else if (open !== null) {
      found.push({ from: open, to: index });
      open = null;
    }
  }
  return found;
}
