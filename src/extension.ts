/** Wires the extension together, and nothing else. */
import * as vscode from 'vscode';
import { ChooseVariable } from './editor/chooseVariable.js';
import { COMMANDS, LANGUAGES, PANEL_VIEW } from './editor/contributions.js';
import { CopyDerivative } from './editor/copyDerivative.js';
import { DerivationPanels } from './editor/derivationPanels.js';
import { DerivativeHover } from './editor/hover.js';
import { InsertDerivative } from './editor/insertDerivative.js';
import { LazyEngine } from './editor/lazyEngine.js';
import { PictureMaker } from './editor/pictures.js';
import { Questions } from './editor/questions.js';
import { onSettingsChanged } from './editor/settings.js';
import { ShowDerivation } from './editor/showDerivation.js';

/** What tests and measurements take hold of. */
export interface Parts {
  readonly hover: vscode.HoverProvider;
}

export function activate(context: vscode.ExtensionContext): Parts {
  const log = vscode.window.createOutputChannel('Leibniz', { log: true });
  const engine = new LazyEngine();
  const questions = new Questions(engine);
  const hover = new DerivativeHover(engine, questions, new PictureMaker(engine), log);
  const panels = new DerivationPanels(engine, questions, context.extensionUri, log);
  const show = new ShowDerivation(questions, panels);
  const choose = new ChooseVariable(questions, panels);
  const copy = new CopyDerivative(questions);
  const insert = new InsertDerivative(questions);
  const command = (name: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    log,
    panels,
    vscode.languages.registerHoverProvider(
      LANGUAGES.map((language) => ({ language })),
      hover,
    ),
    vscode.window.onDidChangeActiveColorTheme(() => hover.clear()),
    onSettingsChanged(() => hover.clear()),
    vscode.window.registerWebviewPanelSerializer(PANEL_VIEW, panels),
    command(COMMANDS.differentiateSelection, (argument) => show.run(argument)),
    command(COMMANDS.showDerivation, (argument) => show.run(argument)),
    command(COMMANDS.differentiateWithRespectTo, (argument) => choose.run(argument)),
    command(COMMANDS.insertDerivative, (argument) => insert.run(argument)),
    command(COMMANDS.copyDerivative, (argument) => copy.run(argument)),
  );
  return { hover };
}
