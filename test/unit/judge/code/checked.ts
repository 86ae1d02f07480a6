/** The check of a source as an editor asks for it. */
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { createService, type CheckedClaim } from '../../../../src/service/index.js';

const service = createService();
export const load = (): Promise<void> => service.load();

const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
let version = 0;

/** All claims of a text, in order; `load` comes first. */
export function checked(text: string, languageId = 'typescript'): CheckedClaim[] {
  const uri = `file:///checked${String(++version)}.ts`;
  const all = service.check({ uri, version, languageId, text }, OPTIONS, () => UNLIMITED);
  return [...all].filter((c) => c !== null);
}

/** What is said of each: the name and its verdict, and the mistake if one is named. */
export const told = (text: string): string[] =>
  checked(text).map(({ tex, verdict, mistake }) =>
    [tex, verdict, ...(mistake ? [mistake.code] : [])].join(' '),
  );
