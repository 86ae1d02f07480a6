/** Differentiate With Respect To…: asks for the variable, then shows the derivation by it. */
import * as vscode from 'vscode';
import type { Answer, ServiceRefusal, VariableChoice } from '../service/service.js';
import { budget } from './patience.js';
import type { DerivationPanels } from './derivationPanels.js';
import { tellRefusal } from './messages.js';
import { askedRange } from './askedRanges.js';
import type { Asked, Questions } from './questions.js';

export class ChooseVariable {
  constructor(
    private readonly questions: Questions,
    private readonly panels: DerivationPanels,
  ) {}

  async run(argument: unknown): Promise<void> {
    const place = askedRange(argument);
    if (place === null) return;
    const { document, range } = place;
    const ask = (variable?: string): ReturnType<Questions['ask']> =>
      this.questions.ask(document, range, budget('command'), variable);
    const first = await ask();
    // Where nothing says which variable is meant, the person can.
    if (!first.ok && first.code !== 'ambiguous') {
      void tellRefusal(document, first);
      return;
    }
    const name = first.ok ? await pickVariable(first.answer) : await typedVariable();
    if (name !== undefined) this.#show(document, await ask(name), name);
  }

  #show(document: vscode.TextDocument, asked: Asked | ServiceRefusal, name: string): void {
    if (!asked.ok) {
      void tellRefusal(document, asked);
      return;
    }
    this.questions.choose(asked.document, asked.found, name);
    this.panels.show(asked);
  }
}

interface Item extends vscode.QuickPickItem {
  readonly name: string | null;
}

const OTHER: Item = { label: 'Another name…', name: null };

async function pickVariable(answer: Answer): Promise<string | undefined> {
  const items = [...answer.variables.map((v) => itemFor(v, answer.variable)), OTHER];
  const picked = await vscode.window.showQuickPick(items, { title: 'Differentiate with respect to' });
  if (picked === undefined) return undefined;
  return picked.name ?? (await typedVariable());
}

function itemFor({ name }: VariableChoice, current: VariableChoice): Item {
  return { label: name, name, ...(name === current.name ? { description: 'now' } : {}) };
}

function typedVariable(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Differentiate with respect to',
    prompt: 'A name as it stands in the formula, such as x, \\theta or w_1',
    validateInput: (text) => (text.trim() === '' ? 'Type a name.' : null),
  });
}
