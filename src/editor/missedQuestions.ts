/** Questions that were missed in a practice: kept on this machine, and asked again. */
import type * as vscode from 'vscode';
import type { DocumentText, Practice } from '../service/service.js';
import type { LazyEngine } from './lazyEngine.js';
import { tell } from './messages.js';
import { budget } from './patience.js';
import type { Asked, Questions } from './questions.js';
import { DEFAULT_READING } from './settings.js';
import { HOST_CLOCK, NEVER, resultInSlices } from './slices.js';

const KEY = 'practice.missed';
/** The text of a question that stands in no document. */
const NOWHERE = 'leibniz-practice:missed';

export class MissedQuestions {
  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly memory: vscode.Memento,
  ) {}

  /** Keeps the question of a practice that went badly, and forgets one that goes well by now. */
  async note({ about, wentWell }: Practice): Promise<void> {
    if (about === null) return;
    const { missedIn, noted } = await this.engine.get();
    await this.memory.update(KEY, noted(missedIn(this.memory.get(KEY)), about, wentWell));
  }

  /** The one that was not seen for the longest, answered; null where there is none, once that is told. */
  async next(): Promise<Asked | null> {
    const { missedIn, service } = await this.engine.get();
    const [first] = missedIn(this.memory.get(KEY));
    if (!first) {
      tell('Nothing was missed so far. Practise a derivation first.');
      return null;
    }
    const document: DocumentText = {
      uri: NOWHERE,
      version: 1,
      languageId: 'markdown',
      text: `$${first.tex}$`,
    };
    const found = service.at(document, 1, DEFAULT_READING);
    const answering =
      found && this.questions.answerInSteps(service, document, found, budget('command'), first.variable);
    const asked = answering && (await resultInSlices(answering, HOST_CLOCK, NEVER));
    if (asked?.ok) return asked;
    tell('The question that was missed cannot be asked any more.');
    return null;
  }
}
