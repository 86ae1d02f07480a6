/** Show Derivation and Differentiate Selection: the panel with the steps. */
import { COMMAND_LIMIT, budget } from './deadline.js';
import type { DerivationPanels } from './derivationPanels.js';
import { tellRefusal } from './messages.js';
import { placesOf } from './places.js';
import type { Questions } from './questions.js';

export class ShowDerivation {
  constructor(
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
  ) {}

  /** Derives what is selected, or the formula at the cursor, and shows it in the panel. */
  async run(argument: unknown): Promise<void> {
    const places = placesOf(argument);
    if (places === null) return;
    const [range] = places.ranges;
    if (range === undefined) return;
    const asked = await this.questions.ask(places.document, range, budget(COMMAND_LIMIT));
    if (asked.ok) this.panels.show(asked);
    else void tellRefusal(places.document, asked);
  }
}
