/** Numeric literals. */
import type * as t from '@babel/types';
import { constant, INFINITY, neg, num, Rational, type Expr } from '../../core/index.js';
import { refuse } from './unreadable.js';
import type { Environment } from './value.js';

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

/** Number.EPSILON and the like. */
export function memberConstant(node: t.MemberExpression, at: Environment): Expr | null {
  const { object, property } = node;
  if (
    object.type !== 'Identifier' ||
    object.name !== 'Number' ||
    property.type !== 'Identifier' ||
    node.computed
  )
    return null;
  if (at.scope.resolve('Number')) return null;
  const value = Object.hasOwn(NUMBERS, property.name) ? NUMBERS[property.name] : undefined;
  return value ? value() : null;
}
const NUMBERS: Readonly<Record<string, () => Expr>> = {
  EPSILON: () => num(Rational.of(1n, 2n ** 52n)),
  POSITIVE_INFINITY: () => constant(INFINITY.name),
  NEGATIVE_INFINITY: () => neg(constant(INFINITY.name)),
  MAX_VALUE: () => num(2n ** 1024n - 2n ** 971n, String(Number.MAX_VALUE)),
  MIN_SAFE_INTEGER: () => num(1n - 2n ** 53n),
  MAX_SAFE_INTEGER: () => num(2n ** 53n - 1n),
};
