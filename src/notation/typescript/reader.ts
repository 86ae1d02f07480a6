/** Reading code as expressions: what a function computes, by name and value. */
import type * as t from '@babel/types';
import type { Binding } from '../../core/derivation.js';
import {
  apply,
  call,
  constant,
  FALSE,
  INFINITY,
  num,
  relation,
  substitute,
  TRUE,
  ZERO,
  type Expr,
  type Sym,
} from '../../core/expr.js';
import { compile } from '../../core/evaluate.js';
import type { Local } from '../../core/program.js';
import { indexed, member } from './arrays.js';
import { callOf } from './calls.js';
import { valueOfReturns } from './conditions.js';
import { recognised } from './recognise.js';
import { declaredType, given, use } from './givens.js';
import { mathConstant, mathFunction, whyNotMath } from './math.js';
import { isUnchanging } from './unchanging.js';
import { memberConstant, numberLiteral } from './numbers.js';
import type { Outcome, Reads } from './reads.js';
import { whyNot, whyNotGlobal } from './refusals.js';
import { isFunction, scopeOf, type Declaration, type FunctionNode, type PathStep } from './scope.js';
import { run } from './statements.js';
import { Symbols } from './symbols.js';
import { isProblem, attempt, refuse, spanOf, type Placed } from './unreadable.js';
import { Frame, numeric, type Closure, type Given, type Place, type Value } from './value.js';
import { binary, conditional, list, logical, record, unary } from './operators.js';

/** Nodes read before giving up: inlining may repeat work. */
const MOST_STEPS = 100_000;
/** Locals of a helper are put into its value up to this size; longer ones are read where they are called. */
const MOST_INLINED = 300;

export class Reader implements Reads {
  readonly symbols = new Symbols();
  readonly definitions = new Map<string, Binding>();
  /** Functions of the table that the file has under names of its own, by function name. */
  readonly functions = new Map<string, Sym>();
  /** Named values of the function, in order. */
  locals: Local[] = [];
  /** What an undeclared name is: a variable, in an expression that stands alone. */
  readonly free = new Map<string, Given>();

  private readonly boundIds = new Set<string>();
  private readonly constants = new Map<Declaration, Value>();
  private readonly helpers = new Map<FunctionNode, Helper | null>();
  private readonly active: t.Node[] = [];
  private readonly resolving = new Set<Declaration>();
  private readonly root = new Frame(null);
  private steps = 0;
  private unnamedDepth = 0;

  constructor(
    private readonly text: string,
    private readonly allowsFree: boolean,
  ) {}

  get outside(): Frame {
    return this.root;
  }

  /** Constants of functions around an expression: its locals, in the order in which they were needed. */
  ownConstants(): ReadonlyMap<string, Binding> {
    const own = [...this.constants.keys()].filter((d) => d.kind === 'const' && !d.scope.isModule);
    const ids = new Set(own.map((d) => this.symbols.of(d, d.name).id));
    return new Map([...this.definitions].filter(([id]) => ids.has(id)));
  }

  /** Numbers from outside the function whose value is not known. */
  constantsGiven(): readonly Given[] {
    return [...this.constants.values()].flatMap((v) => (v.kind === 'given' ? withFields(v.given) : []));
  }

  textOf(node: Placed): string {
    const { from, to } = spanOf(node);
    return this.text.slice(from, to);
  }

  /** The value of a function's body, its parameters given. */
  body(fn: FunctionNode, at: Place): Expr {
    this.refuseSpecial(fn);
    this.active.push(fn);
    const value = this.returned(fn, at);
    this.active.pop();
    return this.asNumber(value, fn.body);
  }

  value(node: t.Node, at: Place): Value {
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
        return { kind: 'truth', e: constant(node.value ? TRUE.name : FALSE.name) };
      case 'Identifier':
        return this.named(node, at);
      case 'UnaryExpression':
        return unary(this, node, at);
      case 'BinaryExpression':
        return binary(this, node, at);
      case 'LogicalExpression':
        return logical(this, node, at);
      case 'ConditionalExpression':
        return conditional(this, node, at);
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
      default:
        return refuse(node, whyNot(node) ?? 'This is no number.');
    }
  }

  number(node: t.Node, at: Place): Expr {
    return this.asNumber(this.value(node, at), node);
  }

  asNumber(value: Value, node: Placed): Expr {
    switch (value.kind) {
      case 'number':
        return value.e;
      case 'given':
        return use(value.given, 'number', node).symbol;
      case 'truth':
        return refuse(node, 'A truth value is used as a number.');
      case 'function':
      case 'math-function':
        return refuse(node, 'A function is used as a number.');
      case 'math':
        return refuse(node, 'Math itself is no number.');
      case 'list':
      case 'entries':
        return refuse(
          node,
          'An array is no number: only functions with one number as their value are differentiated.',
        );
      case 'record':
        return refuse(
          node,
          'An object is no number: only functions with one number as their value are differentiated.',
        );
      case 'other':
        return refuse(node, `${value.what} is no number.`);
    }
  }

  truth(node: t.Node, at: Place): Expr {
    const value = this.value(node, at);
    if (value.kind === 'truth') return value.e;
    if (value.kind === 'given') {
      const g = use(value.given, 'truth', node);
      return g.use.declared === 'number' || g.use.as === 'number' ? nonzero(g.symbol) : g.symbol;
    }
    return nonzero(this.asNumber(value, node));
  }

  bind(d: Declaration, value: Value): Value {
    if (
      value.kind !== 'number' ||
      this.unnamedDepth > 0 ||
      value.e.kind === 'sym' ||
      value.e.kind === 'const'
    )
      return value;
    const key = this.active.length <= 1 ? d : {};
    const name = this.symbols.of(key, d.name);
    if (this.boundIds.has(name.id)) return this.again(d, value);
    this.boundIds.add(name.id);
    this.locals.push({ name, value: recognised(value.e) });
    return numeric(name);
  }

  /** A second value under one name of the code. */
  private again(d: Declaration, value: { e: Expr }): Value {
    const name = this.symbols.fresh(d.name);
    this.locals.push({ name, value: value.e });
    return numeric(name);
  }

  unnamed<T>(read: () => T): T {
    this.unnamedDepth++;
    try {
      return read();
    } finally {
      this.unnamedDepth--;
    }
  }

  constantOf(e: Expr): number | null {
    const known = new Map<string, Binding>(this.definitions);
    for (const l of this.locals) known.set(l.name.id, { name: l.name, params: [], value: l.value });
    const value = compile(e, [], known)();
    return Number.isFinite(value) ? value : null;
  }

  isLength(s: Sym): boolean {
    return this.symbols.spellings().get(s.id)?.endsWith('.length') === true;
  }

  statements(list: readonly t.Statement[], at: Place): Outcome {
    return run(this, list, at);
  }

  invoke(closure: Closure, args: readonly Value[], node: Placed): Value {
    const { fn } = closure;
    if (this.active.includes(fn)) {
      const name = closure.name === null ? 'The function' : `\`${closure.name}\``;
      refuse(node, `${name} calls itself; recursion is not differentiated.`);
    }
    this.refuseSpecial(fn);
    const helper = closure.shared ? this.helper(closure) : null;
    if (
      helper &&
      args.length === helper.params.length &&
      args.every((a) => a.kind === 'number' || a.kind === 'given')
    ) {
      const numbers = args.map((a) => this.asNumber(a, node));
      return numeric(helper.row === null ? apply(helper.name, numbers) : call(helper.row, ...numbers));
    }
    return this.inlined(closure, args, node);
  }

  /** A helper's value with its arguments put in. */
  private inlined(closure: Closure, args: readonly Value[], node: Placed): Value {
    const { fn } = closure;
    const scope = scopeOf(fn, closure.scope);
    const frame = new Frame(closure.frame);
    fn.params.forEach((p, i) => {
      this.pass(p, args[i], { scope, frame }, node, args.slice(i));
    });
    this.active.push(fn);
    const value = this.returned(fn, { scope, frame });
    this.active.pop();
    return value;
  }

  private pass(param: t.Node, arg: Value | undefined, at: Place, node: Placed, rest: readonly Value[]): void {
    for (const d of at.scope.names.values()) {
      if (d.kind !== 'parameter' || !contains(param, d.id)) continue;
      if (param.type === 'RestElement') {
        at.frame.set(d, { kind: 'list', items: rest });
        continue;
      }
      const whole = arg ?? (param.type === 'AssignmentPattern' ? this.value(param.right, at) : null);
      if (!whole) refuse(node, `The call leaves out \`${d.name}\`.`);
      const value = this.reached(whole, d.path, d.id);
      at.frame.set(d, value.kind === 'number' && value.e.size > 12 ? this.bind(d, value) : value);
    }
  }

  /** What the function returns: a number, or a truth value where it is a bare expression. */
  private returned(fn: FunctionNode, at: Place): Value {
    if (fn.body.type !== 'BlockStatement') return this.value(fn.body, at);
    const body = scopeOf(fn.body, at.scope);
    const [only] = fn.body.body;
    if (only?.type === 'ReturnStatement' && only.argument)
      return this.value(only.argument, { scope: body, frame: at.frame });
    const outcome = run(this, fn.body.body, { scope: body, frame: at.frame });
    if (outcome.falls) refuse(fn, 'Not every path of the function returns a number.');
    const value = valueOfReturns(outcome.returns);
    return value ? numeric(value) : refuse(fn, 'The function returns no number.');
  }

  /** A function of the file as a definition, read once; null where it has to be read at each call. */
  private helper(closure: Closure): Helper | null {
    const { fn } = closure;
    const known = this.helpers.get(fn);
    if (known !== undefined) return known;
    const outer = this.locals;
    this.locals = [];
    const depth = this.unnamedDepth;
    this.unnamedDepth = 0;
    const read = attempt(fn, () => this.readHelper(closure));
    const helper = read && isProblem(read) ? null : read;
    this.locals = outer;
    this.unnamedDepth = depth;
    // What cannot be read by itself is read again where it is called, and refused there if need be.
    if (this.active.at(-1) === fn) this.active.pop();
    this.helpers.set(fn, helper);
    return helper;
  }

  private readHelper(closure: Closure): Helper | null {
    const { fn, name } = closure;
    const scope = scopeOf(fn, closure.scope);
    const frame = new Frame(closure.frame);
    const params: Given[] = [];
    for (const p of fn.params) {
      if (p.type !== 'Identifier') return null;
      const d = scope.names.get(p.name);
      if (!d) return null;
      const g = given(this.symbols, d, p.name, d, declaredType(p, null));
      params.push(g);
      frame.set(d, { kind: 'given', given: g });
    }
    if (name === null || params.length === 0) return null;
    const before = this.active.length;
    try {
      const value = this.body(fn, { scope, frame });
      if (params.some((g) => g.use.as !== undefined && g.use.as !== 'number')) return null;
      const whole = withLocals(value, this.locals);
      if (whole.size > MOST_INLINED) return null;
      const symbol = this.symbols.of(fn, name);
      const symbols = params.map((g) => g.symbol);
      const known = recognised(whole);
      const row =
        known.kind === 'call' && known.args[0] === symbols[0] && symbols.length === 1 ? known.fn : null;
      // A logistic function is the sigmoid, under the file's own name.
      if (row === 'sigmoid') this.functions.set(row, symbol);
      else this.definitions.set(symbol.id, { name: symbol, params: symbols, value: whole });
      return { name: symbol, params: symbols, row: row === 'sigmoid' ? row : null };
    } finally {
      this.active.length = before;
    }
  }

  private refuseSpecial(fn: FunctionNode): void {
    if (fn.async === true)
      refuse(headOf(fn), 'An async function gives a promise, which is not differentiated.');
    if (fn.generator === true)
      refuse(headOf(fn), 'A generator gives values one by one, which is not differentiated.');
    if ('kind' in fn && fn.kind === 'set') refuse(headOf(fn), 'A setter changes its object: a mutation.');
    if ('kind' in fn && fn.kind === 'constructor')
      refuse(headOf(fn), 'A constructor makes an object, not a number.');
  }

  private named(node: t.Identifier, at: Place): Value {
    const d = at.scope.resolve(node.name);
    if (!d) return this.global(node);
    const variable = at.frame.find(d);
    if (variable) {
      variable.read = true;
      return variable.value ?? refuse(node, `\`${node.name}\` may have no value here.`);
    }
    return this.fromOutside(d, node, at);
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
    const made = given(this.symbols, name, name, null, undefined);
    this.free.set(name, made);
    return made;
  }

  /** A name declared outside the function that is being read. */
  private fromOutside(d: Declaration, node: t.Identifier, at: Place): Value {
    const known = this.constants.get(d);
    if (known) return known;
    switch (d.kind) {
      case 'function':
        return d.fn
          ? {
              kind: 'function',
              closure: { name: d.name, fn: d.fn, scope: d.scope, frame: at.frame, shared: d.scope.isModule },
            }
          : refuse(node, `\`${d.name}\` is no number.`);
      case 'const':
        return this.constant(d, node, at);
      case 'import':
      case 'parameter':
        return this.remember(d, {
          kind: 'given',
          given: given(this.symbols, d, d.name, d, declaredType(d.id, d.fallback)),
        });
      case 'let':
      case 'var':
        return refuse(
          node,
          `\`${d.name}\` is a variable outside the function, which may change: declare it with const.`,
        );
      default:
        return refuse(node, `\`${d.name}\` is no number.`);
    }
  }

  private remember(d: Declaration, value: Value): Value {
    this.constants.set(d, value);
    return value;
  }

  /** A constant outside: a definition where its value can be read, a number without a known value otherwise. */
  private constant(d: Declaration, node: t.Identifier, at: Place): Value {
    const { init } = d;
    if (!init) return refuse(node, `\`${d.name}\` has no value.`);
    if (this.resolving.has(d)) refuse(node, `\`${d.name}\` is defined by itself.`);
    const inner = unwrapped(init);
    if (isFunction(inner) && d.path.length === 0)
      return {
        kind: 'function',
        closure: { name: d.name, fn: inner, scope: d.scope, frame: at.frame, shared: d.scope.isModule },
      };
    this.resolving.add(d);
    const locals = this.locals;
    this.locals = [];
    const read = attempt(init, () =>
      this.unnamed(() => this.reached(this.value(init, { scope: d.scope, frame: this.root }), d.path, d.id)),
    );
    this.locals = locals;
    this.resolving.delete(d);
    if (isProblem(read)) {
      if (!OPAQUE.has(inner.type))
        return refuse(node, `\`${d.name}\` is no number that is known: ${lowered(read.message)}`);
      return this.remember(d, {
        kind: 'given',
        given: given(this.symbols, d, d.name, d, declaredType(d.id, null)),
      });
    }
    if ((read.kind === 'list' || read.kind === 'record') && !isUnchanging(this.text, d))
      return refuse(node, `\`${d.name}\` is an object or array that the file may change.`);
    if (read.kind !== 'number') return this.remember(d, read);
    const name = this.symbols.of(d, d.name);
    this.definitions.set(name.id, { name, params: [], value: read.e });
    return this.remember(d, numeric(name));
  }

  /** The part of a value that a pattern reaches. */
  reached(value: Value, path: readonly PathStep[], node: Placed): Value {
    return path.reduce<Value>((v, step) => {
      if (step === null) return refuse(node, 'The rest of a pattern is not read.');
      return typeof step === 'number'
        ? indexed(this, v, numeric(num(step)), node)
        : this.property(v, step, node);
    }, value);
  }

  private property(value: Value, name: string, node: Placed): Value {
    if (value.kind !== 'math') return member(value, name, node);
    const constantValue = mathConstant(name);
    if (constantValue) return numeric(constantValue);
    return mathFunction(name) ? { kind: 'math-function', name } : refuse(node, whyNotMath(name));
  }

  private member(node: t.MemberExpression, at: Place): Value {
    const { object, property } = node;
    const known = memberConstant(node, at);
    if (known) return numeric(known);
    if (object.type === 'Super') return refuse(node, whyNot(object) ?? '');
    const base = this.value(object, at);
    if (property.type === 'PrivateName') return this.property(base, '#' + property.id.name, node);
    if (!node.computed && property.type === 'Identifier') return this.property(base, property.name, node);
    if (property.type === 'StringLiteral') return this.property(base, property.value, node);
    return indexed(this, base, this.value(property, at), property);
  }

  private self(node: t.ThisExpression, at: Place): Value {
    for (let s: typeof at.scope | null = at.scope; s; s = s.parent) {
      const owner = s.node;
      if (!isFunction(owner) || owner.type === 'ArrowFunctionExpression') continue;
      const isMain = this.active[0] === owner || this.active.length === 0;
      if (!isMain) refuse(node, '`this` inside a helper is not read.');
      break;
    }
    const known = this.free.get('this');
    if (known) return { kind: 'given', given: known };
    const made = given(this.symbols, 'this', 'this', null, 'object');
    this.free.set('this', made);
    return { kind: 'given', given: made };
  }
}

const withFields = (g: Given): Given[] => [g, ...g.fields().flatMap(withFields)];

interface Helper {
  readonly name: Sym;
  /** The function of the table that it is. */
  readonly row: string | null;
  readonly params: readonly Sym[];
}

/** Initialisers whose value is not looked into, but is a constant all the same. */
const OPAQUE: ReadonlySet<string> = new Set([
  'CallExpression',
  'MemberExpression',
  'AwaitExpression',
  'Identifier',
]);

const nonzero = (e: Expr): Expr => relation(['!='], [e, ZERO]);
const lowered = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1);

function withLocals(e: Expr, locals: readonly Local[]): Expr {
  const values = new Map<string, Expr>();
  for (const l of locals) values.set(l.name.id, substitute(l.value, values));
  return substitute(e, values);
}

export function unwrapped(node: t.Node): t.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
      return unwrapped(node.expression);
    default:
      return node;
  }
}

const contains = (outer: Placed, inner: Placed): boolean => {
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.from <= b.from && b.to <= a.to;
};

/** The words that make a function special stand at its beginning. */
function headOf(fn: FunctionNode): Placed {
  const { from } = spanOf(fn);
  const body = spanOf(fn.body).from;
  return { start: from, end: Math.max(from + 1, body) };
}
