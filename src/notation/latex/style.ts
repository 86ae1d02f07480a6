/** How the author spells things, gathered while reading. */
import { COMMON_MACROS } from './commonMacros.js';
import { DEFAULT_STYLE, type Style } from '../notation.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class StyleNotes {
  private readonly first: Partial<Mutable<Style>> = {};
  private readonly names: Record<string, string> = {};
  private cdots = 0;
  private juxtapositions = 0;
  private slashes = 0;
  private stacked = 0;

  log(spelling: Style['log']): void {
    this.first.log ??= spelling;
  }
  exponential(spelling: Style['exponential']): void {
    this.first.exponential ??= spelling;
  }
  inverse(spelling: Style['inverse']): void {
    this.first.inverse ??= spelling;
  }
  argument(spelling: Style['argument']): void {
    this.first.argument ??= spelling;
  }
  decimals(): void {
    this.first.numbers = 'decimals';
  }
  product(explicit: boolean): void {
    if (explicit) this.cdots++;
    else this.juxtapositions++;
  }
  fraction(spelling: Style['fractions']): void {
    if (spelling === 'slash') this.slashes++;
    else this.stacked++;
  }
  /** The TeX by which the author calls a function: sigmoid by \sigma. A command that is ours alone is spelled out. */
  name(fn: string, tex: string): void {
    const common = Object.hasOwn(COMMON_MACROS, tex) ? COMMON_MACROS[tex] : undefined;
    if (!Object.hasOwn(this.names, fn)) this.names[fn] = typeof common === 'string' ? common : tex;
  }

  get style(): Style {
    const { log, exponential, inverse, argument, numbers } = this.first;
    return {
      log: log ?? DEFAULT_STYLE.log,
      exponential: exponential ?? DEFAULT_STYLE.exponential,
      inverse: inverse ?? DEFAULT_STYLE.inverse,
      argument: argument ?? DEFAULT_STYLE.argument,
      numbers: numbers ?? DEFAULT_STYLE.numbers,
      product: this.cdots > this.juxtapositions ? 'cdot' : 'juxtaposition',
      fractions: this.slashes > 0 && this.stacked === 0 ? 'slash' : 'stacked',
      names: { ...this.names },
    };
  }
}
