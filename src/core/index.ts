/** The face of core: what all else may ask of it. Nothing outside imports a file behind it. */
export { NO_ARRAYS, type Arrays, type Family, type Total } from './arrays/arrays.js';
export { asArray } from './arrays/asArray.js';
export { asVector } from './arrays/asVector.js';
export { checkEntries } from './arrays/checkEntries.js';
export { evaluateArrays, indexLength, type Valuation } from './arrays/evaluate.js';
export { familyKey } from './arrays/families.js';
export { entriesName, inComponents } from './arrays/inComponents.js';
export { freeIndices, freshIndex } from './arrays/indices.js';
export { tidySums } from './arrays/sums.js';
export type { Value as ArrayValue } from './arrays/value.js';
export {
  atIndices,
  placesIn,
  placesOf,
  usedArrays,
  filledArrays,
  type Given,
  type Place,
  type Used,
} from './arrays/valuations.js';
export { alternativesInSteps } from './alternatives.js';
export type { Rank } from './arrays/arrays.js';
export { compareArrays, haveSameValues, type ArrayComparison } from './arrays/check.js';
export type { Clash } from './arrays/clash.js';
export { Lengths } from './arrays/lengths.js';
export { typingOf } from './arrays/derive.js';
export { arrayWord } from './arrays/functions.js';
export { DIFFERENTIAL_RULES } from './arrays/differentials/rules.js';
export { derivativeAt } from './arrays/valueAt.js';
export { isLengthName, numberedName } from './arrays/typedScope.js';
export { Typing } from './arrays/typing.js';
export { decided, negated, truthValue } from './connectives.js';
export { checkInSteps, leastCertain } from './checkDerivation.js';
export { compareValues } from './compare/agree.js';
export { isWithin, standing } from './compare/closeness.js';
export { centralDifference } from './compare/difference.js';
export { compare, type Comparison, type Finding, type Sample } from './compare/formulas.js';
export { areSame } from './compare/functions.js';
export { measure, type BindingsById, type Point } from './compare/measure.js';
export { GRID, isModerate, parameterSets, positiveValues } from './compare/points.js';
export { exactValue, withRealPowers } from './compare/realPowers.js';
export { compareSlopes, type Around } from './compare/slopes.js';
export { FAMILIES, standIn, wave } from './compare/standIns.js';
export { countingNames, withRanges } from './compare/sums.js';
export { ROWS } from './compare/table.js';
export type {
  Alternative,
  Binding,
  Boundary,
  Budget,
  Check,
  Derivation,
  NamedPart,
  Question,
  Refusal,
  Stage,
  Step,
} from './derivation.js';
export { isInPieces } from './domain/pieces.js';
export { edgeNear } from './domain/edgeNear.js';
export { hasSlope, slopeAt } from './domain/slopeAt.js';
export { isValidAt, validityOf } from './domain/validity.js';
export { deriveInSteps, deriveOnceInSteps, type TidiedAnswer, type Tidy } from './derive.js';
export { Deriver, NO_RULE } from './deriver.js';
export { whyNoRule } from './arrays/unruled.js';
export { same } from './equality.js';
export { compile, evaluate, type Compiled, type Value } from './evaluate.js';
export { evaluateWide, hasValueWide } from './wide/evaluate.js';
export {
  add,
  apply,
  at,
  call,
  component,
  constant,
  delta,
  diff,
  div,
  E,
  equation,
  exp,
  FALSE,
  INFINITY,
  isPrimed,
  isWrittenDerivative,
  logic,
  matmul,
  matrix,
  MINUS_ONE,
  mul,
  neg,
  num,
  ONE,
  opaque,
  opaqueIn,
  PI,
  piecewise,
  plainName,
  plusminus,
  pow,
  product,
  relation,
  root,
  sqrt,
  sub,
  sum,
  sym,
  isSquareName,
  rootOfSquare,
  squareName,
  TRUE,
  tuple,
  TWO,
  ZERO,
  type Add,
  type Apply,
  type At,
  type Binder,
  type Branch,
  type Call,
  type Component,
  type Const,
  type ConstantName,
  type Delta,
  type Diff,
  type Div,
  type Expr,
  type Logic,
  type Mark,
  type Matmul,
  type Matrix,
  type Mul,
  type Names,
  type Num,
  type Order,
  type Piecewise,
  type PlusMinus,
  type Pow,
  type Relation,
  type RelationOp,
  type Root,
  type Sym,
  type Tuple,
} from './expr.js';
export { withLimits } from './atKinks.js';
export { equated } from './equation.js';
export { isZero, fill, isOne, plus, raised, times } from './fold.js';
export { familyNames, functionRow, MOST_ARGUMENTS, SPELLED_OUT, withDefaults } from './functions/index.js';
export { askedBy } from './fields/asked.js';
export {
  itemsOf,
  MOST_ROWS,
  pendingSum,
  termsOfField,
  type Field,
  type FieldOperator,
  type FieldTerm,
} from './fields/field.js';
export { inputsOf } from './inputs.js';
export { byKind, type ByKind } from './kinds/byKind.js';
export { componentKey } from './kinds/indexed.js';
export { isNowhere } from './nowhere.js';
export { grouped } from './numerals.js';
export { match, type Bindings } from './pattern.js';
export {
  atIsolatedPoints,
  compileProgram,
  derivativeProgram,
  derivedProgram,
  derivedProgramInSteps,
  deriveProgramInSteps,
  expandedSize,
  inlined,
  needed,
  programSize,
  type Local,
  type Program,
} from './program.js';
export { Rational } from './rational.js';
export { bottomUp, replaceAll, topDown } from './rewrite.js';
export {
  letters,
  rule,
  type Application,
  type RuleInstance,
  type Replacement,
  type Rule,
  type Scope,
} from './rule.js';
export { read } from './ruleText.js';
export { RULES } from './rules/index.js';
export { primed } from './rules/unknown.js';
export { identityOfSquares } from './tidy/laws/trigonometry.js';
export { canonical, tidyInSteps } from './tidy/index.js';
export { headOf } from './tidy/lower.js';
export { TOO_DEAR, verifyInSteps } from './verify.js';
export {
  binder,
  children,
  freshSymbol,
  mapChildren,
  openBody,
  someNode,
  substitute,
  withChildren,
} from './walk.js';
export { chargedTo, COST, share, TurnBudget, Work } from './work.js';
