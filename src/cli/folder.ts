/** The files that arguments of the command line name: folders are walked. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isCheckable } from '../headless/index.js';

/** Folders that hold what others made. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  ...['node_modules', 'bower_components', 'vendor'],
  ...['dist', 'build', 'out', 'target', 'coverage', '_site', '_build'],
  ...['venv', '__pycache__'],
]);

/** A path to check, or one that could not be looked into and why. */
export type NamedPath = { readonly path: string } | { readonly path: string; readonly error: unknown };

/**
 * What an argument names: itself, or of a folder all files below it whose endings are those of notes and code, by name. Hidden
 * folders and those that others' programs fill are passed over; a folder that links lead to again is walked once.
 */
export async function* filesNamed(path: string): AsyncGenerator<NamedPath> {
  if (path !== '-' && (await isFolder(path))) yield* filesBelow(path, new Set());
  else yield { path };
}

async function* filesBelow(folder: string, walked: Set<string>): AsyncGenerator<NamedPath> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (walked.has(real)) return;
    walked.add(real);
    names = (await readdir(folder)).sort();
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (await isFolder(path)) {
      if (!name.startsWith('.') && !PASSED_OVER.has(name)) yield* filesBelow(path, walked);
    } else if (isCheckable(name)) yield { path };
  }
}

/** What cannot be found is no folder: whoever reads it says why. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
