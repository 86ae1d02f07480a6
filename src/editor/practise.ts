/** Practise This and Find the Error: a practice of what is selected, or of the formula at the cursor. */
import { budget } from './patience.js';
import type { DerivationPanels } from './derivationPanels.js';
import { tellRefusal } from './messages.js';
import { askedRange } from './askedRanges.js';
import type { Questions } from './questions.js';

export class Practise {
  constructor(
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
    private readonly kind: 'steps' | 'error',
  ) {}

  /** Shows the derivation in the panel, and begins there. */
  async run(argument: unknown): Promise<void> {
    const place = askedRange(argument);
    if (place === null) return;
    const asked = await this.questions.ask(place.document, place.range, budget('command'));
    if (asked.ok) await this.panels.show(asked).practise(this.kind);
    else void tellRefusal(place.document, asked);
  }
}
