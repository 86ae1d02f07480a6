/** Derivation → outline → words. */
export { alignedLatex, alignedLatexInSteps } from './aligned.js';
export { checkInWords } from './checkInWords.js';
export { flatSteps } from './flat.js';
export { outlineMarkdown } from './markdown.js';
export { conditionsOf, outline, outlineInSteps, titleOf, type Circumstances } from './outline.js';
export { shownSubsteps } from './sight.js';
export { spelled, type Spell } from './spell.js';
export { outlineText } from './text.js';
export { plainText } from './plainText.js';
