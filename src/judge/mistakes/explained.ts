/** A mistake that explains a claim that does not hold. */
export interface ExplainedMistake {
  readonly code: string;
  readonly explanation: string;
  /** A rule gone wrong gives exactly what was written; false for a slip that nothing better explains. */
  readonly specific: boolean;
}
