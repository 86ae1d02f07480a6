/** Which of what is known along a note counts for how a formula of it reads. */
import { hasPrime } from '../notation/latex/glance.js';
import { macrosUsed, wordsOf, type Macros } from '../notation/latex/macros/index.js';
import type { Context, PrimedNames } from '../notation/notation.js';

/**
 * Two contexts in which the text reads alike have one signature; only names and macros that may occur in it count, so
 * that a new definition has only those formulas read again that mention it. Linear in the text, however many names
 * there are, but for those that it may mention.
 */
export function signatureOf(c: Context, primes: PrimedNames, macros: Macros, tex: string): string {
  const used = macrosUsed(tex, macros);
  const text = [tex, ...used.flatMap((m) => [...(m.fallback ?? []), ...m.body].map((t) => t.text))].join(' ');
  const digests = used.map((m) => m.digest).sort();
  if (primes.digest !== '' && hasPrime(text)) digests.push(primes.digest);
  const counting = [...(c.indices ?? [])].filter((letter) => text.includes(letter)).sort();
  return `${mentioned(namesOf(c), text).join()};${c.logBase};${counting.join('')};${digests.join()}`;
}

interface ContextName {
  readonly sub: string;
  /** Its id, and whether it is a function. */
  readonly mark: string;
}
/**
 * The context's names by what any text that writes them holds: first y for ŷ and for y_pred, then the longest run of
 * letters or digits of what stands below it.
 */
type ContextNames = ReadonlyMap<string, ReadonlyMap<string, readonly ContextName[]>>;

/** The marks of the names that may occur in the text, in order. */
function mentioned(names: ContextNames, text: string): readonly string[] {
  const found: string[] = [];
  let runs: ReadonlySet<string> | null = null;
  for (const word of wordsOf(text)) {
    const bySub = names.get(word);
    if (!bySub) continue;
    runs ??= runsIn(text);
    // Whichever are fewer are gone through.
    const keys = bySub.size < runs.size ? bySub.keys() : runs;
    for (const key of keys) {
      if (!runs.has(key)) continue;
      for (const { sub, mark } of bySub.get(key) ?? []) if (text.includes(sub)) found.push(mark);
    }
  }
  return found.sort();
}

/** Worked out once a context. */
function namesOf(c: Context): ContextNames {
  const known = namesByContext.get(c);
  if (known) return known;
  const names = new Map<string, Map<string, ContextName[]>>();
  for (const id of new Set([...c.defined, ...c.functions])) {
    const [base = id, sub = ''] = id.slice(id.lastIndexOf(':') + 1).split('_');
    const bySub = names.get(base) ?? new Map<string, ContextName[]>();
    names.set(base, bySub);
    const key = longestRun(sub);
    const list = bySub.get(key) ?? [];
    bySub.set(key, list);
    list.push({ sub, mark: c.functions.has(id) ? id + '()' : id });
  }
  namesByContext.set(c, names);
  return names;
}
const namesByContext = new WeakMap<Context, ContextNames>();

const RUN = /[A-Za-z]+|\d+/g;

/** Nothing for nothing; of what has no letters and digits its first character. */
const longestRun = (sub: string): string =>
  (sub.match(RUN) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '') || sub.slice(0, 1);

/** What a longest run may be in a text: its runs, its single characters, nothing. */
const runsIn = (text: string): ReadonlySet<string> =>
  new Set(['', ...(text.match(RUN) ?? []), ...text.split('')]);
