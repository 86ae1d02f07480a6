/** Derivatives written as code: functions, gradients, tests and edits of bodies, in the author’s style. */
export { type TextChange } from './editCheck.js';
export { writeDerivative, writeGradient } from './derivative.js';
export { type WrittenFunction } from './write.js';
export { writerOf } from './writers.js';
