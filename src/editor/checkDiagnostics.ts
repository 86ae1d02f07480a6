/** False claims underlined, with the right result, the likely mistake and a counterexample. */
import * as vscode from 'vscode';
import type { CheckedNote, CheckedNotes } from './checkedNotes.js';
import { isOpenlyTold } from './claims.js';
import { claimMessage } from './claimText.js';
import type { CheckedClaim } from '../service/service.js';
import { openDocument, rangeOf } from './documents.js';
import { readSettings, type CheckSettings } from './settings.js';
import { HOST_CLOCK, REST, runInSlices } from './slices.js';

export const DIAGNOSTIC_SOURCE = 'Leibniz';
export const DIAGNOSTIC_CODE = 'leibniz';

export class CheckDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('leibniz');
  readonly #subscription: vscode.Disposable;
  /** What is being published, by address. */
  readonly #running = new Map<string, () => void>();

  constructor(private readonly notes: CheckedNotes) {
    this.#subscription = notes.onDidChange((uri) => this.#publish(uri));
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const cancel of this.#running.values()) cancel();
    this.#collection.dispose();
  }

  #publish(uri: string): void {
    this.#running.get(uri)?.();
    this.#running.delete(uri);
    const document = openDocument(uri);
    const note = document && this.notes.of(document);
    if (document === null || note === null) {
      this.#collection.delete(vscode.Uri.parse(uri, true));
      return;
    }
    const cancel = runInSlices(this.#made(document, note), HOST_CLOCK, () => this.#running.delete(uri));
    this.#running.set(uri, cancel);
  }

  /** A thousand of them are too many for one slice. */
  *#made(document: vscode.TextDocument, { version, claims }: CheckedNote): Generator {
    const { check } = readSettings(document);
    const place = (from: number, to: number): vscode.Range => rangeOf(document, from, to);
    const diagnostics = yield* diagnosticsInSteps(claims, check, place);
    yield REST;
    // After another edit they are made anew.
    if (document.version === version) this.#collection.set(document.uri, diagnostics);
  }
}

/** VS Code shows no more of one file. */
const MOST = 1_000;

/** The diagnostics of claims: false ones, and by a setting those that are true in part. */
export function* diagnosticsInSteps(
  claims: readonly CheckedClaim[],
  { severity, conditional }: CheckSettings,
  rangeOfOffsets: (from: number, to: number) => vscode.Range,
): Generator<undefined, vscode.Diagnostic[]> {
  const made: vscode.Diagnostic[] = [];
  for (const claim of claims) {
    const level = levelOf(claim, severity, conditional);
    if (level === null) continue;
    const diagnostic = new vscode.Diagnostic(
      rangeOfOffsets(claim.from, claim.to),
      claimMessage(claim),
      level,
    );
    diagnostic.source = DIAGNOSTIC_SOURCE;
    diagnostic.code = DIAGNOSTIC_CODE;
    if (made.push(diagnostic) >= MOST) break;
    yield;
  }
  return made;
}

function levelOf(
  claim: CheckedClaim,
  severity: CheckSettings['severity'],
  conditional: boolean,
): vscode.DiagnosticSeverity | null {
  if (!isOpenlyTold(claim)) return null;
  const { verdict } = claim;
  if (verdict === 'false') return SEVERITIES[severity];
  return verdict === 'conditional' && conditional ? vscode.DiagnosticSeverity.Information : null;
}

const SEVERITIES: Readonly<Record<CheckSettings['severity'], vscode.DiagnosticSeverity>> = {
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
