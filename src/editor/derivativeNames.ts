/** Whether a source can have hand-written derivatives at all, so that others are not parsed. Knows nothing of VS Code. */

const SAYS_SO = /prime|deriv|diff|grad/;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** Whether a name says that it is a derivative, or is another name with a d before it: dF, df_dx. */
export function mayNameDerivative(text: string): boolean {
  const names = new Set((text.match(WORD) ?? []).map((word) => word.replace(/[_$]/g, '').toLowerCase()));
  return [...names].some((name) => SAYS_SO.test(name) || isOfAnother(name, names));
}

function isOfAnother(name: string, names: ReadonlySet<string>): boolean {
  if (!name.startsWith('d')) return false;
  const rest = name.slice(1);
  return names.has(rest) || names.has(rest.slice(0, Math.max(0, rest.search(/d[^d]*$|by[^b]*$/))));
}
