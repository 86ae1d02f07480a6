/** What an expression of the code stands for while it is read. */
import type * as t from '@babel/types';
import type { Expr, Sym } from '../../core/index.js';
import type { Declaration, FunctionNode, Scope } from './scope.js';
import type { CodeTree } from '../programs/codeTree.js';
import type { Placed } from './unreadable.js';

/** What a test for absence asks about, and which value of it means that it is left out. */
export interface Absent {
  readonly given: Given;
  readonly as: Absence;
}
/** What `k === undefined` asks, `k === null`, and `k == null`, as `??` does. */
export type Absence = 'undefined' | 'null' | 'either';

export type Value =
  | { readonly kind: 'number'; readonly e: Expr }
  /** `absent`: the question was whether something is left out, and the answer holds where it is not. */
  | { readonly kind: 'truth'; readonly e: Expr; readonly absent?: Absent }
  /** A parameter, or a property of one: what it is shows by how it is used. */
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'function'; readonly closure: Closure }
  | { readonly kind: 'math' }
  | { readonly kind: 'math-function'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Value> }
  /** The entries of an array of numbers, each an expression of the index: `xs.map(x => x * x)`. */
  | { readonly kind: 'entries'; readonly of: Given; readonly entry: (index: Expr) => Expr }
  /** A class, an enumeration or a namespace: what it has by name, null where that is not known. */
  | { readonly kind: 'holder'; readonly member: (name: string, node: Placed) => Value | null }
  /** No number; `what` says what it is: "a string". */
  | { readonly kind: 'other'; readonly what: string };

export interface Closure {
  readonly name: string | null;
  readonly fn: FunctionNode;
  readonly scope: Scope;
  readonly frame: Frame;
  /** It stands at the top of the file, where code written after the function can call it. */
  readonly shared: boolean;
}

/** A value from outside: a parameter or a path from one, such as `p.x` or `this.rate`. */
export interface Given {
  readonly symbol: Sym;
  /** As the code says it, and the same as text. */
  readonly path: CodeTree;
  readonly code: string;
  readonly declaration: Declaration | null;
  readonly use: Use;
  /** Its length where it is an array. */
  readonly length: () => Sym;
  readonly field: (name: string) => Given;
  /** The fields that have been read. */
  readonly fields: () => readonly Given[];
}
/** How something given is used; undefined until it is. */
export interface Use {
  as: 'number' | 'truth' | 'array' | 'object' | undefined;
  readonly declared: 'number' | 'array' | 'object' | 'boolean' | 'other' | undefined;
}

/** A local variable as it is at a point of the function. */
export interface LocalVariable {
  value: Value | null;
  /** Whether the value has been read: in a loop, by the turn after. */
  read: boolean;
}
/** The locals at a point of the function. */
export type State = ReadonlyMap<Declaration, LocalVariable>;

/** The locals of one activation of a function, by declaration, and where it was declared. */
export class Frame {
  readonly variables = new Map<Declaration, LocalVariable>();
  /** Whether what is being read may run any number of times: nothing may be assigned there. */
  isFrozen = false;
  constructor(readonly parent: Frame | null) {}

  find(d: Declaration): LocalVariable | null {
    return this.variables.get(d) ?? this.parent?.find(d) ?? null;
  }
  set(d: Declaration, value: Value | null): void {
    this.variables.set(d, { value, read: false });
  }
  /** The locals as they are now. */
  get state(): State {
    return new Map([...this.variables].map(([d, v]) => [d, { ...v }]));
  }
  restore(state: State): void {
    this.variables.clear();
    state.forEach((v, d) => this.variables.set(d, { ...v }));
  }
  /** Reads what may be run or not, or any number of times. */
  frozen<T>(read: () => T): T {
    const before = this.isFrozen;
    this.isFrozen = true;
    try {
      return read();
    } finally {
      this.isFrozen = before;
    }
  }
}

/** The frame of a function about to run: what it declares by `var`, wherever that stands, is there without a value. */
export function frameOf(scope: Scope, parent: Frame | null): Frame {
  const frame = new Frame(parent);
  for (const d of scope.names.values()) if (d.kind === 'var') frame.set(d, null);
  return frame;
}

export interface Environment {
  readonly scope: Scope;
  readonly frame: Frame;
  readonly node?: t.Node;
}

export const numeric = (e: Expr): { readonly kind: 'number'; readonly e: Expr } => ({ kind: 'number', e });
