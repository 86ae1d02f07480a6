/** Changes how something is read: by a comment in this note, or by the user's setting. */
import * as vscode from 'vscode';
import type { ChangeableReading } from '../service/service.js';
import { isWritable, openDocument, rangeOf } from './documents.js';
import { noteCommentEdit } from './noteComment.js';
import { parseReadingTarget } from './readingTarget.js';
import { writeLogBase } from './settings.js';

/** What can be chosen: kept in a comment of the note, or in the settings. */
interface Choice extends vscode.QuickPickItem {
  readonly comment?: { readonly name: string; readonly value: string };
  readonly logBase?: 'e' | '10' | '2';
}

/** Asks how to read it from now on, and where to keep that; arguments that are no reading do nothing. */
export async function changeReading(argument: unknown): Promise<void> {
  const target = parseReadingTarget(argument);
  const document = target && openDocument(target.uri);
  if (target === null || document === null) return;
  const { version } = document;
  const choices = CHOICES[target.about].filter(({ comment }) => !comment || isWritable(document));
  const choice = await vscode.window.showQuickPick(choices, { title: TITLES[target.about] });
  if (choice?.logBase !== undefined) await writeLogBase(choice.logBase);
  if (choice?.comment !== undefined && document.version === version)
    await writeComment(document, choice.comment.name, choice.comment.value);
}

const TITLES: Readonly<Record<ChangeableReading['about'], string>> = {
  log: 'What log without a base means',
  sigma: 'What σ before a bracket means',
};

const IN_NOTE = 'in this note, kept as a comment in it';
const EVERYWHERE = 'everywhere, kept in your settings';
const BASES = [
  ['e', 'The natural logarithm'],
  ['10', 'The logarithm to base 10'],
  ['2', 'The logarithm to base 2'],
] as const;

const CHOICES: Readonly<Record<ChangeableReading['about'], readonly Choice[]>> = {
  log: [
    ...BASES.map(([value, label]) => ({ label, description: IN_NOTE, comment: { name: 'log', value } })),
    ...BASES.map(([logBase, label]) => ({ label, description: EVERYWHERE, logBase })),
  ],
  sigma: [
    { label: 'The sigmoid function', description: IN_NOTE, comment: { name: 'sigma', value: 'sigmoid' } },
    {
      label: 'A letter, which the bracket is multiplied by',
      description: IN_NOTE,
      comment: { name: 'sigma', value: 'letter' },
    },
  ],
};

async function writeComment(document: vscode.TextDocument, name: string, value: string): Promise<void> {
  const { from, to, text } = noteCommentEdit(document.getText(), document.languageId, name, value);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from, to), text);
  await vscode.workspace.applyEdit(edit);
}
