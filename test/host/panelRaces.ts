import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Service } from '../../src/service/service.js';
import { DerivationPanels } from '../../src/editor/derivationPanels.js';
import { LazyEngine } from '../../src/editor/lazyEngine.js';
import { MissedQuestions } from '../../src/editor/missedQuestions.js';
import { Questions } from '../../src/editor/questions.js';
import { extension } from './activation.js';
import { closeAll, shown, until } from './editors.js';
import { FakeView } from './fakeView.js';
import { parts, watched } from './probe.js';
import type { Test } from './suite.js';

/** An engine that is there when the test says so. */
class HeldEngine extends LazyEngine {
  #held: Promise<void> = Promise.resolve();
  #go: () => void = () => undefined;

  hold(): void {
    this.#held = new Promise((resolve) => (this.#go = resolve));
  }
  go(): void {
    this.#go();
  }
  override async service(languageId: string): Promise<Service> {
    await this.#held;
    return super.service(languageId);
  }
}

interface Bench {
  readonly engine: HeldEngine;
  readonly panels: DerivationPanels;
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  /** A panel that shows x³ + a x of the note. */
  readonly restored: () => Promise<FakeView>;
}

const NO_MEMORY: vscode.Memento = {
  keys: () => [],
  get: () => undefined,
  update: () => Promise.resolve(),
};

async function bench(): Promise<Bench> {
  const engine = new HeldEngine();
  const { log } = await parts();
  const questions = new Questions(engine);
  const missed = new MissedQuestions(engine, questions, NO_MEMORY);
  const panels = new DerivationPanels(engine, questions, extension().extensionUri, log, missed);
  const { document, editor } = await shown('markdown', 'so $x^3 + a x$ it is');
  const [uri, languageId] = [document.uri.toString(), document.languageId];
  const request = { uri, languageId, from: 4, to: 13, text: 'x^3 + a x', variable: 'x', order: 1 };
  return {
    engine,
    panels,
    document,
    editor,
    restored: async () => {
      const fake = new FakeView();
      fake.says({ type: 'ready' });
      await panels.deserializeWebviewPanel(fake.view, { shown: { model: { request } } });
      fake.says({ type: 'ready' });
      await until(() => fake.shown.length > 0, 'it shows something');
      return fake;
    },
  };
}

const start = new vscode.Position(0, 0);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

export const panelRaces: readonly Test[] = [
  watched('a panel is closed while its question is answered, and with messages on their way', async () => {
    const { engine, restored } = await bench();
    for (const message of [{ type: 'variable', name: 'a' }, { type: 'again' }] as const) {
      const fake = await restored();
      engine.hold();
      fake.says(message);
      fake.close();
      engine.go();
      await settle();
      for (const late of [message, { type: 'resample', x: [0, 1] }, { type: 'ready' }] as const)
        fake.says(late);
      await settle();
      assert.equal(fake.shown.length, 1);
    }
    await closeAll();
  }),
  watched('a panel is closed while it is restored', async () => {
    const { engine, panels, document } = await bench();
    const fake = new FakeView();
    engine.hold();
    const [uri, languageId] = [document.uri.toString(), 'markdown'];
    const request = { uri, languageId, from: 4, to: 13, text: 'x^3 + a x', variable: 'x', order: 1 };
    const restoring = panels.deserializeWebviewPanel(fake.view, { shown: { model: { request } } });
    fake.close();
    engine.go();
    await restoring;
    await closeAll();
  }),
  watched('of two questions to a panel the later one is shown', async () => {
    const { engine, restored } = await bench();
    const fake = await restored();
    engine.hold();
    fake.says({ type: 'variable', name: 'a' });
    fake.says({ type: 'variable', name: 'x' });
    engine.go();
    await until(() => fake.shown.length === 2, 'one of them is shown');
    await settle();
    assert.equal(fake.shown.length, 2);
    assert.equal(fake.shown[1], fake.shown[0]);
    await closeAll();
  }),
  watched('a note that is edited while a panel’s question is answered is asked again as it is', async () => {
    const { engine, restored, editor } = await bench();
    const fake = await restored();
    engine.hold();
    fake.says({ type: 'again' });
    await editor.edit((edit) => edit.insert(start, 'Well, $\\cos x$ and '));
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 25, 0, 26), '5'));
    engine.go();
    await until(() => fake.shown.length === 2, 'it is answered');
    assert.match(fake.shown[1] ?? '', /5x\^\{?4/);
    const last = fake.sent.at(-1);
    assert.ok(last?.type === 'show' && !last.model.stale);
    await closeAll();
  }),
  watched('a panel says when its formula is edited, and when a fix is undone', async () => {
    const { restored, editor } = await bench();
    const fake = await restored();
    const stale = (): number => fake.sent.filter(({ type }) => type === 'stale').length;
    await editor.edit((edit) => edit.insert(start, 'Well, '));
    await settle();
    assert.equal(stale(), 0);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 12, 0, 13), '7'));
    await until(() => stale() === 1, 'it says so');
    await vscode.commands.executeCommand('undo');
    fake.says({ type: 'again' });
    await until(() => fake.shown.length === 2, 'it is answered again');
    assert.equal(fake.shown[1], fake.shown[0]);
    await closeAll();
  }),
  watched('two panels of one note each keep their own', async () => {
    const { panels, restored } = await bench();
    const [one, two] = [await restored(), await restored()];
    one.says({ type: 'pin', pinned: true });
    one.says({ type: 'variable', name: 'a' });
    await until(() => one.shown.length === 2, 'one is asked');
    assert.equal(two.shown.length, 1);
    one.close();
    two.says({ type: 'variable', name: 'a' });
    await until(() => two.shown.length === 2, 'the other still answers');
    panels.dispose();
    await closeAll();
  }),
  watched('a panel whose note is closed, and gone, still answers of the text it kept', async () => {
    const { restored, document } = await bench();
    const fake = await restored();
    await closeAll();
    await until(() => document.isClosed, 'it is closed');
    for (const message of [{ type: 'variable', name: 'a' }, { type: 'reveal' }, { type: 'again' }] as const)
      fake.says(message);
    await until(() => fake.shown.length >= 2, 'it answers');
    fake.close();
    await closeAll();
  }),
];
