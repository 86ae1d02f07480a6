/** Files beside a note that define macros for it: read within one folder, each once. */
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { LONGEST_TAKEN, macrosTakenIn, type Taking } from '../headless/index.js';
import { isFolder } from './folder.js';
import { readTextBeside, UnreadableFile } from './fileReading.js';

export class FilesBeside {
  private readonly texts = new Map<string, Promise<string | null>>();

  /** Nothing outside of the folder is read, links included. */
  private constructor(private readonly folder: string) {}

  /** Of a folder that is checked that folder; of a file the working directory where it lies below that, else its own folder. */
  static async of(argument: string): Promise<FilesBeside> {
    if (await isFolder(argument)) return new FilesBeside(resolve(argument));
    const own = resolve(dirname(argument));
    return new FilesBeside(isBelow(process.cwd(), own) ? process.cwd() : own);
  }

  /** What other files define for a note, as TeX. */
  async macrosFor(path: string, text: string): Promise<string> {
    const within = relative(this.folder, resolve(path)).split(sep).join('/');
    const taking: Taking = macrosTakenIn({ path: within, text });
    let asked = taking.next();
    while (asked.done !== true) asked = taking.next(await this.text(asked.value));
    return asked.value;
  }

  private text(path: string): Promise<string | null> {
    const known = this.texts.get(path) ?? this.read(path);
    this.texts.set(path, known);
    return known;
  }

  private async read(path: string): Promise<string | null> {
    try {
      const real = await realpath(join(this.folder, path));
      if (!isBelow(await realpath(this.folder), real)) return null;
      return path.endsWith('/')
        ? (await readdir(real)).sort().join('\n')
        : await readTextBeside(real, LONGEST_TAKEN);
    } catch (error) {
      // What is not there, may not be read or is no text defines nothing.
      if (error instanceof UnreadableFile || isOfSystem(error)) return null;
      throw error;
    }
  }
}

const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const isOfSystem = (error: unknown): boolean => error instanceof Error && 'code' in error;
