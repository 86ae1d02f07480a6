/** Text of files as it may be shown: nothing in it moves a cursor, colours a line, or turns the order of the letters round. */

/**
 * Control characters but for line ends and tabs, marks that change the direction of writing, line separators, and halves of
 * pairs.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Each such character spelled out as \u001b. In JSON, where they stand in strings alone, that is the same text. */
export const visible = (text: string): string => text.replace(HIDDEN, spelled);

/** The same on one line. */
export const visibleLine = (text: string): string => visible(text).replace(/[\t\n]/g, spelled);

const spelled = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
