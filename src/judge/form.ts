/** Laws about functions that nothing defines, judged by their form: dz/dx = dz/dy · dy/dx, f′(x) = lim (f(x+h) − f(x))/h. */
import {
  FAMILIES,
  someNode,
  standIn,
  substitute,
  topDown,
  type Apply,
  type Binding,
  type BindingsById,
  type Expr,
  type Sym,
} from '../core/index.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { namesIn } from '../meaning/freeNames.js';
import { isImplied } from '../meaning/operator.js';
import { X } from '../meaning/variable.js';
import type { World } from './workedOut.js';

export interface FormInWorlds {
  readonly variable: Sym;
  readonly head: Expr;
  readonly right: Expr;
  readonly worlds: readonly World[];
}

/** Both sides and the worlds to judge them in; null where the right side says nothing about how the names depend. */
export function formOf(head: Expr, right: Expr): FormInWorlds | null {
  const speaks = someNode(right, (e) => e.kind === 'diff' || e.kind === 'apply');
  const variable = variableOf(head);
  if (!variable || !speaks) return null;
  const [own, said] = [head, right].map((e) => withArguments(e, right, variable));
  if (!own || !said) return null;
  const worlds = Array.from({ length: FAMILIES }, (_, family): World => {
    const definitions = definitionsOf([own, said], variable, family);
    return { variable, definitions, noted: NOTHING, bare: new Set(), counts: new Map(), plus: true };
  });
  return { variable, head: own, right: said, worlds };
}
const NOTHING: Noted = new Map();

/** The variable of a derivative of a name alone: dL/dx, f′(x), y′. */
function variableOf(head: Expr): Sym | null {
  if (head.kind === 'diff' && head.body.kind === 'sym') {
    return isImplied(head.target) ? X : head.target.kind === 'sym' ? head.target : null;
  }
  if (head.kind === 'diff' && head.body.kind === 'apply' && head.target.kind === 'sym') return head.target;
  if (head.kind !== 'apply') return null;
  const [arg] = head.args;
  return arg === undefined ? X : arg.kind === 'sym' ? arg : null;
}

/** Names without arguments that stand elsewhere with some get those: f for f(x, y). */
function withArguments(e: Expr, among: Expr, variable: Sym): Expr {
  const full = new Map<string, Apply>();
  for (const a of namesIn(among).applications) {
    const plain = a.orders.every((o) => o === 0) && a.args.every((x) => x.kind === 'sym');
    if (plain && a.args.some((x) => x.free.has(variable.id))) full.set(a.fn.id, a);
  }
  if (full.size === 0) return e;
  return topDown((x) => (x.kind === 'sym' ? (full.get(x.id) ?? x) : null))(e);
}

function definitionsOf(sides: readonly Expr[], variable: Sym, family: number): BindingsById {
  const found = new Map<string, Binding>();
  let k = 0;
  for (const a of sides.flatMap((s) => namesIn(s).applications)) {
    if (!found.has(a.fn.id)) found.set(a.fn.id, standIn(a.fn, a.args.length, k++, family));
  }
  for (const [name, through] of dependence(sides, variable)) {
    if (found.has(name.id)) continue;
    const model = standIn(name, through.length, k++, family);
    const value = substitute(model.value, new Map(model.params.map((p, i) => [p.id, through[i] as Expr])));
    found.set(name.id, { name, params: [], value });
  }
  return found;
}

/** What each name depends on, as its derivatives say: z on y in dz/dy. The head's own letter where nothing else is said. */
function dependence(sides: readonly Expr[], variable: Sym): ReadonlyMap<Sym, readonly Sym[]> {
  const edges = new Map<string, { readonly name: Sym; readonly to: Map<string, Sym> }>();
  const add = (name: Sym, to: Sym): void => {
    const known = edges.get(name.id) ?? { name, to: new Map<string, Sym>() };
    known.to.set(to.id, to);
    edges.set(name.id, known);
  };
  for (const s of sides) {
    someNode(s, (e) => {
      if (e.kind === 'diff' && e.body.kind === 'sym' && e.target.kind === 'sym')
        add(e.body, isImplied(e.target) ? variable : e.target);
      return false;
    });
  }
  for (const { to } of edges.values()) if (to.size > 1) to.delete(variable.id);
  return new Map([...edges.values()].map(({ name, to }) => [name, [...to.values()]]));
}
