/** TypeScript and JavaScript: functions read as programs, and programs written as functions. */
export { codeText } from './codeText.js';
export { nameTree, withNames, type CodeTree } from '../programs/codeTree.js';
export { onlyTarget, targetAt, targetIn, type FunctionTarget } from './find.js';
export { TYPESCRIPT } from './notation.js';
export { isParserLoaded, loadParser } from './parser.js';
export { printCode } from './print.js';
export { readCode, type Code } from './read.js';
export { leavesIn, type CodeVariable, type Leaf, type ResultShape } from '../programs/code.js';
export { rowOf } from './recognise.js';
export { readSource, type Source } from './source.js';
