/** What the background check costs: a note of ten thousand formulas opened, then edited. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { generatedNote } from '../bench/note.js';
import { longestHeld, stopwatch, watchPauses, type Held, type Longest, type Pause } from './held.js';

export interface CheckFigures {
  readonly characters: number;
  readonly claims: number;
  /** Milliseconds from the opened note to its claims, then from an edit, the typing pause in both. */
  readonly first: number;
  readonly again: readonly number[];
  /** What the timers of the host held it up for: in the first check, and in those after edits. */
  readonly heldFirst: readonly Held[];
  readonly heldAgain: readonly Held[];
  /** What held it longest in the first check, whoever it was. */
  readonly longestFirst: Longest;
  /** What the extension's listeners take of a keystroke. */
  readonly keystrokes: readonly Held[];
  /** Each pause of the garbage collector, whoever's garbage it was, on the clock. */
  readonly pauses: readonly Pause[];
  /** Megabytes of the heap once it is swept: after the first edits, and after all of them. */
  readonly heap: readonly [number, number];
}

const BURSTS = 20;
const QUICK_BURSTS = 8;
const BURST = 10;
const SETTLED = 5;

/** Listens to edits before the extension does: to be called before it is activated. */
export function keystrokeProbe(): { readonly times: Held[]; finish(): vscode.Disposable } {
  const times: Held[] = [];
  let took = stopwatch();
  const before = vscode.workspace.onDidChangeTextDocument(() => (took = stopwatch()));
  return {
    times,
    finish: () =>
      vscode.Disposable.from(
        before,
        vscode.workspace.onDidChangeTextDocument(() => times.push(took())),
      ),
  };
}

export async function benchCheck(
  { notes }: ExtensionParts,
  probe: ReturnType<typeof keystrokeProbe>,
  isQuick: boolean,
): Promise<CheckFigures> {
  const content = generatedNote();
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  const held = watchTimers();
  const pauses = watchPauses();
  const started = performance.now();
  const longestFirst = await longestHeld(() => checked(notes, document));
  const first = performance.now() - started;
  const heldFirst = held.splice(0);
  const listening = probe.finish();
  probe.times.length = 0;
  const again: number[] = [];
  let settled = 0;
  for (let burst = 0; burst < (isQuick ? QUICK_BURSTS : BURSTS); burst++) {
    for (let k = 0; k < BURST; k++) await type(editor, burst * BURST + k);
    again.push(await timed(() => checked(notes, document)));
    if (burst === SETTLED) settled = heapAfterSweep();
  }
  listening.dispose();
  return {
    characters: content.length,
    claims: notes.of(document)?.claims.length ?? 0,
    first,
    again,
    longestFirst,
    heldFirst,
    heldAgain: held.splice(0),
    keystrokes: [...probe.times],
    pauses: pauses(),
    heap: [settled, heapAfterSweep()],
  };
}

/** One character typed, or taken away again, in a formula or in the words: places all over the note. */
async function type(editor: vscode.TextEditor, k: number): Promise<void> {
  const { document } = editor;
  const line = (Math.floor(k / 2) * 7919) % document.lineCount;
  const text = document.lineAt(line).text;
  const column = k % 8 < 4 ? Math.max(0, text.indexOf('$') + 1) : Math.min(3, text.length);
  const place = new vscode.Position(line, column);
  const next = place.translate(0, 1);
  await editor.edit((edit) => {
    if (k % 2 === 0) edit.insert(place, 'x');
    else if (text.charAt(column) === 'x') edit.delete(new vscode.Range(place, next));
  });
}

async function checked(notes: ExtensionParts['notes'], document: vscode.TextDocument): Promise<void> {
  while (notes.of(document) === null) await new Promise((resolve) => setTimeout(resolve, 1));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How long the callback of each timer takes from now on. */
function watchTimers(): Held[] {
  const held: Held[] = [];
  const plain = globalThis.setTimeout;
  const watched = (run: (...args: unknown[]) => void, milliseconds?: number, ...rest: unknown[]): unknown =>
    plain(() => {
      const took = stopwatch();
      run(...rest);
      held.push(took());
    }, milliseconds);
  Reflect.set(globalThis, 'setTimeout', Object.assign(watched, plain));
  return held;
}

function heapAfterSweep(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed / 1e6;
}
