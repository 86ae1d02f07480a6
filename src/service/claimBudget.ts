/** The limit of judging one claim. */
import type { Budget } from '../core/derivation.js';

/** A unit takes some microseconds; the hardest claims of ordinary notes take about a thousand. */
const WORK = 50_000;
/** New nodes that tidying may make for one answer. */
const NODES = 1_000;

/**
 * A fresh budget for a claim. It counts work and not time, so that a note has the same verdicts on every machine, in an
 * editor that pauses in between and on the command line.
 */
export function claimBudget(): Budget {
  let left = WORK;
  return { nodes: NODES, shouldStop: (work = 1) => (left -= work) < 0 };
}
