/** Functions of the file: their values as definitions, or put in where they are called. */
import {
  apply,
  call,
  INFINITY,
  substitute,
  type Binding,
  type Expr,
  type Local,
  type Sym,
} from '../../core/index.js';
import { nameTree } from '../programs/codeTree.js';
import { declaredType, given } from './givens.js';
import type { Locals } from './locals.js';
import { partOf } from './patterns.js';
import type { Reads, Returned } from './reads.js';
import { rowOf } from './recognise.js';
import { valueOfReturns } from './returns.js';
import { scopeOf, type FunctionNode } from './scope.js';
import { run } from './statements.js';
import { contains, headOf } from './syntax.js';
import { attempt, isProblem, refuse, type Placed } from './unreadable.js';
import { frameOf, numeric, type Closure, type Given, type Environment, type Value } from './value.js';
import type * as t from '@babel/types';

/** Locals of a helper are put into its value up to this size; longer ones are read where they are called. */
const MOST_INLINED = 300;
/** An argument longer than this is a local of its own. */
const MOST_ARGUMENT = 12;

interface Helper {
  readonly name: Sym;
  /** The function of the table that it is. */
  readonly row: string | null;
  readonly params: readonly Sym[];
}

export class Functions {
  /** Functions of the table that the file has under names of its own, by function name. */
  readonly known = new Map<string, Sym>();
  private readonly helpers = new Map<FunctionNode, Helper | null>();
  private readonly active: FunctionNode[] = [];
  private asked: FunctionNode | null = null;

  constructor(
    private readonly r: Reads,
    private readonly locals: Locals,
    private readonly definitions: Map<string, Binding>,
  ) {}

  /** Whether what is read is the function asked about itself, and none that it calls. */
  get isOutermost(): boolean {
    return this.active.length <= 1;
  }
  /** Whether it is the function asked about, or an expression in it. */
  isAsked(fn: FunctionNode): boolean {
    return this.active.length === 0 || this.active[0] === fn;
  }

  /** Whether what is read is the body of the function asked about, and not of one that it calls. */
  get isInAsked(): boolean {
    return this.asked !== null && this.active.at(-1) === this.asked;
  }

  /** The value of the function asked about. */
  ask(fn: FunctionNode, at: Environment): Expr {
    this.asked = fn;
    return this.body(fn, at);
  }

  /** Reads in the body of the function asked about. */
  asking<T>(fn: FunctionNode, read: () => T): T {
    refuseSpecial(fn);
    this.asked = fn;
    this.active.push(fn);
    const found = read();
    this.active.pop();
    return found;
  }

  /** The value of a function's body, its parameters given. */
  private body(fn: FunctionNode, at: Environment): Expr {
    refuseSpecial(fn);
    this.active.push(fn);
    const value = this.returned(fn, at);
    this.active.pop();
    if (value.kind === 'function' && fn.body.type !== 'BlockStatement')
      refuse(fn.body, 'The function gives another function: point at that one.');
    return this.r.asNumber(value, fn.body);
  }

  invoke(closure: Closure, args: readonly Value[], node: Placed): Value {
    const { fn } = closure;
    if (this.active.includes(fn)) {
      const name = closure.name === null ? 'The function' : `\`${closure.name}\``;
      refuse(node, `${name} calls itself; recursion is not differentiated.`);
    }
    refuseSpecial(fn);
    const helper = closure.shared ? this.helper(closure) : null;
    if (
      helper &&
      args.length === helper.params.length &&
      args.every((a) => a.kind === 'number' || a.kind === 'given')
    ) {
      const numbers = args.map((a) => this.r.asNumber(a, node));
      return numeric(helper.row === null ? apply(helper.name, numbers) : call(helper.row, ...numbers));
    }
    return this.inlined(closure, args, node);
  }

  /** A helper's value with its arguments put in. */
  private inlined(closure: Closure, args: readonly Value[], node: Placed): Value {
    return this.within(closure, args, node, (at) => this.returned(closure.fn, at));
  }

  /** Reads a function that is called for what it may throw; what it returns is not used. */
  passThrough(closure: Closure, args: readonly Value[], node: Placed): void {
    const { fn } = closure;
    if (this.active.includes(fn)) refuse(node, 'Recursion is not differentiated.');
    refuseSpecial(fn);
    this.within(closure, args, node, (at) => {
      if (fn.body.type !== 'BlockStatement') this.r.value(fn.body, at);
      else run(this.r, fn.body.body, { scope: scopeOf(fn.body, at.scope), frame: at.frame });
    });
  }

  private within<T>(closure: Closure, args: readonly Value[], node: Placed, read: (at: Environment) => T): T {
    const { fn } = closure;
    const scope = scopeOf(fn, closure.scope);
    const frame = frameOf(scope, closure.frame);
    fn.params.forEach((p, i) => {
      this.pass(p, args[i], { scope, frame }, node, args.slice(i));
    });
    this.active.push(fn);
    const value = read({ scope, frame });
    this.active.pop();
    return value;
  }

  private pass(
    param: t.Node,
    arg: Value | undefined,
    at: Environment,
    node: Placed,
    rest: readonly Value[],
  ): void {
    for (const d of at.scope.names.values()) {
      if (d.kind !== 'parameter' || !contains(param, d.id)) continue;
      if (param.type === 'RestElement') {
        at.frame.set(d, { kind: 'list', items: rest });
        continue;
      }
      const whole = arg ?? (param.type === 'AssignmentPattern' ? this.r.value(param.right, at) : null);
      if (!whole) refuse(node, `The call leaves out \`${d.name}\`.`);
      const value = partOf(this.r, whole, d, at);
      const isLong = value.kind === 'number' && value.e.size > MOST_ARGUMENT;
      at.frame.set(d, isLong ? this.locals.bind(d, value, false) : value);
    }
  }

  /** What the function returns: a number, or any value where it is a bare expression. */
  private returned(fn: FunctionNode, at: Environment): Value {
    if (fn.body.type !== 'BlockStatement') return this.r.value(fn.body, at);
    const body = scopeOf(fn.body, at.scope);
    const [only] = fn.body.body;
    if (only?.type === 'ReturnStatement' && only.argument && !this.isInAsked)
      return this.r.value(only.argument, { scope: body, frame: at.frame });
    const outcome = run(this.r, fn.body.body, { scope: body, frame: at.frame });
    const returns = this.isInAsked ? outcome.returns.map(finite) : outcome.returns;
    const value = valueOfReturns(this.r, returns, fn.body);
    if (!value) refuse(outcome.returns.length === 0 ? headOf(fn) : fn, 'The function returns no number.');
    if (outcome.falls) refuse(fn, 'Not every path of the function returns a number.');
    return value;
  }

  /** A function of the file as a definition, read once; null where it has to be read at each call. */
  private helper(closure: Closure): Helper | null {
    const { fn } = closure;
    const known = this.helpers.get(fn);
    if (known !== undefined) return known;
    const depth = this.active.length;
    const read = attempt(fn, () => ({ helper: this.locals.apart(() => this.readHelper(closure)) }));
    // What cannot be read by itself is read again where it is called, and refused there if need be.
    this.active.length = depth;
    const helper = isProblem(read) ? null : read.helper;
    this.helpers.set(fn, helper);
    return helper;
  }

  private readHelper(closure: Closure): Helper | null {
    const { fn, name } = closure;
    const scope = scopeOf(fn, closure.scope);
    const frame = frameOf(scope, closure.frame);
    const params: Given[] = [];
    for (const p of fn.params) {
      const d = p.type === 'Identifier' ? scope.names.get(p.name) : null;
      if (!d) return null;
      const g = given(this.r.symbols, d, nameTree(d.name), d, declaredType(p, null));
      params.push(g);
      frame.set(d, { kind: 'given', given: g });
    }
    if (name === null || params.length === 0) return null;
    const value = this.body(fn, { scope, frame });
    if (params.some((g) => g.use.as !== undefined && g.use.as !== 'number')) return null;
    const whole = withLocals(value, this.locals.list);
    return whole.size > MOST_INLINED ? null : this.define(closure, params.map((g) => g.symbol), whole); // prettier-ignore
  }

  private define({ fn, name }: Closure, params: readonly Sym[], value: Expr): Helper {
    const symbol = this.r.symbols.of(fn, name ?? '', nameTree(name ?? ''), fn);
    const row = rowOf(value, params);
    // A logistic function is the sigmoid, under the file's own name.
    if (row !== null) {
      this.known.set(row, symbol);
      return { name: symbol, params, row };
    }
    this.definitions.set(symbol.id, { name: symbol, params, value });
    return { name: symbol, params, row: null };
  }
}

function withLocals(e: Expr, locals: readonly Local[]): Expr {
  const values = new Map<string, Expr>();
  for (const l of locals) values.set(l.name.id, substitute(l.value, values));
  return substitute(e, values);
}

/** An infinite value is none to differentiate. */
function finite(x: Returned): Returned {
  const e = x.value?.kind === 'number' ? x.value.e : null;
  const parts = e?.kind === 'mul' ? e.factors : e ? [e] : [];
  const isInfinite = parts.some((p) => p.kind === 'const' && p.name === INFINITY.name);
  return isInfinite && e?.free.size === 0 ? { ...x, value: null } : x;
}

function refuseSpecial(fn: FunctionNode): void {
  if (fn.async === true)
    refuse(headOf(fn), 'An async function gives a promise, which is not differentiated.');
  if (fn.generator === true)
    refuse(headOf(fn), 'A generator gives values one by one, which is not differentiated.');
  if ('kind' in fn && fn.kind === 'set') refuse(headOf(fn), 'A setter changes its object: a mutation.');
  if ('kind' in fn && fn.kind === 'constructor')
    refuse(headOf(fn), 'A constructor makes an object, not a number.');
}
