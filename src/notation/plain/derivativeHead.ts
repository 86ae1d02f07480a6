/** The head of a derivative: d/dx, d²y/dx², d(…)/dx, ∂²/∂x∂y. */
import type { Expr } from '../../core/index.js';
import type { Context, Span } from '../notation.js';
import { isOp } from './applied.js';
import type { BracketGroup, Item } from './items.js';
import { nameExpr } from './names.js';

export interface DerivativeHead extends Span {
  /** ∂x∂y derives by y first. */
  readonly targets: readonly Expr[];
  /** How often by each. */
  readonly order: number;
  readonly partial: boolean;
  /** What is differentiated where it stands above the slash; '' where it follows. */
  readonly above: BracketGroup | string;
  /** How many items the head takes. */
  readonly length: number;
  readonly problem: string | null;
}

/** The head that begins at the item, or null where none does. */
export function derivativeHead(items: readonly Item[], at: number, context: Context): DerivativeHead | null {
  const head = items[at];
  const d = head?.kind === 'name' ? /^(d|∂)(.*)$/u.exec(head.text) : null;
  if (!head || !d || head.kind !== 'name' || context.defined.has(head.text)) return null;
  const order = raisedNumber(items, at + 1);
  const above = d[2] === '' ? aboveSlash(items, at + order.length + 1) : null;
  const slash = at + order.length + 1 + (above ? 1 : 0);
  const below = items[slash + 1];
  if (!isOp(items[slash], '/') || below?.kind !== 'name') return null;
  const targets = targetsOf(below.text, d[1] ?? 'd');
  if (!targets) return null;
  const again = raisedNumber(items, slash + 2);
  const isMixed = targets.length > 1;
  const differ = isMixed ? again.length > 0 || order.value !== targets.length : again.value !== order.value;
  return {
    targets: targets.map(nameExpr),
    order: isMixed ? 1 : order.value,
    partial: d[1] === '∂',
    above: above ?? d[2] ?? '',
    length: slash + 2 + again.length - at,
    problem: differ ? 'the orders above and below differ' : null,
    from: head.from,
    to: below.to,
  };
}

/** x and y of ∂x∂y, x of dx; null where a name is missing. */
function targetsOf(below: string, d: string): readonly string[] | null {
  const names = below.startsWith(d) ? below.split(d === '∂' ? '∂' : /^d/).slice(1) : [];
  return names.length === 0 || names.includes('') ? null : names;
}

/** The name or bracket between the d and the slash of d²y/dx² and d(…)/dx. */
function aboveSlash(items: readonly Item[], at: number): BracketGroup | string | null {
  const item = items[at];
  if (!isOp(items[at + 1], '/')) return null;
  return item?.kind === 'group' ? item : item?.kind === 'name' ? item.text : null;
}

/** A whole number as an exponent: its value, 1 for none, and how many items it takes. */
function raisedNumber(items: readonly Item[], at: number): { value: number; length: number } {
  const [item, exponent] = [items[at], items[at + 1]];
  if (item?.kind === 'raised' && /^\d$/.test(item.text)) return { value: Number(item.text), length: 1 };
  const isPower = isOp(item, '^') && exponent?.kind === 'number' && /^\d$/.test(exponent.text);
  return isPower ? { value: Number(exponent.text), length: 2 } : { value: 1, length: 0 };
}
