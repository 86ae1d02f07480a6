/** The derivation panels: one that is reused, those that were pinned, and what is restored after a reload. */
import type * as vscode from 'vscode';
import type {
  Answer,
  DocumentText,
  Found,
  Options,
  Practice,
  ServiceRefusal,
  Service,
} from '../service/service.js';
import { budget } from './patience.js';
import { DerivationPanel, createView, type PanelOwner, type Shown } from './derivationPanel.js';
import { documentText, isCurrent, openedAgain } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import type { MissedQuestions } from './missedQuestions.js';
import { parseState, requestFor, type PanelRequest } from './panelModel.js';
import type { Asked, Questions } from './questions.js';
import { DEFAULT_READING, readSettings } from './settings.js';
import { HOST_CLOCK, NEVER, inSlices, resultInSlices } from './slices.js';

export class DerivationPanels implements PanelOwner, vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<DerivationPanel>();

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly missed: MissedQuestions,
  ) {}

  /** Shows an answer in the panel that is free, or in a new one. */
  show(asked: Asked): DerivationPanel {
    const panel = this.#free();
    const { document, answer } = asked;
    panel.show({ ok: true, request: requestFor(asked), version: document.version, answer });
    panel.reveal();
    return panel;
  }

  practised(practice: Practice): Promise<void> {
    return this.missed.note(practice);
  }

  async askMissed(panel: DerivationPanel): Promise<void> {
    const asked = await this.missed.next();
    if (asked === null) return;
    panel.show({
      ok: true,
      request: requestFor(asked),
      version: asked.document.version,
      answer: asked.answer,
    });
    await panel.practise('steps');
  }

  /** What was missed before, in the panel that is free. */
  async practiseMissed(): Promise<void> {
    const asked = await this.missed.next();
    if (asked !== null) await this.show(asked).practise('steps');
  }

  async chooseVariable(panel: DerivationPanel, request: PanelRequest, name: string): Promise<void> {
    await this.#fill(panel, () => ({ ...(panel.request ?? request), variable: name }), { remember: true });
  }

  async askAgain(panel: DerivationPanel, request: PanelRequest): Promise<void> {
    await this.#fill(panel, () => panel.request ?? request, { asItIsNow: true });
  }

  closed(panel: DerivationPanel): void {
    this.#panels.delete(panel);
  }

  async deserializeWebviewPanel(view: vscode.WebviewPanel, state: unknown): Promise<void> {
    const panel = this.#adopt(view);
    const { request, pinned } = parseState(state);
    if (pinned) panel.pin();
    if (request === null) panel.show(NOTHING_KEPT);
    else await this.#fill(panel, () => request);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  #free(): DerivationPanel {
    return [...this.#panels].find((panel) => !panel.pinned) ?? this.#adopt(createView(this.extensionUri));
  }

  #adopt(view: vscode.WebviewPanel): DerivationPanel {
    const panel = new DerivationPanel(view, this, this.extensionUri, this.log);
    this.#panels.add(panel);
    return panel;
  }

  /** Answers a panel's question again; where the document is edited meanwhile, once more, as the panel follows it. */
  async #fill(panel: DerivationPanel, request: () => PanelRequest, how: How = {}): Promise<void> {
    const turn = panel.begin();
    for (let left = MOST_EDITS; ; left--) {
      const { shown, stale, current } = await this.#answered(request, how);
      if (!current && left > 0) continue;
      panel.show(shown, stale || !current, turn);
      return;
    }
  }

  /**
   * The answer to a question: in its document where that still says the same, or where what it says now is meant, else
   * of the kept text alone.
   */
  async #answered(
    question: () => PanelRequest,
    { remember = false, asItIsNow = false }: How,
  ): Promise<Filled> {
    const { uri, languageId } = question();
    const document = await openedAgain(uri);
    const service = await this.engine.service(document?.languageId ?? languageId);
    const reading = document === null ? DEFAULT_READING : readSettings(document).reading;
    const read = document && documentText(document);
    if (read !== null) await inSlices(service.prepare(read, reading)[Symbol.iterator](), HOST_CLOCK, NEVER);
    const current = (): boolean => document === null || read === null || isCurrent(document, read);
    if (!current()) return { shown: CHANGING, stale: true, current: false };
    // The panel has followed the edits up to here.
    const request = question();
    const asked = read !== null && asItIsNow ? placedNow(read, service, request, reading) : request;
    const same = read !== null && read.text.slice(asked.from, asked.to) === asked.text;
    const text = same ? read : alone(asked);
    const place = same ? asked : { from: 0, to: asked.text.length };
    const found = service.select(text, place.from, place.to, reading);
    if ('ok' in found) return { shown: refused(found), stale: false, current: current() };
    const answer = await answered(service, found, asked);
    if (!answer.ok) return { shown: refused(answer), stale: !same, current: current() };
    if (remember) this.questions.choose(text, found, asked.variable);
    const shown: Shown = { ok: true, request: asked, version: text.version, answer };
    return { shown, stale: !same, current: current() };
  }
}

/** How a question is asked again. */
interface How {
  /** Whether its variable is the one for this formula from now on. */
  readonly remember?: boolean;
  /** Whether it is asked of what stands now where it stood. */
  readonly asItIsNow?: boolean;
}

/** What a panel is to show; `current` where the document is still what was asked about. */
interface Filled {
  readonly shown: Shown;
  readonly stale: boolean;
  readonly current: boolean;
}

/** Someone who types on while an answer is made is waited for this often. */
const MOST_EDITS = 3;

/** The request at the place as it is now: the formula around it, or the text that was edited. */
function placedNow(
  text: DocumentText,
  service: Service,
  request: PanelRequest,
  reading: Options,
): PanelRequest {
  const { from, to } = service.at(text, request.from, reading) ?? request;
  return { ...request, from, to, text: text.text.slice(from, to) };
}

async function answered(
  service: Service,
  found: Found,
  { variable, order }: PanelRequest,
): Promise<Answer | ServiceRefusal> {
  const answering = service.deriveInSteps(found, { variable, order }, budget('command'));
  return (await resultInSlices(answering, HOST_CLOCK, NEVER)) ?? OUT_OF_TIME;
}

const OUT_OF_TIME: ServiceRefusal = {
  ok: false,
  code: 'limit',
  message: 'The derivation takes too long.',
  place: null,
};

const CHANGING: Shown = {
  ok: false,
  title: 'No derivative',
  message: 'The document changes all the time. Ask again when it rests.',
};

const NOTHING_KEPT: Shown = {
  ok: false,
  title: 'Nothing to show',
  message: 'Point at a formula and choose "Show steps", or run "Leibniz: Show Derivation".',
};

/** What a panel or a message says of a refusal. */
const refused = ({ message }: ServiceRefusal): Shown => ({ ok: false, title: 'No derivative', message });

function alone({ uri, languageId, text }: PanelRequest): DocumentText {
  return { uri: `${uri}#kept`, version: 0, languageId, text };
}
