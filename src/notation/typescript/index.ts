/** TypeScript and JavaScript: functions read as programs, and programs written as functions. */
export { bodyEdit, numberEdit } from './bodyEdit.js';
export { codeText } from './codeText.js';
export { keysOf, lastKeyOf, nameTree, rootOf, withNames, type CodeTree } from './codeTree.js';
export { inBlockComment } from './commentText.js';
export { editProblem, type TextChange } from './editCheck.js';
export { derivedProgram, gradientProgram, writeDerivative, writeGradient, type Known } from './derivative.js';
export {
  allFunctions,
  expressionAt,
  onlyTarget,
  targetAt,
  targetIn,
  type ExpressionTarget,
  type FunctionTarget,
  type Target,
} from './find.js';
export { JAVASCRIPT, parseCode, TYPESCRIPT } from './notation.js';
export { isParserLoaded, loadParser } from './parser.js';
export { printCode } from './print.js';
export { readCode, symbolNamed, variableNamed, type Code, type CodeVariable, type Unread } from './read.js';
export { rowOf } from './recognise.js';
export { readSource, type Language, type Source } from './source.js';
export { type Written } from './write.js';
export { docCommentOf, docComments, quotedEquations } from './docComments.js';
export { functionGroups } from './functionGroups.js';
export { isDifference, takesCounts } from './pairDoubts.js';
export { plain } from './pairNames.js';
export { parameterNames, parameterSlots } from './parameters.js';
export { pairsIn, type Pair } from './pairs.js';
export { numbersIn, readResults, type Results, type Shape } from './results.js';
export { writeGradientTest, type Runner, type TestOrder } from './writeTest.js';
