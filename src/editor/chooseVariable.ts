/** Differentiate With Respect To…: asks for the variable, then shows the derivation by it. */
import * as vscode from 'vscode';
import type { Variable } from '../service/service.js';
import { COMMAND_LIMIT, budget } from './deadline.js';
import type { DerivationPanels } from './derivationPanels.js';
import { tellRefusal } from './messages.js';
import { placesOf } from './places.js';
import type { Asked, Questions } from './questions.js';

export class ChooseVariable {
  constructor(
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
  ) {}

  async run(argument: unknown): Promise<void> {
    const places = placesOf(argument);
    if (places === null) return;
    const [range] = places.ranges;
    if (range === undefined) return;
    const ask = (): ReturnType<Questions['ask']> =>
      this.questions.ask(places.document, range.from, range.to, budget(COMMAND_LIMIT));
    const asked = await ask();
    if (!asked.ok) return void tellRefusal(places.document, asked);
    const name = await pickVariable(asked);
    if (name === undefined) return;
    this.questions.choose(asked.document, asked.found, name);
    const again = await ask();
    if (again.ok) this.panels.show(again);
    else void tellRefusal(places.document, again);
  }
}

interface Item extends vscode.QuickPickItem {
  readonly name: string | null;
}

const OTHER: Item = { label: 'Another name…', name: null };

async function pickVariable({ answer }: Asked): Promise<string | undefined> {
  const items = [...answer.variables.map((v) => itemFor(v, answer.variable)), OTHER];
  const picked = await vscode.window.showQuickPick(items, { title: 'Differentiate with respect to' });
  if (picked === undefined) return undefined;
  return picked.name ?? (await typedVariable());
}

function itemFor({ name }: Variable, current: Variable): Item {
  return { label: name, name, ...(name === current.name ? { description: 'now' } : {}) };
}

function typedVariable(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Differentiate with respect to',
    prompt: 'A name as it stands in the formula, such as x, \\theta or w_1',
    validateInput: (text) => (text.trim() === '' ? 'Type a name.' : null),
  });
}
