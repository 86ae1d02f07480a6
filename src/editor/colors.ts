/** The colours of hover pictures, by the kind of theme: VS Code's stock foregrounds of hovers. */
import type { ThemeKind } from './theme.js';

/** The colour of formulas in a hover. */
export const FORMULA_COLOR: Readonly<Record<ThemeKind, string>> = {
  light: '#3b3b3b',
  dark: '#cccccc',
  highContrast: '#ffffff',
  highContrastLight: '#292929',
};
