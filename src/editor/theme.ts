/** The kind of the colour theme: an SVG in an image sees neither the theme's variables nor its kind. */
import * as vscode from 'vscode';
import type { ThemeKind } from '../plot/theme.js';

export function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'highContrastLight';
  }
}
