/** Whether a text that could not be read asks for a derivative: it begins with d/dx, and no equals sign goes on from it. */
export const asksInText = (tex: string): boolean => BEGINS_BY_DERIVING.test(tex) && !tex.includes('=');
const BEGINS_BY_DERIVING =
  /^\s*\\[dt]?frac\s*\{\s*(?:d|\\mathrm\s*\{\s*d\s*\}|\\partial)\s*\}\s*\{[^{}]{1,40}\}\s*\S/;
