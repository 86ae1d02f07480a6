/** Pictures for hovers, in the colours of the theme in force. */
import { FORMULA_COLOR } from './colors.js';
import type { Artist } from './hoverContent.js';
import type { Engine, LazyEngine } from './lazyEngine.js';
import type { Picture } from './markdownText.js';
import { themeKind, type ThemeKind } from './theme.js';

/** Pixels to the em: a little more than the text around it, as formulas are denser. */
const FORMULA_SIZE = 17;

export class PictureMaker {
  constructor(private readonly engine: LazyEngine) {}

  /** An artist for the present theme. */
  async artist(): Promise<Artist> {
    const engine = await this.engine.get();
    const kind = themeKind();
    return {
      width: (tex) => width(engine, tex),
      formula: (tex) => formula(engine, kind, tex),
      plot: () => null,
    };
  }
}

function width({ measure }: Engine, tex: string): number {
  try {
    return measure(tex, { display: true }).width * FORMULA_SIZE;
  } catch {
    return Infinity;
  }
}

function formula({ typeset }: Engine, kind: ThemeKind, tex: string): Picture | null {
  const made = typeset(tex, { display: true, size: FORMULA_SIZE, color: FORMULA_COLOR[kind] });
  return made.ok ? { svg: made.svg, width: made.width, height: made.height + made.depth } : null;
}
