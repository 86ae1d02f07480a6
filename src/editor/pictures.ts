/** Pictures for hovers, in the colours of the theme in force. */
import type * as vscode from 'vscode';
import type { ThemeKind } from '../plot/theme.js';
import type { Answer } from '../service/service.js';
import type { Artist, Described } from './hoverContent.js';
import type { Drawing, LazyEngine } from './lazyEngine.js';
import type { SizedSvg } from './markdownText.js';
import { REST } from './slices.js';
import { themeKind } from './theme.js';

/** Pixels to the em: a little more than the text around it, as formulas are denser. */
const FORMULA_SIZE = 18;
const PADDING = 3;
/** With the formula and the links this fits into a hover without scrolling. */
const PLOT_SIZE = { width: 300, height: 125 };
/** In code the language's own hover stands above. */
const LOW_PLOT = { width: 300, height: 92 };

export class PictureMaker {
  constructor(
    private readonly engine: LazyEngine,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** An artist for the present theme. */
  async artist(): Promise<Artist> {
    const drawing = await this.engine.drawing();
    const kind = themeKind();
    return {
      width: (tex) => width(drawing, tex),
      formula: (tex) => this.#formula(drawing, kind, tex),
      words: (tex) => drawing.altText(tex),
      plot: (answer, low) => plot(drawing, kind, answer, low ? LOW_PLOT : PLOT_SIZE),
    };
  }

  /** A picture that breaks leaves the hover its words. */
  #formula(drawing: Drawing, kind: ThemeKind, tex: string): SizedSvg | null {
    try {
      return formula(drawing, kind, tex);
    } catch (error) {
      this.log.error(`picture of ${tex}`, error instanceof Error ? error : String(error));
      return null;
    }
  }
}

/** What cannot be laid out fits nowhere. */
function width({ measure, LayoutError }: Drawing, tex: string): number {
  try {
    return measure(tex, { display: true }).width * FORMULA_SIZE;
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    return Infinity;
  }
}

function formula({ typeset, PLOT_THEMES }: Drawing, kind: ThemeKind, tex: string): SizedSvg | null {
  const color = PLOT_THEMES[kind].foreground;
  const made = typeset(tex, { display: true, size: FORMULA_SIZE, color });
  return made.ok ? padded({ svg: made.svg, width: made.width, height: made.height + made.depth }) : null;
}

/** Room above and below, which a hover does not give its first and last line. */
function padded({ svg, width, height }: SizedSvg): SizedSvg {
  const tall = height + 2 * PADDING;
  const inner = svg.replace('<svg ', `<svg y="${PADDING}" `);
  const outer = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}">`;
  return { svg: `${outer}${inner}</svg>`, width, height: tall };
}

function* plot(
  { draw, describe, PLOT_THEMES }: Drawing,
  kind: ThemeKind,
  answer: Answer,
  size: typeof PLOT_SIZE,
): Generator<unknown, Described | null, undefined> {
  const samples = yield* answer.plot();
  if (samples === null) return null;
  yield REST;
  const svg = draw(samples, { ...size, theme: PLOT_THEMES[kind] });
  return { svg, ...size, words: describe(samples) };
}
