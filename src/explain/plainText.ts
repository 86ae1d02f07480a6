/**
 * Expressions for a terminal: plain notation, and where that has no spelling (a derivative still to be taken, a
 * sum, f′) one of our own.
 */
import {
  isOne,
  children,
  mapChildren,
  openBody,
  plainName,
  someNode,
  sym,
  type Binder,
  type Expr,
} from '../core/index.js';
import { expansion } from '../notation/plain/expansions.js';
import { PLAIN } from '../notation/index.js';

export function plainText(e: Expr): string {
  const named = someNode(e, (x) => x.kind === 'call' && expansion(x) !== null);
  return (named ? null : PLAIN.print(e)) ?? new Writer().write(e);
}

const MARK = /qz(\d+)zq/g;

/** What plain notation cannot say is a name of its own while the rest is printed, and is put in afterwards. */
class Writer {
  private readonly texts: string[] = [];

  write(e: Expr): string {
    const text = PLAIN.print(this.marked(e)) ?? '…';
    const whole = text.replace(MARK, (_, i: string) => this.texts[Number(i)] ?? '…');
    return whole.replace(/\+ ±/g, '± ');
  }

  private marked(e: Expr): Expr {
    const own = this.spelled(e);
    if (own !== null) return sym(`qz${String(this.texts.push(own) - 1)}zq`);
    const made = mapChildren(e, (c) => this.marked(c));
    const isForeign = made.kind === 'call' && (expansion(made) !== null || PLAIN.print(made) === null);
    return made.kind === 'call' && isForeign ? this.named(made.fn, made.args) : made;
  }

  private named(fn: string, args: readonly Expr[]): Expr {
    const text = `${fn}(${args.map((a) => this.write(a)).join(', ')})`;
    return sym(`qz${String(this.texts.push(text) - 1)}zq`);
  }

  /** The spelling of a node that plain notation has none for; null where its parts are all that matters. */
  private spelled(e: Expr): string | null {
    switch (e.kind) {
      case 'diff':
        return this.derivative(e.body, plainText(e.target), e.order, e.partial);
      case 'apply': {
        const order = e.orders.find((o) => o !== 0);
        if (order === undefined) return null;
        const primes =
          typeof order === 'number' && order < 4
            ? '′'.repeat(order)
            : `^(${typeof order === 'number' ? String(order) : plainText(order)})`;
        const args = e.args.length > 0 ? `(${e.args.map((a) => plainText(a)).join(', ')})` : '';
        return plainName(e.fn) + primes + args;
      }
      case 'const':
        return e.name === 'i' ? 'i' : null;
      case 'at':
        return `(${plainText(e.body)} at ${plainName(e.variable)} = ${plainText(e.value)})`;
      case 'binder':
        return this.ranged(e);
      case 'plusminus':
        return `±${e.args.map((a) => plainText(a)).join(', ')}`;
      case 'tuple':
        return `[${children(e)
          .map((c) => plainText(c))
          .join(', ')}]`;
      case 'call':
        return e.fn === 'differential' ? `d(${e.args.map((a) => plainText(a)).join(', ')})` : null;
      case 'num':
      case 'sym':
      case 'add':
      case 'mul':
      case 'div':
      case 'pow':
      case 'root':
      case 'piecewise':
      case 'relation':
      case 'logic':
      case 'bound':
      case 'component':
      case 'delta':
      case 'matrix':
      case 'matmul':
        return null;
    }
  }

  private derivative(body: Expr, target: string, order: Expr, partial: boolean): string {
    if (target.startsWith('[')) return severalText(body, target, order);
    const d = partial ? '∂' : 'd';
    const n = isOne(order) ? '' : `^${plainText(order)}`;
    if (body.kind === 'sym') return `${d}${n}${plainName(body)}/${d}${target}${n}`;
    return `${d}${n}/${d}${target}${n}(${plainText(body)})`;
  }

  private ranged(e: Binder): string {
    const { body } = openBody(e, e.hint);
    const from = e.lower ? ` = ${plainText(e.lower)}` : '';
    const to = e.upper ? `..${plainText(e.upper)}` : '';
    return `${e.op}(${plainText(body)}, ${plainName(e.hint)}${from}${to})`;
  }
}

/** ∇(…), ∇²(…), and of a vector ∂[…]/∂(x, y). */
function severalText(body: Expr, targets: string, order: Expr): string {
  if (body.kind === 'tuple') return `∂${plainText(body)}/∂(${targets.slice(1, -1)})`;
  const twice = isOne(order) ? '' : '²';
  return `∇${twice}(${plainText(body)})`;
}
