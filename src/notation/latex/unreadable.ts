import type { Problem, Span } from '../notation.js';

/** Thrown inside the reader where a part has no reading; caught at the statement, never seen outside. */
export class Unreadable extends Error {
  constructor(
    readonly problem: Problem,
    /** It is none of the mathematics that is read here, as sets and ellipses are: what holds it may be kept as it is written. */
    readonly isForeign = false,
  ) {
    super(problem.message);
  }
}

/** Ends the reading of the statement with a problem at the place. */
export function fail(span: Span, message: string, code: Problem['code'] = 'unsupported'): never {
  throw new Unreadable(problemAt(span, message, code));
}
/** The same where what stands there is written well, and of another part of mathematics. */
export function foreign(span: Span, message: string): never {
  throw new Unreadable(problemAt(span, message, 'unsupported'), true);
}
const problemAt = (span: Span, message: string, code: Problem['code']): Problem => ({
  code,
  message,
  from: span.from,
  to: Math.max(span.to, span.from),
});
