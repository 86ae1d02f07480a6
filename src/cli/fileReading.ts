/** Files as they are read from disk: regular ones of bounded size, as text. */
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import {
  fileKindOf,
  kindOfFile,
  mostBytes,
  textOfBytes,
  tooLarge,
  whyLeftOut,
  type FileKind,
} from '../headless/index.js';

/** Why a file cannot be checked, as the end of a sentence. */
export class UnreadableFile extends Error {}

/** The text of a file without its byte order mark; throws an UnreadableFile that says why there is none. */
export async function readFileText(path: string): Promise<string> {
  const kind = kindOf(path);
  return checkedText(path, await bytesAt(path, mostBytes(kind), (size) => tooLarge(kind, size)));
}

/** The text of a file of at most so many bytes that is not checked itself; throws likewise. */
export async function readTextBeside(path: string, most: number): Promise<string> {
  const refused = (size: number): string | null => (size <= most ? null : 'it is too large');
  const read = textOfBytes(await bytesAt(path, most, refused));
  if ('reason' in read) throw new UnreadableFile(read.reason);
  return read.text;
}

async function bytesAt(
  path: string,
  most: number,
  refused: (size: number) => string | null,
): Promise<Uint8Array> {
  refuseSpecial(await stat(path));
  // What became a pipe in between does not block either; where there is no such flag it counts for nothing.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    refuseSpecial(stats);
    refuse(refused(stats.size));
    return await bytesOf(file, stats.size, most);
  } finally {
    await file.close();
  }
}

/** The text of bytes that a file of that name holds, or standard input. */
export function checkedText(name: string, bytes: Uint8Array): string {
  const kind = kindOf(name);
  refuse(tooLarge(kind, bytes.length));
  const read = textOfBytes(bytes);
  if ('reason' in read) throw new UnreadableFile(read.reason);
  refuse(whyLeftOut(kind, name, read.text));
  return read.text;
}

const kindOf = (name: string): FileKind => fileKindOf(kindOfFile(name));

function refuseSpecial(stats: Stats): void {
  if (stats.isFile()) return;
  const kinds: readonly (readonly [is: boolean, what: string])[] = [
    [stats.isDirectory(), 'a folder'],
    [stats.isFIFO(), 'a pipe'],
    [stats.isSocket(), 'a socket'],
    [stats.isCharacterDevice() || stats.isBlockDevice(), 'a device'],
  ];
  const what = kinds.find(([is]) => is)?.[1] ?? 'something else';
  throw new UnreadableFile(`it is ${what} and no file`);
}

function refuse(reason: string | null): void {
  if (reason !== null) throw new UnreadableFile(reason);
}

/** All bytes, and at most one more than the limit of a file that grows meanwhile. */
async function bytesOf(file: FileHandle, size: number, most: number): Promise<Uint8Array> {
  let buffer = Buffer.allocUnsafe(Math.min(size, most) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length > most) return buffer.subarray(0, length);
    // Files of /proc say that they are empty.
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(2 * length, most + 1));
  }
}
