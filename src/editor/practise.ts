/** Practise This and Find the Error: a practice of what is selected, of the formula at the cursor, or of one of the note. */
import type * as vscode from 'vscode';
import { askedRange } from './askedRanges.js';
import type { DerivationPanels } from './derivationPanels.js';
import { documentText } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { tellRefusal } from './messages.js';
import { budget } from './patience.js';
import type { Asked, Questions } from './questions.js';
import { readSettings } from './settings.js';
import { HOST_CLOCK, NEVER, resultInSlices } from './slices.js';

/** Formulas of a note that are tried for an error to be hidden in. */
const MOST_TRIED = 20;

export class Practise {
  /** Counts the errors that were looked for in notes: the next one is hidden in another formula. */
  #turns = 0;

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
    private readonly kind: 'steps' | 'error',
  ) {}

  /** Shows the derivation in the panel, and begins there. */
  async run(argument: unknown): Promise<void> {
    const place = askedRange(argument);
    if (place === null) return;
    const { document, range } = place;
    const asked = await this.questions.ask(document, range, budget('command'));
    const isNowhere = !asked.ok && asked.code === 'no-formula' && range.from === range.to;
    const found = isNowhere && this.kind === 'error' ? ((await this.inNote(document)) ?? asked) : asked;
    if (found.ok) await this.panels.show(found).practise(this.kind);
    else void tellRefusal(document, found);
  }

  /** A display formula of the note whose derivation can have an error; null where none of those tried can. */
  private async inNote(document: vscode.TextDocument): Promise<Asked | null> {
    const service = await this.engine.service(document.languageId);
    const places = service.displays(documentText(document), readSettings(document).reading);
    const turn = this.#turns++;
    for (let i = 0; i < Math.min(places.length, MOST_TRIED); i++) {
      const { from = 0 } = places[(turn + i) % places.length] ?? {};
      const asked = await this.questions.ask(document, { from, to: from }, budget('hover'));
      if (!asked.ok) continue;
      const practice = await resultInSlices(asked.answer.practice(this.kind, 0), HOST_CLOCK, NEVER);
      if (practice !== null) return asked;
    }
    return null;
  }
}
