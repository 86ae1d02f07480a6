/**
 * The half of the extension that is loaded on first demand: reading, deriving, typesetting, drawing. In the Node
 * host it is a bundle of its own, so nothing else may import from here but types.
 */
export { createService, LONGEST_TAKEN, macrosTakenIn } from '../service/index.js';
export { describe, draw } from '../plot/draw.js';
export { PLOT_THEMES } from '../plot/theme.js';
export { LayoutError } from '../typeset/layoutError.js';
export { altText } from '../typeset/alt.js';
export { measure, typeset } from '../typeset/typeset.js';
