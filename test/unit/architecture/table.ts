/** The import table: which part of src/ may import which others, and which packages. */

export interface Allowance {
  readonly parts: readonly string[];
  readonly packages: readonly string[];
  /** Parts of which types alone may be imported. */
  readonly types?: readonly string[];
}

const BELOW_SERVICE = [
  'steps',
  'stack',
  'levels',
  'languages',
  'core',
  'customs',
  'notation',
  'documents',
  'meaning',
  'claims',
  'judge',
  'codegen',
  'answer',
  'explain',
  'practice',
  'plot',
  'plot/draw',
  'typeset',
  'files',
];

export const TABLE: Readonly<Record<string, Allowance>> = {
  steps: { parts: [], packages: [] },
  levels: { parts: [], packages: [], types: ['protocol'] },
  stack: { parts: [], packages: [] },
  text: { parts: [], packages: [] },
  customs: { parts: [], packages: [] },
  languages: { parts: ['codegen'], packages: [] },
  core: { parts: ['steps'], packages: [] },
  notation: {
    parts: ['steps', 'stack', 'core', 'customs', 'text'],
    packages: ['katex', 'mathjs', '@babel/parser', '@babel/types'],
  },
  documents: { parts: ['steps', 'text', 'languages'], packages: [], types: ['notation'] },
  files: { parts: ['text'], packages: [], types: ['documents'] },
  meaning: { parts: ['steps', 'text', 'core', 'customs', 'notation', 'documents'], packages: [] },
  claims: {
    parts: ['steps', 'text', 'languages', 'meaning', 'customs', 'notation', 'documents', 'core'],
    packages: [],
  },
  judge: {
    parts: ['steps', 'meaning', 'answer', 'customs', 'core', 'documents', 'notation'],
    packages: [],
    types: ['claims'],
  },
  codegen: {
    parts: ['steps', 'stack', 'text', 'notation', 'core'],
    packages: ['@babel/parser', '@babel/types'],
  },
  answer: {
    parts: ['steps', 'meaning', 'customs', 'notation', 'core', 'explain', 'documents', 'plot'],
    packages: [],
    types: ['protocol'],
  },
  explain: { parts: ['steps', 'levels', 'core', 'notation'], packages: [], types: ['protocol'] },
  practice: {
    parts: ['steps', 'levels', 'core', 'meaning', 'notation', 'documents', 'answer', 'explain', 'judge'],
    packages: [],
    types: ['protocol', 'claims'],
  },
  plot: { parts: ['steps', 'core', 'notation'], packages: [], types: ['protocol'] },
  'plot/draw': { parts: [], packages: ['d3-scale', 'd3-shape'], types: ['protocol', 'plot'] },
  typeset: { parts: ['stack'], packages: ['katex'] },
  service: { parts: BELOW_SERVICE, packages: [], types: ['protocol'] },
  editor: {
    parts: ['service', 'languages', 'levels', 'files', 'plot/draw', 'typeset', 'text'],
    packages: ['vscode'],
    types: ['protocol'],
  },
  webview: {
    parts: ['plot/draw', 'text', 'levels'],
    packages: ['katex', 'd3-zoom', 'd3-selection'],
    types: ['protocol'],
  },
  headless: { parts: [...BELOW_SERVICE, 'service'], packages: [], types: ['protocol'] },
  cli: { parts: ['headless', 'manifest'], packages: ['node:*'] },
  protocol: { parts: [], packages: [] },
  extension: { parts: ['editor'], packages: ['vscode'] },
};

/** The part that a file of src/ belongs to: its folder, but for files at the top and the drawing half of plot. */
export function partOf(file: string): string {
  if (/^plot\/(draw|stroke|theme|ticks)(\.ts$|\/)/.test(file)) return 'plot/draw';
  if (file === '../package.json') return 'manifest';
  const slash = file.indexOf('/');
  return slash < 0 ? file.replace(/\.ts$/, '') : file.slice(0, slash);
}
