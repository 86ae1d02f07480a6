/** The JavaScript and TypeScript parser, loaded when a code file is first asked about. */
import type * as Babel from '@babel/parser';

let loaded: typeof Babel | null = null;

/** Resolves once sources can be read. Cheap from the second time on. */
export async function loadParser(): Promise<void> {
  loaded ??= await import('@babel/parser');
}

export const isParserLoaded = (): boolean => loaded !== null;

/** The parser; `loadParser` must have resolved before. */
export function parser(): typeof Babel {
  if (!loaded) throw new Error('The parser of code is not loaded yet.');
  return loaded;
}
