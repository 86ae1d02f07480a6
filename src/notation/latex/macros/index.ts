/** The author's own commands: definitions, and their expansion before a text is read. */
export { mayDefine } from './define.js';
export { expand, type DefinedMacro } from './expand.js';
export { macrosOf, NO_MACROS, type Macro, type Macros } from './macro.js';
export { macrosUsed, macrosWriteEquals, wordsOf } from './used.js';
