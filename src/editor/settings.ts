/** The extension's settings, and the one of VS Code's preview that it shares, read here and nowhere else. */
import * as vscode from 'vscode';
import { levelOf } from '../levels.js';
import type { PanelModel } from '../protocol.js';
import type { Options } from '../service/service.js';
import type { SettingName } from './contributions.js';
import { mergedMacros } from './macros.js';
import { definingCellsBefore } from './notebookCells.js';

export interface Settings {
  readonly hover: { readonly enabled: boolean; readonly plot: boolean };
  readonly reading: Options;
  readonly check: CheckSettings;
  /** How claims that were found true are marked. */
  readonly verifiedMarks: 'off' | 'hover' | 'gutter';
  readonly completion: boolean;
  readonly codeLens: boolean;
}

export interface CheckSettings {
  readonly enabled: boolean;
  readonly severity: 'warning' | 'error' | 'information' | 'hint';
  /** Whether claims that are true in part are shown as well. */
  readonly conditional: boolean;
  /** Globs of files that are not checked. */
  readonly exclude: readonly string[];
}

/** How texts are read that belong to no document. */
export const DEFAULT_READING: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };

/** What the files beside a document define, as far as it is known. */
type MacrosBeside = (document: vscode.TextDocument | FileScope) => string;
let beside: MacrosBeside = () => '';

/** Who knows of the files beside a document, from now on. */
export function takeMacrosFrom(known: MacrosBeside): vscode.Disposable {
  beside = known;
  return new vscode.Disposable(() => {
    beside = () => '';
  });
}

/** The files that the settings name as a preamble of all notes of a folder. */
export const preambleFiles = (scope: vscode.Uri): readonly string[] => {
  const name: SettingName = 'preamble';
  return strings(vscode.workspace.getConfiguration('leibniz', scope).get<unknown>(name, []));
};

/** A file that is not open, by what its settings depend on. */
export interface FileScope {
  readonly uri: vscode.Uri;
  readonly languageId: string;
}

/** The user's own choice of what log without a base means, from now on. */
export async function writeLogBase(base: Options['logBase']): Promise<void> {
  const name: SettingName = 'logBase';
  await vscode.workspace.getConfiguration('leibniz').update(name, base, vscode.ConfigurationTarget.Global);
}

/** The settings in force for a document: its folder's and its language's. */
export function readSettings(document: vscode.TextDocument | FileScope): Settings {
  const configuration = vscode.workspace.getConfiguration('leibniz', document);
  const get = <T>(name: SettingName, fallback: T): T => configuration.get<T>(name) ?? fallback;
  return {
    hover: { enabled: get('hover.enabled', true), plot: get('hover.plot', true) },
    reading: {
      logBase: oneOf(['e', '10', '2'], get<unknown>('logBase', 'e')),
      numbers: oneOf(['asWritten', 'fractions', 'decimals'], get<unknown>('numbers', 'asWritten')),
      macros: mergedMacros(
        vscode.workspace.getConfiguration('markdown', document).get<unknown>('math.macros'),
        get<unknown>('macros', {}),
      ),
      preamble: definingCellsBefore(document),
      takenIn: beside(document),
    },
    check: {
      enabled: get('check.enable', true),
      severity: oneOf(['warning', 'error', 'information', 'hint'], get<unknown>('check.severity', 'warning')),
      conditional: get('check.conditional', false),
      exclude: strings(get<unknown>('check.exclude', [])),
    },
    verifiedMarks: oneOf(['hover', 'gutter', 'off'], get<unknown>('verifiedMarks', 'hover')),
    completion: get('completion.enable', true),
    codeLens: get('codeLens.enable', false),
  };
}

/** How derivations are told: at which level, and which rules need no step any more. */
export function readTelling(scope: vscode.Uri): PanelModel['telling'] {
  const configuration = vscode.workspace.getConfiguration('leibniz', scope);
  const get = (name: SettingName): unknown => configuration.get<unknown>(name);
  return {
    level: levelOf(oneOf(['standard', 'brief', 'beginner'], get('steps.level'))),
    understood: strings(get('steps.understood')),
  };
}

/** The macros of VS Code's own Markdown preview, which hold here as well. */
const PREVIEW_MACROS = 'markdown.math.macros';

/** Calls back when one of the settings has changed. */
export function onSettingsChanged(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leibniz') || event.affectsConfiguration(PREVIEW_MACROS)) changed();
  });
}

const TELLING: readonly SettingName[] = ['steps.level', 'steps.understood'];

/** Calls back when derivations are to be told in another way. */
export function onTellingChanged(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (TELLING.some((name) => event.affectsConfiguration(`leibniz.${name}`))) changed();
  });
}

/** The value where it is one of the choices, else the first of them: a settings file can hold anything. */
function oneOf<T>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
