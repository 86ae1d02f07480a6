/** What stops a reading: a Problem thrown within this folder, and caught where a reading ends. */
import type { Problem, Span } from '../notation.js';
import { isStackOverflow } from '../../stack.js';

/** Anything of a syntax tree that knows its place. */
export interface Placed {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
}

export class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const spanOf = (node: Placed): Span => ({ from: node.start ?? 0, to: node.end ?? node.start ?? 0 });

/** Stops with what was met, and where. The message is a full sentence. */
export function refuse(node: Placed, message: string, code: Problem['code'] = 'unsupported'): never {
  throw new Unreadable({ code, message, ...spanOf(node) });
}

/** A problem that was taken back, to be thrown after all. */
export const unreadable = (problem: Problem): Unreadable => new Unreadable(problem);

/** The result of a reading, or the problem that stopped it; a stack that ran out is a limit. */
export function attempt<T>(whole: Placed, read: () => T): T | Problem {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    if (isStackOverflow(error))
      return { code: 'limit', message: 'The code is nested too deeply.', ...spanOf(whole) };
    throw error;
  }
}

export const isProblem = (x: object): x is Problem => 'code' in x && 'message' in x && 'from' in x;
