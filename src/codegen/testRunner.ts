/** Which test runner a project uses, and how its tests import a module. What Node's projects say of it. */

export type Runner = 'vitest' | 'jest' | 'node:test';

/** The runner that a package.json asks for; Node's own where it names none, or is no JSON. */
export function runnerIn(packageJson: string): Runner {
  const names = dependenciesIn(packageJson);
  if (names.has('vitest')) return 'vitest';
  return names.has('jest') || names.has('ts-jest') ? 'jest' : 'node:test';
}

/**
 * The module beside a test of it: without the ending where a bundler resolves it, with the one that a compiled
 * module has where Node does.
 */
export function moduleName(path: string, runner: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const [, name = file, flavour = ''] = /^(.*?)\.([cm]?)[jt]sx?$/.exec(file) ?? [];
  return runner === 'node:test' ? `./${name}.${flavour}js` : `./${name}`;
}

/** Whether a text exports a name, one way or another. */
export function isExported(text: string, name: string): boolean {
  const isIt = ([, found]: RegExpMatchArray): boolean => found === name;
  const isListed = ([, list = '']: RegExpMatchArray): boolean =>
    Array.from(list.matchAll(WORD), ([word]) => word).includes(name);
  return [...text.matchAll(EXPORTED)].some(isIt) || [...text.matchAll(EXPORT_LIST)].some(isListed);
}
const EXPORTED =
  /(?:\bexports\.|export\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function)\s+)([\p{L}\p{N}_$]+)/gu;
const EXPORT_LIST = /(?:export|module\.exports\s*=)\s*\{([^{}]*)/g;
const WORD = /[\p{L}\p{N}_$]+/gu;

function dependenciesIn(packageJson: string): ReadonlySet<string> {
  try {
    const manifest: unknown = JSON.parse(packageJson);
    const fields = ['devDependencies', 'dependencies'].map((field) => property(manifest, field));
    return new Set(fields.flatMap((field) => (isObject(field) ? Object.keys(field) : [])));
  } catch {
    return new Set();
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const property = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
