/** Functions that a text gives a name in words: "where Φ is the normal distribution function"; a row each. */
import { call, sym, type Expr, type Sym } from '../core/index.js';
import { functionBeforeBracket } from '../customs/usually.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import type { Definition } from './definitions.js';

export interface FunctionWords {
  /** The function of the table. */
  readonly fn: string;
  /** What it is called, without article. */
  readonly words: RegExp;
  readonly language: string;
}

export const FUNCTION_WORDS: readonly FunctionWords[] = [
  {
    fn: 'sigmoid',
    language: 'English',
    words: /^(?:logistic sigmoid|sigmoid|logistic)(?: activation)?(?: function)?$/i,
  },
  { fn: 'sigmoid', language: 'German', words: /^(?:sigmoid-?funktion|logistische funktion)$/i },
  { fn: 'sigmoid', language: 'French', words: /^fonction (?:sigmoïde|logistique)$/i },
  { fn: 'sigmoid', language: 'Spanish, Portuguese', words: /^fun(?:ción|ção) (?:sigmoide|logística)$/i },
  { fn: 'sigmoid', language: 'Italian', words: /^funzione (?:sigmoide|logistica|sigmoidea)$/i },
  { fn: 'sigmoid', language: 'Russian', words: /^(?:сигмоида|логистическая функция)$/i },
  { fn: 'sigmoid', language: 'Chinese', words: /^(?:sigmoid ?函[数數]|逻辑函数|邏輯函數)$/i },
  {
    fn: 'normcdf',
    language: 'English',
    words:
      /^(?:standard )?(?:normal|gaussian) (?:cumulative distribution function|distribution function|cumulative distribution|cdf)$/i,
  },
  { fn: 'normcdf', language: 'German', words: /^verteilungsfunktion der standardnormalverteilung$/i },
  {
    fn: 'normcdf',
    language: 'French',
    words: /^fonction de répartition de la loi normale(?: centrée réduite)?$/i,
  },
  {
    fn: 'normpdf',
    language: 'English',
    words:
      /^(?:standard )?(?:normal|gaussian) (?:probability density function|density function|probability density|density|pdf)$/i,
  },
  { fn: 'normpdf', language: 'German', words: /^dichte der standardnormalverteilung$/i },
  { fn: 'normpdf', language: 'French', words: /^densité de la loi normale(?: centrée réduite)?$/i },
  { fn: 'relu', language: 'any', words: /^(?:relu|rectified linear unit)(?: activation)?(?: function)?$/i },
  { fn: 'softplus', language: 'any', words: /^softplus(?: activation)?(?: function)?$/i },
  { fn: 'tanh', language: 'English', words: /^(?:hyperbolic tangent|tanh)(?: activation)?(?: function)?$/i },
  { fn: 'erf', language: 'English', words: /^(?:gauss(?:ian)? )?error function$/i },
  { fn: 'erf', language: 'German', words: /^(?:gaußsche )?fehlerfunktion$/i },
  { fn: 'gamma', language: 'English', words: /^gamma function$/i },
  { fn: 'digamma', language: 'English', words: /^digamma(?: function)?$/i },
  { fn: 'trigamma', language: 'English', words: /^trigamma(?: function)?$/i },
  { fn: 'lambertw', language: 'English', words: /^lambert(?:['’]s)?(?: w)?(?:[- ]function)?$/i },
];

/** The function that the words call by its name, and no other one of its family: "with mean μ" is another normal density. */
const named = (words: string): string | null =>
  FUNCTION_WORDS.find((f) => f.words.test(words.trim()))?.fn ?? null;

/** "… is the normal distribution function." directly after the name. */
const IS =
  /^\s*(?:ist|is|are|be|denotes?|represents?|stands for|bezeichnet|est|désigne|es|denota|è|é|—|–|это|是|为)\s*(?:the |an? |our |die |la |le |l['’]|el |o )?([^.,;:()\n]{3,70})/iu;
const FURTHER = /^(?:\s*[.,;:)\n]|\s*$)/u;
/** "the sigmoid function σ": the words before the name, from the last article of its clause on. */
const CLAUSE_END = /[.,;:()\n]/;
const ARTICLE = /\b(?:the|an?|our|die|der|la|le|el)\s/i;
const lastWords = (before: string): string =>
  before.trimEnd().split(CLAUSE_END).at(-1)?.split(ARTICLE).at(-1) ?? '';

const LONGEST_NAME = 30;
const MOST_WORDS = 100;
const PAUSE = 50;

/** The functions that the sentences of a document name, in order and in steps. */
export function* functionsInWords(
  index: FormulaIndex,
  read: (f: Formula) => Reading,
): Steps<readonly Definition[]> {
  const found: Definition[] = [];
  for (const [k, f] of index.formulas.entries()) {
    if (k % PAUSE === 0) yield null;
    if (f.tex.length > LONGEST_NAME) continue;
    const fn = saidOf(f, k, index);
    const name = fn === null ? null : nameIn(read(f));
    if (fn === null || !name || functionBeforeBracket(name.fn.id) === fn) continue;
    const { line, from } = f;
    const value = call(fn, name.param);
    found.push({
      name: name.fn,
      params: [name.param],
      value,
      replaces: null,
      line,
      from,
      late: true,
      evidence: 'words',
    });
  }
  return found;
}

function saidOf(f: Formula, k: number, { text, formulas }: FormulaIndex): string | null {
  const end = Math.min(formulas[k + 1]?.outerFrom ?? text.length, f.outerTo + MOST_WORDS);
  const after = text.slice(f.outerTo, end);
  const is = IS.exec(after);
  if (is?.[1] !== undefined) {
    const said = FURTHER.test(after.slice(is[0].length)) ? named(is[1]) : null;
    if (said !== null) return said;
  }
  const start = Math.max(formulas[k - 1]?.outerTo ?? 0, f.block.from, f.outerFrom - MOST_WORDS);
  return named(lastWords(text.slice(start, f.outerFrom)));
}

/** Φ, g(z): the name and its parameter. */
function nameIn({ statements }: Reading): { readonly fn: Sym; readonly param: Sym } | null {
  const [only, more] = statements;
  if (!only || more) return null;
  const e: Expr = only.expr;
  if (e.kind === 'sym') return { fn: e, param: X };
  const [arg, second] = e.kind === 'apply' && e.orders.every((o) => o === 0) ? e.args : [];
  return e.kind === 'apply' && arg?.kind === 'sym' && !second ? { fn: e.fn, param: arg } : null;
}
const X = sym('x');
