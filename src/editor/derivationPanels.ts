/** The derivation panels: one that is reused, those that were pinned, and what is restored after a reload. */
import * as vscode from 'vscode';
import type { DocumentText, Refusal } from '../service/service.js';
import { budget } from './patience.js';
import { DerivationPanel, createView, type PanelOwner, type Shown } from './derivationPanel.js';
import { documentText, openDocument } from './documents.js';
import type { LazyEngine } from './lazyEngine.js';
import { parseState, requestFor, type PanelRequest } from './panelModel.js';
import type { Asked, Questions } from './questions.js';
import { DEFAULT_READING, readSettings } from './settings.js';

export class DerivationPanels implements PanelOwner, vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<DerivationPanel>();

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Shows an answer in the panel that is free, or in a new one. */
  show(asked: Asked): void {
    const panel = this.#free();
    panel.show({
      ok: true,
      request: requestFor(asked),
      version: asked.document.version,
      answer: asked.answer,
    });
    panel.reveal();
  }

  async chooseVariable(panel: DerivationPanel, request: PanelRequest, name: string): Promise<void> {
    await this.#fill(panel, { ...request, variable: name }, true);
  }

  async askAgain(panel: DerivationPanel, request: PanelRequest): Promise<void> {
    const document = openDocument(request.uri);
    const now = document === null ? null : await this.#placeNow(document, request);
    await this.#fill(panel, { ...request, ...now }, false);
  }

  closed(panel: DerivationPanel): void {
    this.#panels.delete(panel);
  }

  async deserializeWebviewPanel(view: vscode.WebviewPanel, state: unknown): Promise<void> {
    const panel = this.#adopt(view);
    const { request, pinned } = parseState(state);
    if (pinned) panel.pin();
    if (request === null) panel.show(NOTHING_KEPT);
    else await this.#fill(panel, request, false);
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

  /** What stands now where the question stood: the formula around it, or the text that was edited. */
  async #placeNow(document: vscode.TextDocument, { from, to }: PanelRequest): Promise<Partial<PanelRequest>> {
    const asker = await this.engine.asker(document.languageId);
    const text = documentText(document);
    const place = asker.at(text, from, readSettings(document).reading) ?? { from, to };
    return { from: place.from, to: place.to, text: text.text.slice(place.from, place.to) };
  }

  /** Asks a panel's question again: in its document where that still says the same, else of the kept text alone. */
  async #fill(panel: DerivationPanel, request: PanelRequest, remember: boolean): Promise<void> {
    const document = await openedAgain(request.uri);
    const current = document === null ? null : documentText(document);
    const same = current !== null && current.text.slice(request.from, request.to) === request.text;
    const text = same ? current : alone(request);
    const place = same ? request : { ...request, from: 0, to: request.text.length };
    const asker = await this.engine.asker(text.languageId);
    const reading = document === null ? DEFAULT_READING : readSettings(document).reading;
    const found = asker.select(text, place.from, place.to, reading);
    if ('ok' in found) {
      panel.show(refused(found));
      return;
    }
    const { variable, order } = request;
    const answer = asker.derive(found, { variable, order }, budget('command'));
    if (remember && answer.ok) this.questions.choose(text, found, variable);
    panel.show(answer.ok ? { ok: true, request, version: text.version, answer } : refused(answer), !same);
  }
}

const NOTHING_KEPT: Shown = {
  ok: false,
  title: 'Nothing to show',
  message: 'Point at a formula and choose "Show steps", or run "Leibniz: Show Derivation".',
};

/** What a panel or a message says of a refusal. */
const refused = ({ message }: Refusal): Shown => ({ ok: false, title: 'No derivative', message });

async function openedAgain(uri: string): Promise<vscode.TextDocument | null> {
  try {
    return openDocument(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}

function alone({ uri, languageId, text }: PanelRequest): DocumentText {
  return { uri: `${uri}#kept`, version: 0, languageId, text };
}
