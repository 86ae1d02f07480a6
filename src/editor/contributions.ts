/** The names that the manifest and the code share; a test compares both. */

export const COMMANDS = {
  differentiateSelection: 'leibniz.differentiateSelection',
  showDerivation: 'leibniz.showDerivation',
  differentiateWithRespectTo: 'leibniz.differentiateWithRespectTo',
  insertDerivative: 'leibniz.insertDerivative',
  copyDerivative: 'leibniz.copyDerivative',
} as const;
export type CommandName = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Settings by their names below `leibniz.`. */
export const SETTINGS = ['hover.enabled', 'hover.plot', 'logBase', 'numbers', 'macros'] as const;
export type SettingName = (typeof SETTINGS)[number];

/** The panel's view type, by which VS Code restores it after a reload. */
export const PANEL_VIEW = 'leibniz.derivation';

/** Languages whose formulas are hovered over; a notebook's Markdown cells are markdown too. */
export const LANGUAGES = ['markdown', 'latex', 'tex', 'quarto', 'rmd'] as const;
