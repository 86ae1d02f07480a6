/** What the extension costs inside a real VS Code: a module for its test loader, which writes its figures to a file. */
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { benchCode, type CodeFigures } from './benchCode.js';
import { COUNTS_OWN_THREAD, longestHeld, stopwatch, type Held, type Longest } from './held.js';
import { holdsOf, type Hold } from './holds.js';
import { HOSTILE_PARTS } from '../bench/hostileNote.js';
import { benchCheck, keystrokeProbe, type CheckFigures } from './benchCheck.js';

export interface HostFigures {
  /** Milliseconds that loading the entry's code takes, and calling its activate(). */
  readonly loading: number;
  readonly activating: number;
  /** Milliseconds that VS Code takes over it in all: its own messages and storage are the most of it. */
  readonly activation: number;
  /** From a hover request to its Markdown, with the engine still to be loaded. */
  readonly first: Held;
  /** What holds the host longest meanwhile. */
  readonly firstHeld: Longest;
  /** The same for each formula of the note: as the engine warms up, warm in a copy of it, and asked again. */
  readonly fresh: readonly number[];
  readonly warm: readonly number[];
  readonly again: readonly number[];
  readonly formulas: number;
  readonly code: CodeFigures;
  readonly check: CheckFigures;
  /** What holds the host longest in notes that ask for much work, part by part. */
  readonly holds: readonly Hold[];
  /** Whether the processor's time is that of the host's own thread alone. */
  readonly ownThread: boolean;
  /** What broke, or was not done in time. */
  readonly failures: readonly string[];
  /** Whether all of it was tried. */
  readonly ended: boolean;
}

/** Milliseconds that a part is waited for, on a machine several times slower than a quiet one. */
const MOST_A_PART = 90_000;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionParts>('leibniz.leibniz');
  const note = process.env['LEIBNIZ_BENCH_NOTE'];
  const result = process.env['LEIBNIZ_BENCH_RESULT'];
  if (extension === undefined || note === undefined || result === undefined)
    throw new Error('Nothing to measure.');
  const figures: Partial<Record<keyof HostFigures, unknown>> = { ownThread: COUNTS_OWN_THREAD };
  const failures: string[] = [];
  // Written as they come: what ends the host early leaves those that were there.
  const add = (more: Partial<HostFigures>): void => {
    writeFileSync(`${result}.part`, JSON.stringify(Object.assign(figures, more, { failures })));
    renameSync(`${result}.part`, result);
  };
  /** A part that breaks or takes too long is told, and the next one is measured. */
  const part = async (name: string, measure: () => Promise<Partial<HostFigures>>): Promise<void> => {
    try {
      add(await inTime(measure()));
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      add({});
    }
  };
  add(activateAlone(extension));
  const started = performance.now();
  const probe = keystrokeProbe();
  const parts = await extension.activate();
  add({ activation: performance.now() - started });
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(note));
  await part('hovers', () => benchHovers(parts, document, add));
  await part('code', async () => ({ code: await benchCode(parts) }));
  const holds: Hold[] = [];
  for (const each of HOSTILE_PARTS)
    await part(each.name, async () => {
      holds.push(await holdsOf(parts, each));
      return { holds };
    });
  const isQuick = process.env['LEIBNIZ_BENCH_QUICK'] === 'yes';
  await part('check', async () => ({ check: await benchCheck(parts, probe, isQuick) }));
  add({ ended: true });
}

async function benchHovers(
  { hover }: ExtensionParts,
  document: vscode.TextDocument,
  add: (more: Partial<HostFigures>) => void,
): Promise<Partial<HostFigures>> {
  const [firstPlace, ...others] = formulaPlaces(document);
  if (firstPlace === undefined) throw new Error('The note has no formulas.');
  const took = stopwatch();
  const answers: Figure[] = [];
  const firstHeld = await longestHeld(async () => {
    answers.push(await timed(hover, document, firstPlace));
    add({ first: took() });
  });
  add({ firstHeld });
  const fresh = await all(others, (place) => timed(hover, document, place));
  const copy = await vscode.workspace.openTextDocument({ language: 'markdown', content: document.getText() });
  const warm = await all(others, (place) => timed(hover, copy, place));
  const again = await all(others, (place) => timed(hover, copy, place));
  const answered = [...answers, ...fresh].filter((figure) => figure.answered).length;
  const times = (figures: readonly Figure[]): number[] => figures.map((figure) => figure.time);
  return { fresh: times(fresh), warm: times(warm), again: times(again), formulas: answered };
}

function inTime<T>(measured: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`not done within ${String(MOST_A_PART / 1000)} s`));
    }, MOST_A_PART);
    measured
      .finally(() => {
        clearTimeout(timer);
      })
      .then(resolve, reject);
  });
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
