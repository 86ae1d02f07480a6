/** Hovers over formulas: the derivative of what the mouse points at. */
import * as vscode from 'vscode';
import { Recent, type CacheBounds } from '../service/recent.js';
import type { CheckedClaim, DocumentText, Found, Service } from '../service/service.js';
import { isCode } from './codeLanguages.js';
import { verdictLine } from './claimText.js';
import type { CheckedNotes } from './checkedNotes.js';
import { claimAt } from './claims.js';
import { documentText, isCurrent, isWritable, rangeOf } from './documents.js';
import { escapeMarkdown } from './markdownText.js';
import type { FilesBeside } from './filesBeside.js';
import { HOVER_COMMANDS, hoverContent, refusalContent, type Artist } from './hoverContent.js';
import type { LazyEngine } from './lazyEngine.js';
import { budget } from './patience.js';
import type { PictureMaker } from './pictures.js';
import type { Questions } from './questions.js';
import { readSettings, type Settings } from './settings.js';
import { HOST_CLOCK, resultInSlices } from './slices.js';
import type { Target } from './target.js';

/** Of one version of a document. */
export const HOVER_BOUNDS: CacheBounds<string> = {
  entries: 200,
  weight: 4_000_000,
  weigh: (text) => text.length,
};

export class DerivativeHover implements vscode.HoverProvider {
  /** Hover texts of a version of a document, by what they were made from; they go with the version. */
  #kept = new WeakMap<DocumentText, Recent<string>>();

  constructor(
    private readonly engine: LazyEngine,
    private readonly questions: Questions,
    private readonly pictures: PictureMaker,
    private readonly notes: CheckedNotes,
    private readonly beside: FilesBeside,
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
    // What is being made for them is kept where no one looks any more.
    this.#kept = new WeakMap();
  }

  async #hover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    const started = performance.now();
    if (!readSettings(document).hover.enabled) return null;
    // The position is one of this version, whatever is typed while the engine loads and reads.
    const text = documentText(document);
    const offset = document.offsetAt(position);
    await this.beside.ready(document);
    const settings = readSettings(document);
    const [service, artist] = [await this.engine.service(document.languageId), await this.pictures.artist()];
    const request = { document, text, offset, service, artist, settings, kept: this.#keptFor(text), token };
    if (token.isCancellationRequested) return null;
    const hover = await resultInSlices(this.#made(request), HOST_CLOCK, token);
    this.log.debug(`hover in ${(performance.now() - started).toFixed(1)} ms`);
    return isCurrent(document, text) ? hover : null;
  }

  #keptFor(text: DocumentText): Recent<string> {
    const kept = this.#kept.get(text) ?? new Recent(HOVER_BOUNDS);
    this.#kept.set(text, kept);
    return kept;
  }

  *#made(request: Request): Generator<unknown, vscode.Hover | null, undefined> {
    const { document, text, offset, service, settings } = request;
    yield* service.prepare(text, settings.reading);
    // What was typed in between has left the place where it is no more.
    if (!isCurrent(document, text)) return null;
    const claim = this.#claim(document, offset);
    const verdict = settings.verifiedMarks === 'off' || claim === null ? null : verdictLine(claim);
    const found = service.at(text, offset, settings.reading);
    if (found === null) return verdict === null ? null : new vscode.Hover(escapeMarkdown(verdict));
    // Above what is wrong stands what is wrong with it: its own curves would only take the room.
    const withPlot = settings.hover.plot && !(found.code && claim?.verdict === 'false');
    const content = yield* this.#content({ ...request, found, withPlot, verdict });
    const said = content ?? (verdict === null ? null : escapeMarkdown(verdict));
    if (said === null || !isCurrent(document, text)) return null;
    return new vscode.Hover(trusted(said), hoverRange(document, found));
  }

  /** The claim at an offset, where it is known and its verdict is to be said. */
  #claim(document: vscode.TextDocument, offset: number): CheckedClaim | null {
    const claim = claimAt(this.notes.of(document)?.claims ?? [], offset);
    return claim?.quoted === true ? null : claim;
  }

  *#content(request: Request & Hovered): Generator<unknown, string | null, undefined> {
    const { document, text, offset, service, artist, settings, found, withPlot, verdict, kept, token } =
      request;
    const choice = this.questions.choiceFor(text, found);
    const code = found.code;
    const place = [
      found.from,
      found.to,
      code?.kind,
      code?.variable,
      settings.reading.preamble,
      settings.reading.takenIn,
    ];
    const key = JSON.stringify([...place, choice, verdict, withPlot]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const limit = budget('hover', token);
    const asked = yield* this.questions.answerInSteps(service, text, found, limit);
    if (token.isCancellationRequested) return null;
    // In code the place pointed at says which parameter is meant.
    const at = code ? offset : found.from;
    const target: Target = { uri: text.uri, version: text.version, from: at, to: at };
    if (!asked.ok) return refusalContent(asked, found, target);
    const { answer } = asked;
    const writable = isWritable(document);
    const content = yield* hoverContent({ answer, found, target, withPlot, writable, verdict }, artist);
    // With more time, or when someone still waits for it, it may say more.
    if (!limit.shouldStop()) kept.set(key, content);
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

/** A place that is pointed at in a version of a document, and who answers about it. */
interface Request {
  readonly document: vscode.TextDocument;
  readonly text: DocumentText;
  readonly offset: number;
  readonly service: Service;
  readonly artist: Artist;
  readonly settings: Settings;
  readonly kept: Recent<string>;
  readonly token: vscode.CancellationToken;
}

/** What was found there. */
interface Hovered {
  readonly found: Found;
  readonly withPlot: boolean;
  readonly verdict: string | null;
}

/** What is marked while the hover shows; for a parameter VS Code marks its word. */
function hoverRange(document: vscode.TextDocument, found: Found): vscode.Range | undefined {
  const code = found.code;
  if (code?.kind === 'parameter') return undefined;
  return code ? rangeOf(document, code.from, code.to) : rangeOf(document, found.outerFrom, found.outerTo);
}

function trusted(content: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(content);
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return markdown;
}
