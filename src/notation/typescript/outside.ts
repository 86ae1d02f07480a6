/** Names declared outside the function that is read: constants, imports, functions, parameters of functions around. */
import type * as t from '@babel/types';
import type { Binding } from '../../core/index.js';
import { nameTree } from '../programs/codeTree.js';
import { declaredType, given } from './givens.js';
import { holderOf } from './holders.js';
import type { Locals } from './locals.js';
import { partOf } from './patterns.js';
import type { Reads } from './reads.js';
import { isFunction, type Declaration, type FunctionNode, type Scope } from './scope.js';
import { calledAtOnce, unwrapped } from './syntax.js';
import { isReassigned, isUnchanging } from './unchanging.js';
import { attempt, isProblem, refuse, type Placed } from './unreadable.js';
import { Frame, numeric, type Given, type Environment, type Value } from './value.js';

export class Outside {
  readonly frame = new Frame(null);
  private readonly values = new Map<Declaration, Value>();
  private readonly resolving = new Set<Declaration>();

  constructor(
    private readonly r: Reads,
    private readonly locals: Locals,
    private readonly definitions: Map<string, Binding>,
    private readonly text: string,
    /** The scope in which the function or expression stands. */
    private readonly home: Scope,
  ) {}

  /** Constants of functions around an expression: its locals, in the order in which they were needed. */
  ownConstants(): ReadonlyMap<string, Binding> {
    const own = [...this.values.keys()].filter((d) => isVariable(d) && !d.scope.isModule);
    const ids = new Set(own.map((d) => this.r.symbols.of(d, d.name).id));
    return new Map([...this.definitions].filter(([id]) => ids.has(id)));
  }

  /** Things from outside the function whose value is not known. */
  givens(): readonly Given[] {
    return [...this.values.values()].flatMap((v) => (v.kind === 'given' ? [v.given] : []));
  }

  /** What a name declared outside of the function stands for. */
  value(d: Declaration, node: Placed, at: Environment): Value {
    const known = this.values.get(d);
    if (known) return known;
    switch (d.kind) {
      case 'function':
        return d.fn ? this.closure(d, d.fn, at) : refuse(node, `\`${d.name}\` is no number.`);
      case 'let':
      case 'var':
        if (isReassigned(this.text, d))
          return refuse(
            node,
            `\`${d.name}\` is a variable outside the function, which may change: declare it with const.`,
          );
        return this.constant(d, node, at);
      case 'const':
        return this.constant(d, node, at);
      case 'parameter':
        if (this.resolving.size > 0 && isReassigned(this.text, d))
          return refuse(node, `\`${d.name}\` is assigned again, so what it was is not certain.`);
        return this.argument(d) ?? this.give(d);
      case 'import':
        return this.give(d);
      default:
        return d.holder
          ? this.remember(d, holderOf(this.r, d.holder, { scope: d.scope, frame: at.frame }, this.text))
          : refuse(node, `\`${d.name}\` is no number.`);
    }
  }

  /** What a function that is called where it stands gets for a parameter: `(function (Math) { … })(Math)`. */
  private argument(d: Declaration): Value | null {
    const fn = d.scope.node;
    const call = isFunction(fn) ? calledAtOnce(fn) : null;
    const arg = isFunction(fn) ? call?.arguments[fn.params.findIndex((p) => p === d.id)] : null;
    const { parent } = d.scope;
    if (arg?.type !== 'Identifier' || !parent || isReassigned(this.text, d)) return null;
    const read = attempt(arg, () => this.r.value(arg, { scope: parent, frame: this.frame }));
    return isProblem(read) ? null : this.remember(d, read);
  }

  private closure(d: Declaration, fn: FunctionNode, at: Environment): Value {
    return {
      kind: 'function',
      closure: { name: d.name, fn, scope: d.scope, frame: at.frame, shared: d.scope.isModule },
    };
  }

  private remember(d: Declaration, value: Value): Value {
    this.values.set(d, value);
    return value;
  }

  /** A number, array or object whose value is not known. */
  private give(d: Declaration): Value {
    const g = given(this.r.symbols, d, nameTree(d.name), d, declaredType(d.id, d.fallback));
    return this.remember(d, { kind: 'given', given: g });
  }

  /** A definition where the value can be read, a number without a known value otherwise. */
  private constant(d: Declaration, node: Placed, at: Environment): Value {
    const { init } = d;
    // `declare const G: number`: a constant of another file.
    if (!init) return d.kind === 'const' ? this.give(d) : refuse(node, `\`${d.name}\` has no value.`);
    if (this.resolving.has(d)) refuse(node, `\`${d.name}\` is defined by itself.`);
    const inner = unwrapped(init);
    if (isFunction(inner) && d.path.length === 0) return this.closure(d, inner, at);
    const read = this.initial(d, init);
    if (isProblem(read)) {
      if (OPAQUE.has(inner.type)) return this.give(d);
      return refuse(node, `\`${d.name}\` is no number that is known: ${lowered(read.message)}`);
    }
    if ((read.kind === 'list' || read.kind === 'record') && !isUnchanging(this.text, d))
      return refuse(node, `\`${d.name}\` is an object or array that the file may change.`);
    // Where the function stands, the code cannot say a name of another function or namespace.
    if (read.kind !== 'number' || !this.isVisible(d)) return this.remember(d, read);
    const name = this.r.symbols.of(d, d.name, nameTree(d.name), d);
    this.definitions.set(name.id, { name, params: [], value: read.e });
    return this.remember(d, numeric(name));
  }

  private isVisible(d: Declaration): boolean {
    for (let s: Scope | null = this.home; s; s = s.parent) if (s === d.scope) return true;
    return false;
  }

  private initial(d: Declaration, init: t.Expression): ReturnType<typeof attempt<Value>> {
    const at: Environment = { scope: d.scope, frame: this.frame };
    this.resolving.add(d);
    const read = attempt(init, () =>
      this.locals.apart(() => this.locals.unnamed(() => partOf(this.r, this.r.value(init, at), d, at))),
    );
    this.resolving.delete(d);
    return read;
  }
}

const isVariable = (d: Declaration): boolean => d.kind === 'const' || d.kind === 'let' || d.kind === 'var';
const lowered = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1);

/** Initialisers whose value is not looked into, but is a constant all the same. */
const OPAQUE: ReadonlySet<string> = new Set([
  'CallExpression',
  'MemberExpression',
  'AwaitExpression',
  'Identifier',
]);
