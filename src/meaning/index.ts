/** What a formula asks, in the light of what its document defines. */
export type { Asked, NotAsked } from './asked.js';
export { definitionsInSteps, isOfName, type Definition, type FormulaAsRead } from './definitions.js';
export { DefinitionsInForce } from './inForce.js';
export { implicitQuestion } from './implicit.js';
export { variableName, type Variable } from './symbolCustoms.js';
export { namesIn, primedIn, variablesIn } from './freeNames.js';
export { operatorOf } from './operator.js';
export { isSubject } from './subject.js';
export { questionOf } from './question.js';
export type { Situation } from './situation.js';
export { targetName } from './severalVariables.js';
export { plainNameWanted, type Wanted } from './variable.js';
