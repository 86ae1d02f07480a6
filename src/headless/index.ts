/** One question or file at a time, for who has no editor: the command line. */
export type { Declined } from '../answer/ask.js';
export { isCheckable, kindOfFile } from '../documents/index.js';
export { LONGEST_TAKEN, macrosTakenIn, type Taking } from '../documents/takenIn.js';
export { fileKindOf, mostBytes, tooLarge, whyLeftOut, type FileKind } from '../files/limits.js';
export { textOfBytes } from '../files/text.js';
export { visible, visibleLine } from '../files/visible.js';
export { LEVELS } from '../levels.js';
export { isStackOverflow } from '../stack.js';
export { budgetFor } from '../service/budgets.js';
export { faultLine, reasonOf, type Fault } from '../service/fault.js';
export { checkFile, prepareFile, type ReportedClaim } from './checkFile.js';
export { claimLines, explanationLines } from './explanation.js';
export { answerLatex, answerText } from './forms.js';
export { Headless, prepare } from './headless.js';
export { PRACTICE_FAMILIES, practiceJson, practiceMarkdown } from './practice.js';
export type { ErrorReply, Reply } from './reply.js';
export { parseRequest } from './request.js';
export { spansInFile } from './spans.js';
