/** Logarithms of numbers, powers and other bases; powers of numbers with one exponent. */
import { functionRow } from '../../functions/index.js';
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Factor, Node, Table } from '../node.js';

const { ONE } = Rational;
/** Larger numbers are left as they came. */
const LARGEST = 10_000;

const isLog = (n: Node): boolean => n.op === 'call' && n.name === 'ln';

/** log_b u·ln b = ln u. */
export const CHANGE_OF_BASE = law(
  'log-to-base',
  'Change of base',
  'product',
  (n, { table }) => {
    for (const f of n.factors) {
      const base = f.b.op === 'call' && f.u === table.one && f.q.isOne ? baseOf(table, f.b) : null;
      const factor = base && table.call('ln', [base]);
      const other = factor && n.factors.find((g) => g.b === factor && g.u === table.one && g.q.isOne);
      if (!other) continue;
      const rest = n.factors.filter((g) => g !== f && g !== other);
      const log = table.call('ln', [f.b.args[0] as Node]);
      return [table.product([...rest, { b: log, u: table.one, q: ONE }], n.q)];
    }
    return [];
  },
  'call',
);
function baseOf(table: Table, log: Node): Node | null {
  if (log.name === 'log') return log.args[1] ?? null;
  const base = functionRow(log.name)?.base ?? null;
  return base === null ? null : table.integer(base);
}

/** ln b^q = q ln b, where b^q asks for b ≥ 0 too: ln √x is ½ ln x; ln x² is left. */
export const LOG_OF_POWER = law('log-of-power', 'Logarithm of a power', 'call', (n, { table }) => {
  const power = n.name === 'ln' ? n.args[0] : undefined;
  const only = power?.op === 'product' && power.q.isOne ? power.factors[0] : undefined;
  if (!only || power?.factors.length !== 1 || only.u !== table.one) return [];
  if (!only.q.hasEvenDenominator && table.sign(only.b) !== 'positive') return [];
  return [table.scale(table.call('ln', [only.b]), only.q)];
});

/** ln 2 + ln 3 = ln 6, 2 ln 3 − ln 2 = ln(9/2). */
export const SUM_OF_LOGS = law(
  'sum-of-logs',
  'Logarithm of a product',
  'sum',
  (n, { table }) => {
    const logs = n.terms.filter((t) => isLog(t.m) && t.m.args[0]?.op === 'num' && t.q.isInteger);
    if (logs.length < 2) return [];
    let value = ONE;
    for (const t of logs) {
      const power = (t.m.args[0] as Node).q.pow(Number(t.q.n));
      if (!power) return [];
      value = value.mul(power);
    }
    if (!isSmall(value)) return [];
    return [
      table.sum([
        ...n.terms.filter((t) => !logs.includes(t)),
        { m: table.call('ln', [table.num(value)]), q: ONE },
        { m: table.num(n.q), q: ONE },
      ]),
    ];
  },
  'call',
);

/** 2^x·3^x = 6^x. */
export const SAME_EXPONENT = law(
  'same-exponent',
  'Powers with the same exponent',
  'product',
  (n, { table }) => {
    const isNumberPower = (f: Factor): boolean =>
      f.b.op === 'num' && f.b.q.sign > 0 && f.u !== table.one && f.q.isInteger;
    const first = n.factors.find(isNumberPower);
    const same = first ? n.factors.filter((f) => isNumberPower(f) && f.u === first.u) : [];
    if (!first || same.length < 2) return [];
    let value = ONE;
    for (const f of same) {
      const power = f.b.q.pow(Number(f.q.n));
      if (!power) return [];
      value = value.mul(power);
    }
    if (!isSmall(value)) return [];
    const rest = n.factors.filter((f) => !same.includes(f));
    return [table.product([...rest, { b: table.num(value), u: first.u, q: ONE }], n.q)];
  },
  'num',
);

const isSmall = (q: Rational): boolean => Math.abs(Number(q.n)) <= LARGEST && Number(q.d) <= LARGEST;

export const LOGARITHMS = [CHANGE_OF_BASE, LOG_OF_POWER, SUM_OF_LOGS, SAME_EXPONENT];
