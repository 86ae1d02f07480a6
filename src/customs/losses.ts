/** Words by which a text calls a loss, as a name before a bracket, a subscript or a word by itself: a row each, with its reason. */
export interface LossWord {
  /** In small letters, without spaces or hyphens. */
  readonly word: string;
  readonly reason: string;
}
const row = (word: string, reason: string): LossWord => ({ word, reason });

export const LOSS_WORDS: readonly LossWord[] = [
  row('loss', 'the word itself'),
  row('cost', 'the word of optimisation'),
  row('objective', 'what is made small'),
  row('error', 'the word of older networks'),
  row('err', 'error, shortened'),
  row('ce', 'cross-entropy'),
  row('crossentropy', 'cross-entropy, written out'),
  row('bce', 'binary cross-entropy'),
  row('nll', 'negative log-likelihood'),
  row('mse', 'mean squared error'),
  row('sse', 'sum of squared errors'),
  row('rss', 'residual sum of squares'),
  row('mae', 'mean absolute error'),
  row('huber', 'the loss of Huber'),
  row('hinge', 'the loss of margins'),
  row('focal', 'the loss for rare classes'),
];

const words: ReadonlySet<string> = new Set(LOSS_WORDS.map((r) => r.word));
/** CE, NLL, Loss, cross-entropy loss. */
export function isLossWord(name: string): boolean {
  const word = name.toLowerCase().replace(/[\s_-]+/g, '');
  return words.has(word) || (word.endsWith('loss') && words.has(word.slice(0, -'loss'.length)));
}
