/** The degree by which the terms of a printed sum are ordered. */
import type { Factor, Node } from './node.js';
import type { Page } from './style.js';

/** The degree by which terms are ordered: of letters, so that x cos x comes before 2 sin x; a call weighs a little. */
export function degreeOf(page: Page, m: Node): number {
  if (m.op === 'product') return m.factors.reduce((s, f) => s + degreeOfFactor(page, f), 0);
  return m.op === 'call' ? CALL_DEGREE : m.op === 'atom' ? atomDegree(page, m) : m.op === 'sum' ? 1 : 0;
}
const CALL_DEGREE = 0.01;
function degreeOfFactor(page: Page, f: Factor): number {
  const { table } = page;
  if (f.b.op === 'num' || f.b === table.pi) return 0;
  if (f.b === table.e) return CALL_DEGREE;
  const base = f.b.op === 'atom' ? atomDegree(page, f.b) : f.b.op === 'call' ? CALL_DEGREE : 1;
  return base * f.q.toNumber() + (f.u === table.one ? 0 : base * 10);
}
/** The target's powers decide; other letters only break ties. */
function atomDegree({ table, style }: Page, a: Node): number {
  if (a === table.e || a === table.pi) return 0;
  return style.target === null || a === style.target ? 1 : PARAMETER_DEGREE;
}
const PARAMETER_DEGREE = 0.001;
