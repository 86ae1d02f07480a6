/** Derivatives written as code: functions, gradients, tests and edits of bodies, in the author’s style. */
export { bodyEdit, numberEdit } from './bodyEdit.js';
export { inBlockComment } from './commentText.js';
export { editProblem, type TextChange } from './editCheck.js';
export { derivativeFix, gradientFix } from './fix.js';
export { writeDerivative, writeGradient, type Known } from './derivative.js';
export { type Written } from './write.js';
export { writeGradientTest, type Runner, type TestOrder } from './writeTest.js';
