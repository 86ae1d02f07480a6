/** What the words round a formula say about it. All tests take the words directly before or after it. */

const SUPPOSED =
  /\b(?:if|suppose|assume|assuming|set|setting|solve|solving|such that|satisf[a-z]+|for which|unless|whenever|wenn|falls)\s*(?:(?:that|we|have|know)\s*)?[*_]*$/i;
/** Whether the formula is only supposed: "if …", "solve …". */
export const isSupposed = (before: string): boolean => SUPPOSED.test(before.trimEnd());

const ASKS =
  /\b(?:what(?:'s| is)?|find|compute|calculate|determine|evaluate|differentiate|derive|work out|berechne|bestimme|найдите|вычислите)\b/i;
const DERIVATIVE =
  /\bderivative|\bdifferentiat|\bdifferential|\bderive\b|ableitung|ableiten|dérivée|derivada|derivata|afgeleide|pochodn|производн|đạo hàm|导数|導數|導関数|도함수/i;
/** Whether the words ask for something. */
export const asks = (before: string): boolean => ASKS.test(lastLine(before));
/** Whether they speak of derivatives. */
export const speaksOfDerivatives = (words: string): boolean =>
  DERIVATIVE.test(words) && !INTEGRAL.test(words);
const INTEGRAL = /anti-?(?:deriv|differ)|integra|primitiv|stammfunktion/i;
const ASKS_DERIVATIVE = /(?:\b(?:derivative|ableitung)\s+(?:of|von)|\bdifferentiate|\bderive)\b/i;
/** "Find the derivative of", "Differentiate". */
export const asksForDerivative = (before: string): boolean =>
  ASKS_DERIVATIVE.test(question(lastLine(before))) && asks(before);
const question = (words: string): string => /(?<![^.?!])[^.?!]*$/.exec(words)?.[0] ?? '';
const lastLine = (words: string): string => words.slice(words.lastIndexOf('\n') + 1);

/** Whether a leading "=" goes on from the formula before over these words. */
export const isBlank = (words: string): boolean => /^[\s>]*$/.test(words);
export const endsSentence = (words: string): boolean => /[.!?;:,]|\n\s*\n/.test(words);

const FOR = /(?:^|[\s(,])(?:for|if|when|where|provided|with|on|in|für|wenn)(?:\s+that)?\s*(?:all\s*)?[*_]*$/i;
const THEN = /^[\s:,*_]*(?:(?:then|we have|we get|this gives|dann)[\s:,*_]*)?$/i;
/** "For x > 0, f′(x) = 1", "for positive inputs (x > 0), f′(x) = 1": the words before the condition and after it. */
export const leadsWithCondition = (before: string, after: string): boolean =>
  (FOR.test(before) && THEN.test(after)) ||
  (/\(\s*$/.test(before) && after.startsWith(')') && THEN.test(after.slice(1)));

/** The same directly after a formula: "x² for x > 0", "(x > 0)". */
export const attachesCondition = (words: string): boolean =>
  /^[\s,*_]*\(?(?:(?:valid |which holds |true |only )?(?:for|if|when|where|provided|with|on|für|wenn)(?:\s+that)?\s*(?:all\s*)?)?$/i.test(
    words,
  ) &&
  !/\n\s*\n/.test(words) &&
  words.trim() !== '';

/** Whether σ is given its name. */
export const namesSigmoid = (words: string): boolean => /sigmoid|logistic/i.test(words);
