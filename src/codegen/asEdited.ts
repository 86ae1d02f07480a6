/** A source as an edit leaves it, read anew from its text: of the file only what two functions can reach. */
import type * as t from '@babel/types';
import { COST, type Budget } from '../core/index.js';
import { identifiersIn } from '../notation/typescript/identifiers.js';
import { readLike, type Source } from '../notation/typescript/source.js';
import type { Span } from '../notation/notation.js';
import type { TextChange } from './editCheck.js';

/**
 * The edited source; null where the budget does not allow for reading it. Declarations that `needed` do not reach by
 * name are blank in it, so that a file of many wrong functions is not read as often as it has them; all other places
 * stay where the edit leaves them.
 */
export function asEdited(
  source: Source,
  change: TextChange,
  needed: readonly Span[],
  budget: Budget,
): Source | null {
  const kept = reached(source, change, needed);
  if (budget.shouldStop(kept.reduce((sum, s) => sum + lengthOf(s), change.text.length) * COST.parsed))
    return null;
  const { text } = source;
  const keptText = (from: number, to: number): string => {
    let [written, at] = ['', from];
    for (const s of kept) {
      const [start, end] = [Math.max(at, s.start ?? 0), Math.min(to, s.end ?? 0)];
      if (start >= end) continue;
      written += ' '.repeat(start - at) + text.slice(start, end);
      at = end;
    }
    return written + ' '.repeat(Math.max(0, to - at));
  };
  return readLike(source, keptText(0, change.from) + change.text + keptText(change.to, text.length));
}

/** The top-level statements that hold the places, those that declare a name in them, and so on; in their order. */
function reached(
  { tree: { body }, text }: Source,
  change: TextChange,
  needed: readonly Span[],
): readonly t.Statement[] {
  const places = [change, ...needed];
  const found = new Set<t.Statement>();
  const names = new Set<string>();
  const declaring = new Map<string, t.Statement[]>();
  for (const s of body)
    for (const name of declaredBy(s)) {
      const known = declaring.get(name);
      if (known) known.push(s);
      else declaring.set(name, [s]);
    }
  const waiting = body.filter(
    (s) => declaredBy(s).length === 0 || places.some((p) => p.from < (s.end ?? 0) && (s.start ?? 0) < p.to),
  );
  const take = (words: string): void => {
    for (const name of identifiersIn(words)) {
      if (names.has(name)) continue;
      names.add(name);
      waiting.push(...(declaring.get(name) ?? []));
    }
  };
  take(change.text);
  for (let s = waiting.pop(); s; s = waiting.pop()) {
    if (found.has(s)) continue;
    found.add(s);
    take(text.slice(s.start ?? 0, s.end ?? 0));
  }
  return body.filter((s) => found.has(s));
}

/** The names that a statement declares, where it does nothing else and they can be told at a glance. */
function declaredBy(s: t.Statement): readonly string[] {
  switch (s.type) {
    case 'ExportNamedDeclaration':
      return s.declaration ? declaredBy(s.declaration) : [];
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return s.id ? [s.id.name] : [];
    case 'VariableDeclaration': {
      const names = s.declarations.map((d) => (d.id.type === 'Identifier' ? d.id.name : null));
      return names.includes(null) ? [] : names.filter((n) => n !== null);
    }
    default:
      return [];
  }
}

const lengthOf = (s: t.Statement): number => (s.end ?? 0) - (s.start ?? 0);
