/** False claims underlined, with the right result, the likely mistake and a counterexample. */
import * as vscode from 'vscode';
import type { CheckedNotes } from './checkedNotes.js';
import { claimMessage } from './claimText.js';
import type { CheckedClaim } from '../service/service.js';
import { openDocument, rangeOf } from './documents.js';
import { readSettings, type CheckSettings } from './settings.js';

export const DIAGNOSTIC_SOURCE = 'Leibniz';
export const DIAGNOSTIC_CODE = 'leibniz';

export class CheckDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('leibniz');
  readonly #subscription: vscode.Disposable;

  constructor(private readonly notes: CheckedNotes) {
    this.#subscription = notes.onDidChange((uri) => this.#publish(uri));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #publish(uri: string): void {
    const document = openDocument(uri);
    const note = document && this.notes.of(document);
    if (document === null || note === null) {
      this.#collection.delete(vscode.Uri.parse(uri, true));
      return;
    }
    const { check } = readSettings(document);
    const place = (from: number, to: number): vscode.Range => rangeOf(document, from, to);
    this.#collection.set(document.uri, diagnosticsFor(note.claims, check, place));
  }
}

/** VS Code shows no more of one file. */
const MOST = 1_000;

/** The diagnostics of claims: false ones, and by a setting those that are true in part. */
export function diagnosticsFor(
  claims: readonly CheckedClaim[],
  { severity, conditional }: CheckSettings,
  rangeOfOffsets: (from: number, to: number) => vscode.Range,
): vscode.Diagnostic[] {
  const shown = claims.flatMap((claim) => {
    const level = levelOf(claim, severity, conditional);
    return level === null ? [] : [{ claim, level }];
  });
  return shown.slice(0, MOST).map(({ claim, level }) => {
    const range = rangeOfOffsets(claim.from, claim.to);
    const diagnostic = new vscode.Diagnostic(range, claimMessage(claim), level);
    diagnostic.source = DIAGNOSTIC_SOURCE;
    diagnostic.code = DIAGNOSTIC_CODE;
    return diagnostic;
  });
}

function levelOf(
  { verdict, quoted }: CheckedClaim,
  severity: CheckSettings['severity'],
  conditional: boolean,
): vscode.DiagnosticSeverity | null {
  if (quoted) return null;
  if (verdict === 'false') return SEVERITIES[severity];
  return verdict === 'conditional' && conditional ? vscode.DiagnosticSeverity.Information : null;
}

const SEVERITIES: Readonly<Record<CheckSettings['severity'], vscode.DiagnosticSeverity>> = {
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
