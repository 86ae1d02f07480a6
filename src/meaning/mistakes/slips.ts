/** Slips in numbers, where no rule gone wrong explains what was written. */
import { type Expr } from '../../core/expr.js';
import { children } from '../../core/walk.js';
import { canonical } from '../../core/tidy/index.js';
import type { Refuted } from '../verdict/verdict.js';
import type { Explained } from './explained.js';
import type { Trial } from './trial.js';

/** A factor lost, a sign, or a wrong number; null where the answer has another shape altogether. */
export function slipIn(
  trial: Trial,
  { asked, cases }: Refuted,
  rights: readonly Expr[],
  body: Expr | null,
): Explained | null {
  const ratio = trial.ratio();
  if (ratio === -1) return { code: 'sign-lost', explanation: 'A minus is lost or added.', specific: true };
  if (
    ratio !== null &&
    ratio !== 0 &&
    !asked.point &&
    isLost(1 / ratio, [...rights, ...(body ? [body] : [])])
  ) {
    return {
      code: 'missing-factor',
      explanation: `The constant factor ${String(Number((1 / ratio).toPrecision(6)))} is missing.`,
      specific: true,
    };
  }
  const [c] = cases;
  const [right] = rights;
  if (!c || !right) return null;
  const isNumber = c.claimed.free.size === 0 && c.actual.free.size === 0;
  if (
    ratio === null &&
    !isNumber &&
    shape(c.claimed) !== shape(c.actual) &&
    shape(c.claimed) !== shape(right)
  )
    return null;
  return { code: 'arithmetic-slip', explanation: 'A number is wrong.', specific: false };
}

/** Whether the number, or minus it, stands somewhere in the formulas. */
function isLost(factor: number, among: readonly Expr[]): boolean {
  return among.some((e) =>
    numbersIn(e).some((n) => Math.abs(Math.abs(n) - Math.abs(factor)) < 1e-9 && n !== 1),
  );
}
function numbersIn(e: Expr): readonly number[] {
  if (e.kind === 'num') return [e.value.toNumber(), 1 / e.value.toNumber()];
  return children(e).flatMap(numbersIn);
}

/** A canonical form with every number the same, as text. */
function shape(e: Expr): string {
  return sketch(canonical(e));
}
function sketch(e: Expr): string {
  if (e.kind === 'num') return '#';
  if (e.kind === 'sym') return e.id + POWER;
  const parts = children(e).map(sketch);
  if (e.kind === 'add') return `(${parts.sort().join('+')})`;
  if (e.kind === 'mul')
    return (
      parts
        .filter((p) => p !== '#')
        .sort()
        .join('*') || '#'
    );
  if (e.kind === 'pow' && parts[1] === '#')
    return parts[0]?.endsWith(POWER) ? parts[0] : (parts[0] ?? '') + POWER;
  return `${e.kind}${e.kind === 'call' ? e.fn : ''}(${parts.join()})`;
}
/** Any power of a letter: x and x² look alike. */
const POWER = '^#';
