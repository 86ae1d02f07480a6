/** Checks a Markdown text and shows what was found, for tables of cases. */
import { checkFile, type ReportedClaim } from '../../../src/headless/checkFile.js';

/** A generous limit for a claim: tests fail by their verdicts and not by the clock. */
const unhurried = () => ({ nodes: 1000, shouldStop: () => false });

export const check = (text: string, name = 'note.md'): readonly ReportedClaim[] =>
  checkFile(name, text, unhurried);

/** "true", "false chain-forgotten", "conditional domain-restricted", one a claim. */
export const verdicts = (text: string, name?: string): readonly string[] =>
  check(text, name).map((c) =>
    [c.verdict, ...(c.mistake === null ? [] : [c.mistake]), ...(c.quoted ? ['quoted'] : [])].join(' '),
  );
