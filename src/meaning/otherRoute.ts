/** A question about whole vectors and matrices asked by their entries. */
import {
  component,
  entriesName,
  freshIndex,
  inComponents,
  isOne,
  NO_ARRAYS,
  sym,
  typingOf,
  type Binding,
  type Expr,
  type Family,
  type Sym,
  type Typing,
} from '../core/index.js';
import { refuse, type Asked, type NotAsked } from './asked.js';

/** The same question by components: of a number by x_k or X_kl, of a vector the i-th entry. */
export function inComponentsAsked(asked: Asked): Asked | NotAsked {
  const { question } = asked;
  if (question.arrays?.route !== 'differentials') return asked;
  const { body, target, definitions } = question;
  if (!isOne(question.order) || target.kind !== 'sym')
    return refuse('unsupported', 'By components only first derivatives are taken.', asked.input);
  const typing = typingOf(question);
  const typed = typing.typed(body);
  if (!typed || !typing.typed(target)) return NO_FORM;
  const all = [body, target, ...[...definitions.values()].map((d) => d.value)];
  const rows = indicesFor(typing, typed.e, ['i', 'j'], all);
  const columns = indicesFor(typing, target, ['k', 'l'], [...all, ...rows]);
  const entry = inComponents(typed.e, rows, typing);
  const given = definitionsInComponents(definitions, typing, [...all, ...rows, ...columns]);
  if (!entry || !given) return NO_FORM;
  const variable = columns.length === 0 ? target : component(entriesName(target), columns);
  return {
    ...asked,
    question: {
      body: entry,
      target: variable,
      order: question.order,
      partial: true,
      definitions: given.definitions,
      dependent: new Set(),
      arrays: { ...NO_ARRAYS, families: given.families },
    },
    variable,
    variables: [variable],
    notes: asked.notes.filter((n) => !n.startsWith('row i')),
  };
}
const NO_FORM = refuse('unsupported', 'A part of this has no form by components here.');

function indicesFor(
  typing: Typing,
  e: Expr,
  letters: readonly string[],
  among: readonly Expr[],
): readonly Sym[] {
  const type = typing.typeOf(e);
  const { lengths } = typing;
  const count = lengths.isScalar(type) ? 0 : lengths.isMatrix(type) ? 2 : 1;
  const found: Sym[] = [];
  for (const letter of letters.slice(0, count)) found.push(freshIndex(sym(letter), [...among, ...found]));
  return found;
}

/** What gives whole names gives their entries: a = Wx as a_i = Σ_j W_ij x_j. */
function definitionsInComponents(
  all: Asked['question']['definitions'],
  typing: Typing,
  among: readonly Expr[],
): {
  readonly definitions: ReadonlyMap<string, Binding>;
  readonly families: ReadonlyMap<string, Family>;
} | null {
  const definitions = new Map<string, Binding>();
  const families = new Map<string, Family>();
  for (const d of all.values()) {
    const typed = d.params.length === 0 ? typing.definition(d.name.id) : null;
    if (!typed) return null;
    const indices = indicesFor(typing, typed.e, ['i', 'j'], among);
    const value = inComponents(typed.e, indices, typing);
    if (!value) return null;
    const name = entriesName(d.name);
    if (indices.length === 0) definitions.set(name.id, { ...d, name, value });
    else families.set(name.id, { name, indices, value });
  }
  return { definitions, families };
}
