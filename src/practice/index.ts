/** Practice: exercises as data, answers judged by value, errors to be found, sheets. */
export { exerciseOf } from './exercise.js';
export { FAMILIES } from './families.js';
export { flawedInSteps } from './flawed.js';
export { missedIn, noted, type Missed } from './missed.js';
export { answeredInSteps, begun, hinted, isOver, wentWell, type Session } from './session.js';
export { sheet, sheetMarkdown, type SheetOrder } from './sheet.js';
export { shownSession } from './telling.js';
