/** Letters in the style of vectors, and the same without it. */
import { entriesName, type Expr, type Sym } from '../core/index.js';

const STYLES: ReadonlySet<string> = new Set(['bold', 'vec']);

/** Bold letters and arrows. */
export const isStyled = (s: Sym): boolean => s.marks.some((m) => STYLES.has(m));

/** **y** as y, whose entries are y_i. */
export const unstyled = (s: Sym): Sym => (isStyled(s) ? entriesName(s) : s);

/** The marks of a letter that make it a vector. */
export const stylesOf = (s: Sym | undefined): Sym['marks'] => s?.marks.filter((m) => STYLES.has(m)) ?? [];

/** Whether the expression speaks of a name, or of a vector by its entries. */
export const speaksOf = (e: Expr, s: Sym): boolean => e.free.has(s.id) || e.free.has(unstyled(s).id);
