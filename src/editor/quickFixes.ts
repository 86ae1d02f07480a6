/** Quick fixes for claims: the right result put in, the derivation shown, the claim passed over from now on. */
import * as vscode from 'vscode';
import { DIAGNOSTIC_CODE, DIAGNOSTIC_SOURCE } from './checkDiagnostics.js';
import { isCode } from './codeLanguages.js';
import type { CheckedNotes } from './checkedNotes.js';
import { COMMANDS } from './contributions.js';
import { DeferredEdit } from './deferredEdit.js';
import { documentText, isCurrent, isWritable, rangeOf } from './documents.js';
import { ignoreEdit, replacementEdit, type TextEdit } from './fixEdits.js';
import type { CheckedClaim, DocumentText } from '../service/service.js';
import type { LazyEngine } from './lazyEngine.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, inSlices } from './slices.js';
import type { Target } from './target.js';
import { inOneLine } from './texInPlace.js';

const LONGEST_SHOWN = 60;

export class QuickFixes implements vscode.CodeActionProvider<DeferredEdit> {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(
    private readonly engine: LazyEngine,
    private readonly notes: CheckedNotes,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<DeferredEdit[]> {
    try {
      return await this.#fixes(document, range, context, token);
    } catch (error) {
      this.log.error('quick fixes', error instanceof Error ? error : String(error));
      return [];
    }
  }

  async #fixes(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<DeferredEdit[]> {
    const note = this.notes.of(document);
    if (note === null || !isWritable(document)) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const ours = context.diagnostics.filter(isOurs);
    const claims = note.claims.filter((claim) => isUnderlined(claim, ours) && touches(claim, from, to));
    if (claims.length === 0) return [];
    const text = documentText(document);
    const { reading } = readSettings(document);
    const { service } = await this.engine.get();
    const preparing = service.prepare(text, reading)[Symbol.iterator]();
    const isRead = isCode(text.languageId) || (await inSlices(preparing, HOST_CLOCK, token));
    if (!isRead || token.isCancellationRequested || !isCurrent(document, text)) return [];
    return claims.flatMap((claim) => {
      const inTable = service.formulaAt(text, claim.from, reading)?.inTable ?? false;
      return fixesFor(document, text, claim, inTable, ours);
    });
  }
}

function fixesFor(
  document: vscode.TextDocument,
  noteText: DocumentText,
  claim: CheckedClaim,
  inTable: boolean,
  diagnostics: readonly vscode.Diagnostic[],
): DeferredEdit[] {
  const { text, version, uri } = noteText;
  const range = rangeOf(document, claim.from, claim.to);
  const fixed = diagnostics.filter((diagnostic) => diagnostic.range.isEqual(range));
  const make = (title: string, change: TextEdit | null): DeferredEdit => {
    const fix = new DeferredEdit(title, vscode.CodeActionKind.QuickFix, noteText, change);
    fix.diagnostics = fixed;
    return fix;
  };
  const inCode = isCode(document.languageId) && IDENTIFIER.test(claim.tex);
  const replacement =
    claim.verdict !== 'false' ? null : inCode ? codeFix(claim) : replacementEdit(claim, text, inTable);
  const by = inCode ? `${claim.tex} by the right derivative` : `by ${shortened(replacement?.text ?? '')}`;
  const replace = replacement && make(`Replace ${by}`, replacement);
  if (replace !== null) replace.isPreferred = true;
  const ignore = make('Ignore this claim', ignoreEdit(claim, text, document.languageId, inTable));
  const fixes = replace === null ? [] : [replace];
  if (isCode(document.languageId)) return [...fixes, ignore];
  const show = make('Show the derivation', null);
  const target: Target = { uri, version, from: claim.from, to: claim.from };
  show.command = { command: COMMANDS.showDerivation, title: show.title, arguments: [target] };
  return [...fixes, show, ignore];
}

/** A function's fix is code, which was checked when it was written. */
const codeFix = ({ rightPlace, expected }: CheckedClaim): TextEdit | null =>
  rightPlace && expected !== null ? { ...rightPlace, text: expected } : null;

/** What is claimed by a function, not by a formula in a comment, is called by its name. */
const IDENTIFIER = /^#?[\p{L}_$][\p{L}\p{N}_$]*$/u;

const isOurs = ({ source, code }: vscode.Diagnostic): boolean =>
  source === DIAGNOSTIC_SOURCE && code === DIAGNOSTIC_CODE;

/** What is true in part is underlined by a setting only, and then there is a diagnostic of it. */
const isUnderlined = ({ verdict, quoted }: CheckedClaim, ours: readonly vscode.Diagnostic[]): boolean =>
  !quoted && (verdict === 'false' || (verdict === 'conditional' && ours.length > 0));

const touches = (claim: CheckedClaim, from: number, to: number): boolean =>
  claim.from <= to && from <= claim.to;

/** A title is one line, without what is not seen. */
const shortened = (tex: string): string => {
  const line = inOneLine(tex);
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN - 1)}…`;
};
