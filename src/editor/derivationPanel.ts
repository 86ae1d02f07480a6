/** One panel "Derivation": a question, its answer, and the document it comes from. */
import * as vscode from 'vscode';
import type { FromPanel, PanelModel, PracticeKind, ToPanel } from '../protocol.js';
import type { Answer, Practice } from '../service/service.js';
import { PANEL_VIEW } from './contributions.js';
import { openedAgain, rangeOf } from './documents.js';
import { tell } from './messages.js';
import { parseMessage } from './panelMessages.js';
import { contentsOf, modelFor, type PanelRequest } from './panelModel.js';
import { freshNonce, panelPage } from './panelPage.js';
import { savePlot } from './plotFile.js';
import { onTellingChanged, readTelling } from './settings.js';
import { HOST_CLOCK, NEVER, resultInSlices } from './slices.js';
import { moveRange } from './trackedRange.js';

/** What the panel shows: an answer, or why there is none. */
export type Shown =
  | { readonly ok: true; readonly request: PanelRequest; readonly version: number; readonly answer: Answer }
  | { readonly ok: false; readonly title: string; readonly message: string };

/** What a panel asks of those who hold it. */
export interface PanelOwner {
  /** The same question by another variable. */
  chooseVariable(panel: DerivationPanel, request: PanelRequest, name: string): Promise<void>;
  /** The question of the same place, in the document as it is now. */
  askAgain(panel: DerivationPanel, request: PanelRequest): Promise<void>;
  /** A practice has ended. */
  practised(practice: Practice): Promise<void>;
  /** What was missed before, in this panel. */
  askMissed(panel: DerivationPanel): Promise<void>;
  closed(panel: DerivationPanel): void;
}

export class DerivationPanel {
  #shown: Shown | null = null;
  #stale = false;
  #ready = false;
  #pinned = false;
  #closed = false;
  /** Counts what was asked for: an answer that comes after a later question is not shown any more. */
  #turn = 0;
  /** The same of what is made for the page: its contents, and the windows of its plot. */
  #posting = 0;
  #sampling = 0;
  #practice: Practice | null = null;
  /** Counts the practices of this panel: each error that is looked for is another one. */
  #turns = 0;
  readonly #disposables: vscode.Disposable[] = [];

  constructor(
    private readonly view: vscode.WebviewPanel,
    private readonly owner: PanelOwner,
    extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    view.webview.options = panelOptions(extensionUri);
    view.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    this.#disposables.push(
      view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      onTellingChanged(() => this.#again()),
      view.onDidDispose(() => this.#close()),
    );
    view.webview.html = pageOf(view.webview, extensionUri);
  }

  /** A pinned panel keeps what it shows: another question opens another panel. */
  get pinned(): boolean {
    return this.#pinned;
  }

  /** The question that is shown, where it lies by now; null where none is. */
  get request(): PanelRequest | null {
    return this.#shown?.ok ? this.#shown.request : null;
  }

  /** Tells a restored panel that it was pinned. */
  pin(): void {
    this.#pinned = true;
  }

  /** The turn of a question that is about to be answered, for `show`. */
  begin(): number {
    return ++this.#turn;
  }

  /** Shows an answer, unless another question was asked since its turn began, or the panel is closed. */
  show(shown: Shown, stale = false, turn = this.begin()): void {
    if (this.#closed || turn !== this.#turn) return;
    this.#shown = shown;
    this.#stale = stale;
    this.#practice = null;
    this.#again();
  }

  /** Begins a practice of what is shown. */
  async practise(kind: Exclude<PracticeKind, 'missed'>): Promise<void> {
    const shown = this.#shown;
    if (!shown?.ok) return;
    const turn = this.#turn;
    const practice = await resultInSlices(shown.answer.practice(kind, this.#turns++), HOST_CLOCK, NEVER);
    if (turn !== this.#turn || this.#closed) return;
    if (practice === null) tell(kind === 'steps' ? NOTHING_TO_PRACTISE : NO_ERROR_TO_FIND);
    else this.#show(practice);
  }

  #show(practice: Practice | null): void {
    this.#practice = practice;
    if (this.#ready) this.#send({ type: 'practice', model: practice && practice.model });
  }

  async #answer(text: string): Promise<void> {
    const asked = this.#practice;
    if (asked === null || asked.isOver) return;
    const next = await resultInSlices(asked.answer(text), HOST_CLOCK, NEVER);
    if (next !== null && this.#practice === asked) await this.#goOn(next);
  }

  async #goOn(next: Practice): Promise<void> {
    this.#show(next);
    if (next.isOver) await this.owner.practised(next);
  }

  #again(): void {
    this.#post().catch((error: unknown) => {
      this.log.error('panel: show', error instanceof Error ? error : String(error));
    });
  }

  /** Brings the panel to the front, without taking the focus from the text. */
  reveal(): void {
    if (!this.#closed) this.view.reveal(undefined, true);
  }

  dispose(): void {
    this.view.dispose();
  }

  #close(): void {
    this.#closed = true;
    for (const disposable of this.#disposables) disposable.dispose();
    this.owner.closed(this);
  }

  // The page asks when it has loaded, and again whenever VS Code made it anew: until then nothing is sent.
  async #post(): Promise<void> {
    const posting = ++this.#posting;
    const asked = this.#shown;
    if (!this.#ready || asked === null) return;
    if (!asked.ok) {
      this.#send({ type: 'refuse', title: asked.title, message: asked.message });
      return;
    }
    const token = asLongAs(() => posting === this.#posting && !this.#closed);
    const contents = await resultInSlices(contentsOf(asked.answer), HOST_CLOCK, token);
    // Its formula may have moved meanwhile; another answer is posted by itself.
    const shown = this.#shown;
    if (contents === null || !shown?.ok) return;
    const { request, version } = shown;
    this.#send({
      type: 'show',
      model: modelFor(request, version, contents, this.#stale, tellingOf(request)),
    });
    if (this.#practice !== null) this.#show(this.#practice);
  }

  #send(message: ToPanel): void {
    if (this.#closed) return;
    // A panel that closes meanwhile takes no message any more.
    this.view.webview.postMessage(message).then(undefined, (error: unknown) => {
      if (!this.#closed) this.log.error(`panel: ${message.type}`, String(error));
    });
  }

  async #receive(value: unknown): Promise<void> {
    const message = parseMessage(value);
    if (message === null) {
      this.log.warn('The panel sent something that is no message.');
      return;
    }
    try {
      await this.#act(message);
    } catch (error) {
      this.log.error(`panel: ${message.type}`, error instanceof Error ? error : String(error));
    }
  }

  async #act(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#send({ type: 'pinned', pinned: this.#pinned });
        await this.#post();
        return;
      case 'pin':
        this.#pinned = message.pinned;
        return;
      case 'variable':
        if (this.#shown?.ok) await this.owner.chooseVariable(this, this.#shown.request, message.name);
        return;
      case 'again':
        if (this.#shown?.ok) await this.owner.askAgain(this, this.#shown.request);
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied: ${message.what}`, 3_000);
        return;
      case 'practise':
        await this.#practised(message.what);
        return;
      case 'answer':
        await this.#answer(message.text);
        return;
      case 'hint':
        if (this.#practice && !this.#practice.isOver) await this.#goOn(this.#practice.hint());
        return;
      case 'copyAll':
        await this.#copyAll(message);
        return;
      case 'export':
        await savePlot(message.format, message.data);
        return;
      case 'resample':
        await this.#resample(message.x);
        return;
      case 'reveal':
        await this.#revealSource();
        return;
    }
  }

  async #practised(what: PracticeKind | 'leave'): Promise<void> {
    if (what === 'leave') this.#show(null);
    else if (what === 'missed') await this.owner.askMissed(this);
    else await this.practise(what);
  }

  async #copyAll({ format, level }: Extract<FromPanel, { type: 'copyAll' }>): Promise<void> {
    if (!this.#shown?.ok) return;
    const { answer, request } = this.#shown;
    const telling = { level, understood: new Set(tellingOf(request).understood) };
    const copies = await resultInSlices(answer.copies(telling), HOST_CLOCK, NEVER);
    if (copies === null) return;
    await vscode.env.clipboard.writeText(copies[format]);
    vscode.window.setStatusBarMessage('Copied: derivation', 3_000);
  }

  async #resample(x: readonly [number, number]): Promise<void> {
    const turn = ++this.#sampling;
    const posting = this.#posting;
    if (!this.#shown?.ok) return;
    // Only the last window of a zoom is waited for.
    const token = asLongAs(() => turn === this.#sampling && posting === this.#posting && !this.#closed);
    const plot = await resultInSlices(this.#shown.answer.plot(x), HOST_CLOCK, token);
    if (plot !== null) this.#send({ type: 'plot', plot });
  }

  async #revealSource(): Promise<void> {
    if (!this.#shown?.ok) return;
    const { uri, from, to } = this.#shown.request;
    const document = await openedAgain(uri);
    if (document === null) {
      tell('The document of this formula cannot be opened any more.');
      return;
    }
    const column = vscode.window.visibleTextEditors.find((e) => e.document === document)?.viewColumn;
    const selection = rangeOf(document, from, to);
    await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: column ?? vscode.ViewColumn.One,
    });
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#shown;
    if (!shown?.ok || contentChanges.length === 0 || document.uri.toString() !== shown.request.uri) return;
    const { touched, ...range } = moveRange(shown.request, contentChanges);
    this.#shown = { ...shown, request: { ...shown.request, ...range } };
    if (!touched || this.#stale) return;
    this.#stale = true;
    this.#send({ type: 'stale' });
  }
}

const NOTHING_TO_PRACTISE = 'This derivation has no steps to practise.';
const NO_ERROR_TO_FIND = 'This derivation is too short to hide an error in.';

const tellingOf = ({ uri }: PanelRequest): PanelModel['telling'] => readTelling(vscode.Uri.parse(uri));

/** A token of work that is wanted as long as something holds. */
const asLongAs = (holds: () => boolean): { readonly isCancellationRequested: boolean } => ({
  get isCancellationRequested() {
    return !holds();
  },
});

/** A new panel beside the editor. */
export function createView(extensionUri: vscode.Uri): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(PANEL_VIEW, 'Derivation', place, panelOptions(extensionUri));
}

function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  return panelPage({
    script: address('webview.js'),
    styles: [address('webview.css')],
    cspSource: webview.cspSource,
    nonce: freshNonce(),
  });
}
