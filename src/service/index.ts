/** The façade: request in, answer out. */
export type { Budget } from '../core/index.js';
export type { FileKind } from '../files/limits.js';
export { LONGEST_TAKEN, macrosTakenIn } from '../documents/takenIn.js';
export { budgetFor } from './budgets.js';
export { createService } from './createService.js';
export { missedIn, noted, type Missed } from '../practice/index.js';
export type * from './service.js';
