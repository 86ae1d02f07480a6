/** What code claims to be a derivative: pairs by their names, and formulas in doc comments. */
export { docCommentOf, docComments, quotedEquations } from './docComments.js';
export { functionGroups } from './functionGroups.js';
export { isDifference, takesCounts } from './pairDoubts.js';
export { plain } from './pairNames.js';
export { pairsIn, type Pair } from './pairs.js';
