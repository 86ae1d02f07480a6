/** What notes come to, counted. */
import type { NoteReport } from './note.js';

/** Rows of a name and a count, in the order in which they are told. */
export type Figures = ReadonlyMap<string, number>;

/** The figures of one note, or of all. */
export function figuresOf(notes: readonly NoteReport[]): Figures {
  const formulas = notes.flatMap((n) => n.formulas);
  const claims = notes.flatMap((n) => n.claims);
  const spoiled = notes.flatMap((n) => n.spoiled);
  const operators = formulas.filter((f) => f.bears === 'operator');
  const outcomes = formulas.flatMap((f) => (f.outcome ? [f.outcome] : []));
  const withOutcome = (kind: string): number => outcomes.filter((o) => o.kind === kind).length;
  const withVerdict = (verdict: string): number => claims.filter((c) => c.verdict === verdict).length;
  const spoiledTo = (verdict: string): number => spoiled.filter((s) => s.verdict === verdict).length;
  const rows: readonly (readonly [string, number])[] = [
    ['notes', notes.length],
    ['notes not surveyed', notes.filter((n) => n.error !== null).length],
    ['notes cut short', notes.filter((n) => n.cut).length],
    ['formulas', formulas.length],
    ['formulas read', formulas.filter((f) => f.read).length],
    ['with an operator', operators.length],
    ['with an operator, read', operators.filter((f) => f.read).length],
    ['defining a function', formulas.filter((f) => f.bears === 'definition').length],
    ['answered', withOutcome('answered')],
    ['answered by 0', outcomes.filter((o) => o.kind === 'answered' && o.isZero).length],
    [
      'answered, check undecided',
      outcomes.filter((o) => o.kind === 'answered' && o.checked === 'undecided').length,
    ],
    ['refused', withOutcome('refused')],
    ['operator not read', withOutcome('unread')],
    ['nothing to ask', withOutcome('notAsked')],
    ['left out', withOutcome('leftOut')],
    ['claims', claims.length],
    ['true', withVerdict('true')],
    ['false', withVerdict('false')],
    ['false, underlined', claims.filter((c) => c.underlined).length],
    ['false, quoted', claims.filter((c) => c.verdict === 'false' && c.quoted).length],
    ['conditional', withVerdict('conditional')],
    ['undecided', withVerdict('undecided')],
    ['spoiled', spoiled.length],
    ['spoiled, now false', spoiledTo('false')],
    ['spoiled, now underlined', spoiled.filter((s) => s.underlined).length],
    ['spoiled, now conditional', spoiledTo('conditional')],
    ['spoiled, now undecided', spoiledTo('undecided')],
    ['spoiled, still true', spoiledTo('true')],
    ['spoiled, no claim any more', spoiledTo('gone')],
    ['defects', notes.reduce((n, { defects }) => n + defects.length, 0)],
    ['milliseconds', Math.round(notes.reduce((n, { ms }) => n + ms, 0))],
  ];
  return new Map(rows);
}
