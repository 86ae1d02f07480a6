/** Copy Derivative as LaTeX: the answers to all selections, a line each. */
import * as vscode from 'vscode';
import { budget } from './patience.js';
import { mention, tellRefusal } from './messages.js';
import { askedRanges } from './askedRanges.js';
import type { Questions } from './questions.js';

export class CopyDerivative {
  constructor(private readonly questions: Questions) {}

  async run(argument: unknown): Promise<void> {
    const places = askedRanges(argument);
    if (places === null) return;
    const lines: string[] = [];
    for (const range of places.ranges) {
      const asked = await this.questions.ask(places.document, range, budget('command'));
      if (!asked.ok) return void tellRefusal(places.document, asked);
      lines.push(asked.answer.tex);
    }
    await vscode.env.clipboard.writeText(lines.join('\n'));
    mention(`Copied: ${lines.join(', ')}`);
  }
}
