/** Values that may be left out: `k ?? 2`, `k === undefined ? 2 : k`, and tests for NaN. */
import { truthValue } from '../../core/index.js';
import type * as t from '@babel/types';
import type { Expr } from '../../core/index.js';
import { codeForm } from './codeForm.js';
import { binaryTree, conditionalTree, nameTree, type CodeTree } from '../programs/codeTree.js';
import { use } from './givens.js';
import { DEFAULT_CODE_STYLE, ownName, treeOf } from './print.js';
import type { Reads } from './reads.js';
import { isNothing, unwrapped } from './syntax.js';
import { isTotal } from './totality.js';
import { refuse } from './unreadable.js';
import type { Absence, Absent, Environment, Value } from './value.js';

type Truth = Extract<Value, { kind: 'truth' }>;
const truth = (is: boolean, absent?: Absent): Truth =>
  absent ? { kind: 'truth', e: truthValue(is), absent } : { kind: 'truth', e: truthValue(is) };

/** `x === undefined`, `x != null`, `typeof x === 'number'`: null where it is another comparison. */
export function absenceTest(r: Reads, node: t.BinaryExpression, at: Environment): Truth | null {
  const sign = EQUALITIES.get(node.operator);
  if (sign === undefined || node.left.type === 'PrivateName') return null;
  const [a, b] = [unwrapped(node.left), unwrapped(node.right)];
  for (const [asked, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isNothing(other, at.scope)) {
      const strict = other.type === 'NullLiteral' ? 'null' : 'undefined';
      return missing(r.value(asked, at), sign, node.operator.length === 3 ? strict : 'either');
    }
    if (asked.type === 'UnaryExpression' && asked.operator === 'typeof' && other.type === 'StringLiteral')
      return typeTest(r, asked.argument, other.value, sign, at);
  }
  return null;
}
const EQUALITIES: ReadonlyMap<string, boolean> = new Map([
  ['===', true],
  ['==', true],
  ['!==', false],
  ['!=', false],
]);

/** What is given is there: the derivative is asked where it is. */
const missing = (value: Value, sign: boolean, as: Absence): Truth =>
  truth(!sign, value.kind === 'given' ? { given: value.given, as } : undefined);

function typeTest(r: Reads, argument: t.Expression, type: string, sign: boolean, at: Environment): Truth {
  const value = r.value(argument, at);
  if (type === 'undefined') return missing(value, sign, 'undefined');
  const own = typeOf(value);
  if (own !== null) return truth((own === type) === sign);
  if (value.kind === 'given' && type === 'number') {
    use(value.given, 'number', argument);
    return truth(sign);
  }
  return refuse(argument, '`typeof` asks for a type, which is not known here.');
}

function typeOf(value: Value): string | null {
  switch (value.kind) {
    case 'number':
      return 'number';
    case 'truth':
      return 'boolean';
    case 'function':
    case 'math-function':
      return 'function';
    case 'given': {
      const { as, declared } = value.given.use;
      return as === 'number' || declared === 'number' ? 'number' : null;
    }
    case 'other':
      return null;
    default:
      return 'object';
  }
}

/**
 * `a ?? b`: what is given is there, and written out with its substitute, so that it may still be left out. `as` says
 * of which value b takes the place: of undefined alone in a pattern such as `{ a = b }`.
 */
export function orElse(
  r: Reads,
  left: Value,
  fallback: t.Node,
  at: Environment,
  as: Absence = 'either',
): Value {
  if (left.kind !== 'given') return left;
  const value = at.frame.frozen(() => r.value(fallback, at));
  if (value.kind === 'number' && isConstant(r, value.e))
    substituteFor(r, { given: left.given, as }, value.e, fallback);
  return left;
}

const isConstant = (r: Reads, e: Expr): boolean => [...e.free].every((id) => r.definitions.has(id));

/** From now on the code says `k ?? 2`, or `k === undefined ? 2 : k`, where it says `k`. */
function substituteFor(r: Reads, { given: g, as }: Absent, value: Expr, fallback: t.Node): void {
  use(g, 'number', fallback);
  const form = codeForm(value) ?? refuse(fallback, 'The value in place of one left out cannot be written.');
  const spell = (id: string): CodeTree => r.symbols.codeOf(id) ?? nameTree(ownName(id));
  const instead = treeOf(form, spell, DEFAULT_CODE_STYLE);
  const tree =
    as === 'either'
      ? binaryTree('??', g.path, instead)
      : conditionalTree(binaryTree('===', g.path, nameTree(as)), instead, g.path);
  r.symbols.respell(g.symbol, tree);
}

/** `test ? 2 : k` where the test asks whether k is left out. */
export function chosenByAbsence(r: Reads, test: Truth, yes: t.Node, no: t.Node, at: Environment): Value {
  const isAbsent = test.e.kind === 'const' && test.e.name === 'false';
  const present = r.value(isAbsent ? no : yes, at);
  const { absent } = test;
  return absent && present.kind === 'given' && present.given === absent.given
    ? orElse(r, present, isAbsent ? yes : no, at, absent.as)
    : present;
}

/** isNaN, Number.isFinite and the like of a value that is a finite number wherever it is asked about. */
export function numberTest(name: string, value: Value, node: t.Node): Truth | null {
  const sign = TESTS.get(name);
  if (sign === undefined) return null;
  if (value.kind !== 'number' && value.kind !== 'given')
    return refuse(node, `\`${name}\` asks about something that is no number.`);
  const e = value.kind === 'given' ? use(value.given, 'number', node).symbol : value.e;
  if (!isTotal(e))
    return refuse(node, `\`${name}\` asks where a value is a number, which is not certain here.`);
  return truth(sign);
}
const TESTS: ReadonlyMap<string, boolean> = new Map([
  ['isNaN', false],
  ['isFinite', true],
]);
