/** Hovers over formulas: the derivative of what the mouse points at. */
import * as vscode from 'vscode';
import type { CheckedClaim, Found, Refusal } from '../service/service.js';
import { codeOf, isCode, type Asker } from './codeAsker.js';
import { verdictLine } from './claimText.js';
import type { CheckedNotes } from './checkedNotes.js';
import { claimAt } from './claims.js';
import { budget } from './patience.js';
import { documentText, isWritable, rangeOf } from './documents.js';
import { escapeMarkdown } from './markdownText.js';
import { HOVER_COMMANDS, hoverContent } from './hoverContent.js';
import type { LazyEngine } from './lazyEngine.js';
import type { PictureMaker } from './pictures.js';
import type { Questions } from './questions.js';
import { readSettings, type Settings } from './settings.js';
import { HOST_CLOCK, inSlices } from './slices.js';
import type { Target } from './target.js';

const MOST_KEPT = 200;
/** Refusals worth saying unasked; of the others a hover says nothing. */
const TOLD: ReadonlySet<Refusal['code']> = new Set(['ambiguous', 'not-differentiable', 'contradiction']);

export class DerivativeHover implements vscode.HoverProvider {
  /** Hover texts by what they were made from. */
  readonly #kept = new Map<string, string>();

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly pictures: PictureMaker,
    private readonly notes: CheckedNotes,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    try {
      return await this.#hover(document, position, token);
    } catch (error) {
      this.log.error('hover', error instanceof Error ? error : String(error));
      return null;
    }
  }

  /** Forgets what was made for another theme or other settings. */
  clear(): void {
    this.#kept.clear();
  }

  async #hover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    const started = performance.now();
    const settings = readSettings(document);
    if (!settings.hover.enabled) return null;
    const asker = await this.engine.asker(document.languageId);
    if (token.isCancellationRequested) return null;
    const offset = document.offsetAt(position);
    const text = documentText(document);
    const preparing = asker.prepare(text, settings.reading)[Symbol.iterator]();
    if (!(await inSlices(preparing, HOST_CLOCK, token))) return null;
    const claim = this.#claim(document, offset);
    const verdict = settings.verifiedMarks === 'off' || claim === null ? null : verdictLine(claim);
    const found = asker.at(text, offset, settings.reading);
    if (found === null) return verdict === null ? null : new vscode.Hover(escapeMarkdown(verdict));
    // Above what is wrong stands what is wrong with it: its own curves would only take the room.
    const withPlot = settings.hover.plot && !(codeOf(found) && claim?.verdict === 'false');
    const place: Place = { asker, found, offset, withPlot, settings };
    const content = await this.#content(document, place, verdict, token);
    this.log.debug(`hover in ${(performance.now() - started).toFixed(1)} ms`);
    const said = content ?? (verdict === null ? null : escapeMarkdown(verdict));
    if (said === null) return null;
    return new vscode.Hover(trusted(said), hoverRange(document, found));
  }

  /** The claim at an offset, where it is known and its verdict is to be said. */
  #claim(document: vscode.TextDocument, offset: number): CheckedClaim | null {
    const claim = claimAt(this.notes.of(document)?.claims ?? [], offset);
    return claim?.quoted === true ? null : claim;
  }

  async #content(
    document: vscode.TextDocument,
    { asker, found, offset, withPlot, settings }: Place,
    verdict: string | null,
    token: vscode.CancellationToken,
  ): Promise<string | null> {
    const text = documentText(document);
    const choice = this.questions.choiceFor(text, found);
    const code = codeOf(found);
    const place = [found.from, found.to, code?.kind, code?.variable, settings.reading.preamble];
    const key = JSON.stringify([text.uri, text.version, ...place, choice, verdict, withPlot]);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const asked = this.questions.answer(asker, text, found, budget('hover', token));
    if (token.isCancellationRequested) return null;
    if (!asked.ok) return !code && TOLD.has(asked.code) ? escapeMarkdown(asked.message) : null;
    // In code the place pointed at says which parameter is meant.
    const at = code ? offset : found.from;
    const target: Target = { uri: text.uri, version: text.version, from: at, to: at };
    const request = {
      answer: asked.answer,
      found,
      target,
      withPlot,
      writable: isWritable(document),
      verdict,
    };
    return this.#keep(key, hoverContent(request, await this.pictures.artist()));
  }

  #keep(key: string, content: string): string {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= MOST_KEPT) this.#kept.delete(oldest);
    this.#kept.set(key, content);
    return content;
  }
}

/**
 * The same for code alone, to be registered for all languages: VS Code then shows it below the hover of the
 * language itself, which is registered for the one.
 */
export function inCodeOnly(hover: vscode.HoverProvider): vscode.HoverProvider {
  return {
    provideHover: (document, ...rest) =>
      isCode(document.languageId) ? hover.provideHover(document, ...rest) : null,
  };
}

/** What was found where the mouse is, and who answers about it. */
interface Place {
  readonly asker: Asker;
  readonly found: Found;
  readonly offset: number;
  readonly withPlot: boolean;
  readonly settings: Settings;
}

/** What is marked while the hover shows; for a parameter VS Code marks its word. */
function hoverRange(document: vscode.TextDocument, found: Found): vscode.Range | undefined {
  const code = codeOf(found);
  if (code?.kind === 'parameter') return undefined;
  return code ? rangeOf(document, code.from, code.to) : rangeOf(document, found.outerFrom, found.outerTo);
}

function trusted(content: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(content);
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return markdown;
}
