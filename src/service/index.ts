/** The façade: request in, answer out. */
export type { Budget } from '../core/derivation.js';
export type { Declined } from '../answer/ask.js';
export { budgetFor } from './budgets.js';
export { isCheckable, kindOfFile } from '../documents/index.js';
export { fileKindOf, mostBytes, tooLarge, whyLeftOut, type FileKind } from '../files/limits.js';
export { textOfBytes } from '../files/text.js';
export { visible, visibleLine } from '../files/visible.js';
export { isStackOverflow } from '../stack.js';
export { faultLine, reasonOf, type Fault } from './fault.js';
export { createService } from './createService.js';
export { answerLatex, answerText } from './forms.js';
export { Headless, prepare, type ErrorReply, type Reply } from './headless.js';
export { parseRequest } from './request.js';
export type * from './service.js';
export { spansInFile } from './spans.js';
export { checkFile, prepareFile, type ReportedClaim } from './checkFile.js';
