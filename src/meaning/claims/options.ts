/** Multiple choice: what follows a question may be a list of answers to choose from, most of them wrong. */

/** A box to tick, or a letter or number before a choice. */
const CHOICE =
  /(?:\[[ xX✓✗]?\]|(?:^|[\s(])[A-Ea-e1-9][.)]|(?:^|\n)[ \t>]*(?:[-*+•][ \t]+)?[*_]*[B-Z][*_]*:|[①-⑨☐☑])[ \t*_:]*$/;
const BULLET = /(?:^|\n)[ \t>]*[-*+•][ \t]+[*_]*$/;
const ONLY_BULLET = /^[ \t*_.,;]*\n[ \t>]*[-*+•][ \t]+[*_]*$/;

/** Whether a formula between these words is one of several choices: `before` since the last formula, `after` to the next. */
export const isChoice = (before: string, after: string): boolean =>
  CHOICE.test(before) || (BULLET.test(before) && ONLY_BULLET.test(after));
