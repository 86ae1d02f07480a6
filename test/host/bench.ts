/** What the extension costs inside a real VS Code: a module for its test loader, which writes its figures to a file. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { benchCode, type CodeFigures } from './benchCode.js';
import { holds, type Hold } from './holds.js';
import { HOSTILE_PARTS } from '../bench/hostileNote.js';
import { benchCheck, keystrokeProbe, stopwatch, type CheckFigures, type Held } from './benchCheck.js';

export interface HostFigures {
  /** Milliseconds that loading the entry's code takes, and calling its activate(). */
  readonly loading: number;
  readonly activating: number;
  /** Milliseconds that VS Code takes over it in all: its own messages and storage are the most of it. */
  readonly activation: number;
  /** From a hover request to its Markdown, with the engine still to be loaded. */
  readonly first: Held;
  /** The same for each formula of the note: as the engine warms up, warm in a copy of it, and asked again. */
  readonly fresh: readonly number[];
  readonly warm: readonly number[];
  readonly again: readonly number[];
  readonly formulas: number;
  readonly code: CodeFigures;
  readonly check: CheckFigures;
  /** What holds the host longest in notes that ask for much work. */
  readonly holds: readonly Hold[];
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionParts>('leibniz.leibniz');
  const note = process.env['LEIBNIZ_BENCH_NOTE'];
  const result = process.env['LEIBNIZ_BENCH_RESULT'];
  if (extension === undefined || note === undefined || result === undefined)
    throw new Error('Nothing to measure.');
  const alone = activateAlone(extension);
  const started = performance.now();
  const probe = keystrokeProbe();
  const parts = await extension.activate();
  const { hover } = parts;
  const activation = performance.now() - started;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(note));
  const places = formulaPlaces(document);
  const [firstPlace, ...others] = places;
  if (firstPlace === undefined) throw new Error('The note has no formulas.');
  const took = stopwatch();
  const firstAnswer = await timed(hover, document, firstPlace);
  const first = took();
  // Written as they come: what ends the host early leaves those that were there.
  const figures: Partial<Record<keyof HostFigures, unknown>> = {};
  const add = (more: Partial<HostFigures>): void => {
    writeFileSync(result, JSON.stringify(Object.assign(figures, more)));
  };
  add({ ...alone, activation, first });
  const fresh = await all(others, (place) => timed(hover, document, place));
  const copy = await vscode.workspace.openTextDocument({ language: 'markdown', content: document.getText() });
  const warm = await all(others, (place) => timed(hover, copy, place));
  const again = await all(others, (place) => timed(hover, copy, place));
  const answered = [firstAnswer, ...fresh].filter((figure) => figure.answered).length;
  const times = (figures: readonly Figure[]): number[] => figures.map((figure) => figure.time);
  add({ fresh: times(fresh), warm: times(warm), again: times(again), formulas: answered });
  add({ code: await benchCode(parts) });
  add({ check: await benchCheck(parts, probe) });
  add({ holds: await holds(parts, HOSTILE_PARTS) });
}

/** What the extension itself adds: a copy of its entry, loaded and activated without VS Code's part in it. */
function activateAlone({ extensionPath, extensionUri }: vscode.Extension<ExtensionParts>): {
  readonly loading: number;
  readonly activating: number;
} {
  const folder = mkdtempSync(join(tmpdir(), 'leibniz-bench-'));
  const copy = join(folder, 'extension.js');
  copyFileSync(join(extensionPath, 'dist/extension.js'), copy);
  const context = { extensionUri, subscriptions: new Array<vscode.Disposable>() };
  const started = performance.now();
  const entry = createRequire(__filename)(copy) as { activate(context: unknown): ExtensionParts };
  const loaded = performance.now();
  entry.activate(context);
  const activated = performance.now();
  for (const disposable of context.subscriptions) disposable.dispose();
  rmSync(folder, { recursive: true });
  return { loading: loaded - started, activating: activated - loaded };
}

/** A place inside each formula that stands between dollars. */
function formulaPlaces(document: vscode.TextDocument): readonly vscode.Position[] {
  const matches = [...document.getText().matchAll(/\$([^$\n]+)\$/g)];
  return matches.map((match) => document.positionAt(match.index + 1));
}

interface Figure {
  readonly time: number;
  readonly answered: boolean;
}

async function timed(
  hover: vscode.HoverProvider,
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<Figure> {
  const token = new vscode.CancellationTokenSource().token;
  const started = performance.now();
  const answer = await hover.provideHover(document, place, token);
  return { time: performance.now() - started, answered: answer !== null && answer !== undefined };
}

async function all<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
