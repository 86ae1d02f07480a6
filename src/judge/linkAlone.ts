/** A claim without a text: what is written in code, or answered in practice. */
import type { Link } from '../claims/notes/link.js';
import type { Expr } from '../core/index.js';
import { DEFAULT_STYLE } from '../notation/notation.js';

/** A derivative and what it is said to be, as a claim that nothing but itself says. */
export function linkAlone(head: Expr, right: Expr): Link {
  return {
    kind: 'link',
    head,
    left: head,
    right,
    op: '=',
    chain: [head, right],
    link: 1,
    links: 1,
    group: 0,
    conditions: [],
    said: [],
    variable: null,
    quoted: false,
    tentative: false,
    echo: false,
    doubtful: false,
    supposed: false,
    isWritten: true,
    choices: new Set(),
    seen: [],
    from: 0,
    to: 0,
    tex: '',
    outerFrom: 0,
    outerTo: 0,
    style: DEFAULT_STYLE,
    rightPlace: null,
    at: 0,
    beside: 0,
    near: 0,
  };
}
