/** What a word usually says where it stands as a subscript or names a parameter of a program: one row each. */

export type WordRole =
  /** Below a letter the same as a hat: y_{pred} is what a model computes. */
  | 'predicted'
  /** Below a letter one value of it, which hardly is a function's name: F_{max}. */
  | 'value'
  /** Below a letter part of its name, though each of its letters could be an index: x_{min}. */
  | 'no-indices'
  /** In programs a parameter that counts or numbers. */
  | 'count';

export interface Word {
  readonly word: string;
  readonly reason: string;
  readonly roles: readonly WordRole[];
}
const word = (name: string, reason: string, ...roles: readonly WordRole[]): Word => ({
  word: name,
  reason,
  roles,
});

export const WORDS: readonly Word[] = [
  word('pred', 'predicted', 'predicted'),
  word('predicted', 'what a model predicts', 'predicted'),
  word('est', 'estimated', 'predicted'),
  word('out', 'what a layer puts out', 'predicted'),
  word('model', 'by the model', 'predicted'),

  word('max', 'the greatest value', 'value'),
  word('min', 'the least value', 'value', 'no-indices'),
  word('tot', 'the whole', 'value'),
  word('eq', 'at equilibrium', 'value'),
  word('ref', 'for reference', 'value'),
  word('sat', 'at saturation', 'value'),
  word('init', 'at the start', 'value'),

  word('in', 'what comes in', 'no-indices'),
  word('lim', 'at the limit', 'no-indices'),
  word('mm', 'millimetres', 'no-indices'),
  word('nm', 'nanometres', 'no-indices'),
  word('ml', 'millilitres, or maximum likelihood', 'no-indices'),
  word('nil', 'nothing', 'no-indices'),
  word('null', 'nothing', 'no-indices'),
  word('kin', 'kinetic', 'no-indices'),
  word('mill', 'of the mill', 'no-indices'),
  word('ink', 'of the ink', 'no-indices'),
  word('link', 'of the link', 'no-indices'),
  word('ll', 'log-likelihood', 'no-indices'),
  word('nn', 'of the neural net', 'no-indices'),
  word('mn', 'of two names, m and n', 'no-indices'),

  word('count', 'a count', 'count'),
  word('num', 'a number of things', 'count'),
  word('size', 'a size', 'count'),
  word('len', 'a length of a list', 'count'),
  word('length', 'a length of a list', 'count'),
  word('index', 'a place in a list', 'count'),
  word('idx', 'a place in a list', 'count'),
  word('total', 'a whole number of all', 'count'),
  word('df', 'degrees of freedom', 'count'),
  word('day', 'a number of days', 'count'),
  word('days', 'a number of days', 'count'),
  word('month', 'a number of months', 'count'),
  word('months', 'a number of months', 'count'),
  word('year', 'a number of years', 'count'),
  word('years', 'a number of years', 'count'),
];

const byWord: ReadonlyMap<string, Word> = new Map(WORDS.map((w) => [w.word, w]));
const says = (name: string, role: WordRole): boolean => byWord.get(name)?.roles.includes(role) ?? false;

/** y_{pred}. */
export const isPredicted = (subscript: string): boolean => says(subscript, 'predicted');
/** F_{max}. */
export const namesValue = (subscript: string): boolean => says(subscript, 'value');
/** x_{min}, not x_{ijk}. */
export const isNoIndexRun = (subscript: string): boolean => says(subscript, 'no-indices');
/** days, len. */
export const isCountInCode = (parameter: string): boolean => says(parameter, 'count');
