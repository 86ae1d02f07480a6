/** Colours of a plot, for each kind of colour theme. */

export type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** Colours as CSS writes them: #rrggbb, rgb(…) or a name. */
export interface PlotTheme {
  /** Words and numbers. */
  readonly foreground: string;
  /** What the plot lies on, where that is known: it fills open dots. */
  readonly background: string | null;
  readonly grid: string;
  /** The lines x = 0 and y = 0. */
  readonly axis: string;
  readonly function: string;
  readonly derivative: string;
}

/** Each colour of a curve stands out from its theme's background by 4.5 to 1 or more, and the two differ in lightness. */
export const PLOT_THEMES: Readonly<Record<ThemeKind, PlotTheme>> = {
  light: {
    foreground: '#3b3b3b',
    background: null,
    grid: '#e4e4e4',
    axis: '#9a9a9a',
    function: '#005fb8',
    derivative: '#b5470b',
  },
  dark: {
    foreground: '#cccccc',
    background: null,
    grid: '#3a3a3a',
    axis: '#777777',
    function: '#4daafc',
    derivative: '#f0a35e',
  },
  highContrast: {
    foreground: '#ffffff',
    background: '#000000',
    grid: '#4a4a4a',
    axis: '#ffffff',
    function: '#3dd6ff',
    derivative: '#ffd700',
  },
  highContrastLight: {
    foreground: '#292929',
    background: '#ffffff',
    grid: '#c8c8c8',
    axis: '#292929',
    function: '#0f4a85',
    derivative: '#a31515',
  },
};

/** The reader's own colours, where the system forces them; dashes alone tell the curves apart then. */
export const FORCED_COLORS: PlotTheme = {
  foreground: 'CanvasText',
  background: 'Canvas',
  grid: 'transparent',
  axis: 'CanvasText',
  function: 'CanvasText',
  derivative: 'LinkText',
};

/** A picture for other people's pages: dark on white. */
export const PAPER: PlotTheme = { ...PLOT_THEMES.light, background: '#ffffff' };
