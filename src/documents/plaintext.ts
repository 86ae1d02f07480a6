/** Plain text: no formulas, only what the user selects. */
import { ready, type Steps } from '../steps.js';
import { segment, type Meter, type Segment } from './segment.js';

export function scanPlainText(text: string, from: number, meter: Meter): Steps<Segment> {
  meter.work += text.length - from;
  return ready(segment(text, { from, to: text.length, reach: text.length, formulas: [], headings: [] }));
}
