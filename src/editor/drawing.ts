/**
 * What draws pictures: formulas set as outlines, curves, and the words that stand for them. In the Node host it is a
 * bundle of its own, loaded with the first picture, so nothing else may import from here but types.
 */
export { describe, draw } from '../plot/draw.js';
export { PLOT_THEMES } from '../plot/theme.js';
export { LayoutError } from '../typeset/layoutError.js';
export { altText } from '../typeset/alt.js';
export { measure, typeset } from '../typeset/typeset.js';
