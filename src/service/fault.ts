/** Defects of ours in words, for the claim and for a log. */
import type { Fault } from '../meaning/note.js';
import { isStackOverflow } from '../stack.js';

export type { Fault };

/** Where faults are told of, which is a log. */
export type OnFault = (fault: Fault) => void;

/** Where no one listens, a fault is thrown: only who has a log may go on without what broke. */
export const thrown: OnFault = ({ error }) => {
  throw error;
};

/** Why there is no verdict, as a sentence. */
export function faultInWords(error: unknown): string {
  return isStackOverflow(error)
    ? 'It is nested too deeply.'
    : `It could not be worked on, which is a defect of this program: ${reasonOf(error)}`;
}

/** One line for a log: what, where, why. */
export function faultLine({ text, from, error }: Fault): string {
  const shown = text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
  return `at offset ${String(from)}, “${shown}”: ${reasonOf(error)}`;
}
const LONGEST = 200;

/** The error's own words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
