/** Plain text: no formulas, only what the user selects. */
import { segment, type Meter, type Segment } from './segment.js';

export function scanPlainText(text: string, from: number, meter: Meter): Segment {
  meter.work += text.length - from;
  return segment(text, { from, to: text.length, reach: text.length, formulas: [], headings: [] });
}
