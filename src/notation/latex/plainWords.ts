/** TeX as plain words and signs, for who looks for words in it and reads no formula: the head of a table's column. */

/** `$\frac{d}{dt} f^{\prime}$` as d/dt f', with one space between words. What has no plain spelling stays as it is. */
export const plainWords = (text: string): string =>
  SPELLINGS.reduce((t, [pattern, plain]) => t.replace(pattern, plain), text).replace(/\s+/g, ' ');

/** The words behind a statement, `\\quad \\text{(wrong)}`: in plain words, without the gap before them. */
export const wordsBehind = (tex: string): string => plainWords(tex).replace(/^[\s\\a-z]*(?=\()/, '');

/** In this order: what wraps words goes first. */
const SPELLINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/\\(?:text(?:bf|it|rm)?|math(?:rm|bf|it)|operatorname)\s*\{([^{}]*)\}/g, '$1'],
  [/\\(?:left|right|[bB]igg?[lr]?|hline|(?:top|mid|bottom)rule)(?![a-zA-Z])/g, ''],
  [/\\[()[\]]|\$/g, ''],
  [/\^\s*\{\s*(\d|\\prime)\s*\}/g, '^$1'],
  [/\^?\\prime(?![a-zA-Z])/g, "'"],
  [/\\partial(?![a-zA-Z])/g, '∂'],
  [/\\int(?![a-zA-Z])/g, '∫'],
  [/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2'],
];

const ARRAY = /\\begin\{(?:array|tabular)\}\s*(?:\[[^[\]]*\]\s*)?\{[^{}]*\}/;

/** The cells of an array's first row in plain words, and where the row ends; null where the formula is no array. */
export function arrayHead(tex: string): { readonly head: readonly string[]; readonly end: number } | null {
  const begin = ARRAY.exec(tex);
  if (!begin) return null;
  const start = begin.index + begin[0].length;
  const [row = ''] = tex.slice(start).split('\\\\', 1);
  const head = row.split('&').map((cell) => plainWords(cell).trim());
  return head.length < 2 ? null : { head, end: start + row.length };
}

/** The word or words that the spelling of a function ends with: LeakyReLU of \operatorname{LeakyReLU}; '' for a letter. */
export const lastWords = (spelling: string): string =>
  /(?<![A-Za-z ])[A-Za-z ]+(?=\}*$)/.exec(spelling)?.[0].trimStart() ?? '';
