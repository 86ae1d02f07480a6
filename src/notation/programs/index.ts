/** Programs, whatever their language: what is meant by a place of a source, and what it computes. */
export {
  leavesIn,
  variableNamed,
  type Code,
  type CodeVariable,
  type Leaf,
  type Results,
  type ResultShape,
} from './code.js';
export { keysOf, lastKeyOf, rootOf, withNames, type CodeTree } from './codeTree.js';
export { plain } from './nameKey.js';
export { type ProgramReader } from './reader.js';
export { readerOf } from './readers.js';
export { type FunctionGroup, type FunctionTarget, type Source, type Target } from './source.js';
