/** TypeScript and JavaScript: functions read as programs, and programs written as functions. */
export { codeText } from './codeText.js';
export { keysOf, lastKeyOf, nameTree, rootOf, withNames, type CodeTree } from './codeTree.js';
export { expressionAt, onlyTarget, targetAt, targetIn, type FunctionTarget, type Target } from './find.js';
export { TYPESCRIPT } from './notation.js';
export { isParserLoaded, loadParser } from './parser.js';
export { printCode } from './print.js';
export { readCode, symbolNamed, variableNamed, type Code, type CodeVariable } from './read.js';
export { rowOf } from './recognise.js';
export { readSource, type Language, type Source } from './source.js';
export { plain } from './names.js';
export { parameterSlots } from './parameters.js';
export { readResults, type Results, type Shape } from './results.js';
