/** What the head of a table's column says of the column: functions, their derivatives, by which variable. */
import { isFunctionInHeadings } from '../../customs/usually.js';
import { plainWords } from '../../notation/latex/plainWords.js';

const FUNCTION_HEADER =
  /^[\s*_`({[]*(?:functions?|funktion(?:en)?|fonctions?|funci[oó]n(?:es)?|funzion[ei]|функци[яи]|expression|original|activation(?: function)?)/i;
const DERIVATIVE_HEADER = /deriv(?:ative|ada|ata)|dérivée|ableitung|производн|gradient/i;
const NO_DERIVATIVE =
  /anti|integra|primitiv|stamm|trend|max|min\b|strength|range|name|notation|symbol|rule|meaning|when|uses?\b|applic/i;
const SECOND = /second|zweite|''|′′|\^2|″/i;
/** d/dt, dy/dx, d f(x)/dx, ∂f/∂x: no dose/day. The variable is what is below. */
const QUOTIENT =
  /(?<![a-z])[d∂](?:\^\d)? ?(?:[a-z](?: ?\( ?[a-z] ?\))?)? ?\/ ?[d∂] ?([a-z])(?:\^\d)?(?![a-z])/i;
const PRIMED = /([a-z])\s*['′]/gi;
/** f(x), f'(x). */
const APPLIED = /[a-zA-Z]\s*(?:['′]+\s*)?\(\s*([a-z])\s*\)/;

export function isFunctionHeader(header: string): boolean {
  const words = plainWords(header);
  return (FUNCTION_HEADER.test(words) || beginsWithFunction(words)) && !saysDerivative(words);
}
export const isDerivativeHeader = (header: string): boolean => saysDerivative(plainWords(header));
export const isIntegralHeader = (header: string): boolean =>
  /anti|integra|primitiv|stamm|∫/i.test(plainWords(header));
export const orderOfHeader = (header: string): number => (SECOND.test(plainWords(header)) ? 2 : 1);
/** The variable in a header such as f(x) or d/dt; null where it names none. */
export function variableOfHeader(header: string): string | null {
  const words = plainWords(header);
  return APPLIED.exec(words)?.[1] ?? QUOTIENT.exec(words)?.[1] ?? null;
}

const saysDerivative = (words: string): boolean =>
  (DERIVATIVE_HEADER.test(words) || QUOTIENT.test(words) || namesPrimed(words)) && !NO_DERIVATIVE.test(words);
/** f, $y$, g(x). */
const beginsWithFunction = (words: string): boolean =>
  isFunctionInHeadings(/^[\s*_`({[]*([a-z])\b/i.exec(words)?.[1] ?? '');
/** f′, y'. */
const namesPrimed = (words: string): boolean =>
  [...words.matchAll(PRIMED)].some(([, letter = '']) => isFunctionInHeadings(letter));
