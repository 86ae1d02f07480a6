/** Reading code as expressions: what a function computes, by name and value. */
import type * as t from '@babel/types';
import {
  constant,
  FALSE,
  INFINITY,
  relation,
  TRUE,
  ZERO,
  type Binding,
  type Expr,
  type Local,
  type Sym,
} from '../../core/index.js';
import type { Problem } from '../notation.js';
import { indexed, member } from './arrays.js';
import { assigned, inSequence, updated } from './assignments.js';
import { callOf } from './calls.js';
import { Constants } from './constants.js';
import { madeArray } from './filling.js';
import { Functions } from './functions.js';
import { nameTree } from '../programs/codeTree.js';
import { given, use } from './givens.js';
import { memberOf, methodValue, type Owner } from './holders.js';
import { list, record } from './literals.js';
import { Locals } from './locals.js';
import { mathConstant, mathFunction, whyNotMath } from './math.js';
import { memberConstant, numberLiteral } from './numbers.js';
import { binary, conditional, logical, unary } from './operators.js';
import { Outside } from './outside.js';
import type { Reads } from './reads.js';
import { whyNot, whyNotGlobal } from './refusals.js';
import { isFunction, propertyName, type Declaration, type FunctionNode, type Scope } from './scope.js';
import { Symbols } from './symbols.js';
import { attempt, isProblem, refuse, spanOf, type Placed } from './unreadable.js';
import { numeric, type Closure, type Frame, type Given, type Environment, type Value } from './value.js';

/** Nodes read before giving up: inlining may repeat work. */
const MOST_STEPS = 100_000;

export class Reader implements Reads {
  readonly symbols = new Symbols();
  readonly definitions = new Map<string, Binding>();
  /** What an undeclared name is: a variable, in an expression that stands alone. */
  readonly free = new Map<string, Given>();

  private readonly named = new Locals(this.symbols);
  private readonly functions = new Functions(this, this.named, this.definitions);
  private readonly around: Outside;
  private constants = this.freshConstants();
  /** Methods in which `this` is the same as in the function asked about. */
  private readonly ownMethods = new Set<FunctionNode>();
  private steps = 0;

  constructor(
    private readonly text: string,
    private readonly allowsFree: boolean,
    home: Scope,
    /** What the function asked about belongs to, and where that stands. */
    private readonly owner: { readonly node: Owner; readonly scope: Scope } | null,
  ) {
    this.around = new Outside(this, this.named, this.definitions, text, home);
  }

  /** Named values of the function, in order. */
  get locals(): readonly Local[] {
    return this.named.list;
  }
  get outside(): Frame {
    return this.around.frame;
  }
  /** Functions of the table that the file has under names of its own, by function name. */
  get ownFunctions(): ReadonlyMap<string, Sym> {
    return this.functions.known;
  }
  /** Constants of functions around an expression: its locals, in the order in which they were needed. */
  ownConstants(): ReadonlyMap<string, Binding> {
    return this.around.ownConstants();
  }
  /** Numbers from outside the function whose value is not known. */
  constantsGiven(): readonly Given[] {
    return this.around.givens().flatMap(withFields);
  }

  get isInAsked(): boolean {
    return this.functions.isInAsked;
  }

  textOf(node: Placed): string {
    const { from, to } = spanOf(node);
    return this.text.slice(from, to);
  }

  /** The value of a function's body, its parameters given. */
  body(fn: FunctionNode, at: Environment): Expr {
    return this.functions.ask(fn, at);
  }
  /** Reads in the body of the function asked about, statement by statement. */
  asking<T>(fn: FunctionNode, read: () => T): T {
    return this.functions.asking(fn, read);
  }

  value(node: t.Node, at: Environment): Value {
    if (++this.steps > MOST_STEPS) refuse(node, 'The code is too long to be read at once.', 'limit');
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        return this.value(node.expression, at);
      case 'NumericLiteral':
        return numeric(numberLiteral(node));
      case 'BooleanLiteral':
        return { kind: 'truth', e: node.value ? TRUE : FALSE };
      case 'Identifier':
        return this.identifier(node, at);
      case 'UnaryExpression':
        return unary(this, node, at);
      case 'BinaryExpression':
        return binary(this, node, at);
      case 'LogicalExpression':
        return logical(this, node, at);
      case 'ConditionalExpression':
        return conditional(this, node, at);
      case 'AssignmentExpression':
        return assigned(this, node, at);
      case 'UpdateExpression':
        return updated(this, node, at);
      case 'SequenceExpression':
        return inSequence(this, node, at);
      case 'CallExpression':
        return callOf(this, node, at);
      case 'MemberExpression':
        return this.member(node, at);
      case 'ThisExpression':
        return this.self(node, at);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return {
          kind: 'function',
          closure: { name: null, fn: node, scope: at.scope, frame: at.frame, shared: false },
        };
      case 'ArrayExpression':
        return list(this, node, at);
      case 'ObjectExpression':
        return record(this, node, at);
      case 'NewExpression':
        return madeArray(this, node, at) ?? refuse(node, whyNot(node) ?? '');
      default:
        return refuse(node, whyNot(node) ?? 'This is no number.');
    }
  }

  number(node: t.Node, at: Environment): Expr {
    return this.asNumber(this.value(node, at), node);
  }

  asNumber(value: Value, node: Placed): Expr {
    if (value.kind === 'number') return value.e;
    return value.kind === 'given'
      ? use(value.given, 'number', node).symbol
      : refuse(node, whyNoNumber(value));
  }

  truth(node: t.Node, at: Environment): Expr {
    return this.asTruth(this.value(node, at), node);
  }

  /** What an if asks: a number is true where it is not 0; arrays, objects and functions always are. */
  asTruth(value: Value, node: Placed): Expr {
    switch (value.kind) {
      case 'truth':
        return value.e;
      case 'given': {
        const { as, declared } = value.given.use;
        if (as === 'array' || as === 'object' || declared === 'array' || declared === 'object') return TRUE;
        const g = use(value.given, 'truth', node);
        return g.use.declared === 'number' || g.use.as === 'number' ? nonzero(g.symbol) : g.symbol;
      }
      case 'number': {
        const known = this.constantOf(value.e);
        return known === null ? nonzero(value.e) : known === 0 ? FALSE : TRUE;
      }
      case 'other':
        return refuse(node, whyNoNumber(value));
      default:
        return TRUE;
    }
  }

  bind(d: Declaration, value: Value): Value {
    return this.named.bind(d, value, this.functions.isOutermost);
  }

  unnamed<T>(read: () => T): T {
    return this.named.unnamed(read);
  }

  tentatively<T extends object>(at: Environment, read: () => T): T | Problem {
    const [state, takeBack] = [at.frame.state, this.named.mark()];
    const done = attempt({}, read);
    if (isProblem(done)) {
      at.frame.restore(state);
      takeBack();
      this.constants = this.freshConstants();
    }
    return done;
  }

  constantOf(e: Expr): number | null {
    return this.constants.of(e);
  }

  private freshConstants(): Constants {
    return new Constants((id) => this.definitions.get(id)?.value ?? this.named.valueOf(id));
  }

  isLength(s: Sym): boolean {
    const code = this.symbols.codeOf(s.id);
    return code?.kind === 'member' && code.key === 'length';
  }

  invoke(closure: Closure, args: readonly Value[], node: Placed): Value {
    return this.functions.invoke(closure, args, node);
  }

  passThrough(closure: Closure, args: readonly Value[], node: Placed): void {
    this.functions.passThrough(closure, args, node);
  }

  declared(d: Declaration, node: Placed, at: Environment): Value {
    return this.around.value(d, node, at);
  }

  ownMember(name: string, at: Environment): Value | null {
    const { owner } = this;
    const fn = owner && this.isOwnThis(at) ? memberOf(owner.node, name) : null;
    if (!owner || !fn) return null;
    this.ownMethods.add(fn);
    return methodValue(fn, name, { scope: owner.scope, frame: at.frame });
  }

  property(value: Value, name: string, node: Placed): Value {
    if (value.kind !== 'math') return member(value, name, node);
    const known = mathConstant(name);
    if (known) return numeric(known);
    return mathFunction(name) ? { kind: 'math-function', name } : refuse(node, whyNotMath(name));
  }

  private identifier(node: t.Identifier, at: Environment): Value {
    const d = at.scope.resolve(node.name);
    if (!d) return this.global(node);
    const variable = at.frame.find(d);
    if (!variable) return this.around.value(d, node, at);
    variable.read = true;
    return variable.value ?? refuse(node, `\`${node.name}\` may have no value here.`);
  }

  private global(node: t.Identifier): Value {
    switch (node.name) {
      case 'Math':
        return { kind: 'math' };
      case 'Infinity':
        return numeric(constant(INFINITY.name));
      default:
        if (!this.allowsFree || node.name === 'NaN' || node.name === 'undefined')
          return refuse(node, whyNotGlobal(node.name));
        return { kind: 'given', given: this.freeName(node.name) };
    }
  }

  private freeName(name: string): Given {
    const known = this.free.get(name);
    if (known) return known;
    const made = given(this.symbols, name, nameTree(name), null, name === 'this' ? 'object' : undefined);
    this.free.set(name, made);
    return made;
  }

  private member(node: t.MemberExpression, at: Environment): Value {
    const { object, property } = node;
    const known = memberConstant(node, at);
    if (known) return numeric(known);
    if (object.type === 'Super') return refuse(node, whyNot(object) ?? '');
    const getter = object.type === 'ThisExpression' ? this.getter(node, at) : null;
    if (getter) return getter;
    const base = this.value(object, at);
    if (property.type === 'PrivateName') return this.property(base, '#' + property.id.name, node);
    if (!node.computed && property.type === 'Identifier') return this.property(base, property.name, node);
    if (property.type === 'StringLiteral')
      return this.property(base, propertyName(property, true) ?? refuse(property, PRIVATE_LOOK), node);
    return indexed(this, base, this.value(property, at), property);
  }

  /** `this.area` where the class has a getter of that name: its value. */
  private getter(node: t.MemberExpression, at: Environment): Value | null {
    const name = propertyName(node.property, node.computed);
    const own = name === null ? null : this.ownMember(name, at);
    if (own?.kind !== 'function') return null;
    const { fn } = own.closure;
    return 'kind' in fn && fn.kind === 'get' ? this.invoke(own.closure, [], node) : null;
  }

  private self(node: t.ThisExpression, at: Environment): Value {
    if (!this.isOwnThis(at)) refuse(node, '`this` inside a helper is not read.');
    return { kind: 'given', given: this.freeName('this') };
  }

  /** Whether `this` is what it is in the function asked about. */
  private isOwnThis(at: Environment): boolean {
    for (let s: Scope | null = at.scope; s; s = s.parent) {
      const owner = s.node;
      if (isFunction(owner) && owner.type !== 'ArrowFunctionExpression')
        return this.functions.isAsked(owner) || this.ownMethods.has(owner);
    }
    return true;
  }
}

const PRIVATE_LOOK = 'A key that begins with # is not read: it looks like a private name.';

function whyNoNumber(value: Value): string {
  switch (value.kind) {
    case 'truth':
      return 'A truth value is used as a number.';
    case 'function':
    case 'math-function':
      return 'A function is used as a number.';
    case 'math':
      return 'Math itself is no number.';
    case 'list':
    case 'entries':
      return 'An array is no number: only functions with one number as their value are differentiated.';
    case 'record':
      return 'An object is no number: only functions with one number as their value are differentiated.';
    case 'other':
      return `${value.what} is no number.`;
    case 'holder':
      return 'A class or namespace is no number.';
    default:
      return 'This is no number.';
  }
}

const withFields = (g: Given): Given[] => [g, ...g.fields().flatMap(withFields)];
const nonzero = (e: Expr): Expr => relation(['!='], [e, ZERO]);
