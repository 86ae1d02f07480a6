/** A stack that ran out: text that is nested deeper than the machine at hand can follow. A limit, and no defect. */

/** In the words of V8 and Safari, and of Firefox. Any other RangeError is a defect, as every TypeError is. */
export const isStackOverflow = (error: unknown): boolean =>
  error instanceof Error && /call stack|too much recursion/i.test(error.message);
