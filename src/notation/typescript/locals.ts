/** The named values of the function that is read, in order. */
import type { Expr, Local, Sym } from '../../core/index.js';
import { recognised } from './recognise.js';
import type { Declaration } from './scope.js';
import type { Symbols } from './symbols.js';
import { numeric, type Value } from './value.js';

export class Locals {
  private own: Local[] = [];
  private bound = new Set<string>();
  private readonly values = new Map<string, Expr>();
  private unnamedDepth = 0;

  constructor(private readonly symbols: Symbols) {}

  get list(): readonly Local[] {
    return this.own;
  }

  /** The value of a name that a local has got. */
  valueOf(id: string): Expr | null {
    return this.values.get(id) ?? null;
  }

  /** What a local is from now on: its name, or its value where naming it is not worth it. */
  bind(d: Declaration, value: Value, isOwn: boolean): Value {
    if (
      value.kind !== 'number' ||
      this.unnamedDepth > 0 ||
      value.e.kind === 'sym' ||
      value.e.kind === 'const'
    )
      return value;
    // A parameter has its name from the caller, a local of a helper is another one at each call.
    const name = this.symbols.of(isOwn && d.kind !== 'parameter' ? d : {}, d.name);
    if (this.bound.has(name.id)) return this.again(d, value.e);
    this.bound.add(name.id);
    return this.add(name, value.e);
  }

  /** A second value under one name of the code. */
  private again(d: Declaration, value: Expr): Value {
    return this.add(this.symbols.fresh(d.name), value);
  }

  private add(name: Sym, value: Expr): Value {
    this.own.push({ name, value: recognised(value) });
    this.values.set(name.id, value);
    return numeric(name);
  }

  /** Reads without making locals: what depends on a bound index cannot be named outside its sum. */
  unnamed<T>(read: () => T): T {
    this.unnamedDepth++;
    try {
      return read();
    } finally {
      this.unnamedDepth--;
    }
  }

  /** Reads with locals apart from these. */
  apart<T>(read: () => T): T {
    const [own, depth] = [this.own, this.unnamedDepth];
    this.own = [];
    this.unnamedDepth = 0;
    try {
      return read();
    } finally {
      this.own = own;
      this.unnamedDepth = depth;
    }
  }

  /** Takes back what has been named since. */
  mark(): () => void {
    const [length, bound, depth] = [this.own.length, new Set(this.bound), this.unnamedDepth];
    return () => {
      this.own.length = length;
      this.bound = bound;
      this.unnamedDepth = depth;
    };
  }
}
