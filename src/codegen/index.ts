/** Derivatives written as code: functions, gradients, tests and edits of bodies, in the author’s style. */
export { inBlockComment } from './commentText.js';
export { editProblem, type TextChange } from './editCheck.js';
export { derivativeFix, gradientFix } from './fix.js';
export {
  writeDerivative,
  writeDerivativeInSteps,
  writeGradient,
  writeGradientInSteps,
} from './derivative.js';
export { type Written } from './write.js';
export { writeGradientTest } from './writeTest.js';
