/** What the background check costs: a note of ten thousand formulas opened, then edited. */
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { generatedNote } from '../bench/note.js';

export interface CheckFigures {
  readonly characters: number;
  readonly claims: number;
  /** Milliseconds from the opened note to its claims, then from an edit, the typing pause in both. */
  readonly first: number;
  readonly again: readonly number[];
  /** What the timers of the host held it up for: in the first check, and in those after edits. */
  readonly heldFirst: readonly Held[];
  readonly heldAgain: readonly Held[];
  /** What the extension's listeners take of a keystroke. */
  readonly keystrokes: readonly Held[];
  /** Each pause of the garbage collector, whoever's garbage it was, on the clock. */
  readonly pauses: readonly Pause[];
  /** Megabytes of the heap once it is swept: after the first edits, and after all of them. */
  readonly heap: readonly [number, number];
}

/** When it began, and how many milliseconds it took. */
export interface Pause {
  readonly at: number;
  readonly time: number;
}

export interface Held extends Took {
  /** When it began, on the host's clock. */
  readonly at: number;
}
/** Milliseconds on the clock, and of a processor: less where other programs had it in between. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

const BURSTS = 20;
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
): Promise<CheckFigures> {
  const content = generatedNote();
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  const held = watchTimers();
  const pauses = watchPauses();
  const first = await timed(() => checked(notes, document));
  const heldFirst = held.splice(0);
  const listening = probe.finish();
  probe.times.length = 0;
  const again: number[] = [];
  let settled = 0;
  for (let burst = 0; burst < BURSTS; burst++) {
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
  while (notes.of(document) === null) await new Promise((resolve) => setImmediate(resolve));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Started now; gives what has passed since. The processor's time counts all threads, so it never says too little. */
export function stopwatch(): () => Held {
  const [started, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const [clock, { user, system }] = [performance.now() - started, process.cpuUsage(before)];
    return { at: started, clock, processor: Math.min(clock, (user + system) / 1_000) };
  };
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

/** The garbage collector's pauses from now until the list is asked for; those that are ordered are left out. */
function watchPauses(): () => readonly Pause[] {
  const pauses: Pause[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { flags = 0 } = (entry as { readonly detail?: { readonly flags?: number } }).detail ?? {};
      if ((flags & FORCED) === 0) pauses.push({ at: entry.startTime, time: entry.duration });
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  return () => {
    observer.disconnect();
    return pauses;
  };
}
const FORCED = constants.NODE_PERFORMANCE_GC_FLAGS_FORCED;

function heapAfterSweep(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed / 1e6;
}
