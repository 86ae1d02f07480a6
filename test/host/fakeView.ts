/** A webview panel without a page: what is sent to it is kept, and the page's messages come from the test. */
import * as vscode from 'vscode';
import type { FromPanel, ToPanel } from '../../src/protocol.js';

export class FakeView {
  readonly sent: ToPanel[] = [];
  readonly #messages = new vscode.EventEmitter<unknown>();
  readonly #closings = new vscode.EventEmitter<void>();
  #isClosed = false;

  /** What VS Code would hand over; like its own, of no use any more once it is closed. */
  get view(): vscode.WebviewPanel {
    const webview = {
      options: {},
      html: '',
      cspSource: 'none',
      onDidReceiveMessage: this.#messages.event,
      asWebviewUri: (uri: vscode.Uri) => uri,
      postMessage: (message: ToPanel): Promise<boolean> => {
        this.sent.push(message);
        return Promise.resolve(true);
      },
    };
    const whileOpen = <T>(value: T): T => {
      if (this.#isClosed) throw new Error('Webview is disposed');
      return value;
    };
    const view = {
      iconPath: undefined,
      onDidDispose: this.#closings.event,
      reveal: () => whileOpen(undefined),
      dispose: () => this.close(),
      get webview() {
        return whileOpen(webview);
      },
    };
    return view as unknown as vscode.WebviewPanel;
  }

  /** A message of the page. */
  says(message: FromPanel): void {
    this.#messages.fire(message);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#closings.fire();
  }

  /** The answers that were shown, in order, and refusals. */
  get shown(): readonly string[] {
    return this.sent.flatMap((message) =>
      message.type === 'show'
        ? [message.model.outline.answer]
        : message.type === 'refuse'
          ? [message.message]
          : [],
    );
  }
}
