/** Derivation → outline → words. */
export { alignedLatex, alignedLatexInSteps, chainOf } from './aligned.js';
export { checkInWords } from './checkInWords.js';
export { flatSteps } from './flat.js';
export { ruleFormula } from './formula.js';
export { outlineMarkdown } from './markdown.js';
export { conditionsOf, outline, outlineInSteps, titleOf, whyOf, type Circumstances } from './outline.js';
export { signsIn } from './joined.js';
export { isAtSight, shownSubsteps } from './sight.js';
export { spelled, type Spell } from './spell.js';
export { outlineText } from './text.js';
export { plainText } from './plainText.js';
