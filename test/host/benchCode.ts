/** What a hover in code costs: in a generated file of five thousand lines, with the parser still to be loaded and after. */
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { stopwatch, type Took } from './held.js';

export interface CodeFigures {
  readonly lines: number;
  readonly functions: number;
  /** Whether the parser of code was loaded before the file was asked about, and after. */
  readonly parser: readonly [boolean, boolean];
  /** The first hover: the parser is loaded, the file parsed. */
  readonly first: Took;
  /** Hovers on the functions' names, each for the first time, once some have warmed the engine up. */
  readonly warm: readonly Took[];
  /** The first hover after an edit: the file is parsed again. */
  readonly edited: readonly Took[];
}

const LINES = 5_000;
const WARMING = 120;
const MEASURED = 300;
const EDITS = 10;

export async function benchCode({ hover }: ExtensionParts): Promise<CodeFigures> {
  const before = isParserLoaded();
  const content = generatedSource();
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
  const places = [...content.matchAll(/^export (?:function|const) (\w+)/gm)].map((m) =>
    document.positionAt(m.index + m[0].length - 1),
  );
  const timed = async (place: vscode.Position): Promise<Took> => {
    const { token } = new vscode.CancellationTokenSource();
    const took = stopwatch();
    const answer = await hover.provideHover(document, place, token);
    if (!answer) throw new Error(`no hover at line ${String(place.line)}`);
    return took();
  };
  const times: Took[] = [];
  const spread = places.filter((_, i) => i % Math.floor(places.length / (WARMING + MEASURED)) === 0);
  for (const place of spread.slice(0, WARMING + MEASURED)) times.push(await timed(place));
  const edited: Took[] = [];
  const editor = await vscode.window.showTextDocument(document);
  for (let k = 0; k < EDITS; k++) {
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(document.lineCount - 1, 0), ' ');
    });
    edited.push(await timed(places[places.length - 1 - k] as vscode.Position));
  }
  const lines = document.lineCount;
  // What is measured next is measured by itself: the file's own check goes with it.
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  const [first = { clock: NaN, processor: NaN }] = times;
  const figures = { first, warm: times.slice(WARMING), edited };
  return {
    lines,
    functions: places.length,
    parser: [before, isParserLoaded()],
    ...figures,
  };
}

/** The host keeps what it has loaded by file name. */
function isParserLoaded(): boolean {
  const { cache } = createRequire(__filename);
  return Object.keys(cache).some((file) => /dist[\\/](?:parser|code)\.js$/.test(file));
}

const KINDS: readonly ((n: string) => string)[] = [
  (n) =>
    `export function decay${n}(t: number, rate: number): number {\n  return Math.exp(-rate * t) * Math.cos(${n} * t);\n}`,
  (n) => `export const logistic${n} = (x: number): number => 1 / (1 + Math.exp(-${n} * x));`,
  (n) =>
    `/** A loss with the weight $${n}$. */\nexport function loss${n}(p: number, y: number): number {\n  const r = p - y;\n  const w = Math.abs(y) + ${n};\n  return w * r * r + Math.log(1 + r * r);\n}`,
  (n) =>
    `export const ease${n} = (t: number): number => (t < 0.5 ? ${n} * t * t : 1 - Math.pow(-2 * t + 2, 2) / 2);`,
  (n) =>
    `export function distance${n}(x: number, y: number): number {\n  if (x > ${n}) return Math.hypot(x, y);\n  return Math.sqrt(x ** 2 + y ** 2 + 1);\n}`,
  (n) => `interface Item${n} {\n  readonly name: string;\n  readonly price: number;\n}`,
  (n) =>
    `async function load${n}(id: string): Promise<Item${n} | null> {\n  const answer = await fetch(\`/items/\${id}\`);\n  if (!answer.ok) return null;\n  return (await answer.json()) as Item${n};\n}`,
];

function generatedSource(): string {
  const parts: string[] = [];
  for (let lines = 0, i = 0; lines < LINES; i++) {
    const part = KINDS[i % KINDS.length]?.(String(i + 2)) ?? '';
    parts.push(part, '');
    lines += part.split('\n').length + 1;
  }
  return parts.join('\n');
}
