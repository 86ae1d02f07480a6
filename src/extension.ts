/** Wires the extension together, and nothing else. */
import * as vscode from 'vscode';
import { changeReading } from './editor/changeReading.js';
import { CheckDiagnostics } from './editor/checkDiagnostics.js';
import { CheckStatus } from './editor/checkStatus.js';
import { CheckWorkspace } from './editor/checkWorkspace.js';
import { CheckedNotes } from './editor/checkedNotes.js';
import { ChooseVariable } from './editor/chooseVariable.js';
import { DerivativeCompletion } from './editor/completion.js';
import { CODE_LANGUAGES, COMMANDS, LANGUAGES, LINK_COMMANDS, PANEL_VIEW } from './editor/contributions.js';
import { CodeActions } from './editor/codeActions.js';
import { CopyDerivative } from './editor/copyDerivative.js';
import { makeEdit } from './editor/deferredEdit.js';
import { DerivationPanels } from './editor/derivationPanels.js';
import { DerivativeHover, inCodeOnly } from './editor/hover.js';
import { FilesBeside } from './editor/filesBeside.js';
import { WriteGradientTest } from './editor/gradientTest.js';
import { InsertDerivative } from './editor/insertDerivative.js';
import { LazyEngine } from './editor/lazyEngine.js';
import { DerivativeLens } from './editor/lens.js';
import { MissedQuestions } from './editor/missedQuestions.js';
import { PictureMaker } from './editor/pictures.js';
import { Practise } from './editor/practise.js';
import { Questions } from './editor/questions.js';
import { QuickFixes } from './editor/quickFixes.js';
import { revealLine } from './editor/revealLine.js';
import { onSettingsChanged, takeMacrosFrom } from './editor/settings.js';
import { ShowDerivation } from './editor/showDerivation.js';
import { VerifiedMarks } from './editor/verifiedMarks.js';
import { WriteDerivative } from './editor/writeDerivative.js';

/** What tests and measurements take hold of. */
export interface ExtensionParts {
  readonly hover: vscode.HoverProvider;
  readonly notes: CheckedNotes;
  readonly codeActions: vscode.CodeActionProvider;
  /** Where failures are told. */
  readonly log: vscode.LogOutputChannel;
}

export function activate(context: vscode.ExtensionContext): ExtensionParts {
  const log = vscode.window.createOutputChannel('Leibniz', { log: true });
  const engine = new LazyEngine();
  const beside = new FilesBeside(engine, log);
  const questions = new Questions(engine);
  const notes = new CheckedNotes(engine, log);
  const hover = new DerivativeHover(engine, questions, new PictureMaker(engine, log), notes, beside, log);
  const missed = new MissedQuestions(engine, questions, context.globalState);
  const panels = new DerivationPanels(engine, questions, context.extensionUri, log, missed);
  const practise = new Practise(engine, questions, panels, 'steps');
  const findError = new Practise(engine, questions, panels, 'error');
  const show = new ShowDerivation(questions, panels);
  const choose = new ChooseVariable(questions, panels);
  const copy = new CopyDerivative(questions);
  const write = new WriteDerivative(engine);
  const gradientTest = new WriteGradientTest(engine);
  const codeActions = new CodeActions(engine, log);
  const insert = new InsertDerivative(questions, write);
  const marks = new VerifiedMarks(notes);
  const lens = new DerivativeLens(engine, questions, log);
  const workspace = new CheckWorkspace(engine, beside, log);
  const readAgain = (): void => {
    for (const part of [notes, marks, lens]) part.again();
    hover.clear();
  };
  const command = (name: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    log,
    panels,
    notes,
    marks,
    lens,
    workspace,
    new CheckDiagnostics(notes),
    new CheckStatus(notes),
    vscode.languages.registerHoverProvider(NOTES, hover),
    vscode.languages.registerHoverProvider('*', inCodeOnly(hover)),
    vscode.languages.registerCodeActionsProvider(
      [...CODE, ...NOTES],
      new QuickFixes(engine, notes, log),
      QuickFixes.metadata,
    ),
    vscode.languages.registerCodeActionsProvider(CODE, codeActions, CodeActions.metadata),
    vscode.languages.registerInlineCompletionItemProvider(NOTES, new DerivativeCompletion(engine, log)),
    vscode.languages.registerCodeLensProvider(NOTES, lens),
    vscode.window.onDidChangeActiveColorTheme(() => hover.clear()),
    beside,
    takeMacrosFrom((document) => beside.knownOf(document.uri)),
    beside.onDidChange(readAgain),
    onSettingsChanged(() => {
      beside.forget();
      readAgain();
    }),
    vscode.window.registerWebviewPanelSerializer(PANEL_VIEW, panels),
    command(COMMANDS.differentiateSelection, (argument) => show.run(argument)),
    command(COMMANDS.showDerivation, (argument) => show.run(argument)),
    command(COMMANDS.differentiateWithRespectTo, (argument) => choose.run(argument)),
    command(COMMANDS.insertDerivative, (argument) => insert.run(argument)),
    command(COMMANDS.copyDerivative, (argument) => copy.run(argument)),
    command(COMMANDS.checkWorkspace, (argument) => workspace.run(argument)),
    command(COMMANDS.practise, (argument) => practise.run(argument)),
    command(COMMANDS.findError, (argument) => findError.run(argument)),
    command(COMMANDS.practiseMissed, () => panels.practiseMissed()),
    command(LINK_COMMANDS.revealLine, revealLine),
    command(LINK_COMMANDS.changeReading, changeReading),
    command(LINK_COMMANDS.writeDerivative, (argument) => write.run(argument)),
    command(LINK_COMMANDS.writeGradientTest, (argument) => gradientTest.run(argument)),
    command(LINK_COMMANDS.makeEdit, makeEdit),
  );
  return { hover, notes, codeActions, log };
}

const NOTES = LANGUAGES.map((language) => ({ language }));
const CODE = CODE_LANGUAGES.map((language) => ({ language }));
