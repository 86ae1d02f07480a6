/** The form of an expression that code can say: the named normal form of this notation. */
import {
  isPrimed,
  call,
  children,
  div,
  exp,
  isOne,
  mapChildren,
  mul,
  num,
  ONE,
  pow,
  Rational,
  root,
  sqrt,
  type Expr,
  type Pow,
  type Root,
} from '../../core/index.js';
import { expansion, SPELLINGS } from './spellings.js';

/**
 * Functions that Math has not by those it has; quotients of whole numbers as quotients, negative powers as
 * reciprocals, e^u as exp. Null where code cannot say it.
 */
export function codeForm(e: Expr): Expr | null {
  const memo = new Map<Expr, Expr | null>();
  const go = (x: Expr): Expr | null => {
    const known = memo.get(x);
    if (known !== undefined) return known;
    const made = formOf(x, go);
    memo.set(x, made);
    return made;
  };
  return go(e);
}

type Go = (e: Expr) => Expr | null;

function formOf(e: Expr, go: Go): Expr | null {
  if (e.kind === 'call' && !Object.hasOwn(SPELLINGS, e.fn) && e.fn !== 'rem') {
    const spelled = expansion(e);
    return spelled && go(spelled);
  }
  if (e.kind === 'num') return numberForm(e.value, e);
  if (!SAYABLE.has(e.kind)) return null;
  if (children(e).some((c) => go(c) === null)) return null;
  const made = mapChildren(e, (c) => go(c) ?? c);
  if (e.kind === 'apply' && isPrimed(e)) return null;
  if (made.kind === 'const' && made.name === 'i') return null;
  if (made.kind === 'root') return rootForm(made);
  return made.kind === 'pow' ? powerForm(made) : made;
}
const SAYABLE: ReadonlySet<Expr['kind']> = new Set([
  'const', 'sym', 'add', 'mul', 'div', 'pow', 'root', 'call', 'apply', 'piecewise', 'relation', 'logic', 'bound',
  'binder', 'component',
]); // prettier-ignore

/** Whole numbers, and fractions that a short decimal says exactly; other fractions are quotients. */
function numberForm(value: Rational, e: Expr): Expr {
  if (value.isInteger || (e.kind === 'num' && e.written !== null)) return e;
  const decimal = value.toDecimal();
  if (decimal !== null && decimal.length <= 8) return num(value, decimal);
  return div(num(value.n), num(value.d));
}

function powerForm({ base, exponent }: Pow): Expr {
  if (base.kind === 'const' && base.name === 'e') return exp(exponent);
  if (exponent.kind !== 'num') return pow(base, exponent);
  const n = exponent.value;
  if (n.equals(Rational.HALF)) return sqrt(base);
  if (n.sign < 0) return div(ONE, powerForm(pow(base, num(n.neg()))));
  return isOne(exponent) ? base : pow(base, exponent);
}

/** √ and ∛ have members of Math; other odd roots are of |u| with the sign of u, other roots are powers. */
function rootForm({ body, index }: Root): Expr {
  const n = index.kind === 'num' && index.value.isInteger ? index.value.toNumber() : NaN;
  if (n === 2 || n === 3) return root(body, index);
  if (n < 0) return div(ONE, rootForm(root(body, num(-n))));
  const power = (u: Expr): Expr => pow(u, div(ONE, index));
  return n % 2 === 1 ? mul(call('sign', body), power(call('abs', body))) : power(body);
}
