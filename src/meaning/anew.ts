/** Where a text brings names anew: "let f be any function", and the next integral, whose u and v are others. */
import type { Expr } from '../core/index.js';
import { isFunctionBesideRule, isRuleFunction } from '../customs/usually.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import { hasIntegral } from '../notation/latex/glance.js';
import { wordsOf } from '../notation/latex/macros/index.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import { isOfName, type Definition } from './definitions.js';
import type { Anew } from './inForce.js';
import { introduces, joinsNames, mayIntroduce } from './introductions.js';

/** Longer formulas are no names that a sentence brings. */
const LONGEST_NAME = 60;
const MOST_WORDS = 80;
/** Formulas between two pauses. */
const PAUSE = 50;

/** The names among the defined ones that the text brings anew, in order and in steps. */
export function* anewInSteps(
  index: FormulaIndex,
  read: (f: Formula) => Reading,
  definitions: readonly Definition[],
): Steps<readonly Anew[]> {
  if (definitions.length === 0) return [];
  const finder = new Finder(index, read, definitions);
  for (const [k, f] of index.formulas.entries()) {
    finder.visit(f, k);
    if (k % PAUSE === 0) yield null;
  }
  return finder.found;
}

class Finder {
  readonly found: Anew[] = [];
  private readonly defined: ReadonlySet<string>;
  /** Names that a choice in an integration may have given a value: u and v. */
  private readonly choices: readonly string[];
  /** The words before the first of several names that are brought together, and the names so far. */
  private open: { readonly before: string; readonly names: readonly string[] } | null = null;

  constructor(
    private readonly index: FormulaIndex,
    private readonly read: (f: Formula) => Reading,
    definitions: readonly Definition[],
  ) {
    this.defined = new Set(definitions.map((d) => d.name.id));
    const plain = definitions.filter((d) => d.params.length === 0 && isOfName(d)).map((d) => d.name.id);
    this.choices = [...new Set(plain)].filter((id) => isRuleFunction(id) || isFunctionBesideRule(id));
  }

  visit(f: Formula, k: number): void {
    if (this.choices.length > 0 && hasIntegral(f.tex)) this.integral(f);
    else if (f.tex.length <= LONGEST_NAME) this.name(f, k);
    else this.open = null;
  }

  /** An integral that does not speak of u is another one than that for which u was chosen. */
  private integral(f: Formula): void {
    // Most indefinite integrals are no expressions: their letters are looked at alone.
    const letters = wordsOf(f.tex);
    for (const id of this.choices) if (!letters.has(id)) this.found.push({ id, from: f.from });
  }

  private name(f: Formula, k: number): void {
    const { text, formulas } = this.index;
    const start = Math.max(formulas[k - 1]?.outerTo ?? 0, f.block.from, f.outerFrom - MOST_WORDS);
    const words = text.slice(start, f.outerFrom);
    const before = this.open && joinsNames(words) ? this.open.before : words;
    if (!mayIntroduce(before)) {
      this.open = null;
      return;
    }
    const names = namesAlone(this.read(f));
    const all = before === words ? names : [...(this.open?.names ?? []), ...names];
    const end = Math.min(formulas[k + 1]?.outerFrom ?? text.length, f.outerTo + MOST_WORDS);
    if (introduces(before, text.slice(f.outerTo, end)))
      for (const id of all) if (this.defined.has(id)) this.found.push({ id, from: f.from });
    this.open = names.length > 0 ? { before, names: all } : null;
  }
}

/** f, f(x), f and g, f: ℝ → ℝ: the names of a formula that says nothing of them. */
function namesAlone({ statements }: Reading): readonly string[] {
  const names = statements.map((s) => nameOf(s.expr));
  const isMap = (e: Expr | undefined): boolean => e?.kind === 'relation' && e.ops.every((op) => op === '->');
  const [first] = names;
  if (typeof first === 'string' && statements.slice(1).every((s) => isMap(s.expr))) return [first];
  return names.includes(null) ? [] : names.filter((n) => n !== null);
}

function nameOf(e: Expr): string | null {
  if (e.kind === 'sym') return e.id;
  return e.kind === 'apply' && e.orders.every((o) => o === 0) && e.args.every((a) => a.kind === 'sym')
    ? e.fn.id
    : null;
}
