/** The names that the manifest and the code share; a test compares both. */
import { editorLanguages, LANGUAGES as PROGRAMMING } from '../languages.js';

export const COMMANDS = {
  differentiateSelection: 'leibniz.differentiateSelection',
  showDerivation: 'leibniz.showDerivation',
  differentiateWithRespectTo: 'leibniz.differentiateWithRespectTo',
  insertDerivative: 'leibniz.insertDerivative',
  copyDerivative: 'leibniz.copyDerivative',
  checkWorkspace: 'leibniz.checkWorkspace',
  practise: 'leibniz.practise',
  findError: 'leibniz.findError',
  practiseMissed: 'leibniz.practiseMissed',
} as const;

/** Commands of our own links and code actions, which no one runs by name. */
export const LINK_COMMANDS = {
  revealLine: 'leibniz.revealLine',
  changeReading: 'leibniz.changeReading',
  writeDerivative: 'leibniz.writeDerivative',
  writeGradientTest: 'leibniz.writeGradientTest',
  makeEdit: 'leibniz.makeEdit',
} as const;

/** Settings by their names below `leibniz.`. */
export const SETTINGS = [
  'hover.enabled',
  'hover.plot',
  'steps.level',
  'steps.understood',
  'logBase',
  'numbers',
  'macros',
  'preamble',
  'check.enable',
  'check.severity',
  'check.conditional',
  'check.exclude',
  'verifiedMarks',
  'completion.enable',
  'codeLens.enable',
] as const;
export type SettingName = (typeof SETTINGS)[number];

/** The panel's view type, by which VS Code restores it after a reload. */
export const PANEL_VIEW = 'leibniz.derivation';

/** The status bar item's name, by which VS Code remembers whether it is to be seen. */
export const STATUS_ITEM = 'leibniz.check';

/** Languages whose formulas are hovered over; a notebook's Markdown cells are markdown too. */
export const LANGUAGES = ['markdown', 'latex', 'tex', 'quarto', 'rmd'] as const;

/** Languages whose functions are hovered over and checked. */
export const CODE_LANGUAGES: readonly string[] = PROGRAMMING.flatMap(editorLanguages);
