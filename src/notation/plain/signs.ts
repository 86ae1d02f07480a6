/** What single signs and names of plain notation mean, or why they mean nothing. */

export const NO_NAMES: ReadonlySet<string> = new Set();
export const NOTHINGS: ReadonlySet<string> = new Set(['null', 'undefined', 'None', 'end']);
export const PRIMES: ReadonlyMap<string, number> = new Map([
  ['″', 2],
  ['‴', 3],
]);
export const ROOT_INDEX: ReadonlyMap<string, number> = new Map([
  ['√', 2],
  ['∛', 3],
  ['∜', 4],
]);
export const SCOPE_ENDS: ReadonlySet<string> = new Set([
  '+',
  '-',
  '?',
  ':',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
]);
export const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['%', 'write mod(a, b) for a remainder; percentages are not supported'],
  ['&', 'bit operations are not supported'],
  ['|', 'write abs(x) for an absolute value'],
  ['~', 'this operator is not supported'],
  ['.', 'this operator is not supported'],
  ['xor', 'xor is not supported'],
  ['to', 'units are not supported'],
  ['in', 'units are not supported'],
  ['=', 'an equation can stand only on its own, not inside an expression'],
  [':=', 'a definition can stand only on its own, not inside an expression'],
]);
