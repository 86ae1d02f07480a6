/** How far an answer was checked, in words. */
import type { Check } from '../core/index.js';
import type { Outline } from '../protocol.js';
import { fillIn } from './spell.js';
import { CHECK_WORDS } from './phrases.js';

export function checkInWords(check: Check): string {
  const template =
    check.verdict === 'agrees' && check.worst === 0 ? CHECK_WORDS.agreesExactly : CHECK_WORDS[check.verdict];
  const facts: Readonly<Record<string, string>> = {
    points: check.points === 1 ? '1 point' : `${String(check.points)} points`,
    worst: powerOfTen(check.worst),
    reason: check.reason ?? CHECK_WORDS.noReason,
  };
  return fillIn(template, (name) => facts[name] ?? null) ?? '';
}

/** 2.1e-11 as 2·10⁻¹¹. */
function powerOfTen(x: number): string {
  const [digits = '', exponent = '0'] = x.toExponential(0).split('e');
  return exponent === '+0' ? digits : `${digits}·10${raised(exponent.replace('+', ''))}`;
}
const raised = (digits: string): string =>
  digits.replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(c))));

/** The check as a line of its own: ✓ Checked numerically at 8 points. */
export function checkLine({ check, verdict }: Pick<Outline, 'check' | 'verdict'>): string {
  const said = check.charAt(0).toUpperCase() + check.slice(1);
  return `${verdict === 'agrees' ? '✓ ' : ''}${said}.`;
}

/** A sentence without its full stop, for a list that has its own. */
export const withoutStop = (said: string): string => (said.endsWith('.') ? said.slice(0, -1) : said);
