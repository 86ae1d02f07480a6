/** Show Derivation and Differentiate Selection: the panel with the steps. */
import { budget } from './patience.js';
import type { DerivationPanels } from './derivationPanels.js';
import { tellRefusal } from './messages.js';
import { askedRange } from './askedRanges.js';
import type { Questions } from './questions.js';

export class ShowDerivation {
  constructor(
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
  ) {}

  /** Derives what is selected, or the formula at the cursor, and shows it in the panel. */
  async run(argument: unknown): Promise<void> {
    const place = askedRange(argument);
    if (place === null) return;
    const asked = await this.questions.ask(place.document, place.range, budget('command'));
    if (asked.ok) this.panels.show(asked);
    else void tellRefusal(place.document, asked);
  }
}
