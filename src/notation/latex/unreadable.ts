import type { Problem, Span } from '../notation.js';

/** Thrown inside the reader where a part has no reading; caught at the statement, never seen outside. */
export class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Ends the reading of the statement with a problem at the place. */
export function fail(span: Span, message: string, code: Problem['code'] = 'unsupported'): never {
  throw new Unreadable({ code, message, from: span.from, to: Math.max(span.to, span.from) });
}
