/** Multiple choice: what follows a question may be a list of answers to choose from, most of them wrong. */

import { asksWhich } from './quoted.js';

/** A box to tick, or a letter or number before a choice. */
const CHOICE =
  /(?:\[[ xX✓✗]?\]|(?:^|[\s(])[A-Ea-e1-9][.)]|(?:^|\n)[ \t>]*(?:[-*+•][ \t]+)?[*_]*[B-Z][*_]*:|[①-⑨☐☑])[ \t*_:]*$/;
const BULLET = /(?:^|\n)[ \t>]*[-*+•][ \t]+[*_]*$/;
const ONLY_BULLET = /^[ \t*_.,;]*\n[ \t>]*[-*+•][ \t]+[*_]*$/;

/** Whether a formula between these words is one of several choices: `before` since the last formula, `after` to the next. */
export const isChoice = (before: string, after: string): boolean =>
  CHOICE.test(before) || (BULLET.test(before) && ONLY_BULLET.test(after));

/** I. and (b) directly before a formula. */
const LABEL = /(?:^|[\s({&])(?:[IVX]{1,4}|[ivx]{1,4}|[A-Ha-h1-9])[.)][\s*_]*$/;
/** A question stands no further before its answers. */
const QUESTION = 300;

/** Whether the formula that begins at the offset is a labelled answer to "which of these". */
export function isLabelledAnswer(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - QUESTION), offset);
  const end = before.lastIndexOf('?');
  return end >= 0 && LABEL.test(before) && asksWhich(before.slice(0, end));
}

const ITEM = /^[ \t>]*(?:[-*+•]|\(?[A-Za-z0-9]{1,2}[.)])[ \t]/;

/** Where the list begins that follows a question and has the offset in one of its items; null for any other place. */
export function listAfterQuestion(text: string, offset: number): number | null {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  if (!ITEM.test(text.slice(start, offset))) return null;
  for (let lines = 0; lines < MOST_LINES && start > 0; lines++) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(above, start).trim();
    if (/\?[*_)\s]*$/.test(line)) return start;
    if (line !== '' && !ITEM.test(text.slice(above, start)) && !/^[ \t]/.test(text.slice(above, start)))
      return null;
    start = above;
  }
  return null;
}
/** Lists of choices are short. */
const MOST_LINES = 24;
