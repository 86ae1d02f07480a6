/** What the background check costs: a note of ten thousand formulas opened, then edited a thousand times. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.js';

export interface CheckFigures {
  readonly characters: number;
  readonly claims: number;
  /** Milliseconds from the opened note to its claims, then from an edit, the typing pause in both. */
  readonly first: number;
  readonly again: readonly number[];
  /** What the timers of the host held it up for: in the first check, and in those after edits. */
  readonly heldFirst: readonly Held[];
  readonly heldAgain: readonly Held[];
  /** Milliseconds that the extension's listeners take of a keystroke. */
  readonly keystrokes: readonly number[];
  /** Megabytes of the heap once it is swept: after the first edits, and after all of them. */
  readonly heap: readonly [number, number];
}

/** Milliseconds on the clock, and of a processor: less where other programs had it in between. */
export interface Held {
  readonly clock: number;
  readonly processor: number;
}

const FORMULAS = 10_000;
const BURSTS = 50;
const BURST = 20;
const SETTLED = 10;

/** Listens to edits before the extension does: to be called before it is activated. */
export function keystrokeProbe(): { readonly times: number[]; finish(): vscode.Disposable } {
  const times: number[] = [];
  let started = 0;
  const before = vscode.workspace.onDidChangeTextDocument(() => (started = performance.now()));
  return {
    times,
    finish: () =>
      vscode.Disposable.from(
        before,
        vscode.workspace.onDidChangeTextDocument(() => times.push(performance.now() - started)),
      ),
  };
}

export async function benchCheck(
  { notes }: Parts,
  probe: ReturnType<typeof keystrokeProbe>,
): Promise<CheckFigures> {
  const content = generatedNote();
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  const held = watchTimers();
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

async function checked(notes: Parts['notes'], document: vscode.TextDocument): Promise<void> {
  while (notes.of(document) === null) await new Promise((resolve) => setImmediate(resolve));
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
      const [started, before] = [performance.now(), process.cpuUsage()];
      run(...rest);
      const [clock, { user, system }] = [performance.now() - started, process.cpuUsage(before)];
      held.push({ clock, processor: Math.min(clock, (user + system) / 1_000) });
    }, milliseconds);
  Reflect.set(globalThis, 'setTimeout', Object.assign(watched, plain));
  return held;
}

function heapAfterSweep(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed / 1e6;
}

const KINDS: readonly ((n: string) => string)[] = [
  (n) => `\\frac{d}{dx} \\sin(${n} x^2) = ${n} \\cdot 2x \\cos(${n} x^2)`,
  (n) => `f(x) = x^2 + ${n} x`,
  (n) => `\\frac{d}{dx} e^{-${n} x} = -${n} e^{-${n} x}`,
  (n) => `x^{${n}} \\sin x`,
  (n) => `\\int_0^{${n}} t^2 \\, dt`,
  (n) => `\\frac{d}{dx} \\ln(${n} + x^2) = \\frac{2x}{${n} + x^2}`,
  (n) => `a_{${n}} + b`,
  (n) => `\\frac{d}{dx} \\frac{x}{x + ${n}} = \\frac{1}{(x + ${n})^2}`,
  (n) => `g(t) = \\frac{1}{1 + e^{-${n} t}}`,
  (n) => `x > ${n}`,
];

/** About a megabyte: paragraphs of five lines, headings, four claims in ten formulas, a quarter of them false. */
function generatedNote(): string {
  const lines: string[] = [];
  for (let i = 0; i < FORMULAS; i++) {
    const formula = KINDS[i % KINDS.length]?.(String(2 + (i % 97))) ?? '';
    if (i % 100 === 0) lines.push(`## Part ${String(i / 100)}`, '');
    lines.push(`Among other things, line ${String(i)} says $${formula}$, and goes on in so many words.`);
    if (i % 5 === 4) lines.push('');
  }
  return lines.join('\n');
}
