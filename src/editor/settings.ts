/** The extension's settings, read here and nowhere else. */
import * as vscode from 'vscode';
import type { Options } from '../service/service.js';
import type { SettingName } from './contributions.js';

export interface Settings {
  readonly hover: { readonly enabled: boolean; readonly plot: boolean };
  readonly reading: Options;
}

/** How texts are read that belong to no document. */
export const DEFAULT_READING: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };

/** The settings in force for a document: its folder's and its language's. */
export function readSettings(document: vscode.TextDocument): Settings {
  const configuration = vscode.workspace.getConfiguration('leibniz', document);
  const get = <T>(name: SettingName, fallback: T): T => configuration.get<T>(name) ?? fallback;
  return {
    hover: { enabled: get('hover.enabled', true), plot: get('hover.plot', true) },
    reading: {
      logBase: oneOf(['e', '10', '2'], get<unknown>('logBase', 'e')),
      numbers: oneOf(['asWritten', 'fractions', 'decimals'], get<unknown>('numbers', 'asWritten')),
      macros: macros(get<unknown>('macros', {})),
    },
  };
}

/** Calls back when one of the settings has changed. */
export function onSettingsChanged(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leibniz')) changed();
  });
}

/** The value where it is one of the choices, else the first of them: a settings file can hold anything. */
function oneOf<T>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

function macros(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
