/** Code lenses over display formulas: the derivative in a line, and a way to its steps. Off unless asked for. */
import * as vscode from 'vscode';
import type { Answer, DocumentText, FormulaPlace, Options } from '../service/service.js';
import { HOVER_LIMIT, budget } from './deadline.js';
import { COMMANDS } from './contributions.js';
import { documentText, rangeOf } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import type { Questions } from './questions.js';
import { readSettings } from './settings.js';
import type { Target } from './target.js';

const LONGEST = 60;

/** A lens with the formula that it is about. */
class FormulaLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly document: DocumentText,
    readonly reading: Options,
    readonly place: FormulaPlace,
  ) {
    super(range);
  }
}

export class DerivativeLens implements vscode.CodeLensProvider<FormulaLens>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
  ) {}

  /** Makes all lenses anew: the settings have changed. */
  again(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<FormulaLens[]> {
    const { codeLens, reading } = readSettings(document);
    if (!codeLens) return [];
    const { service } = await this.engine.get();
    if (token.isCancellationRequested) return [];
    const text = documentText(document);
    return service
      .displays(text, reading)
      .map(
        (place) => new FormulaLens(rangeOf(document, place.outerFrom, place.outerFrom), text, reading, place),
      );
  }

  /** Derives only for the lenses that are in sight. */
  async resolveCodeLens(lens: FormulaLens, token: vscode.CancellationToken): Promise<FormulaLens> {
    const { service } = await this.engine.get();
    const { document, reading, place } = lens;
    const found = service.at(document, place.from, reading);
    const asked = found && this.questions.answer(service, document, found, budget(HOVER_LIMIT, token));
    lens.command = asked?.ok === true ? commandFor(asked.answer, targetOf(document, place)) : NOTHING;
    return lens;
  }
}

const NOTHING: vscode.Command = { title: 'no derivative', command: '' };

const targetOf = ({ uri, version }: DocumentText, { from }: FormulaPlace): Target => ({
  uri,
  version,
  from,
  to: from,
});

function commandFor({ plain, variable }: Answer, target: Target): vscode.Command {
  const result = plain === null || plain.length > LONGEST ? '' : `: ${plain}`;
  return {
    title: `d/d${variable.name}${result}`,
    command: COMMANDS.showDerivation,
    arguments: [target],
    tooltip: 'Show steps',
  };
}
