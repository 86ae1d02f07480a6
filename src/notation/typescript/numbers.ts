/** Numeric literals. */
import type * as t from '@babel/types';
import { num, type Expr } from '../../core/expr.js';
import { Rational } from '../../core/rational.js';
import { refuse } from './unreadable.js';

/** The exact number; decimals keep what was written. */
export function numberLiteral(node: t.NumericLiteral): Expr {
  const raw = typeof node.extra?.['raw'] === 'string' ? node.extra['raw'] : String(node.value);
  const plain = raw.replaceAll('_', '');
  if (/^0[xob]/i.test(plain)) return num(BigInt(plain));
  if (/^0\d/.test(plain)) refuse(node, `\`${raw}\` is an octal literal of old; write 0o${plain.slice(1)}.`);
  const value = Rational.parse(plain.replace(/\.$/, ''));
  if (!value || !Number.isFinite(node.value))
    refuse(node, `The number ${raw} is too large or too small.`, 'limit');
  const isDecimal = /^\d*\.\d+$/.test(plain);
  return num(value, isDecimal && !value.isInteger ? plain.replace(/^\./, '0.') : null);
}
