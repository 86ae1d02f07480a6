/**
 * The half of the extension that is loaded on first demand: reading, deriving, judging. In the Node host it is a bundle
 * of its own, so nothing else may import from here but types.
 */
export { createService, LONGEST_TAKEN, macrosTakenIn, missedIn, noted } from '../service/index.js';
