/** The colours of the page's theme, for the plot. */
import { FORCED_COLORS, PLOT_THEMES, type PlotTheme, type ThemeKind } from '../plot/theme.js';

const KINDS: Readonly<Record<string, ThemeKind>> = {
  'vscode-light': 'light',
  'vscode-dark': 'dark',
  'vscode-high-contrast': 'highContrast',
  'vscode-high-contrast-light': 'highContrastLight',
};

/** The plot's colours on this page as it is now. */
export function plotTheme(): PlotTheme {
  if (matchMedia('(forced-colors: active)').matches) return FORCED_COLORS;
  const kind = KINDS[document.body.dataset['vscodeThemeKind'] ?? ''] ?? 'dark';
  const styles = getComputedStyle(document.body);
  return { ...PLOT_THEMES[kind], foreground: styles.color, background: solid(styles.backgroundColor) };
}

const solid = (color: string): string | null => (/^rgb\(/.test(color) ? color : null);

/** Calls back whenever the colours may have changed. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-kind'],
  });
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style'],
  });
  matchMedia('(forced-colors: active)').addEventListener('change', changed);
}
