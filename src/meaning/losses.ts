/** ∂L/∂z where nothing says what L is, but one loss is said: CE(**y**, **ŷ**) = −Σ_i y_i log ŷ_i. */
import { same, type Expr, type Sym } from '../core/index.js';
import { isLossWord } from '../customs/losses.js';
import { isLossLetter } from '../customs/usually.js';
import { isOfName, type Definition } from './definitions.js';
import type { Definitions } from './dependence.js';
import { operatorOf } from './operator.js';
import { unstyled } from './styles.js';

const isWord = ({ base }: Sym): boolean => base.length > 1 && !isLossLetter(base) && isLossWord(base);

/** L, 𝓛, ℓ, Loss: a name that stands for the loss, whichever it is. */
const isLossName = (s: Sym): boolean => s.sub === null && (isLossLetter(s.base) || isWord(s));

/** CE, Loss, L_{BCE}; and ℓ and 𝓛, which may be the L of another place. */
export const mayBeLoss = (d: Definition): boolean => {
  const { base, sub } = d.name;
  return isOfName(d) && (isWord(d.name) || (isLossLetter(base) && (sub === null || isLossWord(sub))));
};

/** Whether the definition is of the loss that the name stands for: a plain letter is another quantity, but in another style. */
const isOf = (name: Sym, { name: said }: Definition): boolean =>
  isWord(said) || said.sub !== null || said.base === name.base;

/** The loss whose derivative is asked, and by what; null where another one is. */
export function lossAsked(
  e: Expr,
  wanted: Expr | null = null,
): { readonly name: Sym; readonly by: Expr } | null {
  const operator = operatorOf((e.kind === 'relation' ? e.sides[0] : undefined) ?? e);
  const name = operator?.body ?? e;
  const by = operator ? operator.target : wanted;
  return name.kind === 'sym' && by && isLossName(name) ? { name, by } : null;
}

/**
 * What L stands for by custom: the only loss that is said and leads to what it is differentiated by. What is said of two
 * losses says nothing of L.
 */
export function lossByCustom(
  asked: ReturnType<typeof lossAsked>,
  definitions: Definitions,
): Definition | null {
  if (!asked || definitions.has(asked.name.id)) return null;
  const { name, by } = asked;
  const losses = [...definitions.values()].filter((d) => mayBeLoss(d) && isOf(name, d));
  const [only, ...others] = losses.filter((d) => leadsTo(d.value, by, definitions));
  if (!only || others.some((d) => !same(d.value, only.value))) return null;
  return { ...only, name, params: [], evidence: 'words' };
}

/** Whether what the expression is made of is made of the variable, through definitions of names and of entries. */
function leadsTo(e: Expr, by: Expr, definitions: Definitions): boolean {
  const wanted = new Set([...by.free].map(plain));
  const values = new Map<string, Expr[]>();
  for (const d of definitions.values()) {
    const id = unstyled(d.name).id;
    if (!d.ofSum && !d.ofPoint) values.set(id, [...(values.get(id) ?? []), d.value]);
  }
  const seen = new Set([...e.free].map(plain));
  for (const id of seen) {
    if (wanted.has(id)) return true;
    for (const v of values.get(id) ?? []) v.free.forEach((n) => seen.add(plain(n)));
  }
  return false;
}
/** The id of a name without the style of vectors. */
const plain = (id: string): string =>
  id
    .split(':')
    .filter((part) => part !== 'bold' && part !== 'vec')
    .join(':');
