/** A gradient beside a list of its entries: ∇f = (2x, 2y), judged entry by entry. */
import { isOne, diff, ONE, type Expr } from '../core/index.js';
import type { Asked } from '../meaning/asked.js';
import type { Link } from '../claims/notes/link.js';

/** The claims that the entries make, or null where the two sides are no gradient and list of one length. */
export function entriesOf(claim: Link, { question }: Asked): readonly Link[] | null {
  const { target, body, order } = question;
  const said = listIn(claim.right);
  if (target.kind !== 'tuple' || body.kind === 'tuple' || said?.length !== target.items.length) return null;
  if (!isOne(order)) return null;
  return target.items.map((by, i): Link => {
    const head = diff(body, by, ONE, true);
    const right = said[i] as Expr;
    return { ...claim, head, left: head, right, chain: [head, right], link: 1, links: 1 };
  });
}

/** (a, b), or a matrix of one row or one column. */
function listIn(e: Expr): readonly Expr[] | null {
  if (e.kind === 'tuple') return e.items;
  if (e.kind !== 'matrix') return null;
  const [first] = e.rows;
  return first && e.rows.length === 1 ? first : e.rows.every((r) => r.length === 1) ? e.rows.flat() : null;
}
