/** Whether a source can claim derivatives at all, so that others are not parsed. Knows nothing of VS Code. */

const SAYS_SO = /prime|deriv|diff|grad|nabla|^backward$|^der$|^df?$|^dx$|^dfn$|^dfunc$/;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/** A line of a doc comment with mathematics, or with an equation between backticks. */
const COMMENT_WITH_MATHS = /^[ \t]*(?:\/\*)?\*.*(?:\$|\\[([]|`[^`\n]*=)/m;

/** Whether a name says that it is a derivative, or a doc comment holds mathematics. */
export const mayHaveClaims = (text: string): boolean =>
  mayNameDerivative(text) || COMMENT_WITH_MATHS.test(text);

/** Whether a name says that it is a derivative, or is another name with a d before it: dF, df_dx, f_x. */
export function mayNameDerivative(text: string): boolean {
  const words = new Set(text.match(WORD) ?? []);
  const names = new Set([...words].map((word) => word.replace(/[_$]/g, '').toLowerCase()));
  return (
    [...names].some((name) => SAYS_SO.test(name) || isOfAnother(name, names)) ||
    [...words].some((word) => isPartial(word, words))
  );
}

function isOfAnother(name: string, names: ReadonlySet<string>): boolean {
  if (name.startsWith('d')) {
    const rest = name.slice(name.startsWith('d2') ? 2 : 1);
    if (names.has(rest) || names.has(rest.slice(0, Math.max(0, rest.search(/d[^d]*$|by[^b]*$/)))))
      return true;
  }
  const by = name.search(/d[^d]*$/);
  return by > 0 && names.has(name.slice(0, by)) && names.has(name.slice(by + 1));
}

function isPartial(word: string, words: ReadonlySet<string>): boolean {
  const [, of = '', by = ''] = /^(.+)_([^_]+)$/.exec(word) ?? [];
  return words.has(of) && words.has(by);
}
