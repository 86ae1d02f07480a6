/** What a language says round formulas that are no claims of their author. */

export interface Vocabulary {
  readonly language: string;
  /** What marks the next formula as a mistake, in its clause: "it is wrong that", "a naive guess is". */
  readonly mistakeBefore: RegExp;
  /** "Not" and its like, which may be said of other things: these count in the last part of the clause alone. */
  readonly notBefore: RegExp;
  /** The same words where they say nothing of the kind, and are passed over: "it is not hard to see", "no error". */
  readonly noMistake: RegExp;
  /** Directly after a formula: "is wrong", "fails", "but this is not true". */
  readonly mistakeAfter: RegExp;
  /** A question whose formula is only asked about: "is it true that", "whether". */
  readonly asksWhether: RegExp;
  /** A question that has answers to choose from: "which of the following". */
  readonly asksWhich: RegExp;
  /** How such a question is denied, at the beginning of a later sentence: "The answer is no". */
  readonly denied: RegExp;
  /** What goes on directly after a formula, so that it is no whole statement: "multiplied by". */
  readonly goesOn: RegExp;
}
