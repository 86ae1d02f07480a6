/** What code claims to be a derivative: pairs by their names, and formulas in doc comments. */
export { docComments, formulaClaims, type Comment } from './comments.js';
export { pairClaims } from './pairs.js';
export type { PairClaim } from './claim.js';
